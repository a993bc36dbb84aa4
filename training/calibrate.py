"""Fits the weights of the confidence on hand-coded and marked reports: ``make calibrate``.

In a sample report a coding counts as right where a gold event has its type, and its parties are that event's and
nobody else; in a marked report that the encoder isn't trained on, where its word is marked with its type, each party
that it has from the sentence stands in a bracket of its side, and no side with a bracket is without one. Writes
``src/dragoman/attribute/data/confidence.tsv``. Run in the project's own environment with ``tests`` on the path, last
of all.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from golden.coded import coded_golden
from golden.gold import Gold, load, parties_are_exact

from dragoman.attribute import Labels, attribute
from dragoman.attribute.confidence import features
from dragoman.coding import code
from dragoman.ontology.plover import RECIPROCAL
from dragoman.ontology.weights import probabilities
from dragoman.pipeline import CodedReport, code_report
from dragoman.settings import Settings
from dragoman.types.actor import ActorMention
from dragoman.types.event import EventMention
from dragoman.types.text import Span
from training import regression
from training.corpus import HERE
from training.reports import Marked, Told, read_all_reports

OUT = HERE.parent / "src" / "dragoman" / "attribute" / "data" / "confidence.tsv"
RIDGE = 1.0
MARKED = 0.2
"""What a coding of a marked report weighs, each mention of an event being one, to one of a hand-coded report."""


def main() -> None:
    """Fits and writes the weights."""
    gold = load()
    rows: list[dict[str, float]] = []
    right: list[bool] = []
    counted: list[float] = []
    for doc, coded in sorted(coded_golden().items()):
        for found, mention in _codings(coded):
            rows.append(found)
            right.append(_is_right(mention, gold[doc]))
            counted.append(1.0)
    for marked in read_all_reports("unseen"):
        coded_marked = code_report(marked.report, Settings())
        assert isinstance(coded_marked, CodedReport)
        for found, mention in _codings(coded_marked):
            rows.append(found)
            right.append(_is_marked(mention, marked))
            counted.append(MARKED)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y, times = np.array(right, dtype=float), np.array(counted)
    weights = regression.fit_shares(x, y[:, None], RIDGE, times)
    regression.write(OUT, "Weights of the confidence, fitted by training/calibrate.py", names, weights, ("weight",))
    mean = np.average(probabilities(x, weights)[:, 1], weights=times)
    print(f"{len(y)} codings, {np.average(y, weights=times):.3f} right; mean confidence {mean:.3f}")


def _codings(coded: CodedReport) -> Iterator[tuple[dict[str, float], EventMention]]:
    """All codings of a report, sure or not, with what their confidence rests on."""
    for event in code(coded.resolved):
        (mention,) = attribute(coded.resolved, [event], [Labels((), 0, 0.0)], "", "", floor=0.0).events
        yield features(event, mention.status), mention


def _is_right(mention: EventMention, gold: list[Gold]) -> bool:
    return any(mention.event_type in g.types and parties_are_exact(g, mention) for g in gold)


def _is_marked(mention: EventMention, marked: Marked) -> bool:
    """Whether a coding is an event that the report is marked with: one of its type at its word; where no event is
    marked there, one of its type in its sentence. A meeting's sides may change places.
    """
    here = [t for t in marked.told if _overlaps(mention.sentence, t.trigger)]
    at_word = [t for t in here if _overlaps(mention.trigger, t.trigger)]
    return any(_agree(mention, t) for t in at_word or here if t.event_type == mention.event_type)


def _agree(mention: EventMention, told: Told) -> bool:
    if mention.event_type in RECIPROCAL:
        return _stand_in((*mention.actors, *mention.recipients), (*told.actors, *told.recipients), mention)
    return _stand_in(mention.actors, told.actors, mention) and _stand_in(mention.recipients, told.recipients, mention)


def _stand_in(parties: Sequence[ActorMention], brackets: Sequence[Span], mention: EventMention) -> bool:
    own = [p for p in parties if _overlaps(p.span, mention.sentence)]
    held = [any(_overlaps(p.span, bracket) for bracket in brackets) for p in own]
    return all(held) and (any(held) or not brackets)


def _overlaps(one: Span, other: Span) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end


if __name__ == "__main__":
    main()
