"""Restrictions that a state lays on another: what is coercion at home is a sanction across a border.

"Belgrade banned the party" compels by authority; "Belgrade banned Croatian butter", "barred the Croatian firm from the
tender" hits another state, over which one has none. Persons within one's reach are coerced whatever their passport.
"""

from dataclasses import replace

from dragoman.ontology.plover import OFFICIAL
from dragoman.types.actor import Actor
from dragoman.types.coded import CodedEvent

_RESTRICTIONS = {"restrict", "withhold", "censor"}
_STATES_OWN = OFFICIAL | {"BUS"}


def across_border(event: CodedEvent) -> CodedEvent:
    """A restriction as a sanction, where another state, its officials or its firms are hit."""
    if event.event_type != "COERCE" or event.event_mode not in _RESTRICTIONS or not (event.actors and event.recipients):
        return event
    own = {m.actor.country for m in event.actors}
    if "" in own or not all(_acts_for_a_state(m.actor) for m in event.actors):
        return event
    if all(m.actor.country not in own and _is_a_states(m.actor) for m in event.recipients):
        return replace(event, event_type="SANCTION", event_mode="", rule=f"{event.rule}; laid on another state")
    return event


def _acts_for_a_state(actor: Actor) -> bool:
    return actor.kind == "state" or bool(set(actor.sectors[:1]) & OFFICIAL)


def _is_a_states(actor: Actor) -> bool:
    return (
        bool(actor.country)
        and actor.kind != "person"
        and (actor.kind == "state" or bool(set(actor.sectors[:1]) & _STATES_OWN))
    )
