"""Somebody told of without a name at the head of a report, and named soon after."""

import pytest
from reading import read

from dragoman.types.actor import ActorMention


def named(text: str, phrase: str) -> ActorMention:
    return next(m for m in read(text, "2023-02-09").resolved.actors if m.span.text == phrase)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Belarus has jailed a Polish journalist for eight years. Andrzej Poczobut, a journalist from Grodno, "
            "was led away in handcuffs.",
            "a Polish journalist",
            "Andrzej Poczobut",
        ),
        (
            "Gunmen abducted a Catholic priest in Marawi on Tuesday. Fr. Teresito Suganob, 51, was dragged into a van.",
            "a Catholic priest",
            "Teresito Suganob",
        ),
        (
            "Soldiers shot a 15-year-old Bolivian boy at a roadblock. Neighbours said that Jhon Choque, 15, was on "
            "his way to school.",
            "a 15-year-old Bolivian boy",
            "Jhon Choque",
        ),
    ],
)
def test_somebody_named_soon_after(text: str, phrase: str, name: str) -> None:
    mention = named(text, phrase)
    assert mention.actor.name == name
    assert mention.choice is not None


def test_the_state_of_the_phrase_goes_with_the_name() -> None:
    text = "Chad expelled a French teacher on Monday. Luc Armand, a teacher at a lycee, left by the evening flight."
    assert named(text, "a French teacher").actor.country == "FRA"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "Belarus has jailed a Polish journalist for eight years. Andrzej Duda, the president, was told at noon.",
            "a Polish journalist",
        ),
        (
            "Soldiers shot a 15-year-old Bolivian boy at a roadblock. Jhon Choque, 48, saw it from his shop.",
            "a 15-year-old Bolivian boy",
        ),
        (
            "Iran freed an American engineer. Sara Cole, an engineer, and Tom Hale, an engineer, wait for word.",
            "an American engineer",
        ),
        ("Anna Kowal, a journalist, wept. Belarus has jailed a Polish journalist before.", "a Polish journalist"),
    ],
)
def test_others_stay_unnamed(text: str, phrase: str) -> None:
    assert named(text, phrase).actor.kind == "unnamed"
