"""Into the archive and through interruptions: what was said to be stored is there, and a second run completes it."""

import io
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from commands import DENIAL, PROTEST, TALKS, json_lines, many_reports, run, start

from dragoman import ingest, workers
from dragoman.errors import ArchiveError, DragomanError
from dragoman.ingest import Summary, add, is_linked, recode
from dragoman.query import events, links, mentions, reports
from dragoman.read import Limits
from dragoman.settings import Settings
from dragoman.store import Archive, Filed, open_archive
from dragoman.types.report import Published, ReadReport, Rejected

ALONE = Settings(workers=1)
MANY = 160


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.sqlite") as opened:
        yield opened


@pytest.fixture
def three(tmp_path: Path) -> Path:
    texts = {"talks": TALKS, "protest": PROTEST, "denial": DENIAL}
    return json_lines(tmp_path / "three.jsonl", [{"id": name, "text": text} for name, text in texts.items()])


def test_the_summary_accounts_for_all_that_was_read(archive: Archive, tmp_path: Path, three: Path) -> None:
    steps: list[int] = []
    names: list[str] = []

    def step(done: int, name: str) -> None:
        steps.append(done)
        names.append(name)

    paths = [three, tmp_path / "none.txt", three]
    summary = add(archive, paths, ALONE, step=step)
    assert (summary.coded, summary.known, len(summary.rejected), summary.read) == (3, 3, 1, 7)
    assert summary.mentions == len(mentions(archive)) > 0
    assert names[:3] == ["talks", "protest", "denial"]
    assert steps == sorted(steps)


def test_limits_are_the_callers(archive: Archive, tmp_path: Path) -> None:
    source = json_lines(tmp_path / "r.jsonl", [{"text": TALKS}, {"text": f"{TALKS} {PROTEST}"}])
    summary = add(archive, [source], ALONE, limits=Limits(report_bytes=len(TALKS) + 40))
    assert [rejected.origin for rejected in summary.rejected] == [f"{source}:2"]
    assert summary.coded == 1


def test_a_line_of_100_mb_costs_neither_time_nor_memory(archive: Archive) -> None:
    class Endless(io.RawIOBase):
        left = 100_000_000

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1, /) -> bytes:
            size = min(size, self.left) if size >= 0 else self.left
            self.left -= size
            return b"x" * size

    class Input:
        buffer = Endless()

    started = time.monotonic()
    with patch("sys.stdin", Input()):
        summary = add(archive, ["-"], ALONE)
    assert [rejected.reason for rejected in summary.rejected] == [
        "has more than 5,000,000 bytes, too many for one report"
    ]
    assert time.monotonic() - started < 5


