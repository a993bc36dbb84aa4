"""Words in a sense that is no political deed."""

import pytest
from reading import events, resolved

from dragoman.coding.senses import has_other_sense
from dragoman.coding.stage import views
from dragoman.coding.view import View
from dragoman.ontology.tables import cells, rows

ROWS = list(rows("senses.tsv", "dragoman.coding"))


def at_braces(text: str) -> tuple[View, int]:
    """A sentence and the word of it that stands in braces."""
    start = text.index("{")
    ((sentence, view),) = views(resolved(text.replace("{", "").replace("}", "")))
    return view, next(t.index for t in sentence.tokens if t.start == start)


@pytest.mark.parametrize("row", ROWS, ids=[r["example"] for r in ROWS])
def test_each_row_holds_in_its_example(row: dict[str, str]) -> None:
    view, word = at_braces(row["example"])
    assert all(has_other_sense(view, word, kind) for kind in cells(row["types"]))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan police {released} four Ugandans from prison on Monday.", "RETREAT"),
        ("Gunmen {killed} two Norwegians in Kenya on Monday.", "ASSAULT"),
        ("A missile {hit} a bridge in Kharkiv on Monday.", "ASSAULT"),
        ("Kenya {charged} two Ugandans with spying.", "COERCE"),
        ("Soldiers {fired} at protesters in Goma.", "ASSAULT"),
        ("North Korea {launched} two missiles on Monday.", "MOBILIZE"),
        ("President Moon {launched} two missiles on Monday.", "MOBILIZE"),
    ],
)
def test_deeds_are_none_of_them(text: str, kind: str) -> None:
    assert not has_other_sense(*at_braces(text), kind)


def test_such_words_are_no_events() -> None:
    told = events(
        "Seven Britons were killed when a tram derailed on Wednesday. Ten Swiss were killed in a plane crash."
    )
    assert "ASSAULT" not in {m.event_type for m in told}
