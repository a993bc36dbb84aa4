"""Whom a number alone means ("the two", "both", "the trio"), and "the latter"."""

from collections.abc import Iterable, Sequence

from dragoman.ontology.pronouns import COUNTED
from dragoman.resolve.noted import REACH, Memory, Noted
from dragoman.resolve.scene import Party
from dragoman.types.text import Sentence

_JUST = 2
"""How many sentences back they were named, each by himself."""
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj"}
_PERSONS = {"person", "office"}


def counted(sentence: Sentence, at: int, memory: Memory, mine: Sequence[Party] = ()) -> tuple[Party, ...]:
    """Those whom "the two", "both" or "the trio" alone means: so many persons named before it in the sentence (``mine``
    are its parties), or so many of a kind who were named together or one by one just before, the nearest first; "the
    latter" is who was named last. Empty where a word is none of these.
    """
    token = sentence.tokens[at]
    below = [sentence.tokens[c] for c in sentence.children[at]]
    aside = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].text == ","  # "the two, who were freed,"
    says_who = {"prep", "conj"} if aside else {"prep", "conj", "relcl"}
    alone = token.dep in _ARGUMENTS and not any(t.dep in says_who for t in below)
    definite = any(t.text.lower() == "the" for t in below)
    if alone and definite and token.text.lower() == "latter":
        return _latter(sentence, at, memory, mine)
    number = COUNTED.get(token.text.lower(), 0)
    if not (number and alone and (definite or token.text.lower() == "both")):
        return ()
    named = {p.actor.actor_id: p for p in mine if p.head < at and p.actor.kind in _PERSONS}
    if len(named) == number:
        return tuple(named.values())
    for back in range(1, REACH + 1):
        there = [n for n in memory.noted if n.sentence == sentence.index - back]
        found = _together(there, number) or (_one_by_one(there, number) if back <= _JUST else ())
        if found:
            return found
    return ()


def _together(there: Iterable[Noted], number: int) -> tuple[Party, ...]:
    """So many of one kind who are named together, whom their sentence is about before others."""
    groups = [n for n in there if n.kind == "several" and len(n.parties) == number and _is_of_a_kind(n.parties)]
    return max(groups, key=lambda n: (n.main, n.head)).parties if groups else ()


def _is_of_a_kind(parties: Sequence[Party]) -> bool:
    kinds = {"person" if p.actor.kind in _PERSONS else p.actor.kind for p in parties}
    return len(kinds) == 1 and kinds != {"unnamed"}


def _one_by_one(there: Iterable[Noted], number: int) -> tuple[Party, ...]:
    """The persons, or else the states, of a sentence, where there are so many."""
    for kind in ("person", "state"):
        last = {n.key: n.parties[0] for n in there if n.kind == kind}
        if len(last) == number:
            return tuple(last.values())
    return ()


def _latter(sentence: Sentence, at: int, memory: Memory, mine: Sequence[Party]) -> tuple[Party, ...]:
    """Who was named last, in this sentence or the one before: a person if there is one."""
    here = [p for p in mine if p.last <= at]
    there = [n for n in memory.noted if n.sentence == sentence.index - 1 and len(n.parties) == 1]
    said = here or [n.parties[0] for n in sorted(there, key=lambda n: n.head)]
    persons = [p for p in said if p.actor.kind in _PERSONS]
    return tuple((persons or said)[-1:])
