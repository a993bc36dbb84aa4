"""Offices led to the persons who hold them by the report."""

import pytest
from reading import read

from dragoman.types.actor import ActorMention


def named(text: str, phrase: str) -> ActorMention:
    return next(m for m in read(text, "2023-08-12").resolved.actors if m.span.text == phrase)


TEXT = "Volodymyr Zelensky, the president of Ukraine, flew to Riga. "


def test_an_office_is_the_one_who_holds_it() -> None:
    mention = named(TEXT + "Latvia gave more drones to Ukraine's president.", "Ukraine's president")
    assert mention.actor.name == "Volodymyr Zelensky"
    assert mention.choice is not None


def test_a_title_with_a_state_is_the_one_named_with_it() -> None:
    text = "Foreign Minister Wang Yi of China met envoys of Chad. The Chinese minister promised help."
    assert named(text, "The Chinese minister").actor.name == "Wang Yi"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (TEXT + "It was the first visit of a Ukrainian president since 2010.", "a Ukrainian president"),
        (TEXT + "Riga also spoke with the president of Estonia.", "the president of Estonia"),
        ("Chad invited Ukraine's president to talks.", "Ukraine's president"),
    ],
)
def test_others_stay_offices(text: str, phrase: str) -> None:
    found = [m for m in read(text, "2023-08-12").resolved.actors if m.span.text == phrase]
    assert {m.actor.kind for m in found} <= {"office", "unnamed"}


def test_former_holders_hold_nothing() -> None:
    text = "Petro Poroshenko, the former president of Ukraine, was in Riga. Latvia gave drones to Ukraine's president."
    assert named(text, "Ukraine's president").actor.kind == "office"


def test_the_one_named_after_an_institution_is_the_title() -> None:
    text = "The chief judge of the Supreme Court, Tamsin Oduya, condemned the ruling of a tribunal in Kenya."
    assert any(m.actor.name == "Tamsin Oduya" for e in read(text).attributed.events for m in e.actors)


def test_the_head_of_a_party_is_who_leads_it_whatever_it_is_called() -> None:
    text = "Rangers took the PTI chairman away on Tuesday. Imran Khan, 70, had gone to the court to seek bail."
    assert named(text, "the PTI chairman").actor.name == "Imran Khan"
