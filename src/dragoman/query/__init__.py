"""Questions to the archive. Answers are the contract's records, in a fixed order."""

from dragoman.query.filters import Filter, match_expression
from dragoman.query.records import actors, claims, events, links, mentions, report, reports, stories, timeline
from dragoman.query.search import search
from dragoman.query.sql import Table, sql

__all__ = [
    "Filter",
    "Table",
    "actors",
    "claims",
    "events",
    "links",
    "match_expression",
    "mentions",
    "report",
    "reports",
    "search",
    "sql",
    "stories",
    "timeline",
]
