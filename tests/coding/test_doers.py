"""Who does a deed and to whom, where others stand nearer or above."""

from reading import events

DAY = "2023-08-14"


def test_the_subject_of_a_clause_above_is_not_the_doer() -> None:
    text = "The United States had seen no sign that China's authorities had decided to ship arms to Russia."
    aid = next(e for e in events(text, DAY) if e.event_type == "AID")
    assert {m.actor.country for m in aid.actors} == {"CHN"}


def test_an_attack_named_by_its_town_was_on_it() -> None:
    text = "The Manchester attack, claimed by Islamic State, killed 22 people in May 2017."
    attacks = [e for e in events(text, DAY) if e.event_type == "ASSAULT"]
    assert attacks
    assert not any(m.actor.actor_id.startswith("place:") for e in attacks for m in e.actors)


def test_what_is_written_on_a_medium_is_not_said_to_it() -> None:
    text = "The Iranian minister threatened Israel with war, as he wrote on Twitter on Monday."
    threats = [e for e in events(text, DAY) if e.event_type == "THREATEN"]
    assert {m.actor.name for e in threats for m in e.recipients} == {"Israel"}


def test_so_many_nations_are_of_no_one_state() -> None:
    text = "Saudi Arabia hosted talks in Jeddah. Saudi Arabia had invited forty nations to the talks."
    parties = [m.actor for e in events(text, DAY) for m in (*e.actors, *e.recipients)]
    assert parties
    assert not any(a.country and a.name.endswith("nations") for a in parties)


def test_a_visit_told_as_planned_stays_planned() -> None:
    text = "China's defence minister will visit Russia next week. The minister's visit to Russia comes after drills."
    visits = [e for e in events(text, DAY) if e.event_type == "CONSULT" and e.event_mode == "visit"]
    assert visits
    assert {e.status for e in visits} == {"planned"}


def test_no_sign_of_a_deed_negates_it() -> None:
    text = "There isn't a sign yet of Belarus sending troops to Ukraine."
    moves = [e for e in events(text, DAY) if e.event_type == "MOBILIZE"]
    assert moves
    assert {e.status for e in moves} <= {"negated", "denied"}
