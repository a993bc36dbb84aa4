"""The documents hold: their commands exist and run, their Python blocks run, their tables are those of the program."""

import contextlib
import doctest
import importlib.util
import io
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer.main
from reading import events
from typer.exceptions import TyperException
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.export.columns import COLUMNS
from dragoman.ontology.tables import cells, rows
from dragoman.store.schema import MIGRATIONS

ROOT = Path(__file__).parent.parent
DOCS = sorted((ROOT / "docs").glob("*.md"))
DOCUMENTS = [p for p in (ROOT / "README.md", *DOCS) if p.exists()]
SAMPLE = "examples/reports/sahel"
COMMANDS = typer.main.get_command(app)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_MOST_FILES = 12
"""Folders of more files are not read here: too slow."""
_UNSTEADY = re.compile(r"\d+(?=\))|lexicon \d+|encoder \w{8}|data \w+")
"""What changes with every row of data: row numbers in ``why``, counts and hashes in ``coder``."""


class Block(NamedTuple):
    language: str
    text: str


def blocks(path: Path) -> list[Block]:
    return [Block(*found) for found in _FENCE.findall(path.read_text(encoding="utf8"))]


def commands(path: Path) -> list[str]:
    console = [b.text for b in blocks(path) if b.language == "console"]
    return [line[2:] for text in console for line in text.splitlines() if line.startswith("$ ")]


def table(path: Path, heading: str) -> list[list[str]]:
    """The cells of the first table after a heading, without its head."""
    text = path.read_text(encoding="utf8").split(f"# {heading}\n", 1)[1]
    lines = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert lines, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[0].splitlines()[2:]]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the sample reports and a small archive of them, in which the documents' blocks run."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAGOMAN_ARCHIVE", str(folder / "dragoman.sqlite"))
        patch.setenv("DRAGOMAN_WORKERS", "1")
        with contextlib.chdir(folder):
            run(["add", SAMPLE])
            yield folder


def run(words: list[str], given: str | None = None) -> str:
    result = CliRunner().invoke(app, words, input=given)
    assert result.exit_code == 0, (words, result.output, result.exception)
    return result.output


def dragoman_call(command: str) -> tuple[list[str], str | None] | None:
    """The arguments of a line's call of this program and what is piped into it; None where it isn't called."""
    given = None
    for part in re.split(r"\s[|]\s", command):
        words = shlex.split(re.split(r"\s[<>]+\s", part)[0], comments=True)
        if words and Path(words[0]).name == "dragoman":
            return words[1:], given
        given = "\n".join(words[1:]) + "\n" if words and words[0] == "echo" else None
    return None


def check_options(words: list[str]) -> None:
    """Sub-command, options and number of arguments exist; raises typer's own error."""
    if words and not words[0].startswith("-"):
        name, *rest = words
        assert name in COMMANDS.commands, f"no sub-command {name}"  # type: ignore[attr-defined]
        if not {"-h", "--help"} & set(rest):
            COMMANDS.commands[name].make_context(name, list(rest))  # type: ignore[attr-defined]


def is_quick(words: list[str], given: str | None) -> bool:
    if not words or words[0] == "recode":
        return False
    paths = [Path(w) for w in words[1:] if not w.startswith("-")]
    if words[0] == "add":
        read = [p for p in paths if p.exists() and p.suffix != ".sqlite"]
        return bool(read) and sum(1 for p in read for f in (p, *p.rglob("*")) if f.is_file()) <= _MOST_FILES
    if words[0] in {"annotate", "relate", "resolve", "locate"}:
        return given is not None or paths[0].is_file()
    return "--archive" not in words and "-a" not in words


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_commands_exist_and_the_quick_ones_run(path: Path, workplace: Path) -> None:
    for command in commands(path):
        call = dragoman_call(command)
        if call is None:
            check_other(command)
            continue
        words, given = call
        check_options(words)
        if is_quick(words, given):
            assert run(words, given), f"{command} says nothing"


@pytest.mark.parametrize("command", ["dragoman events --colour red", "dragoman paint", "dragoman sql", "dragoman add"])
def test_what_does_not_exist_is_found(command: str) -> None:
    call = dragoman_call(command)
    assert call is not None
    with pytest.raises((AssertionError, TyperException)):
        check_options(call[0])


