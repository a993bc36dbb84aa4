"""Coding in this process and in a pool: the same answers, each within its time."""

import signal
import time
from dataclasses import replace

import pytest
from commands import DENIAL, PROTEST, TALKS
from factories import read, report

from dragoman import workers
from dragoman.errors import BadReport, DataError
from dragoman.settings import Settings
from dragoman.store import Filed
from dragoman.types.report import ReadReport, Rejected
from dragoman.workers import annotate_all, code_all, code_in_time, time_limit

GONE = Rejected("x.txt", "is gone", "x.txt")


def reads() -> list[ReadReport | Rejected]:
    texts = [TALKS, PROTEST, DENIAL, "Subscribe to our newsletter\nShare on Facebook"]
    made: list[ReadReport | Rejected] = [read(report(text, f"r{i}", origin=f"o{i}")) for i, text in enumerate(texts)]
    return [*made[:2], GONE, *made[2:]]


def test_rejections_keep_their_place() -> None:
    coded = list(code_all(iter(reads()), Settings(workers=1)))
    assert [type(one) for one in coded] == [Filed, Filed, Rejected, Filed, Rejected]
    assert coded[2] is GONE
    assert coded[4] == Rejected("o3", "no report text left: only page furniture", "r3")


def test_annotations_are_the_same_from_a_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = list(annotate_all(reads(), Settings(workers=1)))
    monkeypatch.setattr(workers, "_POOL_FROM", 2)
    assert list(annotate_all(reads(), Settings(workers=2))) == alone
    assert [isinstance(one, str) for one in alone] == [True, True, False, True, False]


def test_a_pool_keeps_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_POOL_FROM", 2)
    monkeypatch.setattr(workers, "SECONDS", 0.002)
    monkeypatch.setattr(workers, "_DEADLINE", 60)
    coded = list(code_all([read(report(TALKS * 20, f"r{i}")) for i in range(4)], Settings(workers=2)))
    assert coded == [Rejected("", "took longer than 0.002 seconds to code", f"r{i}") for i in range(4)]


def test_an_error_of_the_installation_comes_out_of_the_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_POOL_FROM", 2)
    with pytest.raises(DataError, match="en_no_such_model"):
        list(code_all(reads(), Settings(workers=2, spacy_model="en_no_such_model")))


def test_one_report_within_its_time() -> None:
    one = read(report(TALKS * 20, "slow", origin="slow.txt"))
    assert not isinstance(code_in_time(one, Settings(), 60), Rejected)
    started = time.monotonic()
    late = code_in_time(one, Settings(), 0.01)
    assert late == Rejected("slow.txt", "took longer than 0.01 seconds to code", "slow")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError(), "is nested too deeply to be parsed"),
        (MemoryError(), "takes more memory than there is"),
        (BadReport("is odd"), "is odd"),
    ],
)
def test_what_a_report_brings_about_is_a_rejection(
    monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("dragoman.pipeline.code_report", fail)
    assert code_in_time(read(report(TALKS, "a")), Settings(), 60) == Rejected("", reason, "a")


def test_the_time_limit_is_lifted_afterwards() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(BadReport, match=r"longer than 0\.01 seconds"), time_limit(0.01):
        time.sleep(5)
    with time_limit(0.05):
        pass
    time.sleep(0.1)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_the_limit_comes_again_where_a_library_swallows_it() -> None:
    started = time.monotonic()
    with pytest.raises(BadReport), time_limit(0.01):
        try:
            time.sleep(5)
        except BadReport:
            time.sleep(5)
    assert time.monotonic() - started < 4


def test_the_same_report_gives_the_same_entry() -> None:
    one = read(report(TALKS, "a"))
    first, again = code_all([one, replace(one)], Settings(workers=1))
    assert first == again
