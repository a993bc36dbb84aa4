"""Status and claimant, by the word that shows them."""

import pytest
from reading import events

CASES = [
    ("Li Shangfu will visit Belarus next week.", "CONSULT", "planned"),
    ("The Chinese minister is expected to visit Belarus.", "CONSULT", "planned"),
    ("The Chinese minister visited Belarus on Tuesday.", "CONSULT", "happened"),
    ("The Chinese minister did not visit Belarus.", "CONSULT", "negated"),
    ("The Chinese minister may visit Belarus.", "CONSULT", "hypothetical"),
    ("If Turkey bombs Syria, talks would end.", "ASSAULT", "hypothetical"),
    ("Rebels reportedly shelled Aleppo.", "ASSAULT", "alleged"),
    ("China denied that it had sent weapons to Russia.", "AID", "denied"),
    ("Troops are said to have attacked Goma.", "ASSAULT", "alleged"),
    ("The president said he would visit Angola in May.", "CONSULT", "planned"),
    ("Nigeria failed to release the prisoners.", "RETREAT", "negated"),
    ("Iran threatened to attack Israel.", "ASSAULT", "hypothetical"),
    ("There isn't a sign yet of Belarus sending troops to Ukraine.", "MOBILIZE", "negated"),
    ("There isn't a sign yet of Mr. Lukashenko sending troops to Ukraine.", "MOBILIZE", "negated"),
    ("Neither Ghana nor Togo signed the accord with Benin.", "SUPPORT", "negated"),
    ("No officials have visited Eritrea from Ethiopia.", "CONSULT", "negated"),
    ("Poland condemned the planned visit of the Hungarian leader to Moscow.", "CONSULT", "planned"),
]


@pytest.mark.parametrize(("text", "event_type", "status"), CASES)
def test_status(text: str, event_type: str, status: str) -> None:
    found = {e.event_type: e.status for e in events(text)}
    assert found.get(event_type) == status, found


def test_a_saying_happened_though_what_it_says_did_not() -> None:
    found = {e.event_type: e.status for e in events("Japan accused North Korea of planning a missile test.")}
    assert found["ACCUSE"] == "happened"


def test_claimant_by_verb_of_saying_and_according_to() -> None:
    for text in (
        "Russia had launched strikes on Ukraine, the Ukrainian military said.",
        "According to the Ukrainian military, Russia launched strikes on Ukraine.",
    ):
        strike = next(e for e in events(text) if e.event_type == "ASSAULT")
        assert [c.actor.country for c in strike.claimants] == ["UKR"]
        assert strike.status == "alleged"


def test_a_running_quotation_keeps_its_speaker() -> None:
    text = "“We met the rebels,” the Kenyan minister said. “Ethiopia attacked the town.”"
    attack = next(e for e in events(text) if e.event_type == "ASSAULT")
    assert [c.actor.country for c in attack.claimants] == ["KEN"]


def test_what_is_suspended_is_not_done() -> None:
    from reading import events

    found = events("Chile suspended talks with Peru on Friday.", "2023-04-14")
    assert all(e.status == "negated" for e in found if e.event_type == "CONSULT")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("There is no proof suggesting that Kenyan forces are planning an assault on Eritrea.", "assault", "negated"),
        ("Officials worked to deter China from arming Russia.", "arming", "hypothetical"),
    ],
)
def test_what_there_is_no_sign_of_isnt_told_as_done(text: str, trigger: str, status: str) -> None:
    assert [m.status for m in events(text) if m.trigger.text.endswith(trigger)] == [status]


def test_the_present_tense_of_a_day_to_come_is_planned() -> None:
    (flight,) = [e for e in events("Janet Yellen flies to Beijing on Thursday.", "2024-05-15") if e.actors]
    assert (flight.status, str(flight.when.first)) == ("planned", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The talks paved the way for a visit by Oman's foreign minister to Doha.", "visit", "planned"),
        ("The talks were expected to result in an arms deal between Chad and Niger.", "arms deal", "planned"),
        ("Chad was not among the states that condemned the coup in Niger.", "condemned", "negated"),
    ],
)
def test_what_something_leads_to(text: str, trigger: str, status: str) -> None:
    assert {m.status for m in events(text) if m.trigger.text.endswith(trigger)} == {status}
