"""Names and days in a sentence."""

from datetime import date

import pytest

from dragoman.brief.names import days_text, is_plural, listed, shown_name
from dragoman.brief.records import Party, Words


def party(name: str, kind: str, text: str = "", country: str = "NER", office: str = "") -> Party:
    return Party("id", name, kind, country, office, Words("text", 0, len(text), text) if text else None)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (party("United States", "state"), "the United States"),
        (party("China", "state"), "China"),
        (party("President of Peru", "office", "the president"), "the President of Peru"),
        (party("President of Niger", "office", "The coup leaders"), "the coup leaders"),
        (party("Member of the parliament of Peru", "office", "Deputies"), "deputies"),
        (
            party("Minister of Foreign Affairs of Peru", "office", "its minister of foreign affairs"),
            "the Minister of Foreign Affairs of Peru",
        ),
        (party("Nigerien soldier", "unnamed", "the soldiers"), "the Nigerien soldiers"),
        (party("Nigerien soldier", "unnamed", "Soldiers"), "Nigerien soldiers"),
        (party("Nigerien crowd", "unnamed", "a crowd"), "a Nigerien crowd"),
        (party("American official", "unnamed", "a official"), "an American official"),
        (party("Nigerien council", "unnamed", "It"), "Nigerien council"),
        (party("Chinese foreign ministry", "unnamed", "China's foreign ministry"), "the Chinese foreign ministry"),
        (party("Iranian foreign ministry", "unnamed", "The Foreign Ministry"), "the Iranian foreign ministry"),
        (party("union", "unnamed", "the European Union", "EUR"), "the European Union"),
        (party("jihadist group", "unnamed", "jihadist groups", ""), "jihadist groups"),
        (party("person", "unnamed", "him", ""), "someone"),
        (party("Puno", "unnamed", "Puno"), "Puno"),
    ],
)
def test_shown_name(who: Party, expected: str) -> None:
    assert shown_name(who) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, "undated"),
        (date(2023, 8, 14), date(2023, 8, 14), "14 Aug 2023"),
        (date(2023, 8, 7), date(2023, 8, 13), "7–13 Aug 2023"),
        (date(2023, 8, 1), date(2023, 8, 31), "Aug 2023"),
        (date(2018, 1, 1), date(2018, 12, 31), "2018"),
        (date(2023, 2, 25), date(2023, 3, 2), "25 Feb – 2 Mar 2023"),
        (date(2022, 12, 30), date(2023, 1, 2), "30 Dec 2022 – 2 Jan 2023"),
        (date(2023, 8, 14), None, "from 14 Aug 2023"),
        (None, date(2023, 8, 14), "until 14 Aug 2023"),
    ],
)
def test_days_text(first: date | None, last: date | None, expected: str) -> None:
    assert days_text(first, last) == expected


def test_long_lists_are_cut_with_a_count() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(list("ABCDEF")) == "A, B, C and 3 others"


def test_plural() -> None:
    assert is_plural(["the soldiers"]) and is_plural(["the police"]) and is_plural(["A", "B"])
    assert not is_plural(["the United States"]) and not is_plural(["the congress"]) and not is_plural([])
