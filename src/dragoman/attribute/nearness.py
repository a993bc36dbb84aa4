"""How near a word stands to an event in the parse, as its time or place would: clause borders are dear."""

from collections.abc import Sequence

from dragoman.types.text import Sentence

_CLAUSAL = {"ccomp", "relcl", "advcl", "parataxis", "csubj", "acl"}
_MEANWHILE = {"when", "where", "as", "while", "whereupon"}
FAR = 99
"""The distance of what doesn't belong to an event."""
_FARTHEST = 20
"""The longest that is measured."""
_UNHEARD = 40
_EVEN = 0.35
"""The encoder's probability at which it speaks neither for nor against a time or place."""


def distance(sentence: Sentence, trigger: int, other: int) -> int:
    """How far a word stands from a trigger: steps up from the trigger and down to the word, clause borders dear."""
    up = sentence.path(trigger)
    down = sentence.path(other)
    common = next((n for n in down if n in up), None)
    if common is None:
        return FAR
    climb = up[: up.index(common)]
    descent = down[: down.index(common)]
    cost = len(climb) + len(descent)
    cost += sum(_border(sentence, n) for n in climb)
    cost += sum(_inwards(sentence, n) for n in descent)
    cost += sum(_conjunct(sentence, n) for n in (*climb, *descent))
    return cost if cost <= _FARTHEST else FAR


def _conjunct(sentence: Sentence, node: int) -> int:
    """What it costs to cross into or out of a coordinated clause: far, where it has a subject of its own."""
    if sentence.tokens[node].dep != "conj" or not _is_clause(sentence, node):
        return 0
    own = any(sentence.tokens[c].dep in {"nsubj", "nsubjpass"} for c in sentence.children[node])
    return FAR if own else 6


def _inwards(sentence: Sentence, node: int) -> int:
    """What it costs to enter a clause from above: its time is its own, unless it tells when or where."""
    if sentence.tokens[node].dep not in _CLAUSAL or not _is_clause(sentence, node):
        return 0
    return 1 if is_meanwhile(sentence, node) else FAR


def _border(sentence: Sentence, node: int) -> int:
    """What it costs to leave a clause upwards: a complement's time is rarely its verb of saying's."""
    token = sentence.tokens[node]
    if token.dep in {"ccomp", "parataxis"}:
        return FAR
    if token.dep in {"advcl", "relcl"} and is_meanwhile(sentence, node):
        return 1
    if token.dep == "relcl":
        return 14
    if token.dep in {"advcl", "acl"}:
        return 6
    return 4 if token.dep in {"pobj", "pcomp"} else 0


def is_meanwhile(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells of the time or the place of the one above it: "in May, when the bridge was blown up"."""
    below = (sentence.tokens[c] for c in sentence.children[clause])
    return any(t.dep in {"advmod", "mark"} and t.text.lower() in _MEANWHILE for t in below)


def _is_clause(sentence: Sentence, node: int) -> bool:
    return sentence.tokens[node].pos in {"VERB", "AUX"}


def is_here(sentence: Sentence, start: int) -> bool:
    """Whether a character of the passage is in a sentence."""
    return sentence.start <= start < sentence.end


def unheard(sentence: Sentence, start: int, end: int, odds: Sequence[float]) -> float:
    """What the encoder adds to the distance of an event to its time or place: much where it hears none there, and so
    much less than nothing where it surely hears one that a clause's border doesn't count.
    """
    inside = [odds[t.index] for t in sentence.tokens if t.start < end and t.end > start] if odds else []
    if not inside:
        return 0.0
    heard = sum(inside) / len(inside)
    return _UNHEARD * (_EVEN - heard) if heard < _EVEN else -FAR * (heard - _EVEN) / (1 - _EVEN)
