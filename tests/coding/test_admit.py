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
