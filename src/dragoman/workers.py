"""Coding many reports: in this process, or in a pool of them, always in the order in which they were read."""

import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from threading import current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

from dragoman.errors import BadReport
from dragoman.pool import can_start, in_order
from dragoman.settings import Settings
from dragoman.store import Entry, Filed, filed
from dragoman.types.report import ReadReport, Rejected

if TYPE_CHECKING:
    from dragoman.pipeline import CodedReport

SECONDS = 60
"""How long one report may take. The slowest real one of the benchmarks takes under two."""
_DEADLINE = 2 * SECONDS
"""After which a process that looks at no signal is ended."""
_POOL_FROM = 40
"""Reports from which a second process earns its start-up time."""
_MOST_WORKERS = 4
_DIED = "the process that coded it died: out of memory or time, or a fault in a library"


def code_all(reads: Iterable[ReadReport | Rejected], settings: Settings) -> Generator[Filed | Rejected]:
    """Codes what was read; rejections pass through in their place. Close it if it isn't used up."""
    yield from _each(partial(code_one, settings=settings, seconds=SECONDS), reads, settings)


def annotate_all(reads: Iterable[ReadReport | Rejected], settings: Settings) -> Generator[str | Rejected]:
    """The annotation of each report as a line of JSON, otherwise as ``code_all``."""
    yield from _each(partial(_annotate_one, settings=settings, seconds=SECONDS), reads, settings)


def _each[O](
    work: Callable[[ReadReport | Rejected], O | Rejected], reads: Iterable[ReadReport | Rejected], settings: Settings
) -> Generator[O | Rejected]:
    """``work`` of each, in order; in a pool where there are enough of them for it."""
    source = iter(reads)
    first = list(islice(source, _POOL_FROM))
    workers = settings.workers or min(_MOST_WORKERS, os.cpu_count() or 1)
    everything = chain(first, source)
    if workers < 2 or len(first) < _POOL_FROM or not can_start():
        yield from map(work, everything)
        return
    yield from in_order(work, everything, workers, _DEADLINE, _lost)


def _annotate_one(read: ReadReport | Rejected, settings: Settings, seconds: float) -> str | Rejected:
    from dragoman.export.annotation import annotation_record
    from dragoman.jsontext import json_text

    coded = read if isinstance(read, Rejected) else code_in_time(read, settings, seconds)
    return coded if isinstance(coded, Rejected) else json_text(annotation_record(coded.resolved, coded.attributed))


def _lost(read: ReadReport | Rejected) -> Rejected:
    return read if isinstance(read, Rejected) else Rejected(read.report.origin, _DIED, read.report.source_id)


def code_one(read: ReadReport | Rejected, settings: Settings, seconds: float) -> Filed | Rejected:
    """Codes one report within its time, for the archive."""
    if isinstance(read, Rejected):
        return read
    coded = code_in_time(read, settings, seconds)
    if isinstance(coded, Rejected):
        return coded
    found = coded.resolved
    entry = Entry(read, found.annotated.clean, coded.attributed.events, found.actors, found.times, found.places)
    try:
        return filed(entry)
    except BadReport as bad:
        return Rejected(read.report.origin, bad.reason, read.report.source_id)


def code_in_time(read: ReadReport, settings: Settings, seconds: float) -> "CodedReport | Rejected":
    """Codes one report. What takes longer, or is beyond the parser, is rejected with its reason."""
    from dragoman.annotate import load_parser
    from dragoman.pipeline import code_report

    load_parser(settings.spacy_model)  # not on the first report's time
    report = read.report
    try:
        with time_limit(seconds):
            coded = code_report(report, settings)
    except BadReport as bad:
        return Rejected(report.origin, bad.reason, report.source_id)
    except RecursionError:
        return Rejected(report.origin, "is nested too deeply to be parsed", report.source_id)
    except MemoryError:
        return Rejected(report.origin, "takes more memory than there is", report.source_id)
    return coded


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises BadReport in this thread after ``seconds``. Where the system has no timers it does nothing."""
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return

    def stop(signum: int, frame: FrameType | None) -> None:
        raise BadReport(f"took longer than {seconds:g} seconds to code")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again each second, should a library swallow the exception
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
