"""Events: as one report tells them, and in the world."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.types.actor import Actor, ActorMention
from dragoman.types.place import Place
from dragoman.types.text import Span
from dragoman.types.time import Precision

Status = Literal["happened", "planned", "alleged", "denied", "hypothetical", "negated"]


@dataclass(frozen=True, slots=True)
class Claimant:
    """By whose word a report has something: the actor, where it is named, and the word that says so."""

    actor: Actor
    span: Span
    cue: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """The interval in which an event falls, first and last day inclusive; None where it can't be told."""

    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    basis: str = ""


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event happened and the words that say so; ``qualifier`` are those that move or narrow the place."""

    place: Place
    span: Span
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Spun wording in a sentence and what it is read as."""

    span: Span
    restored: str
    rule: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one report tells it. ``why`` is the rule and its evidence in one line."""

    mention_id: str
    report_id: str
    source_id: str
    event_type: str
    event_mode: str
    contexts: tuple[str, ...]
    quad: int
    intensity: float
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    when: EventDate
    place: EventPlace | None
    status: Status
    claimants: tuple[Claimant, ...]
    sentence: Span
    trigger: Span
    confidence: float
    coder: str
    why: str
    wording: tuple[Wording, ...] = ()
