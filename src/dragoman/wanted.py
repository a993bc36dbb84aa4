"""What a user asks for, checked: dates and closed lists of values, for the commands and the Python interface alike."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import get_args

from dragoman.errors import UsageError

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def first_day(text: str) -> date | None:
    """The first day of a date, month or year given as ISO 8601; None for ''. Raises UsageError."""
    if not text:
        return None
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text + "-01-01"[len(text) - 10 :] if len(text) < 10 else text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date: write 2023-08-14, 2023-08 or 2023") from error


def last_day(text: str) -> date | None:
    """The last day of a date, month or year given as ISO 8601; None for ''. Raises UsageError."""
    start = first_day(text)
    if start is None or len(text) > 7:
        return start
    month = start.month if len(text) == 7 else 12
    return date(start.year, month, monthrange(start.year, month)[1])


def one_day(text: str) -> date | None:
    """A day given as ISO 8601; None for ''. Raises UsageError."""
    day = first_day(text)
    if day and len(text) < 10:
        raise UsageError(f"{text!r} is no day: write 2023-08-14")
    return day


def choose(value: str, allowed: Sequence[str], name: str) -> str:
    """A value out of a closed list, or ''. Raises UsageError."""
    if value and value not in allowed:
        raise UsageError(f"no {name} {value!r}: choose from {', '.join(allowed)}")
    return value


def legible(text: str) -> str:
    """A text that is one: an argument of the command line may hold bytes that aren't UTF-8. Raises UsageError."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise UsageError(f"{text!r} holds bytes that are no characters: write UTF-8")
    return text


def event_type(value: str) -> str:
    """A PLOVER event type in any case, or ''. Raises UsageError."""
    from dragoman.ontology.plover import EVENT_TYPES

    return choose(value.upper(), EVENT_TYPES, "event type")


def role(value: str) -> str:
    """A side of an event, or ''. Raises UsageError."""
    return choose(value, ("actor", "recipient", "claimant"), "role")


def status(value: str) -> str:
    """A status of an event, or ''. Raises UsageError."""
    from dragoman.types.event import Status

    return choose(value, get_args(Status), "status")
