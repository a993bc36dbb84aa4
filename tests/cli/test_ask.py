"""Questions to an archive, as tables and as files."""

import csv
import io
import json
from pathlib import Path

import pytest
from commands import TALKS, json_lines, run

from dragoman.cli.records import days

ASKING = [
    ("events",),
    ("actors",),
    ("claims",),
    ("stories",),
    ("timeline",),
    ("search", "talks OR government"),
    ("search", "leaders"),
    ("sql", "SELECT * FROM mention_parties"),
    ("sql", "SELECT * FROM reports"),
]


def asked(archive: Path, *arguments: object) -> list[dict[str, object]]:
    ran = run(*arguments, "--format", "json", "--archive", archive)
    assert ran.status == 0, ran.err
    found: list[dict[str, object]] = json.loads(ran.out)
    return found


@pytest.mark.parametrize("columns", [20, 60, 80, 120])
@pytest.mark.parametrize("command", ASKING)
def test_no_line_is_longer_than_the_terminal(archive: Path, command: tuple[str, ...], columns: int) -> None:
    ran = run(*command, "--archive", archive, columns=columns)
    assert ran.status == 0
    assert ran.lines
    assert max(map(len, ran.lines)) <= columns


def test_a_table_keeps_every_word(archive: Path) -> None:
    sentence = TALKS.split(". ")[0]
    for columns in (60, 80, 120):
        shown = run("timeline", "--archive", archive, columns=columns).out.split()
        assert set(sentence.split()) <= set(shown)


@pytest.mark.parametrize("command", ASKING)
def test_formats_are_valid_and_tell_the_same(archive: Path, command: tuple[str, ...]) -> None:
    records = asked(archive, *command)
    lines = run(*command, "--format", "jsonl", "--archive", archive).lines
    table = run(*command, "--format", "csv", "--archive", archive).out
    assert [json.loads(line) for line in lines] == records
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert len(rows) == len(records) + 1
    assert len({len(row) for row in rows}) == 1


def test_an_unknown_format_is_wrong_use(archive: Path) -> None:
    ran = run("events", "--format", "yaml", "--archive", archive)
    assert ran.status == 2
    assert "jsonl" in ran.err
    assert len(ran.complaints) == 1


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("--actor", "Ruto"), "talks"),
        (("--actor", "KEN", "--role", "actor"), "talks"),
        (("--type", "protest"), "protest"),
        (("--since", "2023-08", "--until", "2023-08", "--source", "denial"), "denial"),
        (("--words", "tear gas"), "protest"),
        (("--source", "Morning"), "talks"),
        (("--place", "Lima"), "protest"),
    ],
)
def test_filters_of_events(archive: Path, options: tuple[str, ...], wanted: str) -> None:
    every = asked(archive, "events")
    some = asked(archive, "events", *options)
    assert 0 < len(some) < len(every)
    assert all(wanted in record["reports"] for record in some)  # type: ignore[operator]


def test_limit_and_status(archive: Path) -> None:
    assert len(asked(archive, "events", "--limit", 1)) == 1
    assert {record["status"] for record in asked(archive, "events", "--status", "happened")} == {"happened"}
    assert asked(archive, "events", "--until", "1990") == []
    assert run("events", "--until", "1990", "--archive", archive).out == "nothing found\n"


@pytest.mark.parametrize(
    "options",
    [
        ("events", "--type", "TALK"),
        ("events", "--status", "maybe"),
        ("events", "--role", "victim"),
        ("events", "--since", "yesterday"),
        ("events", "--since", "2023-W33"),
        ("events", "--until", "2023-02-30"),
        ("events", "--limit", "-1"),
        ("events", "--nonsense"),
        ("search", '""'),
        ("export", "opinions"),
        ("export", "mentions", "--format", "xlsx"),
        ("events", "--actor", "\udcff"),
        ("search", "\udcff"),
        ("sql", "SELECT '\udcff'"),
        ("nonsense",),
        ("sql",),
    ],
)
def test_wrong_use_is_one_line_and_status_2(archive: Path, options: tuple[str, ...]) -> None:
    ran = run(*options, *(() if options == ("nonsense",) else ("--archive", archive)))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.complaints) == 1
    assert ran.err.startswith("dragoman: ")


