"""What mentions of a report share."""

from reading import read

from dragoman.types.event import EventMention


def events(text: str) -> dict[str, EventMention]:
    return {m.trigger.text: m for m in read(text, "2023-08-12").attributed.events}


def place(mention: EventMention) -> str:
    return mention.place.place.name if mention.place else ""


def test_the_deeds_of_a_day_are_set_in_its_town() -> None:
    found = events("Rebels wounded two guards in Goma on Friday. Congolese soldiers killed four rebels.")
    assert place(found["wounded"]) == place(found["killed"]) == "Goma"


def test_a_town_of_another_state_is_not_theirs() -> None:
    found = events("Rebels wounded two guards in Goma on Friday. Chilean police arrested two students.")
    assert place(found["arrested"]) != "Goma"


def test_two_towns_are_no_scene() -> None:
    text = "Rebels wounded two guards in Goma on Friday. Rebels attacked soldiers in Beni. "
    text += "Congolese soldiers killed four rebels."
    assert place(events(text)["killed"]) not in {"Goma", "Beni"}


def test_an_arrest_at_home_is_at_least_in_its_state() -> None:
    text = "Peru is in turmoil, and Peru's congress sat all night. Peruvian police arrested a blogger."
    assert place(events(text)["arrested"]) == "Peru"


def test_a_place_of_its_own_stands() -> None:
    found = events("Rebels wounded two guards in Goma on Friday. Congolese soldiers killed four rebels in Beni.")
    assert place(found["killed"]) == "Beni"
