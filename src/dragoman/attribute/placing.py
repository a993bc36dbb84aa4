"""Where a given event happened: of the places that its sentence names, the likeliest, or none.

A logistic regression over what the encoder hears, the parse and the preposition say of each place. The weights were
fitted on sentences that the encoder wasn't trained on (``training/placing.py``) and stand in ``data/placing.tsv``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from dragoman.attribute.nearness import distance
from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.weights import Rows, fill, fitted, log_odds, probabilities
from dragoman.types.coded import CodedEvent
from dragoman.types.place import Place, PlaceMention
from dragoman.types.text import Sentence

PLACED = 0.1
"""Probability above which a place is taken for that of an event: low, for the place is asked for."""
_WORDS = {
    "in": "in", "at": "at", "near": "near", "outside": "about", "inside": "about", "around": "about",
    "across": "about", "throughout": "about", "within": "about", "along": "about", "off": "about", "on": "on",
    "over": "on", "of": "of", "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "by": "by",
    "against": "by", "with": "by", "for": "by", "between": "by",
}  # fmt: skip
"""Prepositions and the classes that they are weighed as."""
_SETTLEMENTS = {
    "town", "village", "city", "district", "suburb", "neighbourhood", "neighborhood", "quarter", "province",
    "governorate", "county", "camp", "area", "region", "valley", "island", "port", "settlement", "crossing",
    "checkpoint", "countryside", "municipality", "prefecture", "township", "hamlet", "enclave", "slum", "outskirt",
    "capital", "base", "airport",
}  # fmt: skip
"""Nouns that say of a name beside them that it is a place: "the village of X", "X town"."""
_HELD = {
    "capture", "liberate", "recapture", "retake", "seize", "besiege", "shell", "bomb", "patrol", "storm", "occupy",
    "raid", "encircle", "secure", "overrun", "bombard", "leave", "reach", "enter", "visit", "evacuate", "invade",
}  # fmt: skip
"""Verbs whose object, if it is a name and no person's, is a place."""
_LINK = 4
"""Words that may stand between a place and the one that it lies in."""
_PERSONS_TOO = {"capture", "seize", "visit", "leave", "raid", "secure", "reach"}
"""Those of them whose object may be a person."""
WIDE = {"country", "region", "continent"}
_TOLD_BY_WORDS = {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
_PLACES = {"GPE", "LOC", "FAC"}
FEATURES = (
    "always", "encoder, head", "encoder, phrase", "encoder, ahead of others", "parse: distance", "parse: out of reach",
    "words between", "before the trigger", "within 5 words", "in its clause",
    *(f"after: {w}" for w in sorted(set(_WORDS.values()))),
    "possessor", "modifier", "subject", "object", "apposition", "coordinated",
    "a state", "wide", "unknown", "within another's phrase", "has another in its phrase",
    "a party", "a party, a recipient of force", "a party, visited", "words", "words, encoder", "visit", "visit, to",
    "force", "force, object", "a state, encoder", "a state, modifier", "wide, within another's", "narrowest", "alone",
)  # fmt: skip
"""What a place is judged by, in the order of the columns of ``table``."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place named in a sentence, at passage positions; ``place`` is None where the gazetteer doesn't know it."""

    start: int
    end: int
    head: int
    text: str
    place: Place | None


def candidates(sentence: Sentence, text: str, places: Sequence[PlaceMention]) -> list[Candidate]:
    """The places that a sentence names, known and unknown, in order. ``text`` is its passage's."""
    found = []
    for mention in (p for p in places if not p.inside):
        head = sentence.head_at(mention.start, mention.end)
        if sentence.holds(mention.passage, mention.start) and head is not None:
            found.append(Candidate(mention.start, mention.end, head, mention.text, mention.place))
    taken = {i for c in found for i in range(c.start, c.end)}
    for first, last in _names(sentence):
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        head = sentence.head_at(start, end)
        if head is not None and not taken & set(range(start, end)) and _is_somewhere(sentence, first, last, head):
            found.append(Candidate(start, end, head, text[start:end], None))
    return sorted(found, key=lambda c: c.start)


def _names(sentence: Sentence) -> list[tuple[int, int]]:
    """Runs of words that the recogniser takes for a place, or that are proper nouns."""
    found: list[tuple[int, int]] = []
    for token in sentence.tokens:
        name = token.entity in _PLACES or (token.pos == "PROPN" and token.entity not in {"DATE", "TIME"})
        if not name or token.text.lower() == "the":
            continue
        if found and found[-1][1] == token.index and not (token.entity_begins and token.entity):
            found[-1] = (found[-1][0], token.index + 1)
        else:
            found.append((token.index, token.index + 1))
    return found


_NOWHERE = {"people", "nationality", "group", "body", "agency"}
"""Kinds of names that no place unknown to the gazetteer bears."""


def _is_somewhere(sentence: Sentence, first: int, last: int, head: int) -> bool:
    tokens = sentence.tokens
    known = knowledge().names.get(tokens[head].text)
    if known is not None and (known.kind in _NOWHERE or tokens[head].entity == "NORP"):
        return False
    if any(t.entity in _PLACES for t in tokens[first:last]):
        return True
    above = tokens[tokens[head].head]
    if any(t.entity == "PERSON" for t in tokens[first:last]) and above.lemma.lower() in _PERSONS_TOO:
        return False
    word = above.text.lower()
    if tokens[head].dep == "pobj" and _WORDS.get(word) in {"in", "near", "about", "at"}:
        return True
    if tokens[head].dep == "pobj" and word == "of" and tokens[above.head].lemma.lower() in _SETTLEMENTS:
        return True
    after = tokens[last].lemma.lower() if last < len(tokens) else ""
    return after in _SETTLEMENTS or (tokens[head].dep == "dobj" and above.lemma.lower() in _HELD)


def placed(sentence: Sentence, event: CodedEvent, found: Sequence[Candidate]) -> Candidate | None:
    """The place of an event, the narrower of two in one phrase; None where its sentence doesn't tell one."""
    if not found:
        return None
    odds = probabilities(table(sentence, event, found), weights())[:, 1]
    best = int(odds.argmax())
    if odds[best] <= PLACED:
        return None
    for i, other in enumerate(found):
        if i != best and odds[i] > PLACED and _is_part_of(sentence, other, found[best]):
            return other
    return found[best]


def table(sentence: Sentence, event: CodedEvent, found: Sequence[Candidate]) -> Rows:
    """Features of each candidate."""
    heard = [_heard(sentence, event, c) for c in found]
    made = np.zeros((len(found), len(FEATURES)))
    for i, (row, candidate) in enumerate(zip(made, found, strict=True)):
        others = [head for j, (head, _) in enumerate(heard) if j != i]
        head, phrase = heard[i]
        fill(row, _features(sentence, event, candidate, found), FEATURES)
        fill(row, {
            "encoder, head": head,
            "encoder, phrase": phrase,
            "encoder, ahead of others": min(6.0, max(-6.0, head - max(others, default=-6.0))),
            "words, encoder": head * (event.event_type in _TOLD_BY_WORDS),
            "a state, encoder": head * _is_state(candidate),
        }, FEATURES)  # fmt: skip
    return made


def _heard(sentence: Sentence, event: CodedEvent, candidate: Candidate) -> tuple[float, float]:
    """Log-odds by the encoder of a candidate's head and of its whole name."""
    odds = event.judgement.places if event.judgement else ()
    if not odds:
        return -3.0, -3.0
    inside = [odds[t.index] for t in sentence.tokens if t.start < candidate.end and t.end > candidate.start]
    head, phrase = log_odds([odds[candidate.head], sum(inside) / len(inside)])
    return float(head), float(phrase)


def _is_state(candidate: Candidate) -> bool:
    return candidate.place is not None and candidate.place.kind == "country"


def _is_wide(candidate: Candidate) -> bool:
    return candidate.place is not None and candidate.place.kind in WIDE


def _features(
    sentence: Sentence, event: CodedEvent, candidate: Candidate, found: Sequence[Candidate]
) -> dict[str, float]:
    tokens, head = sentence.tokens, candidate.head
    token, above = tokens[head], tokens[tokens[head].head]
    cost = distance(sentence, event.trigger, head)
    away = abs(head - event.trigger)
    word = _WORDS.get(above.text.lower(), "") if token.dep == "pobj" else ""
    heads = {m.head for m in (*event.actors, *event.recipients) if m.sentence == sentence.index}
    hit = {m.head for m in event.recipients if m.sentence == sentence.index}
    visit = event.event_mode == "visit"
    within = any(_is_under(sentence, head, c.head) for c in found if c is not candidate)
    made = {
        "always": 1.0,
        "parse: distance": min(cost, 20) / 10,
        "parse: out of reach": float(cost > 20),
        "words between": math.log1p(away),
        "before the trigger": float(head < event.trigger),
        "within 5 words": float(away <= 5),
        "in its clause": float(sentence.clause(head) == sentence.clause(event.trigger)),
        "possessor": float(token.dep == "poss"),
        "modifier": float(token.dep in {"compound", "amod", "nmod"}),
        "subject": float(token.dep in {"nsubj", "nsubjpass"}),
        "object": float(token.dep == "dobj"),
        "apposition": float(token.dep == "appos"),
        "coordinated": float(token.dep == "conj"),
        "a state": float(_is_state(candidate)),
        "wide": float(_is_wide(candidate)),
        "unknown": float(candidate.place is None),
        "within another's phrase": float(within),
        "wide, within another's": float(within and _is_wide(candidate)),
        "a state, modifier": float(_is_state(candidate) and token.dep in {"compound", "amod", "nmod"}),
        "force, object": float(event.event_type == "ASSAULT" and token.dep in {"dobj", "nsubjpass"}),
        "has another in its phrase": float(any(_is_under(sentence, c.head, head) for c in found if c is not candidate)),
        "a party": float(head in heads),
        "a party, a recipient of force": float(head in hit and event.event_type == "ASSAULT"),
        "a party, visited": float(head in heads and visit),
        "words": float(event.event_type in _TOLD_BY_WORDS),
        "visit": float(visit),
        "visit, to": float(visit and word == "to"),
        "force": float(event.event_type == "ASSAULT"),
        "narrowest": float(not _is_wide(candidate) and all(_is_wide(c) for c in found if c is not candidate)),
        "alone": float(len(found) == 1),
    }
    if word:
        made[f"after: {word}"] = 1.0
    return made


def _is_part_of(sentence: Sentence, inner: Candidate, outer: Candidate) -> bool:
    """Whether one place is told to lie in another: "Kadugli in South Kordofan", "Goma, Congo", "Peru's Ayacucho"."""
    if _is_under(sentence, outer.head, inner.head):
        return True
    between = [t for t in sentence.tokens if inner.end <= t.start and t.end <= outer.start]
    linked = all(t.text.lower() in {"in", "of", ",", "the"} or t.pos in {"ADJ", "NOUN"} for t in between)
    return inner.end < outer.start and linked and len(between) <= _LINK and not _is_wide(inner)


def _is_under(sentence: Sentence, inner: int, outer: int) -> bool:
    """Whether a name hangs on another within one phrase: "Kadugli in South Kordofan"."""
    token = sentence.tokens[inner]
    while token.head != token.index and sentence.tokens[token.head].pos not in {"VERB", "AUX"}:
        if token.head == outer:
            return True
        token = sentence.tokens[token.head]
    return False


@cache
def weights() -> Rows:
    """The fitted weights: features by one."""
    return fitted("placing.tsv", __package__, FEATURES, ("weight",))
