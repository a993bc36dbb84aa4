"""The words of English time expressions, and how patterns over them are written.

A pattern is an ordinary regular expression in which a space stands for any white space and ``<NAME>`` for a
fragment below. All are read without regard to case; readers ask for a capital where English needs one.
"""

import re
from typing import Final

from dragoman.ontology.calendar import Unit

MONTHS: Final = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS: Final = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
SEASONS: Final = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS: Final = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "nights": "NI",
    "dawn": "MO",
    "hours": "MO",
    "dusk": "EV",
    "daytime": "DT",
}
UNITS: Final[dict[str, Unit]] = {
    "second": "second",
    "sec": "second",
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "yr": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
    "season": "season",
    "spring": "year",
    "summer": "year",
    "fall": "year",
    "autumn": "year",
    "winter": "year",
    "night": "day",
    "evening": "day",
    "morning": "day",
    "afternoon": "day",
    "millennium": "millennium",
    "millennia": "millennium",
}
SMALL: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
NUMBERS: Final = {w: i for i, w in enumerate(SMALL)} | TENS | {"a": 1, "an": 1, "couple": 2, "dozen": 12}
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS: Final = {
    w: i
    for i, w in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ),
        1,
    )
}

_CARDINAL = "(?:" + "|".join([*SMALL, *TENS, *SCALES, "dozen"]) + ")"
_ORDINAL_WORDS = "|".join(sorted((re.escape(w).replace(r"\-", "[ -]") for w in ORDINALS), key=len, reverse=True))

_ZONE = (
    r"(?:gmt|utc|[ecmp][sd]?t|bst|cet|cest|eet|msk|ist|jst|hkt|sgt|aest|"
    r"(?:local|eastern|central|mountain|pacific|moscow|beijing|london)(?: (?:standard|daylight))? time)"
)

_HOURS = "(?:" + "|".join(SMALL[1:13]) + ")"

FRAGMENTS: Final = {
    "MONTH": r"(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "MON": (
        r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
        r"aug(?:ust|\.)?|sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
    ),
    "WEEKDAY": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "WDAY": r"(?:mon(?:day|\.)?|tue(?:s(?:day|\.)?|\.)?|wed(?:nesday|\.)?|thu(?:rs?(?:day|\.)?|\.)?|fri(?:day|\.)?"
    r"|sat(?:urday|\.)?|sun(?:day|\.)?)",
    "SEASON": r"(?:spring|summer|fall|autumn|winter)",
    "PART": r"(?:early |late |mid[ -]?)?(?:morning|afternoon|evening|night)",
    "UNIT": (
        r"(?:seconds?|minutes?|hours?|hrs?|days?|weekends?|weeks?|months?|quarters?|years?|yrs?|decades?|"
        r"century|centuries|millennia|millennium|seasons?|springs?|summers?|falls|autumns?|winters?|nights?)"
    ),
    "UNITS": (
        r"(?:seconds|minutes|hours|days|weekends|weeks|months|quarters|years|decades|centuries|millennia|"
        r"summers|winters|nights)"
    ),
    "PERIOD": r"(?:day|weekend|week|month|quarter|year|decade|century)",
    "NUM": (
        rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,2}})?(?:[ -]1/2)?|"
        rf"(?:an? (?=hundred|thousand|million|dozen))?{_CARDINAL}"
        rf"(?:[ -](?:and )?{_CARDINAL}){{0,6}})(?: and a half)?"
    ),
    "VAGUE": (
        r"(?:an? (?:few|couple|number|handful|dozen|score|matter|series)(?: of| more)?|several|many|some|"
        r"few|couple|dozens of|scores of|hundreds of|thousands of|numerous|various)"
    ),
    "ORD": rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL_WORDS})",
    "DAYNUM": rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|[.,:]\d| percent| per cent| ?[ap]\.?m\b)|(?:{_ORDINAL_WORDS}))",
    "YEAR": r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,/:]\d)",
    "SPOKEN": (
        r"(?:(?:sixteen|seventeen|eighteen|nineteen|twenty)(?:[ -](?:hundred|oh[ -]\w{3,5}|ten|eleven|twelve|"
        r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
        r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))|two thousand(?: and)?"
        r"(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|"
        r"eigh|nine)teen|twenty))?)"
    ),
    "CLOCK": (
        r"(?:\d{1,2}(?:[:.][0-5]\d)?(?::[0-5]\d)? ?(?:a\.m\.?|p\.m\.?|am|pm)|"
        rf"(?:\d{{1,2}}(?::[0-5]\d)?|{_HOURS})(?: o'clock| o\u2019clock| in the (?:morning|afternoon|evening))|"
        r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?(?:hrs|hours))?|"
        r"(?:[01]\d|2[0-3])[0-5]\d (?:hrs|hours)|(?:[01]\d|2[0-3])[0-5]\d(?= (?:gmt|utc|local time))|"
        r"noon|midday|midnight)"
        r"(?: in the (?:morning|afternoon|evening))?"
    ),
    "ZONE": rf"(?:(?:,? {_ZONE}|,? \({_ZONE}\))(?: ?\(\d{{4}} (?:gmt|utc)\))?|,? \(\d{{4}} (?:gmt|utc)\))",
}


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern: ``<NAME>`` is a fragment, a space any white space, and it starts and ends at word edges."""
    filled = re.sub(r"<([A-Z]+)>", lambda m: FRAGMENTS[m[1]], text)
    spaced = filled.replace(" ", r"\s+").replace(r"\s+?", r"\s*").replace(r"[\s+-]", r"(?:\s+|-)")
    return re.compile(rf"(?<![\w$£€¥#])(?:{spaced})(?!\w)", re.IGNORECASE)


def month_number(word: str) -> int:
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


def unit_of(word: str) -> Unit:
    """The unit that a singular or plural unit word names."""
    low = word.lower()
    return UNITS[low] if low in UNITS else UNITS[low.removesuffix("s")]


def day_number(word: str) -> int:
    """1 to 31 and beyond, from "3", "3rd" or "third"."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS["-".join(word.lower().replace("-", " ").split())]


def capital(word: str) -> bool:
    return word[:1].isupper()
