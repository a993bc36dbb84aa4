"""Dates told from the day of publication or from the date named before."""

import re
from datetime import date

from dragoman.resolve.times.calendar import (
    Period,
    Unit,
    add_days,
    day_period,
    month_period,
    part_of_year,
    period_of,
    safe_date,
    shift,
    week_period,
)
from dragoman.resolve.times.numbers import amount
from dragoman.resolve.times.reading import (
    FROM_PUBLICATION,
    STATED,
    Anchor,
    Reading,
    Rule,
    at,
    rule,
    unknown,
    with_days,
)
from dragoman.resolve.times.vocab import DAY_PARTS, capital, month_number, unit_of, weekday_number

DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "this day": 0,
}
BACK = frozenset({"last", "past", "previous", "preceding", "prior", "final", "this past", "latest"})
AHEAD = frozenset({"next", "coming", "following", "subsequent", "this coming", "upcoming", "ensuing"})
FROM_FOCUS = frozenset(
    {
        "previous",
        "preceding",
        "prior",
        "following",
        "same",
        "that",
        "that same",
        "very same",
        "very next",
        "subsequent",
        "ensuing",
    }
)
OPEN_VALUE = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
    "weekend": "XXXX-WXX-WE",
    "decade": "XXX",
    "century": "XX",
}


def part_of_day(reading: Reading, part: str | None) -> Reading:
    """A part of a day: its value gets TMO, TAF, TEV or TNI."""
    if not part:
        return reading
    code = DAY_PARTS[re.split(r"[\s-]+|(?<=mid)", part.lower())[-1]]
    return Reading("TIME", f"{reading.value}T{code}", reading.days, reading.precision, reading.basis, "hour")


