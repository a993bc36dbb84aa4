"""Answers, demands and threats that name nobody are aimed at whoever acted just before."""

import pytest
from reading import brief, events

CASES = [
    ("Togo accused Ghana of arming rebels. Ghana denied it.", "REJECT", {"GHA"}, {"TGO"}),
    ("The United States bombed a plant in Sudan. Sudan demanded compensation.", "REQUEST", {"SDN"}, {"USA"}),
    ("Chad closed its border with Niger. Niamey threatened to cut off the fuel supply.", "THREATEN", {"NER"}, {"TCD"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), CASES)
def test_whom_an_answer_is_aimed_at(text: str, event_type: str, actors: set[str], recipients: set[str]) -> None:
    assert (event_type, actors, recipients) in [brief(e) for e in events(text)]


def test_the_coup_is_that_of_the_soldiers() -> None:
    text = "Soldiers toppled Ali Bongo in Gabon. The African Union condemned the coup."
    (blame,) = [e for e in events(text) if e.event_type == "ACCUSE"]
    assert [m.actor.sectors[0] for m in blame.recipients] == ["MIL"]


def test_a_demand_at_home_is_aimed_at_nobody_abroad() -> None:
    text = "Kenyan police arrested ten teachers in Nairobi. Kenyan teachers demanded higher pay."
    demands = [e for e in events(text) if e.event_type == "REQUEST"]
    assert all(m.actor.country in {"", "KEN"} for e in demands for m in e.recipients)
