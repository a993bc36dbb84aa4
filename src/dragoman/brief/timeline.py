"""Events as lines of a timeline: repetitions in one, the weightiest kept, in the order of their days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.brief.evidence import evidence_of, snippet
from dragoman.brief.model import Line
from dragoman.brief.names import day_text, days_text, listed, shown_name, unique
from dragoman.brief.phrases import form_of, phrase_of, sentence, told_words
from dragoman.brief.records import Event, Mention, Party, Report

_BACKGROUND = timedelta(days=60)
_FIELDS = {"start": "the day", "end": "the last day", "when": "the day", "event_mode": "how", "actors": "who did it"}
_LEAD = 700
"""Characters of a report within which it tells what it is about."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The look-ups that lines need. ``family`` gives a report's original (itself if it copies none)."""

    reports: Mapping[str, Report]
    mentions: Mapping[str, Mention]
    family: Mapping[str, str]

    def original(self, mention: Mention) -> bool:
        """Whether the mention's report copies no other."""
        return self.family.get(mention.report_id, mention.report_id) == mention.report_id


@dataclass(frozen=True, slots=True)
class Draft:
    """An event with its mentions, the best telling first, and what it reads as without offices."""

    event: Event
    mentions: tuple[Mention, ...]
    text: str


def draft(event: Event, archive: Archive) -> Draft | None:
    """The event as it is best told; None if the archive has no mention of it."""
    mentions = [archive.mentions[name] for name in event.mention_ids if name in archive.mentions]
    if not mentions:
        return None
    ordered = tuple(sorted(mentions, key=lambda m: _telling(m, event, archive)))
    return Draft(event, ordered, told(ordered[0], event.status, event, frozenset()))


def _telling(mention: Mention, event: Event, archive: Archive) -> tuple[object, ...]:
    """Sorts the fittest mention first: of the event's status, both sides told, first-hand, by name, surely, early."""
    named = sum(party.kind not in ("unnamed", "office") for party in (*mention.actors, *mention.recipients))
    return (
        mention.status != event.status,
        not (mention.actors and mention.recipients),
        not archive.original(mention),
        len(mention.wording) > 0,
        -named,
        -mention.confidence,
        mention.source_id,
        mention.sentence.start,
        mention.mention_id,
    )


def told(mention: Mention, status: str, event: Event | None, offices: frozenset[str]) -> str:
    """The mention as a sentence; offices of the persons in ``offices`` (actor ids) are told behind their names."""
    known = {p.actor_id: p for p in (*event.actors, *event.recipients)} if event else {}
    persons = {p.office for p in (*mention.actors, *mention.recipients) if p.kind == "person" and p.office}
    actors = _names(mention.actors, known, persons, offices)
    recipients = [n for n in _names(mention.recipients, known, persons, offices) if n not in actors]
    phrase = phrase_of(mention.event_type, mention.event_mode, told_words(mention))
    return sentence(phrase, form_of(mention, status), actors, recipients)


def _names(
    parties: Iterable[Party], known: Mapping[str, Party], persons: set[str], offices: frozenset[str]
) -> tuple[str, ...]:
    """Each party once; an office whose holder is named beside it is left out, unless nobody else is there."""
    party_list = list(parties)
    plain = [p for p in party_list if p.kind != "office" or p.office not in persons] or party_list
    return unique(_with_office(party, known, offices) for party in plain)


def _with_office(party: Party, known: Mapping[str, Party], offices: frozenset[str]) -> str:
    name = shown_name(party)
    office = office_of(party, known)
    return f"{name} ({office})" if office and party.actor_id in offices else name


def office_of(party: Party, known: Mapping[str, Party]) -> str:
    """A person's office as the mention, else the event, has it."""
    if party.kind != "person":
        return ""
    return party.office or (known[party.actor_id].office if party.actor_id in known else "")


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts that read the same on the same day as one; one without a day joins the only dated one that reads so."""
    groups: dict[tuple[str, str], Draft] = {}
    dated: dict[str, list[tuple[str, str]]] = {}
    for one in sorted(drafts, key=lambda d: (d.event.first is None, _by_day(d.event), d.event.event_id)):
        key = (one.text, days_text(one.event.first, one.event.last))
        if one.event.first is None and len(dated.get(one.text, ())) == 1:
            key = dated[one.text][0]
        elif one.event.first is not None and key not in groups:
            dated.setdefault(one.text, []).append(key)
        groups[key] = _joined(groups[key], one) if key in groups else one
    return list(groups.values())


def _joined(a: Draft, b: Draft) -> Draft:
    claimants = {party.actor_id: party for party in (*a.event.claimants, *b.event.claimants)}
    event = replace(
        a.event,
        claimants=tuple(claimants.values()),
        place=a.event.place or b.event.place,
        conflicts=unique_conflicts([*a.event.conflicts, *b.event.conflicts]),
        confidence=max(a.event.confidence, b.event.confidence),
    )
    return Draft(event, (*a.mentions, *b.mentions), a.text)


def unique_conflicts(conflicts: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The conflicts, each field once with all its values."""
    found: dict[str, tuple[str, ...]] = {}
    for name, values in conflicts:
        found[name] = unique([*found.get(name, ()), *values])
    return tuple(found.items())


