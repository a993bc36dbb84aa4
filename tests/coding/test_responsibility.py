"""A group that claims an attack is the doer of what unnamed men did."""

import pytest
from reading import read

LEAD = "Gunmen stormed a hotel in Mogadishu on Friday, killing nine people."


def attackers(text: str) -> set[str]:
    """The names of those who attack the hotel."""
    found = [m for m in read(text).attributed.events if m.event_type == "ASSAULT" and m.trigger.text == "stormed"]
    return {a.actor.name for m in found for a in m.actors}


@pytest.mark.parametrize(
    "claim",
    [
        "Al-Shabaab claimed responsibility for the attack.",
        "Responsibility was claimed by al-Shabaab.",
        "The attack was claimed by al-Shabaab.",
        "Al-Shabaab later took credit for the siege in a broadcast.",
        "Al-Shabaab said it carried out the attack in retaliation for air strikes.",
        "Al-Shabaab said its fighters were behind the siege.",
    ],
)
def test_the_claimed_attack_is_the_groups(claim: str) -> None:
    assert attackers(f"{LEAD} {claim}") == {"Al-Shabaab"}


@pytest.mark.parametrize(
    "claim",
    [
        "No group has claimed responsibility for the attack.",
        "Al-Shabaab has not claimed responsibility for the attack.",
        "The Somali government claimed victory.",
        "Al-Shabaab said it had not carried out the attack.",
        "Al-Shabaab said the army had carried out the attack.",
        "Al-Shabaab and the Islamic State claimed responsibility for the attack.",
    ],
)
def test_without_one_clear_claim_they_stay_unnamed(claim: str) -> None:
    assert not attackers(f"{LEAD} {claim}") & {"Al-Shabaab", "Islamic State"}


def test_named_doers_are_left_alone() -> None:
    text = "Ethiopian soldiers stormed a hotel in Mogadishu on Friday. Al-Shabaab claimed responsibility for a bombing."
    assert "Al-Shabaab" not in attackers(text)


def test_what_an_attack_answers_is_not_the_groups() -> None:
    found = read(f"{LEAD} Al-Shabaab said it carried out the attack in retaliation for air strikes.").attributed.events
    strikes = [m for m in found if m.trigger.text.endswith("strikes")]
    assert all("Al-Shabaab" not in {a.actor.name for a in m.actors} for m in strikes)
