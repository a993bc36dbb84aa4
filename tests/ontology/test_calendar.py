"""Interval arithmetic at ordinary dates and at the ends of the calendar."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology import calendar as cal
from dragoman.resolve.times.numbers import amount, spoken_year

UNITS = st.sampled_from(get_args(cal.Unit))


@given(st.dates(), UNITS)
def test_a_period_holds_the_day_it_was_asked_for(day: date, unit: cal.Unit) -> None:
    period = cal.period_of(unit, day)
    if unit == "weekend" or period.days is None:
        return
    assert period.days[0] <= day <= period.days[1]


@given(st.dates(), UNITS, st.integers(-(10**6), 10**6))
def test_shifting_never_leaves_the_calendar(day: date, unit: cal.Unit, count: int) -> None:
    moved = cal.shift(day, unit, count)
    assert moved >= day if count > 0 else moved <= day


@given(st.dates(date(1, 3, 1), date(9998, 12, 31)), st.sampled_from(["early", "mid", "late"]))
def test_a_third_lies_within_its_period(day: date, part: str) -> None:
    days = cal.period_of("month", day).days
    assert days is not None
    first, last = cal.third(days, "early" if part == "early" else "mid" if part == "mid" else "late")
    assert days[0] <= first <= last <= days[1]


def test_month_arithmetic_keeps_to_the_end_of_short_months() -> None:
    assert cal.add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert cal.add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("year", "day"), [(1916, date(1916, 4, 23)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))]
)
def test_easter(year: int, day: date) -> None:
    assert cal.easter(year) == day


def test_weeks_are_iso_weeks() -> None:
    assert cal.week_period(date(2021, 1, 3)).value == "2020-W53"


@pytest.mark.parametrize(
    ("text", "number"),
    [("twenty-four", 24), ("a hundred", 100), ("two thousand and six", 2006), ("1,500", 1500), ("2 1/2", 2.5),
     ("three and a half", 3.5), ("a couple of", 2), ("two dozen", 24), ("several", None), ("a million", 1e6)],
)  # fmt: skip
def test_amounts(text: str, number: float | None) -> None:
    assert amount(text) == number


@pytest.mark.parametrize(
    ("text", "year"), [("nineteen ninety-four", 1994), ("two thousand six", 2006), ("nineteen hundred", 1900)]
)
def test_spoken_years(text: str, year: int) -> None:
    assert spoken_year(text) == year
