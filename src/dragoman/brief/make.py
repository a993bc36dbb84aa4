"""From the archive's records to a brief."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from shlex import quote

from dragoman.brief import records as r
from dragoman.brief.exchanges import exchanges
from dragoman.brief.model import ActorLine, Brief, Head, StoryPart
from dragoman.brief.names import country_name, day_text, days_text
from dragoman.brief.timeline import Archive, Draft, draft, lines, merged, weightiest
from dragoman.brief.witness import families, sources

_LINES_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class Length:
    """How much of each part a brief shows, and how many lines of a story at most."""

    stories: int = 15
    exchanges: int = 20
    actors: int = 20
    sources: int = 100
    lines: int = 10


_WHOLE = Length()
SHORT = Length(stories=3, exchanges=3, actors=8, sources=6, lines=5)
"""A screen or two."""


@dataclass(slots=True)
class _Tally:
    """The events in which an actor has a part."""

    party: r.Party
    events: set[str]
    acts: set[str]
    receives: set[str]
    speaks: set[str]
    offices: dict[str, int]


def make_brief(records: r.BriefInput, length: Length = _WHOLE) -> Brief:
    """What the archive says, for a reader in haste. The same records give the same brief, in whatever order."""
    reports = [r.read_report(record) for record in records.reports]
    links = [r.read_link(record) for record in records.links]
    family = families(reports, links)
    mentions = {m.mention_id: m for m in map(r.read_mention, records.mentions)}
    archive = Archive({report.report_id: report for report in reports}, mentions, family)
    events = sorted(map(r.read_event, records.events), key=lambda event: event.event_id)
    found, charges, denied = exchanges([r.read_claim(record) for record in records.claims], archive)
    parts = _stories([r.read_story(record) for record in records.stories], events, archive, length.lines)
    actors = _actors(events)
    listed = sources(reports, links, family)
    more = {
        "stories": len(parts[length.stories :]),
        "claims": sum(len(e.charges) + len(e.answers) for e in found[length.exchanges :]),
        "actors": max(0, len(records.actors) - len(actors[: length.actors])),
        "sources": len(listed[length.sources :]),
    }
    head = _head(reports, family, len(events), charges, denied)
    return Brief(
        head=head,
        stories=tuple(parts[: length.stories]),
        exchanges=tuple(found[: length.exchanges]),
        actors=tuple(actors[: length.actors]),
        sources=tuple(listed[: length.sources]),
        more=more,
    )


def _head(reports: Sequence[r.Report], family: Mapping[str, str], n_events: int, charges: int, denied: int) -> Head:
    days = sorted(report.published for report in reports if report.published)
    return Head(
        n_reports=sum(len(report.source_ids) or 1 for report in reports),
        n_independent=len(set(family.values())),
        first=day_text(days[0]) if days else "",
        last=day_text(days[-1]) if days else "",
        undated=sum(report.published is None for report in reports),
        n_events=n_events,
        n_claims=charges,
        n_denied=denied,
    )


def _stories(stories: Sequence[r.Story], events: Iterable[r.Event], archive: Archive, most: int) -> list[StoryPart]:
    """Those told by most independent reports first; an event stands in the story that most of its reports tell."""
    ordered = sorted(
        stories, key=lambda s: (-s.n_independent, -len(s.source_ids), s.first is None, str(s.first), s.story_id)
    )
    story_of = {name: i for i, story in enumerate(ordered) for name in story.source_ids}
    drafts: dict[int, list[Draft]] = {}
    for event in events:
        one = draft(event, archive)
        if one:
            drafts.setdefault(_story(one, story_of, archive, len(ordered)), []).append(one)
    days = sorted(report.published for report in archive.reports.values() if report.published)
    parts = [_part(story, drafts.get(i, []), archive, days, most) for i, story in enumerate(ordered)]
    left = drafts.get(len(ordered), [])
    return [*parts, _leftover(left, archive, most)] if left else parts


def _story(one: Draft, story_of: Mapping[str, int], archive: Archive, none: int) -> int:
    votes: dict[int, int] = {}
    for mention in one.mentions:
        report = archive.reports.get(mention.report_id)
        names = (*report.source_ids, report.source_id) if report else (mention.source_id,)
        story = next((story_of[name] for name in names if name in story_of), none)
        votes[story] = votes.get(story, 0) + 1
    return min(votes, key=lambda story: (-votes[story], story))


def _part(story: r.Story, drafts: Sequence[Draft], archive: Archive, days: Sequence[date], most: int) -> StoryPart:
    limit = min(most, _LINES_AT_LEAST + 2 * story.n_independent)
    every = merged(drafts)
    kept = weightiest(every, archive, limit, story.first)
    return StoryPart(
        title=story.title or "(no title)",
        days=days_text(story.first, story.last),
        n_reports=len(story.source_ids),
        n_independent=story.n_independent,
        lines=lines(kept, archive),
        more=len(every) - len(kept),
        hint=_hint(story.source_ids),
        bar=_bar(story, days),
    )


def _hint(source_ids: Sequence[str]) -> str:
    """The command that shows a story's events."""
    if not source_ids:
        return "dragoman events"
    other = " (or another of its reports)" if len(source_ids) > 1 else ""
    return f"dragoman events --source {quote(source_ids[0])}{other}"


