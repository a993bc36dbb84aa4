"""One event from its mentions: the fullest telling of each field, and where the reports differ."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

from dragoman.link.likeness import View, one_place, same_office, swapped
from dragoman.link.lineage import n_independent
from dragoman.types.actor import Actor
from dragoman.types.event import Claimant, EventDate, EventMention, Status
from dragoman.types.link import Conflict, Event, LinkInput
from dragoman.types.place import Place

_WEIGHT: tuple[Status, ...] = ("happened", "negated", "planned", "alleged", "denied", "hypothetical")
"""The status that an event takes from its mentions: the first of these that any has."""
_FOR = frozenset({"happened", "alleged"})
_AGAINST = frozenset({"negated", "denied"})
_GENERIC = frozenset({"state", "unnamed"})


def content_id(prefix: str, *parts: str) -> str:
    """An id that hangs on ``parts`` alone."""
    return f"{prefix}-{sha256('\x1f'.join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def merge(views: Sequence[View], reports: Mapping[str, LinkInput], family: Mapping[str, str]) -> Event:
    """The event that ``views`` tell, which are sorted by mention id; the surest of them, of equals the first, leads."""
    mentions = [one.mention for one in views]
    best = max(views, key=lambda one: one.mention.confidence)
    told = _without_spun(views, reports, family)
    actors, recipients = _parties(told, best)
    report_ids = tuple(sorted({mention.report_id for mention in mentions}))
    sources = tuple(sorted({name for report_id in report_ids for name in reports[report_id].source_ids}))
    return Event(
        event_id=content_id("e", mentions[0].mention_id),
        mention_ids=tuple(mention.mention_id for mention in mentions),
        event_type=best.mention.event_type,
        event_mode=_commonest(mention.event_mode for mention in mentions if mention.event_mode),
        contexts=tuple(sorted({context for mention in mentions for context in mention.contexts})),
        quad=best.mention.quad,
        intensity=best.mention.intensity,
        actors=actors,
        recipients=recipients,
        when=_when(mentions),
        place=_place(mentions),
        status=min((mention.status for mention in mentions), key=_WEIGHT.index),
        claimants=_claimants([one.mention for one in told]),
        confidence=best.mention.confidence,
        report_ids=report_ids,
        reports=sources,
        n_reports=len(sources),
        n_independent=n_independent(report_ids, family),
        conflicts=_conflicts(mentions, reports),
    )


def _without_spun(views: Sequence[View], reports: Mapping[str, LinkInput], family: Mapping[str, str]) -> Sequence[View]:
    """The views but those of spun copies whose original tells the event too: a spun name is no other name."""

    def witness(one: View) -> str:
        return family.get(one.mention.report_id, one.mention.report_id)

    plain = [one for one in views if not reports[one.mention.report_id].spun]
    at_first_hand = {witness(one) for one in plain}
    return [one for one in views if one in plain or witness(one) not in at_first_hand]


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value), default="")


def _parties(views: Sequence[View], best: View) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    sides: tuple[list[Actor], list[Actor]] = ([], [])
    for one in views:
        first, second = (1, 0) if swapped(best, one) else (0, 1)
        sides[0].extend(one.sides[first])
        sides[1].extend(one.sides[second])
    return _on_one_side(_distinct(sides[0]), _distinct(sides[1]), best.mention.event_type)


_BETWEEN = {"AGREE", "SUPPORT", "CONSULT", "COOPERATE"}
"""Types whose sides are told either way: together, or the one with the other."""


def _on_one_side(
    actors: tuple[Actor, ...], recipients: tuple[Actor, ...], event_type: str
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The sides of what is between two, nobody's country on both: "the ministers signed" beside "A signed with B"."""
    theirs = {actor.country for actor in recipients} - {""}
    moved = tuple(actor for actor in actors if actor.country in theirs)
    if event_type not in _BETWEEN or not moved or len(moved) == len(actors):
        return actors, recipients
    return tuple(actor for actor in actors if actor not in moved), _distinct([*recipients, *moved])


