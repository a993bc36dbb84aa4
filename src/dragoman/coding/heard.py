"""A sentence with its parties and with what the encoder reads in it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from dragoman.coding import clause
from dragoman.coding.encoder import Encoded, Floats
from dragoman.coding.view import View
from dragoman.types.actor import ActorMention
from dragoman.types.text import Sentence, Token

_MODIFIERS = {"compound", "amod", "nmod", "poss", "pobj", "prep"}
_NESTED = 5
_SENT = {"mission", "embassy", "ambassador", "envoy", "delegation", "representative", "adviser", "advisor", "delegate"}
Ints = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Heard:
    """A sentence with what the encoder reads in it."""

    view: View
    read: Encoded
    pieces: tuple[Ints, Ints]
    """First and last (exclusive) word piece of each token."""

    def offset(self, token: int) -> int:
        """Where a token begins, in the text that the encoder read."""
        return self.view.token(token).start - self.view.sentence.start

    def table(self, trigger: int) -> Floats | None:
        """Roles by tokens: how probably each token plays each role in the event told at a token; None where the
        encoder read no so far.
        """
        if trigger not in self._tables:
            self._tables[trigger] = self._table(trigger)
        return self._tables[trigger]

    @cached_property
    def _tables(self) -> dict[int, Floats | None]:
        return {}

    def _table(self, trigger: int) -> Floats | None:
        roles = self.read.roles(self.offset(trigger))
        if roles is None:
            return None
        sums = np.concatenate([np.zeros((len(roles), 1), np.float32), roles.cumsum(1)], 1)
        first, last = self.pieces
        return np.asarray((sums[:, last] - sums[:, first]) / np.maximum(last - first, 1), dtype=np.float32)

    @cached_property
    def mentions(self) -> tuple[ActorMention, ...]:
        """All parties named in the sentence, in order."""
        return tuple(m for head in sorted(self.view.parties) for m in self.view.parties[head])

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The verb of each party's clause."""
        return tuple(self.view.sentence.clause(m.head) for m in self.mentions)

    @cached_property
    def phrases(self) -> tuple[Ints, Ints, Ints]:
        """First token, last (exclusive) and head of each party."""
        first, last, head = zip(*((m.first, m.last, m.head) for m in self.mentions), strict=True)
        return np.array(first), np.array(last), np.array(head)

    @cached_property
    def form(self) -> tuple[list[float], list[float], list[float]]:
        """For each party whether it is a state, stands in another's phrase, and has one in its own."""
        states = [float(m.actor.kind == "state") for m in self.mentions]
        inner = [float(any(row)) for row in self.nested]
        return states, inner, [float(any(column)) for column in zip(*self.nested, strict=True)]

    @cached_property
    def nested(self) -> tuple[tuple[bool, ...], ...]:
        """For each party, of which others it stands in the phrase."""
        sentence = self.view.sentence
        return tuple(tuple(o is not m and is_within(sentence, m, o) for o in self.mentions) for m in self.mentions)


def hear(view: View, read: Encoded) -> Heard:
    """A sentence with what the encoder reads in it."""
    start = view.sentence.start
    spans = [read.pieces_of(t.start - start, t.end - start) for t in view.sentence.tokens]
    first, last = (np.array(x, dtype=np.intp) for x in zip(*spans, strict=True))
    return Heard(view, read, (first, last))


def is_within(sentence: Sentence, inner: ActorMention, outer: ActorMention) -> bool:
    """Whether one party's name only says of another whose or what it is ("the president of France")."""
    return _holds(outer, inner) or _qualifies(sentence, inner, outer)


def _qualifies(sentence: Sentence, inner: ActorMention, outer: ActorMention) -> bool:
    """Whether one party's name is a modifier in the phrase that another heads or stands in apposition to."""
    token = _first_of_list(sentence, inner)
    for _ in range(_NESTED):
        above = sentence.tokens[token.head]
        out = token.dep == "pobj" and not _leads_up(sentence, above) and not _is_from(above, inner, outer)
        if token.dep not in _MODIFIERS or above is token or out:
            return False
        token = above
        names = {c for c in sentence.children[token.index] if sentence.tokens[c].dep in {"appos", "nmod"}}
        if token.index == outer.head or outer.head in names:
            return True
    return False


def _first_of_list(sentence: Sentence, mention: ActorMention) -> Token:
    """The head of a party; in "counterparts from Chad and Mali" that of the first of the list."""
    first = clause.first_of_list(sentence, mention.head)
    return sentence.tokens[first if clause.behind(sentence, first) == "from" else mention.head]


def _is_from(preposition: Token, inner: ActorMention, outer: ActorMention) -> bool:
    """Whether a state is only where somebody is from: "counterparts from Chad"."""
    country = inner.actor.country
    return preposition.text.lower() == "from" and bool(country) and country == outer.actor.country


def _leads_up(sentence: Sentence, preposition: Token) -> bool:
    """Whether what a preposition governs says whose or what its noun is: "of", and "to" after one who is sent."""
    word = preposition.text.lower()
    return word == "of" or (word == "to" and sentence.tokens[preposition.head].lemma.lower() in _SENT)


def _holds(outer: ActorMention, inner: ActorMention) -> bool:
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and outer.first <= inner.first and inner.last <= outer.last
