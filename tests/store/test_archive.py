"""The archive keeps what it is given, once, through copies, crashes and hostile text."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import Told, city, clean, days, identity, person, read, renamed, report, state, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import ArchiveBusyError, ArchiveError, BadReport
from dragoman.store import Archive, Entry, open_archive, report_id_of
from dragoman.store.schema import MIGRATIONS
from dragoman.types.event import Wording
from dragoman.types.place import Place, PlaceMention
from dragoman.types.report import Report
from dragoman.types.text import Span
from dragoman.types.time import TimeMention

BREKKE, SELIM = person("Tomas Brekke", "NOR", "GOV", "MIL", office="Minister of Fisheries"), state("SLM")
DAY = date(2024, 5, 7)
TEXT = "Norland woke late. Tomas Brekke visited Selim on Tuesday, and stayed in Port Selim, Norland's radio said.\nEnd."
SENTENCE = "Tomas Brekke visited Selim on Tuesday, and stayed in Port Selim, Norland's radio said."
HOSTILE = [
    "<script>alert(1)</script>",
    "'); DROP TABLE reports; --",
    '=HYPERLINK("http://example.org")',
    "\u202eright to left\u202c",
    "nul\x00inside",
    "\ufeff\u200b\u00ad",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 ﷽",
    "%s %d {0} \\u0041 \\",
    '" OR "1"="1',
]


def entry(name: str = "a", title: str = "", text: str = TEXT) -> Entry:
    article = report(text, name, title, DAY, publisher="Gazette", url="https://example.org/1", origin="a.jsonl:1")
    event = Told(
        SENTENCE,
        "visited",
        "CONSULT",
        ((BREKKE, "Tomas Brekke"),),
        ((SELIM, "Selim"),),
        days(DAY),
        city("Port Selim", "SLM", 10.5, -3.25),
        "alleged",
        ((SELIM, "Norland's radio", "said"),),
        "visit",
        0.625,
    )
    mentions = told(article, event)
    return Entry(read(article), clean(article), mentions, (*mentions[0].actors, *mentions[0].recipients))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.sqlite") as opened:
        yield opened


def test_a_report_is_coded_once_and_known_after(archive: Archive) -> None:
    one = entry()
    assert archive.add_batch([one, one]) == ["coded", "known"]
    assert archive.add_coded(one.read, one.clean, one.mentions, one.actors) == "known"
    assert archive.rows("SELECT count(*) FROM mentions")[0][0] == 1
    assert len(archive.rows("SELECT * FROM report_sources")) == 1


def test_the_same_content_under_another_name_is_a_further_source(archive: Archive) -> None:
    one = entry("b")
    archive.add_batch([one])
    archive.add_source(read(renamed(one.read.report, "a")))
    assert archive.link_inputs()[0].source_ids == ("a", "b")
    assert archive.knows(report_id_of(one.read.report))


def test_a_source_of_what_is_not_there_is_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="isn't in the archive"):
        archive.add_source(entry().read)


def test_another_content_under_the_same_name_is_another_report(archive: Archive) -> None:
    assert archive.add_batch([entry("a", "One"), entry("a", "Two")]) == ["coded", "coded"]


def test_mentions_come_back_as_they_went_in(archive: Archive) -> None:
    one = entry()
    archive.add_batch([one])
    assert tuple(archive.mentions()) == one.mentions


def test_wording_comes_back(archive: Archive) -> None:
    one = entry()
    wording = Wording(Span("text", 0, 7, "Norland"), "Northland", "names:1")
    spun = replace(one.mentions[0], wording=(wording,))
    archive.add_batch([Entry(one.read, one.clean, (spun,))])
    assert archive.mentions()[0].wording == (wording,)


def test_the_report_comes_back_as_it_was_read(archive: Archive) -> None:
    one = entry("a", "A title")
    archive.add_batch([one])
    (stored,) = archive.stored_reports()
    assert (stored.report_id, stored.read) == (identity(one.read.report), one.read)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_words(archive: Archive, hostile: str) -> None:
    one = entry(hostile, hostile, f"{hostile}\n{TEXT}")
    assert archive.add_batch([one]) == ["coded"]
    (stored,) = archive.stored_reports()
    assert stored.read.report == one.read.report
    assert tuple(archive.mentions()) == one.mentions
    assert archive.problems() == []


def test_characters_that_no_file_can_hold_are_refused_and_nothing_is_added(archive: Archive) -> None:
    with pytest.raises(BadReport, match="surrogate"):
        archive.add_batch([entry(), entry("b", "\ud800")])
    assert archive.link_inputs() == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    after=st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
)
def test_every_span_leads_to_its_characters(tmp_path_factory: pytest.TempPathFactory, before: str, after: str) -> None:
    text = f"{before}\n{SENTENCE}\n{after}"
    one = entry(text=text)
    with open_archive(tmp_path_factory.mktemp("spans") / "a.sqlite") as archive:
        archive.add_batch([one])
        (stored,) = archive.stored_reports()
        (mention,) = archive.mentions()
        spans = [mention.sentence, mention.trigger, *(m.span for m in (*mention.actors, *mention.recipients))]
        spans += [claimant.span for claimant in mention.claimants] + ([mention.place.span] if mention.place else [])
        assert len(spans) == 6
        source = stored.read.report.text
        assert all(source[span.start : span.end] == span.text for span in spans)
        rows = archive.rows(
            'SELECT start, "end", text FROM mention_parties UNION ALL SELECT start, "end", text FROM actor_mentions'
        )
        assert len(rows) == 5
        assert all(source[row["start"] : row["end"]] == row["text"] for row in rows)


def test_times_and_places_lead_back_through_their_passage(archive: Archive) -> None:
    one = entry()
    at = TEXT.index("Tuesday")
    port = TEXT.index("Port Selim")
    times = (TimeMention(0, at, at + 7, "Tuesday", "DATE", "2024-05-07", DAY, DAY, "day", "stated"),)
    places = (PlaceMention(0, port, port + 10, "Port Selim", Place("Port Selim", "SLM", 1.0, 2.0, "city")),)
    archive.add_coded(one.read, one.clean, one.mentions, times=times, places=places)
    found = archive.rows(
        'SELECT start, "end", text FROM time_mentions UNION ALL SELECT start, "end", text FROM place_mentions'
    )
    assert [tuple(row) for row in found] == [(at, at + 7, "Tuesday"), (port, port + 10, "Port Selim")]


def test_what_is_interrupted_is_not_there(archive: Archive) -> None:
    archive.add_batch([entry("a", "One")])
    with pytest.raises(KeyboardInterrupt), archive.transaction():
        archive.add_batch([entry("b", "Two")])
        raise KeyboardInterrupt
    assert [one.read.report.title for one in archive.stored_reports()] == ["One"]


def test_a_dropped_connection_leaves_nothing_half_done(tmp_path: Path) -> None:
    dropped = open_archive(tmp_path / "a.sqlite")
    dropped.add_batch([entry("a", "One")])
    dropped.rows("BEGIN IMMEDIATE")
    dropped.add_batch([entry("b", "Two")])
    dropped.close()
    with open_archive(tmp_path / "a.sqlite") as archive:
        assert [one.read.report.title for one in archive.stored_reports()] == ["One"]
        assert archive.problems() == []


KILLED = """
import os, sys
sys.path[:0] = sys.argv[2:]
from factories import clean, read, report
from dragoman.store import Entry, open_archive
archive = open_archive(sys.argv[1])
def entry(name):
    article = report(name * 50, name)
    return Entry(read(article), clean(article))
