"""Dates that name their day, month, year, decade or century."""

import re
from datetime import date

from dragoman.ontology.calendar import (
    Period,
    add_days,
    century_period,
    day_period,
    decade_period,
    month_period,
    period_of,
    safe_date,
    week_period,
    year_span,
)
from dragoman.resolve.times.numbers import AMOUNT_AFTER, spoken_year
from dragoman.resolve.times.reading import FROM_PUBLICATION, STATED, Anchor, Reading, Rule, at, rule, unknown, with_days
from dragoman.resolve.times.vocab import TENS, capital, day_number, month_number

RELYEAR_OF_DATE = {"last": -1, "this": 0, "next": 1}
FAR_BACK, FAR_AHEAD = 100, 60
NEXT_MONTH = 31
"""Days: in a tale of the past, the month that comes next is named for a plan; the one eleven months back has a year."""
"""Days: a date without its year lies nearest to publication, unless it lies this far on the wrong side of the tense."""


def year_near(anchor: Anchor, month: int, day: int | None) -> tuple[int, str] | None:
    """The year of a month or day named without one, and in words why."""
    if anchor.published is None:
        return None
    year = anchor.published.year
    options = [d for y in (year - 1, year, year + 1) if (d := safe_date(y, month, day or 1))]
    if not options:
        return None
    here = anchor.published if day else anchor.published.replace(day=1)
    past = [d for d in options if d <= here]
    ahead = [d for d in options if d >= here]
    nearest = min(options, key=lambda d: (abs((d - here).days), d))
    if anchor.tense == "future" and ahead and (here - nearest).days > (FAR_AHEAD if day else 0):
        return ahead[0].year, "the next one after publication, from the tense"
    if anchor.tense == "past" and past and (nearest - here).days > (FAR_BACK if day else NEXT_MONTH):
        return past[-1].year, "the last one before publication, from the tense"
    if not day and anchor.tense is None and past:
        return past[-1].year, "the last one before publication"
    return nearest.year, "the one nearest to publication"


def _stated_year(m: re.Match[str], anchor: Anchor) -> tuple[int, str] | None:
    groups = m.groupdict()
    stated = groups.get("year") or groups.get("far")
    if stated:
        return int(stated), STATED
    if groups.get("spoken"):
        spoken = spoken_year(groups["spoken"])
        return (spoken, STATED) if spoken else None
    if groups.get("rel") and anchor.published:
        return anchor.published.year + RELYEAR_OF_DATE[groups["rel"].lower()], FROM_PUBLICATION
    return None


