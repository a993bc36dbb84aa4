"""What an event is about, and its intensity."""

from functools import cache

from dragoman.ontology.phrases import PhraseIndex
from dragoman.ontology.tables import cells, rows


@cache
def _index() -> PhraseIndex[str]:
    table = [(w, r["context"]) for r in rows("contexts.tsv", "dragoman.coding") for w in cells(r["words"])]
    return PhraseIndex([(form, c) for w, c in table for form in (w, w + "s")])


def contexts_of(sentence: str) -> tuple[str, ...]:
    """The contexts that the words of a sentence show, in the order of the ontology's names."""
    return tuple(sorted({m.value for m in _index().find(sentence)}))


@cache
def _intensities() -> dict[tuple[str, str], float]:
    table = rows("intensity.tsv", "dragoman.coding")
    return {(r["event_type"], r["event_mode"]): float(r["intensity"]) for r in table}


def intensity_of(event_type: str, event_mode: str) -> float:
    """How cooperative (to 10) or hostile (to -10) an event of a type and mode is, in the manner of Goldstein (1992)."""
    table = _intensities()
    return table.get((event_type, event_mode), table.get((event_type, ""), 0.0))
