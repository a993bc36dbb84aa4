"""What holds across reports: copies of one another, one event told by several, stories."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.types.actor import Actor
from dragoman.types.event import Claimant, EventDate, Status
from dragoman.types.place import Place

LinkKind = Literal["duplicate", "spun", "rewrite", "same_story"]
COPIES: tuple[LinkKind, ...] = ("duplicate", "spun", "rewrite")
"""Kinds that make two reports one witness: neither confirms the other."""


@dataclass(frozen=True, slots=True)
class LinkInput:
    """A report as the linking stage sees it.

    ``text`` is the clean text, furniture out. ``source_ids`` are all names under which the same content came in,
    the first one first. ``spun`` says that the wording is a machine-spun copy's. ``furniture`` counts the characters
    that were taken out as page furniture.
    """

    report_id: str
    source_ids: tuple[str, ...]
    title: str
    text: str
    published: date | None = None
    spun: bool = False
    furniture: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that are not told independently, or tell one story.

    ``score`` is 0 to 1. Where ``directed``, ``source_id`` copies ``other_id``; else the two stand in order of their
    names. ``reasons`` are the values compared, in words.
    """

    source_id: str
    other_id: str
    report_id: str
    other_report_id: str
    kind: LinkKind
    score: float
    directed: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which reports of one event differ: each value and the source ids that have it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the world, merged from its mentions in all reports.

    ``event_id`` hangs on the smallest of ``mention_ids`` alone. ``reports`` are source ids; ``n_reports`` counts
    them, ``n_independent`` counts copies, spun copies and rewrites of one report once.
    """

    event_id: str
    mention_ids: tuple[str, ...]
    event_type: str
    event_mode: str
    contexts: tuple[str, ...]
    quad: int
    intensity: float
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    when: EventDate
    place: Place | None
    status: Status
    claimants: tuple[Claimant, ...]
    confidence: float
    report_ids: tuple[str, ...]
    reports: tuple[str, ...]
    n_reports: int
    n_independent: int
    conflicts: tuple[Conflict, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about the same happening. ``first`` and ``last`` are the first and last day of publication."""

    story_id: str
    title: str
    first: date | None
    last: date | None
    report_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    n_independent: int
