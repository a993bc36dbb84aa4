from datetime import date

import pytest

from dragoman.errors import BadReport
from dragoman.read.dates import parse_date, url_date

DAY = date(1994, 5, 9)


@pytest.mark.parametrize(
    "written",
    [
        "1994-05-09",
        "1994-5-9",
        "1994/05/09",
        "19940509",
        "19940509T101500Z",
        "1994-05-09T23:59:00-11:00",
        "1994-05-09 10:15:00",
        "Mon, 09 May 1994 23:59:00 +0000",
        "9 May 1994",
        "9th May, 1994",
        "May 9, 1994",
        "Monday, May 9, 1994",
        " 1994-05-09 ",
    ],
)
def test_dates_as_they_are_written(written: str) -> None:
    assert parse_date(written) == DAY


def test_no_date() -> None:
    assert parse_date("  ") is None


@pytest.mark.parametrize(
    "written", ["08/09/1994", "yesterday", "1994-13-40", "9 Mayhem 1994", "x" * 10_000, "1" * 5000]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(BadReport, match="no date"):
        parse_date(written)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/world/1994/may/09/story", DAY),
        ("https://example.org/1994/05/09/story.html", DAY),
        ("https://example.org/1994/05/story", None),
        ("https://example.org/1994/99/99/", None),
    ],
)
def test_url_dates(url: str, day: date | None) -> None:
    assert url_date(url) == day