@pytest.mark.parametrize("command", [("events",), ("brief",), ("export", "mentions"), ("sql", "SELECT 1"), ("recode",)])
def test_a_missing_archive_is_said_with_what_to_do(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(*command, "--archive", tmp_path / "none.sqlite")
    assert ran.status == 2
    assert "dragoman add PATH" in ran.err
    assert not (tmp_path / "none.sqlite").exists()


def test_something_else_is_no_archive(tmp_path: Path) -> None:
    other = tmp_path / "notes.sqlite"
    other.write_text("these are notes", encoding="utf8")
    ran = run("events", "--archive", other)
    assert (ran.status, len(ran.complaints)) == (1, 1)
    assert other.read_text(encoding="utf8") == "these are notes"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM reports",
        "UPDATE reports SET title = ''",
        "DROP TABLE reports",
        "INSERT INTO meta VALUES ('a', 'b')",
        "PRAGMA journal_mode = DELETE",
        "ATTACH 'other.sqlite' AS other",
        "SELECT 1; DELETE FROM reports",
        "VACUUM",
    ],
)
def test_sql_refuses_to_write(archive: Path, statement: str) -> None:
    before = archive.read_bytes()
    ran = run("sql", statement, "--archive", archive)
    assert (ran.status, ran.out) == (2, "")
    assert archive.read_bytes() == before


def test_sql_shows_columns_of_one_name_bytes_and_infinity(archive: Path) -> None:
    found = asked(archive, "sql", "SELECT 1 AS n, 2 AS n, raw, 9e999 AS most FROM reports LIMIT 1")
    assert list(found[0]) == ["n", "n_2", "raw", "most"]
    assert found[0]["n_2"] == 2
    assert str(found[0]["raw"]).endswith(" bytes")
    assert found[0]["most"] == "inf"


def test_sql_says_that_rows_are_left_out(archive: Path) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) SELECT i FROM n"
    ran = run("sql", many, "--format", "csv", "--archive", archive)
    assert ran.lines[-1] == "10000"
    assert "only the first 10,000 rows" in ran.err


def test_search_shows_an_excerpt(archive: Path) -> None:
    assert "«tear»" in run("search", "tear", "--archive", archive).out


def test_days_are_no_longer_than_needed() -> None:
    assert days({"start": "2023-08-14", "end": "2023-08-14"}) == "2023-08-14"
    assert days({"start": "2023-01-01", "end": "2023-12-31"}) == "2023"
    assert days({"start": "2024-02-01", "end": "2024-02-29"}) == "2024-02"
    assert days({"start": "2023-02-01", "end": "2023-02-27"}) == "2023-02-01 to 27"
    assert days({"start": "2023-08-14", "end": "2023-09-01"}) == "2023-08-14 to 09-01"
    assert days({"start": "2023-12-30", "end": "2024-01-02"}) == "2023-12-30 to 2024-01-02"
    assert days({"start": None, "end": None}) == ""


HOSTILE = "Leaders \x1b[31mmeet\x1b[0m [bold]now[/bold] <script>alert(1)</script> \u202egnp.exe \x9b2J"


@pytest.mark.parametrize(
    "command",
    [
        ("stories",),
        ("search", "leaders"),
        ("timeline",),
        ("events",),
        ("sql", "SELECT title, text, char(27) || '[2J' FROM reports"),
    ],
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_hostile_strings_reach_no_terminal(command: tuple[str, ...], form: str, hostile: Path) -> None:
    ran = run(*command, "--format", form, "--archive", hostile)
    assert ran.status == 0
    assert not {c for c in ran.out if not c.isprintable() and c not in "\n"}


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_hostile_strings_reach_no_brief(hostile: Path, tmp_path: Path, form: str) -> None:
    shown = run("brief", "--format", form, "--archive", hostile)
    written = run("brief", "--format", form, "--out", tmp_path / "brief", "--archive", hostile)
    assert (shown.status, written.status, written.out) == (0, 0, "")
    text = (tmp_path / "brief").read_text(encoding="utf8")
    assert text.strip() == shown.out.strip()
    assert "Leaders" in text
    assert not {c for c in text if not c.isprintable() and c != "\n"}
    assert form == "text" or "<script>alert" not in text


def test_markup_is_text(hostile: Path) -> None:
    out = run("stories", "--archive", hostile).out
    assert "[bold]now[/bold]" in " ".join(out.split())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    more = "\x1b]0;owned\x07 A spokesman \u202efor Ruto\u202c said [red]that \x9b31m talks\u200f had ended well."
    source = json_lines(folder / "x.jsonl", [{"id": "x\x1b[2J", "title": HOSTILE, "text": f"{TALKS} {more}"}])
    ran = run("add", source, "--archive", folder / "x.sqlite")
    assert ran.status == 0, ran.err
    return folder / "x.sqlite"
