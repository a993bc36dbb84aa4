"""A small archive's records: a visit, told by a report and its spun copy, and an accusation with its denial."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import factories as f

from dragoman.brief import BriefInput
from dragoman.record import (
    Record,
    actor_record,
    claim_record,
    event_record,
    link_record,
    mention_record,
    report_record,
    story_record,
)
from dragoman.types.claim import Claim
from dragoman.types.event import EventMention, Status, Wording
from dragoman.types.link import Conflict, Event, Link, Story
from dragoman.types.report import Report
from dragoman.types.text import Span

LI = f.person("Li Shangfu", "CHN", "GOV", "MIL", office="Minister of National Defense of China")
TAN = f.person("Tan Kefei", "CHN")
CHINA, RUSSIA, BELARUS = f.state("CHN"), f.state("RUS"), f.state("BLR")
BLINKEN = f.person("Antony Blinken", "USA", office="Secretary of State of the United States")
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> \x1b[31m| `code` [x](javascript:alert(3))"

FIRST = f.report(
    "Li Shangfu will visit Rus and Blr, Tan Kefei said.", "first", "Minister to visit", date(2023, 8, 14), publisher="P"
)
COPY = f.report("Li Shangfu will go to Rus and Blr, Tan Kefei stated.", "copy", "Minister to go", date(2023, 8, 15))
OTHER = f.report("Li Shangfu arrived in Rus today.", "other", "", date(2023, 8, 16))
SPAT = f.report(
    "Antony Blinken accused Chn of sending arms. Chn denied it.", "spat", EVIL, date(2023, 8, 20), url="javascript:x"
)


def mention(report: Report, told: f.Told, number: int = 0) -> EventMention:
    """An event mention with an id of its own."""
    one = f.told(report, told)[0]
    return replace(one, mention_id=f"m-{report.source_id}-{number}")


def visit(report: Report, trigger: str, status: Status, *recipients: tuple[object, str]) -> EventMention:
    """Li's visit as a report tells it."""
    claimants = ((TAN, "Tan Kefei", "said"),) if "Tan" in report.text else ()
    told = f.Told(report.text, trigger, "CONSULT", ((LI, "Li Shangfu"),), recipients, f.days(date(2023, 8, 15)), None,
                  status, claimants, "visit")  # type: ignore[arg-type]  # fmt: skip
    return mention(report, told)


PLANNED = visit(FIRST, "visit", "planned", (RUSSIA, "Rus"), (BELARUS, "Blr"))
SPUN = replace(
    visit(COPY, "go to", "planned", (RUSSIA, "Rus"), (BELARUS, "Blr")),
    wording=(Wording(Span("text", 16, 21, "go to"), "visit", "visit: go to > visit"),),
)
ARRIVED = visit(OTHER, "arrived", "happened", (RUSSIA, "Rus"))
CHARGE = mention(
    SPAT,
    f.Told("Antony Blinken accused Chn of sending arms.", "accused", "ACCUSE", ((BLINKEN, "Antony Blinken"),),
           ((CHINA, "Chn"),), mode="allege"),
)  # fmt: skip
DENIAL = mention(SPAT, f.Told("Chn denied it.", "denied", "REJECT", ((CHINA, "Chn"),)), 1)


def event(*mentions: EventMention, n_independent: int = 1, conflicts: tuple[Conflict, ...] = ()) -> Event:
    """The event of mentions, all of its fields from the first."""
    first = mentions[0]
    sources = tuple(m.source_id for m in mentions)
    return Event(
        event_id=f"e-{first.mention_id}",
        mention_ids=tuple(m.mention_id for m in mentions),
        event_type=first.event_type,
        event_mode=first.event_mode,
        contexts=first.contexts,
        quad=first.quad,
        intensity=first.intensity,
        actors=tuple(p.actor for p in first.actors),
        recipients=tuple(p.actor for p in first.recipients),
        when=first.when,
        place=first.place.place if first.place else None,
        status=first.status,
        claimants=first.claimants,
        confidence=first.confidence,
        report_ids=tuple(m.report_id for m in mentions),
        reports=sources,
        n_reports=len(sources),
        n_independent=n_independent,
        conflicts=conflicts,
    )


def claim(one: EventMention, claim_id: str, stance: str, answers: tuple[str, ...] = ()) -> Claim:
    """The claim that a mention makes."""
    return Claim(claim_id, one.actors[0].actor, stance, "", one.sentence.text, date(2023, 8, 20),  # type: ignore[arg-type]
                 (one.mention_id,), (one.source_id,), answers)  # fmt: skip


LINK = Link("copy", "first", f.identity(COPY), f.identity(FIRST), "spun", 0.9, True, ("the wording is machine-spun",))
STORIES = (
    Story("s1", "Minister to visit", date(2023, 8, 14), date(2023, 8, 16), (), ("first", "copy", "other"), 2),
    Story("s2", EVIL, date(2023, 8, 20), date(2023, 8, 20), (), ("spat",), 1),
)
CLAIMS = (claim(CHARGE, "c1", "asserts"), claim(DENIAL, "c2", "denies", ("c1",)))
EVENTS = (event(PLANNED, SPUN), event(ARRIVED), event(CHARGE), event(DENIAL))


def records(
    reports: Sequence[Report] = (FIRST, COPY, OTHER, SPAT),
    mentions: Sequence[EventMention] = (PLANNED, SPUN, ARRIVED, CHARGE, DENIAL),
    events: Sequence[Event] = EVENTS,
    claims: Sequence[Claim] = CLAIMS,
    stories: Sequence[Story] = STORIES,
) -> BriefInput:
    """The sample's records, or others in their place."""
    found: list[Record] = [report_record(r, f.identity(r), [r.source_id]) for r in reports]
    actors = {p.actor.actor_id: p.actor for m in mentions for p in (*m.actors, *m.recipients)}
    return BriefInput(
        reports=found,
        mentions=[mention_record(m) for m in mentions],
        events=[event_record(e) for e in events],
        claims=[claim_record(c) for c in claims],
        links=[link_record(LINK)] if COPY in reports else [],
        stories=[story_record(s) for s in stories],
        actors=[actor_record(a) for a in actors.values()],
    )
