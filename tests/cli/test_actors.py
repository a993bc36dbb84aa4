"""Actors as a list, and the page of one."""

import csv
import io
import json
from pathlib import Path

import pytest
from commands import Ran, run

import dragoman


def asked(archive: Path, *arguments: object, columns: int = 120) -> Ran:
    return run("actors", *arguments, "--archive", archive, columns=columns)


def test_a_name_that_fits_one_shows_its_page(archive: Path) -> None:
    ran = asked(archive, "Ruto")
    assert ran.status == 0, ran.err
    assert ran.lines[:2] == ["William Ruto", "person; Kenya (KEN); Government (GOV)"]
    headings = [line.split(" (")[0] for line in ran.lines]
    for part in ("Offices", "Names in the reports", "Events", "Counterparts", "Publishers", "Reports"):
        assert part in headings
    for told in ("President of Kenya", "to Abiy Ahmed (ETH)", "Nairobi", "Morning Post", "2022-09-13"):
        assert told in ran.out


def test_claims_with_their_denials(archive: Path) -> None:
    ran = asked(archive, "India")
    assert ran.lines[0] == "India"
    assert "denies Pakistan 2023-08-1" in ran.out
    assert "denied by India 2023-08-1" in ran.out


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("name", ["Ruto", "India", "KEN", "Rutto"])
def test_no_line_is_longer_than_the_terminal(archive: Path, name: str, columns: int) -> None:
    ran = asked(archive, name, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, ran.lines)) <= columns


def test_long_parts_are_cut_and_say_so(archive: Path) -> None:
    cut, whole = asked(archive, "Ruto", "--limit", 1), asked(archive, "Ruto", "--limit", 0)
    at = whole.lines.index("Names in the reports (2)")
    assert cut.lines[at : at + 4] == whole.lines[at : at + 4]
    assert cut.lines[at + 4] == "1 more: --limit 0 shows all"
    assert "more:" not in whole.out
    assert " more: --limit 0 shows all" in asked(archive, "--limit", 2).out


def test_a_name_that_fits_several_shows_the_list_and_how_to_get_a_page(archive: Path) -> None:
    ran = asked(archive, "KEN")
    assert ran.lines[0].split() == ["name", "kind", "country", "sectors", "office", "events", "reports"]
    assert "for the page of one: dragoman actors" in ran.lines[-1]
    asked_next = ran.lines[-1].rpartition("dragoman actors ")[2].strip("'")
    assert asked(archive, asked_next).lines[0] == asked_next


def test_list_and_page_can_be_asked_for(archive: Path) -> None:
    assert asked(archive, "Ruto", "--list").lines[0].startswith("name ")
    others = asked(archive, "Kenya").lines[-1]
    assert others.endswith("fit 'Kenya': --list shows them")
    assert asked(archive, "Ruto", "--page").out == asked(archive, "Ruto").out


def test_json_is_the_list_unless_a_page_is_asked_for(archive: Path) -> None:
    """A program gets the same kind of answer whether a name fits one, several or none."""
    rows = json.loads(asked(archive, "Ruto", "--format", "json").out)
    assert [row["name"] for row in rows] == ["William Ruto"]
    page = json.loads(asked(archive, "Ruto", "--page", "--format", "json").out)
    (line,) = asked(archive, "Ruto", "--page", "--format", "jsonl").lines
    assert json.loads(line) == page
    assert {key: page[key] for key in ("actor_id", "name", "country", "sectors")} == {
        key: rows[0][key] for key in ("actor_id", "name", "country", "sectors")
    }
    assert page["totals"]["events"] == len(page["events"])
    cut = json.loads(asked(archive, "Ruto", "--page", "--format", "json", "--limit", 1).out)
    assert len(cut["names"]) == 1 < page["totals"]["names"] == cut["totals"]["names"]


def test_a_name_that_fits_none_gets_near_spellings(archive: Path) -> None:
    said = "nothing found: no actor 'Rutto' in the archive; spelled nearly so: William Ruto"
    table = asked(archive, "Rutto")
    assert (table.status, table.lines) == (0, [said])
    for form, out in (("json", "[]\n"), ("jsonl", "")):
        ran = asked(archive, "Rutto", "--format", form)
        assert (ran.status, ran.out, ran.complaints) == (0, out, [said])
    rows = list(csv.reader(io.StringIO(asked(archive, "Rutto", "--format", "csv").out)))
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("Rutto", "--page"), "spelled nearly so: William Ruto"),
        (("KEN", "--page"), "'KEN' fits "),
        (("--page",), "--page needs a NAME"),
        (("Ruto", "--page", "--format", "csv"), "not csv"),
        (("Ruto", "--limit", "-1"), "--limit"),
        (("\udcff",), "UTF-8"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(archive: Path, options: tuple[str, ...], said: str) -> None:
    ran = asked(archive, *options)
    assert (ran.status, ran.out, len(ran.complaints)) == (2, "", 1)
    assert said in ran.err


def test_an_empty_and_a_missing_archive(tmp_path: Path) -> None:
    dragoman.open(tmp_path / "empty.sqlite").close()
    for name in ((), ("Ruto",)):
        ran = asked(tmp_path / "empty.sqlite", *name)
        assert (ran.status, len(ran.lines)) == (0, 1)
        assert "dragoman add PATH" in ran.out
    missing = asked(tmp_path / "none.sqlite", "Ruto")
    assert (missing.status, missing.out) == (2, "")
    assert "dragoman add PATH" in missing.err


def test_hostile_strings_reach_no_terminal(archive: Path) -> None:
    ran = asked(archive, "\x1b[2J\u202eRuto[bold]")
    assert ran.status == 0
    assert not {c for c in ran.out + ran.err if not c.isprintable() and c != "\n"}
    assert "[bold]" in ran.out
