"""Which reports are one witness: copies, spun copies and rewrites of one another."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.brief.model import Copy, Source
from dragoman.brief.names import day_text
from dragoman.brief.records import Link, Report

_COPIES = ("duplicate", "spun", "rewrite")


def families(reports: Sequence[Report], links: Iterable[Link]) -> dict[str, str]:
    """Report id to the id of the original in its family: the report that copies none, the earliest, by its name."""
    parent = {report.report_id: report.report_id for report in reports}

    def root(report_id: str) -> str:
        while parent[report_id] != report_id:
            parent[report_id] = parent[parent[report_id]]
            report_id = parent[report_id]
        return report_id

    copies = [link for link in links if link.kind in _COPIES]
    for link in copies:
        if link.report_id in parent and link.other_report_id in parent:
            parent[root(link.report_id)] = root(link.other_report_id)
    copying = {link.report_id for link in copies if link.directed}
    originals: dict[str, str] = {}
    for report in sorted(reports, key=lambda r: (r.report_id in copying, *_order(r))):
        originals.setdefault(root(report.report_id), report.report_id)
    return {report.report_id: originals[root(report.report_id)] for report in reports}


def _order(report: Report) -> tuple[bool, str, bool, str]:
    day = report.published.isoformat() if report.published else ""
    return report.published is None, day, not report.publisher, report.source_id


def sources(reports: Sequence[Report], links: Sequence[Link], family: Mapping[str, str]) -> list[Source]:
    """Originals by their day, the undated last, each with its copies."""
    by_id = {report.report_id: report for report in reports}
    own: dict[str, list[Link]] = {}
    for link in links:
        if link.kind in _COPIES:
            own.setdefault(link.report_id, []).append(link)
            own.setdefault(link.other_report_id, []).append(link)
    copies: dict[str, list[Copy]] = {}
    for report in sorted(reports, key=_order):
        original = family[report.report_id]
        if original != report.report_id:
            copies.setdefault(original, []).append(_copy(report, by_id[original], own[report.report_id]))
    originals = [report for report in sorted(reports, key=_order) if family[report.report_id] == report.report_id]
    return [_source(report, copies.get(report.report_id, [])) for report in originals]


def _source(report: Report, copies: Sequence[Copy]) -> Source:
    return Source(
        source_id=report.source_id,
        publisher=report.publisher,
        published=day_text(report.published),
        basis=report.basis,
        title=report.title or report.opening,
        url=report.url,
        other_ids=tuple(name for name in report.source_ids if name != report.source_id),
        copies=tuple(copies),
        date_note=report.date_note,
    )


def _copy(report: Report, original: Report, links: Sequence[Link]) -> Copy:
    """The link that says so: to the original where there is one, else the strongest."""
    link = min(links, key=lambda k: (original.report_id not in (k.report_id, k.other_report_id), -k.score, k.kind))
    return Copy(
        source_id=report.source_id,
        publisher=report.publisher,
        published=day_text(report.published),
        title=report.title or report.opening,
        kind=link.kind,
        score=link.score,
        reason=link.reasons[0] if link.reasons else "",
    )
