"""The authorities of a state as doers of arrests and trials that name nobody."""

import pytest
from reading import read

from dragoman.types.event import EventMention


def coded(text: str, trigger: str) -> EventMention:
    events = read(text, "2023-02-09").attributed.events
    return next(e for e in events if e.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("Kenya votes in August. Kenya's opposition is loud. A blogger was arrested on Monday.", "arrested", "KEN"),
        ("Poland is angry, and so are Polish editors. Jan Nowak, a Polish reporter, was arrested in Minsk on Monday.",
         "arrested", "BLR"),
    ],
)  # fmt: skip
def test_the_state_that_acts(text: str, trigger: str, country: str) -> None:
    (actor,) = coded(text, trigger).actors
    assert actor.actor.country == country
    assert actor.actor.sectors == ("GOV",)


def test_nobody_where_a_foreigner_is_held_somewhere_untold() -> None:
    text = "Kenya votes in August. Kenya's opposition is loud. A Ugandan blogger was arrested on Monday."
    assert not coded(text, "arrested").actors


def test_those_who_took_somebody_release_him() -> None:
    text = "Boko Haram abducted Nigerian teachers in Borno on Monday. The Nigerian teachers were freed on Thursday."
    assert {m.actor.name for m in coded(text, "freed").actors} == {"Boko Haram"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya votes in August. Kenyan papers are loud. Protests against President William Ruto began.", "KEN"),
        ("Kenya votes in August. Protests against France in Mombasa were loud.", "KEN"),
    ],
)
def test_the_protesters_of_the_state(text: str, country: str) -> None:
    protest = next(e for e in read(text, "2023-02-09").attributed.events if e.event_type == "PROTEST")
    assert {(m.actor.country, m.actor.sectors) for m in protest.actors} == {(country, ("CVL",))}


def test_nobody_where_a_protest_is_aimed_at_an_army_that_may_be_abroad() -> None:
    text = "Israel was quiet. The military confirmed that shots were fired following what it said was a violent rally."
    protests = [e for e in read(text, "2018-01-09").attributed.events if e.event_type == "PROTEST"]
    assert "Israeli protesters" not in {m.actor.name for e in protests for m in e.actors}
