"""The grammar of time expressions: extents, values, intervals."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.times import Tense, find_times, times_in
from dragoman.types.time import TimeMention

MONDAY = date(2023, 8, 14)
BENCH = Path(__file__).parents[3] / "shared" / "bench" / "times"

# text, tense of its clause, then for each expression: extent, type, value, first day, last day
Case = tuple[str, Tense | None, list[tuple[str, str, str, str | None, str | None]]]
CASES: list[Case] = [
    ("The envoy landed late Tuesday.", "past", [("late Tuesday", "DATE", "2023-08-08", "2023-08-08", "2023-08-08")]),
    ("The envoy will land on Tuesday.", "future", [("Tuesday", "DATE", "2023-08-15", "2023-08-15", "2023-08-15")]),
    ("He spoke on Monday.", "past", [("Monday", "DATE", "2023-08-14", "2023-08-14", "2023-08-14")]),
    ("Votes were counted last Monday.", "past", [("last Monday", "DATE", "2023-08-07", "2023-08-07", "2023-08-07")]),
    ("The pact was put off until Friday.", "past", [("Friday", "DATE", "2023-08-18", "2023-08-18", "2023-08-18")]),
    ("The visit begins this week.", "present", [("this week", "DATE", "2023-W33", "2023-08-14", "2023-08-20")]),
    ("It sank final month.", "past", [("final month", "DATE", "2023-07", "2023-07-01", "2023-07-31")]),
    ("In the final month of talks", "past", []),
    ("Exports fell final 12 months.", "past", [("final 12 months", "DATE", "2022", "2022-01-01", "2022-12-31")]),
    ("It sails subsequent week.", "future", [("subsequent week", "DATE", "2023-W34", "2023-08-21", "2023-08-27")]),
    ("They met earlier this month.", "past", [("earlier this month", "DATE", "2023-08", "2023-08-01", "2023-08-14")]),
    ("They met in June.", "past", [("June", "DATE", "2023-06", "2023-06-01", "2023-06-30")]),
    ("They meet in June.", "future", [("June", "DATE", "2024-06", "2024-06-01", "2024-06-30")]),
    ("They met in December.", "past", [("December", "DATE", "2022-12", "2022-12-01", "2022-12-31")]),
    ("He fled 18 months ago.", "past", [("18 months ago", "DATE", "2022-02", "2022-02-01", "2022-02-28")]),
    ("He fled two days ago.", "past", [("two days ago", "DATE", "2023-08-12", "2023-08-12", "2023-08-12")]),
    ("Over the past two weeks", "past", [("the past two weeks", "DURATION", "P2W", "2023-07-31", "2023-08-14")]),
    ("In the previous 24 hours", "past", [("the previous 24 hours", "DURATION", "P1D", "2023-08-13", "2023-08-14")]),
    ("A truce of three years", "past", [("three years", "DURATION", "P3Y", None, None)]),
    ("A five-hour siege", "past", [("five-hour", "DURATION", "PT5H", None, None)]),
    ("for more than 2 1/2 years", "past", [("more than 2 1/2 years", "DURATION", "P2Y6M", None, None)]),
    ("They march every week.", "present", [("every week", "SET", "P1W", None, None)]),
    ("They march every Friday.", "present", [("every Friday", "SET", "XXXX-WXX-5", None, None)]),
    ("Taxes rise annually.", "present", [("annually", "SET", "P1Y", None, None)]),
    ("On Aug. 2, 1990, tanks", "past", [("Aug. 2, 1990", "DATE", "1990-08-02", "1990-08-02", "1990-08-02")]),
    ("on 5 November 2024", "future", [("5 November 2024", "DATE", "2024-11-05", "2024-11-05", "2024-11-05")]),
    ("Friday, July 28: a raid", "past", [("Friday, July 28", "DATE", "2023-07-28", "2023-07-28", "2023-07-28")]),
    ("dated 2021-03-09", "past", [("2021-03-09", "DATE", "2021-03-09", "2021-03-09", "2021-03-09")]),
    ("from June 3-5, guns fell silent", "past", [("June 3-5", "DATE", "2023-06-03", "2023-06-03", "2023-06-05")]),
    ("December 2013: soldiers fled", "present", [("December 2013", "DATE", "2013-12", "2013-12-01", "2013-12-31")]),
    ("The next day they fled.", "past", [("The next day", "DATE", "XXXX-XX-XX", None, None)]),
    ("in 1994", "past", [("1994", "DATE", "1994", "1994-01-01", "1994-12-31")]),
    ("some 1994 soldiers and 2000 troops", "past", []),
    ("in the late 1970s", "past", [("the late 1970s", "DATE", "197", "1977-01-01", "1979-12-31")]),
    ("the 20th century", "past", [("the 20th century", "DATE", "19", "1900-01-01", "1999-12-31")]),
    ("the second half of next year", "future", [("the second half of next year", "DATE", "2024-H2", "2024-07-01",
                                                  "2024-12-31")]),
    ("last winter", "past", [("last winter", "DATE", "2022-WI", "2022-12-01", "2023-02-28")]),
    ("at 10 p.m. Wednesday", "past", [("10 p.m. Wednesday", "TIME", "2023-08-09T22:00", "2023-08-09", "2023-08-09")]),
    ("at 1400 GMT", "past", [("1400 GMT", "TIME", "2023-08-14T14:00", "2023-08-14", "2023-08-14")]),
    ("on Sunday night", "past", [("Sunday night", "TIME", "2023-08-13TNI", "2023-08-13", "2023-08-13")]),
    ("He is now in exile.", "present", [("now", "DATE", "PRESENT_REF", "2023-08-14", "2023-08-14")]),
    ("He fled recently.", "past", [("recently", "DATE", "PAST_REF", None, None)]),
    ("at Thanksgiving last seen", "past", [("Thanksgiving", "DATE", "2022-11-24", "2022-11-24", "2022-11-24")]),
    ("He may march on; Prime Minister May and a march", "past", []),
    ("On Feb. 30 it rained.", "past", [("Feb. 30", "DATE", "XXXX-02-30", None, None)]),
]  # fmt: skip


def tense(value: Tense | None) -> Callable[[int], Tense | None]:
    return lambda position: value


def days(mention: TimeMention) -> tuple[str | None, str | None]:
    return (
        mention.first.isoformat() if mention.first else None,
        mention.last.isoformat() if mention.last else None,
    )


@pytest.mark.parametrize("case", CASES, ids=[c[0] for c in CASES])
def test_expressions_are_read_as_timex3_and_as_intervals(case: Case) -> None:
    text, when, expected = case
    got = [(m.text, m.type, m.value, *days(m)) for m in find_times(text, 0, MONDAY, tense(when))]
    assert got == expected


def test_later_expressions_lean_on_the_date_before_them() -> None:
    text = "Shells fell on Aug. 2, 2022, and the following day. A year earlier all was quiet."
    values = [m.value for m in find_times(text, 0, MONDAY, tense("past"))]
    assert values == ["2022-08-02", "2022-08-03", "2021"]


def test_a_date_carries_over_to_the_next_passage() -> None:
    passages = ["Shells fell on Aug. 2, 2022.", "The next day a truce began."]
    mentions = times_in(passages, MONDAY, lambda passage, position: "past")
    assert [(m.passage, m.value) for m in mentions] == [(0, "2022-08-02"), (1, "2022-08-03")]


def test_without_publication_date_relative_expressions_have_no_days() -> None:
    mentions = find_times("On Tuesday and in June, last week, two days ago, in 2020.", 0, None, tense("past"))
    assert [(m.value, m.first) for m in mentions] == [
        ("XXXX-WXX-2", None),
        ("XXXX-06", None),
        ("XXXX-WXX", None),
        ("XXXX-XX-XX", None),
        ("2020", date(2020, 1, 1)),
    ]


def test_each_reading_says_how_it_was_worked_out() -> None:
    mentions = find_times("Last month, on Tuesday and on Aug. 2, 1990", 0, MONDAY, tense("past"))
    assert [m.basis for m in mentions] == [
        "last month, from the publication date",
        "the last up to publication, by the tense",
        "stated",
    ]


WORDS = st.sampled_from(
    "last next this the a 30 31 February Feb. 9999 0001 Monday week year ago 2 1/2 hundred thousand million "
    "years century decades quarter first of 25:61 12/31/9999 noon every two to and winter ended "
    "now Easter p.m. 99999 - , . AD BC Ramadan 1444 mid-1996 post-0001 first day in the of that same two days later "
    "fiscal '24 quarter end past ten o'clock morning weekend before half ago and a Monday's".split()
)
DATES = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(9999, 1, 1), date(1, 12, 31)]))


@given(st.lists(WORDS, max_size=14), DATES, st.sampled_from([None, "past", "future", "present"]))
def test_any_words_at_any_date_are_read_without_failing(words: list[str], published: date | None, when: Tense) -> None:
    text = " ".join(words)
    reached = 0
    for mention in find_times(text, 3, published, tense(when)):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= reached
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        assert mention.passage == 3 and mention.value and mention.basis
        reached = mention.end


@given(st.text(max_size=200))
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    assert find_times(text, 0, MONDAY, tense(None)) == find_times(text, 0, MONDAY, tense(None))


def test_long_texts_without_sense_take_no_long_time() -> None:
    text = "two hundred and " * 2000 + "the " * 2000 + "1" * 5000 + " first" * 2000
    assert len(find_times(text, 0, MONDAY, tense("past"))) < 2000


@pytest.mark.skipif(not BENCH.is_dir(), reason="the shared benchmarks aren't beside the checkout")
def test_most_expressions_of_timebank_are_found_exactly() -> None:
    gold = exact = found = 0
    for line in (BENCH / "timebank.jsonl").read_text(encoding="utf8").splitlines():
        report = json.loads(line)
        mentions = find_times(report["text"], 0, date.fromisoformat(report["published"][:10]), tense("past"))
        spans = {(t["start"], t["end"]) for t in report["times"]}
        gold, found = gold + len(spans), found + len(mentions)
        exact += sum((m.start, m.end) in spans for m in mentions)
    assert 2 * exact / (gold + found) > 0.88
