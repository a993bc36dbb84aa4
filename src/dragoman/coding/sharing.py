"""Parties that one clause leaves to another: lists that name the recipient once, and sayings that blame whom they are
about.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.view import Parties, View, unique
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_SAYING = {"say", "tell", "state", "add", "write", "argue", "insist", "declare", "note", "stress", "call", "claim"}
_CHAIN = 6


def with_shared(events: Sequence[CodedEvent], view: View) -> list[CodedEvent]:
    """The events of a sentence: a coordinated deed without a recipient takes that of its neighbour of the same type and
    actor ("closed its border with Niger, suspended trade and froze assets"); an accusation by a mere verb of saying
    without one is aimed at the one other side that its content names.
    """
    return [_shared(e, events, view) if e.actors and not e.recipients else e for e in events]


def _shared(event: CodedEvent, events: Sequence[CodedEvent], view: View) -> CodedEvent:
    chain = _conjuncts(view.sentence, event.trigger)
    for other in events:
        if other.event_type == event.event_type and other.trigger in chain and other.recipients:
            if {m.actor.actor_id for m in other.actors} == {m.actor.actor_id for m in event.actors}:
                return replace(event, recipients=other.recipients, rule=f"{event.rule}; recipient of the list")
    if event.event_type == "ACCUSE" and view.token(event.trigger).lemma in _SAYING:
        if blamed := _blamed(event, view):
            return replace(event, recipients=blamed, rule=f"{event.rule}; aimed at the side that it tells of")
    return event


def _conjuncts(sentence: Sentence, index: int) -> set[int]:
    """The verbs coordinated with one, up and down the chain."""
    found: set[int] = set()
    stack = [index]
    while stack and len(found) < _CHAIN:
        node = stack.pop()
        token = sentence.tokens[node]
        near = clause.children(sentence, node, "conj") + ([token.head] if token.dep == "conj" else [])
        stack += [n for n in near if n not in found and n != index]
        found |= set(near)
    return found - {index}


def _blamed(event: CodedEvent, view: View) -> Parties:
    """The parties of the one other country named in what is said; none where there are several."""
    own = {m.actor.country for m in event.actors} | {""}
    contents = clause.children(view.sentence, event.trigger, "ccomp")
    inside = {i for c in contents for i in clause.subtree(view.sentence, c)}
    others = [m for i in sorted(inside) for m in view.parties.get(i, ()) if m.actor.country not in own]
    return unique(others) if len({m.actor.country for m in others}) == 1 else ()
