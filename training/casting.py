"""Fits the weights by which parties are cast: ``make casting``.

python -m training.casting [FILE...]     on the lines of the files given; else on all that the encoder wasn't trained on

Runs the coder over the lines; of each event that it finds at a marked trigger, every party that the sentence names is
an example: actor, recipient or neither, as the brackets say. Writes ``src/dragoman/coding/data/casting.tsv``. Run in
the project's own environment, after ``training.export``.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.coding import casting, judge, stage
from dragoman.coding.casting import FEATURES, Asked
from dragoman.coding.heard import Heard
from dragoman.ontology.weights import Rows, probabilities
from dragoman.settings import Settings
from dragoman.single import resolve_texts
from dragoman.types.actor import ActorMention
from dragoman.types.text import Sentence
from training import regression
from training.corpus import HERE, Example, Span, unseen

OUT = HERE.parent / "src" / "dragoman" / "coding" / "data" / "casting.tsv"
RIDGE = 5.0
_DAY = date(2020, 6, 15)


@dataclass(frozen=True)
class Case:
    """An event with its parties: features, and the role of each (0 none, 1 actor, 2 recipient, -1 not to be asked:
    another mention of a party).
    """

    rows: Rows
    roles: np.ndarray
    mentions: tuple[ActorMention, ...]
    symmetric: bool
    gold: tuple[frozenset[str], frozenset[str]]


def main(paths: Sequence[str]) -> None:
    """Fits and writes the weights; prints how often all parties of an event are right, fitted on the other half."""
    examples = unseen(paths)
    cases = list(cases_of(examples))
    halves = [fit(cases[half::2]) for half in (0, 1)]
    right = [exact(case, halves[1 - i % 2]) for i, case in enumerate(cases)]
    print(f"{len(examples)} sentences, {len(cases)} events")
    print(f"all parties of an event right, weights fitted on the other half: {np.mean(right):.3f}")
    weights = fit(cases)
    heading = "Weights of the casting of parties, fitted by training/casting.py"
    regression.write(OUT, heading, FEATURES, weights, ("actor", "recipient"))


def cases_of(examples: Sequence[Example]) -> Iterator[Case]:
    """The events that the coder finds at marked triggers."""
    asked: list[tuple[Heard, Asked]] = []
    plain = casting.cast

    def recorded(heard: Heard, role: Asked) -> casting.Cast:
        asked.append((heard, role))
        return plain(heard, role)

    judge.cast = recorded
    try:
        texts = resolve_texts([(x.text, _DAY) for x in examples], Settings())
        for example, resolved in zip(examples, texts, strict=True):
            for sentence, view in stage.views(resolved):
                asked.clear()
                stage.decide(view, stage.text_of(resolved, sentence))
                for event, trigger in _triggers(example, sentence):
                    yield from _case(example, event, trigger, asked)
    finally:
        judge.cast = plain


def _triggers(example: Example, sentence: Sentence) -> Iterator[tuple[int, Span]]:
    """The marked events of a sentence of an example, with their triggers."""
    for event, label in enumerate(example.labels, 1):
        trigger = example.of(event, "E")[0]
        if label.event_type != "none" and sentence.start <= trigger.start < sentence.end:
            yield event, trigger


def _case(example: Example, event: int, trigger: Span, asked: Sequence[tuple[Heard, Asked]]) -> Iterator[Case]:
    for heard, role in asked:
        token = heard.view.token(role.trigger)
        table = heard.table(role.trigger)
        if token.start <= trigger.start < token.end and table is not None and heard.mentions:
            parties = [_named(heard, example.of(event, r)) for r in "AR"]
            gold = tuple(frozenset(m.actor.actor_id for m in ms) for ms in parties)
            roles = [_role(m, parties) for m in heard.mentions]
            rows = casting.features(heard, table, role)
            yield Case(rows, np.array(roles), heard.mentions, role.symmetric, (gold[0], gold[1]))
            return


def _named(heard: Heard, spans: Sequence[Span]) -> list[ActorMention]:
    """The parties that brackets hold: those at the head of each, or the first in it."""
    tokens = heard.view.sentence.tokens
    found: list[ActorMention] = []
    for span in spans:
        inside = {t.index for t in tokens if t.start >= span.start and t.end <= span.end}
        heads = {i for i in inside if tokens[i].head not in inside or tokens[i].head == i}
        stack = list(heads)
        while stack:
            more = {c for c in heard.view.sentence.children[stack.pop()] if tokens[c].dep in {"conj", "appos"}}
            stack += more & inside - heads
            heads |= more & inside
        held = [m for m in heard.mentions if m.head in inside]
        found += [m for m in held if m.head in heads] or held[:1] or [m for h in heads for m in _owned(heard, h)]
    return found


def _owned(heard: Heard, index: int) -> list[ActorMention]:
    """The party in whose phrase a name stands that is no party by itself: "Ankara" in "Ankara's parliament"."""
    tokens = heard.view.sentence.tokens
    while tokens[index].dep in {"poss", "compound", "amod", "nmod"} and tokens[index].head != index:
        index = tokens[index].head
        if found := [m for m in heard.mentions if m.head == index]:
            return found
    return []


def _role(mention: ActorMention, parties: Sequence[Sequence[ActorMention]]) -> int:
    for role, held in enumerate(parties, 1):
        if any(m is mention for m in held):
            return role
    known = {m.actor.actor_id for held in parties for m in held}
    return -1 if mention.actor.actor_id in known else 0


def fit(cases: Sequence[Case]) -> np.ndarray:
    """Weights: features by (actor, recipient)."""
    x = np.concatenate([c.rows[c.roles >= 0] for c in cases])
    y = np.concatenate([c.roles[c.roles >= 0] for c in cases])
    return regression.fit(x, y, 2, RIDGE)


def exact(case: Case, weights: np.ndarray) -> bool:
    """Whether all parties of an event are cast right, and no other."""
    p = probabilities(case.rows, weights)[:, 1:]
    ids = [m.actor.actor_id for m in case.mentions]
    actors = {i for i, (a, r) in zip(ids, p, strict=True) if a > casting.CAST and a >= r}
    recipients = {i for i, (a, r) in zip(ids, p, strict=True) if r > casting.CAST and r > a} - actors
    one, two = case.gold
    return (actors, recipients) == (one, two) or (case.symmetric and actors | recipients == one | two)


if __name__ == "__main__":
    main(sys.argv[1:])
