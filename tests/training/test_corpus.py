"""The training corpora: the bracket format, and that every line of them is sound."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus import (
    HERE,
    MODES,
    STATUSES,
    TYPES,
    BadLineError,
    Example,
    Label,
    Span,
    corpus_hash,
    main,
    parse_brackets,
    parse_relation,
    parse_sentence,
    read_all,
    read_file,
)

LINE = (
    "[A1 Kyiv] [E1 accused] [R1,A2 Moscow] on [T1 Monday] of [E2 shelling] [R2 a hospital]. "
    "| ACCUSE allege happened | ASSAULT heavy-weapons alleged"
)


def test_spans_and_labels() -> None:
    example = parse_sentence(LINE)
    assert example.text == "Kyiv accused Moscow on Monday of shelling a hospital."
    told = {(s.role, s.event): example.text[s.start : s.end] for s in example.spans}
    assert told == {
        ("A", 1): "Kyiv", ("E", 1): "accused", ("R", 1): "Moscow", ("A", 2): "Moscow", ("T", 1): "Monday",
        ("E", 2): "shelling", ("R", 2): "a hospital",
    }  # fmt: skip
    assert example.labels == (Label("ACCUSE", "allege", "happened"), Label("ASSAULT", "heavy-weapons", "alleged"))


def test_nested_brackets() -> None:
    text, spans = parse_brackets("[A1 the president of [R2 France]] spoke")
    assert text == "the president of France spoke"
    assert set(spans) == {Span("A", 1, 0, 23), Span("R", 2, 17, 23)}


def test_marked_words_of_a_sentence_without_event() -> None:
    example = parse_sentence("The striker [E fired] and [E hit] the post. | none")
    assert example.labels == (Label("none"), Label("none"))
    assert [example.text[s.start : s.end] for s in example.spans] == ["fired", "hit"]


def test_a_relation() -> None:
    example = parse_relation("[A Kenya] lifted [R the ban]. | CONCEDE")
    assert example.labels == (Label("CONCEDE"),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Kenya lifted the ban.", "no label"),
        ("[A Kenya] [E lifted] the ban. | CONCEED - happened", "no such type"),
        ("[A Kenya] [E lifted] the ban. | CONCEDE happened", "TYPE mode status"),
        ("[A Kenya] [E lifted] the ban. | CONCEDE visit happened", "no mode visit"),
        ("[A Kenya] [E lifted] the ban. | CONCEDE - done", "no such status"),
        ("[A Kenya] lifted the ban. | CONCEDE - happened", "0 triggers"),
        ("[A Kenya] [E lifted the ban. | CONCEDE - happened", "isn't closed"),
        ("[X Kenya] [E lifted] the ban. | CONCEDE - happened", "unknown tag"),
        ("[A2 Kenya] [E lifted] the ban. | CONCEDE - happened", "has no label"),
        ("[A Kenya] [E lifted] the ban. | none", "no brackets but E"),
    ],
)
def test_a_bad_line_is_told_with_its_reason(line: str, reason: str) -> None:
    with pytest.raises(BadLineError, match=reason):
        parse_sentence(line)


@given(st.lists(st.tuples(st.sampled_from("ARTLC"), st.text("ab ,.é", min_size=1, max_size=8)), max_size=6))
def test_brackets_leave_the_text_and_mark_it(parts: list[tuple[str, str]]) -> None:
    marked = "".join(f"[{role} {words}] " for role, words in parts)
    text, spans = parse_brackets(marked)
    assert text == "".join(f"{words} " for _, words in parts)
    assert [text[s.start : s.end] for s in spans] == [words for _, words in parts]
    assert [s.role for s in spans] == [role for role, _ in parts]


def test_every_line_of_the_corpora_is_sound_and_they_cover_all_labels() -> None:
    sentences, relations = read_all("sentences"), read_all("relations")
    assert len(sentences) >= 8000
    labels = [label for x in sentences for label in x.labels if label.event_type != "none"]
    assert {label.event_type for label in labels} == set(TYPES)
    assert {label.status for label in labels} == set(STATUSES)
    told = {(label.event_type, label.event_mode) for label in labels}
    assert {(t, m) for t, modes in MODES.items() for m in modes.split()} <= told | {("SANCTION", "convict")}
    assert {x.labels[0].event_type for x in relations} == set(TYPES)


def test_the_model_was_trained_on_these_corpora() -> None:
    """After a change of the corpora: ``make train``, or put the change into ``training/next``."""
    card = HERE.parent / "src" / "dragoman" / "coding" / "model" / "card.json"
    assert json.loads(card.read_text(encoding="utf8"))["corpus_sha256"] == corpus_hash()


def test_no_sentence_stands_in_the_corpora_twice() -> None:
    texts = [x.text for x in read_all("sentences")]
    assert len(texts) - len(set(texts)) <= len(texts) // 500


def test_no_training_sentence_is_one_of_the_measures() -> None:
    measured = set((HERE.parent / "evals" / "data" / "no_event.txt").read_text(encoding="utf8").splitlines())
    assert not measured & {x.text for x in read_all("sentences")}


def test_the_checker_names_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "new.txt"
    bad.write_text(f"# a comment\n\n{LINE}\nno label\n", encoding="utf8")
    assert main([str(bad)]) == 1
    assert "new.txt:4: no label" in capsys.readouterr().out
    assert [isinstance(x, Example) for x in read_file(bad)] == [True, False]
