"""Whether two mentions can tell one event, and how much speaks for it.

The parts of the score and their worth are few and stated below; each mention is first read into a ``View`` that
has ready what the comparison needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from dragoman.link.words import content_stems, phrase_stems
from dragoman.ontology.calendar import add_days
from dragoman.types.actor import Actor
from dragoman.types.event import EventMention
from dragoman.types.place import Place

SYMMETRIC = frozenset({"CONSULT"})
"""Types whose parties are equals: A meets B is B meets A."""

_GENERIC = frozenset({"state", "unnamed"})
_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "PRM"})
_NAMED, _HOLDER, _STATE, _GENERIC_MATCH = 1.0, 0.9, 0.7, 0.5
_DATE_WORTH = {"day": 0.5, "week": 0.3, "month": 0.1}
_NEXT_DAY = -0.3
_SAME_PLACE, _SAME_MODE, _OTHER_MODE, _SAME_TRIGGER = 0.3, 0.2, -0.3, 0.2
_ONE_PLACE_KM = 100.0
_UNDATED_DAYS = 3
_SETTLEMENTS = frozenset({"city", "town", "village", "capital", "district", "airport", "base", "port"})

Parties = tuple[Actor, ...]
_KEPT = 200_000
"""Sides, and results of comparing two, that are kept: an archive names the same parties over and over."""


class Side(tuple[Actor, ...]):
    """Parties on one side of an event. Equal ones are one object (``_side``), so that two are compared once."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(_KEPT)
def _side(parties: Parties) -> Side:
    return Side(parties)


@dataclass(frozen=True, slots=True)
class View:
    """A mention ready to be compared. ``first`` and ``last`` are None unless known to the month or better.

    ``window`` is the span of days in which a partner can fall; None where only the same report will do.
    """

    mention: EventMention
    published: date | None
    sides: tuple[Side, Side]
    words: frozenset[str]
    trigger: str
    first: date | None
    last: date | None
    window: tuple[date, date] | None


def view(mention: EventMention, published: date | None) -> View:
    """Reads a mention for comparison."""
    when = mention.when
    known = when.first is not None and when.last is not None and when.precision in _DATE_WORTH
    names = frozenset[str]().union(*(phrase_stems(m.span.text) for m in (*mention.actors, *mention.recipients)))
    return View(
        mention=mention,
        published=published,
        sides=(_side(tuple(m.actor for m in mention.actors)), _side(tuple(m.actor for m in mention.recipients))),
        words=content_stems(mention.sentence.text) - names,
        trigger=" ".join(sorted(phrase_stems(mention.trigger.text))),
        first=when.first if known else None,
        last=when.last if known else None,
        window=_window(when.first if known else None, when.last, published),
    )


def _window(first: date | None, last: date | None, published: date | None) -> tuple[date, date] | None:
    if first is not None and last is not None:
        return add_days(first, -1), add_days(last, 1)
    if published is None:
        return None
    return add_days(published, -_UNDATED_DAYS), add_days(published, _UNDATED_DAYS)


def likeness(a: View, b: View) -> float | None:
    """How much speaks for one event, about 0 to 4; None where something speaks against it."""
    if a.mention.event_type != b.mention.event_type or not _same_reality(a, b) or _apart_in_sentence(a, b):
        return None
    parties = _parties(a, b)  # first, since most pairs differ in them and sides that were compared are known
    if parties is None:
        return None
    dates = _dates(a, b)
    modes = _modes(a.mention.event_mode, b.mention.event_mode)
    if dates is None or modes is None:
        return None
    places = _places(a.mention, b.mention)
    if places is None:
        return None
    triggers = _SAME_TRIGGER if a.trigger and a.trigger == b.trigger else 0.0
    return parties + dates + modes + places + triggers + _words(a.words, b.words)


def swapped(a: View, b: View) -> bool:
    """Whether ``b`` names the parties of a symmetric event the other way round than ``a``."""
    if a.mention.event_type not in SYMMETRIC:
        return False
    return _rank(_two_sides(a.sides, (b.sides[1], b.sides[0]))) > _rank(_two_sides(a.sides, b.sides))


def _rank(score: float | None) -> float:
    return -1.0 if score is None else score


def _same_reality(a: View, b: View) -> bool:
    return (a.mention.status == "hypothetical") == (b.mention.status == "hypothetical")


def _apart_in_sentence(a: View, b: View) -> bool:
    """Two predicates of one sentence were coded as two events because they are two."""
    one, two = a.mention, b.mention
    return one.report_id == two.report_id and one.sentence == two.sentence and one.trigger != two.trigger


