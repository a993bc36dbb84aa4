"""Fits the weights of the confidence on hand-coded and marked reports: ``make calibrate``.

In a sample report a coding counts as right where a gold event has its type, and its parties are that event's and
nobody else; in a marked report that the encoder isn't trained on, where its word is marked with its type, each party
that it has from the sentence stands in a bracket of its side, and no side with a bracket is without one. What it counts
that a report is thin in public affairs is fitted after all else, on the reports of general news too. Writes
``src/dragoman/attribute/data/confidence.tsv``. Run in the project's own environment with ``tests`` on the path, last
of all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from golden.coded import coded_of
from golden.gold import Gold, load, parties_are_exact

from dragoman.attribute import Labels, attribute
from dragoman.attribute.confidence import THIN, features
from dragoman.coding import code
from dragoman.ontology.plover import RECIPROCAL
from dragoman.ontology.weights import log_odds, probabilities
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


@dataclass(frozen=True)
class Case:
    """A coding: what its confidence rests on, how thin its report is, and whether it is right."""

    found: dict[str, float]
    thinness: float
    right: bool
    counted: float = 1.0


def main() -> None:
    """Fits and writes the weights."""
    gold = load()
    public, general = (
        [Case(*c, _is_right(m, gold[doc])) for doc, coded in sorted(docs.items()) for *c, m in _codings(coded)]
        for docs in (coded_of(general=False), coded_of(general=True))
    )
    for marked in read_all_reports("unseen"):
        coded = code_report(marked.report, Settings())
        assert isinstance(coded, CodedReport)
        public += [Case(*c, _is_marked(m, marked), MARKED) for *c, m in _codings(coded)]
    names = list(public[0].found)
    weights = _fitted(_rows(public, names), public)
    thin = _fit_thinness([*public, *general], names, weights)
    regression.write(
        OUT,
        "Weights of the confidence, fitted by training/calibrate.py",
        [*names, THIN],
        np.vstack([weights, [[thin]]]),
        ("weight",),
    )
    for name, cases in ("of public affairs", public), ("of general news", general):
        times = [c.counted for c in cases]
        sure = log_odds(probabilities(_rows(cases, names), weights)[:, 1]) + thin * _thinness(cases)
        right, mean = (np.average(x, weights=times) for x in ([c.right for c in cases], 1 / (1 + np.exp(-sure))))
        print(f"{name}: {len(cases)} codings, {right:.3f} right; mean confidence {mean:.3f}")


def _rows(cases: Sequence[Case], names: Sequence[str]) -> np.ndarray:
    return np.array([[c.found[name] for name in names] for c in cases])


def _thinness(cases: Sequence[Case]) -> np.ndarray:
    return np.array([c.thinness for c in cases])


def _fitted(x: np.ndarray, cases: Sequence[Case]) -> np.ndarray:
    right = np.array([[float(c.right)] for c in cases])
    return regression.fit_shares(x, right, RIDGE, np.array([c.counted for c in cases]))


def _fit_thinness(cases: Sequence[Case], names: Sequence[str], weights: np.ndarray) -> float:
    """The weight of a report's thinness, beside what the confidence is without it."""
    sure = log_odds(probabilities(_rows(cases, names), weights)[:, 1])
    return float(_fitted(np.stack([sure, _thinness(cases)], 1), cases)[1, 0])


def _codings(coded: CodedReport) -> Iterator[tuple[dict[str, float], float, EventMention]]:
    """All codings of a report, sure or not, with what their confidence rests on."""
    for event in code(coded.resolved):
        (mention,) = attribute(coded.resolved, [event], [Labels((), 0, 0.0)], "", "", floor=0.0).events
        yield features(event, mention.status), event.thinness, mention


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
