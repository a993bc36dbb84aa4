"""Commands without an archive, a line in and a line out: annotate, relate, resolve, locate."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.screen import note
from dragoman.errors import UsageError

Lines = Annotated[
    str, typer.Argument(metavar="FILE.jsonl", help="A file with one JSON object a line; - is standard input.")
]
Record = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (annotate, relate, resolve, locate):
        app.command(command.__name__, rich_help_panel="Without an archive")(command)


def annotate(file: Lines) -> None:
    """Each report in, its annotation out: times, places, actors, attributions, events."""
    from dragoman.export import to_line
    from dragoman.export.annotation import annotation_record
    from dragoman.pipeline import code_report
    from dragoman.read import read_paths
    from dragoman.settings import from_environment
    from dragoman.types.report import Rejected

    settings = from_environment()
    path: Any = "-" if file == "-" else _existing(file)
    for read in read_paths([path]):
        coded = read if isinstance(read, Rejected) else code_report(read.report, settings)
        if isinstance(coded, Rejected):
            note(f"rejected {coded.origin or coded.source_id}: {coded.reason}")
        else:
            typer.echo(to_line(annotation_record(coded.resolved, coded.attributed)))


def relate(file: Lines) -> None:
    """The event type of a sentence with actor and recipient given: {"id", "sentence", "actor", "recipient"}."""
    from dragoman.settings import from_environment
    from dragoman.single import relation, resolve_texts

    records = list(_records(file, "sentence"))
    texts = ((r["sentence"], _day(r.get("date"))) for r in records)
    for record, resolved in zip(records, resolve_texts(texts, from_environment()), strict=True):
        found = relation(resolved, str(record.get("actor") or ""), str(record.get("recipient") or ""))
        _out(
            {
                "id": record.get("id"),
                "event_type": found.event_type,
                "event_mode": found.event_mode,
                "score": found.score,
            }
        )


def resolve(file: Lines) -> None:
    """An actor phrase to name, country, sectors and office: {"id", "text", "context", "date"}."""
    from dragoman.settings import from_environment
    from dragoman.single import phrase_actor, resolve_texts

    records = list(_records(file, "text"))
    texts = ((r["text"], _day(r.get("date"))) for r in records)
    for record, resolved in zip(records, resolve_texts(texts, from_environment()), strict=True):
        found = phrase_actor(resolved)
        name, country, sectors, office = (
            (found.name, found.country, list(found.sectors), found.office) if found else ("", "", [], "")
        )
        _out({"id": record.get("id"), "name": name, "country": country, "sectors": sectors, "office": office})


def locate(file: Lines) -> None:
    """Where a given event happened: {"id", "text", "event": {"start", "end"}}."""
    from dragoman.settings import from_environment
    from dragoman.single import event_place, resolve_texts

    records = list(_records(file, "text"))
    texts = ((r["text"], _day(r.get("date"))) for r in records)
    for record, resolved in zip(records, resolve_texts(texts, from_environment()), strict=True):
        event = record.get("event") or {}
        found = event_place(resolved, int(event.get("start", 0)), int(event.get("end", 0)))
        place = None
        if found is not None:
            at = found.place
            place = {"start": found.start, "end": found.end, "text": found.text, "name": at.name,
                     "country": at.country, "lat": at.lat, "lon": at.lon}  # fmt: skip
        _out({"id": record.get("id"), "place": place})


def _existing(file: str) -> Path:
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"no file {file}")
    return path


def _records(file: str, needed: str) -> Iterator[Record]:
    """The objects of a JSON Lines file that have a text in ``needed``; the others are told with their line."""
    lines = sys.stdin.buffer if file == "-" else _existing(file).open("rb")
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                note(f"rejected {file}:{number}: is no JSON")
                continue
            if isinstance(record, dict) and isinstance(record.get(needed), str):
                yield record
            else:
                note(f"rejected {file}:{number}: has no text in {needed!r}")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _out(record: Record) -> None:
    typer.echo(json.dumps(record, ensure_ascii=False))
