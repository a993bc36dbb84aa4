"""One event told twice in a report: the mention without a date takes that of the one with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.types.actor import ActorMention
from dragoman.types.event import EventDate, EventMention

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
        same = [d for d in same if published is None or d.when.last is None or d.when.last >= published - _NEWS][:1]
    days = {(d.when.first, d.when.last) for d in same}
    if len(days) != 1:
        return mention
    when = same[0].when
    basis = f"{when.basis}, told elsewhere in the report"
    return replace(mention, when=EventDate(when.first, when.last, when.precision, basis))


def _same_event(a: EventMention, b: EventMention) -> bool:
    if a.event_type != b.event_type or (a.status == "planned") != (b.status == "planned"):
        return False
    if a.trigger.field == "title" and _share(a.actors, b.actors) and not (a.recipients and b.recipients):
        return True
    if not (a.actors and a.recipients) or not (a.trigger.field == "title" or _stem(a) == _stem(b)):
        return False
    straight = _share(a.actors, b.actors) and _share(a.recipients, b.recipients)
    return straight or (a.event_type == "CONSULT" and _share(a.actors, b.recipients) and _share(a.recipients, b.actors))


def _stem(mention: EventMention) -> str:
    """The first letters of a trigger, which its inflections share."""
    return mention.trigger.text.lower()[:5]


def _share(a: Sequence[ActorMention], b: Sequence[ActorMention]) -> bool:
    """Whether two sides have an actor in common, or unnamed ones of one country."""
    if {m.actor.actor_id for m in a} & {m.actor.actor_id for m in b}:
        return True
    vague = {m.actor.country for m in a if m.actor.kind in {"state", "unnamed", "office"} and m.actor.country}
    return bool(vague & {m.actor.country for m in b})
