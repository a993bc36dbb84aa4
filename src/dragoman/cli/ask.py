"""Commands that ask an archive: brief, events, actors, claims, stories, timeline, search, sql."""

import sys
from calendar import monthrange
from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dragoman.cli import options as o
from dragoman.cli.screen import clean, note
from dragoman.cli.tables import table
from dragoman.jsontext import json_text

Record = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (brief, events, actors, claims, stories, timeline, search, sql):
        app.command(command.__name__, rich_help_panel="Ask")(command)


def brief(
    format: Annotated[
        Literal["text", "markdown", "html"], typer.Option("--format", "-f", help="How to write it.")
    ] = "text",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file; standard output if none.")] = None,
    archive: o.ArchiveFile = None,
) -> None:
    """What the archive says: stories, timeline, claims and denials, actors, sources and their copies."""
    from dragoman import query
    from dragoman.brief import BriefInput, make_brief, render

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
    text = render(make_brief(records), format)
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
        (_days(r), r["event_type"] + (f" {r['event_mode']}" if r["event_mode"] else ""), _names(r["actors"]),
         _names(r["recipients"]), r["status"], (r["place"] or {}).get("name", ""),
         f"{r['n_independent']}/{r['n_reports']}")
        for r in found
    ]  # fmt: skip
    headings = ("when", "what", "who", "to whom", "status", "where", "sources")
    _show(found, "events", headings, rows, format, wrap=("who", "to whom"))


def actors(
    name: Annotated[str, typer.Argument(help="A name or part of one, a country or a sector.")] = "",
    limit: o.Limit = 40, format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Who occurs, with office, country and sectors. Example: dragoman actors Lavrov"""
    from dragoman import query

    with o.open_archive(archive) as store:
        found: list[Any] = query.actors(store, o.make_filter(actor=name, limit=limit))
    rows = [
        (r["name"], r["kind"], r["country"], " ".join(r["sectors"]), r["office"], r["n_events"], r["n_reports"])
        for r in found
    ]
    headings = ("name", "kind", "country", "sectors", "office", "events", "reports")
    _show(found, "actors", headings, rows, format, wrap=("name", "office"))


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
    _show(found, "claims", headings, rows, format, wrap=("who", "content"))


def stories(
    since: o.Since = "", until: o.Until = "", words: o.Words = "", limit: o.Limit = 0,
    format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Reports grouped by happening, with a count of those that are independent."""
    from dragoman import query

    with o.open_archive(archive) as store:
        found: list[Any] = query.stories(store, o.make_filter(since=since, until=until, words=words, limit=limit))
    rows = [(r["from"], r["to"], r["title"], len(r["source_ids"]), r["n_independent"]) for r in found]
    _show(found, "stories", ("from", "to", "title", "reports", "independent"), rows, format, wrap=("title",))


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
    rows = [(_days(r), r["event_type"], r["status"], r["sentence"]) for r in found]
    _show(found, "timeline", ("when", "what", "status", "told as"), rows, format, wrap=("told as",))


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
    _show(found, "search", ("published", "source", "title", "excerpt"), rows, format, wrap=("title", "excerpt"))


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
    _show(records, "sql", columns, rows, format, wrap=columns)


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


def _show(
    records: Sequence[Record], what: str, headings: Sequence[str], rows: Sequence[Sequence[object]], form: str,
    wrap: Sequence[str],
) -> None:  # fmt: skip
    if form == "table":
        table(headings, rows, wrap)
    elif form == "json":
        typer.echo(json_text(list(records), indent=1))
    elif form == "jsonl":
        for record in records:
            typer.echo(json_text(record))
    else:
        _write_csv(headings, rows)


def _write_csv(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    import csv

    from dragoman.export.write import safe_cell

    shown = clean if sys.stdout.isatty() else str
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow([safe_cell(shown(heading)) for heading in headings])
    for row in rows:
        writer.writerow([safe_cell(shown(cell)) if isinstance(cell, str) else cell for cell in row])


def _names(parties: Sequence[Record]) -> str:
    return ", ".join(
        p["name"] + (f" ({p['country']})" if p["country"] and p["kind"] != "state" else "") for p in parties
    )


def _days(record: Record) -> str:
    """The days of an event, no longer than needed: a year, a month, or the first and what is different of the last."""
    first, last = str(record.get("start") or ""), str(record.get("end") or "")
    if not first or not last or first == last:
        return first or last
    if first[5:] == "01-01" and last == f"{first[:4]}-12-31":
        return first[:4]
    if first[:7] == last[:7] and first[8:] == "01" and last[8:] == f"{monthrange(int(first[:4]), int(first[5:7]))[1]}":
        return first[:7]
    same = 8 if first[:7] == last[:7] else 5 if first[:4] == last[:4] else 0
    return f"{first} to {last[same:]}"
