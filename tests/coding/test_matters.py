"""What an event is about, whose goods change hands, and to whom a guest goes."""

import pytest
from reading import brief, events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("France sent its foreign minister to a conference on Sudan in Berlin.", ("CONSULT", {"FRA"}, {"DEU"})),
        ("China sent an envoy to talks hosted by Saudi Arabia in Jeddah.", ("CONSULT", {"CHN"}, {"SAU"})),
        ("The US criticised the sale of Turkish drones to Ethiopia.", ("COOPERATE", {"TUR"}, {"ETH"})),
        ("The US criticised the sale of Turkish drones to Ethiopia.", ("ACCUSE", {"USA"}, {"TUR"})),
    ],
)
def test_topics_hosts_and_makers(text: str, event: tuple[str, set[str], set[str]]) -> None:
    assert event in [brief(e) for e in events(text)]


def test_who_is_relied_on_gets_no_help() -> None:
    text = "Ankara helped President Ilham Aliyev of Azerbaijan offset his reliance on Russia."
    assert all("RUS" not in whom for kind, _, whom in map(brief, events(text)) if kind in {"AID", "SUPPORT"})


def test_what_talks_are_for_takes_no_part() -> None:
    text = "Oman hosted Norway for talks aimed at ending the fighting in Yemen."
    found = [brief(e) for e in events(text) if e.event_type == "CONSULT"]
    assert found
    assert all("YEM" not in who | whom for _, who, whom in found)


def test_weapons_are_bought_of_a_state() -> None:
    bought = [e for e in events("Minister Okoro was punished over buying Russian fighter jets.") if e.recipients]
    assert all("jets" not in m.actor.name for e in bought for m in e.recipients)


def test_ones_own_state_is_not_the_other_side() -> None:
    text = "Denmark's foreign minister hailed the visit as proof of the friendship between Denmark and Kenya."
    assert all(who != whom for kind, who, whom in map(brief, events(text)) if kind == "SUPPORT")
