"""Who arrests where nobody is named: "a suspect was detained" leaves the state's authorities to be understood."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.plover import OFFICIAL
from dragoman.types.actor import Actor, ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText

_BY_AUTHORITY = {"arrest", "restrict", "censor", "curfew", "martial-law", "deport"}


def with_authorities(event: CodedEvent, resolved: ResolvedText, events: Sequence[CodedEvent]) -> CodedEvent:
    """An arrest, charge, ban or deportation without an actor gets the authorities of the state that holds or tries the
    same persons elsewhere in the report, or where its sentence says that it was; else of the one that the report is
    about, unless its recipient is of another. The actor's span is where the report names that state last.
    """
    if event.actors or event.event_type != "COERCE" or event.event_mode not in _BY_AUTHORITY:
        return event
    local = _holder(event, events) or _state_of_places(event, resolved)
    country = local or resolved.focus
    foreign = any(m.actor.country not in {"", country} for m in event.recipients)
    if not country or (foreign and not local) or any(m.actor.kind == "state" for m in event.recipients):
        return event
    named = [m for m in resolved.actors if m.actor.country == country and m.sentence <= event.sentence]
    if not named:
        return event
    evidence = named[-1]
    adjective = knowledge().adjectives.get(country, country)
    actor = Actor(f"party:{country.lower()}:authorities", f"{adjective} authorities", "unnamed", country, ("GOV",))
    implied = ActorMention(actor, evidence.span, evidence.sentence, evidence.head, evidence.first, evidence.last)
    why = "of the state where it was" if local else "of the report's state"
    return replace(event, actors=(implied,), rule=f"{event.rule}; actor implied: authorities {why}")


def _holder(event: CodedEvent, events: Sequence[CodedEvent]) -> str:
    """The one state whose authorities coerce the same persons by other words of the report, or ''."""
    held = {m.actor.actor_id for m in event.recipients if m.actor.kind == "person"}
    states = {
        m.actor.country
        for e in events
        if e.event_type == "COERCE" and held & {m.actor.actor_id for m in e.recipients}
        for m in e.actors
        if m.actor.kind == "state" or set(m.actor.sectors[:1]) & OFFICIAL
    } - {""}
    return states.pop() if len(states) == 1 else ""


def _state_of_places(event: CodedEvent, resolved: ResolvedText) -> str:
    """The one state in which the towns and regions named in an event's sentence lie, or ''."""
    sentence = resolved.annotated.sentences[event.sentence]
    within = (
        p.place
        for p in resolved.places
        if p.place.country and p.place.kind != "country" and not p.inside and sentence.holds(p.passage, p.start)
    )
    countries = {place.country for place in within}
    return countries.pop() if len(countries) == 1 else ""
