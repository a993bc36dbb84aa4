"""Sides that the clauses of a sentence give."""

import pytest
from reading import brief, events


def test_who_is_in_custody_together_undergoes_it_together() -> None:
    found = [m for m in events("Omar Abdullah and Mehbooba Mufti remain in custody.") if m.event_type == "COERCE"]
    assert [m.actor.name for e in found for m in e.actors] == []
    assert {m.actor.name for e in found for m in e.recipients} == {"Omar Abdullah", "Mehbooba Mufti"}


def test_who_hears_a_complaint_is_not_accused() -> None:
    found = [brief(m) for m in events("Mikati complained to Paris and Washington about the Israeli raid.")]
    assert ("ACCUSE", {"LBN"}, {"ISR"}) in found


def test_a_town_where_something_is_is_no_party() -> None:
    for event in events("Russia answered by shutting the Swedish consulate in St. Petersburg."):
        assert all(not m.actor.actor_id.startswith("place:") for m in event.recipients)


def test_who_takes_revenge_hasnt_done_what_for() -> None:
    text = "Somali rebels said they attacked the base in retaliation for air strikes near Baidoa."
    strikes = [m for m in events(text) if m.trigger.text == "air strikes"]
    assert all(not m.actors for m in strikes)


def test_each_other_makes_two_sides() -> None:
    found = [brief(m) for m in events("Kyrgyzstan and Tajikistan blamed each other on Wednesday for the shooting.")]
    assert ("ACCUSE", {"KGZ"}, {"TJK"}) in found


def test_a_town_where_a_bomb_went_off_did_nothing() -> None:
    for event in events("On July 28 a bomb in Sitra killed two policemen in Bahrain."):
        assert all(not m.actor.actor_id.startswith("place:") for m in event.actors)


def test_who_gets_arms_is_the_recipient() -> None:
    found = [brief(m) for m in events("Bishkek took delivery of Turkish Bayraktar drones late last year.")]
    assert ("AID", {"TUR"}, {"KGZ"}) in found


def test_who_is_told_of_by_a_passive_undergoes_it() -> None:
    found = [m for m in events("A Russian agent jailed over a plot walked free on Monday.") if m.event_type == "COERCE"]
    assert found
    assert all("agent" not in m.actor.name for e in found for m in e.actors)


def test_the_subject_does_it_though_another_stands_nearer() -> None:
    text = "President Ruto, who faces a motion tabled by Raila Odinga, ordered that all licences be suspended."
    orders = [m for m in events(text) if m.trigger.text == "ordered"]
    assert {m.actor.name for e in orders for m in e.actors} == {"William Ruto"}


def test_who_tells_of_a_deed_leaves_it_to_its_subject() -> None:
    text = "Minsk has put much effort into deepening relations with Beijing, Yauheni Preiherman said."
    assert all(
        m.actor.name != "Yauheni Preiherman" for e in events(text) if e.event_type == "SUPPORT" for m in e.actors
    )


@pytest.mark.parametrize("who", ["Amnesty International", "Human Rights Watch"])
def test_a_past_tense_that_the_tagger_takes_for_a_participle_is_active(who: str) -> None:
    (request,) = [e for e in events(f"{who} on Friday called upon Kenya to free the blogger.") if e.actors][:1]
    assert {m.actor.name for m in request.actors} == {who}