def check_other(command: str) -> None:
    words = shlex.split(command, comments=True)
    if words[0] == "make":
        targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf8"), re.MULTILINE)
        assert set(words[1:]) <= set(targets), command
    elif words[:2] == ["python", "-m"]:
        assert importlib.util.find_spec(words[2]), command
        missing = [w for w in words[3:] if "/" in w and not (ROOT / w).exists()]
        assert not missing, f"{command}: no {missing}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_python_blocks_run_and_give_what_they_show(path: Path, workplace: Path) -> None:
    """A JSON block after a Python block shows its ``record``."""
    names: dict[str, Any] = {}
    before = ""
    for block in blocks(path):
        if block.language == "python":
            run_python(block.text, names, path.name)
        elif block.language == "json" and before == "python":
            now = shown(names["record"])
            assert steady(block.text) == steady(now), f"{path.name} shows another record; now it is\n{now}"
        before = block.language


def run_python(text: str, names: dict[str, Any], name: str) -> None:
    if ">>>" not in text:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, name, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(text, names, name, name, 0)
    report = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=report.write, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, report.getvalue()


def shown(record: dict[str, object]) -> str:
    """A record as the documents print it: a key a line."""
    return "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in record.items()) + "\n}\n"


def steady(text: str) -> object:
    record = json.loads(text)
    record |= {key: _UNSTEADY.sub("#", record[key]) for key in ("coder", "why") if key in record}
    record |= {"confidence": "#"} if "confidence" in record else {}
    record.pop("confidence", None)
    return record


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_and_files_exist(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    files = re.findall(r"`((?:src|tests|docs|examples|evals)/[\w/.-]+)`", text)
    missing = [link for link in links if not (path.parent / link).exists()]
    missing += [file for file in files if not (ROOT / file).exists()]
    assert not missing


CODEBOOK = ROOT / "docs" / "codebook.md"


def test_codebook_examples_are_coded_as_it_says() -> None:
    wrong = []
    for event_type, mode, sentence in table(CODEBOOK, "Event types and modes"):
        found = {(e.event_type, e.event_mode) for e in events(sentence)}
        if (event_type, mode) not in found:
            wrong.append((event_type, mode, sentence, found))
    assert not wrong


def test_codebook_has_every_mode() -> None:
    shown = {(row[0], row[1]) for row in table(CODEBOOK, "Event types and modes") if row[1]}
    known = {(r["type"], mode) for r in rows("event_types.tsv") for mode in cells(r["modes"])}
    assert known - shown == {("SANCTION", "convict")} and shown <= known


def test_codebook_statuses_are_coded_as_it_says() -> None:
    for status, _, sentence in table(CODEBOOK, "Status"):
        assert status in {e.status for e in events(sentence)}, sentence


@pytest.mark.parametrize("what", list(COLUMNS))
def test_codebook_lists_the_fields_of_each_record(what: str) -> None:
    listed = [row[0].strip("`") for row in table(CODEBOOK, what)]
    assert listed == [column.name for column in COLUMNS[what]]  # type: ignore[index]


def test_architecture_lists_the_tables_of_the_archive() -> None:
    made = [statement for _, statements in MIGRATIONS for statement in statements]
    names = {found[1] for s in made if (found := re.match(r"\s*CREATE (?:VIRTUAL )?TABLE (\w+)", s))}
    assert {row[0].strip("`") for row in table(ROOT / "docs" / "architecture.md", "The archive")} == names


def test_data_sources_lists_every_data_file_with_its_rows() -> None:
    listed = {
        r[0].strip("`"): int(r[1].replace(",", "")) for r in table(ROOT / "docs" / "data-sources.md", "Data sources")
    }
    source = ROOT / "src" / "dragoman"
    found = {str(p.relative_to(source)): p for kind in ("tsv", "txt") for p in source.glob(f"*/data/**/*.{kind}")}
    assert listed.keys() == found.keys()
    counts = {name: count_rows(name, path) for name, path in found.items()}
    wrong = {name: n for name, n in counts.items() if abs(listed[name] - n) > max(5, n // 5)}
    assert not wrong, f"these have changed: {wrong}"


def count_rows(name: str, path: Path) -> int:
    """Rows without comments and, where the file has one, the header line."""
    lines = [x for x in path.read_text(encoding="utf8").splitlines() if x.strip() and not x.startswith("#")]
    return len(lines) - (not name.startswith(("clean/", "link/")))


def test_data_sources_states_the_licences_of_all_dependencies() -> None:
    listed = {row[0].strip("`"): row[1] for row in table(ROOT / "docs" / "data-sources.md", "Licences of dependencies")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    extras = [d for group in project["optional-dependencies"].values() for d in group]
    needed = {re.match(r"[\w-]+", d)[0] for d in (*project["dependencies"], *extras)}  # type: ignore[index]
    assert listed.keys() == needed
    for name, licence in listed.items():
        stated = metadata(name)
        classified = [c.rpartition(" :: ")[2] for c in stated.get_all("Classifier", []) if c.startswith("License ::")]
        assert licence == (stated.get("License-Expression") or stated.get("License") or classified[0]), name
