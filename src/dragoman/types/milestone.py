"""Events that the world knows by a name, with their days."""

from dataclasses import dataclass
from datetime import date

from dragoman.types.time import Precision


@dataclass(frozen=True, slots=True)
class Milestone:
    """A known event with its first and last day. ``needs`` are what must be named with it, each in one of several
    ways; ``states`` are the ISO codes among them. ``alone`` says that a report which names them means it by the bare
    noun, ``years`` for how long after it a report does that gives no year.
    """

    name: str
    first: date
    last: date
    precision: Precision
    needs: tuple[tuple[str, ...], ...]
    states: frozenset[str]
    alone: bool
    years: int
