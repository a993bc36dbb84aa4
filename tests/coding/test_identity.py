"""Unnamed persons get the name under which the same is told of them."""

import pytest
from reading import read


def recipients(text: str) -> list[str]:
    return [m.actor.name for e in read(text, "2023-08-12").attributed.events for m in e.recipients]


def test_a_description_gets_the_name_told_later() -> None:
    text = (
        "Kenya charges a Tanzanian reporter with spying. Police in Nairobi beat the reporter on Friday. "
        "A Kenyan court charged Asha Mwendo with spying on the army."
    )
    events = read(text, "2023-08-12").attributed.events
    named = [m for e in events for m in (*e.actors, *e.recipients) if m.actor.name == "Asha Mwendo"]
    assert len(named) > 1
    assert any(m.choice is not None and "told by name" in m.choice.why for m in named)
    assert all(m.span.text for m in named)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya arrested three Tanzanian reporters. Kenya arrested Asha Mwendo, a Tanzanian reporter, in May.",
        "Kenya arrested her brother. Kenya arrested Asha Mwendo in May.",
        "Kenya arrested a Tanzanian reporter. Uganda arrested Asha Mwendo in May.",
    ],
)
def test_others_keep_their_description(text: str) -> None:
    assert recipients(text).count("Asha Mwendo") <= 1


def test_two_names_fit_nobody() -> None:
    text = "Kenya arrested a reporter. Kenya arrested Asha Mwendo on Friday. Kenya arrested Tom Ouko on Monday."
    assert recipients(text).count("Asha Mwendo") <= 1


def test_who_is_charged_is_the_one_who_was_arrested() -> None:
    text = (
        "Kenyan prosecutors opened an investigation into a Tanzanian reporter on Friday. "
        "Kenya arrested Asha Mwendo in May. A Kenyan court jailed Asha Mwendo last year."
    )
    assert recipients(text).count("Asha Mwendo") == 3


def test_one_mistaken_name_among_many_right_ones_is_outvoted() -> None:
    text = (
        "Kenya charged a Tanzanian reporter on Friday. Kenya has held Asha Mwendo since arresting her in May. "
        "A Kenyan court charged Asha Mwendo with spying. Kenya wants to jail Tom Ouko."
    )
    assert recipients(text).count("Asha Mwendo") > 3
