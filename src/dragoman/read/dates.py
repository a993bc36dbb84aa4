"""Publication dates as people and programs write them."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from dragoman.errors import BadReport

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?:[T\s].{0,40})?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?",
        rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)?{_DAY}[\s-]+{_MONTH},?[\s-]+{_YEAR}(?:,?\s.{{0,40}})?",
        rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}(?:,?\s.{{0,40}})?",
    )
)
_URL_DATE = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3,9}|\d{1,2})/(?P<day>\d{1,2})(?:/|$)")


def parse_date(written: str) -> date | None:
    """The day that ``written`` names, as it stands there (no change of time zone); None for an empty string.

    Reads ISO 8601, ``20230814``, RFC 5322 mail dates, ``14 August 2023``, ``Aug. 14, 2023``, with or without weekday
    and time. Raises BadReport for what is no date, and for ``08/09/2023``, which can be two.
    """
    written = written.strip()
    if not written:
        return None
    for pattern in _PATTERNS:
        match = pattern.fullmatch(written)
        if match:
            found = _day(match)
            if found:
                return found
    return _mail_date(written)


def url_date(url: str) -> date | None:
    """The day in a path like ``/2023/aug/14/`` or ``/2023/08/14/``."""
    match = _URL_DATE.search(url.lower())
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    month = _month(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _month(written: str) -> int:
    """1 to 12; 0 for what is no month."""
    if written.isdecimal():
        return int(written)
    name = written.lower()
    forms = ((number, month) for number, month in enumerate(_MONTHS, start=1) if month.startswith(name))
    return next((number for number, month in forms if len(name) in (3, 4, len(month))), 0)


def _mail_date(written: str) -> date:
    try:
        return parsedate_to_datetime(written[:100]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        shown = written if len(written) <= 40 else written[:40] + "..."
        raise BadReport(f"published {shown!r} is no date that can be read; write it as YYYY-MM-DD") from None
