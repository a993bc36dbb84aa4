"""Quarters, halves, fiscal years and seasons."""

import re
from datetime import date

from dragoman.ontology.calendar import (
    Period,
    Unit,
    add_days,
    part_of_year,
    period_of,
    season_period,
    year_span,
)
from dragoman.resolve.times.modifiers import narrowed
from dragoman.resolve.times.numbers import spoken_year
from dragoman.resolve.times.reading import (
    FROM_PUBLICATION,
    STATED,
    Anchor,
    Reading,
    Rule,
    at,
    rule,
    unknown,
)
from dragoman.resolve.times.relations import is_last_of_something
from dragoman.resolve.times.vocab import SEASONS, day_number

REL = {
    "last": -1,
    "past": -1,
    "latest": -1,
    "previous": -1,
    "prior": -1,
    "this": 0,
    "the": 0,
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
    last = known[0] + bool(m["to"] or m["to2"])
    return at(Period("year", f"{known[0]:04d}", year_span(known[0], last)), known[1])


def read_season(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Last fall; this summer; the winter of 1994; summer 2020; the summer."""
    if (m["rel"] or "").lower() == "final" and is_last_of_something(m, anchor):
        return None
    reading = _season(m, anchor)
    return narrowed(reading, m["mod"], anchor.published) if reading and m["mod"] else reading


_OCCASION = re.compile(r"\s(?:Olympic|Olympics|Games|Paralympics|Palace|War|Garden|Gardens)\b")
"""What is called by a season: "the Winter Olympics" are no winter."""


def _season(m: re.Match[str], anchor: Anchor) -> Reading | None:
    code = SEASONS[m["season"].lower()]
    rel = " ".join((m["rel"] or "").lower().split())
    year = int(m["year"]) if m["year"] else spoken_year(m["spoken"]) if m["spoken"] else None
    if year:
        return at(season_period(year, code), STATED)
    if m["spoken"]:
        return None
    if not rel and (not m["the"] or _OCCASION.match(anchor.after)):
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
    if rel in ("last", "past", "previous", "this past", "final"):
        return over[-1] if over else day.year - 1
    if rel in ("next", "coming", "this coming", "upcoming", "following") or (tense == "future" and not running):
        return ahead[0] if ahead else day.year
    if running or rel == "this":
        return running[0] if running else day.year
    return begun[-1] if begun else day.year


def read_year_end(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Year-end: the last month of the year."""
    if anchor.published is None:
        return unknown("XXXX")
    year = period_of("year", anchor.published)
    december = period_of("month", year.days[1]).days if year.days else None
    return Reading("DATE", year.value, december, "month", FROM_PUBLICATION, "year")


_SEASON_REL = r"(?P<rel>last|final|past|previous|this|next|coming|upcoming|following|this past|this coming)"
_FISCAL_REL = "last|past|previous|latest|this|current|next|coming"
_QREL = r"(?P<rel>last|this|next)"

RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        rf"(?:the (?!\w+-quarter)(?!fiscal \w+-))?"
        rf"(?:{_QREL} year['\u2019]s |(?:fiscal )?(?P<year><YEAR>)(?:['\u2019]s)? |(?:comparable |fiscal[- ])?)"
        r"(?P<ago>(?:comparable )?year-(?:ago|earlier) )?(?:fiscal[- ])?"
        r"(?:(?P<ord>first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?P<unit>quarter|half)|Q(?P<q>[1-4]))"
        r"(?:,? (?:of )?(?:(?P<year2><YEAR>)|(?P<rel2>last|this|next|the|the current) year))?",
        read_quarter,
    ),
    rule(
        "fiscal year",
        rf"(?:the )?(?:(?P<rel>{_FISCAL_REL}) )?(?:fiscal|financial)(?: year)? "
        r"(?P<year><YEAR>)(?P<to>[-/\u2013]\d{2,4})?|"
        r"(?:the )?(?P<year2><YEAR>)(?P<to2>[-/\u2013]\d{2,4})? (?:fiscal|financial) year|"
        rf"(?:the )?(?:(?P<rel2>{_FISCAL_REL}) )?(?:fiscal|financial) year",
        read_fiscal,
    ),
    rule(
        "season",
        rf"(?P<the>the )?(?:(?P<mod>early|late|mid)[ -])?(?:{_SEASON_REL} )?(?P<season><SEASON>)"
        r"(?:,? (?:of )?(?:(?P<year><YEAR>)(?:[-/\u2013]\d\d(?:\d\d)?)?|(?P<spoken><SPOKEN>)))?",
        read_season,
    ),
    rule("year end", r"(?:the )?(?:year|year['\u2019]s)[ -]end", read_year_end),
)
