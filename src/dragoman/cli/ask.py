"""Commands that ask an archive: brief, events, actors, claims, stories, timeline, search, sql."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import options as o
from dragoman.cli.screen import table

_FORMATS = ("table", "json", "jsonl", "csv")
Record = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (brief, events, actors, claims, stories, timeline, search, sql):
        app.command(command.__name__, rich_help_panel="Ask")(command)


def brief(
    format: Annotated[str, typer.Option("--format", "-f", help="text, markdown or html")] = "text",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file; standard output if none.")] = None,
    archive: o.ArchiveFile = None,
) -> None:
    """What the archive says: stories, timeline, claims and denials, actors, sources and their copies."""
    from dragoman.brief import make_brief, render

    o.choose(format, ("text", "markdown", "html"), "format")
    with o.open_archive(archive) as store:
        text = render(make_brief(store), format)
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

    with o.open_archive(archive) as store:
        found: list[Any] = query.search(store, " ".join(words), o.make_filter(limit=limit))
    rows = [(r.get("published"), r.get("source_id"), r.get("title"), r.get("excerpt")) for r in found]
    _show(found, "search", ("published", "source", "title", "excerpt"), rows, format, wrap=("title", "excerpt"))


def sql(
    statement: Annotated[str, typer.Argument(help='For example "SELECT event_type, count(*) FROM events GROUP BY 1"')],
    format: o.Output = "table", archive: o.ArchiveFile = None,
) -> None:  # fmt: skip
    """Ask the archive in SQL. Reading only."""
    from dragoman import query

    with o.open_archive(archive) as store:
        answer = query.sql(store, statement)
    records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    _show(records, "sql", answer.columns, answer.rows, format, wrap=answer.columns)


def _show(
    records: Sequence[Record], what: str, headings: Sequence[str], rows: Sequence[Sequence[object]], form: str,
    wrap: Sequence[str],
) -> None:  # fmt: skip
    o.choose(form, _FORMATS, "format")
    if form == "table":
        table(headings, rows, wrap)
    elif form == "json":
        typer.echo(json.dumps(list(records), ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for record in records:
            typer.echo(json.dumps(record, ensure_ascii=False))
    else:
        import csv

        from dragoman.export.write import safe_cell

        writer = csv.writer(sys.stdout, lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows([safe_cell(c) if isinstance(c, str) else c for c in row] for row in rows)


def _names(parties: Sequence[Record]) -> str:
    return ", ".join(
        p["name"] + (f" ({p['country']})" if p["country"] and p["kind"] != "state" else "") for p in parties
    )


def _days(record: Record) -> str:
    first, last = record.get("start"), record.get("end")
    if not first:
        return ""
    return first if not last or first == last else f"{first} to {last}"
