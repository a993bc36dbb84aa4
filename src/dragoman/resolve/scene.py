"""A sentence ready to be read, and the actor phrases found in it."""

import re
from dataclasses import dataclass

from dragoman.ontology.knowledge import Role
from dragoman.resolve.naming import Reading
from dragoman.resolve.persons import PersonSpan
from dragoman.types.actor import Actor, Choice
from dragoman.types.text import Sentence


@dataclass(frozen=True, slots=True)
class Party:
    """An actor on tokens ``first`` to ``last`` with its head. ``open`` says that the text leaves the country out."""

    head: int
    first: int
    last: int
    actor: Actor
    role: Role | None = None
    open: bool = False
    definite: bool = False
    plural: bool = False
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence ready to be read: its known names and roles, its persons, and the countries of its toponyms."""

    reading: Reading
    persons: tuple[PersonSpan, ...]
    toponyms: tuple[tuple[int, int, str, str], ...] = ()
    """Token range, name and country of places that aren't states."""

    @property
    def sentence(self) -> Sentence:
        return self.reading.sentence


def slug(*parts: str) -> str:
    """Parts as one lower-case id part."""
    return ":".join(re.sub(r"[^a-z0-9]+", "-", p.lower()).strip("-") for p in parts)
