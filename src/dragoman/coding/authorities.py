"""Who arrests where nobody is named: "a suspect was detained" leaves the state's authorities to be understood."""

from dataclasses import replace

from dragoman.ontology.knowledge import knowledge
from dragoman.types.actor import Actor, ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText

_BY_AUTHORITY = {"arrest", "restrict", "censor", "curfew", "martial-law", "deport"}


def with_authorities(event: CodedEvent, resolved: ResolvedText) -> CodedEvent:
    """An arrest, charge, ban or deportation without an actor gets the authorities of the state that the report is
    about, unless its recipient is of another state. The actor's span is where the report names that state last.
    """
    country = resolved.focus
    if event.actors or event.event_type != "COERCE" or event.event_mode not in _BY_AUTHORITY or not country:
        return event
    if any(m.actor.country not in {"", country} or m.actor.kind == "state" for m in event.recipients):
        return event
    named = [m for m in resolved.actors if m.actor.country == country and m.sentence <= event.sentence]
    if not named:
        return event
    evidence = named[-1]
    adjective = knowledge().adjectives.get(country, country)
    actor = Actor(f"party:{country.lower()}:authorities", f"{adjective} authorities", "unnamed", country, ("GOV",))
    implied = ActorMention(actor, evidence.span, evidence.sentence, evidence.head, evidence.first, evidence.last)
    return replace(event, actors=(implied,), rule=f"{event.rule}; actor implied: authorities of the report's state")
