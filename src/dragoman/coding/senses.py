"""Words in a sense that is no political deed: patients are released from hospital, quakes strike, prices are charged.

The table ``data/senses.tsv`` says with what other word, and where, a word has such a sense.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.coding import clause
from dragoman.coding.match import Filled
from dragoman.ontology.tables import cells, rows
from dragoman.types.text import Sentence, Token

_MONEY = "#money"
_ANY = "*"
_CURRENCIES = {"$", "£", "€", "¥", "₹"}
_ON = {"advcl", "relcl", "acl", "ccomp"}
_OF_FORCE = {"ASSAULT", "ACCUSE"}
_ARMED = {
    "bomb", "bomber", "bombing", "explosive", "missile", "rocket", "shell", "shelling", "gunman", "gunfire", "militant",
    "insurgent", "rebel", "terrorist", "drone", "airstrike", "sniper", "arson", "sabotage",
}  # fmt: skip
"""Words of force: where one stands, people are killed by it, though there be a crash too."""


@dataclass(frozen=True, slots=True)
class Sense:
    """With one of ``others`` in one of the places ``where``, a word tells of no event of ``types``."""

    types: tuple[str, ...]
    where: tuple[str, ...]
    others: frozenset[str]


def is_otherwise_meant(sentence: Sentence, filled: Filled) -> bool:
    """Whether a word has a sense in which it tells of no event of its type."""
    return has_other_sense(sentence, filled.trigger, filled.entry.event_type)


def has_other_sense(sentence: Sentence, word: int, event_type: str) -> bool:
    """Whether a word of a sentence stands so that it tells of no event of a type."""
    fitting = [s for s in senses().get(sentence.tokens[word].lemma.lower(), ()) if event_type in s.types]
    others = (t.lemma.lower() for t in sentence.tokens if t.index != word)
    if not fitting or (event_type in _OF_FORCE and any(o in _ARMED for o in others)):
        return False
    return any(_holds(sentence, word, sense) for sense in fitting)


def _holds(sentence: Sentence, trigger: int, sense: Sense) -> bool:
    others = (sentence.tokens[i] for where in sense.where for i in _at(sentence, trigger, where))
    return any(_is_one_of(t, sense.others) for t in others)


def _is_one_of(token: Token, others: frozenset[str]) -> bool:
    if token.entity == "PERSON":
        return False
    return _ANY in others or token.lemma.lower() in others or (_MONEY in others and token.text in _CURRENCIES)


def _at(sentence: Sentence, trigger: int, where: str) -> Iterable[int]:
    """The tokens of a sentence that stand in a place about a word."""
    match where:
        case "obj":
            passive = clause.is_passive(sentence, trigger)
            return [*_with_money(sentence, (clause.subjects if passive else clause.objects)(sentence, trigger))]
        case "subj":
            return clause.agent(sentence, trigger) or clause.subjects(sentence, trigger)
        case "near":
            return (t.index for t in sentence.tokens if t.index != trigger)
        case "clause":
            below = (c for c in sentence.subtree(trigger) if sentence.tokens[c].dep in _ON)
            return (c for c in below if not clause.objects(sentence, c))
        case preposition:
            token = sentence.tokens[trigger]
            above = clause.after(sentence, token.head, preposition) if token.dep == "dobj" else []
            return [*clause.after(sentence, trigger, preposition), *above]


def _with_money(sentence: Sentence, objects: Iterable[int]) -> Iterable[int]:
    for index in objects:
        yield index
        yield from (c for c in sentence.children[index] if sentence.tokens[c].text in _CURRENCIES)


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """By word."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for row in rows("senses.tsv", __package__):
        sense = Sense(cells(row["types"]), cells(row["where"]), frozenset(cells(row["others"])))
        for word in cells(row["words"]):
            found[word].append(sense)
    return {word: tuple(held) for word, held in found.items()}
