"""The encoder: its figures are sound for any text, and belong to the words that they are asked of."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.encoder import LONGEST, encoder

TEXT = "Kenya accused Uganda of arming the rebels, a charge that Kampala denied on Friday."


def test_a_trigger_has_its_type_and_a_plain_word_none() -> None:
    read = encoder().read(TEXT)
    accused, on = read.type_odds(TEXT.index("accused")), read.type_odds(TEXT.index("on Friday"))
    assert accused is not None and on is not None
    assert read.labels.types[int(accused.argmax())] == "ACCUSE"
    assert read.labels.types[int(on.argmax())] == "none"


def test_roles_belong_to_the_parties() -> None:
    read = encoder().read(TEXT)
    roles = read.roles(TEXT.index("accused"))
    assert roles is not None
    kenya, uganda = read.piece(0), read.piece(TEXT.index("Uganda"))
    actor, recipient = roles[read.labels.roles.index("A")], roles[read.labels.roles.index("R")]
    assert actor[kenya] > actor[uganda]
    assert recipient[uganda] > recipient[kenya]


def test_status_of_what_is_alleged() -> None:
    odds = encoder().read(TEXT).status_odds(TEXT.index("arming"))
    assert max(odds, key=lambda s: odds[s]) == "alleged"
    assert sum(odds.values()) == pytest.approx(1, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read = encoder().read(text)
    assert np.isfinite(read.types).all()
    assert np.allclose(read.types.sum(-1), 1, atol=1e-3)
    for offset in range(len(text)):
        at = read.piece(offset)
        assert at is None or read.starts[at] <= offset < read.ends[at]
    assert list(read.starts) == sorted(read.starts)


def test_the_same_text_gives_the_same_figures_whatever_was_read_before() -> None:
    first = encoder().read(TEXT)
    encoder().read("Something quite different was read in between, of another length and about other people.")
    again = encoder().read(TEXT)
    assert (first.types == again.types).all() and (first.query == again.query).all()


def test_what_lies_beyond_the_longest_sentence_is_left_open() -> None:
    text = "Kenya accused Uganda and " * LONGEST
    read = encoder().read(text)
    assert read.type_odds(len(text) - 10) is None
    assert read.roles(len(text) - 10) is None
    assert read.status_odds(len(text) - 10) == {}
    assert read.mode(len(text) - 10, "ACCUSE") == ""


def test_relation_probabilities() -> None:
    text = "Norway has lifted its ban on Chilean salmon."
    odds = encoder().relation(text, (0, 6), (29, 43))
    assert sum(odds.values()) == pytest.approx(1, abs=1e-4)
    assert "none" not in odds and len(odds) == 16
    assert encoder().relation("", None, None).keys() == odds.keys()
