"""The day of publication by the text: inferred where none is given, held against the one that is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate import annotate, load_parser
from dragoman.clean import clean
from dragoman.resolve import resolve
from dragoman.resolve.publication import _day
from dragoman.types.report import Published, Rejected, Report

AUSTIN = "Defense Secretary Lloyd Austin met his Indonesian counterpart, Prabowo Subianto, and thanked him. "


def published(text: str, given_: str = "") -> Published:
    known = Published(date.fromisoformat(given_), "given") if given_ else Published()
    cleaned = clean(Report("r", text, published=known))
    assert not isinstance(cleaned, Rejected)
    return resolve(annotate(cleaned, load_parser())).annotated.clean.report.published


def test_office_holders_bound_the_day() -> None:
    found = published(AUSTIN)
    assert found.date is None
    assert found.basis == "inferred"
    assert found.first == date(2021, 1, 22)
    assert found.last is not None
    assert date(2025, 1, 20) <= found.last <= date(2025, 6, 1)
    assert "Lloyd Austin was Secretary of Defense" in found.why


@pytest.mark.parametrize("before", ["Former", "The then", "Ex-"])
def test_who_has_left_office_bounds_nothing(before: str) -> None:
    assert published(f"{before} president Jair Bolsonaro of Brazil met his lawyers on Tuesday.").basis == "unknown"


def test_a_full_date_that_a_report_opens_with_is_its_day() -> None:
    found = published("On 3 May 2016 the government of Chad released 12 rebels. The opposition welcomed the step.")
    assert found.date == date(2016, 5, 3)
    assert found.basis == "inferred"


def test_a_date_of_long_ago_is_no_day_of_publication() -> None:
    found = published("On 3 May 2016 Chad released 12 rebels. In 2019 it arrested them again and tried them.")
    assert found.date is None
    assert found.first == date(2016, 5, 3)


def test_a_weekday_with_its_day_tells_the_year() -> None:
    found = published("Indonesian officials met a U.S. delegation on Monday, November 21. " + AUSTIN)
    assert found.date == date(2022, 11, 21)
    assert "2022 only" in found.why


def test_a_given_day_that_fits_is_kept() -> None:
    assert published(AUSTIN, "2022-11-22") == Published(date(2022, 11, 22), "given")


@pytest.mark.parametrize("day", ["2016-01-01", "2031-05-05"])
def test_a_given_day_that_tenures_rule_out_is_not_believed(day: str) -> None:
    found = published(AUSTIN, day)
    assert found.date is None
    assert found.stated == date.fromisoformat(day)
    assert found.doubt.startswith(f"{day} can't be: Lloyd Austin was")


def test_a_given_day_before_what_is_told_is_not_believed() -> None:
    found = published("Chad released 12 rebels. They were held on 3 May 2016 near Abeche.", "2015-02-01")
    assert found.stated == date(2015, 2, 1)
    assert "told in the past" in found.doubt


def test_what_lies_ahead_speaks_against_no_day() -> None:
    assert published("Chad will hold elections on 3 May 2026.", "2025-02-01").doubt == ""


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)))
def test_prefixes_hold_their_days(day: date) -> None:
    for prefix in (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()):
        assert _day(prefix, end=False) <= day <= _day(prefix, end=True)
        assert _day(prefix, end=True) + timedelta(1) > _day(prefix, end=False)
