"""Durations and recurring times."""

import re

from dragoman.ontology.calendar import Interval, Unit, shift
from dragoman.resolve.times.numbers import amount, plain
from dragoman.resolve.times.reading import FROM_PUBLICATION, Anchor, Reading, Rule, rule
from dragoman.resolve.times.vocab import SEASONS, UNITS, capital, month_number, unit_of, weekday_number

CODES: dict[Unit, tuple[str, float]] = {
    "second": ("TS", 1),
    "minute": ("TM", 1),
    "hour": ("TH", 1),
    "day": ("D", 1),
    "weekend": ("WE", 1),
    "week": ("W", 1),
    "month": ("M", 1),
    "season": ("M", 3),
    "quarter": ("Q", 1),
    "half": ("M", 6),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "millennium": ("Y", 1000),
}
HALVES: dict[Unit, tuple[int, str]] = {
    "year": (6, "M"),
    "hour": (30, "M"),
    "minute": (30, "S"),
    "day": (12, "H"),
}
BACK = frozenset({"past", "last", "previous", "preceding", "recent", "latest", "prior"})
AHEAD = frozenset({"next", "coming", "following", "upcoming", "future"})


AMBIGUOUS = frozenset({"second", "seconds", "quarter", "fall", "falls", "spring", "springs", "season"})
"""Words that are units only after a number."""


def duration(unit: Unit, count: float | None) -> str:
    """The TIMEX3 value of an amount of time: P3Y, PT2H, P2Y6M; X for a number not given."""
    code, size = CODES[unit]
    time, letter = ("T", code[1:]) if code.startswith("T") else ("", code)
    if count is None:
        return {"decade": "PXE", "century": "PXC", "millennium": "PXL"}.get(unit, f"P{time}X{letter}")
    total = count * size
    half = HALVES.get(unit)
    if total != int(total) and total % 1 == 0.5 and half:
        time_half = "T" if unit == "day" else ""
        whole = f"{int(total)}{letter}" if total >= 1 else ""
        return f"P{time}{whole}{time_half}{half[0]}{half[1]}"
    return f"P{time}{plain(total)}{letter}"


def _count(m: re.Match[str]) -> float | None:
    groups = m.groupdict()
    if groups.get("num"):
        return amount(groups["num"])
    vague = " ".join((groups.get("vague") or "").lower().split())
    if "couple" in vague:
        return 2.0
    if vague == "a dozen":
        return 12.0
    if vague:
        return None
    return 1.0


def _anchored(rel: str, unit: Unit, count: float | None, anchor: Anchor) -> Interval | None:
    if anchor.published is None or count is None or not rel:
        return None
    whole = int(min(count, 1e5)) if count >= 1 else 1
    moved = shift(anchor.published, unit, -whole if rel in BACK else whole)
    return (moved, anchor.published) if rel in BACK else (anchor.published, moved)


