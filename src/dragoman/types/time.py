"""Time expressions and the intervals they stand for."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at passage positions ``start`` to ``end``.

    ``value`` is its TIMEX3 value. ``first`` and ``last`` are the first and last day of the interval it stands for,
    both inclusive, None where that can't be told (durations, sets, no anchor). ``basis`` says how it was worked
    out, in words for a reader ("this week, from the publication date").
    """

    passage: int
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    basis: str = ""