def read_day_word(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Today, tonight, yesterday evening, the day after tomorrow."""
    word = " ".join(m["word"].lower().split())
    part = "night" if word == "tonight" else m["part"]
    if anchor.published is None:
        return part_of_day(unknown("XXXX-XX-XX"), part)
    day = add_days(anchor.published, DAY_WORDS[word])
    return part_of_day(at(day_period(day), f"{word}, {FROM_PUBLICATION}"), part)


def read_this_part(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """This morning, last night, overnight, the next morning, the same evening."""
    rel = "last" if m["overnight"] else " ".join(m["rel"].lower().split())
    part = "night" if m["overnight"] else m["part"]
    base = anchor.published if rel in ("this", "last") else anchor.focus_day
    if base is None:
        return part_of_day(unknown("XXXX-XX-XX"), part)
    step = -1 if rel in BACK else int(rel in AHEAD or rel == "very next")
    basis = FROM_PUBLICATION if rel in ("this", "last") else anchor.focus_basis
    return part_of_day(at(day_period(add_days(base, step)), basis), part)


def weekday_near(anchor: Anchor, weekday: int, rel: str) -> tuple[date, str] | None:
    """The day a weekday's name stands for: by "last" or "next", else by the tense of its clause."""
    here = anchor.focus_day if rel in FROM_FOCUS else anchor.published
    if here is None:
        return None
    back, ahead = (here.weekday() - weekday) % 7, (weekday - here.weekday()) % 7
    if rel in BACK:
        return add_days(here, -(back or 7)), f"the one before, {_from(anchor, rel)}"
    if rel in AHEAD:
        return add_days(here, ahead or 7), f"the one after, {_from(anchor, rel)}"
    if rel in ("that", "same"):
        return add_days(here, -back), anchor.focus_basis
    if not rel and re.match(r"['\u2019]s\b", anchor.after):
        return add_days(here, ahead if ahead < back else -back), "the nearest to publication"
    if anchor.tense == "future" or (rel == "this" and anchor.tense != "past"):
        return add_days(here, ahead), "the first from publication on, by the tense"
    return add_days(here, -back), "the last up to publication, by the tense"


def _from(anchor: Anchor, rel: str) -> str:
    return anchor.focus_basis if rel in FROM_FOCUS else FROM_PUBLICATION


def read_weekday(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Monday; last Friday; late Tuesday; Wednesday night; Monday of last week."""
    if not capital(m["weekday"]):
        return None
    weekday = weekday_number(m["weekday"])
    rel = " ".join((m["rel"] or "").lower().split())
    if m["week"] and anchor.published:
        step = {"last": -7, "this": 0, "next": 7}[m["week"].lower()]
        monday = add_days(anchor.published, step - anchor.published.weekday())
        return part_of_day(at(day_period(add_days(monday, weekday)), FROM_PUBLICATION), m["part"])
    found = weekday_near(anchor, weekday, rel)
    reading = at(day_period(found[0]), found[1]) if found else unknown(f"XXXX-WXX-{weekday + 1}")
    return part_of_day(reading, m["part"])


def read_period(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Last week, this month, the current year, the following day, that year."""
    unit = unit_of(m["unit"])
    rel = " ".join(m["rel"].lower().split())
    if rel == "final" and (
        anchor.before.rstrip().lower().endswith(("the", "its", "their", "his", "her"))
        or re.match(r"\s+of\b", anchor.after)
    ):
        return None
    if rel == "past" and m["unit"].lower() not in ("year",):
        return _trailing(unit, anchor)
    if rel == "subsequent" and not m[0].lower().startswith("the"):
        rel = "next"  # as machine-spun copies put it
    if rel == "next" and anchor.tense == "past" and (unit == "day" or m[0].lower().startswith("the")):
        rel = "very next"
    here = anchor.focus_day if rel in FROM_FOCUS else anchor.published
    if here is None:
        return unknown(OPEN_VALUE.get(unit, "XXXX"))
    step = -1 if rel in BACK else int(rel in AHEAD or rel == "very next")
    period = period_of(unit, shift(_middle(unit, here), unit, step))
    basis = f"{rel} {unit}, {_from(anchor, rel)}"
    return at(period, basis)


def read_this_twelvemonth(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """This year and last year as machine-spun copies have them: "this 12 months", "final 12 months"."""
    if re.search(r"\b(?:the|its|their|his|her)\s+$", anchor.before, re.IGNORECASE):
        return None
    if anchor.published is None:
        return unknown("XXXX")
    step, word = {"this": (0, "this"), "final": (-1, "last"), "subsequent": (1, "next")}[m["rel"].lower()]
    return at(period_of("year", shift(anchor.published, "year", step)), f"{word} year, {FROM_PUBLICATION}")


def _middle(unit: Unit, day: date) -> date:
    """A day of the same unit from which a step can't fall into the wrong unit."""
    return day.replace(day=15) if unit in ("month", "quarter", "half") else day


def _trailing(unit: Unit, anchor: Anchor) -> Reading:
    value = {
        "day": "P1D",
        "week": "P1W",
        "weekend": "P1WE",
        "month": "P1M",
        "quarter": "P1Q",
        "decade": "P10Y",
        "century": "P100Y",
    }[unit]
    days = (shift(anchor.published, unit, -1), anchor.published) if anchor.published else None
    return Reading("DURATION", value, days, "open" if days is None else "day", FROM_PUBLICATION, unit)


def read_the_period(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The weekend, the week, the quarter, the year: the one under way, or the one just over."""
    unit = unit_of(m["unit"])
    if re.match(r"(?:\s+(?:of|before|after|when|that|since)\b|-|\s+(?:ago|earlier|later))", anchor.after):
        return None
    if unit == "year" and re.match(r"\s+(?:ended|ending|to)\b", anchor.after):
        return Reading("DURATION", "P1Y", None, "unknown", "a year told by its end")
    if unit in ("month", "day") and not re.search(
        r"\b(?:end|start|beginning|close|middle|rest)\s+of\s+$", anchor.before
    ):
        return None
    if anchor.focus and anchor.focus.unit == unit and anchor.focus.days:
        return at(period_of(unit, anchor.focus.days[0]), anchor.focus_basis)
    if anchor.published is None:
        return unknown(OPEN_VALUE[unit])
    day = anchor.published
    if unit == "quarter":
        day = shift(_middle(unit, day), unit, -1)
    elif unit == "weekend" and day.weekday() < 4 and anchor.tense != "future":
        day = add_days(day, -7)
    return at(period_of(unit, day), FROM_PUBLICATION)


def read_rel_month(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Last May, this September, next March."""
    if not capital(m["month"]):
        return None
    month, rel = month_number(m["month"]), " ".join(m["rel"].lower().split())
    here = anchor.focus_day if rel in FROM_FOCUS else anchor.published
    if here is None:
        return unknown(f"XXXX-{month:02d}")
    year = here.year
    if rel in BACK and month >= here.month:
        year -= 1
    elif rel in AHEAD and month <= here.month:
        year += 1
    return at(month_period(year, month), _from(anchor, rel))


def read_ago(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Two days ago, a year earlier, three weeks from now; the earlier is told from the date named before."""
    where = " ".join(m["where"].lower().split())
    unit = unit_of(m["unit"])
    back = where not in (
        "later",
        "from now",
        "hence",
        "afterward",
        "afterwards",
        "from today",
        "after that",
        "down the road",
    )
    spoken = (m["num"] or "").lower()
    count = amount(spoken) if spoken else (1.0 if (m["one"] or "").strip() else None)
    if m["vague"] and "couple" in m["vague"].lower():
        count = 2.0
    if count is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", basis="no number given", precision="open")
    from_focus = where not in ("ago", "from now", "hence", "from today", "in the past")
    here = anchor.focus_day if from_focus else anchor.published
    basis = f"counted {anchor.focus_basis if from_focus else FROM_PUBLICATION}"
    if here is None:
        return unknown(OPEN_VALUE.get(unit, "XXXX-XX-XX"))
    return at(_counted(unit, here, -count if back else count, anchor.focus), basis)


def _counted(unit: Unit, here: date, count: float, focus: Reading | None) -> Period:
    if unit == "year" and focus and focus.unit in ("quarter", "half") and focus.days and count == int(count):
        day = shift(focus.days[0], "year", int(count))
        return period_of(focus.unit, day)
    if count != int(count):
        return period_of(unit, shift(here, "month", int(count * 12))) if unit == "year" else period_of(unit, here)
    moved = shift(here, unit, int(count))
    return period_of("year" if unit in ("decade", "century", "millennium") else unit, moved)


def read_year_ago(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The year-earlier period; the year-ago quarter."""
    if anchor.published is None:
        return unknown("XXXX")
    here = anchor.focus_day or anchor.published
    if (m["unit"] or "").lower() in ("quarter", "period") or (anchor.focus and anchor.focus.unit == "quarter"):
        focused = anchor.focus and anchor.focus.unit == "quarter"
        day = here if focused else shift(_middle("quarter", anchor.published), "quarter", -1)
        return at(period_of("quarter", shift(day, "year", -1)), anchor.focus_basis)
    return at(period_of("year", shift(here, "year", -1)), anchor.focus_basis)


def read_week_from(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """A week from Tuesday; two weeks from today."""
    if anchor.published is None:
        return unknown("XXXX-XX-XX")
    weekday = None if m["word"].lower() in DAY_WORDS else weekday_number(m["word"])
    base = anchor.published
    if weekday is None:
        base = add_days(base, DAY_WORDS[m["word"].lower()])
    else:
        base = add_days(base, (weekday - base.weekday()) % 7)
    weeks = int(amount(m["num"]) or 1)
    return at(day_period(add_days(base, 7 * min(weeks, 100))), FROM_PUBLICATION)


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
    return at(period_of("quarter", shift(_middle("quarter", anchor.published), "quarter", -1)), FROM_PUBLICATION)


def read_week_word(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Midweek; mid-month."""
    if anchor.published is None:
        return None
    unit = unit_of(m["unit"])
    period = week_period(anchor.published) if unit == "week" else period_of(unit, anchor.published)
    return with_days(at(period, ""), period.days, FROM_PUBLICATION)


_PART = r"(?P<part><PART>)"
_REL = (
    r"(?P<rel>this past|this coming|that same|very same|very next|last|past|this|current|next|coming|following|"
    r"previous|preceding|prior|same|that|final|subsequent|ensuing|upcoming)"
)
_WHERE = (
    r"(?P<where>ago|earlier|previously|later|afterwards?|from now|hence|from today|in the past(?! (?:[-\w]+ )?<UNIT>)|"
    r"before that|after that|prior)"
)

RULES: tuple[Rule, ...] = (
    rule(
        "day word",
        rf"(?P<word>today|tonight|yesterday|tomorrow|the day (?:before yesterday|after tomorrow))(?: {_PART})?",
        read_day_word,
    ),
    rule(
        "this part",
        rf"(?:(?:the )?(?P<rel>this|last|next|following|previous|same|that|very next) {_PART}|"
        r"(?P<overnight>overnight))",
        read_this_part,
    ),
    rule(
        "weekday",
        rf"(?:(?:the )?{_REL} )?(?P<weekday><WEEKDAY>)(?: {_PART})?"
        r"(?:,? (?:of )?(?P<week>last|this|next) week)?",
        read_weekday,
    ),
    rule("period", rf"(?:the )?{_REL} (?P<unit><PERIOD>)", read_period),
    rule("this twelvemonth", r"(?P<rel>this|final|subsequent) (?:12|twelve) months", read_this_twelvemonth),
    rule("the period", r"the (?P<unit>weekend|week|month|day|quarter|year)", read_the_period),
    rule("rel month", rf"(?:the )?{_REL} (?P<month><MONTH>)", read_rel_month),
    rule(
        "ago",
        rf"(?:(?:the )?(?P<num><NUM>)(?: (?:or|to) <NUM>)?[ -]|(?P<vague><VAGUE>) |(?P<one>an? |one ))?"
        rf"(?:full |long |short |whole )?(?P<unit><UNIT>)(?: or (?:so|two|more))?,? {_WHERE}",
        read_ago,
    ),
    rule(
        "year ago",
        r"(?:the (?:comparable |same |corresponding )?)?year-(?:ago|earlier) (?P<unit>quarter|period)|"
        r"year-(?:ago|earlier)",
        read_year_ago,
    ),
    rule("week from", r"(?P<num>an?|<NUM>) weeks? from (?P<word><WEEKDAY>|today|tomorrow|yesterday)", read_week_from),
    rule(
        "latest period", r"the (?:latest|recent|(?P<year><YEAR>)) (?:quarter|period)|that quarter", read_latest_period
    ),
    rule("middle", r"mid-?(?P<unit>week|month|year)", read_week_word),
)
