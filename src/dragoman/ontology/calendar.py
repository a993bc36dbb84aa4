"""Interval arithmetic over calendar units, safe from year 1 to year 9999.

Weeks run from Monday to Sunday (ISO 8601), as TempEval-3 counts them.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.types.time import Precision

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
]
Interval = tuple[date, date]

MONTHS_IN: dict[Unit, int] = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS_IN: dict[Unit, int] = {"day": 1, "weekend": 7, "week": 7}
PRECISION: dict[Unit, Precision] = {
    "day": "day",
    "weekend": "day",
    "week": "week",
    "month": "month",
    "season": "quarter",
    "quarter": "quarter",
    "half": "year",
    "year": "year",
    "decade": "decade",
    "century": "decade",
}
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit in place: its TIMEX3 value and its first and last day, None where it has no anchor."""

    unit: Unit
    value: str
    days: Interval | None


_DURATION = re.compile(r"P(T?)(\d+)([DWMYH])")
_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute"}


def duration(value: str) -> tuple[int, Unit] | None:
    """How many of which unit a TIMEX3 duration ("P18M") lasts; None where its length isn't told."""
    match = _DURATION.fullmatch(value)
    unit = _UNITS.get(match[1] + match[3]) if match else None
    return (int(match[2]), unit) if match and unit else None


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, days: int) -> date:
    """``day`` moved by ``days``, held within the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """``day`` moved by calendar months (31 January plus one month is the last of February), held in range."""
    index = day.year * 12 + day.month - 1 + months
    if index < 12:
        return date.min
    if index >= 120000:
        return date.max
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: Unit, count: int) -> date:
    """``day`` moved by ``count`` units; units under a day leave it where it is unless they add up to days."""
    if unit in MONTHS_IN:
        return add_months(day, MONTHS_IN[unit] * count)
    if unit in DAYS_IN:
        return add_days(day, DAYS_IN[unit] * count)
    hours = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}[unit] * count
    return add_days(day, int(max(-1e8, min(1e8, hours)) / 24))


def stepped(day: date, unit: Unit, count: int) -> date | None:
    """``day`` moved as by ``shift``, None where that leaves the years 1 to 9999."""
    moved = shift(day, unit, count)
    return None if count and moved in (date.min, date.max) else moved


def month_period(year: int, month: int) -> Period:
    """A month; months outside 1 to 12 or years out of range have no days."""
    first = safe_date(year, month, 1)
    days = (first, first.replace(day=monthrange(year, month)[1])) if first else None
    return Period("month", f"{year:04d}-{month:02d}", days)


def year_span(first: int, last: int) -> Interval | None:
    """From 1 January of ``first`` to 31 December of ``last``, None if a year is out of range."""
    start, end = safe_date(first, 1, 1), safe_date(last, 12, 31)
    return (start, end) if start and end else None


def season_period(year: int, season: str) -> Period:
    """A northern meteorological season; winter is named after the year in which it starts."""
    first = safe_date(year, SEASON_STARTS[season], 1)
    days = (first, add_days(add_months(first, 3), -1)) if first else None
    return Period("season", f"{year:04d}-{season}", days)


def part_of_year(year: int, unit: Unit, number: int) -> Period:
    """The ``number``-th quarter or half of a year."""
    months = MONTHS_IN[unit]
    first = safe_date(year, (number - 1) * months + 1, 1)
    days = (first, add_days(add_months(first, months), -1)) if first else None
    return Period(unit, f"{year:04d}-{'Q' if unit == 'quarter' else 'H'}{number}", days)


def day_period(day: date) -> Period:
    return Period("day", day.isoformat(), (day, day))


def week_period(day: date) -> Period:
    monday = add_days(day, -day.weekday())
    year, week, _ = day.isocalendar()
    return Period("week", f"{year:04d}-W{week:02d}", (monday, add_days(monday, 6)))


def weekend_period(day: date) -> Period:
    """The Saturday and Sunday of the day's week."""
    week = week_period(day)
    saturday = add_days(day, 5 - day.weekday())
    return Period("weekend", f"{week.value}-WE", (saturday, add_days(saturday, 1)))


