"""An actor's page, ready to be shown. Days are ISO 8601, '' where there is none."""

from dataclasses import asdict, dataclass
from typing import cast

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody else on the page."""

    actor_id: str
    name: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a person. ``since`` and ``until`` are the tables' (ISO prefixes, '' where open or unknown).

    ``n_dated`` counts the actor's reports whose day is known, ``n_held`` those that came out while it was held;
    ``n_reports`` counts the reports in which the coder gave the person this office, by the text's word or, where
    the text has none, by the tables'. ``in_tables`` is false for an office that only reports give.
    """

    office: str
    since: str
    until: str
    in_tables: bool
    n_held: int
    n_dated: int
    n_reports: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held the office whose page it is, by the tables; ``actor_id`` is '' for those whom no report names."""

    name: str
    actor_id: str
    since: str
    until: str
    n_held: int
    n_dated: int


@dataclass(frozen=True, slots=True)
class Naming:
    """What reports call the actor: the words as they stand, once for capitals and small letters alike."""

    text: str
    n_mentions: int
    n_reports: int


@dataclass(frozen=True, slots=True)
class ActorEvent:
    """An event. ``sides`` are the actor's own ("actor", "recipient"); ``others`` are on the other side, ``beside``
    on its own.
    """

    event_id: str
    event_type: str
    event_mode: str
    quad: int
    start: str
    end: str
    sides: tuple[str, ...]
    others: tuple[Party, ...]
    beside: tuple[Party, ...]
    place: str
    status: str
    n_reports: int
    n_independent: int


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another party and the events with it that are told as done, by quad class; ``not_done`` counts those that are
    planned, hypothetical or negated.
    """

    actor_id: str
    name: str
    kind: str
    country: str
    n_events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    not_done: int


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """Another claim, in short."""

    claim_id: str
    claimant: str
    made_on: str


@dataclass(frozen=True, slots=True)
class ActorClaim:
    """A claim by the actor or about it. ``answers`` are the claims that it denies, ``denied_by`` those that deny it."""

    claim_id: str
    claimant: str
    stance: str
    made_on: str
    content: str
    event_id: str
    answers: tuple[ClaimRef, ...]
    denied_by: tuple[ClaimRef, ...]
    n_reports: int


@dataclass(frozen=True, slots=True)
class ActorReport:
    """A report that names the actor; ``source_ids`` are all names under which it came in."""

    report_id: str
    source_id: str
    source_ids: tuple[str, ...]
    publisher: str
    published: str
    title: str
    n_mentions: int
    n_events: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher ('' where it is unknown), how many reports it has of the actor, and their first and last day."""

    publisher: str
    n_reports: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All about one actor. ``first`` and ``last`` are days of publication; lists stand the weightiest or the newest
    first. ``spellings`` are the tables'; ``n_pronouns`` counts the mentions by "he", "it" and the like.
    """

    actor_id: str
    name: str
    kind: str
    country: str
    country_name: str
    sectors: tuple[str, ...]
    sector_names: tuple[str, ...]
    office: str
    spellings: tuple[str, ...]
    n_reports: int
    n_independent: int
    first: str
    last: str
    n_mentions: int
    n_pronouns: int
    offices: tuple[Office, ...]
    holders: tuple[Holder, ...]
    names: tuple[Naming, ...]
    events: tuple[ActorEvent, ...]
    counterparts: tuple[Counterpart, ...]
    claims_made: tuple[ActorClaim, ...]
    claims_about: tuple[ActorClaim, ...]
    reports: tuple[ActorReport, ...]
    publishers: tuple[Publisher, ...]

    def n_as(self, side: str) -> int:
        """In how many of the events the actor is on a side."""
        return sum(side in event.sides for event in self.events)


_LISTS = (
    "offices",
    "holders",
    "names",
    "events",
    "counterparts",
    "claims_made",
    "claims_about",
    "publishers",
    "reports",
)
_NULL = {"since", "until", "start", "end", "made_on", "published", "first", "last", "event_id"}
"""Keys that are null where there is nothing, as in the archive's other records."""


def page_record(page: ActorPage, limit: int = 0) -> Record:
    """The page as one JSON object, at most ``limit`` of each list (0 for all); ``totals`` has their whole lengths."""
    record = cast(Record, _plain(asdict(page)))
    lists = {name: cast(list[object], record[name]) for name in _LISTS}
    totals = {"events_as_actor": page.n_as("actor"), "events_as_recipient": page.n_as("recipient")}
    totals |= {name: len(listed) for name, listed in lists.items()}
    return record | {name: listed[: limit or None] for name, listed in lists.items()} | {"totals": totals}


def _plain(value: object) -> object:
    """Lists for tuples, null for what isn't known."""
    if isinstance(value, dict):
        return {key: None if key in _NULL and not item else _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
