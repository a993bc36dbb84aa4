"""A brief, ready to be written out: plain text in every field, in reading order."""

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["", "trigger", "actor", "recipient", "claimant", "place"]


@dataclass(frozen=True, slots=True)
class Head:
    """What the archive holds. ``first`` and ``last`` are days of publication; ``undated`` counts reports without."""

    n_reports: int
    n_independent: int
    first: str
    last: str
    undated: int
    n_events: int
    n_claims: int
    n_denied: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence as a report has it, in pieces with their roles; joined they are the sentence verbatim.

    ``restored`` is the sentence with spun wording put right, '' where there was none; ``changes`` are its wordings.
    ``also`` names reports that have it in the same words or as a copy.
    """

    pieces: tuple[tuple[Role, str], ...]
    source_id: str
    publisher: str
    published: str
    why: str
    restored: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The sentence, verbatim."""
        return "".join(text for _, text in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """Something that happened, is planned, or is said, as an English sentence, and what it rests on.

    ``words`` quotes the evidence where the sentence alone would say little. ``conflicts`` tell on what reports
    differ; ``reported`` is the day of the first report of what has no day itself. ``n_reports`` and
    ``n_independent`` count the reports that tell it.
    """

    day: str
    text: str
    event_type: str
    event_mode: str
    quad: int
    status: str
    n_reports: int
    n_independent: int
    evidence: tuple[Evidence, ...]
    words: str = ""
    place: str = ""
    said_by: str = ""
    conflicts: tuple[str, ...] = ()
    reported: str = ""


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A story and its timeline. ``begin`` and ``width`` place its days on the archive's, in percent; None if undated.

    ``more`` counts events that are left out; ``hint`` is the command that shows them.
    """

    title: str
    days: str
    n_reports: int
    n_independent: int
    lines: tuple[Line, ...]
    more: int = 0
    hint: str = ""
    bar: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial. ``of`` says which charges it answers, by their positions, and how that is known."""

    line: Line
    of: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """Charges and the denials that answer them; either may be missing."""

    charges: tuple[Line, ...]
    answers: tuple[Answer, ...]
    more_charges: int = 0
    more_answers: int = 0


@dataclass(frozen=True, slots=True)
class ActorLine:
    """A named actor and in how many events it does something, has something done to it, or is the source."""

    name: str
    office: str
    country: str
    n_events: int
    n_as_actor: int
    n_as_recipient: int
    n_as_claimant: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that has its content from another."""

    source_id: str
    publisher: str
    published: str
    title: str
    kind: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A report and its copies. ``basis`` says how its day is known, ``date_note`` what else is known of it;
    ``other_ids`` are its further names.
    """

    source_id: str
    publisher: str
    published: str
    basis: str
    title: str
    url: str
    other_ids: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    date_note: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What an archive says. The ``more_`` counts tell how much is left out of a section."""

    head: Head
    stories: tuple[StoryPart, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    actors: tuple[ActorLine, ...] = ()
    sources: tuple[Source, ...] = ()
    more: dict[str, int] = field(default_factory=dict)
