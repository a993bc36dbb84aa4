"""A report as it was read, and what is said of one that could not be."""

import datetime
from dataclasses import dataclass
from typing import Literal

DateBasis = Literal["given", "page", "dateline", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """The day a report came out, and how that is known.

    ``given``: stated with the report by whoever handed it in; ``page``: read off the web page;
    ``dateline``: read off the report's own first lines; ``inferred``: worked out from the text;
    ``unknown``: ``date`` is None.

    What is inferred may be no more than an interval, ``first`` to ``last`` (None where open), by what ``why`` says;
    then ``date`` is None too. ``stated`` is a given day that the text rules out, ``doubt`` the reason.
    """

    date: datetime.date | None = None
    basis: DateBasis = "unknown"
    first: datetime.date | None = None
    last: datetime.date | None = None
    why: str = ""
    stated: datetime.date | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One news report. ``text`` is verbatim: every offset in the program's output counts in it, or in ``title``.

    ``source_id`` is the id or the file name given; ``origin`` the file and, where it holds several reports,
    the place in it (``news.jsonl:17``).
    """

    source_id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    byline: str = ""
    language: str = ""
    published: Published = Published()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A report, or a whole file, that could not be used, with the place and the reason in plain words."""

    origin: str
    reason: str
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes that a report was read from, kept so that it can be read and coded again.

    ``media_type`` is one of ``text/plain``, ``text/html``, ``application/json`` (one JSON object: a report).
    """

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its raw bytes."""

    report: Report
    raw: Raw