def read_day(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Aug. 2; Friday, Oct. 23, 1998; 2 August; April 24-25."""
    month, day = month_number(m["month"]), day_number(m["day"])
    if not capital(m["month"]):
        return None
    known = _stated_year(m, anchor) or _famous_year(month, day, anchor)
    if known is None and (AMOUNT_AFTER.match(anchor.after) or re.match(r"\s+(?:were|have)\b", anchor.after)):
        return None
    if not 1 <= day <= 31:
        year = f"{known[0]:04d}" if known else "XXXX"
        return unknown(f"{year}-{month:02d}-XX", "no such day in the calendar") if _ends_there(m, anchor) else None
    known = known or year_near(anchor, month, day)
    if known is None:
        basis = "no such day in the calendar" if anchor.published else "no publication date"
        return unknown(f"XXXX-{month:02d}-{day:02d}", basis)
    found = safe_date(known[0], month, day)
    if found is None:
        return unknown(f"{known[0]:04d}-{month:02d}-{day:02d}", "no such day in the calendar")
    reading = at(day_period(found), known[1])
    last = m.groupdict().get("to")
    end = safe_date(known[0], month, day_number(last)) if last else None
    return with_days(reading, (found, end), known[1]) if end and end > found else reading


FAMOUS = {(9, 11): 2001, (10, 7): 2023}
"""Years of attacks that are told by month and day alone."""


def _famous_year(month: int, day: int, anchor: Anchor) -> tuple[int, str] | None:
    """The year of "the Sept. 11 attacks", told after it."""
    year = FAMOUS.get((month, day))
    if year is None or anchor.published is None or anchor.published <= date(year, month, day):
        return None
    attack = re.match(r"\s+(?:terror(?:ist)?\s+|suicide\s+)?(?:attacks?|hijack\w+|massacre)\b", anchor.after)
    return (year, "the day of the attack known by it") if attack else None


def _ends_there(m: re.Match[str], anchor: Anchor) -> bool:
    """Whether a number that is no day was meant as one: "on May 32." but not "in May 32 tents burned"."""
    return m.start("month") > m.start("day") or not re.match(r"\s+[a-z]", anchor.after)


def read_month(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """June 1994; June last year; June."""
    if not capital(m["month"]):
        return None
    month = month_number(m["month"])
    known = _stated_year(m, anchor)
    if known is None and not _month_alone(m["month"], anchor):
        return None
    known = known or year_near(anchor, month, None)
    return at(month_period(known[0], month), known[1]) if known else unknown(f"XXXX-{month:02d}")


NOT_A_MONTH_BEFORE = re.compile(
    r"(?:\b(?:mr|mrs|ms|theresa|prime minister|the|a|protest|long|[a-z]+ly)\.?|[A-Z][a-z]+)\s+$"
)
MONTH_CUE = re.compile(
    r"\b(?:in|by|of|since|until|till|last|next|this|early|late|mid|from|to|through|for|and|or|before|after|during|"
    r"between|every|each|around|on|about|that|past|coming|following|previous|earlier|later|both)[\s-]+$",
    re.IGNORECASE,
)


ARTICLE = re.compile(r"(?:\b(?:the|an?|his|its|their|our)|\w['\u2019]s)\s+$", re.IGNORECASE)
"""With a small noun behind it, a capital tells the month: "the March summit" but not "the March on Rome"."""


def _month_alone(word: str, anchor: Anchor) -> bool:
    """Whether May, March or August stands for the month: the first two are words and names besides."""
    if word.lower() not in ("may", "march", "august", "april", "june"):
        return True
    if ARTICLE.search(anchor.before) and re.match(r"\s+(?!on\b|for\b|of\b|to\b|against\b)[a-z]", anchor.after):
        return True
    if MONTH_CUE.search(anchor.before):
        return not re.match(r"\s+[A-Z][a-z]", anchor.after) or word.lower() != "may"
    return (
        word.lower() not in ("may", "march")
        and not re.match(r"\s+[A-Z][a-z]", anchor.after)
        and not NOT_A_MONTH_BEFORE.search(anchor.before)
    )


def read_numeric(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """2023-08-14, 8/14/2023, 14.08.23; month first unless that can't be."""
    if m["iso"]:
        found = safe_date(int(m["iso"][:4]), int(m["iso"][5:7]), int(m["iso"][8:10]))
        return at(day_period(found), STATED) if found else None
    first, second, year = int(m["n1"]), int(m["n2"]), int(m["n3"])
    if len(m["n3"]) == 2:
        year += 1900 if year > (anchor.published.year % 100 + 10 if anchor.published else 50) else 2000
    month_first = m["sep"] == "/" and first <= 12
    found = safe_date(year, first, second) if month_first else safe_date(year, second, first)
    return at(day_period(found), STATED) if found else None


def year_period(year: int) -> Period:
    return Period("year", f"{year:04d}", year_span(year, year))


def read_year(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """1994; the year 2000; nineteen ninety-four."""
    if m["spoken"] and not m["named"] and len(m["spoken"].split()) < 2 and "-" not in m["spoken"]:
        return None
    known = _stated_year(m, anchor)
    if known is None or known[0] < 1000:
        return None
    if m["year"] and not m["named"] and AMOUNT_AFTER.match(anchor.after):
        return None
    if m["year"] and not m["named"] and _is_no_year(anchor):
        return None
    if m["named"] and m["named"].lower().startswith(("post", "pre")):
        return Reading("DATE", f"{known[0]:04d}", None, "open", f"{m['named'][:-1].lower()} a stated year", "year")
    return at(year_period(known[0]), STATED)


NUMBERED = re.compile(
    r"(?:\b(?:about|nearly|over|than|almost|flight|route|highway|resolution|no\.)|(?<!\b[12]\d\d)\d,|\.)\s*$",
    re.IGNORECASE,
)
"""What stands before a number of four digits that is no year; the list "1994, 1995" is one of years."""


MODEL_YEAR = re.compile(
    r"\s(?:(?:model|black|white|red|blue|gr[ae]y|silver|green) )?"
    r"(?:Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat|Ford|GMC|Honda|Hyundai|Isuzu|Jaguar|"
    r"Jeep|Kia|Lada|Lamborghini|Land Rover|Lexus|Lincoln|Mazda|Mercedes|Mitsubishi|Nissan|Opel|Peugeot|Pontiac|Porsche|"
    r"Renault|Rolls-Royce|Saab|Skoda|Subaru|Suzuki|Tesla|Toyota|Vauxhall|Volkswagen|Volvo)\b"
)
"""After the year in which a car was built, which dates nothing that is told of it."""


def _is_no_year(anchor: Anchor) -> bool:
    if MODEL_YEAR.match(anchor.after):
        return True
    if re.search(r"[-\u2013]$", anchor.before):
        return not re.search(r"\b(?:early|mid|late)[-\u2013]$", anchor.before, re.IGNORECASE)
    return bool(NUMBERED.search(anchor.before)) and not anchor.before.endswith(". ")


def read_years(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """1989-90, 2003\u20132011."""
    first = int(m["y1"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first // 100 * 100 + int(m["y2"])
    if not first < last <= first + 200:
        return None
    return with_days(at(year_period(first), STATED), year_span(first, last), STATED)


def read_decade(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The 1990s, the '80s, the nineties."""
    if m["long"]:
        return at(decade_period(int(m["long"])), STATED)
    tens = TENS[m["word"].lower()[:-3] + "y"] if m["word"] else int(m["short"])
    year = anchor.published.year if anchor.published else 2000
    century = year // 100 * 100
    return at(decade_period(century + tens if century + tens <= year else century - 100 + tens), STATED)


def read_century(m: re.Match[str], anchor: Anchor) -> Reading | None:
    if m["rel"]:
        if anchor.published is None:
            return unknown("XX")
        number = anchor.published.year // 100 + 1 - (m["rel"].lower() in ("last", "past", "previous"))
        if number < 1:
            return unknown("XX", "beyond the calendar")
        return at(century_period(number), FROM_PUBLICATION)
    number = day_number(m["ord"])
    return at(century_period(number), STATED) if 1 <= number <= 30 else None


def read_week_of(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The week of March 6."""
    inner = read_day(m, anchor)
    if inner is None or inner.days is None:
        return inner
    return at(week_period(inner.days[0]), inner.basis)


def read_ides(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """The 25th of this month; the third of next month."""
    if anchor.published is None:
        return unknown("XXXX-XX")
    base = period_of("month", anchor.published).days
    step = {"last": -20, "next": 40, "this": 0, "the": 0}[m["rel"].lower()]
    month: date = add_days(base[0], step) if base else anchor.published
    found = safe_date(month.year, month.month, day_number(m["day"]))
    return at(day_period(found), FROM_PUBLICATION) if found else None


_REL = r"(?P<rel>this|last|next) year"
_FAR = r"(?P<far>(?:0\d|2[1-9]|[3-9]\d)\d\d)(?![\w%]|[.,:/-]\d| [a-z])"
YEAR_OF_DATE = rf"(?:,? (?:of )?(?P<year><YEAR>)|,? (?P<spoken><SPOKEN>)|,? (?:of )?{_REL}|,? {_FAR})"
_TO = r"(?: ?(?:[-\u2013]|to|through) ?(?P<to><DAYNUM>))?"
_WEEKDAY = r"(?:(?:(?:this|last|next)(?: coming| past)? )?<WDAY>,? (?:the )?)?"
_DAYS = r"(?P<day><DAYNUM>)(?:(?: ?[-\u2013] ?| to )(?P<to><DAYNUM>))?"
_MDY = rf"{_WEEKDAY}(?P<month><MON>) (?:the )?(?P<day><DAYNUM>){_TO}{YEAR_OF_DATE}?"

RULES: tuple[Rule, ...] = (
    rule("month day", _MDY, read_day),
    rule("day month", rf"(?:<WDAY>,? (?:the )?)?{_DAYS}(?: of)? (?P<month><MON>){YEAR_OF_DATE}?", read_day),
    rule("week of day", rf"the week (?:of|beginning|starting|ending|ended) {_MDY}", read_week_of),
    rule(
        "week of day",
        rf"the week (?:of|beginning|starting|ending|ended) {_DAYS} (?P<month><MON>){YEAR_OF_DATE}?",
        read_week_of,
    ),
    rule(
        "day of this month", r"(?:the )?(?P<day>\d{1,2}(?:st|nd|rd|th)) of (?P<rel>this|last|next|the) month", read_ides
    ),
    rule("month year", rf"(?P<month><MON>){YEAR_OF_DATE}", read_month),
    rule("month", r"(?P<month><MONTH>)", read_month),
    rule(
        "numeric",
        r"(?P<iso>\d{4}-\d\d-\d\d)(?:T[\d:.]+Z?)?|(?P<n1>\d{1,2})(?P<sep>[/.])(?P<n2>\d{1,2})(?P=sep)"
        r"(?P<n3>\d{4}|\d\d)(?![.\d/])",
        read_numeric,
    ),
    rule("years", r"(?P<y1>1[5-9]\d\d|20\d\d) ?[-\u2013/] ?(?P<y2>\d{4}|\d\d)(?![-\u2013\d])", read_years),
    rule(
        "year",
        r"(?<![/.])(?P<named>the years? |(?:post|pre)[-\u2013])?"
        r"(?:(?P<year><YEAR>)(?!:)|(?P<spoken><SPOKEN>))(?![-\u2013]\d)",
        read_year,
    ),
    rule(
        "decade",
        r"(?:the )?(?:(?P<long>1[0-9]\d0|20\d0)['\u2019]?s|['\u2019\u2018`](?P<short>[1-9]0)s)|"
        r"(?:the )?(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)",
        read_decade,
    ),
    rule(
        "century",
        r"(?:the )?(?:(?P<ord><ORD>)[ -]century|(?P<rel>this|last|past|previous|current) century)",
        read_century,
    ),
)
