"""Whom else a phrase might mean, and why it was led to the one it was."""

import pytest
from reading import read

from dragoman.resolve.reasons import NOBODY
from dragoman.types.actor import ActorMention


def named(text: str, phrase: str) -> ActorMention:
    return next(m for m in read(text).resolved.actors if m.span.text == phrase)


@pytest.mark.parametrize("phrase", ["He", "the army"])
def test_candidates_are_probabilities_the_best_first(phrase: str) -> None:
    text = "Sergei Shoigu met Li Shangfu in Moscow on Monday. He said that Russia valued the army's help."
    choice = named(text, phrase).choice
    assert choice is not None
    odds = [p for _, p in choice.candidates]
    assert odds == sorted(odds, reverse=True)
    assert 0 < sum(odds) <= 1.0015


def test_a_pronoun_says_whom_else_it_might_mean() -> None:
    mention = named("Sergei Shoigu met Li Shangfu in Moscow. He praised the talks.", "He")
    assert mention.choice is not None
    names = [name for name, _ in mention.choice.candidates]
    assert names[0] == mention.actor.name == "Sergei Shoigu"
    assert "Li Shangfu" in names
    assert mention.choice.why


def test_a_shared_surname_says_who_shares_it() -> None:
    mention = named("Pakistan condemned the ruling. Khan was arrested in Lahore.", "Khan")
    assert mention.choice is not None
    assert len(mention.choice.candidates) > 1
    assert mention.choice.candidates[0][0] == mention.actor.name


def test_a_full_name_is_no_choice() -> None:
    assert named("Sergei Shoigu met Li Shangfu in Moscow.", "Li Shangfu").choice is None


def test_nobody_is_a_candidate() -> None:
    actors = read("Chad and Niger signed a truce. The army welcomed it.").resolved.actors
    assert any(NOBODY in dict(m.choice.candidates) for m in actors if m.choice)
