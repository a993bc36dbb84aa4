"""Quarters, halves, fiscal years, seasons and holidays."""

import re
from collections.abc import Callable
from datetime import date

from dragoman.resolve.times.calendar import (
    Period,
    Unit,
    add_days,
    day_period,
    easter,
    nth_weekday,
    part_of_year,
    period_of,
    safe_date,
    season_period,
    week_period,
    year_span,
)
from dragoman.resolve.times.numbers import spoken_year
from dragoman.resolve.times.reading import FROM_PUBLICATION, STATED, Anchor, Reading, Rule, at, rule, unknown
from dragoman.resolve.times.vocab import SEASONS, capital, day_number

REL = {
    "last": -1,
    "past": -1,
    "latest": -1,
    "previous": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "the current": 0,
    "same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this past": -1,
    "this coming": 1,
    "upcoming": 1,
}


JUST_OVER = 120
"""Days after its end during which a quarter is still the one that is talked of."""


def _year(m: re.Match[str], anchor: Anchor) -> tuple[int, str] | None:
    groups = m.groupdict()
    stated = groups.get("year") or groups.get("year2")
    if stated:
        return int(stated), STATED
    rel = groups.get("rel") or groups.get("rel2")
    if rel and anchor.published:
        return anchor.published.year + REL[" ".join(rel.lower().split())], FROM_PUBLICATION
    if groups.get("ago") and anchor.published:
        return anchor.published.year - 1, FROM_PUBLICATION
    return None


