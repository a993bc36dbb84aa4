"""Where a report comes from, and what the caller said about it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dragoman.read.limits import Limits
from dragoman.types.report import Published, Raw, ReadReport, Rejected, Report

_LOG = logging.getLogger("dragoman.read")


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for a whole run: the date given by the caller, the names of columns, the limits."""

    published: Published | None = None
    column_map: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Source:
    """One place that a report is read from: a file, or a record in it.

    ``origin`` is for people (the path as it was given, with the record), ``source_id`` becomes the report's id;
    ``url`` is an address known from outside the report's bytes, such as a crawl record's.
    """

    origin: str
    source_id: str
    terms: Terms = field(default_factory=Terms)
    url: str = ""

    def record(self, number: int) -> "Source":
        """The ``number``-th record of this file, counted from 1."""
        return replace(self, origin=f"{self.origin}:{number}", source_id=f"{self.source_id}:{number}")

    def reject(self, reason: str) -> Rejected:
        return Rejected(origin=self.origin, reason=reason, source_id=self.source_id)

    def accept(self, report: Report, raw: Raw) -> ReadReport:
        """The report under this source's name, with the caller's date where the report's own was not given."""
        own, given = report.published, self.terms.published
        published = own if given is None or own.basis == "given" else given
        source_id = report.source_id or self.source_id
        report = replace(report, source_id=source_id, origin=self.origin, published=published)
        return ReadReport(report, raw)

    def note(self, remark: str) -> None:
        """Logs something about a report that could be used in spite of it."""
        if remark:
            _LOG.warning("%s: %s", self.origin, remark)
