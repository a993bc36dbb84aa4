"""Times of a report whose day is only known to lie in a span: from what the first day of it makes of them to what the
last does.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.types.time import Precision, TimeMention

NARROW = timedelta(days=45)
"""How wide the span may be for its times to be worth telling."""


def from_to(
    plain: Sequence[TimeMention], first: Sequence[TimeMention], last: Sequence[TimeMention], basis: str
) -> tuple[TimeMention, ...]:
    """The times read without a day, with the intervals in which they lie whatever the day of the report; those that
    come out too wide stay without one.
    """
    early, late = ({(t.passage, t.start, t.end): t for t in found} for found in (first, last))
    return tuple(_between(t, early.get(_key(t)), late.get(_key(t)), basis) for t in plain)


def _key(time: TimeMention) -> tuple[int, int, int]:
    return time.passage, time.start, time.end


def _between(time: TimeMention, early: TimeMention | None, late: TimeMention | None, basis: str) -> TimeMention:
    if time.first is not None or early is None or late is None:
        return time
    if early.first is None or early.last is None or late.first is None or late.last is None:
        return time
    if (early.first, early.last) == (late.first, late.last):
        return replace(early, basis=f"{early.basis}, {basis}")
    start, end = min(early.first, late.first), max(early.last, late.last)
    shared = min(early.last, late.last) - max(early.first, late.first)
    if end - start > 2 * NARROW and shared < (end - start) / 2:
        return time
    precision: Precision = "year" if early.precision == "year" else "month"
    return replace(time, first=start, last=end, precision=precision, basis=f"{early.basis}, {basis}")
