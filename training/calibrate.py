"""Fits the weights of the confidence on the hand-coded sample reports: ``make calibrate``.

A coding counts as right where a gold event of its report has its type, and its parties are that event's and nobody
else. Writes ``src/dragoman/attribute/data/confidence.tsv``. Run in the project's own environment with
``tests`` on the path.
"""

import numpy as np
from golden.coded import coded_golden
from golden.gold import Gold, load, parties_are_exact

from dragoman.attribute import Labels, attribute
from dragoman.attribute.confidence import features
from dragoman.coding import code
from dragoman.ontology.weights import probabilities
from dragoman.pipeline import CodedReport
from dragoman.types.event import EventMention
from training import regression
from training.corpus import HERE

OUT = HERE.parent / "src" / "dragoman" / "attribute" / "data" / "confidence.tsv"
RIDGE = 1.0


def main() -> None:
    """Fits and writes the weights."""
    gold = load()
    rows: list[dict[str, float]] = []
    right: list[bool] = []
    for doc, coded in sorted(coded_golden().items()):
        for found, is_right in _codings(coded, gold[doc]):
            rows.append(found)
            right.append(is_right)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array(right, dtype=float)
    weights = regression.fit(x, y, 1, RIDGE)
    lines = ["# Weights of the confidence, fitted by training/calibrate.py", "feature\tweight"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in zip(names, weights[:, 0], strict=True)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{len(y)} codings, {y.mean():.3f} right; mean confidence {probabilities(x, weights)[:, 1].mean():.3f}")
    print("\n".join(lines[2:]))


def _codings(coded: CodedReport, gold: list[Gold]) -> list[tuple[dict[str, float], bool]]:
    found = []
    for event in code(coded.resolved):
        (mention,) = attribute(coded.resolved, [event], [Labels((), 0, 0.0)], "", "", floor=0.0).events
        found.append((features(event, mention.status), _is_right(mention, gold)))
    return found


def _is_right(mention: EventMention, gold: list[Gold]) -> bool:
    return any(mention.event_type in g.types and parties_are_exact(g, mention) for g in gold)


if __name__ == "__main__":
    main()
