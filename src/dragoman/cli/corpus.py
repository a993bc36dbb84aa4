"""Commands that make and tend an archive: add, recode, export, doctor."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli import options as o
from dragoman.cli.screen import note, progress

if TYPE_CHECKING:
    from dragoman.ingest import Summary

Paths = Annotated[
    list[str],
    typer.Argument(help="Files and folders: .txt .html .jsonl .csv .xml .warc and .gz of these; - is standard input."),
]
Published = Annotated[str, typer.Option(metavar="DATE", help="Publication date of reports that come without one.")]
Map = Annotated[str, typer.Option("--map", help="Names of columns or fields: text=body,published=date")]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("add", rich_help_panel="Archive")(add)
    app.command("recode", rich_help_panel="Archive")(recode)
    app.command("export", rich_help_panel="Archive")(export)
    app.command("doctor", rich_help_panel="Archive")(doctor)


def add(
    paths: Paths, published: Published = "", map: Map = "", workers: o.Workers = 0, archive: o.ArchiveFile = None
) -> None:
    """Read, code and store reports. Adding the same report twice adds nothing.

    Each report that can't be used is named with its place and the reason; the rest goes on.
    """
    from dataclasses import replace

    from dragoman import ingest
    from dragoman.settings import from_environment
    from dragoman.types.report import Published as Stated
    from dragoman.wanted import one_day

    day, columns = one_day(published), _mapping(map)
    given: list[Path | Literal["-"]] = ["-" if p == "-" else Path(p) for p in paths]
    settings = from_environment()
    settings = replace(settings, workers=workers or settings.workers)
    with o.open_archive(archive, create=True) as store, progress("coding reports") as step:
        summary = ingest.add(
            store, given, settings, published=Stated(day, "given") if day else None, column_map=columns, step=step
        )
    _tell(summary)


def _mapping(text: str) -> dict[str, str]:
    from dragoman.errors import UsageError
    from dragoman.read.records import FIELDS
    from dragoman.wanted import choose

    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if any(not (mark and theirs) for _, mark, theirs in pairs):
        raise UsageError(f"--map {text!r} isn't of the form text=body,published=date")
    for ours, _, _ in pairs:
        choose(ours.strip(), FIELDS, "field")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def _tell(summary: "Summary") -> None:
    """Says what became of what was read. Exit status 1 if all of it was rejected."""
    for rejected in summary.rejected:
        note(f"rejected {rejected.origin or rejected.source_id}: {rejected.reason}")
    typer.echo(
        f"read {summary.read} = coded {summary.coded} + known already {summary.known} + rejected "
        f"{len(summary.rejected)}; {summary.mentions} event mentions"
    )
    if summary.rejected and not summary.coded and not summary.known:
        raise typer.Exit(1)


def recode(archive: o.ArchiveFile = None) -> None:
    """Code every report of the archive anew with this version, from its raw bytes."""
    from dragoman import ingest
    from dragoman.settings import from_environment

    with o.open_archive(archive) as store, progress("coding again") as step:
        summary = ingest.recode(store, from_environment(), step)
    _tell(summary)


def export(
    what: Annotated[str, typer.Argument(help="mentions, events, actors, claims, links, stories or reports")],
    format: Annotated[str, typer.Option("--format", "-f", help="jsonl, json, csv, parquet or arrow")] = "jsonl",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file; standard output if none.")] = None,
    actor: o.Actor = "",
    type: o.Type = "",
    since: o.Since = "",
    until: o.Until = "",
    status: o.Status = "",
    archive: o.ArchiveFile = None,
) -> None:
    """Write records for other programs: all of them, or those that the filters let through."""
    from dragoman import query
    from dragoman.export import FORMATS, write_records
    from dragoman.export.columns import COLUMNS
    from dragoman.wanted import choose

    choose(what, tuple(COLUMNS), "kind of record")
    choose(format, FORMATS, "format")
    wanted = o.make_filter(actor=actor, event_type=type, since=since, until=until, status=status)
    with o.open_archive(archive) as store:
        records = getattr(query, what)(store, wanted)
        if out is None:
            write_records(records, what, format, sys.stdout.buffer)  # type: ignore[arg-type]
        else:
            with out.open("wb") as sink:
                count = write_records(records, what, format, sink)  # type: ignore[arg-type]
            note(f"wrote {count} {what} to {out}")


def doctor(archive: o.ArchiveFile = None) -> None:
    """Check versions, models, data files and the archive; exit status 1 if something is wrong."""
    from dragoman.cli.health import checks

    worst = 0
    for ok, name, found in checks(archive):
        typer.echo(f"{'ok  ' if ok else 'BAD '} {name:<22} {found}")
        worst = worst or int(not ok)
    raise typer.Exit(worst)
