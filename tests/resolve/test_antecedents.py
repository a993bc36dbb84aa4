"""Pronouns led back to parties, several parties, or things."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import resolved

from dragoman.resolve.antecedents import FEATURES, KINDS, weights


def meant(text: str, word: str) -> set[str]:
    """The names of the actors that stand at a word."""
    return {m.actor.name for m in resolved(text).actors if m.span.text == word}


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Ghana protested on Monday. It recalled its envoy from Togo.", "It", {"Ghana"}),
        ("Narendra Modi met Keir Starmer. They signed a deal.", "They", {"Narendra Modi", "Keir Starmer"}),
        ("Ghana held talks with Togo on Monday. They agreed to open the border.", "They", {"Ghana", "Togo"}),
        ("Wang Yi met together with Penny Wong. They signed a deal.", "They", {"Wang Yi", "Penny Wong"}),
        ("Chile and Peru closed the border. Their ministers met.", "Their", {"Chile", "Peru"}),
        ("Kenya's treaty came into force. It runs to ninety pages.", "It", set()),
        ("Angela Merkel received Emmanuel Macron. She thanked France.", "She", {"Angela Merkel"}),
        ("Angela Merkel received Emmanuel Macron. He thanked Germany.", "He", {"Emmanuel Macron"}),
        ("Kenya has signed a pact with Togo, its foreign ministry announced on Monday.", "its", {"Kenya"}),
        ("Peru expelled the ambassador of Mexico on Tuesday, its foreign minister told reporters.", "its", {"Peru"}),
        ("Turkey said that it had arrested ten Syrians.", "it", {"Turkey"}),
        ("Ruto and Museveni met on Monday. The two agreed to share water.", "two", {"William Ruto", "Yoweri Museveni"}),
        ("Kenya and Uganda signed a border accord. Both promised to leave.", "Both", {"Kenya", "Uganda"}),
        ("Kenya and Uganda closed two posts. The two posts stayed shut.", "two", set()),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, word: str, names: set[str]) -> None:
    assert meant(text, word) == names


def test_it_is_raining_is_nobody() -> None:
    assert meant("Iran held talks with Oman. It is clear that more are needed.", "It") == set()


def test_each_kind_has_weights_for_every_feature() -> None:
    for kind in KINDS:
        assert weights(kind).shape == (len(FEATURES),)
        assert np.isfinite(weights(kind)).all() and weights(kind).any()


@given(st.text("He said that Iran, its ally and they met them. She . \n", max_size=200))
def test_every_pronoun_is_led_to_somebody_named_before(text: str) -> None:
    names = {m.actor.actor_id for m in resolved(f"Iran and Angela Merkel agreed. {text}").actors}
    assert {m.actor.actor_id for m in resolved(f"Iran and Angela Merkel agreed. {text}").actors} == names
