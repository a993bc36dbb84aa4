"""Sides that the clauses of a sentence give."""

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
