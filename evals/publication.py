"""The day of a report told by its text alone: is a dated report's day in the interval inferred for it without its date,
is its right day believed, and a wrong one doubted?

The reports are those of the benchmark and the project's own, as far as they give a day; those of general news, which
name few whose terms of office tell a day, are left out.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from dragoman.annotate import annotate, load_parser
from dragoman.clean import clean
from dragoman.read import read_paths
from dragoman.resolve import resolve
from dragoman.types.report import Published, ReadReport
from dragoman.types.text import CleanText

HERE = Path(__file__).parent.parent
OWN = (HERE / "examples" / "reports", HERE / "tests" / "golden" / "reports")
_GENERAL_NEWS = "plain/"
YEARS_OFF = 4
"""How far a wrong day is moved, on and back."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What the text of a report says of its day. ``inside`` is True too where nothing is inferred."""

    source_id: str
    inside: bool
    believed: bool
    doubted_on: bool
    doubted_back: bool


def date_each(data: Path, out: Path) -> None:
    """Writes for each dated report what its text says of its day."""
    with out.open("w", encoding="utf8") as sink:
        for text in _dated((data, *OWN)):
            sink.write(json.dumps(asdict(_judged(text))) + "\n")


def shares(bench: Path, data: Path, out: Path) -> dict[str, float]:
    """The shares of the reports whose day is inside, believed, and doubted when it is wrong."""
    lines = [json.loads(line) for line in out.read_text(encoding="utf8").splitlines()]
    found = {key: sum(line[key] for line in lines) / max(1, len(lines)) for key in ("inside", "believed")}
    wrong = sum(line["doubted_on"] + line["doubted_back"] for line in lines) / max(1, 2 * len(lines))
    return {"n": len(lines), **{k: round(v, 4) for k, v in found.items()}, "doubted": round(wrong, 4)}


def _dated(paths: tuple[Path, ...]) -> Iterator[CleanText]:
    for item in read_paths(list(paths)):
        if isinstance(item, ReadReport) and item.report.source_id.startswith(_GENERAL_NEWS):
            continue
        text = clean(item.report) if isinstance(item, ReadReport) else None
        if isinstance(text, CleanText) and text.report.published.date is not None:
            yield text


def _judged(text: CleanText) -> Dated:
    day = text.report.published.date
    assert day is not None
    alone = _with_day(text, Published())
    inside = (alone.first is None or alone.first <= day) and (alone.last is None or day <= alone.last)
    on, back = (_with_day(text, Published(_moved(day, years), "given")) for years in (YEARS_OFF, -YEARS_OFF))
    believed = not _with_day(text, Published(day, "given")).doubt
    return Dated(text.report.source_id, inside, believed, bool(on.doubt), bool(back.doubt))


def _with_day(text: CleanText, published: Published) -> Published:
    """What is made of a report's day that is given so."""
    told = replace(text, report=replace(text.report, published=published))
    return resolve(annotate(told, load_parser())).annotated.clean.report.published


def _moved(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))
