"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.query import Filter
    from dragoman.store import Archive

ArchiveFile = Annotated[
    Path | None,
    typer.Option("--archive", "-a", metavar="FILE", help="The archive (dragoman.sqlite, or $DRAGOMAN_ARCHIVE).",
                 show_default=False),
]  # fmt: skip
Actor = Annotated[str, typer.Option(help="A name or part of one, a country (CHN, China), an office or a sector (MIL).")]
Role = Annotated[str, typer.Option(help="The side that --actor is on: actor, recipient or claimant.")]
Type = Annotated[str, typer.Option("--type", "-t", help="A PLOVER event type: CONSULT, ACCUSE, ASSAULT ...")]
Mode = Annotated[str, typer.Option(help="A mode of the type: visit, arrest, drone ...")]
Since = Annotated[
    str, typer.Option(metavar="DATE", help="From this day, month or year on (2023-08-14, 2023-08, 2023).")
]
Until = Annotated[str, typer.Option(metavar="DATE", help="Up to this day, month or year.")]
Place = Annotated[str, typer.Option(help="Part of a place's name, or a country code.")]
Status = Annotated[str, typer.Option(help="happened, planned, alleged, denied, hypothetical or negated.")]
SourceId = Annotated[str, typer.Option("--source", help="A source id, or part of a publisher or URL.")]
Words = Annotated[str, typer.Option(help='Words or "phrases" that the report must have.')]
Limit = Annotated[int, typer.Option("--limit", "-n", help="At most so many rows; 0 for all.", min=0)]
Output = Annotated[str, typer.Option("--format", "-f", help="table, json, jsonl or csv.")]


def open_archive(path: Path | None, *, create: bool = False) -> "Archive":
    """The archive named, or the one of the settings; a missing one is an error that says what to do."""
    from dragoman.settings import from_environment
    from dragoman.store import open_archive as open_store

    chosen = path or from_environment().archive
    if not create and not chosen.exists():
        raise UsageError(f"no archive {chosen}: make one with 'dragoman add PATH', or name another with --archive")
    return open_store(chosen, create=create)


def first_day(text: str) -> date | None:
    """The first day of a date, month or year given as ISO 8601."""
    if not text:
        return None
    padded = text + {4: "-01-01", 7: "-01"}.get(len(text), "")
    try:
        return date.fromisoformat(padded)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date: write 2023-08-14, 2023-08 or 2023") from error


def last_day(text: str) -> date | None:
    """The last day of a date, month or year given as ISO 8601."""
    from calendar import monthrange

    start = first_day(text)
    if start is None or len(text) > 7:
        return start
    month = start.month if len(text) == 7 else 12
    return date(start.year, month, monthrange(start.year, month)[1])


def choose(value: str, allowed: tuple[str, ...], name: str) -> str:
    """A value out of a closed list."""
    if value and value not in allowed:
        raise UsageError(f"no {name} {value!r}: choose from {', '.join(allowed)}")
    return value


def make_filter(
    *,
    actor: str = "",
    role: str = "",
    event_type: str = "",
    mode: str = "",
    since: str = "",
    until: str = "",
    place: str = "",
    status: str = "",
    source: str = "",
    words: str = "",
    limit: int = 0,
) -> "Filter":
    """The filter of a command's options. Raises UsageError for values that there aren't."""
    from dragoman.ontology.plover import EVENT_TYPES
    from dragoman.query import Filter

    statuses = ("happened", "planned", "alleged", "denied", "hypothetical", "negated")
    return Filter(
        actor=actor,
        role=choose(role, ("actor", "recipient", "claimant"), "role"),  # type: ignore[arg-type]
        event_type=choose(event_type.upper(), EVENT_TYPES, "event type"),
        mode=mode,
        since=first_day(since),
        until=last_day(until),
        place=place,
        status=choose(status, statuses, "status"),
        source=source,
        words=words,
        limit=limit,
    )