def read_quarter(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The third quarter of 1990; this year's first half; Q3 2020; the third quarter."""
    number = _number(m)
    unit: Unit = "half" if m["unit"] and m["unit"].lower().startswith("half") else "quarter"
    if number > (2 if unit == "half" else 4):
        return None
    known = _year(m, anchor)
    if known is None and unit == "half" and not re.match(r"\s+of\s+(?:the|this|last|next)\s+year", anchor.after):
        return None
    if known is None:
        known = _latest_begun(number, unit, anchor)
    mark = "Q" if unit == "quarter" else "H"
    return at(part_of_year(known[0], unit, number), known[1]) if known else unknown(f"XXXX-{mark}{number}")


def _number(m: re.Match[str]) -> int:
    if m["q"]:
        return int(m["q"])
    if m["ord"].lower() == "last":
        return 2 if m["unit"].lower() == "half" else 5
    return day_number(m["ord"])


def _latest_begun(number: int, unit: Unit, anchor: Anchor) -> tuple[int, str] | None:
    """The quarter of the year before named, or else the last one that had begun (the next, in the future tense)."""
    day = anchor.published
    if day is None:
        return None
    first = part_of_year(day.year, unit, number).days
    begun = first is not None and first[0] <= day
    if anchor.tense == "future":
        over = first is not None and first[1] < add_days(day, -JUST_OVER)
        return day.year + over, "the next one after publication, from the tense"
    return day.year - (not begun), "the last one begun before publication"


def read_fiscal(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Fiscal 1989; the current fiscal year; fiscal year 2023-24."""
    known = _year(m, anchor)
    if known is None and anchor.published:
        known = anchor.published.year, FROM_PUBLICATION
    if known is None:
        return unknown("XXXX")
    return at(Period("year", f"{known[0]:04d}", year_span(known[0], known[0])), known[1])


def read_season(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Last fall; this summer; the winter of 1994; summer 2020; the summer."""
    code = SEASONS[m["season"].lower()]
    rel = " ".join((m["rel"] or "").lower().split())
    if m["year"]:
        return at(season_period(int(m["year"]), code), STATED)
    if m["spoken"]:
        year = spoken_year(m["spoken"])
        return at(season_period(year, code), STATED) if year else None
    if not rel and not m["the"]:
        return None
    if anchor.published is None:
        return unknown(f"XXXX-{code}")
    return at(season_period(_season_year(code, rel, anchor.published, anchor.tense), code), FROM_PUBLICATION)


def _season_year(code: str, rel: str, day: date, tense: str | None) -> int:
    starts = [(y, s.days) for y in range(max(day.year - 2, 1), day.year + 3) if (s := season_period(y, code)).days]
    over = [y for y, days in starts if days and days[1] < day]
    begun = [y for y, days in starts if days and days[0] <= day]
    ahead = [y for y, days in starts if days and days[0] > day]
    running = [y for y in begun if y not in over]
    if rel in ("last", "past", "previous", "this past"):
        return over[-1] if over else day.year - 1
    if rel in ("next", "coming", "this coming", "upcoming", "following") or (tense == "future" and not running):
        return ahead[0] if ahead else day.year
    if running or rel == "this":
        return running[0] if running else day.year
    return begun[-1] if begun else day.year


def _offset(base: Callable[[int], date | None], days: int) -> Callable[[int], date | None]:
    def shifted(year: int) -> date | None:
        day = base(year)
        return add_days(day, days) if day else None

    return shifted


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: safe_date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date | None]:
    return lambda year: nth_weekday(year, month, weekday, nth)


def _last_monday_of_may(year: int) -> date | None:
    june = safe_date(year, 6, 1)
    return add_days(june, -((june.weekday() - 1) % 7 + 1)) if june else None


HOLIDAYS: dict[str, Callable[[int], date | None]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "orthodox christmas": _fixed(1, 7),
    "valentine's day": _fixed(2, 14),
    "international women's day": _fixed(3, 8),
    "st patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "victory day": _fixed(5, 9),
    "juneteenth": _fixed(6, 19),
    "bastille day": _fixed(7, 14),
    "fourth of july": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "martin luther king day": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "memorial day": _last_monday_of_may,
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "election day": _offset(_nth(11, 0, 1), 1),
    "easter sunday": easter,
    "easter": easter,
    "good friday": _offset(easter, -2),
    "palm sunday": _offset(easter, -7),
    "easter monday": _offset(easter, 1),
    "ash wednesday": _offset(easter, -46),
    "pentecost": _offset(easter, 49),
    "ascension day": _offset(easter, 39),
}


def read_holiday(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Thanksgiving Day; last Christmas; Easter 1916; Easter week."""
    if not capital(m["holiday"]):
        return None
    name = " ".join(m["holiday"].lower().replace("\u2019", "'").replace(".", "").split())
    on = HOLIDAYS[name]
    day = on(int(m["year"])) if m["year"] else _nearest(on, m["rel"], anchor)
    if day is None:
        return None
    return at(week_period(day) if m["week"] else day_period(day), STATED if m["year"] else FROM_PUBLICATION)


def _nearest(on: Callable[[int], date | None], rel: str | None, anchor: Anchor) -> date | None:
    here = anchor.published
    if here is None:
        return None
    options = [d for y in (here.year - 1, here.year, here.year + 1) if 1 <= y <= 9999 and (d := on(y))]
    past = [d for d in options if d <= here]
    ahead = [d for d in options if d > here]
    word = (rel or "").lower()
    if ahead and (word in ("next", "this coming") or (not word and anchor.tense == "future")):
        return ahead[0]
    if past and (word in ("last", "this past") or anchor.tense == "past"):
        return past[-1]
    return min(options, key=lambda d: abs((d - here).days), default=None)


def read_year_end(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Year-end: the last month of the year."""
    if anchor.published is None:
        return unknown("XXXX")
    year = period_of("year", anchor.published)
    december = period_of("month", year.days[1]).days if year.days else None
    return Reading("DATE", year.value, december, "month", FROM_PUBLICATION, "year")


_HOLIDAY = "|".join(
    sorted(
        (re.escape(h).replace(r"\ ", " ").replace("'", "['\u2019]?").replace("st ", r"st\.? ") for h in HOLIDAYS),
        key=len,
        reverse=True,
    )
)
_SEASON_REL = r"(?P<rel>last|past|previous|this|next|coming|upcoming|following|this past|this coming)"
_FISCAL_REL = "last|past|previous|latest|this|current|next|coming"
_QREL = r"(?P<rel>last|this|next)"

RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        rf"(?:the (?!\w+-quarter)(?!fiscal \w+-))?"
        rf"(?:{_QREL} year['\u2019]s |(?P<year><YEAR>) |(?:comparable |fiscal[- ])?)"
        r"(?P<ago>(?:comparable )?year-(?:ago|earlier) )?(?:fiscal[- ])?"
        r"(?:(?P<ord>first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?P<unit>quarter|half)|Q(?P<q>[1-4]))"
        r"(?:,? (?:of )?(?:(?P<year2><YEAR>)|(?P<rel2>last|this|next) year))?",
        read_quarter,
    ),
    rule(
        "fiscal year",
        rf"(?:the )?(?:(?P<rel>{_FISCAL_REL}) )?(?:fiscal|financial)(?: year)? (?P<year><YEAR>)(?:[-/]\d{{2,4}})?|"
        rf"(?:the )?(?:(?P<rel2>{_FISCAL_REL}) )?(?:fiscal|financial) year",
        read_fiscal,
    ),
    rule(
        "season",
        rf"(?P<the>the )?(?:{_SEASON_REL} )?(?P<season><SEASON>)"
        r"(?:,? (?:of )?(?:(?P<year><YEAR>)|(?P<spoken><SPOKEN>)))?",
        read_season,
    ),
    rule(
        "holiday",
        rf"(?:(?P<rel>last|this|next|this past|this coming) )?(?P<holiday>{_HOLIDAY})(?P<week> week(?:end)?)?"
        r"(?:,? (?P<year><YEAR>))?",
        read_holiday,
    ),
    rule("year end", r"(?:the )?(?:year|year['\u2019]s)[ -]end", read_year_end),
)
