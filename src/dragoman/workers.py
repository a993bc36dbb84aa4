"""Coding many reports: in this process, or in a pool of them, always in the order in which they were read."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from types import FrameType

from dragoman.errors import BadReport
from dragoman.settings import Settings
from dragoman.store.entry import Entry
from dragoman.types.report import ReadReport, Rejected

SECONDS = 60
"""How long one report may take. The slowest real one of the benchmarks takes under two."""
_POOL_FROM = 40
"""Reports from which a second process earns its start-up time."""
_MOST_WORKERS = 4


def code_all(reads: Iterable[ReadReport | Rejected], settings: Settings) -> Iterator[Entry | Rejected]:
    """Codes what was read; rejections pass through in their place."""
    source = iter(reads)
    first = list(islice(source, _POOL_FROM))
    workers = settings.workers or min(_MOST_WORKERS, os.cpu_count() or 1)
    work = partial(code_one, settings=settings)
    everything = chain(first, source)
    if workers < 2 or len(first) < _POOL_FROM:
        yield from map(work, everything)
        return
    with multiprocessing.get_context("spawn").Pool(workers, initializer=_quiet) as pool:
        yield from _in_order(pool.imap, work, everything)


def _in_order(
    imap: Callable[..., Iterator[Entry | Rejected]],
    work: Callable[[ReadReport | Rejected], Entry | Rejected],
    reads: Iterator[ReadReport | Rejected],
) -> Iterator[Entry | Rejected]:
    """Feeds a pool a bounded stretch at a time, so that memory stays flat however many reports there are."""
    while batch := list(islice(reads, 256)):
        yield from imap(work, batch, chunksize=4)


def _quiet() -> None:
    """A worker leaves Ctrl-C to its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def code_one(read: ReadReport | Rejected, settings: Settings) -> Entry | Rejected:
    """Codes one report within its time."""
    from dragoman.pipeline import code_report

    if isinstance(read, Rejected):
        return read
    try:
        with time_limit(SECONDS):
            coded = code_report(read.report, settings)
    except BadReport as bad:
        return Rejected(read.report.origin, bad.reason, read.report.source_id)
    except RecursionError:
        return Rejected(read.report.origin, "is nested too deeply to be parsed", read.report.source_id)
    if isinstance(coded, Rejected):
        return coded
    found = coded.resolved
    clean = found.annotated.clean
    return Entry(read, clean, coded.attributed.events, found.actors, found.times, found.places)


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raises BadReport in this thread after ``seconds``. Where the system has no timers it does nothing."""
    if not hasattr(signal, "setitimer") or not _in_main_thread():
        yield
        return

    def stop(signum: int, frame: FrameType | None) -> None:
        raise BadReport(f"took longer than {seconds} seconds to code")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _in_main_thread() -> bool:
    import threading

    return threading.current_thread() is threading.main_thread()
