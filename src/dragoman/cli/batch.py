"""Commands without an archive, a line in and a line out: annotate, relate, resolve, locate."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Literal

import typer

from dragoman.cli.options import Workers
from dragoman.cli.screen import note, progress
from dragoman.errors import BadReport, UsageError
from dragoman.jsontext import json_text

if TYPE_CHECKING:
    from dragoman.types.resolved import ResolvedText

Lines = Annotated[
    str, typer.Argument(metavar="FILE.jsonl", help="A file with one JSON object a line; - is standard input.")
]
Record = dict[str, Any]
Answer = Callable[[Record, "Callable[[], ResolvedText]"], Record]
"""What a command answers to a record; the second argument parses and resolves its text, if that is needed."""


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (annotate, relate, resolve, locate):
        app.command(command.__name__, rich_help_panel="Without an archive")(command)


def annotate(file: Lines, workers: Workers = 0) -> None:
    """Each report in, its annotation out: times, places, actors, attributions, events."""
    from dragoman.read import read_paths
    from dragoman.settings import from_environment
    from dragoman.types.report import Rejected
    from dragoman.workers import annotate_all

    settings = from_environment()
    settings = replace(settings, workers=workers or settings.workers)
    path: Path | Literal["-"] = "-" if file == "-" else _existing(file)
    done = refused = 0
    with progress("annotating", prints=True) as step:
        for found in annotate_all(read_paths([path]), settings):
            if isinstance(found, Rejected):
                note(f"rejected {found.origin or found.source_id}: {found.reason}")
                refused += 1
            else:
                typer.echo(found)
                done += 1
            step(done + refused, "")
    _end(done, refused)


def relate(file: Lines) -> None:
    """The event type of a sentence with actor and recipient given: {"id", "sentence", "actor", "recipient"}."""
    _each(file, "sentence", _relation)


def resolve(file: Lines) -> None:
    """An actor phrase to name, country, sectors and office: {"id", "text", "context", "date"}."""
    _each(file, "text", _actor)


def locate(file: Lines) -> None:
    """Where a given event happened: {"id", "text", "event": {"start", "end"}}."""
    _each(file, "text", _place)


def _relation(record: Record, resolved: "Callable[[], ResolvedText]") -> Record:
    from dragoman.single import relation

    found = relation(record["sentence"], _phrase(record, "actor"), _phrase(record, "recipient"))
    return {"event_type": found.event_type, "event_mode": found.event_mode, "score": found.score}


def _phrase(record: Record, name: str) -> str:
    phrase = record.get(name) or ""
    if not isinstance(phrase, str):
        raise BadReport(f"{name!r} is no text")
    return phrase


def _actor(record: Record, resolved: "Callable[[], ResolvedText]") -> Record:
    from dragoman.single import phrase_actor

    found = phrase_actor(resolved())
    if found is None:
        return {"name": "", "country": "", "sectors": [], "office": ""}
    return {"name": found.name, "country": found.country, "sectors": list(found.sectors), "office": found.office}


def _place(record: Record, resolved: "Callable[[], ResolvedText]") -> Record:
    from dragoman.single import event_place

    event = record.get("event")
    start, end = (event.get("start"), event.get("end")) if isinstance(event, dict) else (None, None)
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(record["text"]):
        raise BadReport("has no event with start and end within the text")
    found = event_place(resolved(), start, end)
    if found is None:
        return {"place": None}
    at = found.place
    known = (at.name, at.country, at.lat, at.lon) if at else (found.text, "", None, None)
    where = dict(zip(("name", "country", "lat", "lon"), known, strict=True))
    return {"place": {"start": found.start, "end": found.end, "text": found.text} | where}


def _each(file: str, needed: str, answer: Answer) -> None:
    """Answers line by line. A line that can't be answered is told with its place and the reason."""
    from dragoman.settings import from_environment
    from dragoman.single import resolve_texts
    from dragoman.workers import SECONDS, time_limit

    settings = from_environment()
    done = refused = 0
    with progress("answering", prints=True) as step:
        for place, line in _lines(file):
            try:
                record = _record(line, needed)
                with time_limit(SECONDS):
                    text, day = record[needed], _day(record, place)
                    answered = answer(record, lambda: next(iter(resolve_texts([(text, day)], settings))))  # noqa: B023
            except BadReport as bad:
                note(f"rejected {place}: {bad.reason}")
                refused += 1
            else:
                _out({"id": record.get("id"), **answered})
                done += 1
            step(done + refused, place)
    _end(done, refused)


def _lines(file: str) -> Iterator[tuple[str, bytes | None]]:
    """Lines that aren't empty, with their places; None for one that is too long."""
    from dragoman.read import Limits
    from dragoman.read.stream import Stream, read_lines

    limits = Limits()
    source: BinaryIO = sys.stdin.buffer if file == "-" else _existing(file).open("rb")
    name = "standard input" if file == "-" else file
    with source:
        stream = Stream(source, limits)
        for line in read_lines(stream, limits.report_bytes):
            if line.data is None or line.data.strip():
                yield f"{name}:{line.number}", line.data
        if stream.fault:
            note(f"{name}: {stream.fault}; what came before was read")


def _record(line: bytes | None, needed: str) -> Record:
    from dragoman.read import Limits

    if line is None:
        raise BadReport(f"the line has more than {Limits().report_bytes:,} bytes")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadReport("is no JSON") from error
    text = record.get(needed) if isinstance(record, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise BadReport(f"has no text in {needed!r}")
    if len(text) > Limits().report_characters:
        raise BadReport(f"{needed!r} has more than {Limits().report_characters:,} characters")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise BadReport(f"{needed!r} holds half a surrogate pair, which is no character")
    return {**record}


def _day(record: Record, place: str) -> date | None:
    value = record.get("date")
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        note(f"{place}: {str(value)[:40]!r} is no date; read as if there were none")
        return None


def _existing(file: str) -> Path:
    path = Path(file)
    if not path.exists() or path.is_dir():
        raise UsageError(f"no file {file}")
    return path


def _out(record: Record) -> None:
    typer.echo(json_text(record))


def _end(done: int, refused: int) -> None:
    """Exit status 1 if all that was read was rejected."""
    if refused and not done:
        raise typer.Exit(1)
