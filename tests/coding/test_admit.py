"""Words that tell of no deed."""

import pytest
from reading import events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ukraine soldiered on through the winter.", "MOBILIZE"),
        ("Western officials said that Russia is running low on precision missiles.", "MOBILIZE"),
        ("China still wants close ties with Russia.", "REQUEST"),
        ("Georgia hit back by expelling two Russian envoys.", "ASSAULT"),
    ],
)
def test_no_deed(text: str, kind: str) -> None:
    assert kind not in {e.event_type for e in events(text)}


def test_a_march_is_one_all_the_same() -> None:
    assert "MOBILIZE" in {e.event_type for e in events("Russian troops massed on the border with Ukraine on Friday.")}


def test_what_is_ordered_is_told_by_the_order() -> None:
    text = "The court found Khan's arrest unlawful and ordered the National Accountability Bureau to free Imran Khan."
    assert "RETREAT" not in {e.event_type for e in events(text)}


def kinds(text: str) -> set[str]:
    return {e.event_type for e in events(text)}


def test_what_warns_of_another_s_doing_threatens_nobody() -> None:
    text = "Mullen warned that the rhetoric of Kenya's president heats up the quarrel with Uganda."
    assert "THREATEN" not in kinds(text)
    assert "THREATEN" in kinds("Kenya warned that its troops would enter Uganda.")


def test_how_journalists_come_by_their_news_is_no_event() -> None:
    assert not kinds("The New York Times contacted the Kenyan foreign ministry for comment.")


def test_a_return_home_is_no_visit() -> None:
    assert "CONSULT" not in kinds("French President Francois Hollande returned to Paris from Avignon.")
    assert "CONSULT" in kinds("French President Francois Hollande flew to Nairobi on Monday.")


def test_what_a_weapon_can_do_is_no_deed() -> None:
    assert "AID" not in kinds("Kenya tested a missile capable of delivering a warhead to Uganda.")
