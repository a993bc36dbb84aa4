"""Weeks, months, quarters and years told from the day of publication or from the date named before."""

import re
from dataclasses import replace
from datetime import date

from dragoman.ontology.calendar import (
    Unit,
    add_days,
    month_period,
    part_of_year,
    period_of,
    safe_date,
    shift,
    stepped,
    third,
    week_period,
)
from dragoman.resolve.times.reading import (
    FROM_PUBLICATION,
    OPEN_VALUE,
    STATED,
    Anchor,
    Reading,
    Rule,
    at,
    rule,
    unknown,
    with_days,
)
from dragoman.resolve.times.relations import AHEAD, BACK, FROM_FOCUS, REL, is_last_of_something
from dragoman.resolve.times.vocab import capital, month_number, unit_of

TRAILING_CUE = re.compile(r"\b(?:for|over|during|throughout|within)\s+$", re.IGNORECASE)
"""What makes "the last week" the seven days up to now; so does "in", but for decades and centuries."""


def read_period(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Last week, this month, the current year, the following day, that year."""
    unit = unit_of(m["unit"])
    rel = " ".join(m["rel"].lower().split())
    if rel == "final" and is_last_of_something(m, anchor):
        return None
    if rel == "past":
        return _past_year(anchor) if unit == "year" else _trailing(unit, anchor)
    the_last = rel == "last" and m[0].lower().startswith("the")
    if the_last and re.match(r"\s+of\b", anchor.after):
        return None
    if the_last and _is_trailing(unit, anchor):
        return _trailing(unit, anchor)
    if rel in ("that", "same", "that same", "very same") and (partly := _within_focus(unit, anchor)):
        return partly
    here = anchor.base(unit) if (rel := _direction(rel, unit, m, anchor)) in FROM_FOCUS else anchor.published
    if rel == "very next" and anchor.tense == "past" and anchor.base_basis(unit) == FROM_PUBLICATION:
        return unknown(OPEN_VALUE.get(unit, "XXXX"), "no date was named before it")
    step = -1 if rel in BACK else int(rel in AHEAD or rel == "very next")
    moved = stepped(middle(unit, here), unit, step) if here else None
    if moved is None:
        return unknown(OPEN_VALUE.get(unit, "XXXX"), "beyond the calendar" if here else "no publication date")
    return at(period_of(unit, moved), f"{rel} {unit}, {_from(anchor, rel, unit)}")


def _is_trailing(unit: Unit, anchor: Anchor) -> bool:
    """ "Over the last week" and "in the last week" are the seven days up to now."""
    short = unit not in ("decade", "century")
    return bool(TRAILING_CUE.search(anchor.before) or (short and re.search(r"\bin\s+$", anchor.before, re.IGNORECASE)))


def _direction(rel: str, unit: Unit, m: re.Match[str], anchor: Anchor) -> str:
    """ "The next day" in a tale of the past is the next after the day told of."""
    the = m[0].lower().startswith("the")
    if rel == "subsequent" and not the:
        return "next"  # as machine-spun copies put it
    if rel == "next" and anchor.tense == "past" and (unit == "day" or the):
        return "very next"
    return rel


def _from(anchor: Anchor, rel: str, unit: Unit) -> str:
    return anchor.base_basis(unit) if rel in FROM_FOCUS else FROM_PUBLICATION


def _within_focus(unit: Unit, anchor: Anchor) -> Reading | None:
    """ "That day" where only a month or a year was named: a day of it, nobody says which."""
    focus = anchor.focus
    if unit != "day" or focus is None or focus.days is None or anchor.is_fine(unit) or anchor.day_focus:
        return None
    value = {"month": f"{focus.value}-XX", "year": f"{focus.value}-XX-XX"}.get(focus.unit or "", "XXXX-XX-XX")
    return replace(focus, value=value, basis=f"a day {anchor.focus_basis}")


def read_this_twelvemonth(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """This year and last year as machine-spun copies have them: "this 12 months", "final 12 months"."""
    if re.search(r"\b(?:the|its|their|his|her)\s+$", anchor.before, re.IGNORECASE):
        return None
    if anchor.published is None:
        return unknown("XXXX")
    step, word = {"this": (0, "this"), "final": (-1, "last"), "subsequent": (1, "next")}[m["rel"].lower()]
    return at(period_of("year", shift(anchor.published, "year", step)), f"{word} year, {FROM_PUBLICATION}")


def middle(unit: Unit, day: date) -> date:
    """A day of the same unit from which a step can't fall into the wrong unit."""
    return day.replace(day=15) if unit in ("month", "quarter", "half") else day


def _trailing(unit: Unit, anchor: Anchor) -> Reading:
    value = {
        "day": "P1D",
        "week": "P1W",
        "weekend": "P1WE",
        "month": "P1M",
        "quarter": "P1Q",
        "year": "P1Y",
        "decade": "P10Y",
        "century": "P100Y",
    }[unit]
    days = (shift(anchor.published, unit, -1), anchor.published) if anchor.published else None
    return Reading("DURATION", value, days, "open" if days is None else "day", FROM_PUBLICATION, unit)


def _past_year(anchor: Anchor) -> Reading:
    """ "The past year" has the value of the year before, as TimeBank codes it, and runs up to publication."""
    if anchor.published is None:
        return unknown("XXXX")
    before = shift(anchor.published, "year", -1)
    days = (before, anchor.published)
    return with_days(at(period_of("year", before), ""), days, f"past year, the twelve months {FROM_PUBLICATION} back")


def reported(anchor: Anchor) -> Reading | None:
    """The period that figures are told of: the quarter named before, or a year after it where that was a comparison. So
    two comparisons in a row, "a year earlier" and again "a year earlier", are with the same quarter.
    """
    focus, day = anchor.focus, anchor.published
    if day is None or focus is None or focus.days is None or focus.unit not in ("quarter", "half"):
        return focus
    year = day.year if focus.days[0].replace(year=day.year) <= day else day.year - 1
    begun = year >= 1 and focus.days[0].year == year - 1
    return at(period_of(focus.unit, focus.days[0].replace(year=year)), focus.basis) if begun else focus


def read_the_period(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The weekend, the week, the quarter, the year: the one under way, or the one just over."""
    unit = unit_of(m["unit"])
    if re.match(r"(?:\s+(?:of|before|after|when|that|since)\b|-|\s+(?:ago|earlier|later)|\s+\d)", anchor.after):
        return None
    if unit == "year" and re.match(r"\s+(?:ended|ending|to)\b", anchor.after):
        return Reading("DURATION", "P1Y", None, "unknown", "a year told by its end")
    if unit in ("month", "day") and not re.search(
        r"\b(?:end|start|beginning|close|middle|rest)\s+of\s+$", anchor.before
    ):
        return None
    told = reported(anchor)
    if told and told.unit == unit and told.days:
        return at(period_of(unit, told.days[0]), anchor.focus_basis)
    if anchor.published is None:
        return unknown(OPEN_VALUE[unit])
    day = anchor.published
    if unit == "quarter":
        day = shift(middle(unit, day), unit, -1)
    elif unit == "weekend" and day.weekday() < 4 and anchor.tense != "future":
        day = add_days(day, -7)
    return at(period_of(unit, day), FROM_PUBLICATION)


def read_rel_month(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Last May, this September, next March."""
    if not capital(m["month"]):
        return None
    month, rel = month_number(m["month"]), " ".join(m["rel"].lower().split())
    here = anchor.base("month") if rel in FROM_FOCUS else anchor.published
    if here is None:
        return unknown(f"XXXX-{month:02d}")
    year = here.year
    if rel in BACK and month >= here.month:
        year -= 1
    elif rel in AHEAD and month <= here.month:
        year += 1
    return at(month_period(year, month), _from(anchor, rel, "month"))


def read_latest_period(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The latest quarter; the 1988 period."""
    if anchor.published is None:
        return unknown("XXXX-QX")
    if m["year"]:
        year = int(m["year"])
        focused = anchor.focus.unit if anchor.focus and anchor.focus.days else None
        if focused == "quarter" and anchor.focus and anchor.focus.days:
            return at(part_of_year(year, "quarter", (anchor.focus.days[0].month + 2) // 3), anchor.focus_basis)
        first = safe_date(year, 1, 1)
        return at(period_of("year", first), STATED) if first else None
    focus = anchor.focus
    if focus and focus.unit == "quarter" and focus.days and focus.days[0] <= anchor.published:
        return at(period_of("quarter", focus.days[0]), anchor.focus_basis)
    return at(period_of("quarter", shift(middle("quarter", anchor.published), "quarter", -1)), FROM_PUBLICATION)


def read_week_word(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Midweek; mid-month."""
    if anchor.published is None:
        return None
    unit = unit_of(m["unit"])
    period = week_period(anchor.published) if unit == "week" else period_of(unit, anchor.published)
    days = third(period.days, "mid") if period.days else None
    return with_days(at(period, ""), days, f"the middle of the {unit}, {FROM_PUBLICATION}")


def read_full_year(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The full year of the quarter told before, or else that of the report."""
    told = anchor.focus if anchor.focus and anchor.focus.unit in ("quarter", "half") else None
    here = told.days[0] if told and told.days else anchor.published
    basis = anchor.focus_basis if told else FROM_PUBLICATION
    return at(period_of("year", here), basis) if here else unknown("XXXX")


RULES: tuple[Rule, ...] = (
    rule("period", rf"(?:the )?{REL} (?P<unit><PERIOD>)", read_period),
    rule("this twelvemonth", r"(?P<rel>this|final|subsequent) (?:12|twelve) months", read_this_twelvemonth),
    rule("the period", r"the (?P<unit>weekend|week|month|day|quarter|year)", read_the_period),
    rule("full year", r"the (?:full|whole|entire) year", read_full_year),
    rule("rel month", rf"(?:the )?{REL} (?P<month><MONTH>)", read_rel_month),
    rule(
        "latest period", r"the (?:latest|recent|(?P<year><YEAR>)) (?:quarter|period)|that quarter", read_latest_period
    ),
    rule("middle", r"mid-?(?P<unit>week|month|year)", read_week_word),
)
