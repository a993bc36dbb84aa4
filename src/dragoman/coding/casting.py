"""Who plays which part in an event: the lexicon's slots and the encoder's reading, weighed against each other."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.coding import clause
from dragoman.coding.encoder import Encoded, Floats
from dragoman.coding.view import Parties, View, unique
from dragoman.types.actor import ActorMention
from dragoman.types.text import Sentence

Key = tuple[int, int, str]
Ints = npt.NDArray[np.intp]
SLOT = 2.2
"""What it counts, in log-odds, that the lexicon and the parse put a party into a slot."""
MOST = 1.8
"""The most that the encoder's word counts, in log-odds, for or against a party."""
OTHER_SLOT = -1.6
"""What it counts that they put it into another one."""
NO_SLOT = -0.8
"""What it counts that they name the role's filler and it isn't this party."""
SCENE = -2.0
"""What it counts, in an event of words, that a party stands as the scene or the topic and in no slot."""
_SCENES = {"in", "on", "over", "about", "at", "near", "within", "into", "across", "around"}
_UNREAD = 0.5
_MODIFIERS = {"compound", "amod", "nmod", "poss", "pobj", "prep"}
_NESTED = 5
CAST = -1.2
"""Log-odds above which a party may be cast."""
FURTHER = 0.6
"""Log-odds above which a further party of a role is cast that isn't coordinated with the likeliest."""


@dataclass(frozen=True, slots=True)
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
        roles = self.read.roles(self.offset(trigger))
        if roles is None:
            return None
        sums = np.concatenate([np.zeros((len(roles), 1), np.float32), roles.cumsum(1)], 1)
        first, last = self.pieces
        return np.asarray((sums[:, last] - sums[:, first]) / np.maximum(last - first, 1), dtype=np.float32)

    def mentions(self) -> list[ActorMention]:
        """All parties named in the sentence, in order."""
        return [m for head in sorted(self.view.parties) for m in self.view.parties[head]]


def hear(view: View, read: Encoded) -> Heard:
    """A sentence with what the encoder reads in it."""
    start = view.sentence.start
    spans = [read.pieces_of(t.start - start, t.end - start) for t in view.sentence.tokens]
    first, last = (np.array(x, dtype=np.intp) for x in zip(*spans, strict=True))
    return Heard(view, read, (first, last))


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of an event, and how sure the least sure of them is."""

    actors: Parties
    recipients: Parties
    certainty: float


def cast(
    heard: Heard, trigger: int, actors: Parties, recipients: Parties, *, symmetric: bool, verbal: bool = False
) -> Cast:
    """The parties of the event told at a token. ``actors`` and ``recipients`` are those that the slots gave; ``verbal``
    says that it is of words and relations, in which the scene is no party and nobody acts on his own state.
    """
    table = heard.table(trigger)
    if table is None:
        return Cast(actors, recipients, _UNREAD)
    own = {"A": {_key(m) for m in actors}, "R": {_key(m) for m in recipients}}
    chosen: dict[str, list[tuple[float, ActorMention]]] = {"A": [], "R": []}
    for m in heard.mentions():
        scene = SCENE * (verbal and _is_scene(heard.view.sentence, m) and not any(_key(m) in own[r] for r in "AR"))
        odds = {r: _odds(heard, table, m, r, own) + scene for r in "AR"}
        role = "A" if odds["A"] >= odds["R"] else "R"
        if odds[role] > CAST:
            chosen[role].append((odds[role], m))
    distant_a = [m for m in actors if m.sentence != heard.view.sentence.index]
    distant_r = [m for m in recipients if m.sentence != heard.view.sentence.index]
    sentence = heard.view.sentence
    _drop_inner(sentence, chosen, own)
    chosen = {role: _together(sentence, found, own[role]) for role, found in chosen.items()}
    cast_a = unique([*(m for _, m in _outermost(sentence, chosen["A"])), *distant_a])
    cast_r = unique([*(m for _, m in _outermost(sentence, chosen["R"])), *distant_r])
    ids = {m.actor.actor_id for m in cast_a}
    homes = {m.actor.country for m in cast_a if m.actor.country} if verbal else set()
    cast_r = tuple(
        m
        for m in cast_r
        if m.actor.actor_id not in ids
        and not (m.actor.kind == "state" and m.actor.country in homes and _key(m) not in own["R"])
    )
    if symmetric and not cast_r and len(cast_a) > 1:
        cast_a, cast_r = cast_a[:1], cast_a[1:]
    sure = [1 / (1 + math.exp(-o)) for role in "AR" for o, m in chosen[role] if m in (*cast_a, *cast_r)]
    return Cast(cast_a, cast_r, min(sure, default=_UNREAD))


def _is_scene(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a party's name only tells where or what about: "peace in Ukraine", "a stance on Taiwan"."""
    token = sentence.tokens[mention.head]
    return token.dep == "pobj" and sentence.tokens[token.head].text.lower() in _SCENES