def read_amount(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Three years; a two-week; the past 24 hours; the first nine months; a couple of days."""
    unit = UNITS.get(m["unit"].lower()) or unit_of(m["unit"])
    if _not_an_amount(m, anchor):
        return None
    rel = (m.groupdict().get("rel") or "").lower()
    count = _count(m)
    if unit == "hour" and count is not None and count >= 24 and rel and count % 24 == 0:
        unit, count = "day", count / 24
    side = rel if rel in BACK or rel in AHEAD else ""
    days = _anchored(side, unit, count, anchor)
    basis = f"the {rel} stretch, {FROM_PUBLICATION}" if days else "a length of time"
    return Reading("DURATION", duration(unit, count), days, "day" if days else "unknown", basis, None)


AROUND_THE_CLOCK = re.compile(
    r"(?:(?:24|twenty-four) hours|(?P<whole>(?:7|seven) days|(?:12|twelve) months|(?:52|fifty-two) weeks|365 days)) "
    r"(?:an?|per|each|every) (?(whole)(?:week|year)|day)",
    re.IGNORECASE,
)
"""What means "always", neither a length of time nor a day."""


def _is_always(m: re.Match[str], anchor: Anchor) -> bool:
    first, last = len(anchor.before), len(anchor.before) + len(m[0])
    found = AROUND_THE_CLOCK.finditer(anchor.before + m[0] + anchor.after)
    return any(f.start() <= first and last <= f.end() for f in found)


def _not_an_amount(m: re.Match[str], anchor: Anchor) -> bool:
    """Ordinals in disguise and set phrases: "one second", "three-quarters of", "all-time", "at 2100 hours"."""
    word = m["unit"].lower()
    if _is_always(m, anchor):
        return True
    if word == "quarters" and re.match(r"(?:about )?three", m[0], re.IGNORECASE) and re.match(r"\s+of\b", anchor.after):
        return True
    if word == "hours" and re.match(r"[012]\d[0-5]\d ", m[0]):
        return True
    if word in AMBIGUOUS and not m.groupdict().get("num"):
        return True
    if word == "quarter" and re.search(r"(?:one|three)[ -]$", m[0].lower()[: m.start("unit") - m.start()]):
        return True
    if word in ("min", "sec", "hr") and not re.match(r"\d", m[0]):
        return True
    return word in ("season", "falls", "springs")


LASTING = re.compile(
    r"\b(?:for|over|after|of|in|during|through|within|spend|spent|spends|spending|took|takes?|several|many)\s+$",
    re.IGNORECASE,
)
"""Before nights that are counted, if not told how many; other nights are dark, long or sleepless ones."""


def read_bare(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Weeks, months, years: an amount that isn't told."""
    rel = (m["rel"] or "").lower().split()
    unit = unit_of(m["unit"])
    if unit == "weekend" and not rel:
        return Reading("SET", "XXXX-WXX-WE", None, "unknown", "each week")
    if (unit == "quarter" and not rel) or _is_always(m, anchor):
        return None
    if m["unit"].lower() == "nights" and not rel and not LASTING.search(anchor.before):
        return None
    basis = "recent, length not given" if rel and rel[-1] in BACK else "length not given"
    return Reading("DURATION", duration(unit, None), None, "open" if rel else "unknown", basis)


NOT_PER = re.compile(
    r"(?:\b(?:within|for|in|over|after|of|barely|than|until|nearly|almost|about|is|was|takes?|took|him|them|"
    r"less|as|from|by|just|only|once|half|last(?:s|ed)|spent|spends?|at|to|with|through|on|over|and|or|this|"
    r"during|before|under|into|per|his|has|its|was|follows|days|weeks|months|years|hours)|,|\.|;|:|\u2014)\s*$",
    re.IGNORECASE,
)
PER = re.compile(
    r"(?:\b(?:times?|once|twice|thrice|percent|cents?|million|billion|trillion|thousand|hundred|\d[\d,.]*%?|"
    r"[a-z]+s)|%)\s*$",
    re.IGNORECASE,
)


def read_single(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """A year: a length of time, or after a number of things, each year."""
    unit = unit_of(m["unit"])
    vague = anchor.before.lower().rstrip()
    if m["unit"].lower() in AMBIGUOUS or (unit == "day" and m["unit"].lower() != "day"):
        return None
    if _is_always(m, anchor):
        return None
    often = re.search(r"\b(?:once|twice|times)$", vague)
    if m["one"].lower() != "one" and (often or (PER.search(anchor.before) and not NOT_PER.search(anchor.before))):
        return Reading("SET", duration(unit, 1), None, "unknown", f"each {unit}")
    return Reading("DURATION", duration(unit, 1.5 if m["ahalf"] else 1), None, "unknown", "a length of time")


def read_half(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Half an hour, half a century, a half-century."""
    unit = unit_of(m["unit"])
    size = CODES[unit][1]
    if unit in ("decade", "century", "millennium"):
        return Reading("DURATION", f"P{plain(size / 2)}Y", None, "unknown", "a length of time")
    return Reading("DURATION", duration(unit, 0.5), None, "unknown", "a length of time")


def read_every(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Every week, each Thursday, every two years, per year."""
    if m["weekday"]:
        return _each_weekday(m)
    if m["month"]:
        value = f"XXXX-{month_number(m['month']):02d}"
        return Reading("SET", value, None, "unknown", "each year") if capital(m["month"]) else None
    if m["season"]:
        return Reading("SET", f"XXXX-{SEASONS[m['season'].lower()]}", None, "unknown", "each year")
    count = amount(m["num"]) if m["num"] else (2.0 if m["other"] else 1.0)
    if m["unit"].lower() == "second" and not m["num"]:
        return None
    return Reading("SET", duration(unit_of(m["unit"]), count), None, "unknown", "recurring")


def read_plural_day(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Mondays; Tuesday nights; weekday mornings."""
    if not capital(m["weekday"]):
        return None
    return _each_weekday(m)


def _each_weekday(m: re.Match[str]) -> Reading:
    part = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get((m["part"] or "").lower(), "")
    return Reading("SET", f"XXXX-WXX-{weekday_number(m['weekday']) + 1}{part}", None, "unknown", "each week")


ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennially": "P2Y",
}


def read_adverb(m: re.Match[str], anchor: Anchor) -> Reading | None:
    if m[0].lower() in ("daily", "weekly", "monthly") and _is_a_paper(m, anchor):
        return None
    return Reading("SET", ADVERBS[m[0].lower()], None, "unknown", "recurring")


PRESS = (
    r"(?:newspapers?|papers?|magazines?|tabloids?|broadsheets?|said|says|reported|reports|wrote|writes|quoted|published|"
    r"carried|added|claimed|revealed)\b"
)
PAPER_AFTER = re.compile(rf"\s+(?:[A-Z][\w\u2019'-]*\s){{0,4}}{PRESS}")


PAPER_BEFORE = re.compile(
    r"\b(?:[Pp]arty|[Cc]ommunist|[Ss]ocialist|[Cc]onservative|[Ll]iberal|leftist|rightist|(?:pro|anti)-\w+|\w+-(?:run|owned|"
    r"leaning|wing|based)|business|financial|tabloid|opposition|[A-Z]\w+(?:an|ese|ish|i|ch))\s+$"
)
"""What stands before "daily" or "weekly" where it is a newspaper: its party, leaning or nation."""


def _is_a_paper(m: re.Match[str], anchor: Anchor) -> bool:
    """ "The daily Cumhuriyet reported", "the Israeli daily Haaretz": a newspaper, not how often something is."""
    if re.match(r"\s+[A-Z]", anchor.after):
        inside = m[0][0].isupper() and anchor.before.strip()
        if inside or PAPER_BEFORE.search(anchor.before):
            return True
    return bool(PAPER_AFTER.match(anchor.after))


_KIND = (
    r"(?:(?:more|straight|consecutive|successive|full|whole|additional|trading|business|working|further|long|extra|"
    r"short|calendar) )?"
)
_RANGE = r"(?:(?: to | or |-|\u2013| and )(?=<NUM>[ -])<NUM>)?"
_STRETCH = (
    r"(?:the |these |those |its |his |their )?(?P<rel>past|last|next|coming|previous|following|preceding|first|final|"
    r"latest|recent|prior|upcoming|initial|opening)"
)

RULES: tuple[Rule, ...] = (
    rule(
        "stretch",
        rf"{_STRETCH} (?:(?P<num><NUM>){_RANGE}[ -]|(?P<vague><VAGUE>) ){_KIND}(?P<unit><UNIT>)(?: or (?:so|more))?",
        read_amount,
    ),
    rule(
        "amount",
        rf"(?:the (?=<NUM> {_KIND}<UNITS>(?!-)))?(?:(?P<num><NUM>){_RANGE}[ -]|(?P<vague><VAGUE>)[ -]){_KIND}"
        r"(?P<unit><UNIT>)(?:-long)?(?: or (?:so|more))?(?![ -]olds?\b)",
        read_amount,
    ),
    rule(
        "single",
        r"(?P<one>an?|one)[ -](?:full |whole |single |further |extra |additional )?(?P<unit><UNIT>)"
        r"(?P<ahalf> and a half)?(?: or (?:so|two|more))?(?!-(?:ago|earlier|old))",
        read_single,
    ),
    rule("unit long", r"(?P<unit>second|minute|hour|day|week|month|year|decade|century)-long", read_amount),
    rule("half", r"(?:half (?:an?|the) |(?:an? )?half[- ])(?P<unit>hour|day|year|decade|century|minute)", read_half),
    rule(
        "bare",
        r"(?P<rel>(?:the |these )?(?:past|last|next|coming|recent|future|first|early|final|upcoming|previous|"
        r"next (?:few|couple of)) |the )?(?P<unit><UNITS>)"
        r"(?:-long|-old)?(?: ahead)?(?! old\b)(?: (?:or|and) (?:even )?<UNITS>)?",
        read_bare,
    ),
    rule(
        "every",
        r"(?:every|each|per)(?: (?P<other>other|second))?(?: single)? (?:(?P<num><NUM>) )?(?:(?P<unit><UNIT>)|"
        r"(?P<weekday><WEEKDAY>)(?: (?P<part>morning|afternoon|evening|night))?|"
        r"(?P<month><MONTH>)|(?P<season><SEASON>))",
        read_every,
    ),
    rule(
        "plural day",
        r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:s| (?P<part>morning|afternoon|evening|night)s)",
        read_plural_day,
    ),
    rule("adverb", "|".join(ADVERBS), read_adverb),
)
