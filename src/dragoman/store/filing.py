"""An entry as the rows that the archive will hold: what a process that codes hands to the one that stores."""

import zlib
from dataclasses import dataclass, replace

from dragoman.errors import BadReport
from dragoman.store import rows as table
from dragoman.store.entry import Entry, report_id_of
from dragoman.types.report import Report


@dataclass(frozen=True, slots=True)
class Filed:
    """Plain rows of text and numbers: a tenth of the time of the values that they stand for to hand over."""

    report_id: str
    source_id: str
    origin: str
    report: table.Row
    """All columns of ``reports`` after ``added``."""
    source: table.Row
    rows: tuple[tuple[str, tuple[table.Row, ...]], ...]
    """Table by table, in the order in which they are to be filled."""
    mentions: int


def filed(entry: Entry | Filed) -> Filed:
    """The rows of an entry, made once. Raises BadReport for characters that no file can hold (lone surrogates)."""
    if isinstance(entry, Filed):
        return entry
    report = entry.read.report
    _check_characters(report)
    report_id = report_id_of(report)
    mentions = [replace(mention, report_id=report_id) for mention in entry.mentions]
    rows = (
        ("mentions", tuple(table.mention_row(mention, i) for i, mention in enumerate(mentions))),
        ("mention_parties", tuple(row for mention in mentions for row in table.party_rows(mention))),
        ("actor_mentions", tuple(table.actor_mention_rows(entry, report_id))),
        ("time_mentions", tuple(table.time_rows(entry, report_id))),
        ("place_mentions", tuple(table.place_rows(entry, report_id))),
    )
    return Filed(
        report_id,
        report.source_id,
        report.origin,
        table.report_row(entry, report_id, zlib.compress(entry.read.raw.data, 6)),
        table.source_row(entry, report_id),
        rows,
        len(mentions),
    )


def _check_characters(report: Report) -> None:
    for value in (report.source_id, report.title, report.text, report.url, report.publisher, report.origin):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise BadReport(f"has a character that is none (lone surrogate at {error.start})") from error
