"""Sectors of phrases whose head alone doesn't tell them."""

from datetime import date

import pytest

from dragoman.resolve.sectors import of_name
from dragoman.settings import Settings
from dragoman.single import phrase_actor, resolve_texts
from dragoman.types.actor import Actor


def actor(text: str, day: date | None = None) -> Actor:
    (resolved,) = resolve_texts([(text, day)], Settings())
    found = phrase_actor(resolved)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("members of the Kenyan army", "KEN", "MIL"),
        ("a squad of masked police", "", "COP"),
        ("some of the biggest trade unions of Norway", "NOR", "LAB"),
        ("police doctor", "", "COP"),
        ("Chilean farm workers", "CHL", "AGR"),
        ("the head of the firm's board", "", "BUS"),
        ("the president of the Knesset", "ISR", "LEG"),
        ("a Muslim community leader", "", "REL"),
        ("Northern Cyprus", "CYP", "PRE"),
        ("Yale University", "USA", "EDU"),
        ("Taliban fighters", "AFG", "REB"),
    ],
)
def test_sector_of_a_phrase(phrase: str, country: str, sector: str) -> None:
    found = actor(phrase)
    assert found.country == country
    assert sector in found.sectors


def test_fighters_of_a_group_are_the_group() -> None:
    assert actor("a Taliban suicide bomber").actor_id == "group:taliban"


def test_an_official_of_a_group_is_no_official_of_its_state() -> None:
    assert actor("a Hamas official").actor_id != actor("a Palestinian official").actor_id


def test_who_has_left_office_is_of_the_former_elite() -> None:
    assert actor("Angela Merkel", date(2020, 5, 1)).sectors[0] == "GOV"
    assert actor("Angela Merkel", date(2022, 1, 10)).sectors[0] == "ELI"


def test_many_are_named_in_the_plural() -> None:
    assert actor("Syrian rebels").name == "Syrian rebels"
    assert actor("a Syrian rebel").actor_id == actor("Syrian rebels").actor_id


@pytest.mark.parametrize(
    ("name", "sector"),
    [("Harwick College", "EDU"), ("University of Leeds", "EDU"), ("Acme Company", "BUS"), ("Zork", "")],
)
def test_an_unknown_institution_is_told_by_the_noun_in_its_name(name: str, sector: str) -> None:
    assert of_name(name.split())[:1] == ((sector,) if sector else ())
