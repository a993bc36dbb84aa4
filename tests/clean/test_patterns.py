"""The pattern language of the tables."""

import pytest

from dragoman.clean.patterns import compile_pattern, index, matches, words

CLASSES = {"state": frozenset({"peruvian", "sri lankan", "u.s."})}


def found(pattern: str, text: str, replacement: str = "x") -> list[str]:
    tokens = words(text)
    hits = matches(tokens, index(compile_pattern(pattern, replacement, CLASSES, 0)))
    return [" ".join(word.text for word in tokens[hit.first : hit.last]) for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "focus"),
    [
        ("{state} [high] envoy", "The Peruvian high envoy left", ["high"]),
        ("{state} [high] envoy", "The Sri Lankan high envoy left", ["high"]),
        ("{state} [high] envoy", "The U.S. high envoy left", ["high"]),
        ("{state} [high] envoy", "The high envoy left", []),
        ("!the [final] week", "The final week, final week", ["final"]),
        ("[final] week !of", "final week of May; final week.", ["final"]),
        ("a big? [dog]", "a dog and a big dog", ["dog", "dog"]),
        (
            "[buying_and_selling|barter] deal",
            "a buying and selling deal, a barter deal",
            ["buying and selling", "barter"],
        ),
        ("[ok] . <cap>", "Sergei Ok. Petrov said ok. then", ["Ok"]),
        ("<number> [males]", "40 males, forty males", ["males"]),
        ("<edge> [whereas]", "Whereas he left", ["Whereas"]),
        ("high-stage", "a high-stage visit", ["high - stage"]),
        ("'s [go to]", "Mr. Li's go to comes; let us go to", ["go to"]),
    ],
)
def test_what_a_pattern_matches(pattern: str, text: str, focus: list[str]) -> None:
    assert found(pattern, text) == focus


def test_alternatives_go_with_their_replacements() -> None:
    variants = compile_pattern("[name|names]", "call|calls", CLASSES, 0)
    assert {next(iter(v.slots[0])): v.replacement for v in variants} == {"name": "call", "names": "calls"}


def test_words_know_quotation_marks() -> None:
    assert [w.quoted for w in words('a "b c" d') if w.text.isalpha()] == [False, True, True, False]


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        ("{no-such-class} x", "y"),
        ("[a] [b]", "y"),
        ("[a b", "y"),
        ("<cap> <number>", "y"),
        ("[a|b|c]", "y|z"),
        ("<odd> a", "y"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_so(pattern: str, replacement: str) -> None:
    with pytest.raises(ValueError):
        compile_pattern(pattern, replacement, CLASSES, 0)
