"""What a text adds to a toponym that moves or narrows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read, resolved

from dragoman.resolve.places.qualifier import qualifier


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Jets struck southern Gaza.", "Gaza", "southern"),
        ("Ships sailed off the coast of Alaska.", "Alaska", "off the coast of"),
        ("Migrants camped near Calais.", "Calais", "near"),
        ("Fighting raged 20 km south of Goma.", "Goma", "20 km south of"),
        ("He fled to the outskirts of Goma.", "Goma", "the outskirts of"),
        ("Guards patrol the Malian border.", "Malian", "border"),
        ("North-eastern Nigeria is poor.", "Nigeria", "north-eastern"),
        ("She flew to Goma.", "Goma", ""),
        ("He spoke of South Sudan.", "South Sudan", ""),
    ],
)
def test_qualifiers(text: str, name: str, words: str) -> None:
    start = text.index(name)
    assert qualifier(text, start, start + len(name)) == words


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 20))
def test_any_text_will_do(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    assert qualifier(text, start, min(len(text), start + length)) == " ".join(
        qualifier(text, start, min(len(text), start + length)).split()
    )


def test_an_event_keeps_the_qualifier_of_its_place() -> None:
    (event,) = read("Nigerian troops killed nine rebels in north-eastern Nigeria.").attributed.events
    assert event.place is not None
    assert (event.place.place.name, event.place.qualifier) == ("Nigeria", "north-eastern")
    assert event.place.place.precision == "country"


def test_the_gulf_is_the_persian_one() -> None:
    found = resolved("Iran seized a tanker in the Gulf and sailed to Bandar Abbas.").places
    assert "Persian Gulf" in {p.place.name for p in found}


def test_the_other_places_of_a_name_are_told() -> None:
    found = resolved("Officials in Tripoli and Beirut met in Sidon, Lebanon.").places
    tripoli = next(p for p in found if p.text == "Tripoli")
    assert tripoli.choice is not None
    assert [p.country for p, _ in tripoli.choice.candidates][:2] == ["LBN", "LBY"]
    assert tripoli.choice.candidates[0][0] == tripoli.place
    points = [score for _, score in tripoli.choice.candidates]
    assert points == sorted(points, reverse=True)
    assert tripoli.choice.why == "the places around"
