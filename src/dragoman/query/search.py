"""Full-text search over the reports."""

from dragoman.query.filters import Door, Filter, limited, match_expression, report_condition
from dragoman.query.records import Record

_SNIPPET_WORDS = 24


def search(door: Door, words: str, wanted: Filter = Filter(limit=50)) -> list[Record]:
    """Reports that have all ``words`` and "phrases", best first (BM25, the title counting threefold).

    ``snippet`` marks what was found by « and ». Of ``wanted`` the source, the days of publication and the limit
    matter. Raises UsageError if there is nothing to search for.
    """
    conditions, parameters = report_condition(Filter(source=wanted.source), "r.report_id")
    conditions.append("report_words MATCH :query")
    parameters["query"] = match_expression(words)
    for day, compare in ((wanted.since, ">="), (wanted.until, "<=")):
        if day:
            conditions.append(f"r.published {compare} :{'since' if compare == '>=' else 'until'}")
            parameters["since" if compare == ">=" else "until"] = day.isoformat()
    sql = (
        "SELECT r.report_id, r.source_id, r.title, r.publisher, r.url, r.published,"
        f" snippet(report_words, 1, '«', '»', '…', {_SNIPPET_WORDS}) AS snippet,"
        " round(-bm25(report_words, 3.0, 1.0), 4) AS score,"
        " (SELECT s.story_id FROM story_reports s WHERE s.report_id = r.report_id) AS story_id"
        " FROM report_words JOIN reports r ON r.added = report_words.rowid"
        f" WHERE {' AND '.join(conditions)} ORDER BY score DESC, r.added"
    )
    found = door.rows(*limited(sql, parameters, wanted.limit))
    return [{key: row[key] for key in row.keys()} for row in found]
