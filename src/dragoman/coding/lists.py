"""Lists among the parties of an event: who is named in one breath is on one side.

The casting weighs each party by itself; here those of one list, of one phrase, and the examples given of a plural are
brought together.
"""

from collections.abc import Sequence

from dragoman.coding import clause
from dragoman.coding.heard import Heard
from dragoman.ontology.weights import Rows
from dragoman.types.actor import ActorMention
from dragoman.types.text import Sentence

Picked = tuple[float, ActorMention]
"""A party cast, and how probably it has its part."""
Chosen = dict[int, list[Picked]]
"""The parties cast, by their part: 1 actors, 2 recipients."""
LISTED = 0.01
"""Probability above which one who stands in a list with a party cast is cast with it."""
_TRADING = {"swap", "trade", "exchange", "share"}


def put_together(sentence: Sentence, chosen: Chosen) -> None:
    """Puts those who are together the subject on one side, the likeliest's: what A and B say they don't say to each
    other, unless they trade it.
    """
    for done in list(chosen[1]):
        for undergone in list(chosen[2]):
            if undergone[1].head in _list_of(sentence, done[1].head) and _is_told_of(sentence, done[1].head):
                moved, side = (undergone, 1) if done[0] >= undergone[0] else (done, 2)
                if moved in chosen[3 - side]:
                    chosen[3 - side].remove(moved)
                    chosen[side].append(moved)
    for picked in chosen.values():
        picked.sort(key=lambda pair: pair[1].head)


def add_listed(heard: Heard, odds: Rows, chosen: Chosen, symmetric: bool) -> None:
    """Adds to the parties cast those named in one breath with them: "pressure from Oslo and Rome"."""
    apart = {m.head for picked in chosen.values() for _, m in picked}
    for role, picked in chosen.items():
        listed = {c: p for p, m in picked for c in _listed_with(heard, m.head) if c not in apart}
        for mention, row in zip(heard.mentions, odds, strict=True):
            fits = row[role] > LISTED and (row[role] >= row[3 - role] or not symmetric)
            if mention.head in listed and fits:
                picked.append((listed[mention.head], mention))
        picked.sort(key=lambda pair: pair[1].head)
        chosen[role] = [(p, m) for p, m in picked if not _is_exemplified(heard.view.sentence, m, picked)]


def with_phrase(heard: Heard, picked: Sequence[Picked], others: Sequence[Picked]) -> list[Picked]:
    """The parties picked with all that the same phrase names: "counterparts from Chad and Mali"."""
    by_head = {m.head: p for p, m in picked}
    apart = {m.head for _, m in others}
    named = {(m.head, m.actor.actor_id) for _, m in picked}
    rest = [
        (by_head[m.head], m)
        for m in heard.mentions
        if m.head in by_head and m.head not in apart and (m.head, m.actor.actor_id) not in named
    ]
    return [*picked, *rest]


def _is_told_of(sentence: Sentence, head: int) -> bool:
    """Whether a list is the subject of a verb that isn't of trading."""
    first = sentence.tokens[min(_list_of(sentence, head))]
    above = sentence.tokens[first.head]
    if first.dep == "compound":
        first, above = above, sentence.tokens[above.head]
    return first.dep in {"nsubj", "nsubjpass"} and above.lemma not in _TRADING


def _list_of(sentence: Sentence, head: int) -> set[int]:
    """The heads of the list that one stands in."""
    return set(clause.coordinated(sentence, clause.first_of_list(sentence, head)))


def _listed_with(heard: Heard, head: int) -> set[int]:
    """The heads of a list that one stands in, and of those whom it names for examples: "states such as Oman"."""
    listed = _list_of(heard.view.sentence, head)
    named = {m.head for m in heard.mentions if m.actor.kind != "unnamed"}
    examples = {e for one in listed for e in clause.examples(heard.view.sentence, one)}
    return listed | (examples & named)


def _is_exemplified(sentence: Sentence, mention: ActorMention, others: Sequence[Picked]) -> bool:
    """Whether those of no known state are named by examples: then these are the parties."""
    if mention.actor.kind != "unnamed" or mention.actor.country:
        return False
    examples = clause.examples(sentence, mention.head)
    return any(m.head in examples for _, m in others)
