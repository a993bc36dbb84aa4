"""dragoman explain: from an archive, and of a file."""

import json
from pathlib import Path

from commands import DENIAL, json_lines, run


def archive(folder: Path) -> Path:
    source = json_lines(folder / "r.jsonl", [{"id": "first", "text": DENIAL}])
    made = folder / "a.sqlite"
    assert run("add", source, "--archive", made).status == 0
    return made


def test_a_report_of_the_archive_by_its_source_id_and_by_its_report_id(tmp_path: Path) -> None:
    store = archive(tmp_path)
    by_source = run("explain", "first", "--archive", store)
    assert by_source.status == 0
    assert "ACCUSE" in by_source.out and "Pakistan" in by_source.out and "events coded" in by_source.out
    (record,) = map(json.loads, run("export", "reports", "--archive", store).lines)
    assert run("explain", record["report_id"][:10], "--archive", store).out == by_source.out


def test_a_file_needs_no_archive(tmp_path: Path) -> None:
    page = tmp_path / "story.txt"
    page.write_text(DENIAL, encoding="utf8")
    ran = run("explain", page, "--format", "jsonl")
    assert ran.status == 0
    words = [w["word"] for line in ran.lines for w in json.loads(line)["weighed"]]
    assert "accused" in words


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    ran = run("explain", "nowhere", "--archive", archive(tmp_path))
    assert ran.status == 2
    assert "no report 'nowhere'" in ran.err


def test_a_file_of_several_reports_asks_for_one(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "two.jsonl", [{"id": "a", "text": DENIAL}, {"id": "b", "text": DENIAL + " Later."}])
    ran = run("explain", source)
    assert ran.status == 2
    assert "holds 2 reports" in ran.err
