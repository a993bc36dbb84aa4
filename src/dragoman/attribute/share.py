"""What mentions of a report share: the date of one event told twice, the place of one day's story."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.ontology.gazetteer import country_place
from dragoman.ontology.plover import UNLAWFUL
from dragoman.types.actor import ActorMention
from dragoman.types.event import EventMention, EventPlace

_NEWS = timedelta(days=30)
"""How old what a headline tells may be."""


def share_dates(mentions: Sequence[EventMention], published: date | None = None) -> tuple[EventMention, ...]:
    """Undated mentions take the date of a mention of the same type, parties and wording (a headline needs no wording
    in common, but tells news), if all such mentions agree on it.
    """
    dated = [m for m in mentions if m.when.first is not None]
    return tuple(m if m.when.first is not None else _dated(m, dated, published) for m in mentions)


def _dated(mention: EventMention, dated: Sequence[EventMention], published: date | None) -> EventMention:
    same = [d for d in dated if _same_event(mention, d)]
    if mention.trigger.field == "title":
        same = [d for d in same if published is None or d.when.last is None or published - d.when.last <= _NEWS][:1]
    days = {(d.when.first, d.when.last) for d in same}
    if len(days) != 1:
        return mention
    when = same[0].when
    return replace(mention, when=replace(when, basis=f"{when.basis}, told elsewhere in the report"))


def _same_event(a: EventMention, b: EventMention) -> bool:
    if a.event_type != b.event_type or (a.status == "planned") != (b.status == "planned"):
        return False
    if a.trigger.field == "title" and in_common(a.actors, b.actors) and not (a.recipients and b.recipients):
        return True
    if not (a.actors and a.recipients) or not (a.trigger.field == "title" or _stem(a) == _stem(b)):
        return False
    straight = in_common(a.actors, b.actors) and in_common(a.recipients, b.recipients)
    return straight or (
        a.event_type == "CONSULT" and in_common(a.actors, b.recipients) and in_common(a.recipients, b.actors)
    )


def _stem(mention: EventMention) -> str:
    """The first letters of a trigger, which its inflections share."""
    return mention.trigger.text.lower()[:5]


def in_common(a: Sequence[ActorMention], b: Sequence[ActorMention]) -> bool:
    """Whether two sides have an actor in common, or unnamed ones of one country."""
    if {m.actor.actor_id for m in a} & {m.actor.actor_id for m in b}:
        return True
    vague = {m.actor.country for m in a if m.actor.kind in {"state", "unnamed", "office"} and m.actor.country}
    return bool(vague & {m.actor.country for m in b})


_SCENE = {"ASSAULT", "PROTEST", "COERCE"}
"""Types whose deeds are done on the spot, and so where the story of their day is set."""
_AT_HOME = {"COERCE", "PROTEST", "ASSAULT", "RETREAT", "CONSULT"}
"""Types of what is done among the people of a state."""
_ABROAD_TOO = {"CONSULT", "ASSAULT"}
"""Those that are done to others, and elsewhere, as often: whose both sides are must be told."""
_DOMESTIC = {"COERCE", "PROTEST"}


def share_places(mentions: Sequence[EventMention], focus: str = "") -> tuple[EventMention, ...]:
    """Deeds without a place take that of the other deeds of their day, if all those are set in one town or region that
    lies in a state of one of their parties; what the people of one state do among themselves is at least in that, and
    an arrest or a protest by people of the state that the report is about (``focus``) there.
    """
    scenes: dict[date, list[EventPlace]] = defaultdict(list)
    for m in mentions:
        day = _day(m)
        if day is not None and m.place is not None and m.event_type in _SCENE and m.place.place.kind != "country":
            scenes[day].append(m.place)
    return tuple(_placed(m, scenes, focus) if m.place is None else m for m in mentions)


def _placed(mention: EventMention, scenes: Mapping[date, Sequence[EventPlace]], focus: str) -> EventMention:
    day = _day(mention)
    there = scenes.get(day, ()) if day is not None and mention.event_type in _SCENE else ()
    parties = (*mention.actors, *mention.recipients)
    of = {m.actor.country for m in parties if m.actor.country}
    if there and len({p.place.name for p in there}) == 1 and (not of or there[0].place.country in of):
        return replace(mention, place=there[0])
    own = bool(focus) and of == {focus} and mention.event_type in _DOMESTIC
    by = mention.actors if mention.event_type == "PROTEST" else parties
    place = country_place(next(iter(of))) if (own and by) or _is_at_home(mention) else None
    evidence = next((m.span for m in (*by, *parties) if m.actor.country), None)
    return replace(mention, place=EventPlace(place, evidence)) if place and evidence else mention


def _is_at_home(mention: EventMention) -> bool:
    """Whether people and authorities of one state do a thing among themselves; what they say may be said abroad, and so
    may be held talks with an armed group.
    """
    sides = [[m.actor.country for m in side] for side in (mention.actors, mention.recipients) if side]
    meeting = mention.event_type == "CONSULT"
    countries = {c for side in sides for c in side if c or mention.event_type in _ABROAD_TOO}
    two = len(sides) == 2 or (mention.event_type in _DOMESTIC and sum(map(len, sides)) > 1)
    if mention.event_type not in _AT_HOME or not two or len(countries) != 1 or "" in countries:
        return False
    fighters = any(UNLAWFUL & set(m.actor.sectors) for m in (*mention.actors, *mention.recipients))
    return mention.event_mode != "withdraw" and not (meeting and fighters)


def _day(mention: EventMention) -> date | None:
    return mention.when.first if mention.when.precision == "day" else None
