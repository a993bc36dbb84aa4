"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman import wanted
from dragoman.cli.screen import note
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.query import Filter
    from dragoman.store import Archive

ArchiveFile = Annotated[
    Path | None,
    typer.Option("--archive", "-a", metavar="FILE", help="The archive (dragoman.sqlite, or $DRAGOMAN_ARCHIVE).",
                 show_default=False),
]  # fmt: skip
Workers = Annotated[int, typer.Option(help="Processes; 0 for one a core, at most four.", min=0)]
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
Output = Annotated[Literal["table", "json", "jsonl", "csv"], typer.Option("--format", "-f", help="How to show it.")]


def open_archive(path: Path | None, *, create: bool = False) -> "Archive":
    """The archive named, or the one of the settings; a missing one is an error that says what to do. With ``create`` it
    is to be added to: made if need be, and whether it is linked doesn't matter.
    """
    from dragoman.settings import from_environment
    from dragoman.store import open_archive as open_store

    chosen = path or from_environment().archive
    if not create and not chosen.exists():
        raise UsageError(f"no archive {chosen}: make one with 'dragoman add PATH', or name another with --archive")
    store = open_store(chosen, create=create)
    if not create and store.meta("linked") == "no":
        note("dragoman: not all reports are linked yet: a run is on or was interrupted ('dragoman add' links them)")
    return store


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
    from dragoman.query import Filter

    return Filter(
        actor=wanted.legible(actor),
        role=wanted.role(role),  # type: ignore[arg-type]
        event_type=wanted.event_type(event_type),
        mode=wanted.legible(mode),
        since=wanted.first_day(since),
        until=wanted.last_day(until),
        place=wanted.legible(place),
        status=wanted.status(status),
        source=wanted.legible(source),
        words=wanted.legible(words),
        limit=limit,
    )
