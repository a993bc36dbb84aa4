"""A report with its actors, times and places resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.types.actor import ActorMention
from dragoman.types.milestone import Milestone
from dragoman.types.place import PlaceMention
from dragoman.types.text import AnnotatedText, Sentence, Span
from dragoman.types.time import TimeMention


@dataclass(frozen=True, slots=True)
class ResolvedText:
    """What a report names. ``parties`` gives the actors that a phrase stands for, by its sentence and head token:
    several where it names several ("Russian and Chinese officials"). ``focus`` is the country that the report is
    about, '' where none stands out. ``dateline_times`` are the dates of the dateline, which is no part of a passage;
    ``entries`` are the passages of a chronicle that begin with their day. ``milestones`` are the known events that a
    sentence and token name.
    """

    annotated: AnnotatedText
    actors: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    parties: Mapping[tuple[int, int], tuple[ActorMention, ...]]
    focus: str = ""
    dateline_times: tuple[tuple[Span, TimeMention], ...] = ()
    entries: frozenset[int] = frozenset()
    milestones: Mapping[tuple[int, int], Milestone] = field(default_factory=dict)

    def known_in(self, sentence: Sentence) -> dict[int, Milestone]:
        """The known events that a sentence names, by their tokens."""
        return {at: known for (index, at), known in self.milestones.items() if index == sentence.index}
