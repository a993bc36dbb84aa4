"""The Python interface."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from commands import DENIAL, PROTEST, TALKS

import dragoman
from dragoman.errors import DragomanError, UsageError
from dragoman.settings import Settings, from_environment

KINDS = ("mentions", "events", "actors", "claims", "stories", "links", "reports")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dragoman.Corpus]:
    folder = tmp_path_factory.mktemp("api")
    texts = {"talks": TALKS, "protest": PROTEST, "denial": DENIAL, "again": TALKS}
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / f"{name}.txt").write_text(text, encoding="utf8")
    (folder / "in" / "empty.txt").touch()
    with dragoman.open(folder / "a.sqlite", Settings(workers=1)) as opened:
        summary = opened.add(folder / "in", published="2023-08-16")
        assert (summary.coded, summary.known, summary.read) == (3, 1, 5)
        assert [rejected.reason for rejected in summary.rejected] == ["the file is empty"]
        yield opened


def test_events_and_filters(corpus: dragoman.Corpus) -> None:
    every = corpus.events()
    assert {event["event_type"] for event in every} >= {"CONSULT", "PROTEST", "ACCUSE"}
    assert corpus.events(actor="Ruto", event_type="consult") == [
        event for event in every if event["event_type"] == "CONSULT"
    ]
    assert corpus.events(since="2023-08", until=date(2023, 8, 31)) == corpus.events(since=date(2023, 8, 1))
    assert corpus.events(until="2022") == []
    assert len(corpus.events(limit=2)) == 2


def test_mentions_lead_to_their_characters(corpus: dragoman.Corpus) -> None:
    found = corpus.mentions()
    texts = {report["source_id"]: report["text"] for report in corpus._ask("reports", {})}
    assert found
    for mention in found:
        text = texts[mention["source_id"]]
        assert isinstance(text, str)
        assert text[mention["sentence_start"] : mention["sentence_end"]] == mention["sentence"]  # type: ignore[misc]


def test_claims_stories_actors_search(corpus: dragoman.Corpus) -> None:
    assert {"asserts", "denies"} <= {claim["stance"] for claim in corpus.claims()}
    assert any({"talks.txt", "again.txt"} <= set(story["source_ids"]) for story in corpus.stories())  # type: ignore[call-overload]
    assert corpus.actors(actor="PER")
    assert [found["source_id"] for found in corpus.search('"tear gas" Lima')] == ["protest.txt"]
    assert corpus.search("talks", limit=1) == corpus.search("talks")[:1]


def test_the_page_of_one_actor(corpus: dragoman.Corpus) -> None:
    page = corpus.actor("Ruto")
    assert (page["name"], page["country_name"]) == ("William Ruto", "Kenya")
    assert [event["event_type"] for event in page["events"]] == ["SUPPORT", "CONSULT"]  # type: ignore[index, attr-defined]
    assert len(corpus.actor("Ruto", limit=1)["names"]) == 1  # type: ignore[arg-type]
    for name, said in (("Rutto", "spelled nearly so: William Ruto"), ("KEN", "fits [0-9]+ actors")):
        with pytest.raises(UsageError, match=said):
            corpus.actor(name)


@pytest.mark.parametrize("kind", KINDS)
def test_arrow_has_a_row_for_each_record(corpus: dragoman.Corpus, kind: str) -> None:
    table = corpus.to_arrow(kind)  # type: ignore[arg-type]
    assert table.num_rows == len(corpus._ask(kind, {}))
    assert table.num_columns > 3


def test_pandas(corpus: dragoman.Corpus) -> None:
    pytest.importorskip("pandas")
    frame = corpus.to_pandas("events", event_type="PROTEST")
    assert list(frame["event_type"]) == ["PROTEST"] * len(corpus.events(event_type="PROTEST"))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"country": "KEN"}, "no such filter: country; there are actor, role"),
        ({"event_type": "TALK"}, "no event type 'TALK'"),
        ({"status": "maybe"}, "no status 'maybe'"),
        ({"role": "victim"}, "no role 'victim'"),
        ({"since": "yesterday"}, "'yesterday' is no date"),
        ({"until": "2023-13"}, "'2023-13' is no date"),
    ],
)
def test_wrong_filters_are_usage_errors(corpus: dragoman.Corpus, wanted: dict[str, str], said: str) -> None:
    for ask in (corpus.events, corpus.mentions, corpus.claims, corpus.stories, corpus.actors):
        with pytest.raises(UsageError, match=said):
            ask(**wanted)


def test_a_wrong_day_of_publication(corpus: dragoman.Corpus, tmp_path: Path) -> None:
    for day in ("soon", "2023", "2023-08"):
        with pytest.raises(UsageError):
            corpus.add(tmp_path, published=day)


def test_search_for_nothing(corpus: dragoman.Corpus) -> None:
    with pytest.raises(UsageError):
        corpus.search("")


def test_open_takes_the_settings_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(tmp_path / "env.sqlite"))
    monkeypatch.setenv("DRAGOMAN_WORKERS", "3")
    monkeypatch.setenv("DRAGOMAN_SPACY_MODEL", "")
    assert from_environment() == Settings(tmp_path / "env.sqlite", workers=3)
    with dragoman.open() as made:
        assert made.events() == []
    assert (tmp_path / "env.sqlite").exists()
    with pytest.raises(DragomanError):
        dragoman.open(tmp_path)
