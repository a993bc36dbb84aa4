"""Headlines given back their case, letter for letter."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.headline import headline_case

BODY = "Ministers met in Nairobi and agreed to share water. The deal was signed by Kenya."


def test_words_small_in_the_body_are_lowered_and_names_kept() -> None:
    assert headline_case("Ministers Agreed To Share Water In Nairobi", BODY) == (
        "Ministers agreed to share water in Nairobi"
    )


def test_a_headline_in_sentence_case_is_left_alone() -> None:
    title = "Kenya signs deal on water after long talks"
    assert headline_case(title, BODY) == title


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_length_never_changes(title: str, body: str) -> None:
    cased = headline_case(title, body)
    assert len(cased) == len(title)
    assert cased.lower() == title.lower() or len(title.lower()) != len(title)


def test_a_letter_that_capitals_would_change_for_good_is_left_alone() -> None:
    assert headline_case("µ0A0A0A", "µ") == "µ0A0A0A"
