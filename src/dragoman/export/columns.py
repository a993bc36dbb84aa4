"""Columns of each kind of record: their types, for Parquet and Arrow, and their flat cells, for spreadsheets.

The types are fixed here, so that a file has the same columns whatever is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from dragoman.record import Record

What = Literal["mentions", "events", "actors", "claims", "links", "stories", "reports"]
Kind = Literal["text", "whole", "real", "texts", "record", "records"]
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``inner`` are the columns of its records, where it holds one (``record``) or several (``records``)."""

    name: str
    kind: Kind = "text"
    inner: tuple["Column", ...] = ()


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


_SPAN = (Column("text"), Column("start", "whole"), Column("end", "whole"), Column("field"))
_ACTOR = (*_texts("actor_id", "name", "kind", "country"), Column("sectors", "texts"), Column("office"))
_PARTY = (*_ACTOR, *_SPAN)
_CLAIMANT = (
    *_texts("name", "country"),
    *_SPAN,
    *_texts("cue", "actor_id", "kind"),
    Column("sectors", "texts"),
    Column("office"),
)
_PLACE = (
    *_texts("name", "country"),
    Column("lat", "real"),
    Column("lon", "real"),
    Column("geonames_id", "whole"),
    *_texts("kind", "precision"),
)
_CODING = (
    *_texts("event_type", "event_mode"),
    Column("contexts", "texts"),
    Column("quad", "whole"),
    Column("intensity", "real"),
)
_DATES = _texts("start", "end", "date_precision", "date_basis")
_COUNTS = (Column("n_reports", "whole"), Column("n_independent", "whole"))

COLUMNS: dict[What, tuple[Column, ...]] = {
    "mentions": (
        *_texts("mention_id", "event_id", "report_id", "source_id"),
        *_CODING,
        Column("actors", "records", _PARTY),
        Column("recipients", "records", _PARTY),
        *_DATES,
        Column("place", "record", (*_PLACE, Column("qualifier"), *_SPAN)),
        Column("status"),
        Column("claimants", "records", _CLAIMANT),
        Column("sentence"),
        Column("sentence_start", "whole"),
        Column("sentence_end", "whole"),
        Column("sentence_field"),
        Column("trigger", "record", _SPAN),
        Column("confidence", "real"),
        *_texts("coder", "why"),
        Column("wording", "records", (*_SPAN, *_texts("restored", "rule"))),
    ),
    "events": (
        Column("event_id"),
        *_CODING,
        Column("actors", "records", _ACTOR),
        Column("recipients", "records", _ACTOR),
        *_DATES,
        Column("place", "record", _PLACE),
        Column("status"),
        Column("claimants", "records", _CLAIMANT),
        Column("confidence", "real"),
        Column("reports", "texts"),
        *_COUNTS,
        Column(
            "conflicts",
            "records",
            (Column("field"), Column("values", "records", (Column("value"), Column("reports", "texts")))),
        ),
        Column("claims", "texts"),
        Column("mentions", "texts"),
    ),
    "actors": (
        *_ACTOR,
        *(
            Column(name, "whole")
            for name in ("n_mentions", "n_reports", "n_events", "n_as_actor", "n_as_recipient", "n_as_claimant")
        ),
    ),
    "claims": (
        Column("claim_id"),
        Column("claimant", "record", _ACTOR),
        *_texts("stance", "event_id", "content", "made_on"),
        Column("mentions", "texts"),
        Column("reports", "texts"),
        Column("answers", "texts"),
    ),
    "links": (
        *_texts("source_id", "other_id", "kind"),
        Column("score", "real"),
        Column("direction"),
        Column("reasons", "texts"),
        *_texts("report_id", "other_report_id"),
    ),
    "stories": (*_texts("story_id", "title", "from", "to"), Column("source_ids", "texts"), *_COUNTS),
    "reports": (
        *_texts("report_id", "source_id"),
        Column("source_ids", "texts"),
        *_texts("title", "publisher", "url", "byline", "language", "published", "published_basis"),
        *_texts("published_from", "published_to", "published_why", "published_stated", "published_doubt"),
        *_texts("origin", "text"),
    ),
}

_FLAT: dict[str, tuple[str, ...]] = {
    "actors": ("name", "country", "sectors"),
    "recipients": ("name", "country", "sectors"),
    "claimants": ("name", "country"),
    "claimant": ("name", "country"),
    "place": ("name", "country", "lat", "lon", "geonames_id", "precision"),
    "trigger": ("text", "start", "end"),
    "wording": ("text", "restored"),
    "conflicts": ("field",),
}
"""What of a nested record goes into a spreadsheet, as columns ``actors_name`` and so on."""

_BETWEEN, _WITHIN = "; ", " "


def flat_names(columns: Sequence[Column]) -> list[str]:
    """Names of a spreadsheet's columns."""
    return [
        name
        for column in columns
        for name in ([f"{column.name}_{part}" for part in _FLAT[column.name]] if column.inner else [column.name])
    ]


def flat_cells(columns: Sequence[Column], record: Record) -> list[Cell]:
    """A record's cells, in the order of ``flat_names``; several values in one cell are joined by semicolons."""
    cells: list[Cell] = []
    for column in columns:
        value = record[column.name]
        if column.kind == "record":
            inner = cast(Record | None, value) or {}
            cells.extend(_plain(inner.get(part)) for part in _FLAT[column.name])
        elif column.kind == "records":
            several = cast(list[Record], value)
            cells.extend(_BETWEEN.join(_joined(one[part]) for one in several) for part in _FLAT[column.name])
        else:
            cells.append(_plain(value))
    return cells


def _plain(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return _BETWEEN.join(map(str, cast(list[object], value)))


def _joined(value: object) -> str:
    if isinstance(value, list):
        return _WITHIN.join(map(str, value))
    return "" if value is None else str(value)
