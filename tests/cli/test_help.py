"""Help, version, and what leaves the program when something goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import many_reports, run, start

from dragoman.version import __version__

COMMANDS = ["add", "recode", "export", "doctor", "brief", "events", "actors", "claims", "stories", "timeline"]
COMMANDS += ["search", "sql", "annotate", "relate", "resolve", "locate"]
HEAVY = {"spacy", "pyarrow", "trafilatura", "numpy", "lxml", "sqlite3", "pandas"}


def test_the_help_names_every_command() -> None:
    ran = run("--help")
    assert ran.status == 0
    assert {name for name in COMMANDS if f" {name} " not in ran.out} == set()


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_fits(command: str, columns: int) -> None:
    ran = run(command, "--help", columns=columns)
    assert ran.status == 0
    assert f"dragoman {command}" in ran.out
    assert max(map(len, ran.lines)) <= columns


def test_help_imports_nothing_heavy() -> None:
    asked = (
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(sorted({m.split('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert "Usage: dragoman" in done.stdout
    assert not {name for name in HEAVY if f"'{name}'" in done.stderr}


def test_version_and_no_arguments() -> None:
    assert run("--version").out == f"dragoman {__version__}\n"
    nothing = run()
    assert nothing.status == 2
    assert "Usage: dragoman" in nothing.out


def test_doctor(archive: Path, tmp_path: Path) -> None:
    well = run("doctor", "--archive", archive)
    assert well.status == 0, well.out
    assert "sound" in well.lines[-1]
    (tmp_path / "bad.sqlite").write_bytes(archive.read_bytes()[:3000])
    for bad in (tmp_path / "bad.sqlite", tmp_path / "none.sqlite"):
        ill = run("doctor", "--archive", bad)
        assert ill.status == 1
        assert ill.lines[-1].startswith("BAD ")


def test_doctor_names_a_parser_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_SPACY_MODEL", "en_no_such_model")
    ran = run("doctor")
    assert ran.status == 1
    assert "en_no_such_model" in "".join(line for line in ran.lines if line.startswith("BAD"))


def test_settings_that_make_no_sense(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_WORKERS", "many")
    ran = run("add", many_reports(tmp_path / "r.jsonl", 1), "--archive", tmp_path / "a.sqlite")
    assert (ran.status, len(ran.complaints)) == (2, 1)
    assert "DRAGOMAN_WORKERS" in ran.err


@pytest.mark.parametrize("command", [("events",), ("export", "mentions"), ("export", "events", "--format", "csv")])
def test_a_closed_pipe_is_no_error_to_speak_of(archive: Path, command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        arguments = [sys.executable, "-m", "dragoman", *command, "--archive", str(archive)]
        done = subprocess.run(arguments, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""
    assert done.returncode == 1


def test_a_file_that_can_not_be_written_is_one_line(archive: Path, tmp_path: Path) -> None:
    ran = run("export", "mentions", "--out", tmp_path / "no" / "such" / "folder", "--archive", archive)
    assert (ran.status, len(ran.complaints)) == (1, 1)
    assert "folder: No such file or directory" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line(archive: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        arguments = [sys.executable, "-m", "dragoman", "export", "mentions", "--archive", str(archive)]
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode() == "dragoman: No space left on device\n"


def test_output_is_utf8_whatever_the_locale(archive: Path) -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii"}
    running = start("sql", "SELECT 'Erdoğan — 习近平' AS who", "--archive", archive, env=surroundings)
    out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert "Erdoğan — 习近平" in out.decode("utf-8")


def test_control_characters_in_a_path_reach_no_terminal(tmp_path: Path) -> None:
    ran = run("add", tmp_path / "a\x1b[2Jb.txt", "--archive", tmp_path / "a.sqlite")
    worse = run("events", "--archive", tmp_path / "\x1b]0;owned\x07.sqlite")
    assert (ran.status, worse.status) == (1, 2)
    assert "\x1b" not in ran.err + worse.err
    assert "\x07" not in worse.err