def weightiest(drafts: Sequence[Draft], archive: Archive, limit: int, begin: date | None) -> list[Draft]:
    """At most ``limit`` drafts that tell most, in the order of their days, the undated last."""
    ranked = sorted(drafts, key=lambda d: (-_weight(d, archive, begin), _by_day(d.event), d.event.event_id))
    kept = ranked[:limit]
    return sorted(kept, key=lambda d: (d.event.first is None, _by_day(d.event), *_reporting_order(d, archive)))


def _reporting_order(one: Draft, archive: Archive) -> tuple[bool, str, int, str]:
    """By the day of the first report, then as the report tells it."""
    day = _reported(one, archive)
    return day is None, str(day or ""), one.mentions[0].sentence.start, one.text


def _weight(one: Draft, archive: Archive, begin: date | None) -> float:
    """How much a reader in haste learns: confirmed, in the lead, both sides by name, sure, recent, factual."""
    event, best = one.event, one.mentions[0]
    parties = (*best.actors, *best.recipients)
    lead = any(m.sentence.field == "title" or m.sentence.start < _LEAD for m in one.mentions)
    old = bool(begin and event.last and begin - event.last > _BACKGROUND)
    return (
        1.5 * min(counts(one.mentions, archive)[1], 4)
        + 1.5 * lead
        + 1.5 * bool(best.actors and best.recipients)
        + 0.5 * bool(best.actors)
        + sum(party.kind != "unnamed" for party in parties[:3]) / 2
        + event.confidence
        + 1.5 * (event.first is not None)
        - 2.0 * old
        - 1.5 * (event.status == "hypothetical")
    )


def counts(mentions: Iterable[Mention], archive: Archive) -> tuple[int, int]:
    """Reports, under all their names, and independent ones among them."""
    told_by = unique(mention.report_id for mention in mentions)
    n_reports = sum(len(archive.reports[r].source_ids) or 1 if r in archive.reports else 1 for r in told_by)
    return n_reports, len({archive.family.get(r, r) for r in told_by})


def lines(drafts: Iterable[Draft], archive: Archive) -> tuple[Line, ...]:
    """Lines in the order of the drafts; a person's office is told once, with the first line that has it."""
    shown: set[str] = set()
    found: list[Line] = []
    for one in drafts:
        best = one.mentions[0]
        known = {p.actor_id: p for p in (*one.event.actors, *one.event.recipients)}
        new = {p.actor_id for p in (*best.actors, *best.recipients) if office_of(p, known)} - shown
        shown |= new
        found.append(_line(one, told(best, one.event.status, one.event, frozenset(new)), archive))
    return tuple(found)


def _line(one: Draft, text: str, archive: Archive) -> Line:
    event, best = one.event, one.mentions[0]
    n_reports, n_independent = counts(one.mentions, archive)
    return Line(
        day=days_text(event.first, event.last),
        text=text,
        event_type=event.event_type,
        event_mode=best.event_mode,
        quad=event.quad,
        status=event.status,
        n_reports=n_reports,
        n_independent=n_independent,
        evidence=evidence_of(one.mentions, archive.reports, archive.family),
        words="" if best.actors and best.recipients else snippet(best),
        place=event.place if event.place and event.place not in text else "",
        said_by=said_by(event.claimants),
        conflicts=tuple(f"{_FIELDS.get(name, name)}: {'; '.join(values)}" for name, values in event.conflicts),
        reported=day_text(_reported(one, archive)) if event.first is None and _reported(one, archive) else "",
    )


def _reported(one: Draft, archive: Archive) -> date | None:
    """The day of the first report that tells it."""
    days = (archive.reports[m.report_id].published for m in one.mentions if m.report_id in archive.reports)
    return min((day for day in days if day), default=None)


def said_by(claimants: Iterable[Party]) -> str:
    """The claimants' names as they stand in a sentence."""
    return listed(unique(shown_name(party) for party in claimants), 3)


def _by_day(event: Event) -> tuple[str, str]:
    return str(event.first or event.last or ""), str(event.last or event.first or "")
