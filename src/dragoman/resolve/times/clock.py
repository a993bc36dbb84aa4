"""Times of day, alone or with the day they fall on."""

import re

from dragoman.resolve.times.calendar import day_period
from dragoman.resolve.times.reading import Anchor, Reading, Rule, at, rule
from dragoman.resolve.times.relative import part_of_day


def clock_value(text: str) -> str | None:
    """Hour and minute: 22:00 for "10 p.m.", 12:00 for "noon"; None if there is no such hour."""
    low = text.lower()
    if low.startswith(("noon", "midday")):
        return "12:00"
    if low.startswith("midnight"):
        return "24:00"
    found = re.match(r"(\d{1,2}?)[:.]?(\d\d)?(?!\d)", low)
    if found is None:
        return None
    hour, minute = int(found[1]), found[2] or "00"
    late = bool(re.search(r"p\.?m\.?|afternoon|evening", low))
    if hour > (12 if late or re.search(r"a\.?m|o.clock|morning", low) else 24):
        return None
    if late:
        hour = hour % 12 + 12
    elif hour == 12 and re.search(r"a\.?m|morning", low):
        hour = 0
    return f"{hour:02d}:{minute}"


def _needs_more(clock: str) -> bool:
    """A bare 14:30 may be a score or a verse."""
    return not re.search(r"[a-z]", clock, re.IGNORECASE)


def read_clock(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """10 p.m. Wednesday; noon; 14:30 GMT. ``day`` is read by the grammar and handed in as the anchor's focus."""
    clock = clock_value(m["clock"])
    if clock is None:
        return None
    if (
        _needs_more(m["clock"])
        and not m["zone"]
        and not re.search(r"\b(?:at|by|from|until|till|around|about|before|after)\s+$", anchor.before, re.IGNORECASE)
    ):
        return None
    focus = anchor.focus if anchor.focus and anchor.focus.unit in ("day", "hour") else None
    days = focus.days if focus else None
    day = days[0] if days else anchor.published
    if day is None:
        return Reading("TIME", f"XXXX-XX-XXT{clock}", None, "unknown", "no publication date")
    base = at(day_period(day), _basis(m, anchor) if days else "on the day of publication")
    return Reading("TIME", f"{base.value}T{clock}", base.days, "day", base.basis, "hour")


def read_part(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The morning of a day named after or before it; mid-afternoon yesterday."""
    focus = anchor.focus
    day = focus.days[0] if focus and focus.days and focus.unit in ("day", "hour") else anchor.published
    if day is None:
        return part_of_day(Reading("DATE", "XXXX-XX-XX"), m["part"])
    return part_of_day(at(day_period(day), _basis(m, anchor)), m["part"])


def _basis(m: re.Match[str], anchor: Anchor) -> str:
    """The day's own basis where the expression names its day, else that it comes from before."""
    return anchor.focus.basis if anchor.focus and m.groupdict().get("day") else anchor.focus_basis


DAY_AFTER = (
    r"(?P<day>(?:(?:<WDAY>,? )?<MON> <DAYNUM>(?:, <YEAR>)?|(?:<WDAY>,? )?<DAYNUM> <MON>(?:,? <YEAR>)?|"
    r"(?:last |next |this )?<WEEKDAY>|today|yesterday|tomorrow))"
)

RULES: tuple[Rule, ...] = (
    rule("clock", rf"(?P<clock><CLOCK>)(?P<zone><ZONE>)?(?:,? (?:on )?{DAY_AFTER}(?: <PART>)?)?", read_clock),
    rule("day at clock", rf"{DAY_AFTER},? at (?:about |around )?(?P<clock><CLOCK>)(?P<zone><ZONE>)?", read_clock),
    rule(
        "part of day",
        r"(?:the )?(?P<part>mid[ -]?(?:morning|afternoon)|morning|evening|night|afternoon|dawn|dusk) "
        rf"(?:of |on )?{DAY_AFTER}",
        read_part,
    ),
    rule("part", r"(?P<part>mid[ -]?(?:morning|afternoon))", read_part),
)
