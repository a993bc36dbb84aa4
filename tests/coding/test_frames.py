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


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Belarus received support from Iran and North Korea.", {"IRN", "PRK"}, {"BLR"}),
        ("Kenya and Uganda have also garnered support from Ghana.", {"GHA"}, {"KEN", "UGA"}),
        ("Sudan's army got the blessing of Egypt.", {"EGY"}, {"SDN"}),
    ],
)
def test_verbs_of_getting_have_the_giver_after_from(text: str, who: set[str], whom: set[str]) -> None:
    assert ("SUPPORT", who, whom) in [brief(m) for m in events(text)]


def test_a_deed_heard_at_its_object_is_told_once() -> None:
    assert len([m for m in events("Belarus received support from Iran.") if m.event_type == "SUPPORT"]) == 1
