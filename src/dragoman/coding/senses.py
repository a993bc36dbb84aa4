"""Words in a sense that is no political deed: patients are released from hospital, quakes strike, prices are charged.

The table ``data/senses.tsv`` says with what other word, or word class of the lexicon, and where, a word has such a
sense.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.coding import clause
from dragoman.coding.lexicon import Test
from dragoman.coding.view import View
from dragoman.ontology.tables import cells, rows
from dragoman.types.text import Sentence

_ARMED = Test("@armed_word")
_OF_FORCE = {"ASSAULT", "ACCUSE"}
"""Types that may be meant after all where a sentence has a word of arms: shot at, a plane crashes too."""
_SIGNS = {"$", "£", "€", "¥"}
_ON = {"advcl", "relcl", "acl", "ccomp"}


@dataclass(frozen=True, slots=True)
class Sense:
    """With what meets one of the tests in one of the places ``where``, a word tells of no event of ``types``."""

    types: tuple[str, ...]
    where: tuple[str, ...]
    tests: tuple[Test, ...]


def has_other_sense(view: View, word: int, event_type: str) -> bool:
    """Whether a word of a sentence stands so that it tells of no event of a type."""
    fitting = [s for s in senses().get(view.token(word).lemma.lower(), ()) if event_type in s.types]
    if not fitting or (event_type in _OF_FORCE and _meets_any(view, _near(view.sentence, word), (_ARMED,))):
        return False
    return any(_meets_any(view, _at(view.sentence, word, where), s.tests) for s in fitting for where in s.where)


def _meets_any(view: View, words: Iterable[int], tests: Iterable[Test]) -> bool:
    """Whether one of some words, other than names of persons, meets one of some tests."""
    common = [i for i in words if view.token(i).entity != "PERSON"]
    return any(view.meets(test, i) for test in tests for i in common)


def _at(sentence: Sentence, word: int, where: str) -> Iterable[int]:
    """The tokens of a sentence that stand in a place about a word."""
    match where:
        case "obj":
            find = clause.subjects if clause.is_passive(sentence, word) else clause.objects
            return _with_signs(sentence, find(sentence, word))
        case "subj":
            return clause.agent(sentence, word) or clause.subjects(sentence, word)
        case "near":
            return _near(sentence, word)
        case "clause":
            below = (c for c in sentence.subtree(word) if sentence.tokens[c].dep in _ON)
            return (c for c in below if not clause.objects(sentence, c))
        case preposition:
            token = sentence.tokens[word]
            above = clause.after(sentence, token.head, preposition) if token.dep == "dobj" else []
            return [*clause.after(sentence, word, preposition), *above]


def _near(sentence: Sentence, word: int) -> Iterable[int]:
    return (t.index for t in sentence.tokens if t.index != word)


def _with_signs(sentence: Sentence, objects: Iterable[int]) -> Iterable[int]:
    """Some objects, each with the sign of its currency."""
    for index in objects:
        yield index
        yield from (c for c in sentence.children[index] if sentence.tokens[c].text in _SIGNS)


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """By word."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for row in rows("senses.tsv", __package__):
        sense = Sense(cells(row["types"]), cells(row["where"]), tuple(map(Test, cells(row["others"]))))
        for word in cells(row["words"]):
            found[word].append(sense)
    return {word: tuple(held) for word, held in found.items()}
