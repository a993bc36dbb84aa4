"""Happenings a length of time apart date each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read

from dragoman.attribute.apart import _moved, _widened
from dragoman.types.event import EventDate


def dates(text: str, published: str = "2023-08-12") -> dict[str, EventDate]:
    """When each event was, by its trigger."""
    return {m.trigger.text: m.when for m in read(text, published).attributed.events}


def test_what_stands_below_after_lies_before() -> None:
    found = dates("Peru expelled the ambassador of Chile on Friday, two days after Chile condemned Peru.")
    assert found["expelled"].first == date(2023, 8, 11)
    assert found["condemned"].first == date(2023, 8, 9)


def test_months_and_years_are_as_wide_as_they_are_told() -> None:
    found = dates("Peru signed an accord with Chile on 3 March 2021, nine years after Chile bombed Peru.")
    assert (found["bombed"].first, found["bombed"].last) == (date(2012, 1, 1), date(2012, 12, 31))
    assert found["bombed"].precision == "year"


def test_before_counts_the_other_way() -> None:
    found = dates("Three days before the talks between Chile and Peru on 20 July, Chile condemned Bolivia.")
    assert found["condemned"].first == date(2023, 7, 17)


def test_the_raid_is_the_one_told() -> None:
    text = "Rebels shelled Goma on 2 August. Police arrested a rebel commander three days after the attack."
    when = dates(text)["arrested"]
    assert when.first == date(2023, 8, 5)
    assert "three days after" in when.basis


def test_an_anniversary_dates_what_it_is_of() -> None:
    text = "Crowds in Lima marked on Friday the 20th anniversary of the massacre of villagers by Peruvian soldiers."
    assert dates(text)["massacre"].first == date(2003, 8, 11)
    text = "Chile condemned Peru on Friday, two days before the second anniversary of the bombing of Arica by Peru."
    assert dates(text)["bombing"].first == date(2021, 8, 13)


def test_a_time_of_its_own_stands() -> None:
    found = dates("Peru expelled the ambassador of Chile on Friday, a week after Chile condemned Peru on 1 July.")
    assert found["condemned"].first == date(2023, 7, 1)
    assert found["expelled"].first == date(2023, 8, 11)


def test_no_length_no_distance() -> None:
    found = dates("Peru expelled the envoy of Chile on Friday after Chile condemned Peru.")
    assert "beside it" not in found["expelled"].basis


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_hold(day: date) -> None:
    assert _moved(day, 0, -12 * 10_000) is None
    assert _moved(day, 0, 12 * 10_000) is None
    assert _moved(day, 1 if day.year > 1 else -1, 0) is None


@given(st.dates(date(1000, 1, 1), date(3000, 12, 31)), st.integers(-40, 40), st.integers(-400, 400))
def test_moving_there_and_back(day: date, days: int, months: int) -> None:
    there = _moved(day, days, 0)
    assert there is not None
    assert _moved(there, -days, 0) == day
    there = _moved(day, 0, months)
    assert there is not None
    back = _moved(there, 0, -months)
    assert back is not None
    assert abs((back - day).days) <= 3


@given(st.dates(date(1000, 1, 1), date(3000, 12, 31)), st.sampled_from(["day", "week", "month", "year"]))
def test_an_interval_holds_its_day(day: date, precision: str) -> None:
    first, last = _widened(day, day, precision)  # type: ignore[arg-type]
    assert first <= day <= last


def test_nothing_done_lies_after_its_report() -> None:
    found = dates("Rebels shelled Goma on Friday. Police arrested a rebel commander three days after the attack.")
    first = found["arrested"].first
    assert first is None or first <= date(2023, 8, 12)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Rebels attacked Goma on 2 August. The attack came two days after Congolese officials met Rwandan officials.",
         "met", date(2023, 7, 31)),
        ("The journey comes two months after Sergei Shoigu visited Bishkek.", "visited", date(2023, 6, 1)),
        ("It is nine months since Kenyan soldiers arrested two British men.", "arrested", date(2022, 11, 1)),
    ],
)  # fmt: skip
def test_what_the_news_is_set_beside(text: str, trigger: str, day: date) -> None:
    assert dates(text)[trigger].first == day


def test_since_a_day_counts_nothing() -> None:
    assert dates("Kenya has banned rallies since Chad condemned it.")["condemned"].first is None
