"""Public affairs told from private ones.

What firms, stars and families do to each other is no political event. Where public affairs are reported it may yet be
one (the shareholders of a firm under sanctions protest to it). But in a report of business, sport, accidents or private
lives it is not, and such reports are full of words for deeds that aren't meant: a coach is fired, a price attacked, a
storm strikes. A report is held for one of these if few of its sentences tell of a public party's deed for sure, if it
speaks as the desks do that deal with private affairs (``desks``), or if most of its events have no public party. The
figures were chosen on the hand-coded reports and on fifty of general news.
"""

import math
from collections.abc import Sequence

from dragoman.coding.desks import is_of_private_desk
from dragoman.coding.lexicon import lexicon
from dragoman.ontology.plover import POLITICAL
from dragoman.types.actor import Actor
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_PUBLIC = POLITICAL | {"NGO", "IGO", "UNO", "EUR"}
"""Sectors, and what stands for the country of international bodies."""
_FORCIBLE = {"ASSAULT", "PROTEST"}
"""Types that are public whoever the parties are."""
_BY_AUTHORITY = {"arrest", "deport", "curfew", "martial-law"}
"""Modes of what only authorities do."""
_SURE = 0.85
"""Probability above which a word tells an event for sure."""
_THIN, _SPARSE, _DENSE = 0.1, 0.18, 0.3
"""Sure public events to a sentence: what a report of a private desk is held to tell at most, below what a report is of
private affairs, and from what on of nothing but public ones.
"""
_LEAST = 0.08
"""The least density that is told from a lesser one."""
_SENTENCES, _USUAL = 5, 0.3
"""How many sentences with how many such events to each a report is thought to go on with: a short one may be any."""
_LIKELY = 0.75
"""Probability that an event must have in a report of private affairs."""
_OPENING = 4
"""Sentences, the title among them, that tell what a report is about."""
_ACCIDENTS = {
    "accident", "avalanche", "capsize", "capsizing", "collide", "collision", "crash", "cyclone", "derail",
    "derailment", "earthquake", "flood", "flooding", "heatwave", "hurricane", "landslide", "mudslide", "overturn",
    "quake", "snowfall", "storm", "stampede", "tornado", "tsunami", "typhoon", "volcano", "wildfire",
}  # fmt: skip
_CONFLICT = {
    "attack", "attacker", "shooting", "strike", "terror", "terrorism", "war", "protest", "protester", "sanction",
    "troops", "army", "coup", "storming", "seize", "seizure", "ceasefire", "hostage", "refugee", "migrant",
}  # fmt: skip
"""Words, beside those of arms, by which an opening tells of more than an accident."""
_AFTERMATH = {
    "ASSAULT", "RETREAT", "CONSULT", "COOPERATE", "SUPPORT", "MOBILIZE", "AID", "AGREE", "REQUEST", "THREATEN",
}  # fmt: skip


def density_of(events: Sequence[CodedEvent], sentences: Sequence[Sentence]) -> float:
    """How many public events a report tells for sure, to each sentence. One that speaks as the desks of private affairs
    do is thin whatever it tells: its deeds are seldom what they are called.
    """
    sure = sum(_probability(e) > _SURE and _is_public(e) for e in events)
    found = (sure + _SENTENCES * _USUAL) / (len(sentences) + _SENTENCES)
    return min(found, _THIN) if is_of_private_desk(sentences) else found


def is_dense(density: float) -> bool:
    """Whether a report of such density deals with public affairs throughout: then it goes on telling of the same few
    parties.
    """
    return density >= _DENSE


def thinness_of(density: float) -> float:
    """How far a report of such density falls short of a dense one, as the logarithm of their ratio; 0 if it doesn't."""
    return math.log(_DENSE / max(_LEAST, min(density, _DENSE)))


def public_affairs(events: Sequence[CodedEvent], sentences: Sequence[Sentence], density: float) -> list[CodedEvent]:
    """The events of a report of some density that are of public affairs; in a report that is of such, all."""
    if density < _SPARSE:
        kept = [e for e in events if _probability(e) >= _LIKELY and _is_public_by_kind(e)]
    elif 2 * sum(map(_is_public, events)) < len(events):
        kept = [e for e in events if _is_public_by_kind(e)]
    else:
        kept = list(events)
    return kept if is_dense(density) else of_accidents(kept, sentences[:_OPENING])


def of_accidents(events: Sequence[CodedEvent], opening: Sequence[Sentence]) -> list[CodedEvent]:
    """The events of a report without what only an accident or a disaster brings with it, if its ``opening`` tells of
    one: rescues, words of sympathy, the search for the cause. What passes between states, measures and protests stay.
    """
    words = {t.lemma.lower() for s in opening for t in s.tokens if t.entity != "PERSON"}
    if not words & _ACCIDENTS or words & (_CONFLICT | lexicon().classes["armed_word"]):
        return list(events)
    return [e for e in events if not _is_aftermath(e)]


def _is_aftermath(event: CodedEvent) -> bool:
    """Whether an accident brings an event with it: an inquiry, or what people of one state do."""
    if event.event_mode == "investigate":
        return True
    actors, recipients = ({m.actor.country for m in side} - {""} for side in (event.actors, event.recipients))
    between = bool(actors and recipients) and not actors & recipients
    return event.event_type in _AFTERMATH and not between


def _is_public(event: CodedEvent) -> bool:
    """Whether a party of an event acts in public affairs, or only an authority does such a thing."""
    parties = (*event.actors, *event.recipients)
    return event.event_mode in _BY_AUTHORITY or any(_acts_in_public(m.actor) for m in parties)


def _is_public_by_kind(event: CodedEvent) -> bool:
    return event.event_type in _FORCIBLE or _is_public(event)


def _acts_in_public(actor: Actor) -> bool:
    """Whether somebody is a state, an office, or of an authority, a party, an armed group or an association."""
    return actor.kind in {"state", "office"} or bool({actor.country, *actor.sectors} & _PUBLIC)


def _probability(event: CodedEvent) -> float:
    """That an event is told; by rule it is."""
    return event.judgement.accepted if event.judgement else 1.0
