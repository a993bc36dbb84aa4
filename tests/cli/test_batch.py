"""Commands without an archive: a line in, a line out."""

import gzip
import json
from pathlib import Path

import pytest
from commands import GERMAN, PROTEST, TALKS, json_lines, run

RELATE = {"id": 7, "sentence": "Kenya accused Sudan of arming rebels.", "actor": "Kenya", "recipient": "Sudan"}
RESOLVE = {"id": "m", "text": "Kenyan Foreign Minister Musalia Mudavadi", "context": "", "date": "2023-08-14"}
LOCATE = {"id": "p", "text": "Protesters clashed with police in Lima.", "event": {"start": 11, "end": 18}}
GOOD = {"relate": RELATE, "resolve": RESOLVE, "locate": LOCATE, "annotate": {"id": "r", "text": TALKS}}


def test_annotate_leads_every_cell_to_its_characters(tmp_path: Path) -> None:
    reports = [{"id": "r", "title": "Leaders meet", "published": "2023-08-14", "text": TALKS}]
    ran = run("annotate", json_lines(tmp_path / "r.jsonl", reports))
    (record,) = map(json.loads, ran.lines)
    assert (ran.status, ran.err) == (0, "")
    assert (record["id"], record["published"]) == ("r", {"date": "2023-08-14", "basis": "given"})
    for kind in ("times", "places", "actors"):
        assert record[kind]
        assert all(TALKS[one["start"] : one["end"]] == one["text"] for one in record[kind])
    source = {"title": "Leaders meet", "text": TALKS}
    assert {event["sentence_field"] for event in record["events"]} == set(source)
    for event in record["events"]:
        assert source[event["sentence_field"]][event["sentence_start"] : event["sentence_end"]] == event["sentence"]
        assert event["event_id"] == ""


def test_annotate_gives_the_same_bytes_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "r.jsonl", [{"id": "a", "text": TALKS}, {"id": "b", "text": PROTEST}])
    from_file = run("annotate", source)
    from_input = run("annotate", "-", stdin=source.read_bytes())
    assert len(from_file.lines) == 2
    assert from_input.out == from_file.out
    assert run("annotate", source).out == from_file.out


def test_annotate_rejects_what_it_can_not_use(tmp_path: Path) -> None:
    source = json_lines(tmp_path / "r.jsonl", ["{", {"text": GERMAN}, {"text": ""}, {"id": "a", "text": TALKS}])
    ran = run("annotate", source)
    assert (ran.status, len(ran.lines)) == (0, 1)
    assert [line.split(": ")[0] for line in ran.complaints] == [f"rejected {source}:{n}" for n in (1, 2, 3)]
    assert run("annotate", json_lines(source, ["{"])).status == 1


def test_annotate_keeps_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = json_lines(tmp_path / "r.jsonl", [{"id": "a", "text": TALKS * 20}])
    assert run("annotate", source).status == 0
    monkeypatch.setattr("dragoman.workers.SECONDS", 0.001)
    late = run("annotate", source)
    assert (late.status, late.out) == (1, "")
    assert "took longer than 0.001 seconds" in late.err


def test_relate(tmp_path: Path) -> None:
    ran = run("relate", json_lines(tmp_path / "r.jsonl", [RELATE, {"sentence": "It rained."}]))
    one, two = map(json.loads, ran.lines)
    assert (one["id"], one["event_type"]) == (7, "ACCUSE")
    assert set(one) == {"id", "event_type", "event_mode", "score"}
    assert (two["id"], two["score"]) == (None, 0.0)


def test_resolve(tmp_path: Path) -> None:
    ran = run("resolve", json_lines(tmp_path / "r.jsonl", [RESOLVE]))
    (found,) = map(json.loads, ran.lines)
    assert set(found) == {"id", "name", "country", "sectors", "office"}
    assert (found["country"], "GOV" in found["sectors"]) == ("KEN", True)


def test_locate(tmp_path: Path) -> None:
    nowhere = {"id": "n", "text": "Protesters clashed with police.", "event": {"start": 11, "end": 18}}
    ran = run("locate", json_lines(tmp_path / "r.jsonl", [LOCATE, nowhere]))
    one, two = map(json.loads, ran.lines)
    assert (one["place"]["text"], one["place"]["country"]) == ("Lima", "PER")
    assert LOCATE["text"][one["place"]["start"] : one["place"]["end"]] == "Lima"  # type: ignore[index]
    assert two == {"id": "n", "place": None}


@pytest.mark.parametrize("command", ["relate", "resolve", "locate"])
def test_bad_lines_are_told_with_their_number_and_the_rest_goes_on(command: str) -> None:
    good, field = GOOD[command], "sentence" if command == "relate" else "text"
    bad: list[object] = [
        "{broken",
        "[" * 20_000,
        [1, 2],
        {"id": 1},
        {**good, field: 5},
        {**good, field: " "},
        {**good, field: "\ud800 met"},
        {**good, field: "a b " * 110_000},
        {**good, field: "x" * 5_000_001},
    ]
    lines = [line if isinstance(line, str) else json.dumps(line) for line in [*bad, good]]
    ran = run(command, "-", stdin="\n".join([*lines, ""]).encode())
    assert ran.status == 0
    assert [json.loads(line)["id"] for line in ran.lines] == [good["id"]]
    numbers = [line.split(":")[1] for line in ran.complaints]
    assert numbers == [str(n) for n in range(1, len(bad) + 1)]
    assert run(command, "-", stdin=b"{broken\n").status == 1
    assert run(command, "-", stdin=b"").status == 0


@pytest.mark.parametrize(
    "event", [None, "here", [], {}, {"start": "a", "end": 3}, {"start": 5, "end": 2}, {"start": 0, "end": 999}]
)
def test_locate_rejects_an_event_that_is_none(event: object) -> None:
    ran = run("locate", "-", stdin=json.dumps({**LOCATE, "event": event}).encode())
    assert (ran.status, ran.out) == (1, "")
    assert "no event with start and end" in ran.err


def test_a_date_that_is_none_is_said() -> None:
    ran = run("resolve", "-", stdin=json.dumps({**RESOLVE, "date": "last week"}).encode())
    assert (ran.status, len(ran.lines)) == (0, 1)
    assert "'last week' is no date" in ran.err


def test_a_phrase_that_is_no_text() -> None:
    ran = run("relate", "-", stdin=json.dumps({**RELATE, "actor": ["Kenya"]}).encode())
    assert (ran.status, "'actor' is no text" in ran.err) == (1, True)


@pytest.mark.parametrize("command", ["annotate", "relate", "resolve", "locate"])
def test_a_file_that_is_not_there_is_wrong_use(command: str, tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        ran = run(command, path)
        assert (ran.status, ran.out, len(ran.complaints)) == (2, "", 1)


def test_gzip_and_hostile_ids(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({**RELATE, "id": "\x1b[2J\x9b\u202e\ud800"}).encode()))
    ran = run("relate", path)
    assert ran.status == 0
    assert not {c for c in ran.out if not c.isprintable() and c != "\n"}
    assert json.loads(ran.out)["id"] == "\x1b[2J\x9b\u202e\ud800"
