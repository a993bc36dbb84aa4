"""Tables: CSV and TSV with a header, one report a row (RFC 4180, with what spreadsheets make of it).

Not by the csv module: its limit on the length of a field is a global of the whole process, and it can't stop at a
quotation mark that is never closed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.errors import BadReport
from dragoman.read.decode import decode
from dragoman.read.records import FIELDS, read_fields
from dragoman.read.source import Source
from dragoman.read.stream import Line, Stream, Utf8Stream, read_lines
from dragoman.types.report import ReadReport, Rejected

_QUOTED = re.compile(r'(?:[^"]|"")*+')
_DELIMITERS = ",;\t|"


@dataclass(slots=True)
class _Row:
    """A row being put together from one or more lines. ``fault`` is set where it can't be used."""

    number: int
    line: int
    fields: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    size: int = 0
    open: bool = False
    fault: str = ""

    def add(self, text: str, delimiter: str) -> None:
        """Takes a line in. Afterwards ``open`` says whether a quoted field goes on in the next."""
        at = 0
        while True:
            at = self._quoted(text, at) if self.open else self._unquoted(text, at, delimiter)
            if at < 0:
                return

    def _quoted(self, text: str, at: int) -> int:
        match = _QUOTED.match(text, at)
        end = match.end() if match else at
        self.parts.append(text[at:end].replace('""', '"'))
        if end == len(text):
            self.parts.append("\n")
            return -1
        self.open = False
        return end + 1

    def _unquoted(self, text: str, at: int, delimiter: str) -> int:
        if not self.parts and text.startswith('"', at):
            self.open = True
            self.parts.append("")
            return at + 1
        end = text.find(delimiter, at)
        self.parts.append(text[at:].removesuffix("\r") if end < 0 else text[at:end])
        self.fields.append("".join(self.parts))
        self.parts.clear()
        return end + 1 if end >= 0 else -1


@dataclass(frozen=True, slots=True)
class _Table:
    """What a header says: the delimiter, how many columns there are, and where each of our fields stands."""

    delimiter: str
    width: int
    columns: Mapping[str, int]


def read_csv(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The reports of a CSV file, delimited by that of ``,``, ``;``, tab and ``|`` which its header has most of."""
    yield from _read_table(stream, source, "")


def read_tsv(stream: Stream, source: Source) -> Iterator[ReadReport | Rejected]:
    """The reports of a file with tabs between the columns."""
    yield from _read_table(stream, source, "\t")


def _read_table(stream: Stream, source: Source, delimiter: str) -> Iterator[ReadReport | Rejected]:
    text = Utf8Stream(stream)
    lines = read_lines(text, source.terms.limits.report_bytes)
    try:
        table = _open_table(lines, delimiter, source.terms.column_map)
    except BadReport as bad:
        yield source.reject(text.fault or bad.reason)
        return
    found = False
    for row in _rows(lines, table.delimiter, source.terms.limits.report_bytes):
        found = True
        yield _read(row, table, source.record(row.number))
    if text.fault:
        yield source.reject(f"{text.fault}; what came before was read")
    elif not found:
        yield source.reject("the table has a header and no rows")


def _open_table(lines: Iterator[Line], delimiter: str, column_map: Mapping[str, str]) -> _Table:
    first = next((line for line in lines if line.data is None or line.data.strip()), None)
    if first is None:
        raise BadReport("the file is empty")
    delimiter = delimiter or _delimiter(first)
    header = _header(first, delimiter)
    return _Table(delimiter, len(header), _columns(header, column_map))


def _rows(lines: Iterator[Line], delimiter: str, limit: int) -> Iterator[_Row]:
    row = _Row(1, 0)
    for line in lines:
        if not row.open and line.data is not None and not line.data.strip():
            continue
        row.line = row.line or line.number
        _extend(row, line, delimiter, limit)
        if row.fault or not row.open:
            yield row
            row = _Row(row.number + 1, 0)
    if row.open:
        row.fault = "has a quotation mark that is never closed"
        yield row


def _extend(row: _Row, line: Line, delimiter: str, limit: int) -> None:
    """Adds a line to a row; one that grows over the limit is given up, and reading goes on behind it."""
    row.size += len(line.data or b"")
    if line.data is None or row.size > limit:
        row.fault = f"has more than {limit:,} bytes, or a quotation mark that is never closed"
        return
    try:
        row.add(decode(line.data).text, delimiter)
    except BadReport as bad:
        row.fault = bad.reason


def _read(row: _Row, table: _Table, place: Source) -> ReadReport | Rejected:
    try:
        return read_fields(_values(row, table), place)
    except BadReport as bad:
        return place.reject(f"the row {bad.reason} (line {row.line})")


def _values(row: _Row, table: _Table) -> dict[str, str]:
    """Our fields of a row, without the empty ones."""
    if row.fault:
        raise BadReport(row.fault)
    if any(value.strip() for value in row.fields[table.width :]):
        raise BadReport(f"has {len(row.fields)} fields where the header has {table.width}")
    values = {name: row.fields[at] for name, at in table.columns.items() if at < len(row.fields)}
    return {name: value for name, value in values.items() if value.strip()}


def _delimiter(first: Line) -> str:
    head = (first.data or b"")[:10_000].decode("utf-8", "replace")
    return max(_DELIMITERS, key=head.count)


def _header(first: Line, delimiter: str) -> list[str]:
    if first.data is None:
        raise BadReport("the first line is too long for a header")
    row = _Row(0, first.number)
    row.add(decode(first.data).text, delimiter)
    if row.open:
        raise BadReport("a quotation mark in the header is never closed")
    return [name.strip() for name in row.fields]


def _columns(header: list[str], column_map: Mapping[str, str]) -> dict[str, int]:
    """Where each of our fields stands. Raises BadReport for a column that is asked for and isn't there."""
    places = {name.casefold(): at for at, name in reversed(list(enumerate(header)))}
    shown = ", ".join(header)[:200]
    found: dict[str, int] = {}
    for name in FIELDS:
        wanted = column_map.get(name, name)
        if wanted.casefold() in places:
            found[name] = places[wanted.casefold()]
        elif name in column_map:
            raise BadReport(f"has no column {wanted!r} (columns: {shown})")
    if "text" not in found:
        raise BadReport(f"has no column 'text' (columns: {shown}); say which one it is: --map text=COLUMN")
    return found
