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
from dragoman.types.text import Field, Span
from training import regression
from training.corpus import HERE
from training.corpus import Span as Mark
from training.reports import Marked, read_all_reports

OUT = HERE.parent / "src" / "dragoman" / "attribute" / "data" / "confidence.tsv"
RIDGE = 1.0
MARKED = 0.5
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
            right.append(any(_is_marked(mention, *told) for told in _told(marked, mention)))
            counted.append(MARKED)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y, times = np.array(right, dtype=float), np.array(counted)
    weights = regression.fit_shares(x, y[:, None], RIDGE, times)
    lines = ["# Weights of the confidence, fitted by training/calibrate.py", "feature\tweight"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in zip(names, weights[:, 0], strict=True)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf8")
    mean = np.average(probabilities(x, weights)[:, 1], weights=times)
    print(f"{len(y)} codings, {np.average(y, weights=times):.3f} right; mean confidence {mean:.3f}")
    print("\n".join(lines[2:]))


def _codings(coded: CodedReport) -> Iterator[tuple[dict[str, float], EventMention]]:
    """All codings of a report, sure or not, with what their confidence rests on."""
    for event in code(coded.resolved):
        (mention,) = attribute(coded.resolved, [event], [Labels((), 0, 0.0)], "", "", floor=0.0).events
        yield features(event, mention.status), mention


def _is_right(mention: EventMention, gold: list[Gold]) -> bool:
    return any(mention.event_type in g.types and parties_are_exact(g, mention) for g in gold)


def _told(marked: Marked, mention: EventMention) -> Iterator[tuple[list[Span], list[Span]]]:
    """The brackets of actor and recipient of the marked events that a coding may be: those of its type at its word;
    where no event is marked there, those of its type in its sentence.
    """
    here = [
        (example, number, label.event_type == mention.event_type, _overlaps(mention.trigger, trigger))
        for field, example in marked.sentences
        for number, label in enumerate(example.labels, 1)
        for trigger in _spans(field, example.of(number, "E"))
        if label.event_type != "none" and _overlaps(mention.sentence, trigger)
    ]
    at_word = any(is_at for *_, is_at in here)
    for example, number, is_type, is_at in here:
        if is_type and is_at == at_word:
            field = mention.trigger.field
            yield _spans(field, example.of(number, "A")), _spans(field, example.of(number, "R"))


def _spans(field: Field, marks: Sequence[Mark]) -> list[Span]:
    return [Span(field, m.start, m.end, "") for m in marks]


def _is_marked(mention: EventMention, actors: Sequence[Span], recipients: Sequence[Span]) -> bool:
    """Whether a coding's parties stand in the brackets of a marked event; a meeting's sides may change places."""
    if mention.event_type in RECIPROCAL:
        return _stand_in((*mention.actors, *mention.recipients), (*actors, *recipients), mention)
    return _stand_in(mention.actors, actors, mention) and _stand_in(mention.recipients, recipients, mention)


def _stand_in(parties: Sequence[ActorMention], brackets: Sequence[Span], mention: EventMention) -> bool:
    own = [p for p in parties if _overlaps(p.span, mention.sentence)]
    held = [any(_overlaps(p.span, bracket) for bracket in brackets) for p in own]
    return all(held) and (any(held) or not brackets)


def _overlaps(one: Span, other: Span) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end


if __name__ == "__main__":
    main()
