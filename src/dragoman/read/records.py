"""Reports that come as named fields: an object of JSON Lines, a row of a table, an entry of a feed."""

import json
from collections.abc import Mapping
from datetime import date

from dragoman.errors import BadReport
from dragoman.read.dates import parse_date
from dragoman.read.decode import decode, text_fault
from dragoman.read.language import require_english
from dragoman.read.plain import check_text
from dragoman.read.source import Source
from dragoman.types.report import DateBasis, Published, Raw, ReadReport, Report

FIELDS = ("id", "title", "published", "url", "publisher", "byline", "text")
_LONGEST_FIELD = 2000
_BASES: Mapping[str, DateBasis] = {"page": "page", "dateline": "dateline", "inferred": "inferred"}


def read_fields(fields: Mapping[str, object], source: Source) -> ReadReport:
    """The report that ``fields`` hold; only ``text`` is required, unknown fields are ignored, None counts as absent.
    ``published`` is a date or, as in this program's own output, an object of ``date`` and ``basis``. Raises
    BadReport."""
    if fields.get("text") is None:
        raise BadReport("has no text")
    text = _string(fields, "text")
    check_text(text, source.terms.limits)
    report = Report(
        source_id=_short(fields, "id"),
        title=_short(fields, "title"),
        publisher=_short(fields, "publisher"),
        url=_short(fields, "url"),
        byline=_short(fields, "byline"),
        published=_published(fields.get("published")),
        text=text,
        language=require_english(text),
    )
    accepted = source.accept(report, Raw(b"", "application/json"))
    raw = Raw(_as_json(accepted.report, keep_id=bool(report.source_id)), "application/json")
    return ReadReport(accepted.report, raw)


def read_object(data: bytes, source: Source) -> ReadReport:
    """The report in one JSON object. Raises BadReport."""
    decoded = decode(data)
    source.note(decoded.note)
    try:
        value: object = json.loads(decoded.text)
    except RecursionError:
        raise BadReport("is JSON nested too deeply") from None
    except json.JSONDecodeError as error:
        raise BadReport(f"is not JSON: {error.msg} at character {error.pos + 1}") from None
    except ValueError:
        raise BadReport("is JSON with a number that is too long") from None
    if not isinstance(value, dict):
        raise BadReport(f"is {_kind(value)}, not a JSON object")
    return read_fields(_renamed(value, source.terms.column_map), source)


def _renamed(fields: Mapping[str, object], column_map: Mapping[str, str]) -> dict[str, object]:
    """The fields under our names, for an input that names them otherwise."""
    return {**fields, **{ours: fields.get(theirs) for ours, theirs in column_map.items()}}


def _string(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadReport(f"{name} is {_kind(value)}, not a string")
    return value


def _short(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = _string(fields, name).strip()
    if len(text) > _LONGEST_FIELD:
        raise BadReport(f"{name} has {len(text):,} characters; the limit is {_LONGEST_FIELD:,}")
    fault = text_fault(text)
    if fault:
        raise BadReport(f"{name} {fault}")
    return text


def _published(value: object) -> Published:
    if isinstance(value, dict):
        day, basis = _day(value.get("date")), value.get("basis")
        return Published(day, _BASES.get(str(basis), "given")) if day else Published()
    day = _day(value)
    return Published(day, "given") if day else Published()


def _day(value: object) -> date | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadReport(f"published is {_kind(value)}, not a date in quotation marks")
    return parse_date(value)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    names = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def _as_json(report: Report, *, keep_id: bool) -> bytes:
    """One JSON object that ``read_object`` makes the same report from."""
    published = report.published
    fields: dict[str, object] = {
        "id": report.source_id if keep_id else "",
        "title": report.title,
        "published": {"date": published.date.isoformat(), "basis": published.basis} if published.date else None,
        "url": report.url,
        "publisher": report.publisher,
        "byline": report.byline,
        "text": report.text,
    }
    kept = {name: value for name, value in fields.items() if value}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8")
