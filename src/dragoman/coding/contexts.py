"""What an event is about, and its intensity."""

from functools import cache

from dragoman.ontology.phrases import PhraseIndex
from dragoman.ontology.tables import cells, rows
from dragoman.types.coded import CodedEvent


@cache
def _index() -> PhraseIndex[str]:
    table = [(w, r["context"]) for r in rows("contexts.tsv", "dragoman.coding") for w in cells(r["words"])]
    return PhraseIndex([(form, c) for w, c in table for form in (w, w + "s")])


def contexts_of(sentence: str) -> tuple[str, ...]:
    """The contexts that the words of a sentence show, in the order of the ontology's names."""
    return tuple(sorted({m.value for m in _index().find(sentence)}))


_OF_SECTOR = {"MIL": "military", "SPY": "intelligence", "LEG": "legislative", "JUD": "legal"}
_OF_MODE = {
    "cyber": "cyber", "misinformation": "misinformation", "territory": "territory", "curfew": "repression",
    "censor": "rights_freedoms", "martial-law": "repression", "convict": "legal",
}  # fmt: skip
_BETWEEN_STATES = {"AGREE", "CONSULT", "SUPPORT", "SANCTION", "REJECT", "REQUEST", "ACCUSE", "THREATEN"}


def contexts_of_event(sentence: str, event: CodedEvent) -> tuple[str, ...]:
    """The contexts of an event: those that its sentence's words show, and those that lie in who takes part (an army, a
    court, a parliament, a service; two states' governments) and in the mode.
    """
    parties = [m.actor for m in (*event.actors, *event.recipients)]
    found = set(contexts_of(sentence))
    found |= {_OF_SECTOR[s] for a in parties for s in a.sectors if s in _OF_SECTOR}
    found |= {_OF_MODE[event.event_mode]} if event.event_mode in _OF_MODE else set()
    states = {a.country for a in parties if a.country and "GOV" in a.sectors}
    if event.event_type in _BETWEEN_STATES and len(states) > 1:
        found.add("diplomatic")
    return tuple(sorted(found))


@cache
def _intensities() -> dict[tuple[str, str], float]:
    table = rows("intensity.tsv", "dragoman.coding")
    return {(r["event_type"], r["event_mode"]): float(r["intensity"]) for r in table}


def intensity_of(event_type: str, event_mode: str) -> float:
    """How cooperative (to 10) or hostile (to -10) an event of a type and mode is, in the manner of Goldstein (1992)."""
    table = _intensities()
    return table.get((event_type, event_mode), table.get((event_type, ""), 0.0))
