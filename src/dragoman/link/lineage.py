"""Which reports are one witness: copies, spun copies and rewrites of one report belong to one family."""

from collections.abc import Iterable, Mapping

from dragoman.types.link import COPIES, Link


def families(report_ids: Iterable[str], links: Iterable[Link]) -> dict[str, str]:
    """Each report's family, named after the smallest report id in it."""
    parent = {report_id: report_id for report_id in sorted(report_ids)}
    for link in links:
        if link.kind in COPIES:
            a, b = _root(parent, link.report_id), _root(parent, link.other_report_id)
            parent[max(a, b)] = min(a, b)
    return {report_id: _root(parent, report_id) for report_id in parent}


def n_independent(report_ids: Iterable[str], family: Mapping[str, str]) -> int:
    """How many families the reports come from; a report that has none counts for itself."""
    return len({family.get(report_id, report_id) for report_id in report_ids})


def _root(parent: dict[str, str], node: str) -> str:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node
