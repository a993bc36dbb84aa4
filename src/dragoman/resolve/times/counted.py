"""Dates told by how far they lie from another: "two days ago", "a year earlier", "the day before"."""

import re
from datetime import date

from dragoman.ontology.calendar import Period, Unit, period_of, shift, stepped
from dragoman.resolve.times.numbers import amount
from dragoman.resolve.times.reading import FROM_PUBLICATION, OPEN_VALUE, Anchor, Reading, Rule, at, rule, unknown
from dragoman.resolve.times.relative import middle, reported
from dragoman.resolve.times.vocab import unit_of

FORWARD = frozenset(
    {"later", "from now", "hence", "afterward", "afterwards", "from today", "after that", "down the road"}
)
FROM_NOW = frozenset({"ago", "from now", "hence", "from today", "in the past"})
HALF_A: dict[str, tuple[Unit, int]] = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}


def read_ago(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Two days ago, a year earlier, three weeks from now; the earlier is told from the date named before."""
    where = " ".join(m["where"].lower().split())
    unit, count, back = unit_of(m["unit"]), _count(m), where not in FORWARD
    if unit in ("second", "minute", "hour") and where not in FROM_NOW:
        return None  # "an hour later" is a length of time: no calendar day is counted
    if m["halfof"]:
        unit, count = HALF_A[m["unit"].lower()]
    if count is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", basis="no number given", precision="open")
    here = anchor.published if where in FROM_NOW else anchor.base(unit)
    if here is None:
        return unknown(OPEN_VALUE.get(unit, "XXXX-XX-XX"))
    if not back and where not in FROM_NOW and anchor.tense == "past" and here == anchor.published:
        # "was banned three years later" lies before the report that tells it: after what isn't told in days
        return unknown(OPEN_VALUE.get(unit, "XXXX-XX-XX"), "no day named before to count from")
    focus = reported(anchor) if count == 1 and back else anchor.focus
    period = _counted(unit, here, -count if back else count, focus)
    if period is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", basis="beyond the calendar", precision="open")
    basis = FROM_PUBLICATION if where in FROM_NOW else anchor.base_basis(unit)
    return at(period, f"counted {basis}")


def _count(m: re.Match[str]) -> float | None:
    more = 0.5 if m["ahalf"] else 0.0
    if m["num"]:
        number = amount(m["num"])
        return None if number is None else number + more
    if m["vague"] and "couple" in m["vague"].lower():
        return 2.0
    return 1.0 + more if (m["one"] or "").strip() or m["halfof"] else None


def _counted(unit: Unit, here: date, count: float, focus: Reading | None) -> Period | None:
    """The unit that lies ``count`` units from ``here``; None beyond the calendar."""
    if unit == "year" and focus and focus.unit in ("quarter", "half") and focus.days and count == int(count):
        return period_of(focus.unit, shift(focus.days[0], "year", int(count)))
    if count != int(count):
        moved = stepped(here, "month", int(count * 12)) if unit == "year" else here
    else:
        moved = stepped(here, unit, int(count))
    if moved is None:
        return None
    return period_of("year" if unit in ("decade", "century", "millennium") else unit, moved)


def read_year_ago(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The year-earlier period; the year-ago quarter."""
    if anchor.published is None:
        return unknown("XXXX")
    told = reported(anchor)
    if told and told.days and told.unit == "quarter":
        return at(period_of("quarter", shift(told.days[0], "year", -1)), anchor.focus_basis)
    if (m["unit"] or "").lower() in ("quarter", "period"):
        before = shift(middle("quarter", anchor.published), "quarter", -1)
        return at(period_of("quarter", shift(before, "year", -1)), FROM_PUBLICATION)
    return at(period_of("year", shift(anchor.published, "year", -1)), FROM_PUBLICATION)


def read_day_before(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """ "The day before" that stands alone; "the day before the vote" waits for what the vote's day is."""
    if not re.match(r"\s*(?:[,.;)]|$)", anchor.after):
        return None
    unit = unit_of(m["unit"])
    here = anchor.base(unit)
    moved = stepped(middle(unit, here), unit, -1 if m["where"].lower() == "before" else 1) if here else None
    return at(period_of(unit, moved), anchor.base_basis(unit)) if moved else unknown(OPEN_VALUE[unit])


_WHERE = (
    r"(?P<where>ago|earlier|previously|later|afterwards?|from now|hence|from today|in the past(?! (?:[-\w]+ )?<UNIT>)|"
    r"before that|after that|prior)"
)

RULES: tuple[Rule, ...] = (
    rule(
        "ago",
        rf"(?:(?P<halfof>half an? )|(?:the )?(?P<num><NUM>)(?: (?:or|to) <NUM>)?[ -]|(?P<vague><VAGUE>) |"
        rf"(?P<one>an? |one ))?(?:full |long |short |whole )?(?P<unit><UNIT>)(?P<ahalf> and a half)?"
        rf"(?: or (?:so|two|more))?,? {_WHERE}",
        read_ago,
    ),
    rule(
        "year ago",
        r"(?:the (?:comparable |same |corresponding )?)?year-(?:ago|earlier) (?P<unit>quarter|period)|"
        r"year-(?:ago|earlier)",
        read_year_ago,
    ),
    rule("day before", r"the (?P<unit>day|week|month|year) (?P<where>before|after)", read_day_before),
)
