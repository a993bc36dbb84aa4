"""What is told as part of a dated scene was then."""

from datetime import date

from reading import read

from dragoman.types.event import EventDate


def dates(text: str, published: str = "2023-08-12") -> dict[str, EventDate]:
    """When each event was, by its trigger."""
    return {m.trigger.text: m.when for m in read(text, published).attributed.events}


def test_what_stands_below_when_was_then() -> None:
    text = "Dozens of miners were killed last month when Peru sent troops who came under attack by Bolivian rebels."
    when = dates(text)["attack"]
    assert (when.first, when.precision) == (date(2023, 7, 1), "month")
    assert "part of" in when.basis


def test_a_time_of_its_own_stands() -> None:
    text = "Peru made headlines last month when Chile condemned its raid on Arica in 2021."
    assert dates(text)["raid"].first == date(2021, 1, 1)


def test_the_pluperfect_looks_back_from_a_month_or_a_week() -> None:
    text = "Peruvian soldiers shelled a village in June. The army confirmed that rebels had attacked a convoy of Peru."
    when = dates(text)["attacked"]
    assert (when.first, when.last) == (date(2023, 6, 1), date(2023, 6, 30))
    assert "told before" in when.basis


def test_it_does_not_from_another_paragraph_or_a_time_to_come() -> None:
    apart = (
        "Peruvian soldiers shelled a village in June.\nThe army confirmed that rebels had attacked a convoy of Peru."
    )
    assert "scene" not in dates(apart)["attacked"].basis
    ahead = "Peru will hold talks with Chile in October. The army confirmed that rebels had attacked a convoy of Peru."
    assert "scene" not in dates(ahead)["attacked"].basis
