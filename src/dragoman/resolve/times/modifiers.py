"""Words around a time expression that belong to it: "late", "the end of", "more than", "or later"."""

import re
from dataclasses import replace
from datetime import date

from dragoman.ontology.calendar import Interval, edge, third
from dragoman.resolve.times.reading import Reading

PARTS: dict[str, str] = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "earlier": "earlier",
    "later": "later",
    "beginning": "start",
    "start": "start",
    "opening": "start",
    "end": "end",
    "close": "end",
    "middle": "mid",
    "rest": "later",
    "remainder": "later",
    "finish": "end",
}
BEFORE_DATE = re.compile(
    r"(?<![\w-])(?:(?:the )?(?:very )?(?P<part>early|late|mid|earlier|later|sometime|around|about)[\s-]+"
    r"(?:in\s+|on\s+)?"
    r"(?:the\s+)?|the\s+(?:very\s+)?(?P<of>beginning|start|end|close|middle|rest|remainder|finish)\s+of\s+)$",
    re.IGNORECASE,
)
BEFORE_AMOUNT = re.compile(
    r"(?<![\w-])(?:nearly|almost|about|around|roughly|approximately|more\s+than|less\s+than|fewer\s+than|at\s+least|"
    r"at\s+most|up\s+to|no\s+(?:more|less)\s+than|another|an\s+additional|as\s+(?:long|little|much|many)\s+as)\s+$",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['\u2019]s\b")
"""After a day, where "about" and "around" are of what it possesses: "to get around Monday's ruling"."""
AFTER = re.compile(r"\s+(?:or (?:so|later|earlier|beyond)|and beyond|or thereabouts)\b", re.IGNORECASE)


def narrowed(reading: Reading, word: str, published: date | None) -> Reading:
    """The part of an interval that "early", "the end of", "earlier" or "later" leaves."""
    part = PARTS.get(word.lower())
    if part is None or reading.days is None or reading.days[0] == reading.days[1]:
        return reading
    return replace(reading, days=_cut(reading.days, part, published), basis=f"{word.lower()}, {reading.basis}")


def _cut(days: Interval, part: str, published: date | None) -> Interval:
    first, last = days
    if part == "earlier":
        return (first, min(last, published)) if published and published >= first else days
    if part == "later":
        return (max(first, published), last) if published and published <= last else days
    if part in ("start", "end"):
        return edge(days, part == "end")
    return third(days, "early" if part == "early" else "late" if part == "late" else "mid")


def widen(
    text: str, start: int, end: int, floor: int, reading: Reading, published: date | None
) -> tuple[int, int, Reading]:
    """Take the words before and after that belong to the expression into its extent and its interval.

    ``floor`` is where the expression before ends.
    """
    before = text[max(floor, start - 40) : start]
    amount = reading.type == "DURATION" or re.search(r"\b(?:ago|earlier)$", text[start:end])
    if amount and (found := BEFORE_AMOUNT.search(before)):
        if not text[start : start + 4].lower() == "the " or found[0].lower().startswith("at"):
            start -= len(before) - found.start()
    elif (
        reading.type in ("DATE", "TIME")
        and not reading.value.endswith("_REF")
        and (found := BEFORE_DATE.search(before))
        and not (found["part"] in ("around", "about") and POSSESSIVE.match(text, end))
    ):
        start -= len(before) - found.start()
        reading = narrowed(reading, found["part"] or found["of"], published)
    if tail := AFTER.match(text, end):
        end = tail.end()
    return start, end, reading
