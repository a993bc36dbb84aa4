"""Dates as pages and datelines write them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        1,
    )
    for name in names.split(" ")
}
MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"  # noqa: E501
WEEKDAY = r"(?:Mon(?:day|\.)?|Tue(?:s(?:day|\.)?|\.)?|Wed(?:nesday|\.)?|Thu(?:rs(?:day|\.)?|\.)?|Fri(?:day|\.)?|Sat(?:urday|\.)?|Sun(?:day|\.)?)"  # noqa: E501
_DAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split()) | {
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}
_BESIDE = _DAYS | frozenset(
    "am pm a p m gmt utc est edt et pst pdt pt cet cest bst ist eat wat at on of the st nd rd th published updated "
    "posted last first modified date time local hrs h by".split()
)
_WORD = re.compile(r"[A-Za-z]+|[0-9]+")
_ISO = re.compile(r"([12][0-9]{3})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])(?:[T ][0-9:.Z+ -]{0,20})?")
_SLASHED = re.compile(r"([0-3]?[0-9])[-/.]([0-3]?[0-9])[-/.]([12][0-9]{3})(?:[ ,]{1,3}[0-9:.]{4,8}(?: ?[AaPp][Mm])?)?")
_TH = "(?:st|nd|rd|th)?"
_FULL = re.compile(
    rf"(?P<month>{MONTH})\s{{1,3}}(?P<day>[0-9]{{1,2}}){_TH}(?:,\s{{0,3}}|\s{{1,3}})(?P<year>[12][0-9]{{3}})\b|"
    rf"\b(?P<day2>[0-9]{{1,2}}){_TH}(?: of)?\s{{0,3}}(?P<month2>{MONTH}),?\s{{0,3}}(?P<year2>[12][0-9]{{3}})\b|"
    r"\b(?P<dotted>[0-3]?[0-9]\.[01]?[0-9]\.[12][0-9]{3})\b|"
    r"(?:(?<=issued on: )|(?<=issued on ))(?P<issued>[0-3]?[0-9]/[01]?[0-9]/[12][0-9]{3})\b|"
    r"(?P<iso>[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9])",
    re.IGNORECASE,
)
"""A date with its year: "March 4, 2019", "4th of March 2019", "21JUL2023", "04.03.2019", "Issued on: 05/06/2020", in
which the day comes first, "2019-03-04".
"""
_CLOCK = re.compile(r"\b[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\b")


def whole_line_date(line: str) -> tuple[bool, date | None]:
    """Whether a line is a date and nothing else, and which, if the line tells it without doubt."""
    if len(line) > 80:
        return False, None
    numeric = _numeric(line.strip())
    if numeric is not None:
        return numeric
    words = [word.lower() for word in _WORD.findall(_CLOCK.sub(" ", line))]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [int(word) for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit() and word not in _MONTHS]
    if len(months) != 1 or not all(word in _BESIDE for word in others):
        return False, None
    years = [number for number in numbers if 1800 <= number <= 2199]
    days = [number for number in numbers if 1 <= number <= 31]
    if len(years) != 1 or not days:
        return False, None
    return True, on(years[0], months[0], days[0])


def _numeric(line: str) -> tuple[bool, date | None] | None:
    iso = _ISO.fullmatch(line)
    if iso is not None:
        return True, on(int(iso[1]), int(iso[2]), int(iso[3]))
    slashed = _SLASHED.fullmatch(line)
    if slashed is None:
        return None
    first, second, year = (int(slashed[n]) for n in (1, 2, 3))
    if first > 12:
        return True, on(year, second, first)
    # 03/04/2024 is the fourth of March or the third of April: which, the line doesn't say.
    return True, on(year, first, second) if second > 12 or first == second else None


def find_dates(text: str) -> Iterator[tuple[int, int, date | None]]:
    """The dates with a year written out in a short text, in order, by their characters; None for a day that isn't."""
    for match in _FULL.finditer(text):
        told = match.groupdict()
        if month := told["month"] or told["month2"]:
            year, day = told["year"] or told["year2"], told["day"] or told["day2"]
            found = on(int(year), month_number(month), int(day))
        elif first := told["dotted"] or told["issued"]:
            day, number, year = re.split("[./]", first)
            found = on(int(year), int(number), int(day))
        else:
            year, number, day = re.split("[-/.]", told["iso"])
            found = on(int(year), int(number), int(day))
        yield match.start(), match.end(), found


def find_date(text: str) -> date | None:
    """The first date with a year written out in a short text."""
    return next((day for _, _, day in find_dates(text)), None)


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation. Raises KeyError for another word."""
    return _MONTHS[name.lower().rstrip(".")]


def on(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest_before(month: int, day: int, anchor: date) -> date | None:
    """The last such day of a month that isn't later than a day after ``anchor`` (clocks and zones differ)."""
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        found = on(year, month, day)
        if found is not None and found <= anchor + timedelta(days=1):
            return found
    return None
