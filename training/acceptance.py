"""Fits the weights by which a word is taken to tell an event: ``make acceptance``.

Runs the coder over the marked reports that the encoder isn't trained on and over the hand-coded sample reports; each
word that lexicon or encoder propose is an example. In a marked report it is an event where it is marked with the type
proposed, in half where with one that some would hold for the same; in a sample report where it is the best coding of a
gold event. Writes ``src/dragoman/coding/data/acceptance.tsv``. Run in the project's own environment with ``tests`` on
the path, after ``training.casting``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from golden.coded import coded_of
from golden.gold import Gold, load, paired

from dragoman.coding import judge, stage
from dragoman.coding.acceptance import ACCEPTED, FEATURES
from dragoman.ontology.weights import probabilities
from dragoman.pipeline import CodedReport, code_report
from dragoman.settings import Settings
from dragoman.types.actor import ActorMention
from dragoman.types.report import Rejected
from dragoman.types.text import Span
from training import regression
from training.corpus import HERE
from training.reports import Marked, read_all_reports

OUT = HERE.parent / "src" / "dragoman" / "coding" / "data" / "acceptance.tsv"
RIDGE = 10.0
FOLDS = 5
MARKED = 0.1
"""What an example of a marked report weighs: its marks are at single words, and each mention of an event is marked."""
KIN = {
    frozenset(pair.split())
    for pair in (
        "SUPPORT AGREE", "CONCEDE RETREAT", "COERCE ASSAULT", "SANCTION COERCE", "MOBILIZE AID", "PROTEST ASSAULT",
        "COOPERATE AID", "COOPERATE CONSULT", "ACCUSE REJECT", "CONCEDE AGREE", "CONSULT REQUEST", "THREATEN ACCUSE",
        "MOBILIZE ASSAULT", "SUPPORT AID",
    )
}  # fmt: skip
"""Types that careful readers hold for one another."""


@dataclass(frozen=True)
class Proposed:
    """A word proposed, with the parties cast for it and what speaks for it."""

    event_type: str
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    sentence: Span
    words: tuple[Span, ...]
    found: dict[str, float]
    status: str = ""

    def is_at(self, field: str, position: int) -> bool:
        return any(w.field == field and w.start <= position < w.end for w in self.words)


@dataclass(frozen=True)
class Case:
    """Features, how far they are those of an event, and what the example weighs."""

    row: np.ndarray
    right: float
    weight: float


def main() -> None:
    """Fits and writes the weights; prints precision and recall of what is accepted, fitted on other reports."""
    gold = load()
    stories = [list(_marked_cases(m)) for m in read_all_reports("unseen")]
    stories += [list(_golden_cases(coded, gold[doc])) for doc, coded in sorted(coded_of(general=False).items())]
    accepted = right = told = 0.0
    for fold in range(FOLDS):
        weights = fit([c for i, held in enumerate(stories) if i % FOLDS != fold for c in held])
        others = [c for i, held in enumerate(stories) if i % FOLDS == fold for c in held]
        is_accepted = probabilities(np.array([c.row for c in others]), weights)[:, 1] >= ACCEPTED
        rightness = np.array([c.right for c in others])
        accepted += is_accepted.sum()
        right += rightness[is_accepted].sum()
        told += rightness.sum()
    print(f"{len(stories)} reports, {sum(map(len, stories))} words proposed, {told:.0f} of them tell an event")
    print(f"accepted {right / told:.3f} of them, {right / accepted:.3f} of what is accepted; fitted on other reports")
    weights = fit([c for held in stories for c in held])
    heading = "Weights of what makes a word an event, fitted by training/acceptance.py"
    regression.write(OUT, heading, FEATURES, weights, ("weight",))


def _marked_cases(marked: Marked) -> Iterator[Case]:
    coded = code_report(marked.report, Settings())
    assert not isinstance(coded, Rejected)
    told = [(t.trigger.field, t.trigger.start, t.event_type) for t in marked.told]
    proposed = list(_proposals(coded))
    hit = {t for t in told for p in proposed if t[2] == p.event_type and p.is_at(*t[:2])}
    for p in proposed:
        yield Case(_row(p), _rightness(p, told, hit), MARKED)


def _rightness(p: Proposed, told: Sequence[tuple[str, int, str]], hit: set[tuple[str, int, str]]) -> float:
    """1 for a word marked with its type or, unless another word is, for its sentence's event of that type."""
    here = [t for t in told if t[0] == p.sentence.field and p.sentence.start <= t[1] < p.sentence.end]
    at = {t[2] for t in here if p.is_at(*t[:2])}
    if p.event_type in at or any(t[2] == p.event_type and t not in hit for t in here):
        return 1.0
    return 0.5 * any(frozenset((t, p.event_type)) in KIN for t in at)


def _golden_cases(coded: CodedReport, gold: Sequence[Gold]) -> Iterator[Case]:
    proposed = list(_proposals(coded))
    used, repeats = paired(gold, proposed)
    for i, p in enumerate(proposed):
        if i not in repeats:
            yield Case(_row(p), float(i in used.values()), 1.0)


def _proposals(coded: CodedReport) -> Iterator[Proposed]:
    """The words of a report that lexicon or encoder propose."""
    text = coded.resolved.annotated
    for sentence, view in stage.views(coded.resolved):
        heard, found = stage.propose(view, stage.text_of(coded.resolved, sentence)) or (None, ())
        whole = text.span(sentence, sentence.start, sentence.end)
        for considered in found:
            filled = considered.filled
            if heard is not None and filled is not None:
                tokens = [sentence.tokens[w] for w in {filled.trigger, *filled.words, *filled.absorbed}]
                words = tuple(text.span(sentence, t.start, t.end) for t in tokens)
                evidence = judge.evidence(heard, considered)
                yield Proposed(filled.entry.event_type, filled.actors, filled.recipients, whole, words, evidence)


def fit(cases: Sequence[Case]) -> np.ndarray:
    """The weights: features by one."""
    x = np.array([c.row for c in cases])
    y, w = np.array([[c.right, c.weight] for c in cases]).T
    return regression.fit_shares(x, y[:, None], RIDGE, w)


def _row(p: Proposed) -> np.ndarray:
    return np.array([p.found.get(name, 0.0) for name in FEATURES])


if __name__ == "__main__":
    main()
