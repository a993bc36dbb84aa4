"""Public affairs told from private ones.

What firms, stars and families do to each other is no political event. Where public affairs are reported it may yet be
one (the shareholders of a firm under sanctions protest to it). But in a report of business, sport, accidents or private
lives it is not, and such reports are full of words for deeds that aren't meant: a coach is fired, a price attacked, a
storm strikes. A report is held for one of these if few of its sentences tell of a public party's deed for sure, or most
of its events have no public party. The figures were chosen on the hand-coded reports and on fifty of general news.
"""

from collections.abc import Sequence

from dragoman.ontology.plover import OFFICIAL, UNLAWFUL
from dragoman.types.actor import Actor
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_PUBLIC = OFFICIAL | UNLAWFUL | {"PTY", "OPP", "ELI", "NGO", "IGO", "UNO", "EUR"}
"""Sectors, and what stands for the country of international bodies."""
_PUBLIC_BY_THEMSELVES = {"ASSAULT", "PROTEST"}
"""Types that are public whoever the parties are."""
_BY_AUTHORITY = {"arrest", "deport", "curfew", "martial-law"}
"""Modes of what only authorities do."""
_SURE = 0.85
"""Probability above which a word tells an event for sure."""
_DENSE = 0.18
"""Sure events of public parties to a sentence, from which on a report is of public affairs."""
_SENTENCES, _USUAL = 5, 0.3
"""How many sentences with how many such events to each a report is thought to go on with: a short one may be any."""
_LIKELY = 0.75
"""Probability that an event must have in a report of private affairs."""


def density(events: Sequence[CodedEvent], sentences: int) -> float:
    """How many events of public parties a report of so many sentences tells for sure, to each sentence."""
    sure = sum(_probability(e) > _SURE for e in events if is_public(e))
    return (sure + _SENTENCES * _USUAL) / (sentences + _SENTENCES)


def public_affairs(events: Sequence[CodedEvent], sentences: int) -> list[CodedEvent]:
    """The events of a report of so many sentences, without its private ones if it is of private affairs."""
    public = [e for e in events if is_public(e) or e.event_mode in _BY_AUTHORITY]
    if density(events, sentences) < _DENSE:
        return [e for e in events if _probability(e) >= _LIKELY and _is_of_public_kind(e)]
    if 2 * len(public) < len(events):
        return [e for e in events if _is_of_public_kind(e)]
    return list(events)


def of_accidents(events: Sequence[CodedEvent], opening: Sequence[Sentence]) -> list[CodedEvent]:
    """The events of a report without what only an accident or a disaster brings with it, if its ``opening`` (the title
    and what follows) tells of one: rescues, words of sympathy, the search for the cause. What passes between states,
    measures and protests stay.
    """
    words = {t.lemma.lower() for s in opening for t in s.tokens if t.entity != "PERSON"}
    if not words & _ACCIDENTS or words & _FORCE:
        return list(events)
    return [e for e in events if not _is_aftermath(e)]


_ACCIDENTS = {
    "accident", "avalanche", "capsize", "capsizing", "collide", "collision", "crash", "cyclone", "derail",
    "derailment", "earthquake", "flood", "flooding", "heatwave", "hurricane", "landslide", "mudslide", "overturn",
    "quake", "snowfall", "storm", "stampede", "tornado", "tsunami", "typhoon", "volcano", "wildfire",
}  # fmt: skip
_FORCE = {
    "attack", "attacker", "bomb", "bomber", "bombing", "gunman", "militant", "missile", "rebel", "shell", "shelling",
    "shooting", "strike", "terror", "terrorism", "terrorist", "war", "drone", "airstrike", "protest", "protester",
    "sanction", "troops", "army", "coup", "storming", "seize", "seizure", "ceasefire", "hostage", "refugee", "migrant",
}  # fmt: skip
_AFTERMATH = {
    "ASSAULT",
    "RETREAT",
    "CONSULT",
    "COOPERATE",
    "SUPPORT",
    "MOBILIZE",
    "AID",
    "AGREE",
    "REQUEST",
    "THREATEN",
}


def _is_aftermath(event: CodedEvent) -> bool:
    if event.event_mode == "investigate":
        return True
    actors, recipients = (
        {m.actor.country for m in side if m.actor.country} for side in (event.actors, event.recipients)
    )
    between = bool(actors and recipients) and not actors & recipients
    return event.event_type in _AFTERMATH and not between


def is_public(event: CodedEvent) -> bool:
    """Whether a party of an event acts in public affairs."""
    return any(_acts_in_public(m.actor) for m in (*event.actors, *event.recipients))


def _is_of_public_kind(event: CodedEvent) -> bool:
    return event.event_type in _PUBLIC_BY_THEMSELVES or event.event_mode in _BY_AUTHORITY or is_public(event)


def _acts_in_public(actor: Actor) -> bool:
    """Whether somebody is a state, an office, or of an authority, a party, an armed group or an association."""
    return actor.kind in {"state", "office"} or bool({actor.country, *actor.sectors} & _PUBLIC)


def _probability(event: CodedEvent) -> float:
    """That an event is told; by rule it is."""
    return event.judgement.accepted if event.judgement else 1.0