def _parties(a: View, b: View) -> float | None:
    straight = _two_sides(a.sides, b.sides)
    if a.mention.event_type not in SYMMETRIC:
        return straight
    crossed = _two_sides(a.sides, (b.sides[1], b.sides[0]))
    known = [score for score in (straight, crossed) if score is not None]
    return max(known, default=None)


def _two_sides(one: tuple[Side, Side], two: tuple[Side, Side]) -> float | None:
    actors = _compared(one[0], two[0])
    recipients = _compared(one[1], two[1])
    if actors is None or recipients is None or actors + recipients == 0:
        return None
    return actors + recipients


@lru_cache(_KEPT)
def _compared(one: Side, two: Side) -> float | None:
    return side_match(one, two)


def side_match(one: Parties, two: Parties) -> float | None:
    """How well two sides agree: 0 where one isn't told, None where they contradict."""
    if not one or not two:
        return 0.0
    return max((score for a in one for b in two if (score := _actor_match(a, b)) is not None), default=None)


def _actor_match(a: Actor, b: Actor) -> float | None:
    if a.actor_id == b.actor_id:
        return _NAMED if a.kind not in _GENERIC else _STATE if a.kind == "state" else _GENERIC_MATCH
    if not a.country or a.country != b.country:
        return None
    if same_office(a, b):
        return _HOLDER
    if a.kind not in _GENERIC and b.kind not in _GENERIC:
        return None
    return _GENERIC_MATCH if _one_camp(a, b) else None


def same_office(a: Actor, b: Actor) -> bool:
    """Whether one is an office and the other a person who is said to hold it."""
    return {a.kind, b.kind} == {"office", "person"} and a.country == b.country and _title(a) == _title(b) != ""


def _title(actor: Actor) -> str:
    return (actor.office or (actor.name if actor.kind == "office" else "")).casefold()


def _one_camp(a: Actor, b: Actor) -> bool:
    """A state stands for its organs, not for its citizens or its rebels."""
    one = set(a.sectors) or ({"GOV"} if a.kind == "state" else set())
    two = set(b.sectors) or ({"GOV"} if b.kind == "state" else set())
    if not one or not two or one & two:
        return True
    return bool(one & _STATE_SECTORS) and bool(two & _STATE_SECTORS)


def _dates(a: View, b: View) -> float | None:
    if a.first and a.last and b.first and b.last:
        gap = (max(a.first, b.first) - min(a.last, b.last)).days
        if gap > 1:
            return None
        worth = min(_DATE_WORTH[a.mention.when.precision], _DATE_WORTH[b.mention.when.precision])
        return worth if gap <= 0 else _NEXT_DAY
    if not _coarse_overlap(a.mention, b.mention):
        return None
    if a.mention.report_id == b.mention.report_id:
        return 0.0
    if a.published is None or b.published is None:
        return None
    return 0.0 if abs((a.published - b.published).days) <= _UNDATED_DAYS else None


def _coarse_overlap(a: EventMention, b: EventMention) -> bool:
    one, two = a.when, b.when
    starts = [day for day in (one.first, two.first) if day is not None]
    ends = [day for day in (one.last, two.last) if day is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _modes(a: str, b: str) -> float | None:
    if a == b:
        return _SAME_MODE if a else 0.0
    if not a or not b:
        return 0.0
    return None if "phone" in (a, b) else _OTHER_MODE


def _places(a: EventMention, b: EventMention) -> float | None:
    if a.place is None or b.place is None:
        return 0.0
    if not one_place(a.place.place, b.place.place):
        return None
    return _SAME_PLACE if a.place.place.name == b.place.place.name else 0.0


def one_place(a: Place, b: Place) -> bool:
    """Whether something can have happened at both: one in the other, or settlements close together."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.kind not in _SETTLEMENTS or b.kind not in _SETTLEMENTS:
        return True
    return kilometres(a, b) <= _ONE_PLACE_KM


def kilometres(a: Place, b: Place) -> float:
    """Great-circle distance (haversine, mean Earth radius)."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (a.lat, a.lon, b.lat, b.lon))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0088 * asin(min(1.0, sqrt(half)))


def _words(a: frozenset[str], b: frozenset[str]) -> float:
    shared = len(a & b)
    return shared / min(len(a), len(b)) if shared >= 2 else 0.0


def persons(view_: View) -> Mapping[tuple[str, str], frozenset[str]]:
    """Named persons by side and country; of a symmetric event by country alone."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    symmetric = view_.mention.event_type in SYMMETRIC
    for side, parties in zip(("actor", "recipient"), view_.sides, strict=True):
        for key, name in _named(parties, "" if symmetric else side):
            found[key] = found.get(key, frozenset()) | {name}
    return found


def _named(parties: Parties, side: str) -> Iterable[tuple[tuple[str, str], str]]:
    return (((side, actor.country), actor.actor_id) for actor in parties if actor.kind == "person")
