"""Mentions of one event become one event.

Pairs of mentions that can meet (same type, a party in common, days that touch) are scored by ``likeness``; the best
pairs are joined first, and a group never takes in what contradicts any of its members: another named person of the
same country on the same side, days more than one apart, places far apart, two predicates of one sentence.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.link.likeness import SYMMETRIC, View, likeness, one_place, persons, view
from dragoman.link.merge import merge
from dragoman.types.actor import Actor
from dragoman.types.event import EventMention
from dragoman.types.link import Event, LinkInput
from dragoman.types.place import Place

_ENOUGH = 2.0
_NEIGHBOURS = 40
"""Mentions of a block that one is compared with: those nearest in time."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What a group of mentions holds fast to."""

    members: tuple[int, ...]
    persons: Mapping[tuple[str, str], frozenset[str]]
    latest_start: date | None
    earliest_end: date | None
    places: tuple[Place, ...]
    sentences: Mapping[tuple[str, str, int], int]


def group_events(
    mentions: Sequence[EventMention], reports: Sequence[LinkInput], family: Mapping[str, str]
) -> list[Event]:
    """Groups mentions into events, sorted by id; the same whatever order mentions and reports come in.

    ``reports`` are all reports that the mentions come from; ``family`` maps a report to its copies' family
    (``lineage.families``).
    """
    by_id = {report.report_id: report for report in reports}
    ordered = sorted(mentions, key=lambda mention: mention.mention_id)
    views = [view(mention, by_id[mention.report_id].published) for mention in ordered]
    groups = _join(views)
    events = [merge([views[i] for i in group.members], by_id, family) for group in groups]
    return sorted(events, key=lambda event: event.event_id)


def _join(views: Sequence[View]) -> list[_Group]:
    scored = [
        (-score, a, b)
        for a, b in _pairs(views)
        if (score := likeness(views[a], views[b])) is not None and score >= _ENOUGH
    ]
    owner = list(range(len(views)))
    groups = {index: _alone(index, one) for index, one in enumerate(views)}
    for _, a, b in sorted(scored):
        one, two = groups[owner[a]], groups[owner[b]]
        if one is two or not _fit(one, two):
            continue
        keep, gone = min(owner[a], owner[b]), max(owner[a], owner[b])
        groups[keep] = _union(one, two)
        del groups[gone]
        for member in groups[keep].members:
            owner[member] = keep
    return list(groups.values())


def _pairs(views: Sequence[View]) -> set[tuple[int, int]]:
    """Pairs that may be alike: those that agree on both sides, and on one where one of them tells no other."""
    by_both: dict[tuple[str, ...], list[int]] = defaultdict(list)
    by_one: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(views):
        both, single = _keys(one)
        for key in both:
            by_both[key].append(index)
        for key in single:
            by_one[key].append(index)
    whole = [all(one.sides) for one in views]
    pairs = {pair for block in by_both.values() for pair in _within(block, views)}
    pairs |= {(a, b) for block in by_one.values() for a, b in _within(block, views) if not (whole[a] and whole[b])}
    return pairs


def _keys(one: View) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Blocks a mention stands in: by its type with both parties' countries (or ids), and by its type with one's."""
    kind = one.mention.event_type
    actors, recipients = ({key for actor in side for key in _names(actor)} for side in one.sides)
    if kind in SYMMETRIC:
        both = {(kind, *sorted((a, r))) for a in actors for r in recipients}
        return both, {(kind, a) for a in actors | recipients}
    single: set[tuple[str, ...]] = {(kind, a, ">") for a in actors} | {(kind, ">", r) for r in recipients}
    single |= {(kind, "=", a.actor_id) for side in one.sides for a in side if a.kind not in ("state", "unnamed")}
    return {(kind, a, ">", r) for a in actors for r in recipients}, single


def _names(actor: Actor) -> set[str]:
    """An actor's country, and who it is by name: the country of one isn't told everywhere."""
    if actor.country and actor.kind in ("state", "unnamed"):
        return {actor.country}
    return {actor.country or actor.actor_id, actor.actor_id}


def _within(block: list[int], views: Sequence[View]) -> Iterator[tuple[int, int]]:
    """Pairs of a block that are of one report, or whose windows of days touch."""
    by_report: dict[str, list[int]] = defaultdict(list)
    dated: list[tuple[date, date, int]] = []
    for index in block:
        by_report[views[index].mention.report_id].append(index)
        window = views[index].window
        if window is not None:
            dated.append((*window, index))
    for same in by_report.values():
        yield from ((a, b) for at, a in enumerate(same) for b in same[at + 1 : at + 1 + _NEIGHBOURS])
    dated.sort()
    starts = [start for start, _, _ in dated]
    for at, (_, end, a) in enumerate(dated):
        stop = min(bisect_right(starts, end), at + 1 + _NEIGHBOURS)
        yield from ((min(a, b), max(a, b)) for _, _, b in dated[at + 1 : stop])


def _alone(index: int, one: View) -> _Group:
    mention = one.mention
    return _Group(
        members=(index,),
        persons=persons(one),
        latest_start=one.first,
        earliest_end=one.last,
        places=(mention.place.place,) if mention.place else (),
        sentences={(mention.report_id, mention.sentence.field, mention.sentence.start): mention.trigger.start},
    )


def _fit(a: _Group, b: _Group) -> bool:
    if any(not a.persons[key] & b.persons[key] for key in a.persons.keys() & b.persons.keys()):
        return False
    if any(a.sentences[key] != b.sentences[key] for key in a.sentences.keys() & b.sentences.keys()):
        return False
    start, end = _latest(a, b), _earliest(a, b)
    if start and end and (start - end).days > 1:
        return False
    return all(one_place(one, two) for one in a.places for two in b.places)


def _latest(a: _Group, b: _Group) -> date | None:
    return max((day for day in (a.latest_start, b.latest_start) if day), default=None)


def _earliest(a: _Group, b: _Group) -> date | None:
    return min((day for day in (a.earliest_end, b.earliest_end) if day), default=None)


def _union(a: _Group, b: _Group) -> _Group:
    shared = {key: a.persons[key] & b.persons[key] for key in a.persons.keys() & b.persons.keys()}
    return _Group(
        members=tuple(sorted((*a.members, *b.members))),
        persons={**a.persons, **b.persons, **shared},
        latest_start=_latest(a, b),
        earliest_end=_earliest(a, b),
        places=tuple(sorted({*a.places, *b.places}, key=repr)),
        sentences={**a.sentences, **b.sentences},
    )
