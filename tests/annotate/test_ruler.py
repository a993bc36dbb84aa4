"""The quicker attribute ruler finds what spaCy's own finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler

from dragoman.annotate import load_parser
from dragoman.annotate.ruler import quicken

TEXT = (
    "There's nothin' that Chad's ministers ain't saying: y'all have met before, which they didn't do in 2020.\n\n"
    "  It was\tthe envoy who got \u201cwhat he wanted\u201d, and it hurt them to have had to wait.  "
)


@pytest.fixture(scope="module")
def ruler() -> AttributeRuler:
    (found,) = [c for _, c in load_parser()._nlp.pipeline if isinstance(c, AttributeRuler)]
    return found


def assert_same(ruler: AttributeRuler, text: str) -> None:
    doc = load_parser()._nlp(text)
    plain = {tuple(match) for match in AttributeRuler.match(ruler, doc)}
    assert ruler.match(doc) == sorted(plain)


def test_the_ruler_of_the_parser_is_the_quick_one(ruler: AttributeRuler) -> None:
    assert ruler.match.__func__ is not AttributeRuler.match  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [TEXT, "", " ", "I", "It is."])
def test_same_matches(ruler: AttributeRuler, text: str) -> None:
    assert_same(ruler, text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([*TEXT.split(), "\n", "is", "to", "all", "y'"]), max_size=12))
def test_same_matches_of_any_words(words: list[str]) -> None:
    (found,) = [c for _, c in load_parser()._nlp.pipeline if isinstance(c, AttributeRuler)]
    assert_same(found, " ".join(words))


def test_rules_that_test_something_else_are_left_to_spacy(ruler: AttributeRuler) -> None:
    other = AttributeRuler(ruler.vocab)
    other.add([[{"SHAPE": "dd"}]], {"POS": "NUM"})
    quicken(other)
    assert other.match.__func__ is AttributeRuler.match  # type: ignore[attr-defined]
