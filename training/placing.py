"""Fits the weights by which an event's place is chosen: ``make placing``.

python -m training.placing [FILE...]     on the lines of the files given; else on all that the encoder wasn't trained on

Runs the coder over the lines; of each event that it finds at a marked trigger, every place that the sentence names is
an example: right where an ``L`` bracket of the event holds it. Writes ``src/dragoman/attribute/data/placing.tsv``.
Run in the project's own environment, after ``training.casting``.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from dragoman.attribute import placing
from dragoman.attribute.placing import FEATURES, Candidate
from dragoman.coding import code
from dragoman.ontology.weights import Rows, probabilities
from dragoman.settings import Settings
from dragoman.single import resolve_texts
from training import regression
from training.corpus import HERE, Example, Span, read_all, unseen

OUT = HERE.parent / "src" / "dragoman" / "attribute" / "data" / "placing.tsv"
RIDGE = 3.0
_DAY = date(2020, 6, 15)
_ARTICLE = len("the ")
_ON_THE_SPOT = {"ASSAULT", "MOBILIZE", "RETREAT", "COERCE"}
"""Types done at the town that they are done to; who accuses "Caracas" means its government."""


@dataclass(frozen=True)
class Case:
    """An event with the places of its sentence: features, and whether each is the event's (-1: not to be asked)."""

    rows: Rows
    right: np.ndarray


def main(paths: Sequence[str]) -> None:
    """Fits and writes the weights; prints how often an event's place, or that it has none, is right."""
    examples = unseen(paths) if paths else [*unseen([]), *unseen(sorted(map(str, _further()))), *read_all("unseen")]
    cases = list(cases_of(examples))
    halves = [fit(cases[half::2]) for half in (0, 1)]
    held = [(is_right(case, halves[1 - i % 2]), bool((case.right == 1).any())) for i, case in enumerate(cases)]
    print(f"{len(examples)} sentences, {len(cases)} events with places in their sentences")
    print(f"place right, weights fitted on the other half: {np.mean([r for r, told in held if told]):.3f};")
    print(f"none right: {np.mean([r for r, told in held if not told]):.3f}")
    heading = "Weights of the place of an event, fitted by training/placing.py"
    regression.write(OUT, heading, FEATURES, fit(cases), ("weight",))


def _further() -> Iterator[Path]:
    """Files of lines that the encoder isn't trained on; those of ``places`` were written for this."""
    for folder in ("next", "places"):
        yield from (HERE / folder).glob("*.txt")


def cases_of(examples: Sequence[Example]) -> Iterator[Case]:
    """The events that the coder finds at marked triggers, with the places of their sentences."""
    texts = resolve_texts([(x.text, _DAY) for x in examples], Settings())
    for example, resolved in zip(examples, texts, strict=True):
        sentences = {s.index: s for s in resolved.annotated.sentences}
        for event in code(resolved):
            sentence = sentences[event.sentence]
            starts = {sentence.tokens[w].start for w in (event.trigger, *event.words)}
            for number, label in enumerate(example.labels, 1):
                trigger = example.of(number, "E")[0]
                found = placing.candidates(sentence, example.text, resolved.places)
                if label.event_type != "none" and trigger.start in starts and found:
                    on_it = label.event_type in _ON_THE_SPOT or label.event_mode == "visit"
                    right = _right(found, example.of(number, "L"), example.of(number, "R") if on_it else ())
                    yield Case(placing.table(sentence, event, found), right)
                    break


def _right(found: Sequence[Candidate], told: Sequence[Span], hit: Sequence[Span]) -> np.ndarray:
    """Whether each place stands in a bracket of place; of several in one, the first of the narrowest. A town that
    is done something to ("captured Seoul") is where it is done; of a state that isn't asked.
    """
    right = np.zeros(len(found))
    for span in hit:
        for i, c in enumerate(found):
            if c.start < span.end and c.end > span.start:
                whole = c.start - span.start <= _ARTICLE and span.end == c.end
                town = c.place is not None and c.place.kind != "country"
                right[i] = 1 if whole and town else -1
    for span in told:
        inside = [i for i, c in enumerate(found) if c.start < span.end and c.end > span.start]
        for i in inside:
            right[i] = 0
        if inside:
            right[min(inside, key=lambda i: (_width(found[i]), i))] = 1
    return right


def _width(candidate: Candidate) -> int:
    kind = candidate.place.kind if candidate.place else ""
    return 2 if kind == "country" else int(kind in placing.WIDE)


def fit(cases: Sequence[Case]) -> Rows:
    """Weights: features by one."""
    x = np.concatenate([c.rows[c.right >= 0] for c in cases])
    y = np.concatenate([c.right[c.right >= 0] for c in cases])
    return regression.fit(x, y, 1, RIDGE)


def is_right(case: Case, weights: Rows) -> bool:
    """Whether the place chosen is one told, or none is chosen where none is."""
    odds = probabilities(case.rows, weights)[:, 1]
    best = int(odds.argmax())
    return bool(case.right[best] != 0) if odds[best] > placing.PLACED else not (case.right == 1).any()


if __name__ == "__main__":
    main(sys.argv[1:])
