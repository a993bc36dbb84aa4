"""A pool of processes that takes one thing after the other, in order, and survives the death of a process."""

import faulthandler
import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import Pipe, current_process, get_context
from multiprocessing.connection import Connection
from threading import Thread, current_thread, main_thread
from types import ModuleType

from dragoman.errors import DragomanError

_AHEAD = 16
"""Things waiting for each process: enough that none is idle, few enough that memory stays flat."""
_LOST_IN_A_ROW = 3
_SELDOM = 50_000, 20, 100
"""The collector's thresholds in a process of the pool."""


def can_start() -> bool:
    """Whether this process may have others; a daemonic one of ``multiprocessing`` may not."""
    return not current_process().daemon


def in_order[I, O](
    work: Callable[[I], O], items: Iterable[I], workers: int, seconds: float, lost: Callable[[I], O]
) -> Iterator[O]:
    """``work`` of each item, in order. ``lost`` gives the answer for an item at which a process died by itself: killed
    by the system, or because it took longer than ``seconds``. Closed early, it ends its processes at once.

    Raises DragomanError if processes die whatever the item.
    """
    source = iter(items)
    waiting: deque[tuple[I, Future[O]]] = deque()
    with _Processes(workers) as processes:
        while True:
            for item in islice(source, _AHEAD * workers - len(waiting)):
                waiting.append((item, processes.submit(work, item, seconds)))
            if not waiting:
                return
            try:
                answer = waiting[0][1].result()
            except BrokenProcessPool:
                unanswered = [item for item, _ in waiting]
                waiting.clear()
                processes.restart()
                yield from _one_by_one(work, unanswered, seconds, lost)
                continue
            waiting.popleft()
            yield answer


def _one_by_one[I, O](
    work: Callable[[I], O], items: Iterable[I], seconds: float, lost: Callable[[I], O]
) -> Iterator[O]:
    """Each item alone in a process, so that the one that kills it is known."""
    in_a_row = 0
    with _Processes(1) as processes:
        for item in items:
            try:
                answer = processes.submit(work, item, seconds).result()
                in_a_row = 0
            except BrokenProcessPool:
                in_a_row += 1
                if in_a_row == _LOST_IN_A_ROW:
                    raise DragomanError("the processes that do the coding die; try --workers 1") from None
                processes.restart()
                answer = lost(item)
            yield answer


class _Processes:
    """An executor whose processes end at once when it is left, and when this process is killed: each watches a pipe
    of which the other end is open here alone.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._start()

    def _start(self) -> None:
        self._watched, self._lifeline = Pipe(duplex=False)
        context = get_context("spawn")
        self._executor = ProcessPoolExecutor(self._workers, context, _serve, (self._watched,))

    def __enter__(self) -> "_Processes":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        # The processes go first: one that died with a lock of the queue would leave the others waiting for it, and the
        # executor for them.
        self._lifeline.close()
        self._executor.shutdown(cancel_futures=True)
        self._watched.close()

    def submit[I, O](self, work: Callable[[I], O], item: I, seconds: float) -> "Future[O]":
        """The answer to be. A pool that is found dead here says so when the answer is asked for."""
        try:
            with _spawning():
                return self._executor.submit(_run, work, item, seconds)
        except BrokenProcessPool as broken:
            future: Future[O] = Future()
            future.set_exception(broken)
            return future

    def restart(self) -> None:
        """New processes in place of dead ones."""
        self._end()
        self._start()


@contextmanager
def _spawning() -> Iterator[None]:
    """A process started within takes no Ctrl-C, which is its parent's to take, and doesn't run the main script again:
    a script that calls this program needn't have an ``if __name__ == "__main__"``.
    """
    main = sys.modules["__main__"]
    maskable = hasattr(signal, "pthread_sigmask") and current_thread() is main_thread()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if maskable else set()
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if maskable:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(lifeline: Connection) -> None:
    """In a new process: ends it as soon as its parent lets go of the pipe, even by being killed. The cycle collector
    seldom runs there: each time it walks over all the tables, and finds next to nothing.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*_SELDOM)

    def wait() -> None:
        lifeline.poll(None)
        os._exit(1)

    Thread(target=wait, daemon=True).start()


def _run[I, O](work: Callable[[I], O], item: I, seconds: float) -> O:
    """In a new process: ends it after ``seconds``, even where no signal is looked at."""
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return work(item)
        finally:
            faulthandler.cancel_dump_traceback_later()
