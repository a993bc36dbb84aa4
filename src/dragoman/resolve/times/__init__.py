"""Time expressions of English news, read as intervals: a grammar of patterns over calendar arithmetic.

Extents and values follow TIMEX3 as TempEval-3 used it (UzZaman et al. 2013): no leading preposition, the words
that limit an expression ("late", "more than", "the end of") inside it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from dragoman.ontology.calendar import Unit
from dragoman.resolve.times import (
    absolute,
    amounts,
    clock,
    counted,
    days,
    eras,
    holidays,
    listed,
    periods,
    relative,
    words,
)
from dragoman.resolve.times.modifiers import widen
from dragoman.resolve.times.names import names_in
from dragoman.resolve.times.reading import Anchor, Reading, Rule, Tense
from dragoman.resolve.times.tense import tense_in
from dragoman.types.time import Precision, TimeMention

__all__ = ["Tense", "find_times", "tense_in", "times_in"]

RULES: tuple[Rule, ...] = (
    *clock.RULES,
    *eras.RULES,
    *absolute.RULES,
    *listed.RULES,
    *periods.RULES,
    *holidays.RULES,
    *days.RULES,
    *relative.RULES,
    *counted.RULES,
    *amounts.RULES,
    *words.RULES,
)
DAY_RULES: tuple[Rule, ...] = (*absolute.RULES, *days.RULES)
FOCUS_UNITS = frozenset({"day", "hour", "week", "weekend", "month", "quarter", "half", "season", "year"})
CONTEXT = 40
UNIT_OF_PRECISION: dict[Precision, Unit] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}

Found = tuple[int, int, int, Rule, re.Match[str]]


def times_in(
    passages: Sequence[str], published: date | None, tense_of: Callable[[int, int], Tense | None]
) -> tuple[TimeMention, ...]:
    """The time expressions of a report's passages in reading order. ``tense_of(passage, position)`` as below; what is
    told from a date named before may lean on an earlier passage.
    """
    mentions: list[TimeMention] = []
    for number, text in enumerate(passages):
        mentions += find_times(text, number, published, partial(tense_of, number), mentions)
    return tuple(mentions)


def find_times(
    text: str,
    passage: int,
    published: date | None,
    tense_of: Callable[[int], Tense | None],
    before: Sequence[TimeMention] = (),
) -> tuple[TimeMention, ...]:
    """The time expressions of a passage in reading order, none overlapping another.

    ``tense_of(position)`` is the tense of the clause at a position; it gives weekdays and bare months their
    direction. ``before`` has the times of the report before this passage, for "a day earlier" and the like.
    Without ``published``, what leans on it has a value with X in it and no days. Any text will do.
    """
    mentions: list[TimeMention] = []
    focus, day_focus = _focus(before, UNIT_OF_PRECISION), _focus(before, ("day",))
    names = names_in(text)
    reached = 0
    for start, _, _, rule, match in _candidates(text):
        if start < reached or any(first < match.end() and start < last for first, last in names):
            continue
        reading = _read(rule, match, text, Anchor(published, tense_of(start), focus, "", "", day_focus))
        if reading is None:
            continue
        first, last, reading = widen(text, start, match.end(), reached, reading, published)
        mentions.append(_mention(text, passage, first, last, reading))
        reached = last
        if reading.unit in FOCUS_UNITS and reading.days and not _is_comparison(rule, reading):
            focus = reading
            day_focus = reading if reading.unit in ("day", "hour") else day_focus
    return tuple(mentions)


def _focus(before: Sequence[TimeMention], precisions: Collection[str]) -> Reading | None:
    """The last date of these precisions that was named before."""
    told = (m for m in reversed(before) if m.first and m.type != "DURATION" and m.precision in precisions)
    last = next((m for m in told if m.first == m.last or m.precision != "day"), None)
    if last is None or last.first is None or last.last is None:
        return None
    unit = UNIT_OF_PRECISION.get(last.precision)
    return Reading("DATE", last.value, (last.first, last.last), last.precision, last.basis, unit)


def _is_comparison(rule: Rule, reading: Reading) -> bool:
    """ "A year earlier" compares with the period under discussion, which stays where it is."""
    return rule.name in ("ago", "year ago", "latest period") and reading.unit in ("quarter", "half", "year")


AHEAD_CUE = re.compile(
    r"\b(?:until|till|no later than|as (?:soon|early) as|(?:scheduled|due|slated|set|planned) (?:for|to \w+))"
    r"(?:\s+(?:at|on|by|the|early|late|mid|next))*[\s-]+$",
    re.IGNORECASE,
)
BACK_CUE = re.compile(
    r"\b(?:since|ended)(?:\s+(?:on|early|late|mid|the))*[\s-]+$|"
    r"\bhad\s+(?:\w+\s+)?been\s+(?:scheduled|due|slated|set|planned|expected)\s+(?:for|to\s+\w+)(?:\s+(?:at|on|by))*\s+$",
    re.IGNORECASE,
)
UP_TO_THEN = re.compile(r"(?:^|[.;\u2014]\s+)Un?til\s+$|\b(?:not|n't|never|no)\b[^.;]*\b(?:un)?till?\s+$")
"""In a tale of the past, "until Friday" at its head or after a denial tells what lasted up to then."""


def _tense(before: str, tense: Tense | None) -> Tense | None:
    """The preposition before a date may tell its direction better than the verb: "until Friday", "since June"."""
    if BACK_CUE.search(before) or (tense == "past" and UP_TO_THEN.search(before)):
        return "past"
    return "future" if AHEAD_CUE.search(before) else tense


_NEEDS = tuple(dict.fromkeys(rule.needs for rule in RULES))


def _candidates(text: str) -> Iterable[Found]:
    """Every match of every rule, leftmost first, longest first, then in the order of the rules."""
    low = text.lower()
    present = {needs for needs in _NEEDS if not needs or any(word in low for word in needs)}
    tried = [(n, rule) for n, rule in enumerate(RULES) if rule.needs in present]
    found = [
        (m.start(), -m.end(), number, rule, m)
        for number, rule in tried
        for m in rule.pattern.finditer(text)
        if m.end() > m.start()
    ]
    return sorted(found, key=lambda f: f[:3])


def _read(rule: Rule, match: re.Match[str], text: str, told: Anchor) -> Reading | None:
    inner = match.groupdict().get("day") if rule in clock.RULES else None
    before, after = text[max(0, match.start() - CONTEXT) : match.start()], text[match.end() : match.end() + CONTEXT]
    anchor = replace(told, tense=_tense(before, told.tense), before=before, after=after)
    if inner:
        day = _read_whole(inner, anchor)
        if day is None:
            return None
        anchor = replace(anchor, focus=day, day_focus=day)
    return rule.read(match, anchor)


def _read_whole(text: str, anchor: Anchor) -> Reading | None:
    """Read a text that is one date from end to end."""
    for rule in DAY_RULES:
        match = rule.pattern.fullmatch(text)
        reading = rule.read(match, anchor) if match else None
        if reading:
            return reading
    return None


def _mention(text: str, passage: int, start: int, end: int, reading: Reading) -> TimeMention:
    first, last = reading.days or (None, None)
    return TimeMention(
        passage, start, end, text[start:end], reading.type, reading.value, first, last, reading.precision, reading.basis
    )
