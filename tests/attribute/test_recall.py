"""What a text tells of an event that it comes back to was when and where that was."""

from datetime import date

from reading import read

from dragoman.types.event import EventMention


def events(text: str) -> dict[str, EventMention]:
    return {m.trigger.text: m for m in read(text, "2023-08-12").attributed.events}


BENI = "Rebels attacked soldiers in Beni on 2 August. "


def test_what_happened_in_the_incident_has_its_day_and_place() -> None:
    found = events(BENI + "Some 30 civilians were killed in the incident.")
    assert found["killed"].when.first == date(2023, 8, 2)
    assert "comes back to as 'incident'" in found["killed"].when.basis
    assert found["killed"].place is not None
    assert found["killed"].place.place.name == "Beni"


def test_what_an_incident_happened_with_has_its_day() -> None:
    found = events(BENI + "The incident happened when the rebels ambushed a convoy of Congolese soldiers.")
    assert found["ambushed"].when.first == date(2023, 8, 2)


def test_another_place_is_another_incident() -> None:
    found = events(BENI + "Police said that the Goma incident happened when the rebels ambushed a convoy.")
    assert all(e.when.first != date(2023, 8, 2) for word, e in found.items() if word == "ambushed")


def test_a_date_of_its_own_stands() -> None:
    found = events(BENI + "On 9 August 30 civilians were killed in the raid.")
    assert found["killed"].when.first == date(2023, 8, 9)
