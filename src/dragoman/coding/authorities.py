"""Who acts where nobody is named: "a suspect was detained" leaves the state's authorities to be understood, "the guards
were freed" those who held them, "mass protests against his rule" the state's protesters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.ontology.knowledge import acts_for_a_state, knowledge
from dragoman.types.actor import Actor, ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText

_BY_AUTHORITY = {"arrest", "restrict", "censor", "curfew", "martial-law", "deport"}
_RULERS = {"state", "person", "office"}
_TAKING = {("COERCE", "arrest"), ("ASSAULT", "abduct")}
"""By what people come into somebody's hands."""


def with_authorities(event: CodedEvent, resolved: ResolvedText, events: Sequence[CodedEvent]) -> CodedEvent:
    """An arrest, charge, ban or deportation without an actor gets the authorities of the state that holds or tries the
    same persons elsewhere in the report, or where its sentence says that it was; else of the one that the report is
    about, unless its recipient is of another; a release those who hold the same people by the report, or such
    authorities. The actor's span is where the report names that state last.
    """
    release = (event.event_type, event.event_mode) == ("RETREAT", "release")
    if event.actors or not (release or (event.event_type == "COERCE" and event.event_mode in _BY_AUTHORITY)):
        return event
    if release and (captors := _captors(event, events)):
        return replace(event, actors=captors, rule=f"{event.rule}; actor implied: who held them")
    local = _holder(event, events) or _state_of_places(event, resolved)
    country = local or resolved.focus
    foreign = any(m.actor.country not in {"", country} for m in event.recipients)
    if not country or (foreign and not local) or any(m.actor.kind == "state" for m in event.recipients):
        return event
    implied = _unnamed(country, "authorities", "GOV", event, resolved)
    if implied is None:
        return event
    why = "of the state where it was" if local else "of the report's state"
    return replace(event, actors=(implied,), rule=f"{event.rule}; actor implied: authorities {why}")


def with_protesters(event: CodedEvent, resolved: ResolvedText) -> CodedEvent:
    """A protest that is told by its noun alone gets the protesters of the state where its sentence says that it was, or
    of the report's own state if it is aimed at who rules that. An army or embassy may be abroad.
    """
    if event.actors or event.event_type != "PROTEST":
        return event
    country = _state_of_places(event, resolved)
    rulers = {m.actor.country for m in event.recipients if m.actor.kind in _RULERS and "MIL" not in m.actor.sectors}
    if not country and resolved.focus in rulers:
        country = resolved.focus
    implied = _unnamed(country, "protesters", "CVL", event, resolved) if country else None
    if implied is None:
        return event
    return replace(event, actors=(implied,), rule=f"{event.rule}; actor implied: protesters of the state")


def _unnamed(country: str, who: str, sector: str, event: CodedEvent, resolved: ResolvedText) -> ActorMention | None:
    """Those of a state whom a report means without naming them, where it named the state last; None if it hasn't."""
    named = [m for m in resolved.actors if m.actor.country == country and m.sentence <= event.sentence]
    if not named:
        return None
    evidence = named[-1]
    adjective = knowledge().adjectives.get(country, country)
    actor = Actor(f"party:{country.lower()}:{who}", f"{adjective} {who}", "unnamed", country, (sector,))
    return ActorMention(actor, evidence.span, evidence.sentence, evidence.head, evidence.first, evidence.last)


def _captors(event: CodedEvent, events: Sequence[CodedEvent]) -> tuple[ActorMention, ...]:
    """Who took, by the report, those who are released."""
    deeds = _done_to(event.recipients, events)
    took = [e for e in deeds if e.actors and (e.event_type, e.event_mode) in _TAKING]
    return took[0].actors if len({e.actors[0].actor.actor_id for e in took}) == 1 else ()


def _done_to(parties: Iterable[ActorMention], events: Sequence[CodedEvent]) -> list[CodedEvent]:
    """What was done to any of some parties."""
    ids = {m.actor.actor_id for m in parties}
    return [e for e in events if ids & {m.actor.actor_id for m in e.recipients}]


def _holder(event: CodedEvent, events: Sequence[CodedEvent]) -> str:
    """The one state whose authorities coerce the same persons by other words of the report, or ''."""
    persons = [m for m in event.recipients if m.actor.kind == "person"]
    states = {
        m.actor.country
        for e in _done_to(persons, events)
        if e.event_type == "COERCE"
        for m in e.actors
        if acts_for_a_state(m.actor)
    } - {""}
    return states.pop() if len(states) == 1 else ""


def _state_of_places(event: CodedEvent, resolved: ResolvedText) -> str:
    """The one state in which the towns and regions named in an event's sentence lie, or ''. A town is a namesake's
    where the report doesn't name its state.
    """
    sentence = resolved.annotated.sentences[event.sentence]
    within = (
        p.place
        for p in resolved.places
        if p.place.country and p.place.kind != "country" and not p.inside and sentence.holds(p.passage, p.start)
    )
    named = {m.actor.country for m in resolved.actors if not m.actor.actor_id.startswith("place:")}
    countries = {place.country for place in within} & named
    return countries.pop() if len(countries) == 1 else ""
