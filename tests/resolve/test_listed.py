"""Names listed after a plural title, or beside "one of them": whom the title means."""

import pytest
from reading import events

DAY = "2024-05-15"


def sides(text: str, event_type: str) -> tuple[set[str], set[str]]:
    event = next(e for e in events(text, DAY) if e.event_type == event_type)
    return {m.actor.name for m in event.actors}, {m.actor.name for m in event.recipients}


def test_a_list_in_commas_names_those_of_a_plural_title() -> None:
    text = "The mayors of Goma and Gisenyi, Kennedy Balume and Innocent Murenzi, met at the border post on Wednesday."
    actors, recipients = sides(text, "CONSULT")
    assert actors | recipients == {"Kennedy Balume", "Innocent Murenzi"}


def test_each_has_the_state_that_stands_for_him() -> None:
    text = "The foreign ministers of Chad and Niger, Saleh Annadif and Bakary Sangare, signed the accord on Friday."
    event = next(e for e in events(text, DAY) if e.event_type in {"SUPPORT", "AGREE"})
    countries = {m.actor.name: m.actor.country for m in (*event.actors, *event.recipients)}
    assert countries == {"Saleh Annadif": "TCD", "Bakary Sangare": "NER"}


@pytest.mark.parametrize(
    "text",
    [
        "Ministers from Chad, Burkina Faso and Sierra Leone condemned the coup in Gabon.",
        "The governors of Lagos, Cross River and Akwa Ibom accused the Nigerian senate of neglect.",
    ],
)
def test_a_list_of_places_names_nobody(text: str) -> None:
    told = events(text, DAY)
    assert told
    assert all(m.actor.kind != "person" for e in told for m in e.actors)


def test_one_of_them_is_who_is_named_beside_it() -> None:
    text = "Two deputies left the hall. One of them, Rosa Quiroga, accused the Bolivian government of fraud."
    assert sides(text, "ACCUSE")[0] == {"Rosa Quiroga"}


def test_all_the_states_of_a_list_have_their_officials() -> None:
    text = "The ambassadors of France, Germany and Kenya condemned the raid in Chad."
    assert {m.actor.country for e in events(text, DAY) for m in e.actors if e.event_type == "ACCUSE"} == {
        "FRA",
        "DEU",
        "KEN",
    }


def test_a_word_shared_with_another_is_left_out() -> None:
    text = "Sergei Lavrov met Sudanese political and military leaders on Monday."
    assert "Sudanese leaders" in {m.actor.name for e in events(text, DAY) for m in e.recipients}
