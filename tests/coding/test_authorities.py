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
