"""Who is angry with whom."""

import pytest
from reading import brief, events


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Beijing was infuriated by Pelosi's visit to Taipei.", "CHN", "USA"),
        ("The decision by Warsaw to close the border has irritated Minsk.", "BLR", "POL"),
        ("Turkey was angered by Sweden's decision.", "TUR", "SWE"),
        ("Moscow was alarmed by NATO's decision to send jets to Ukraine.", "RUS", "IGO"),
    ],
)
def test_the_one_who_feels_is_the_actor(text: str, who: str, whom: str) -> None:
    assert ("ACCUSE", {who}, {whom}) in [brief(m) for m in events(text)]


def test_who_undergoes_a_deed_gave_no_cause() -> None:
    found = [m for m in events("Serbian leaders were outraged by the arrest of the mayor.") if m.event_type == "ACCUSE"]
    assert found
    assert all("mayor" not in m.actor.name for e in found for m in e.recipients)
