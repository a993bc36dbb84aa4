"""Reports into the archive: read, code, store, link."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Literal

from dragoman.errors import BadReport, DragomanError
from dragoman.link import relink
from dragoman.read import Limits, read_paths, read_raw
from dragoman.settings import Settings
from dragoman.store import Archive, Filed, StoredReport, report_id_of
from dragoman.types.report import Published, ReadReport, Rejected
from dragoman.workers import code_all

BATCH = 50
BATCH_SECONDS = 2.0
"""Reports, and seconds, to a transaction: an interruption costs no more than that."""
_LINKED = "linked"
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


class _Counted[T]:
    """An iterable that knows how many it has given."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = items
        self.given = 0

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.given += 1
            yield item


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
    reads = _Counted(read_paths(paths, published=published, column_map=column_map, limits=limits))
    batch: list[Filed] = []
    try:
        with closing(_new_only(archive, reads, summary)) as new, closing(code_all(new, settings)) as coded:
            _store_all(archive, coded, batch, summary, step)
    finally:
        _store(archive, batch, summary)
        if summary.coded or summary.known or not is_linked(archive):
            _link(archive)
    if summary.read != reads.given:
        raise DragomanError(f"of {reads.given} reports {summary.read} are accounted for: a fault of this program")
    return summary


def is_linked(archive: Archive) -> bool:
    """Whether what holds across reports was worked out after the last report came in."""
    return archive.meta(_LINKED) != "no"


def _link(archive: Archive) -> None:
    with archive.transaction():
        relink(archive)
        archive.set_meta(_LINKED, "yes")


def _new_only(
    archive: Archive, reads: Iterable[ReadReport | Rejected], summary: Summary
) -> Generator[ReadReport | Rejected]:
    """Leaves out reports whose content the archive has, noting their name as a further source."""
    for read in reads:
        if isinstance(read, Rejected) or not archive.knows(report_id_of(read.report)):
            yield read
            continue
        try:
            archive.add_source(read)
            summary.known += 1
        except BadReport as bad:
            yield Rejected(read.report.origin, bad.reason, read.report.source_id)


def _store_all(
    archive: Archive, coded: Iterable[Filed | Rejected], batch: list[Filed], summary: Summary, step: Step | None
) -> None:
    """Stores batch after batch; what is left in ``batch`` is still to be stored."""
    due = monotonic() + BATCH_SECONDS
    for done in coded:
        if isinstance(done, Rejected):
            summary.rejected.append(done)
        else:
            batch.append(done)
        if len(batch) >= BATCH or (batch and monotonic() >= due):
            _store(archive, batch, summary)
            due = monotonic() + BATCH_SECONDS
        if step:
            name = done.origin if isinstance(done, Rejected) else done.source_id
            step(summary.read + len(batch), name)


def _store(archive: Archive, batch: list[Filed], summary: Summary) -> None:
    """Stores a batch in one transaction."""
    entries = list(batch)
    batch.clear()
    if not entries:
        return
    with archive.transaction():
        archive.set_meta(_LINKED, "no")
        verdicts = archive.add_batch(entries)
    summary.coded += verdicts.count("coded")
    summary.known += verdicts.count("known")
    summary.mentions += sum(e.mentions for e, v in zip(entries, verdicts, strict=True) if v == "coded")


def recode(archive: Archive, settings: Settings, step: Step | None = None) -> Summary:
    """Reads every report's raw bytes again and codes it with this version; what then can't be coded stays as it was."""
    summary = Summary()
    begun: deque[StoredReport] = deque()
    try:
        with closing(code_all(_read_again(archive, begun), settings)) as coded:
            for done in coded:
                stored = begun.popleft()
                if isinstance(done, Rejected):
                    summary.rejected.append(done)
                else:
                    _replace(archive, stored.report_id, done, summary)
                if step:
                    step(summary.read, stored.read.report.source_id)
    finally:
        if summary.coded or not is_linked(archive):
            _link(archive)
    return summary


def _read_again(archive: Archive, begun: deque[StoredReport]) -> Iterator[ReadReport | Rejected]:
    for stored in archive.stored_reports():
        begun.append(stored)
        old = stored.read.report
        given = old.published if old.published.basis == "given" else None
        yield read_raw(stored.read.raw, old.source_id, origin=old.origin, published=given, url=old.url)


def _replace(archive: Archive, report_id: str, entry: Filed, summary: Summary) -> None:
    with archive.transaction():
        archive.set_meta(_LINKED, "no")
        archive.replace_coding(report_id, entry)
    summary.coded += 1
    summary.mentions += entry.mentions
