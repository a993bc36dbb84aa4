"""The order in which a report is cleaned."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.clean.byline import find_bylines
from dragoman.clean.dateline import Dateline, agencies, find_dateline
from dragoman.clean.dates import find_date, whole_line_date
from dragoman.clean.furniture import Furniture, find_furniture, inline_furniture
from dragoman.clean.lines import Line, Stretch, paragraphs, split_lines, trimmed
from dragoman.clean.masthead import Masthead, find_masthead
from dragoman.clean.pieces import Draft, draft, stripped
from dragoman.clean.spun import restore
from dragoman.clean.typography import RULE as TYPOGRAPHY
from dragoman.clean.typography import typography
from dragoman.types.report import Published, Rejected, Report
from dragoman.types.text import CleanText, Field, Passage, PassageKind, Removed

_FIRST_PARAGRAPHS = 3
_HEADING_WORDS = 25
_SUBHEADING_WORDS = 10
_TITLE_END = re.compile(r"(?: [-–—|•] | \| ?)(?P<publisher>[A-Z][\w .'’&-]{1,40})$")


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph or the title with the stretches taken out of it."""

    kind: PassageKind
    start: int
    end: int
    out: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the lines of a text came to."""

    parts: tuple[_Part, ...]
    removed: tuple[Stretch, ...]
    dateline: Dateline | None
    publisher: str
    byline: str
    page_date: date | None
    masthead: Masthead


def clean(report: Report) -> CleanText | Rejected:
    """A report's passages in reading order: the title, then headings and paragraphs, ready to be parsed.

    Offsets count code points in ``report.title`` and ``report.text``. The result's report has publisher, byline and
    publication date from the text where none was given. Rejected where the text has nothing to read; no other errors.
    """
    reading = _read(report)
    if not reading.parts:
        reason = "no report text left: only page furniture" if report.text.strip() else "no report text: it is empty"
        return Rejected(report.origin, reason, report.source_id)
    title_part, title_out, title_publisher = _read_title(report.title)
    parts = [*title_part, *reading.parts]
    sources = [report.title if part.kind == "title" else report.text for part in parts]
    drafts, spun = restore([_draft(source, part) for source, part in zip(sources, parts, strict=True)])
    passages = tuple(
        Passage("title" if part.kind == "title" else "text", part.kind, made.text, made.pieces, source)
        for part, made, source in zip(parts, drafts, sources, strict=True)
    )
    removed = _removed("title", title_out) + _removed("text", reading.removed)
    place = reading.dateline.place if reading.dateline is not None else ""
    return CleanText(_completed(report, reading, title_publisher), passages, removed, place, spun)


def _read(report: Report) -> _Reading:
    lines, blank = split_lines(report.text)
    dates = {place: day for place, line in enumerate(lines[:8]) if (day := whole_line_date(line.text))[0]}
    taken = find_furniture(lines, report.title)
    taken |= {place: Furniture(lines[place], "page-date") for place in dates if place not in taken}
    masthead = find_masthead(lines, taken, titled=bool(report.title.strip()))
    taken |= masthead.lines
    bylines = find_bylines(lines, taken, report.title)
    by_start = {furniture.line.start for furniture in bylines.lines}
    kept = _opened([line for p, line in enumerate(lines) if p not in taken and line.start not in by_start], lines)
    parts, dateline = _parts(report, kept)
    out = [Stretch(f.line.start, f.line.end, f.rule) for f in [*taken.values(), *bylines.lines]]
    out += [stretch for part in parts for stretch in part.out]
    worded = [_has_text(report.text, part) for part in parts]
    whole = tuple(part for part, has in zip(parts, worded, strict=True) if has)
    out += [rest for part, has in zip(parts, worded, strict=True) if not has for rest in _rest(report.text, part)]
    return _Reading(
        whole,
        tuple(sorted([*blank, *out], key=lambda s: s.start)),
        dateline or masthead.dateline,
        next((f.publisher for f in taken.values() if f.publisher), ""),
        bylines.byline,
        _page_date(dates.values(), taken.values()) or masthead.day,
        masthead,
    )


def _opened(kept: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The kept lines, each after a removed one beginning a block of its own."""
    follows = {after.start: before.start for before, after in zip(lines, lines[1:], strict=False)}
    previous = -1
    opened: list[Line] = []
    for line in kept:
        opened.append(line if follows.get(line.start, -1) == previous else replace(line, gap=True))
        previous = line.start
    return opened


def _page_date(whole: Iterable[tuple[bool, date | None]], taken: Iterable[Furniture]) -> date | None:
    told = [day for _, day in whole if day is not None]
    told += [day for f in taken if f.rule == "timestamp" and (day := find_date(f.line.text)) is not None]
    return told[0] if told else None


