"""Records of the archive as tables, as JSON and as CSV."""

import sys
from calendar import monthrange
from collections.abc import Sequence
from typing import Any

import typer

from dragoman.cli.screen import clean
from dragoman.cli.tables import table
from dragoman.jsontext import json_text

Record = dict[str, Any]


def show(
    records: Sequence[Record], headings: Sequence[str], rows: Sequence[Sequence[object]], form: str,
    wrap: Sequence[str],
) -> None:  # fmt: skip
    """Records as a table of ``rows``, as JSON, or as CSV of ``rows``."""
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


def named(parties: Sequence[Record]) -> str:
    """Parties by name, with the countries of those that aren't states."""
    return ", ".join(
        p["name"] + (f" ({p['country']})" if p["country"] and p["kind"] != "state" else "") for p in parties
    )


def days(record: Record) -> str:
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