for name in "abc":
    archive.add_batch([entry(name)])
    os.write(1, name.encode())
with archive.transaction():
    archive.add_batch([entry("d"), entry("e")])
    os.kill(os.getpid(), 9)
"""


def test_a_killed_program_keeps_what_it_said_it_had_added(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    src = Path(sys.modules["dragoman.store"].__file__ or "").parents[2]
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(src), str(tests)], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (-9, b"abc"), done.stderr
    with open_archive(path) as archive:
        assert [one.read.report.source_id for one in archive.stored_reports()] == ["a", "b", "c"]
        assert archive.problems() == []
        assert archive.add_batch([entry("d")]) == ["coded"]


def test_a_new_coding_takes_the_place_of_the_old(archive: Archive) -> None:
    one, other = entry("a", "One"), entry("b", "Two")
    archive.add_batch([one, other])
    archive.add_source(read(renamed(one.read.report, "z")))
    archive.replace_coding(identity(one.read.report), Entry(one.read, one.clean))
    assert {mention.report_id for mention in archive.mentions()} == {identity(other.read.report)}
    assert [stored.read.report.title for stored in archive.stored_reports()] == ["One", "Two"]
    assert {name for found in archive.link_inputs() for name in found.source_ids} == {"a", "b", "z"}
    assert archive.rows("SELECT rowid FROM report_words WHERE report_words MATCH 'Brekke'")


def test_reading_anew_may_give_another_text(archive: Archive) -> None:
    one, better = entry("a", "One"), entry("a", "One, better read")
    archive.add_batch([one])
    archive.replace_coding(identity(one.read.report), better)
    assert [stored.read.report.title for stored in archive.stored_reports()] == ["One, better read"]
    with pytest.raises(ArchiveError, match="no report"):
        archive.replace_coding(identity(one.read.report), better)


def test_stored_reports_can_be_coded_again_while_they_are_read(archive: Archive) -> None:
    archive.add_batch([entry("a", "One"), entry("b", "Two"), entry("c", "Three")])
    for stored in archive.stored_reports():
        archive.replace_coding(stored.report_id, Entry(stored.read, clean(stored.read.report)))
    assert archive.mentions() == []
    assert len(archive.link_inputs()) == 3


def test_notes_about_the_archive(archive: Archive) -> None:
    archive.set_meta("coder", "1")
    archive.set_meta("coder", "2")
    assert (archive.meta("coder"), archive.meta("nothing")) == ("2", "")


def test_a_statement_that_fails_is_shown(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="no such table: nowhere.*SELECT"):
        archive.rows("SELECT * FROM nowhere")


def test_the_same_mention_twice_is_refused_whole(archive: Archive) -> None:
    one = entry()
    with pytest.raises(ArchiveError, match="UNIQUE"):
        archive.add_coded(one.read, one.clean, one.mentions * 2)
    assert archive.link_inputs() == []


def test_the_file_survives_closing(tmp_path: Path) -> None:
    path = tmp_path / "with space # and ?.sqlite"
    with open_archive(path) as archive:
        archive.add_batch([entry()])
    with open_archive(path, read_only=True) as archive:
        assert len(archive.mentions()) == 1
        with pytest.raises(ArchiveError, match="readonly"):
            archive.set_meta("coder", "2")


def test_a_missing_archive_is_not_made_up(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive at"):
        open_archive(tmp_path / "a.sqlite", create=False)
    with pytest.raises(ArchiveError, match="no folder"):
        open_archive(tmp_path / "nowhere" / "a.sqlite")
    assert not (tmp_path / "a.sqlite").exists()


def test_other_files_are_no_archives(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("not a database, only notes")
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE things (name)")
    connection.commit()
    connection.close()
    for path, said in ((text, "not an archive"), (other, "another program"), (tmp_path, "folder")):
        with pytest.raises(ArchiveError, match=said):
            open_archive(path)
    assert text.read_text() == "not a database, only notes"


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    open_archive(tmp_path / "a.sqlite").close()
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(ArchiveError, match="newer version"):
        open_archive(tmp_path / "a.sqlite")


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as one, open_archive(tmp_path / "a.sqlite", wait=0.05) as two:
        with one.transaction(), pytest.raises(ArchiveBusyError, match="another program"):
            two.add_batch([entry()])
        assert two.add_batch([entry()]) == ["coded"]


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with open_archive(path) as archive:
        archive.add_batch([entry(str(number), f"Number {number}") for number in range(40)])
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + os.urandom(4096) + whole[4196:])
    with pytest.raises(ArchiveError, match="malformed|not a database|file is"):
        open_archive(path)


def test_migrations_are_named_once_and_noted(archive: Archive) -> None:
    names = [name for name, _ in MIGRATIONS]
    assert len(set(names)) == len(names)
    assert [row["name"] for row in archive.rows("SELECT name FROM migrations ORDER BY position")] == names


def test_ids_hang_on_title_and_text_alone() -> None:
    one = Report("a", "text", "title")
    assert report_id_of(one) == report_id_of(Report("b", "text", "title", url="https://example.org"))
    assert report_id_of(one) != report_id_of(Report("a", "titletext"))
    assert report_id_of(Report("a", "\ud800")) != report_id_of(Report("a", "\ud801"))
