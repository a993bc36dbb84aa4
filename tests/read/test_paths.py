import gzip
import io
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import UsageError
from dragoman.read import Limits, read_paths, read_raw
from dragoman.types.report import Raw, ReadReport, Rejected
from tests.read.helpers import PROSE, only_reason, only_report, reasons, reports

PAGE = f"<html><body><article><p>{PROSE}</p></article></body></html>"
LINE = json.dumps({"text": PROSE})


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", ".hidden.txt", ".git/x.txt", "a/.x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    outcome = list(read_paths([tmp_path]))
    assert [report.source_id for report in reports(outcome)] == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]
    assert reports(outcome)[0].origin == f"{tmp_path}/a/b/c.txt"
    assert not reasons(outcome)


def test_a_file_given_itself_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(PROSE)
    assert only_report(list(read_paths([tmp_path / "one.txt"]))).source_id == "one.txt"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", PROSE),
        ("a.html", PAGE),
        ("a.jsonl", LINE),
        ("a.csv", f'text\n"{PROSE}"\n'),
        ("a.tsv", f"text\n{PROSE}\n"),
        ("a.xml", f"<rss><channel><item><description>{PROSE}</description></item></channel></rss>"),
    ],
)
def test_gzip_of_each_kind(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data.encode()))
    (tmp_path / name).write_bytes(data.encode())
    outcome = list(read_paths([tmp_path]))
    assert [report.text for report in reports(outcome)] == [PROSE, PROSE]
    assert reports(outcome)[1].source_id.startswith(f"{name}.gz")


def test_files_that_can_not_be_read_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "z.txt").write_text(PROSE)
    outcome = list(read_paths([tmp_path]))
    assert [one.source_id for one in outcome if isinstance(one, Rejected)] == ["a.pdf", "gone.txt", "pipe.txt"]
    assert ["kind" in reasons(outcome)[0], "No such file" in reasons(outcome)[1], "regular" in reasons(outcome)[2]]
    assert len(reports(outcome)) == 1


def test_a_file_that_disappears_is_rejected(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(PROSE)
    outcome = []
    for one in read_paths([tmp_path]):
        outcome.append(one)
        (tmp_path / "b.txt").unlink(missing_ok=True)
    assert [report.source_id for report in reports(outcome)] == ["a.txt", "c.txt"]
    assert "No such file" in reasons(outcome)[0]


def test_a_file_that_can_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PROSE)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert only_reason(list(read_paths([tmp_path]))) == "can't be read: Permission denied"


@pytest.mark.parametrize("path", [Path("no/such/file.txt"), Path("a\x00b.txt"), Path("x" * 5000)])
def test_paths_that_are_nothing(path: Path) -> None:
    assert len(reasons(list(read_paths([path])))) == 1


def test_loops_of_links_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text(PROSE)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    outcome = list(read_paths([tmp_path]))
    assert [report.source_id for report in reports(outcome)] == ["a/one.txt"]
    assert all("already" in reason for reason in reasons(outcome))
    assert len(reasons(outcome)) == 2


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert only_reason(list(read_paths([tmp_path]))) == "the folder holds no files"


def test_file_names_of_any_bytes(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:
        file.write(PROSE)
    report = only_report(list(read_paths([tmp_path])))
    assert report.source_id == "caf\ufffd.txt"
    assert report.origin.encode()


@pytest.mark.parametrize(
    ("data", "source_id"),
    [
        (PROSE, "stdin"),
        (PAGE, "stdin"),
        ("\n" + LINE, "stdin:2"),
        (
            f"<?xml version='1.0'?><rss><channel><item><description>{PROSE}</description></item></channel></rss>",
            "stdin:1",
        ),
    ],
)
def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch, data: str, source_id: str) -> None:
    for encoded in (data.encode(), data.encode("utf-16"), gzip.compress(data.encode())):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(encoded)))
        report = only_report(list(read_paths(["-"])))
        assert (report.source_id, report.text.strip()) == (source_id, PROSE)


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert "empty" in only_reason(list(read_paths(["-"])))


def test_wrong_use_raises_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such field to map: body"):
        read_paths([tmp_path], column_map={"body": "text"})
    with pytest.raises(UsageError, match="list of paths"):
        read_paths("news.txt")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="at least 1"):
        Limits(report_bytes=0)


def test_raw_of_an_unknown_kind_is_rejected() -> None:
    assert isinstance(read_raw(Raw(b"x", "image/png"), "a"), Rejected)


def test_raw_of_text_reads_to_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Border reopens\n\n{PROSE}")
    (read,) = read_paths([tmp_path])
    assert isinstance(read, ReadReport)
    assert read_raw(read.raw, "a.txt", origin=read.report.origin) == read


def test_memory_stays_flat_for_large_json_lines(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt") as file:
        for number in range(5_000):
            file.write(json.dumps({"id": str(number), "text": f"{PROSE} {number * 7919 % 10007}"}) + "\n")
        file.write("x" * 10_000_000)
    tracemalloc.start()
    counts = sum(isinstance(one, ReadReport) for one in read_paths([tmp_path], limits=Limits(report_bytes=100_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert counts == 5_000
    assert peak < 6_000_000


def test_importing_is_cheap() -> None:
    heavy = "('lxml', 'trafilatura', 'htmldate', 'numpy', 'py3langid', 'spacy')"
    code = f"import sys, dragoman.read; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