def _parts(report: Report, kept: Sequence[Line]) -> tuple[list[_Part], Dateline | None]:
    """Headings and paragraphs, the dateline out of the first of them that has one."""
    parts: list[_Part] = []
    dateline: Dateline | None = None
    begun = False
    for place, line in enumerate(paragraphs(kept)):
        out = list(inline_furniture(report.text, line.start, line.end))
        if dateline is None and place < _FIRST_PARAGRAPHS:
            dateline, stretches = _take_dateline(report.text, line, out)
            out = sorted([*stretches, *out], key=lambda s: s.start)
        kind = _kind(line, begun or dateline is not None, bool(report.title))
        begun = begun or kind == "body"
        parts.append(_Part(kind, line.start, line.end, tuple(out)))
    return parts, dateline


def _take_dateline(source: str, line: Line, out: Sequence[Stretch]) -> tuple[Dateline | None, list[Stretch]]:
    start = line.start
    for stretch in out:
        start = stretch.end if stretch.start == start else start
    found = find_dateline(source[start : line.end])
    if found is None:
        return None, []
    end = start + found.length
    if any(stretch.start < end and stretch.end > start for stretch in out):
        return None, []
    return found, [Stretch(start, end, "dateline")]


def _kind(line: Line, begun: bool, titled: bool) -> PassageKind:
    """A short line that ends like no sentence is a heading."""
    words = len(line.text.split())
    ending = line.text.rstrip("\"'”’)")[-1:]
    if ending in ".!…:;," or (ending == "?" and begun):
        return "body"
    limit = _SUBHEADING_WORDS if begun or titled else _HEADING_WORDS
    return "heading" if words <= limit and "\n" not in line.text and line.text.lstrip("\"'“‘")[:1].isupper() else "body"


def _has_text(source: str, part: _Part) -> bool:
    return any(any(sign.isalnum() for sign in source[start:end]) for start, end in _segments(source, part))


def _rest(source: str, part: _Part) -> list[Stretch]:
    """What is left of a part that has no words."""
    left = [trimmed(source, start, end) for start, end in _segments(source, part)]
    return [Stretch(start, end, "no-words") for start, end in left if start < end]


def _segments(source: str, part: _Part) -> list[tuple[int, int]]:
    """What is left of a part between the stretches taken out of it."""
    segments: list[tuple[int, int]] = []
    at = part.start
    for stretch in part.out:
        segments.append((at, stretch.start))
        at = stretch.end
    segments.append((at, part.end))
    return [(start, end) for start, end in segments if start < end]


def _draft(source: str, part: _Part) -> Draft:
    segments = ((start, end, typography(source, start, end)) for start, end in _segments(source, part))
    return stripped(draft(source, segments), TYPOGRAPHY)


def _read_title(title: str) -> tuple[list[_Part], tuple[Stretch, ...], str]:
    """The title as a part, what was taken off it, and the publisher that it names at its end."""
    start, end = trimmed(title, 0, len(title))
    if start == end:
        return [], (), ""
    out = list(inline_furniture(title, start, end))
    match = _TITLE_END.search(title, start, end)
    publisher = _known(match["publisher"]) if match is not None else ""
    if match is not None and publisher and all(stretch.end <= match.start() for stretch in out):
        out.append(Stretch(match.start(), end, "title-publisher"))
    part = _Part("title", start, end, tuple(out))
    if _has_text(title, part):
        return [part], tuple(out), publisher
    return [], (Stretch(start, end, "title-furniture"),), publisher


def _known(name: str) -> str:
    return agencies().get(name.lower().strip(), "")


def _removed(field: Field, stretches: Iterable[Stretch]) -> tuple[Removed, ...]:
    return tuple(Removed(field, stretch.start, stretch.end, stretch.rule) for stretch in stretches)


def _completed(report: Report, reading: _Reading, title_publisher: str) -> Report:
    """The report with what its text says of itself, where nothing was given."""
    dateline_publisher = reading.dateline.publisher if reading.dateline is not None else ""
    return replace(
        report,
        publisher=report.publisher or reading.publisher or title_publisher or dateline_publisher,
        byline=report.byline or reading.byline,
        published=_published(report.published, reading),
    )


def _published(given: Published, reading: _Reading) -> Published:
    """The best-founded day: one given, then the dateline's (its year from the page if need be), then the page's."""
    if given.basis == "given" and given.date is not None:
        return given
    page = given.date or reading.page_date
    stated = reading.dateline.date(page) if reading.dateline is not None else None
    if stated is not None:
        return Published(stated, "dateline")
    if given.date is not None:
        return given
    if page is not None:
        return Published(page, "page")
    if reading.masthead.month is None:
        return given
    return Published(None, "page", *reading.masthead.month, why="the page names the month")