def _distinct(parties: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each actor once in its commonest form; a state or unnamed party yields to a named one of its country,
    an office to its holder.
    """
    if len(parties) < 2:
        return tuple(parties)
    forms: dict[str, Counter[Actor]] = defaultdict(Counter)
    for actor in parties:
        forms[actor.actor_id][actor] += 1
    named = {actor.country for actor in parties if actor.kind not in _GENERIC and actor.country}
    kept = [
        (-sum(counted.values()), min(counted, key=lambda form: (-counted[form], repr(form))))
        for counted in forms.values()
    ]
    kept = [(count, actor) for count, actor in kept if actor.kind not in _GENERIC or actor.country not in named]
    persons = [actor for _, actor in kept if actor.kind == "person"]
    kept = [pair for pair in kept if pair[1].kind != "office" or not any(same_office(pair[1], who) for who in persons)]
    return tuple(actor for _, actor in sorted(kept, key=lambda pair: (pair[0], pair[1].actor_id)))


def _when(mentions: Sequence[EventMention]) -> EventDate:
    """The narrowest interval told; of equals the one that most mentions have, then the earliest."""
    known = [mention.when for mention in mentions if mention.when.first and mention.when.last]
    if not known:
        return min((mention.when for mention in mentions), key=lambda when: (when.first is None, repr(when)))
    told = Counter((when.first, when.last) for when in known)
    return min(known, key=lambda when: (_days(when), -told[(when.first, when.last)], str(when.first), when.basis))


def _days(when: EventDate) -> int:
    return (when.last - when.first).days if when.first and when.last else 10**6


def _place(mentions: Sequence[EventMention]) -> Place | None:
    told = Counter(mention.place.place for mention in mentions if mention.place)
    return min(told, key=lambda place: (place.kind == "country", -told[place], repr(place)), default=None)


def _claimants(mentions: Sequence[EventMention]) -> tuple[Claimant, ...]:
    found: dict[str, Claimant] = {}
    for claimant in (claimant for mention in mentions for claimant in mention.claimants):
        found.setdefault(claimant.actor.actor_id, claimant)
    return tuple(found[actor_id] for actor_id in sorted(found))


def _conflicts(mentions: Sequence[EventMention], reports: Mapping[str, LinkInput]) -> tuple[Conflict, ...]:
    if len(mentions) < 2:
        return ()
    found = (
        _conflict("event_mode", mentions, reports, lambda mention: mention.event_mode, _modes_differ),
        _conflict("date", mentions, reports, _interval, _dates_differ),
        _conflict("place", mentions, reports, _place_name, _places_differ),
        _conflict("status", mentions, reports, lambda mention: mention.status, _statuses_differ),
    )
    return tuple(conflict for conflict in found if conflict is not None)


def _conflict(
    field: str,
    mentions: Sequence[EventMention],
    reports: Mapping[str, LinkInput],
    value: Callable[[EventMention], str],
    differ: Callable[[Sequence[EventMention]], bool],
) -> Conflict | None:
    told = [mention for mention in mentions if value(mention)]
    if not differ(told):
        return None
    holders: dict[str, set[str]] = defaultdict(set)
    for mention in told:
        holders[value(mention)].update(reports[mention.report_id].source_ids)
    return Conflict(field, tuple((name, tuple(sorted(holders[name]))) for name in sorted(holders)))


def _interval(mention: EventMention) -> str:
    first, last = mention.when.first, mention.when.last
    if first is None or last is None:
        return ""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _place_name(mention: EventMention) -> str:
    return mention.place.place.name if mention.place else ""


def _modes_differ(told: Sequence[EventMention]) -> bool:
    return len({mention.event_mode for mention in told}) > 1


def _dates_differ(told: Sequence[EventMention]) -> bool:
    starts = [mention.when.first for mention in told if mention.when.first]
    ends = [mention.when.last for mention in told if mention.when.last]
    return bool(starts) and bool(ends) and max(starts) > min(ends)


def _places_differ(told: Sequence[EventMention]) -> bool:
    """A country and a city in it agree; two cities don't, however close."""
    places = {mention.place.place for mention in told if mention.place}
    cities = {place.name for place in places if place.precision == "town"}
    return len(cities) > 1 or any(not one_place(a, b) for a in places for b in places)


def _statuses_differ(told: Sequence[EventMention]) -> bool:
    statuses = {mention.status for mention in told}
    return bool(statuses & _FOR) and bool(statuses & _AGAINST)
