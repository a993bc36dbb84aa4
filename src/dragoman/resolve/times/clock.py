"""Times of day, alone or with the day they fall on."""

import re

from dragoman.ontology.calendar import day_period, stepped
from dragoman.resolve.times.days import part_of_day
from dragoman.resolve.times.reading import Anchor, Reading, Rule, at, rule, unknown
from dragoman.resolve.times.vocab import SMALL


def clock_value(text: str) -> str | None:
    """Hour and minute: 22:00 for "10 p.m.", 12:00 for "noon"; None if there is no such hour."""
    low = text.lower()
    word = re.match(r"[a-z]+(?= (?:o.clock|in the))", low)
    low = low.replace(word[0], str(SMALL.index(word[0])), 1) if word and word[0] in SMALL else low
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


HIGH_NOON = re.compile(r"(?<!\bat )(?<!\bby )(?<!\bbefore )(?<!\bafter )(?<!\buntil )\bhigh\s+$", re.IGNORECASE)
"""Before the noon that is a showdown."""


def read_clock(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """10 p.m. Wednesday; noon; 14:30 GMT. ``day`` is read by the grammar and handed in as the anchor's focus."""
    clock = clock_value(m["clock"])
    if clock is None or HIGH_NOON.search(anchor.before):
        return None
    if (
        _needs_more(m["clock"])
        and not m["zone"]
        and not m.groupdict().get("day")
        and not re.search(r"\b(?:at|by|from|until|till|around|about|before|after)\s+$", anchor.before, re.IGNORECASE)
    ):
        return None
    day = anchor.base("day")
    if day is None:
        return Reading("TIME", f"XXXX-XX-XXT{clock}", None, "unknown", "no publication date")
    base = at(day_period(day), _basis(m, anchor) if anchor.day_focus else "on the day of publication")
    return Reading("TIME", f"{base.value}T{clock}", base.days, "day", base.basis, "hour")


def read_part(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The morning of a day named after or before it; the early hours of Monday; mid-afternoon yesterday."""
    day = anchor.base("day")
    if day is None:
        told = anchor.day_focus if m.groupdict().get("day") else None
        return part_of_day(told or unknown("XXXX-XX-XX"), m["part"])
    return part_of_day(at(day_period(day), _basis(m, anchor)), m["part"])


def read_beside_day(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The day before Sunday's election; the day after 3 May."""
    day = anchor.base("day")
    if day is None:
        return unknown("XXXX-XX-XX")
    beside = stepped(day, "day", -1 if m["side"].lower() == "before" else 1)
    return at(day_period(beside), f"the day {m['side'].lower()}, {_basis(m, anchor)}") if beside else None


NEWS_DAYS = 7
"""Days from publication within which a day named before may be the one whose evening is told."""


def read_in_the_part(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """ "In the morning", of the day named before unless that is of some older story."""
    day = anchor.base("day")
    if day and anchor.published and abs((anchor.published - day).days) > NEWS_DAYS:
        return None
    if not re.search(r"\b(?:in|during|later in|earlier in)\s+$", anchor.before, re.IGNORECASE):
        return None
    return None if re.match(r"\s+(?:of|after|before|that|when)\b|-", anchor.after) else read_part(m, anchor)


def _basis(m: re.Match[str], anchor: Anchor) -> str:
    """The day's own basis where the expression names its day, else that it comes from before."""
    return anchor.focus.basis if anchor.focus and m.groupdict().get("day") else anchor.base_basis("day")


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
    rule(
        "small hours",
        rf"the (?:very )?(?P<part>(?:early|small|wee) hours) (?:of |on ){DAY_AFTER}(?: morning)?",
        read_part,
    ),
    rule("beside day", rf"the day (?P<side>before|after) {DAY_AFTER}", read_beside_day),
    rule("in the part", r"the (?P<part>(?:early |late )?(?:morning|afternoon|evening))", read_in_the_part),
    rule("part", r"(?P<part>mid[ -]?(?:morning|afternoon))", read_part),
)
