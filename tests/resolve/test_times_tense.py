"""The tense of a clause, from sentences parsed by hand."""

import pytest

from dragoman.resolve.times import tense_in
from dragoman.types.text import Sentence, Token


def sentence(*words: tuple[str, str, str, str, str, int]) -> Sentence:
    """A sentence of (text, lemma, pos, tag, dep, head)."""
    tokens: list[Token] = []
    at = 0
    for index, (text, lemma, pos, tag, dep, head) in enumerate(words):
        tokens.append(Token(index, at, at + len(text), text, lemma, pos, tag, dep, head))
        at += len(text) + 1
    children = tuple(tuple(t.index for t in tokens if t.head == i and t.index != i) for i in range(len(tokens)))
    return Sentence(0, 0, 0, at, tuple(tokens), children)


def tense_of_last(parsed: Sentence) -> str | None:
    return tense_in([parsed])(parsed.tokens[-1].start)


def test_a_past_verb_makes_a_past_clause() -> None:
    parsed = sentence(("They", "they", "PRON", "PRP", "nsubj", 1), ("met", "meet", "VERB", "VBD", "ROOT", 1),
                      ("Monday", "Monday", "PROPN", "NNP", "npadvmod", 1))  # fmt: skip
    assert tense_of_last(parsed) == "past"


def test_will_makes_a_future_clause() -> None:
    parsed = sentence(("They", "they", "PRON", "PRP", "nsubj", 2), ("will", "will", "AUX", "MD", "aux", 2),
                      ("meet", "meet", "VERB", "VB", "ROOT", 2),
                      ("Monday", "Monday", "PROPN", "NNP", "npadvmod", 2))  # fmt: skip
    assert tense_of_last(parsed) == "future"


def test_what_is_expected_lies_ahead() -> None:
    parsed = sentence(("Li", "Li", "PROPN", "NNP", "nsubj", 2), ("is", "be", "AUX", "VBZ", "auxpass", 2),
                      ("expected", "expect", "VERB", "VBN", "ROOT", 2), ("to", "to", "PART", "TO", "aux", 4),
                      ("travel", "travel", "VERB", "VB", "xcomp", 2),
                      ("Tuesday", "Tuesday", "PROPN", "NNP", "npadvmod", 4))  # fmt: skip
    assert tense_of_last(parsed) == "future"


def test_a_date_right_after_a_past_verb_belongs_to_it() -> None:
    parsed = sentence(("will", "will", "AUX", "MD", "aux", 1), ("go", "go", "VERB", "VB", "ccomp", 3),
                      ("he", "he", "PRON", "PRP", "nsubj", 3), ("said", "say", "VERB", "VBD", "ROOT", 3),
                      ("Monday", "Monday", "PROPN", "NNP", "npadvmod", 1))  # fmt: skip
    assert tense_of_last(parsed) == "past"


def test_what_has_been_planned_lies_ahead() -> None:
    parsed = sentence(("Unions", "union", "NOUN", "NNS", "nsubj", 1), ("planned", "plan", "VERB", "VBD", "ROOT", 1),
                      ("marches", "march", "NOUN", "NNS", "dobj", 1), ("for", "for", "ADP", "IN", "prep", 2),
                      ("Sunday", "Sunday", "PROPN", "NNP", "pobj", 3))  # fmt: skip
    assert tense_of_last(parsed) == "future"


def test_what_could_not_be_done_is_past() -> None:
    parsed = sentence(("He", "he", "PRON", "PRP", "nsubjpass", 4), ("could", "could", "AUX", "MD", "aux", 4),
                      ("not", "not", "PART", "RB", "neg", 4), ("be", "be", "AUX", "VB", "auxpass", 4),
                      ("reached", "reach", "VERB", "VBN", "ROOT", 4),
                      ("Friday", "Friday", "PROPN", "NNP", "npadvmod", 4))  # fmt: skip
    assert tense_of_last(parsed) == "past"


def test_an_overtaken_plan_is_past() -> None:
    parsed = sentence(("It", "it", "PRON", "PRP", "nsubj", 2), ("had", "have", "AUX", "VBD", "aux", 2),
                      ("been", "be", "AUX", "VBN", "ROOT", 2), ("due", "due", "ADJ", "JJ", "acomp", 2),
                      ("Friday", "Friday", "PROPN", "NNP", "npadvmod", 3))  # fmt: skip
    assert tense_of_last(parsed) == "past"


@pytest.mark.parametrize(("end", "tense"), [(".", "future"), ("Reuters", "present")])
def test_the_simple_present_of_prose_is_a_timetable(end: str, tense: str) -> None:
    parsed = sentence(("Ministers", "minister", "NOUN", "NNS", "nsubj", 1), ("meet", "meet", "VERB", "VBP", "ROOT", 1),
                      ("Sunday", "Sunday", "PROPN", "NNP", "npadvmod", 1),
                      (end, end, "PUNCT", ".", "punct", 1))  # fmt: skip
    assert tense_in([parsed])(parsed.tokens[2].start) == tense


def test_no_verb_no_tense() -> None:
    parsed = sentence(("Monday", "Monday", "PROPN", "NNP", "ROOT", 0))
    assert tense_of_last(parsed) is None
    assert tense_in([])(0) is None
