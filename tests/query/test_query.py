"""Questions to the archive: each filter keeps what it asks for; nothing that is typed is ever taken for SQL."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from factories import Told, actor, city, clean, days, person, read, report, state, told
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import query
from dragoman.errors import UsageError
from dragoman.link import relink
from dragoman.query import Filter
from dragoman.store import Archive, Entry, open_archive

NORLAND, SELIM = state("NOR"), state("SLM")
BREKKE = person("Tomas Brekke", "NOR", "GOV", "MIL", office="Minister of Fisheries of Norland")
STRIKERS = actor("dockers", "SLM", "unnamed", "LAB")
VISIT = "Tomas Brekke visited Selim on Tuesday and toured the port of Karsk."
STRIKE = "Selim's dockers walked out against Selim, whose radio called it illegal."
VOW = "Norland will send 100%_pure water to Selim, its radio said."


def entries() -> Iterator[Entry]:
    one = report(VISIT, "one.txt", "A minister's tour", date(2024, 5, 8), publisher="The Gazette")
    two = report(STRIKE, "two.txt", "Dock strike", date(2024, 6, 1), url="https://example.org/two")
    three = report(VOW, "three.txt", "", None)
    events = (
        Told(
            VISIT,
            "visited",
            "CONSULT",
            ((BREKKE, "Tomas Brekke"),),
            ((SELIM, "Selim"),),
            days(date(2024, 5, 7)),
            city("Karsk", "SLM", 1.0, 2.0),
            mode="visit",
        ),
        Told(STRIKE, "walked out", "PROTEST", ((STRIKERS, "dockers"),), ((SELIM, "Selim"),), days(date(2024, 5, 31))),
        Told(
            VOW,
            "send",
            "AID",
            ((NORLAND, "Norland"),),
            ((SELIM, "Selim"),),
            status="alleged",
            claimants=((NORLAND, "its radio", "said"),),
        ),
    )
    for article, event in zip((one, two, three), events, strict=True):
        mentions = told(article, event)
        yield Entry(read(article), clean(article), mentions, (*mentions[0].actors, *mentions[0].recipients))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("query") / "a.sqlite") as opened:
        opened.add_batch(list(entries()))
        relink(opened)
        yield opened


CASES = [
    (Filter(), ["CONSULT", "PROTEST", "AID"]),
    (Filter(actor="brekke"), ["CONSULT"]),
    (Filter(actor="Minister of Fisheries"), ["CONSULT"]),
    (Filter(actor="NOR"), ["CONSULT", "AID"]),
    (Filter(actor="Nor"), ["CONSULT", "AID"]),
    (Filter(actor="NOR", role="recipient"), []),
    (Filter(actor="LAB"), ["PROTEST"]),
    (Filter(actor="MIL"), ["CONSULT"]),
    (Filter(actor="XXX"), []),
    (Filter(event_type="consult"), ["CONSULT"]),
    (Filter(mode="visit"), ["CONSULT"]),
    (Filter(since=date(2024, 5, 20)), ["PROTEST"]),
    (Filter(until=date(2024, 5, 20)), ["CONSULT"]),
    (Filter(since=date(2024, 5, 7), until=date(2024, 5, 7)), ["CONSULT"]),
    (Filter(place="kars"), ["CONSULT"]),
    (Filter(place="SLM"), ["CONSULT"]),
    (Filter(status="alleged"), ["AID"]),
    (Filter(source="two.txt"), ["PROTEST"]),
    (Filter(source="gazette"), ["CONSULT"]),
    (Filter(source="example.org"), ["PROTEST"]),
    (Filter(words="dockers illegal"), ["PROTEST"]),
    (Filter(words='"toured the port"'), ["CONSULT"]),
    (Filter(words='"port the toured"'), []),
    (Filter(actor="SLM", words="water", status="alleged"), ["AID"]),
    (Filter(limit=2), ["CONSULT", "PROTEST"]),
    (Filter(actor="%"), []),
    (Filter(place="_"), []),
]


@pytest.mark.parametrize(("wanted", "types"), CASES)
def test_a_filter_keeps_what_it_asks_for(archive: Archive, wanted: Filter, types: list[str]) -> None:
    assert [event["event_type"] for event in query.events(archive, wanted)] == types
    assert [mention["event_type"] for mention in query.mentions(archive, wanted)] == types
    assert [line["event_type"] for line in query.timeline(archive, wanted)] == types


@pytest.mark.parametrize(
    "ask",
    [
        query.events,
        query.mentions,
        query.actors,
        query.claims,
        query.stories,
        query.links,
        query.reports,
        query.timeline,
    ],
)
@pytest.mark.parametrize("text", ["'", '"', "') OR 1=1 --", "%", "\\", "a\x00b", "NEAR(", "*", "😀", "=1", "a:b", "^x"])
def test_nothing_that_is_typed_is_sql(archive: Archive, ask, text: str) -> None:  # type: ignore[no-untyped-def]
    for name in ("actor", "event_type", "mode", "place", "status", "source"):
        assert ask(archive, Filter(**{name: text})) in ([], ask(archive))
    assert len(query.events(archive)) == 3


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_a_match_expression_is_phrases_only(words: str) -> None:
    try:
        expression = query.match_expression(words)
    except UsageError:
        assert '"' in words or not any(char.isalnum() for char in words)
    else:
        assert expression.startswith('"') and expression.endswith('"') and expression.count('"') % 2 == 0


@pytest.mark.parametrize(
    "words", ["dockers AND illegal", "dock*", "title:dockers", "dockers -illegal", "(dockers)", '"']
)
def test_operators_are_words_like_others(archive: Archive, words: str) -> None:
    if words == '"':
        with pytest.raises(UsageError, match="at least one word"):
            query.search(archive, words)
    else:
        assert len(query.search(archive, words)) in (0, 1)


def test_search_shows_where_it_found_the_words(archive: Archive) -> None:
    (found,) = query.search(archive, "docker walk")
    assert (found["source_id"], found["title"]) == ("two.txt", "Dock strike")
    assert "«dockers»" in str(found["snippet"])
    assert query.search(archive, "dockers", Filter(source="one.txt")) == []
    assert query.search(archive, "dockers", Filter(until=date(2024, 5, 1))) == []


def test_mentions_and_events_know_each_other(archive: Archive) -> None:
    of_event = {event["event_id"]: event["mentions"] for event in query.events(archive)}
    for mention in query.mentions(archive):
        assert mention["mention_id"] in of_event[mention["event_id"]]  # type: ignore[operator, index]


def test_actors_with_their_counts(archive: Archive) -> None:
    found = {who["actor_id"]: who for who in query.actors(archive)}
    assert (found["SLM"]["n_events"], found["SLM"]["n_as_recipient"], found["SLM"]["n_reports"]) == (3, 3, 3)
    assert found[BREKKE.actor_id]["sectors"] == ["GOV", "MIL"]
    assert next(iter(found)) == "SLM"
    assert [who["name"] for who in query.actors(archive, Filter(event_type="PROTEST"))] == ["Slm", "dockers"]
    assert [who["name"] for who in query.actors(archive, Filter(actor="brek", event_type="CONSULT"))] == [
        "Tomas Brekke"
    ]


def test_claims_by_claimant_and_by_party(archive: Archive) -> None:
    (claim,) = query.claims(archive)
    assert claim["claimant"]["actor_id"] == "NOR"  # type: ignore[index]
    assert query.claims(archive, Filter(actor="NOR")) == [claim]
    assert query.claims(archive, Filter(actor="SLM")) == [claim]
    assert query.claims(archive, Filter(actor="brekke")) == []
    assert query.claims(archive, Filter(event_type="AID")) == [claim]
    assert query.claims(archive, Filter(event_type="CONSULT")) == []


def test_stories_and_reports_by_what_is_in_them(archive: Archive) -> None:
    assert len(query.stories(archive)) == 3
    assert [story["title"] for story in query.stories(archive, Filter(event_type="PROTEST"))] == ["Dock strike"]
    assert [one["source_id"] for one in query.reports(archive, Filter(actor="LAB"))] == ["two.txt"]
    assert [one["source_id"] for one in query.reports(archive, Filter(since=date(2024, 5, 20)))] == ["two.txt"]


def test_one_report_by_either_name(archive: Archive) -> None:
    found = query.report(archive, "one.txt")
    assert found is not None
    assert query.report(archive, str(found["report_id"])) == found
    assert query.report(archive, "nothing") is None
    assert found["source_ids"] == ["one.txt"]


def test_the_timeline_carries_its_evidence(archive: Archive) -> None:
    (line,) = query.timeline(archive, Filter(event_type="CONSULT"))
    assert (line["start"], line["actors"], line["place"], line["sentence"]) == (
        "2024-05-07",
        ["Tomas Brekke"],
        "Karsk",
        VISIT,
    )


def test_sql_reads(archive: Archive) -> None:
    table = query.sql(archive, "SELECT event_type, count(*) AS n FROM events GROUP BY 1 ORDER BY 1")
    assert table.columns == ("event_type", "n")
    assert table.rows == (("AID", 1), ("CONSULT", 1), ("PROTEST", 1))
    words = query.sql(archive, "SELECT count(*) FROM report_words WHERE report_words MATCH 'dockers'")
    assert words.rows == ((1,),)


def test_sql_says_when_there_is_more(archive: Archive) -> None:
    table = query.sql(archive, "SELECT * FROM events", limit=2)
    assert (len(table.rows), table.cut) == (2, True)
    assert not query.sql(archive, "SELECT * FROM events", limit=3).cut


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events",
        "INSERT INTO meta VALUES ('a', 'b')",
        "DROP TABLE events",
        "UPDATE reports SET title = ''",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x AS SELECT 1",
        "ATTACH 'other.db' AS other",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA query_only = OFF",
        "VACUUM INTO 'copy.db'",
        "SELECT load_extension('evil')",
        "SELECT 1; DELETE FROM events",
        "SELECT zeroblob(999999999)",
        "SELECT nothing FROM nowhere",
        "BEGIN",
        "",
        "-- nothing",
        "SELECT '\x00",
    ],
)
def test_sql_can_do_nothing_else(
    archive: Archive, statement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        query.sql(archive, statement)
    assert list(tmp_path.iterdir()) == []
    assert len(query.events(archive)) == 3


def test_sql_that_never_ends_is_stopped(archive: Archive) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(UsageError, match="longer than"):
        query.sql(archive, endless, seconds=0.2)


def test_an_empty_filter_asks_for_nothing() -> None:
    assert not any(getattr(Filter(), field.name) for field in fields(Filter))
