"""What a deed is by who does it to whom: the same words tell coercion only where somebody has authority.

"Belgrade banned the party" compels by authority; "Belgrade banned Croatian butter", "barred the Croatian firm from the
tender" hits another state, over which one has none: a sanction. Persons within one's reach are coerced whatever their
passport. Police capture a thief; who captures a town, and whom rebels or pirates capture, is taken by force. What one
buys from another is trade, what one buys for another is aid. Who bars an arrest coerces nobody: he yields.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.ontology.knowledge import acts_for_a_state
from dragoman.ontology.plover import OFFICIAL, UNLAWFUL
from dragoman.types.actor import Actor
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_BUYING = {"buy", "purchase", "procure", "order", "acquire", "fund", "finance"}
_CHARGING = {"charge"}
_RESTRICTIONS = {"restrict", "withhold"}
_COERCION = {
    "arrest", "detention", "deportation", "extradition", "execution", "expulsion", "eviction", "handover",
    "imprisonment", "prosecution",
}  # fmt: skip
"""What is done to somebody by authority, as nouns."""
_TAKING = {"capture", "seize", "seizure", "take", "catch", "grab", "snatch", "retake", "recapture"}
_LAWLESS = UNLAWFUL - {"PRM"}
_OFFICERS = OFFICIAL | {"PRM"}
_STATES_OWN = OFFICIAL | {"BUS"}


def by_reach(event: CodedEvent, sentences: Sequence[Sentence]) -> CodedEvent:
    """An event with the type that its parties give it."""
    if not (event.actors and event.recipients):
        return event
    if event.event_type == "COOPERATE" and _is_bought_for(event, sentences[event.sentence]):
        return replace(event, event_type="AID", event_mode="", rule=f"{event.rule}; bought for another")
    return _by_authority(event, sentences) if event.event_type == "COERCE" else event


def is_state_itself(actor: Actor) -> bool:
    """Whether an actor is a state, its government or a ministry, which protest in words."""
    return actor.kind == "state" or (actor.kind in {"office", "body"} and actor.sectors[:1] == ("GOV",))


def _is_bought_for(event: CodedEvent, sentence: Sentence) -> bool:
    """Whether all whom a purchase is with are those for whom it is made."""
    if sentence.tokens[event.trigger].lemma.lower() not in _BUYING:
        return False
    above = (event.trigger, *clause.children(sentence, event.trigger, "dobj"))
    behalf = {c for a in above for t in clause.after(sentence, a, "for") for c in clause.coordinated(sentence, t)}
    return all(m.sentence == event.sentence and m.head in behalf for m in event.recipients)


def _by_authority(event: CodedEvent, sentences: Sequence[Sentence]) -> CodedEvent:
    sentence = sentences[event.sentence]
    barred = {sentence.tokens[o].lemma for o in clause.children(sentence, event.trigger, "dobj")} & _COERCION
    if event.event_mode in _RESTRICTIONS and barred:
        return replace(event, event_type="CONCEDE", event_mode="", rule=f"{event.rule}; of a coercion")
    if event.event_mode in _RESTRICTIONS and _is_abroad(event):
        return replace(event, event_type="SANCTION", event_mode="", rule=f"{event.rule}; laid on another state")
    lemma = sentence.tokens[event.trigger].lemma.lower()
    if lemma in _CHARGING and not any(acts_for_a_state(m.actor) for m in event.actors) and _are_official(event):
        return replace(event, event_type="ACCUSE", event_mode="allege", rule=f"{event.rule}; by no authority")
    taken = lemma in _TAKING
    if taken and all(m.actor.actor_id.startswith("place:") for m in event.recipients):
        return replace(event, event_type="ASSAULT", event_mode="", rule=f"{event.rule}; of a place")
    if taken and all(set(m.actor.sectors) & _LAWLESS and not set(m.actor.sectors) & _OFFICERS for m in event.actors):
        return replace(event, event_type="ASSAULT", event_mode="abduct", rule=f"{event.rule}; by no authority")
    return event


def _are_official(event: CodedEvent) -> bool:
    """Whether all to whom it is done act for a state themselves: nobody else charges them in court."""
    return all(acts_for_a_state(m.actor) for m in event.recipients)


def _is_abroad(event: CodedEvent) -> bool:
    """Whether another state, its officials or its firms are hit."""
    own = {m.actor.country for m in event.actors}
    if "" in own or not all(acts_for_a_state(m.actor) for m in event.actors):
        return False
    return all(m.actor.country not in own and _is_a_states(m.actor) for m in event.recipients)


def _is_a_states(actor: Actor) -> bool:
    return (
        bool(actor.country)
        and actor.kind != "person"
        and (actor.kind == "state" or bool(set(actor.sectors[:1]) & _STATES_OWN))
    )
