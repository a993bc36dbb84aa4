"""What the last stage gives for a report."""

from dataclasses import dataclass

from dragoman.types.attribution import Attribution
from dragoman.types.event import EventMention


@dataclass(frozen=True, slots=True)
class Attributed:
    """A report's event mentions and attributions."""

    events: tuple[EventMention, ...]
    attributions: tuple[Attribution, ...]
