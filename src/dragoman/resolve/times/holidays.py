"""Holidays of the western calendar, fixed and movable."""

import re
from collections.abc import Callable
from datetime import date

from dragoman.ontology.calendar import (
    add_days,
    day_period,
    easter,
    nth_weekday,
    safe_date,
    week_period,
    weekend_period,
)
from dragoman.resolve.times.reading import FROM_PUBLICATION, STATED, Anchor, Reading, Rule, at, rule, with_days
from dragoman.resolve.times.vocab import capital


def _offset(base: Callable[[int], date | None], days: int) -> Callable[[int], date | None]:
    def shifted(year: int) -> date | None:
        day = base(year)
        return add_days(day, days) if day else None

    return shifted


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: safe_date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date | None]:
    return lambda year: nth_weekday(year, month, weekday, nth)


def _last_monday_of_may(year: int) -> date | None:
    june = safe_date(year, 6, 1)
    return add_days(june, -((june.weekday() - 1) % 7 + 1)) if june else None


HOLIDAYS: dict[str, Callable[[int], date | None]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "orthodox christmas": _fixed(1, 7),
    "valentine's day": _fixed(2, 14),
    "international women's day": _fixed(3, 8),
    "st patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "victory day": _fixed(5, 9),
    "juneteenth": _fixed(6, 19),
    "bastille day": _fixed(7, 14),
    "fourth of july": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "martin luther king day": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "memorial day": _last_monday_of_may,
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "election day": _offset(_nth(11, 0, 1), 1),
    "easter sunday": easter,
    "easter": easter,
    "good friday": _offset(easter, -2),
    "palm sunday": _offset(easter, -7),
    "easter monday": _offset(easter, 1),
    "ash wednesday": _offset(easter, -46),
    "pentecost": _offset(easter, 49),
    "ascension day": _offset(easter, 39),
}


SHORTLY = 31
"""Days before a holiday in which it is the one spoken of, whatever the tense: "crowds gathered before Easter"."""


def read_holiday(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Thanksgiving Day; last Christmas; Easter 1916; Easter week."""
    if not capital(m["holiday"]):
        return None
    name = " ".join(m["holiday"].lower().replace("\u2019", "'").replace(".", "").split())
    on = HOLIDAYS[name]
    day = on(int(m["year"])) if m["year"] else _nearest(on, m["rel"], anchor)
    if day is None:
        return None
    basis = STATED if m["year"] else FROM_PUBLICATION
    if m["week"] and m["week"].lower().endswith("end"):
        return _long_weekend(day, basis)
    return at(week_period(day) if m["week"] else day_period(day), basis)


def _long_weekend(day: date, basis: str) -> Reading:
    """The weekend that a holiday on a Monday or Friday makes longer, else that of its week."""
    weekend = weekend_period(add_days(day, -1 if day.weekday() == 0 else 0))
    days = (min(weekend.days[0], day), max(weekend.days[1], day)) if weekend.days and day.weekday() in (0, 4) else None
    return with_days(at(weekend, basis), days or weekend.days, basis)


def _nearest(on: Callable[[int], date | None], rel: str | None, anchor: Anchor) -> date | None:
    here = anchor.published
    if here is None:
        return None
    options = [d for y in (here.year - 1, here.year, here.year + 1) if 1 <= y <= 9999 and (d := on(y))]
    past = [d for d in options if d <= here]
    ahead = [d for d in options if d > here]
    word = (rel or "").lower()
    if ahead and (word in ("next", "this coming") or (not word and anchor.tense == "future")):
        return ahead[0]
    near = bool(ahead) and (ahead[0] - here).days <= SHORTLY
    if word in ("last", "this past") and not past:
        return None
    if past and (word in ("last", "this past") or (anchor.tense == "past" and not near)):
        return past[-1]
    return min(options, key=lambda d: abs((d - here).days), default=None)


_HOLIDAY = "|".join(
    sorted(
        (re.escape(h).replace(r"\ ", " ").replace("'", "['\u2019]?").replace("st ", r"st\.? ") for h in HOLIDAYS),
        key=len,
        reverse=True,
    )
)

RULES: tuple[Rule, ...] = (
    rule(
        "holiday",
        rf"(?:(?P<rel>last|this|next|this past|this coming) )?(?P<holiday>{_HOLIDAY})(?P<week> week(?:end)?)?"
        r"(?:,? (?P<year><YEAR>))?",
        read_holiday,
    ),
)
