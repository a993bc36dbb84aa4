"""Places that a text points to, as those of events."""

import pytest
from reading import read

CASES = [
    ("Turkey's defence minister Yasar Guler landed in the Kazakh capital, where he met Ruslan Zhaksylykov.",
     "met", "Astana"),
    ("Kenya is quiet, and Kenyan papers are. In the capital, police arrested ten Kenyan men.", "arrested", "Nairobi"),
    ("Sergei Lavrov flew to Vienna on Monday. There he met Sebastian Kurz.", "met", "Vienna"),
    ("Kenyan soldiers met elders in Lodwar on Monday. Rebels attacked the town on Tuesday.", "attacked", "Lodwar"),
    ("GARISSA, Kenya, Aug. 14 (Harbour Wire) - Kenyan police arrested ten men here on Monday.", "arrested", "Garissa"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "place"), CASES)
def test_where(text: str, trigger: str, place: str) -> None:
    event = next(e for e in read(text, "2023-08-15").attributed.events if e.trigger.text == trigger)
    assert event.place is not None
    assert event.place.place.name == place


def test_a_capital_that_is_named_is_that() -> None:
    text = "South Africa's president was in Pretoria. Rebels attacked the capital, Bangui, on Sunday."
    event = next(e for e in read(text).attributed.events if e.event_type == "ASSAULT")
    assert event.place is None or event.place.place.name == "Bangui"


def test_what_is_pointed_to_is_no_place_that_the_report_names() -> None:
    coded = read("Kenya is quiet, and Kenyan papers are. In the capital police arrested ten Kenyan men.")
    assert "the capital" not in {p.text for p in coded.resolved.places}
    assert "Nairobi" not in {p.place.name for p in coded.resolved.places}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya is quiet. Kenyan police shot a Kenyan student on Monday.", "KEN"),
        ("Kenya is quiet. William Ruto met Raila Odinga on Monday.", "KEN"),
        ("Thailand's government held talks with the Barisan Revolusi Nasional on Monday.", ""),
        ("Kenya withdrew Kenyan soldiers on Monday.", ""),
    ],
)
def test_what_a_states_people_do_among_themselves_is_at_home(text: str, country: str) -> None:
    event = read(text).attributed.events[0]
    assert (event.place.place.country if event.place else "") == country
