"""Adding reports as a user does it: bad input of every kind, twice, and by other names."""

import errno
import gzip
import json
from pathlib import Path

import pytest
from commands import DENIAL, GERMAN, PROTEST, TALKS, Ran, json_lines, run

from dragoman.store import open_archive

FURNITURE = "Share on Facebook\nSubscribe to our newsletter\nRead more\nCopyright 2023. All rights reserved.\nSign up\n"
LONG_LINE = 6_000_000


def bad_inputs(folder: Path) -> dict[str, str]:
    """Writes bad files and says what is to be said of each: its name with the place, and words of the reason."""
    folder.mkdir()
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "long.jsonl").write_text('{"text": "' + "a b " * (LONG_LINE // 4) + '"}\n', encoding="utf8")
    (folder / "long.txt").write_text("a b " * (LONG_LINE // 4), encoding="utf8")
    (folder / "deep.html").write_text(f"<body>{'<div>' * 100_000}{TALKS}", encoding="utf8")
    with gzip.open(folder / "bomb.txt.gz", "wb") as bomb:
        bomb.write(b"a b c\n" * 4_000_000)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(TALKS.encode() * 50)[:-20])
    (folder / "page.pdf").write_bytes(b"%PDF-1.7")
    (folder / "columns.csv").write_text("id,headline\n1,Leaders meet\n", encoding="utf8")
    (folder / "german.txt").write_text(GERMAN, encoding="utf8")
    (folder / "furniture.txt").write_text(FURNITURE, encoding="utf8")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    json_lines(folder / "lines.jsonl", ["{broken", {"id": "x"}, [1], {"text": 5}, {"text": "\ud800" + TALKS}])
    return {
        "empty.txt": "is empty",
        "binary.txt": "binary",
        "long.jsonl:1": "more than 5,000,000 bytes",
        "long.txt": "more than 5,000,000 bytes",
        "deep.html": "nested too deeply",
        "bomb.txt.gz": "more than 5,000,000 bytes",
        "cut.txt.gz": "damaged or cut off",
        "page.pdf": "kind that can't be read",
        "columns.csv": "no column 'text'",
        "german.txt": "not English",
        "furniture.txt": "furniture",
        "gone.txt": "No such file",
        "lines.jsonl:1": "not JSON",
        "lines.jsonl:2": "no text",
        "lines.jsonl:3": "not a JSON object",
        "lines.jsonl:4": "not a string",
        "lines.jsonl:5": "surrogate",
    }


def summary(ran: Ran) -> tuple[int, int, int, int]:
    """Read, coded, known and rejected, as the last line tells them."""
    words = ran.lines[-1].replace(";", " ").split()
    read, coded, known, rejected = (int(words[i]) for i in (1, 4, 8, 11))
    assert read == coded + known + rejected
    assert rejected == len([line for line in ran.complaints if line.startswith("rejected ")])
    return read, coded, known, rejected


def is_whole(path: Path) -> bool:
    with open_archive(path, create=False) as store:
        return store.problems() == []


def test_bad_input_is_rejected_with_place_and_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    expected = bad_inputs(tmp_path / "in")
    (tmp_path / "in" / "zz-good.txt").write_text(TALKS, encoding="utf8")
    ran = run("add", tmp_path / "in", "--archive", tmp_path / "a.sqlite")
    assert ran.status == 0
    assert summary(ran) == (len(expected) + 1, 1, 0, len(expected))
    for name, reason in expected.items():
        said = [line for line in ran.complaints if line.startswith(f"rejected {tmp_path / 'in' / name}: ")]
        assert len(said) == 1, name
        assert reason in said[0]
    assert is_whole(tmp_path / "a.sqlite")


def test_each_bad_file_alone_is_status_1_and_leaves_a_whole_archive(tmp_path: Path) -> None:
    expected = bad_inputs(tmp_path / "in")
    for name in sorted({name.partition(":")[0] for name in expected}):
        ran = run("add", tmp_path / "in" / name, "--archive", tmp_path / "a.sqlite")
        assert ran.status == 1, name
        assert summary(ran)[1:3] == (0, 0)
    assert is_whole(tmp_path / "a.sqlite")
    assert run("events", "--archive", tmp_path / "a.sqlite").out == "nothing found\n"


def test_broken_utf8_is_read_with_its_damage_marked_or_rejected(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(TALKS.encode().replace(b"Monday", b"Mon\xff\xfeday \xe2\x82"))
    ran = run("add", tmp_path / "broken.txt", "--archive", tmp_path / "a.sqlite")
    assert summary(ran)[0] == 1
    assert is_whole(tmp_path / "a.sqlite")
    if ran.status == 0:
        text = json.loads(run("export", "reports", "--archive", tmp_path / "a.sqlite").out)["text"]
        assert "Kenyan President William Ruto met" in text


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "Permission denied"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "No such file"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_a_file_that_may_not_be_read_or_is_gone_by_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    opened = Path.open

    def refuse(path: Path, *arguments: str, **more: str) -> object:
        if path.name == "secret.txt":
            raise error
        return opened(path, *arguments, **more)  # type: ignore[call-overload]

    for name, text in (("good.txt", TALKS), ("secret.txt", PROTEST)):
        (tmp_path / name).write_text(text, encoding="utf8")
    monkeypatch.setattr(Path, "open", refuse)
    ran = run("add", tmp_path / "secret.txt", tmp_path / "good.txt", "--archive", tmp_path / "a.sqlite")
    assert (ran.status, summary(ran)) == (0, (2, 1, 0, 1))
    assert f"secret.txt: can't be read: {reason}" in ran.err
    assert is_whole(tmp_path / "a.sqlite")


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    alone = run("add", tmp_path / "none.txt", "--archive", tmp_path / "a.sqlite")
    assert (alone.status, summary(alone)) == (1, (1, 0, 0, 1))
    (tmp_path / "good.txt").write_text(TALKS, encoding="utf8")
    beside = run("add", tmp_path / "none.txt", tmp_path / "good.txt", "--archive", tmp_path / "a.sqlite")
    assert (beside.status, summary(beside)) == (0, (2, 1, 0, 1))


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ran = run("add", tmp_path / "in", "--archive", tmp_path / "a.sqlite")
    assert (ran.status, summary(ran)) == (1, (1, 0, 0, 1))
    assert "holds no files" in ran.err


@pytest.mark.parametrize(
    "options",
    [
        ("--map", "text"),
        ("--map", "words=body"),
        ("--published", "soon"),
        ("--published", "2023-08"),
        ("--workers", "-1"),
        ("--workers", "two"),
    ],
)
def test_wrong_use_makes_no_archive(tmp_path: Path, options: tuple[str, str]) -> None:
    (tmp_path / "good.txt").write_text(TALKS, encoding="utf8")
    ran = run("add", tmp_path / "good.txt", *options, "--archive", tmp_path / "a.sqlite")
    assert (ran.status, len(ran.complaints)) == (2, 1)
    assert not (tmp_path / "a.sqlite").exists()


def test_an_archive_that_can_not_be(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TALKS, encoding="utf8")
    for place in (tmp_path / "no" / "a.sqlite", tmp_path, tmp_path / "good.txt"):
        ran = run("add", tmp_path / "good.txt", "--archive", place)
        assert (ran.status, len(ran.complaints)) == (1, 1)
    assert (tmp_path / "good.txt").read_text(encoding="utf8") == TALKS


def test_standard_input_and_columns_by_other_names(tmp_path: Path) -> None:
    lines = json.dumps({"text": TALKS}).encode() + b"\n"
    assert summary(run("add", "-", "--archive", tmp_path / "a.sqlite", stdin=lines)) == (1, 1, 0, 0)
    (tmp_path / "t.csv").write_text(f'body,day\n"{PROTEST}",2023-08-16\n', encoding="utf8")
    ran = run("add", tmp_path / "t.csv", "--map", "text=body, published=day", "--archive", tmp_path / "a.sqlite")
    assert summary(ran) == (1, 1, 0, 0)
    reports = run("export", "reports", "--archive", tmp_path / "a.sqlite").lines
    assert [json.loads(line)["published"] for line in reports] == [None, "2023-08-16"]


def test_the_date_given_holds_where_there_is_none(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "r.jsonl", [{"text": TALKS}, {"text": PROTEST, "published": "2020-01-02"}])
    run("add", source, "--published", "2023-08-14", "--archive", tmp_path / "a.sqlite")
    reports = [json.loads(line) for line in run("export", "reports", "--archive", tmp_path / "a.sqlite").lines]
    assert [report["published"] for report in reports] == ["2023-08-14", "2020-01-02"]


def exported(archive: Path) -> dict[str, str]:
    kinds = ("mentions", "events", "actors", "claims", "links", "stories", "reports")
    return {kind: run("export", kind, "--archive", archive).out for kind in kinds}


def test_adding_twice_adds_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "a.sqlite"
    source = json_lines(tmp_path / "r.jsonl", [{"id": i, "text": t} for i, t in enumerate((TALKS, PROTEST, DENIAL))])
    assert summary(run("add", source, "--archive", archive)) == (3, 3, 0, 0)
    before = exported(archive)
    again = run("add", source, source, "--archive", archive)
    assert (again.status, summary(again)) == (0, (6, 0, 6, 0))
    assert exported(archive) == before


def test_the_same_content_by_another_name_is_known_and_linked(tmp_path: Path) -> None:
    archive = tmp_path / "a.sqlite"
    (tmp_path / "one.txt").write_text(TALKS, encoding="utf8")
    (tmp_path / "two.txt").write_text(TALKS, encoding="utf8")
    run("add", tmp_path / "one.txt", "--archive", archive)
    assert summary(run("add", tmp_path / "two.txt", "--archive", archive)) == (1, 0, 1, 0)
    links = [json.loads(line) for line in run("export", "links", "--archive", archive).lines]
    assert [({link["source_id"], link["other_id"]}, link["kind"]) for link in links] == [
        ({"one.txt", "two.txt"}, "duplicate")
    ]
    events = [json.loads(line) for line in run("export", "events", "--archive", archive).lines]
    assert all(event["n_independent"] == 1 for event in events)


def test_the_same_content_twice_in_one_run(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "r.jsonl", [{"id": "a", "text": TALKS}, {"id": "b", "text": TALKS}])
    assert summary(run("add", source, "--archive", tmp_path / "a.sqlite")) == (2, 1, 1, 0)
    assert "duplicate" in run("export", "links", "--archive", tmp_path / "a.sqlite").out


def test_recode_gives_the_same_rows(tmp_path: Path) -> None:
    archive = tmp_path / "a.sqlite"
    (tmp_path / "page.html").write_text(
        f"<html><head><title>Unrest</title></head><body><article><h1>Unrest</h1><p>{PROTEST}</p></article></body></html>",
        encoding="utf8",
    )
    (tmp_path / "plain.txt").write_text(f"Leaders meet\n\n{TALKS}", encoding="utf8")
    source = json_lines(tmp_path / "r.jsonl", [{"id": "d", "published": "2023-08-17", "text": DENIAL}])
    paths = (tmp_path / "page.html", tmp_path / "plain.txt", source)
    added = run("add", *paths, "--published", "2023-08-16", "--archive", archive)
    assert summary(added) == (3, 3, 0, 0)
    before = exported(archive)
    again = run("recode", "--archive", archive)
    assert summary(again) == (3, 3, 0, 0)
    assert again.lines[-1] == added.lines[-1]
    assert exported(archive) == before
    assert is_whole(archive)


def test_what_can_not_be_coded_any_more_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "a.sqlite"
    run("add", json_lines(tmp_path / "r.jsonl", [{"text": TALKS}]), "--archive", archive)
    before = exported(archive)
    monkeypatch.setattr("dragoman.workers.SECONDS", 0.0001)
    ran = run("recode", "--archive", archive)
    assert (ran.status, summary(ran)) == (1, (1, 0, 0, 1))
    assert "took longer" in ran.err
    assert exported(archive) == before


def test_the_first_and_the_last_day_of_the_calendar(tmp_path: Path) -> None:
    reports = [
        {"id": day, "published": day, "text": f"Rebels attacked {town} on Friday. Kenya condemned the attack."}
        for day, town in (("0001-01-01", "Goma"), ("0001-01-02", "Beni"), ("9999-12-31", "Bukavu"))
    ]
    json_lines(tmp_path / "ends.jsonl", reports)
    archive = tmp_path / "a.sqlite"
    assert run("add", tmp_path / "ends.jsonl", "--archive", archive).status == 0
    for command in ("brief", "timeline", "stories"):
        assert run(command, "--archive", archive).status == 0
