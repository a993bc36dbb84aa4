"""Known phrases in running text."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.phrases import PhraseIndex

INDEX = PhraseIndex(
    [("U.S.", "USA"), ("US", "USA"), ("al-Qaida", "AQ"), ("North Korea", "PRK"), ("Korea", "KOR"), ("army", "MIL")]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value) for m in INDEX.find(text)]


def test_the_longest_phrase_wins() -> None:
    assert found("North Korea fired") == [("North Korea", "PRK")]


def test_initials_need_capitals() -> None:
    assert found("they told us that the US agreed") == [("US", "USA")]


def test_punctuation_within_names_is_open() -> None:
    assert found("al Qaida and al-Qaida") == [("al Qaida", "AQ"), ("al-Qaida", "AQ")]


def test_small_phrases_match_any_case() -> None:
    assert found("The Army moved") == [("Army", "MIL")]


def test_a_comma_parts_names() -> None:
    assert found("in the North, Korea fired") == [("Korea", "KOR")]


@given(st.text(max_size=200))
def test_matches_never_overlap_and_lie_in_order(text: str) -> None:
    matches = list(INDEX.find(text))
    assert all(a.end <= b.start for a, b in zip(matches, matches[1:], strict=False))
    assert all(0 <= m.start < m.end <= len(text) for m in matches)
