"""Chronicles: reports whose paragraphs begin with a day, "Feb. 3 - The president sacked the mayor.".

The first entry gives the year; those after it go on from there, each the next such day in the calendar.
"""

import re
from calendar import isleap, month_name
from collections.abc import Sequence
from dataclasses import replace

from dragoman.types.time import TimeMention

_MONTH = "(?:" + "|".join(rf"{name[:3]}[a-z]*\.?" for name in month_name[1:]) + ")"
_DAY = re.compile(
    rf"(?:{_MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH})(?P<year>,? [12][0-9]{{3}})? ?(?:[-\u2013\u2014:]|\\. (?=[A-Z]))"
)
_LEAST = 3
"""Paragraphs that begin with a day in a report that is a chronicle."""


def entries(texts: Sequence[str]) -> frozenset[int]:
    """The passages that begin with a day, in a report that is a chronicle and says the year of the first."""
    found = [(i, match) for i, text in enumerate(texts) if (match := _DAY.match(text)) is not None]
    return frozenset(i for i, _ in found) if len(found) >= _LEAST and found[0][1]["year"] else frozenset()


def in_order(times: Sequence[TimeMention], texts: Sequence[str], dated: frozenset[int]) -> tuple[TimeMention, ...]:
    """The times of a report, the days that begin its entries (passages ``dated``) in the year by their order."""
    made, last = list[TimeMention](), None
    for time in times:
        match = _DAY.match(texts[time.passage]) if time.passage in dated and time.start == 0 else None
        if match is not None and time.first is not None:
            day = time.first
            if last is not None and not match["year"]:
                year = last.year + ((day.month, day.day) < (last.month, last.day))
                day = day.replace(year=year) if (day.month, day.day) != (2, 29) or isleap(year) else day
            if day != time.first:
                basis = "the next such day after the entry before"
                time = replace(time, value=day.isoformat(), first=day, last=day, basis=basis)
            last = day
        made.append(time)
    return tuple(made)
