"""What a rule of the grammar reads out of a match, and what it may look at to do so."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.ontology.calendar import PRECISION, Interval, Period, Unit
from dragoman.resolve.times.needs import NEEDS
from dragoman.resolve.times.vocab import pattern
from dragoman.types.time import Precision, TimexType

Tense = Literal["past", "future", "present"]
STATED = "stated"
FROM_PUBLICATION = "from the publication date"
FROM_BEFORE = "from the date named before"


OPEN_VALUE: dict[str, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
    "weekend": "XXXX-WXX-WE",
    "decade": "XXX",
    "century": "XX",
}
"""The value of a unit of which nobody says which."""
COARSENESS: dict[Unit, int] = {
    "second": 0,
    "minute": 0,
    "hour": 0,
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of a time expression, before it is tied to its place in the text."""

    type: TimexType
    value: str
    days: Interval | None = None
    precision: Precision = "unknown"
    basis: str = ""
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression leans on: publication day, the clause's tense, the last date read before it.

    ``before`` and ``after`` are up to forty characters on either side; ``day_focus`` is the last date read before
    that is one day.
    """

    published: date | None
    tense: Tense | None
    focus: Reading | None
    before: str
    after: str
    day_focus: Reading | None = None

    @property
    def focus_day(self) -> date | None:
        """The first day of the date named before, or else the day of publication."""
        return self.focus.days[0] if self.focus and self.focus.days else self.published

    @property
    def focus_basis(self) -> str:
        return FROM_BEFORE if self.focus and self.focus.days else FROM_PUBLICATION

    def is_fine(self, unit: Unit) -> bool:
        """Whether the date named before is told finely enough to count in ``unit`` from it."""
        focus = self.focus
        return bool(focus and focus.days and focus.unit and COARSENESS[focus.unit] <= COARSENESS[unit])

    def _told_from(self, unit: Unit) -> Reading | None:
        return self.focus if self.is_fine(unit) else self.day_focus

    def base(self, unit: Unit) -> date | None:
        """The day from which to count in ``unit``: of the date named before, or of publication. "Two days later"
        isn't counted from the first of January of a year named before.
        """
        told = self._told_from(unit)
        return told.days[0] if told and told.days else self.published

    def base_basis(self, unit: Unit) -> str:
        told = self._told_from(unit)
        return FROM_BEFORE if told and told.days else FROM_PUBLICATION


Reader = Callable[[re.Match[str], Anchor], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; the reader returns None where the match is no time after all."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    needs: tuple[str, ...] = ()
    """A passage without any of these, in small letters, can't match; empty: always tried."""


def rule(name: str, text: str, read: Reader) -> Rule:
    return Rule(name, pattern(text), read, NEEDS.get(name, ()))


def at(period: Period, basis: str) -> Reading:
    """A DATE that is a calendar period."""
    known: Precision = PRECISION.get(period.unit, "unknown")
    return Reading("DATE", period.value, period.days, known, basis, period.unit)


def unknown(value: str, basis: str = "no publication date") -> Reading:
    """A DATE without an anchor, such as XXXX-WXX-5."""
    return Reading("DATE", value, None, "unknown", basis)


def with_days(reading: Reading, days: Interval | None, basis: str) -> Reading:
    return replace(reading, days=days, basis=basis)