def _together(
    sentence: Sentence, chosen: list[tuple[float, ActorMention]], own: set[Key]
) -> list[tuple[float, ActorMention]]:
    """The likeliest party of a role, and of the further ones those that the slots name, that are coordinated with it or
    are likely enough by themselves.
    """
    if not chosen:
        return chosen
    first = max(chosen, key=lambda pair: pair[0])[1]
    joined = set(clause.coordinated(sentence, _first_conjunct(sentence, first.head)))
    return [(odds, m) for odds, m in chosen if m is first or odds > FURTHER or m.head in joined or _key(m) in own]


def _first_conjunct(sentence: Sentence, index: int) -> int:
    for _ in range(_NESTED):
        if sentence.tokens[index].dep != "conj":
            break
        index = sentence.tokens[index].head
    return index


def _drop_inner(
    sentence: Sentence, chosen: dict[str, list[tuple[float, ActorMention]]], own: Mapping[str, set[Key]]
) -> None:
    """Takes out parties that stand within the phrase of one in the other role ("the ambassador in Kyiv called it"), but
    for those that the slots name.
    """
    for role, other in (("A", "R"), ("R", "A")):
        heads = {m.head for _, m in chosen[other]}
        chosen[role] = [
            (odds, m) for odds, m in chosen[role] if _key(m) in own[role] or not _is_below(sentence, m.head, heads)
        ]


def _is_below(sentence: Sentence, index: int, heads: set[int]) -> bool:
    """Whether a token stands in the noun phrase that one of ``heads`` heads."""
    token = sentence.tokens[index]
    for _ in range(_NESTED):
        if token.dep not in _MODIFIERS | {"appos"} or token.head == token.index:
            return False
        token = sentence.tokens[token.head]
        if token.index in heads or heads & {
            c for c in sentence.children[token.index] if sentence.tokens[c].dep == "appos"
        }:
            return True
    return False


def _key(mention: ActorMention) -> Key:
    return mention.sentence, mention.head, mention.actor.actor_id


def _odds(heard: Heard, table: Floats, mention: ActorMention, role: str, own: Mapping[str, set[Key]]) -> float:
    """Log-odds that a party plays a role."""
    key = _key(mention)
    row = table[heard.read.labels.roles.index(role)]
    odds = _logit(0.5 * float(row[mention.head]) + 0.5 * float(row[mention.first : mention.last].mean()))
    other = "R" if role == "A" else "A"
    if key in own[role]:
        return odds + SLOT
    if key in own[other]:
        return odds + OTHER_SLOT
    return odds + (NO_SLOT if own[role] else 0.0)


def _outermost(sentence: Sentence, chosen: Sequence[tuple[float, ActorMention]]) -> list[tuple[float, ActorMention]]:
    """Parties without those that only say of another whose or what it is ("the president of France", "Mexico's
    foreign minister, Marcelo Ebrard").
    """
    return [
        (odds, m)
        for odds, m in chosen
        if not any(_holds(other, m) or _qualifies(sentence, m, other) for _, other in chosen if other is not m)
    ]


def _qualifies(sentence: Sentence, inner: ActorMention, outer: ActorMention) -> bool:
    """Whether one party's name is a modifier in the phrase that another heads or stands in apposition to."""
    token = sentence.tokens[inner.head]
    for _ in range(_NESTED):
        above = sentence.tokens[token.head]
        if token.dep == "pobj" and above.text.lower() != "of" or token.dep not in _MODIFIERS or above is token:
            return False
        token = above
        names = {c for c in sentence.children[token.index] if sentence.tokens[c].dep in {"appos", "nmod"}}
        if token.index == outer.head or outer.head in names:
            return True
    return False


def _holds(outer: ActorMention, inner: ActorMention) -> bool:
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and outer.first <= inner.first and inner.last <= outer.last


def _logit(p: float) -> float:
    """Log-odds, no farther from even than MOST."""
    p = min(max(p, 1e-6), 1 - 1e-6)
    return min(max(math.log(p / (1 - p)), -MOST), MOST)
