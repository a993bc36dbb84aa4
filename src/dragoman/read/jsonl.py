"""JSON Lines: one report a line."""

from collections.abc import Iterator

from dragoman.errors import BadReport
from dragoman.read.records import read_object
from dragoman.read.source import Source
from dragoman.read.stream import Line, Stream, Utf8Stream, read_lines
from dragoman.types.report import ReadReport, Rejected


def read_jsonl(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The reports of a file, streamed; the number in ``origin`` is the line's. Empty lines are passed over."""
    lines = Utf8Stream(stream)
    limit = source.terms.limits.report_bytes
    found = False
    for line in read_lines(lines, limit):
        if line.data is not None and not line.data.strip():
            continue
        found = True
        yield _read(line, source.record(line.number), limit)
    if lines.fault:
        yield source.reject(f"{lines.fault}; what came before was read")
    elif not found:
        yield source.reject("the file is empty")


def _read(line: Line, place: Source, limit: int) -> ReadReport | Rejected:
    if line.data is None:
        return place.reject(f"the line has more than {limit:,} bytes")
    try:
        return read_object(line.data, place)
    except BadReport as bad:
        return place.reject(bad.reason if bad.reason.startswith("the ") else f"the line {bad.reason}")