def test_a_report_that_gets_lost_is_an_error_not_silence(
    archive: Archive, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(*arguments: object) -> Iterator[Filed | Rejected]:
        yield from list(workers.code_all(*arguments))[1:]  # type: ignore[arg-type]

    monkeypatch.setattr(ingest, "code_all", forgetful)
    with pytest.raises(DragomanError, match="of 3 reports 2 are accounted for"):
        add(archive, [three], ALONE)
    assert len(reports(archive)) == 2


def test_a_report_that_can_not_be_stored_costs_only_itself(
    archive: Archive, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.errors import BadReport

    check = "dragoman.store.filing._check_characters"

    def refuse(report: object) -> None:
        if getattr(report, "source_id", "") == "protest":
            raise BadReport("is odd")

    monkeypatch.setattr(check, refuse)
    summary = add(archive, [three], ALONE)
    assert [(r.origin, r.reason, r.source_id) for r in summary.rejected] == [(f"{three}:2", "is odd", "protest")]
    assert (summary.coded, summary.read) == (2, 3)
    assert summary.mentions == len(mentions(archive)) > 0


def test_known_content_under_a_name_that_can_not_be_stored(
    archive: Archive, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.errors import BadReport

    add(archive, [three], ALONE)

    def refuse(report: object) -> None:
        raise BadReport("is odd")

    monkeypatch.setattr("dragoman.store.filing._check_characters", refuse)
    again = add(archive, [three], ALONE)
    assert (again.coded, again.known, len(again.rejected)) == (0, 0, 3)


def interrupted_after(count: int) -> ingest.Step:
    def step(done: int, name: str) -> None:
        if done == count:
            raise KeyboardInterrupt

    return step


def test_ctrl_c_stores_and_links_what_was_coded(archive: Archive, three: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        add(archive, [three], ALONE, step=interrupted_after(2))
    assert [report["source_id"] for report in reports(archive)] == ["talks", "protest"]
    assert is_linked(archive)
    assert events(archive)
    assert (add(archive, [three], ALONE).coded, archive.problems()) == (1, [])


def test_a_run_that_dies_before_linking_is_noticed_and_mended(
    archive: Archive, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(archive: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ingest, "relink", die)
        with pytest.raises(KeyboardInterrupt):
            add(archive, [three], ALONE)
    assert not is_linked(archive)
    assert (len(reports(archive)), events(archive)) == (3, [])
    asked = run("events", "--archive", archive.path)
    assert "not all reports are linked yet" in asked.err
    assert "not all linked yet" in run("doctor", "--archive", archive.path).lines[-1]
    add(archive, [], ALONE)
    assert is_linked(archive)
    assert events(archive)
    assert run("events", "--archive", archive.path).err == ""


def test_recode_interrupted_leaves_whole_rows_and_links(archive: Archive, three: Path) -> None:
    add(archive, [three], ALONE, published=Published())
    before = (reports(archive), mentions(archive), events(archive), links(archive))
    with pytest.raises(KeyboardInterrupt):
        recode(archive, ALONE, interrupted_after(1))
    assert (reports(archive), mentions(archive), events(archive), links(archive)) == before
    assert (is_linked(archive), archive.problems()) == (True, [])


def test_recode_gives_the_same_where_reading_runs_ahead(
    archive: Archive, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ahead(reads: Iterator[ReadReport | Rejected], settings: Settings) -> Iterator[Filed | Rejected]:
        return workers.code_all(list(reads), settings)

    add(archive, [three], ALONE)
    before = (reports(archive), mentions(archive), events(archive))
    monkeypatch.setattr(ingest, "code_all", ahead)
    summary = recode(archive, ALONE)
    assert (summary.coded, summary.rejected) == (3, [])
    assert (reports(archive), mentions(archive), events(archive)) == before


def test_two_archives_of_the_same_files_export_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_POOL_FROM", 2)
    texts = [TALKS, PROTEST, DENIAL, "Read more", TALKS.replace("Monday", "Friday")]
    source = json_lines(tmp_path / "r.jsonl", [{"id": f"r{i}", "text": text} for i, text in enumerate(texts)])
    kinds = ("mentions", "events", "actors", "claims", "links", "stories", "reports")
    written = []
    for name, count in (("one", 1), ("two", 1), ("three", 2)):
        added = run("add", source, "--workers", count, "--archive", tmp_path / name)
        assert added.status == 0
        written.append(
            [added.out, added.err, *(run("export", kind, "--archive", tmp_path / name).out for kind in kinds)]
        )
    assert written[0] == written[1] == written[2]
    assert all(written[0])


def test_batches_are_stored_after_a_while(archive: Archive, three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "BATCH_SECONDS", 0.0)
    stored: list[int] = []
    add(archive, [three], ALONE, step=lambda done, name: stored.append(len(reports(archive))))
    assert stored == [1, 2, 3]


def test_a_locked_archive_is_an_error_in_words(archive: Archive, three: Path) -> None:
    add(archive, [three], ALONE)
    with sqlite3.connect(archive.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_archive(archive.path, wait=0.1) as impatient, pytest.raises(ArchiveError, match="another program"):
            add(impatient, [three], ALONE)
        other.execute("ROLLBACK")
    other.close()
    assert archive.problems() == []


def stored(path: Path) -> int:
    """Reports that were committed, as another program sees it."""
    if not path.exists():
        return 0
    try:
        with open_archive(path, create=False, read_only=True) as seen:
            return len(reports(seen))
    except ArchiveError:  # being made
        return 0


def wait_until_some_are_stored(path: Path, running: "subprocess.Popen[bytes]", least: int = 1) -> int:
    deadline = time.monotonic() + 40
    while (count := stored(path)) < least:
        assert running.poll() is None, "it ended before it could be interrupted"
        assert time.monotonic() < deadline, "nothing is stored"
        time.sleep(0.02)
    return count


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_reports(tmp_path_factory.mktemp("many") / "many.jsonl", MANY)


def test_killed_at_any_moment_it_keeps_what_it_had_stored(tmp_path: Path, many: Path) -> None:
    path = tmp_path / "a.sqlite"
    with start("add", many, "--workers", 1, "--archive", path) as running:
        committed = wait_until_some_are_stored(path, running)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert running.returncode == -signal.SIGKILL
    with open_archive(path) as left:
        assert left.problems() == []
        kept = len(reports(left))
        assert committed <= kept < MANY
        summary = add(left, [many], ALONE)
        assert (summary.coded, summary.known, summary.read) == (MANY - kept, kept, MANY)
        names = [report["source_id"] for report in reports(left)]
        assert names == [f"r{i}" for i in range(MANY)]
        assert left.problems() == []
        assert is_linked(left)
        assert sum(len(event["reports"]) for event in events(left)) >= MANY  # type: ignore[arg-type]


def test_ctrl_c_in_a_terminal_ends_all_processes_and_says_so(tmp_path: Path, many: Path) -> None:
    path = tmp_path / "a.sqlite"
    with start("add", many, "--workers", 2, "--archive", path, start_new_session=True) as running:
        committed = wait_until_some_are_stored(path, running)
        os.killpg(running.pid, signal.SIGINT)  # a terminal sends it to all processes of the group
        out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert (out, err.decode()) == (b"", "dragoman: interrupted; what had been added stays added\n")
    with open_archive(path) as left:
        assert committed <= len(reports(left)) < MANY
        assert (is_linked(left), left.problems()) == (True, [])
        assert events(left)


def test_an_empty_summary() -> None:
    assert Summary().read == 0
