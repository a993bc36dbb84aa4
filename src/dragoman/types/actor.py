"""Actors: states, bodies, groups, persons and their offices, and unnamed parties of a country and sector."""

from dataclasses import dataclass
from typing import Literal

from dragoman.types.text import Span

ActorKind = Literal["state", "body", "group", "person", "office", "unnamed"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who. ``actor_id`` is the same for the same actor in every report.

    ``country`` is ISO 3166 alpha-3, IGO, EUR or UNO for international bodies, or ''. ``sectors`` are PLOVER sector
    codes, the primary one first. ``office`` is the title that the text gives, in full ("Minister of National
    Defense of China").
    """

    actor_id: str
    name: str
    kind: ActorKind
    country: str = ""
    sectors: tuple[str, ...] = ()
    office: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Why a phrase that might mean several was led to one. ``candidates`` are the likeliest with what speaks for them:
    probabilities for pronouns and bare titles, points for surnames; the best first.
    """

    why: str
    candidates: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor where a report names it. ``span`` is the whole phrase in the source, ``choice`` tells of the others whom
    it might mean.
    """

    actor: Actor
    span: Span
    sentence: int
    head: int
    """Index of the phrase's head token in its sentence."""
    first: int
    last: int
    """Token range of the phrase, half-open."""
    choice: Choice | None = None
