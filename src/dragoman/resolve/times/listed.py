"""Days and periods told by their number: "April 24 and 25", "the first week of August", "the last day of June"."""

import re
from datetime import date

from dragoman.ontology.calendar import (
    Period,
    Unit,
    add_days,
    day_period,
    month_period,
    period_of,
    safe_date,
    shift,
    week_period,
    weekend_period,
    year_span,
)
from dragoman.resolve.times.absolute import YEAR_OF_DATE, read_day, year_near
from dragoman.resolve.times.reading import FROM_PUBLICATION, STATED, Anchor, Reading, Rule, at, rule, unknown
from dragoman.resolve.times.vocab import capital, day_number, month_number, pattern, weekday_number

LIST_BEFORE = pattern(r"<MON> <DAYNUM>(?:, <DAYNUM>)*,?(?: (?:and|or))? ?$")
COUNTED = re.compile(r"\s+(?!(?:at|in|on|to|for|and|or|when|after|before|by|with|as|of|that|which|but|from)\b)[a-z]")
"""What follows a number that counts things: "on April 24 and 25 guests"."""
LAST = 0
"""The number that stands for the last of its kind."""


def read_listed(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The 25 of "April 24 and 25": a day of the month named before."""
    focus = anchor.day_focus
    if focus is None or focus.days is None or not LIST_BEFORE.search(anchor.before) or COUNTED.match(anchor.after):
        return None
    found = safe_date(focus.days[0].year, focus.days[0].month, day_number(m["day"]))
    return at(day_period(found), focus.basis) if found and found > focus.days[0] else None


def read_nth(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The first week of August; the second Sunday of September; the last day of 2022."""
    known = _whole(m, anchor)
    if known is None:
        return None
    whole, basis = known
    number = LAST if m["last"] else day_number(m["ord"])
    days = whole.days
    found = _nth(m["what"].lower(), number, *days) if days else None
    if found is None or days is None or not days[0] <= found <= days[1]:
        return unknown(f"{whole.value}-XX", "no such part of it in the calendar")
    return at(_period(m["what"].lower(), found), basis)


def _whole(m: re.Match[str], anchor: Anchor) -> tuple[Period, str] | None:
    """The month or year of which a part is told."""
    if m["only"]:
        year = int(m["only"])
        return Period("year", f"{year:04d}", year_span(year, year)), STATED
    if m["month"]:
        month = month_number(m["month"])
        known = (int(m["year"]), STATED) if m["year"] else year_near(anchor, month, None)
        return (month_period(known[0], month), known[1]) if known and capital(m["month"]) else None
    if anchor.published is None:
        return None
    step = {"last": -1, "next": 1}.get(m["rel"].lower(), 0)
    unit: Unit = "month" if m["unit"].lower() == "month" else "year"
    return period_of(unit, shift(anchor.published.replace(day=1), unit, step)), FROM_PUBLICATION


def _nth(what: str, number: int, first: date, last: date) -> date | None:
    """A day of the ``number``-th week, weekday or day between two days. Weeks count by their Thursday (ISO 8601)."""
    if what == "month":
        return shift(first, "month", number - 1) if number else last
    if what == "day":
        return add_days(first, number - 1) if number else last
    weekday = {"week": 3, "weekend": 5}.get(what)
    weekday = weekday_number(what) if weekday is None else weekday
    if number == LAST:
        return add_days(last, -((last.weekday() - weekday) % 7))
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))


def _period(what: str, day: date) -> Period:
    if what == "week":
        return week_period(day)
    if what == "weekend":
        return weekend_period(day)
    return month_period(day.year, day.month) if what == "month" else day_period(day)


RULES: tuple[Rule, ...] = (
    rule("listed day", r"(?P<day>\d{1,2}(?:st|nd|rd|th)?)(?![\d%]|[.,:]\d)", read_listed),
    rule(
        "day before listed", rf"(?P<day><DAYNUM>)(?=(?:,| and| or) <DAYNUM> (?P<month><MON>){YEAR_OF_DATE}?)", read_day
    ),
    rule(
        "nth of",
        r"(?:the )?(?:(?P<ord><ORD>)|(?P<last>last|final|closing)) "
        r"(?P<what>day|weekend|week|month|<WEEKDAY>) (?:of|in) "
        r"(?:(?P<month><MON>)(?:,? (?:of )?(?P<year><YEAR>))?|(?P<only><YEAR>)|(?P<rel>the|this|last|next) "
        r"(?P<unit>month|year))",
        read_nth,
    ),
)