def season_of(day: date) -> str:
    return ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


def period_of(unit: Unit, day: date) -> Period:
    """The unit that ``day`` lies in; units under a day give the day."""
    year = day.year
    if unit == "week":
        return week_period(day)
    if unit == "weekend":
        return weekend_period(day)
    if unit == "month":
        return month_period(year, day.month)
    if unit == "season":
        return season_period(year - (day.month < 3), season_of(day))
    if unit in ("quarter", "half"):
        return part_of_year(year, unit, (day.month - 1) // MONTHS_IN[unit] + 1)
    if unit == "year":
        return Period(unit, f"{year:04d}", year_span(year, year))
    if unit == "decade":
        return decade_period(year // 10 * 10)
    if unit in ("century", "millennium"):
        return century_period(year // 100 + 1)
    return day_period(day)


def decade_period(first_year: int) -> Period:
    return Period("decade", f"{first_year // 10:03d}", year_span(first_year, first_year + 9))


def century_period(number: int) -> Period:
    """The ``number``-th century; the 20th has the value "19" and runs from 1900 to 1999, as newspapers count."""
    first = max((number - 1) * 100, 1)
    return Period("century", f"{number - 1:02d}", year_span(first, (number - 1) * 100 + 99))


def third(days: Interval, part: Literal["early", "mid", "late"]) -> Interval:
    """The early, middle or late part of an interval: a third of it, in whole years or months where it has them."""
    first, last = days
    if (last - first).days == 6:
        return _part_of_week(first, part)
    end = add_days(last, 1)
    months = (end.year - first.year) * 12 + end.month - first.month
    if first.day == 1 and end.day == 1 and months >= 3:
        return _part_of_months(first, months, part)
    step = ((last - first).days + 1) // 3
    if step == 0:
        return days
    return {
        "early": (first, add_days(first, step - 1)),
        "mid": (add_days(first, step), add_days(last, -step)),
        "late": (add_days(last, 1 - step), last),
    }[part]


def edge(days: Interval, at_end: bool) -> Interval:
    """The beginning or the end of an interval: a sixth of it (two months of a year), of a week its third."""
    first, last = days
    length = (last - first).days + 1
    if length < 12:
        return third(days, "late" if at_end else "early")
    end = add_days(last, 1)
    months = (end.year - first.year) * 12 + end.month - first.month
    if first.day == 1 and end.day == 1 and months >= 6:
        step = -(-months // 6)
        return (add_months(end, -step), last) if at_end else (first, add_days(add_months(first, step), -1))
    return (add_days(last, 1 - length // 6), last) if at_end else (first, add_days(first, length // 6 - 1))


def _part_of_week(monday: date, part: Literal["early", "mid", "late"]) -> Interval:
    """Early in the week is up to Wednesday, midweek Tuesday to Thursday, late in the week from Thursday on."""
    start, end = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}[part]
    return add_days(monday, start), add_days(monday, end)


def _part_of_months(first: date, months: int, part: Literal["early", "mid", "late"]) -> Interval:
    """Thirds of whole months, or of whole years in what has ten of them: the early 1990s are 1990 to 1993."""
    grain = 12 if months % 12 == 0 and months >= 120 else 1
    units = months // grain
    early, late = -(-units // 3) * grain, units // 3 * grain
    start, end = {"early": (0, early), "mid": (early, months - late), "late": (months - late, months)}[part]
    return add_months(first, start), add_days(add_months(first, end), -1)


def easter(year: int) -> date | None:
    """Western Easter Sunday (Gauss's rule in the form of Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift_days = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift_days) // 451
    month, day = divmod(h + shift_days - 7 * m + 114, 31)
    return safe_date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` (from 1) given weekday (Monday 0) of a month."""
    first = safe_date(year, month, 1)
    if first is None:
        return None
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
