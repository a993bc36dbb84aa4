"""Sides that the form of a sentence gives."""

from reading import brief, events


def test_ones_own_forces_are_no_other_side() -> None:
    for event in events("Peru put its navy on alert on Friday."):
        assert event.event_type != "MOBILIZE" or all(m.actor.country != "PER" for m in event.recipients)


def test_a_state_is_no_protester() -> None:
    found = [brief(m) for m in events("Mass protests against the government of Georgia toppled it in 2003.")]
    assert ("PROTEST", set(), {"GEO"}) in found


def test_what_is_talked_about_takes_no_part() -> None:
    talks = [brief(m) for m in events("Sergey Lavrov and Wang Yi talked about Mali in Beijing.")]
    assert ("CONSULT", {"RUS"}, {"CHN"}) in talks


def test_what_a_promise_rules_out_is_no_event() -> None:
    found = [brief(m)[0] for m in events("Moscow had promised in Istanbul not to attack ports in Ukraine.")]
    assert found == ["AGREE"]


def test_what_something_is_called_is_no_call_for_it() -> None:
    found = events("Kenya's president called the day a fresh beginning for Ethiopia.")
    assert all(m.event_type != "REQUEST" for m in found)


def test_a_rubric_takes_no_part_but_may_speak() -> None:
    found = [brief(m) for m in events("Peru: Fatal attack on Chilean consulate in Arequipa")]
    assert ("ASSAULT", set(), {"CHL"}) in found
    spoken = [brief(m) for m in events("Iran: We condemn Iraq over the dam")]
    assert all("IRN" in actors for kind, actors, _ in spoken if kind == "ACCUSE")


def test_an_overthrow_is_done_to_whose_it_is() -> None:
    text = "Peruvian General Ochoa, who led President Silva's overthrow in 2013, met reporters."
    (done,) = [m for m in events(text) if m.trigger.text == "overthrow"]
    assert [m.actor.name for m in done.actors] == ["Ochoa"]
    assert [m.actor.name for m in done.recipients] == ["Silva"]


def test_who_is_joined_in_a_deed_does_it_too() -> None:
    found = [brief(m) for m in events("Norway has joined Britain and Canada in condemning Iran.")]
    assert ("ACCUSE", {"NOR", "GBR", "CAN"}, {"IRN"}) in found
    text = "Peruvian officials, along with counterparts from Chile and Bolivia, have met the Brazilian president."
    assert ("CONSULT", {"PER", "CHL", "BOL"}, {"BRA"}) in [brief(m) for m in events(text)]


def test_who_is_not_invited_takes_no_part() -> None:
    for event in events("Kenya hosted talks on Sunday to which Eritrea was not invited."):
        assert all(m.actor.country != "ERI" for m in (*event.actors, *event.recipients))


def test_one_phrase_s_parties_go_together() -> None:
    found = [brief(m) for m in events("Kenya attacked Thai and Lao troops on Friday.")]
    assert ("ASSAULT", {"KEN"}, {"THA", "LAO"}) in found


def test_what_a_verb_has_for_its_object_undergoes_it() -> None:
    text = "Guinea's Mamady Doumbouya was suspended from the bloc after ousting President Alpha Conde."
    (ousted,) = [m for m in events(text) if m.trigger.text == "ousting"]
    assert [m.actor.name for m in ousted.actors] == ["Mamady Doumbouya"]
    assert [m.actor.name for m in ousted.recipients] == ["Alpha Conde"]


def test_the_object_of_one_verb_is_not_that_of_the_next() -> None:
    text = "The Kenyan president promised to back Minsk's own course and criticised meddling from abroad."
    for event in events(text):
        assert event.event_type != "ACCUSE" or all(m.actor.country != "BLR" for m in event.recipients)


def test_a_protest_in_support_is_not_against() -> None:
    for event in events("In Niamey, thousands of people marched in support of the officers on Sunday."):
        assert event.event_type != "PROTEST" or not event.recipients


def test_an_answer_by_a_deed_is_that_deed() -> None:
    found = [m.event_type for m in events("Russia retaliated in May by expelling five Swedish diplomats.")]
    assert found == ["SANCTION"]


def test_what_follows_a_request_may_be_done() -> None:
    text = "Lithuania told its airlines to avoid Belarus and summoned the Belarusian ambassador."
    assert "summoned" in {m.trigger.text for m in events(text)}


def test_protests_are_not_against_whose_the_subject_is() -> None:
    found = [brief(e) for e in events("Russian sway over Belarus grew after large protests in 2020.")]
    assert all("RUS" not in whom for kind, _, whom in found if kind == "PROTEST")
