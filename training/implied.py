"""Fits the weights by which a recipient is found that a report implies: ``make implied``.

Runs the coder over the hand-coded sample reports. Each coding that is paired with a gold event of its sentence and has
nobody to whom it is done is an example; the candidates are right that the gold event names, and nobody where it names
none or leaves it open. Writes ``src/dragoman/coding/data/implied.tsv``. Run in the project's own environment with
``tests`` on the path, after ``training.acceptance``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from golden.coded import coded_golden
from golden.gold import Gold, is_named, load, paired

from dragoman.coding import implied
from dragoman.coding.implied import FEATURES, Gap, likeliest
from dragoman.ontology.plover import RECIPROCAL
from dragoman.ontology.weights import Rows
from dragoman.types.actor import ActorMention
from training import regression
from training.corpus import HERE

OUT = HERE.parent / "src" / "dragoman" / "coding" / "data" / "implied.tsv"
RIDGE = 8.0
FOLDS = 8
Where = tuple[str, str, int]


@dataclass(frozen=True)
class Case:
    """A gap with its candidates' features, nobody's last, and which of the rows are right."""

    report: str
    event_type: str
    rows: Rows
    gap: Gap
    found: Sequence[Sequence[ActorMention]]
    cell: str
    """The side of the gold event that they are held against."""
    right: tuple[int, ...]


def main() -> None:
    """Fits and writes the weights; prints how the choice does on reports that the weights were not fitted on."""
    cases = list(all_cases())
    reports = sorted({c.report for c in cases})
    filled = good = open_ = told = 0
    for fold in range(FOLDS):
        out = set(reports[fold::FOLDS])
        by = fit([c for c in cases if c.report not in out])
        for case in cases:
            if case.report in out:
                chosen = likeliest(case.rows @ by, case.gap, case.found)
                nobody = len(case.found)
                told += bool(set(case.right) - {nobody})
                if chosen is not None:
                    filled += 1
                    good += is_named(case.cell, chosen)
                    open_ += set(case.right) == {nobody}
    print(f"{len(cases)} gaps, {told} with the recipient among the candidates")
    print(f"filled {filled}, {good} rightly, {open_} that nobody named; fitted on other reports")
    heading = "Weights of the recipients that a report implies, fitted by training/implied.py"
    regression.write(OUT, heading, FEATURES, fit(cases)[:, None], ("weight",))


def fit(cases: Sequence[Case]) -> Rows:
    """The weights."""
    return regression.fit_choice([(c.rows, c.right) for c in cases], np.zeros(len(FEATURES)), RIDGE)


def all_cases() -> Iterator[Case]:
    """The gaps of the hand-coded reports."""
    asked: dict[Where, tuple[Gap, list[list[ActorMention]], Rows]] = {}

    def keep(gap: Gap) -> None:
        """Stands in for ``choose`` and keeps what it is asked."""
        annotated, token = gap.resolved.annotated, gap.sentence.tokens[gap.event.trigger]
        span = annotated.span(gap.sentence, token.start, token.end)
        if found := implied.candidates(gap):
            where = annotated.clean.report.source_id, span.field, span.start
            asked[where] = gap, found, implied.table(gap, found)

    plain, implied.choose = implied.choose, keep
    try:
        golden = coded_golden()
    finally:
        implied.choose = plain
    for doc, gold in sorted(load().items()):
        mentions = golden[doc].attributed.events
        for i, j in paired(gold, mentions)[0].items():
            held = asked.get((doc, mentions[j].trigger.field, mentions[j].trigger.start))
            if held is not None:
                gap, found, rows = held
                cell = sought(gold[i], gap)
                yield Case(doc, mentions[j].event_type, rows, gap, found, cell, tuple(right_ones(cell, found)))


def sought(gold: Gold, gap: Gap) -> str:
    """The side of a gold event that a coding lacks; the sides of a meeting may change places."""
    turned = gap.event.event_type in RECIPROCAL and not any(is_named(gold.actor, m) for m in gap.event.actors)
    return gold.actor if turned else gold.recipient


def right_ones(cell: str, found: Sequence[Sequence[ActorMention]]) -> Iterator[int]:
    """Which candidates a side of a gold event names; nobody is the one after the last."""
    named = [i for i, mentions in enumerate(found) if is_named(cell, mentions[-1])]
    yield from named
    if not named or "-" in cell.split("/"):
        yield len(found)


if __name__ == "__main__":
    main()
