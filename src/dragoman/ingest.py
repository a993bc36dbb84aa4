"""Reports into the archive: read, code, store, link."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dragoman.errors import BadReport
from dragoman.link import relink
from dragoman.read import Limits, read_paths, read_raw
from dragoman.settings import Settings
from dragoman.store import Archive, Entry, report_id_of
from dragoman.types.report import Published, ReadReport, Rejected
from dragoman.workers import code_all, code_one

BATCH = 50
"""Reports to a transaction: what was said to be added is on the disk."""
Step = Callable[[int, str], None]
"""Told after each report: how many are done, and which it was."""


@dataclass(slots=True)
class Summary:
    """What became of what was read: ``read`` is always coded + known + rejected."""

    coded: int = 0
    known: int = 0
    mentions: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def read(self) -> int:
        return self.coded + self.known + len(self.rejected)


def add(
    archive: Archive,
    paths: Sequence[Path | Literal["-"]],
    settings: Settings,
    *,
    published: Published | None = None,
    column_map: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    step: Step | None = None,
) -> Summary:
    """Reads, codes and stores; links anew if anything was added. Interrupted, it keeps the batches that were stored."""
    summary = Summary()
    reads = read_paths(paths, published=published, column_map=column_map, limits=limits)
    coded = code_all(_new_only(archive, reads, summary), settings)
    batch: list[Entry] = []
    try:
        for done in coded:
            if isinstance(done, Rejected):
                summary.rejected.append(done)
            else:
                batch.append(done)
            if len(batch) >= BATCH:
                _store(archive, batch, summary)
            if step:
                step(
                    summary.read + len(batch), done.origin if isinstance(done, Rejected) else done.read.report.source_id
                )
    finally:
        _store(archive, batch, summary)
        if summary.coded or summary.known:
            relink(archive)
    return summary


def _new_only(
    archive: Archive, reads: Iterable[ReadReport | Rejected], summary: Summary
) -> Iterator[ReadReport | Rejected]:
    """Leaves out reports whose content the archive has, noting their name as a further source."""
    for read in reads:
        if isinstance(read, ReadReport) and archive.knows(report_id_of(read.report)):
            archive.add_source(read)
            summary.known += 1
        else:
            yield read


def _store(archive: Archive, batch: list[Entry], summary: Summary) -> None:
    """Stores a batch in one transaction; where one report can't be stored, each by itself."""
    entries = list(batch)
    batch.clear()
    try:
        verdicts = archive.add_batch(entries)
    except BadReport:
        verdicts = []
        for entry in entries:
            try:
                verdicts.extend(archive.add_batch([entry]))
            except BadReport as bad:
                report = entry.read.report
                summary.rejected.append(Rejected(report.origin, bad.reason, report.source_id))
        entries = []
    summary.coded += verdicts.count("coded")
    summary.known += verdicts.count("known")
    summary.mentions += sum(len(e.mentions) for e, v in zip(entries, verdicts, strict=False) if v == "coded")


def recode(archive: Archive, settings: Settings, step: Step | None = None) -> Summary:
    """Reads every report's raw bytes again and codes it with this version; what then can't be coded stays as it was."""
    summary = Summary()
    for stored in list(archive.stored_reports()):
        old = stored.read.report
        given = old.published if old.published.basis == "given" else None
        again = read_raw(stored.read.raw, old.source_id, origin=old.origin, published=given, url=old.url)
        done = code_one(again, settings)
        if isinstance(done, Rejected):
            summary.rejected.append(done)
        else:
            archive.replace_coding(stored.report_id, done)
            summary.coded += 1
            summary.mentions += len(done.mentions)
        if step:
            step(summary.read, old.source_id)
    relink(archive)
    return summary
