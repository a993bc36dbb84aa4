"""Whether a reading, with the parties it was given, is a political event."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.lexicon import Test
from dragoman.coding.match import NEEDS_BOTH, Filled
from dragoman.coding.slots import complement
from dragoman.coding.view import View
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_SPEAKING = {"comment", "say", "elaborate", "answer", "speak", "disclose", "identify", "respond", "specify", "tell",
             "explain", "reveal", "name", "describe", "give", "be"}  # fmt: skip
_EXERCISE = Test("@exercise")
_AMONG_PEOPLE = {"ASSAULT", "COERCE", "PROTEST"}
"""Types that are political among people of any kind."""
_STANCES = {"REJECT", "AGREE", "REQUEST"}
_POLITICAL = {"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "UAF", "PRM", "PTY", "OPP", "IGO", "UNO", "EUR", "ELI"}


def refusal(view: View, filled: Filled, by_word: Mapping[int, Filled]) -> str:
    """Why a reading is no event, '' where it is one."""
    if not filled.actors and not filled.recipients:
        return "no party of it is known"
    if not _is_event(filled):
        return "its parties don't make it a political event"
    if _is_empty_stance(view, filled, by_word):
        return "a stance without a political matter"
    return ""


def _is_event(filled: Filled) -> bool:
    """Whether enough is known of the parties for an event: both, or a political one and a deed that needs no other."""
    parties = (*filled.actors, *filled.recipients)
    if not parties:
        return False
    if filled.entry.event_type in NEEDS_BOTH and not (filled.actors and filled.recipients):
        return bool(filled.actors) and not filled.entry.recipient and filled.entry.event_type == "SUPPORT"
    if filled.entry.pos != "v" and not filled.actors:
        return filled.entry.event_type in {"ASSAULT", "COERCE", "SANCTION", "PROTEST"}
    if filled.entry.event_type in _AMONG_PEOPLE:
        return True
    return any(_is_political(p.actor.kind, p.actor.sectors, p.actor.country) for p in parties)


def joint(view: View, filled: Filled) -> Filled:
    """An exercise of two states together is cooperation, of one alone a show of force."""
    states = {m.actor.country for m in filled.actors if m.actor.country}
    if filled.entry.event_type != "MOBILIZE" or len(states) < 2 or filled.recipients:
        return filled
    if not view.meets(_EXERCISE, filled.trigger):
        return filled
    entry = replace(filled.entry, event_type="COOPERATE", event_mode="")
    return replace(filled, entry=entry, actors=filled.actors[:1], recipients=filled.actors[1:])


def _is_empty_stance(view: View, filled: Filled, by_word: Mapping[int, Filled]) -> bool:
    """Whether somebody agrees, refuses or asks to do what is no political matter: its clause names no other party
    and no event ("refused to comment").
    """
    if filled.recipients or filled.entry.event_type not in _STANCES:
        return False
    heads = [c for how, _ in filled.entry.complements for c in complement(view.sentence, filled.trigger, how)]
    heads = heads or clause.infinitives(view.sentence, filled.trigger)
    if not heads or any(view.token(h).pos not in {"VERB", "AUX"} for h in heads):
        return False
    if all(view.token(h).lemma in _SPEAKING for h in heads):
        return True
    inside = {i for h in heads for i in view.sentence.subtree(h)}
    own = {m.actor.actor_id for m in filled.actors}
    named = any(m.actor.actor_id not in own for i in inside for m in view.parties.get(i, ()))
    return not named and not any(i in by_word for i in inside)


def _is_political(kind: str, sectors: Sequence[str], country: str) -> bool:
    return kind in {"state", "body", "group", "office"} or bool(set(sectors) & _POLITICAL) or bool(country)


_ASKED_FOR = {"RETREAT", "CONCEDE", "AID", "SUPPORT", "AGREE", "REJECT", "ACCUSE", "REQUEST"}
"""What a request asks for is told by the request's mode; only force, measures and meetings are events of their own."""


def asked_for(sentence: Sentence, event: CodedEvent, others: Sequence[CodedEvent]) -> bool:
    """Whether a deed that isn't done is only what a request in its sentence asks for ("urged Kigali to withdraw")."""
    if event.event_type not in _ASKED_FOR or not _is_hypothetical(event):
        return False
    asking = {w for o in others if o is not event and o.event_type == "REQUEST" for w in o.words}
    node = event.trigger
    for _ in range(len(sentence.tokens)):
        above = sentence.tokens[node].head
        if above in asking:
            return True
        if above == node:
            return False
        node = above
    return False


def _is_hypothetical(event: CodedEvent) -> bool:
    if event.embedded or event.judgement is None:
        return event.embedded == "hypothetical"
    odds = dict(event.judgement.statuses)
    return bool(odds) and max(odds, key=lambda s: odds[s]) == "hypothetical"