def _bar(story: r.Story, days: Sequence[date]) -> tuple[float, float] | None:
    if not days or story.first is None or story.last is None:
        return None
    whole = max(1, (days[-1] - days[0]).days)
    begin = 98.0 * (story.first - days[0]).days / whole
    width = max(2.0, 98.0 * (story.last - story.first).days / whole)
    return round(max(0.0, min(begin, 98.0)), 1), round(min(width, 100.0 - min(begin, 98.0)), 1)


def _leftover(drafts: Sequence[Draft], archive: Archive, most: int) -> StoryPart:
    every = merged(drafts)
    kept = weightiest(every, archive, most, None)
    told_by = {mention.report_id for one in every for mention in one.mentions}
    independent = {archive.family.get(report_id, report_id) for report_id in told_by}
    return StoryPart("Other events", days_text(None, None), len(told_by), len(independent), lines(kept, archive),
                     len(every) - len(kept), "dragoman events")  # fmt: skip


def _actors(events: Iterable[r.Event]) -> list[ActorLine]:
    """Actors with a name, those in most events first; one name of one country is one line."""
    tallies: dict[str, _Tally] = {}
    for event in events:
        for role, parties in (("acts", event.actors), ("receives", event.recipients), ("speaks", event.claimants)):
            for party in parties:
                if party.kind != "unnamed":
                    _count(tallies, party, event.event_id, role)
    found = [_actor_line(tally) for tally in tallies.values()]
    return sorted(found, key=lambda a: (-a.n_events, -a.n_as_actor, a.name, a.country))


def _count(tallies: dict[str, _Tally], party: r.Party, event_id: str, role: str) -> None:
    tally = tallies.setdefault(party.actor_id, _Tally(party, set(), set(), set(), set(), {}))
    tally.events.add(event_id)
    {"acts": tally.acts, "receives": tally.receives, "speaks": tally.speaks}[role].add(event_id)
    if party.office and party.kind == "person":
        tally.offices[party.office] = tally.offices.get(party.office, 0) + 1
    if party.country and not tally.party.country:
        tally.party = party


def _actor_line(tally: _Tally) -> ActorLine:
    office = min(tally.offices, key=lambda name: (-tally.offices[name], name), default="")
    country = country_name(tally.party.country)
    return ActorLine(
        name=tally.party.name,
        office=office,
        country="" if tally.party.kind == "state" or office.endswith(country) else country,
        n_events=len(tally.events),
        n_as_actor=len(tally.acts),
        n_as_recipient=len(tally.receives),
        n_as_claimant=len(tally.speaks),
    )
