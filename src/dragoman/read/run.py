"""The order of reading: paths to files, files to streams, streams to reports."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Literal

from dragoman.errors import BadReport, UsageError
from dragoman.read.files import Kind, find_files, printable
from dragoman.read.jsonl import read_jsonl
from dragoman.read.limits import Limits
from dragoman.read.page import read_page
from dragoman.read.plain import read_plain
from dragoman.read.records import FIELDS, read_object
from dragoman.read.single import read_html, read_text
from dragoman.read.sniff import HEAD, sniff
from dragoman.read.source import Source, Terms
from dragoman.read.stream import Stream
from dragoman.read.table import read_csv, read_tsv
from dragoman.types.report import Published, Raw, ReadReport, Rejected

StandardInput = Literal["-"]
_Reader = Callable[[Stream, Source], Iterator[ReadReport | Rejected]]
_RAW_READERS: Mapping[str, Callable[[bytes, Source], ReadReport]] = {
    "text/plain": read_plain,
    "text/html": read_page,
    "application/json": read_object,
}


def read_paths(
    paths: Sequence[Path | StandardInput],
    *,
    published: Published | None = None,
    column_map: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Iterator[ReadReport | Rejected]:
    """Reads files, folders (with all that is under them, in the order of their names) and ``-``, standard input.

    ``published`` holds for every report without a date given by its own record, and goes before the date of a web
    page or a feed. ``column_map`` tells for our fields (``id title published url publisher byline text``) what a
    table or a JSON object calls them. Files are streamed: memory stays flat for JSON Lines, tables and web archives
    of any size. A report's ``source_id`` is the id that its record gives, or the file's path within the given folder
    (its name, if it was given itself), with ``:N`` for the N-th record (in JSON Lines: line) of a file.

    Raises UsageError for a column map with a field that doesn't exist; nothing for bad input, which is yielded as
    ``Rejected``.
    """
    if isinstance(paths, str | bytes):
        raise UsageError("paths must be a list of paths, not one string")
    unknown = sorted(set(column_map or {}) - set(FIELDS))
    if unknown:
        raise UsageError(f"no such field to map: {', '.join(unknown)}; there are {', '.join(FIELDS)}")
    terms = Terms(published, dict(column_map or {}), limits or Limits())
    return _read_all(tuple(paths), terms)


def read_raw(
    raw: Raw,
    source_id: str,
    *,
    origin: str = "",
    published: Published | None = None,
    url: str = "",
    limits: Limits | None = None,
) -> ReadReport | Rejected:
    """Reads kept bytes again, to the same report as at first if nothing changed in this program.

    What the bytes themselves don't hold must be given: ``published`` if its basis was ``given``, and the ``url``
    of a page out of a web archive.
    """
    source = Source(origin or source_id, source_id, Terms(published, limits=limits or Limits()), url)
    reader = _RAW_READERS.get(raw.media_type)
    if reader is None:
        return source.reject(f"is of a kind that can't be read: {raw.media_type}")
    try:
        read = reader(raw.data, source)
    except BadReport as bad:
        return source.reject(bad.reason)
    return ReadReport(replace(read.report, source_id=source_id), read.raw)


def _read_all(paths: tuple[Path | StandardInput, ...], terms: Terms) -> Iterator[ReadReport | Rejected]:
    for path in paths:
        if path == "-":
            yield from _read_standard_input(terms)
            continue
        for found in find_files(Path(path)):
            if isinstance(found, Rejected):
                yield found
            else:
                yield from _read_file(found.path, found.kind, Source(printable(found.path), found.name, terms))


def _read_file(path: Path, kind: Kind, source: Source) -> Iterator[ReadReport | Rejected]:
    try:
        file = path.open("rb")
    except OSError as error:
        yield source.reject(f"can't be read: {error.strerror or error}")
        return
    with file:
        yield from read_stream(file, kind, source)


def _read_standard_input(terms: Terms) -> Iterator[ReadReport | Rejected]:
    yield from read_stream(sys.stdin.buffer, None, Source("standard input", "stdin", terms))


def read_stream(file: BinaryIO, kind: Kind | None, source: Source) -> Iterator[ReadReport | Rejected]:
    stream = Stream(file, source.terms.limits)
    if not stream.peek(1):
        yield source.reject(stream.fault or "the file is empty")
        return
    yield from _reader(kind or sniff(stream.peek(HEAD)))(stream, source)


def _reader(kind: Kind) -> _Reader:
    if kind == "feed":
        # Imported here: lxml is needed for feeds and pages only.
        from dragoman.read.feed import read_feed

        return read_feed
    if kind == "warc":
        from dragoman.read.warc import read_warc

        return read_warc
    others: dict[str, _Reader] = {
        "text": read_text,
        "html": read_html,
        "jsonl": read_jsonl,
        "csv": read_csv,
        "tsv": read_tsv,
    }
    return others[kind]
