"""Commands that ask an archive: brief, events, claims, stories, timeline, search, sql."""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dragoman.cli import options as o
from dragoman.cli.actors import actors
from dragoman.cli.records import days, named, show
from dragoman.cli.screen import note


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (brief, events, actors, claims, stories, timeline, search, sql):
        app.command(command.__name__, rich_help_panel="Ask")(command)


def brief(
    format: Annotated[
        Literal["text", "markdown", "html"], typer.Option("--format", "-f", help="How to write it.")
    ] = "text",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file; standard output if none.")] = None,
    short: Annotated[
        bool, typer.Option("--short", help="The weightiest of each part only, on a screen or two.")
    ] = False,
    archive: o.ArchiveFile = None,
) -> None:
    """What the archive says: stories, timeline, claims and denials, actors, sources and their copies."""
    from dragoman import query
    from dragoman.brief import SHORT, BriefInput, Length, make_brief, render

    with o.open_archive(archive) as store:
        records = BriefInput(
            reports=query.reports(store),
            mentions=query.mentions(store),
            events=query.events(store),
            claims=query.claims(store),
            links=query.links(store),
            stories=query.stories(store),
            actors=query.actors(store),
        )
    text = render(make_brief(records, SHORT if short else Length()), format)
    if out is None:
        typer.echo(text, nl=not text.endswith("\n"))
    else:
        out.write_text(text, encoding="utf8")
        typer.echo(f"wrote {out}", err=True)


def events(
    actor: o.Actor = "", role: o.Role = "", type: o.Type = "", mode: o.Mode = "", since: o.Since = "",
    until: o.Until = "", place: o.Place = "", status: o.Status = "", source: o.SourceId = "", words: o.Words = "",
    limit: o.Limit = 0, format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Who did what to whom, when and where, from all reports. Example: dragoman events --actor "Li Shangfu" """
    from dragoman import query

    wanted = o.make_filter(actor=actor, role=role, event_type=type, mode=mode, since=since, until=until, place=place,
                           status=status, source=source, words=words, limit=limit)  # fmt: skip
    with o.open_archive(archive) as store:
        found: list[Any] = query.events(store, wanted)
    rows = [
        (days(r), r["event_type"] + (f" {r['event_mode']}" if r["event_mode"] else ""), named(r["actors"]),
         named(r["recipients"]), r["status"], (r["place"] or {}).get("name", ""),
         f"{r['n_independent']}/{r['n_reports']}")
        for r in found
    ]  # fmt: skip
    headings = ("when", "what", "who", "to whom", "status", "where", "sources")
    show(found, headings, rows, format, wrap=("who", "to whom"))


def claims(
    actor: o.Actor = "", since: o.Since = "", until: o.Until = "", limit: o.Limit = 0,
    format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Who says what, and who denied it: a denial stands under the claims that it answers."""
    from dragoman import query

    with o.open_archive(archive) as store:
        found: list[Any] = query.claims(store, o.make_filter(actor=actor, since=since, until=until, limit=limit))
    numbers = {r["claim_id"]: i for i, r in enumerate(found, 1)}
    rows = [
        (i, r["made_on"], r["claimant"]["name"], r["stance"], r["content"],
         ", ".join(f"#{numbers[a]}" for a in r["answers"] if a in numbers), len(r["reports"]))
        for i, r in enumerate(found, 1)
    ]  # fmt: skip
    headings = ("#", "made on", "who", "stance", "content", "answers", "reports")
    show(found, headings, rows, format, wrap=("who", "content"))


def stories(
    since: o.Since = "", until: o.Until = "", words: o.Words = "", limit: o.Limit = 0,
    format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Reports grouped by happening, with a count of those that are independent."""
    from dragoman import query

    with o.open_archive(archive) as store:
        found: list[Any] = query.stories(store, o.make_filter(since=since, until=until, words=words, limit=limit))
    rows = [(r["from"], r["to"], r["title"], len(r["source_ids"]), r["n_independent"]) for r in found]
    show(found, ("from", "to", "title", "reports", "independent"), rows, format, wrap=("title",))


def timeline(
    actor: o.Actor = "", type: o.Type = "", since: o.Since = "", until: o.Until = "", place: o.Place = "",
    status: o.Status = "", limit: o.Limit = 0, format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Dated events in order, each with the sentence that tells it."""
    from dragoman import query

    wanted = o.make_filter(
        actor=actor, event_type=type, since=since, until=until, place=place, status=status, limit=limit
    )
    with o.open_archive(archive) as store:
        found: list[Any] = query.timeline(store, wanted)
    rows = [(days(r), r["event_type"], r["status"], r["sentence"]) for r in found]
    show(found, ("when", "what", "status", "told as"), rows, format, wrap=("told as",))


def search(
    words: Annotated[list[str], typer.Argument(help='Words and "phrases" that a report must have.')],
    limit: o.Limit = 20, format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Full-text search over the reports."""
    from dragoman import query
    from dragoman.wanted import legible

    with o.open_archive(archive) as store:
        found: list[Any] = query.search(store, legible(" ".join(words)), o.make_filter(limit=limit))
    rows = [(r.get("published"), r.get("source_id"), r.get("title"), r.get("snippet")) for r in found]
    show(found, ("published", "source", "title", "excerpt"), rows, format, wrap=("title", "excerpt"))


def sql(
    statement: Annotated[str, typer.Argument(help='For example "SELECT event_type, count(*) FROM events GROUP BY 1"')],
    format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Ask the archive in SQL. Reading only."""
    from dragoman import query
    from dragoman.wanted import legible

    with o.open_archive(archive) as store:
        answer = query.sql(store, legible(statement))
    if answer.cut:
        note(f"only the first {len(answer.rows):,} rows; LIMIT and OFFSET give the others")
    columns = _distinct(answer.columns)
    rows = [tuple(map(_plain, row)) for row in answer.rows]
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    show(records, columns, rows, format, wrap=columns)


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of columns, each once: the second ``n`` is ``n_2``."""
    distinct: list[str] = []
    for name in names:
        number, free = 1, name
        while free in distinct:
            number += 1
            free = f"{name}_{number}"
        distinct.append(free)
    return distinct


def _plain(value: object) -> object:
    """A value of SQLite as JSON can hold it."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return str(value) if isinstance(value, float) and not isfinite(value) else value
