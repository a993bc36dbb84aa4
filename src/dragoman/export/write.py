"""Files of records: JSON Lines, JSON, CSV, Parquet, Arrow."""

import csv
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Literal, get_args

from dragoman.errors import UsageError
from dragoman.export.columns import COLUMNS, Cell, Column, What, flat_cells, flat_names
from dragoman.jsontext import json_text
from dragoman.record import Record

if TYPE_CHECKING:
    import pyarrow

Format = Literal["jsonl", "json", "csv", "parquet", "arrow"]
FORMATS: tuple[str, ...] = get_args(Format)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ROWS_AT_ONCE = 5_000


def write_records(records: Iterable[Record], what: What, form: Format, out: BinaryIO) -> int:
    """Writes records of one kind to ``out`` and says how many; the same records always give the same bytes.

    In CSV a text cell that a spreadsheet would take for a formula gets a leading apostrophe. Raises UsageError
    for a kind or a format that there isn't.
    """
    if what not in COLUMNS:
        raise UsageError(f"can't export {what!r}: choose from {', '.join(COLUMNS)}")
    if form == "jsonl":
        return _write_lines(records, out)
    if form == "json":
        return _write_json(records, out)
    if form == "csv":
        return _write_csv(records, COLUMNS[what], out)
    if form in ("parquet", "arrow"):
        return _write_arrow(records, COLUMNS[what], form, out)
    raise UsageError(f"no format {form!r}: choose from {', '.join(FORMATS)}")


def to_line(record: Record) -> str:
    """A record as one line of JSON, without the line's end."""
    return json_text(record)


def _write_lines(records: Iterable[Record], out: BinaryIO) -> int:
    count = 0
    for record in records:
        out.write(f"{to_line(record)}\n".encode())
        count += 1
    return count


def _write_json(records: Iterable[Record], out: BinaryIO) -> int:
    count = 0
    out.write(b"[")
    for record in records:
        out.write(("," if count else "").encode() + f"\n{to_line(record)}".encode())
        count += 1
    out.write(b"\n]\n")
    return count


def _write_csv(records: Iterable[Record], columns: tuple[Column, ...], out: BinaryIO) -> int:
    count = 0
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(flat_names(columns))
        for record in records:
            writer.writerow([safe_cell(cell) for cell in flat_cells(columns, record)])
            count += 1
    finally:
        text.detach()
    return count


def safe_cell(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; numbers stay as they are."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _write_arrow(records: Iterable[Record], columns: tuple[Column, ...], form: Format, out: BinaryIO) -> int:
    import pyarrow as pa
    import pyarrow.parquet as parquet

    schema = pa.schema([(column.name, _arrow_type(column)) for column in columns])
    count = 0
    is_parquet = form == "parquet"
    opened = parquet.ParquetWriter(out, schema, compression="zstd") if is_parquet else pa.ipc.new_file(out, schema)
    with opened as writer:
        for batch in _batches(records):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            count += len(batch)
    return count


def _arrow_type(column: Column) -> "pyarrow.DataType":
    import pyarrow as pa

    if column.inner:
        one = pa.struct([(inner.name, _arrow_type(inner)) for inner in column.inner])
        return one if column.kind == "record" else pa.list_(one)
    plain = {"text": pa.string(), "whole": pa.int64(), "real": pa.float64(), "texts": pa.list_(pa.string())}
    return plain[column.kind]


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while batch := list(islice(rest, _ROWS_AT_ONCE)):
        yield batch
