"""Values and intervals of the time expressions of news, class by class; and what must stay a gap."""

from datetime import date

import pytest
from reading import resolved

from dragoman.resolve.times import Tense, find_times

MONDAY = date(2023, 8, 14)

# text, tense of its clause, then for each expression: extent, value, first and last day
Case = tuple[str, Tense | None, list[tuple[str, str, str | None, str | None]]]
PERIODS: list[Case] = [
    ("In early 2022 rain fell.", "past", [("early 2022", "2022", "2022-01-01", "2022-04-30")]),
    ("By mid-2019 it was over.", "past", [("mid-2019", "2019", "2019-05-01", "2019-08-31")]),
    ("the early 1990s", "past", [("the early 1990s", "199", "1990-01-01", "1993-12-31")]),
    ("the mid-1990s", "past", [("the mid-1990s", "199", "1994-01-01", "1996-12-31")]),
    ("the mid-19th century", "past", [("the mid-19th century", "18", "1834-01-01", "1866-12-31")]),
    ("late last week", "past", [("late last week", "2023-W32", "2023-08-10", "2023-08-13")]),
    ("at the end of 2022", "past", [("the end of 2022", "2022", "2022-11-01", "2022-12-31")]),
    ("at the start of next month", "future", [("the start of next month", "2023-09", "2023-09-01", "2023-09-05")]),
    ("the early summer", "past", [("the early summer", "2023-SU", "2023-06-01", "2023-06-30")]),
    ("the winter of 2021-22", "past", [("the winter of 2021-22", "2021-WI", "2021-12-01", "2022-02-28")]),
    ("the first half of the year", "past", [("the first half of the year", "2023-H1", "2023-01-01", "2023-06-30")]),
    ("fiscal 2022's first quarter", "past",
     [("fiscal 2022's first quarter", "2022-Q1", "2022-01-01", "2022-03-31")]),
    ("the 2021-22 financial year", "past", [("the 2021-22 financial year", "2021", "2021-01-01", "2022-12-31")]),
    ("post-2014 maps", "past", [("post-2014", "2014", None, None)]),
    ("over the last week", "past", [("the last week", "P1W", "2023-08-07", "2023-08-14")]),
    ("in the last month", "past", [("the last month", "P1M", "2023-07-14", "2023-08-14")]),
    ("in the last week of talks", "past", []),
    ("over the past year", "past", [("the past year", "2022", "2022-08-14", "2023-08-14")]),
    ("the last day of June", "past", [("the last day of June", "2023-06-30", "2023-06-30", "2023-06-30")]),
    ("the first week of August", "past", [("the first week of August", "2023-W31", "2023-07-31", "2023-08-06")]),
    ("the second Sunday of May 2022", "past",
     [("the second Sunday of May 2022", "2022-05-08", "2022-05-08", "2022-05-08")]),
    ("the sixth Sunday of May 2022", "past", [("the sixth Sunday of May 2022", "2022-05-XX", None, None)]),
    ("Labor Day weekend 2022", "past", [("Labor Day weekend 2022", "2022-W35-WE", "2022-09-03", "2022-09-05")]),
    ("midweek", "past", [("midweek", "2023-W33", "2023-08-15", "2023-08-17")]),
    ("half a century ago", "past", [("half a century ago", "1973", "1973-01-01", "1973-12-31")]),
    ("Prices fell final summer.", "past", [("final summer", "2022-SU", "2022-06-01", "2022-08-31")]),
    ("They fled final night.", "past", [("final night", "2023-08-13TNI", "2023-08-13", "2023-08-13")]),
]  # fmt: skip
DAYS: list[Case] = [
    ("on March 24 and 25, it", "past",
     [("March 24", "2023-03-24", "2023-03-24", "2023-03-24"), ("25", "2023-03-25", "2023-03-25", "2023-03-25")]),
    ("on 3 and 5 March 2022", "past",
     [("3", "2022-03-03", "2022-03-03", "2022-03-03"), ("5 March 2022", "2022-03-05", "2022-03-05", "2022-03-05")]),
    ("on March 24 and 25 boats sank", "past", [("March 24", "2023-03-24", "2023-03-24", "2023-03-24")]),
    ("from 3 to 5 March", "past", [("3 to 5 March", "2023-03-03", "2023-03-03", "2023-03-05")]),
    ("In June 25 people died.", "past", [("June", "2023-06", "2023-06-01", "2023-06-30")]),
    ("in 2014, 2016 and 2018", "past",
     [(y, y, f"{y}-01-01", f"{y}-12-31") for y in ("2014", "2016", "2018")]),
    ("the March summit", "past", [("March", "2023-03", "2023-03-01", "2023-03-31")]),
    ("the March on the capital", "past", []),
    ("He spoke of a visit in September.", "past", [("September", "2023-09", "2023-09-01", "2023-09-30")]),
    ("the Sept. 11 attacks", "past", [("Sept. 11", "2001-09-11", "2001-09-11", "2001-09-11")]),
    ("Shops were full before Labor Day.", "past", [("Labor Day", "2023-09-04", "2023-09-04", "2023-09-04")]),
    ("They met at Thanksgiving.", "past", [("Thanksgiving", "2022-11-24", "2022-11-24", "2022-11-24")]),
    ("at 6 p.m. (1500 GMT) Friday", "past",
     [("6 p.m. (1500 GMT) Friday", "2023-08-11T18:00", "2023-08-11", "2023-08-11")]),
    ("by ten in the morning", "past",
     [("ten in the morning", "2023-08-14T10:00", "2023-08-14", "2023-08-14")]),
    ("On Sunday he spoke. In the evening he left.", "past",
     [("Sunday", "2023-08-13", "2023-08-13", "2023-08-13"),
      ("the evening", "2023-08-13TEV", "2023-08-13", "2023-08-13")]),
    ("It fell on May 2. In the evening he left.", "past", [("May 2", "2023-05-02", "2023-05-02", "2023-05-02")]),
    ("at 2100 hours", "past", [("2100 hours", "2023-08-14T21:00", "2023-08-14", "2023-08-14")]),
    ("from Monday to Friday", "past",
     [("Monday", "2023-08-14", "2023-08-14", "2023-08-14"), ("Friday", "2023-08-18", "2023-08-18", "2023-08-18")]),
    ("after Tuesday's ruling", "past", [("Tuesday", "2023-08-08", "2023-08-08", "2023-08-08")]),
    ("ahead of Tuesday's vote", "past", [("Tuesday", "2023-08-15", "2023-08-15", "2023-08-15")]),
    ("Until Friday, no one had come.", "past", [("Friday", "2023-08-11", "2023-08-11", "2023-08-11")]),
    ("It had been due to end Friday.", "future", [("Friday", "2023-08-11", "2023-08-11", "2023-08-11")]),
    ("in the year ended Jan. 31", "past",
     [("the year", "P1Y", None, None), ("Jan. 31", "2023-01-31", "2023-01-31", "2023-01-31")]),
]  # fmt: skip
NAMES = (
    "USA Today had it first.",
    "the Sunday Times and the Mail on Sunday",
    "the families of Bloody Sunday",
    "under the Good Friday Agreement",
    'on the programme "This Week"',
    "the daily Adevarul reported",
    "about three-quarters of the vote",
    "The mayor is 61 years old.",
)
GAPS: list[tuple[str, str, str]] = [
    ("on 30 February 2023", "30 February 2023", "2023-02-30"),
    ("on May 32.", "May 32", "XXXX-05-XX"),
    ("32 May", "32 May", "XXXX-05-XX"),
    ("in Bahman 1402", "Bahman 1402", "XXXX"),
    ("in 1402 Bahman", "1402 Bahman", "XXXX"),
    ("on 15 Ramadan 1444", "15 Ramadan 1444", "XXXX"),
    ("in Heisei 30", "Heisei 30", "XXXX"),
    ("the Jewish year 5784", "the Jewish year 5784", "XXXX"),
    ("in 1444 AH", "1444 AH", "XXXX"),
    ("around 1200 BC", "around 1200 BC", "BC1200"),
    ("two million years ago", "two million years ago", "PAST_REF"),
]


@pytest.mark.parametrize("case", [*PERIODS, *DAYS], ids=[c[0] for c in [*PERIODS, *DAYS]])
def test_classes_of_expressions(case: Case) -> None:
    text, tense, expected = case
    found = find_times(text, 0, MONDAY, lambda position: tense)
    got = [(m.text, m.value, m.first and m.first.isoformat(), m.last and m.last.isoformat()) for m in found]
    assert got == expected


@pytest.mark.parametrize("text", NAMES)
def test_names_and_fractions_are_no_times(text: str) -> None:
    assert find_times(text, 0, MONDAY, lambda position: "past") == ()


@pytest.mark.parametrize("case", GAPS, ids=[c[0] for c in GAPS])
def test_what_cannot_be_placed_is_a_gap_with_its_reason(case: tuple[str, str, str]) -> None:
    text, extent, value = case
    (mention,) = find_times(text, 0, MONDAY, lambda position: "past")
    assert (mention.text, mention.value, mention.first, mention.last) == (extent, value, None, None)
    assert mention.basis


@pytest.mark.parametrize("text", ["at 25:61", "in 5784", "at 9961 GMT", "9" * 400, "on 2023-02-30", "in 3" + "1" * 40])
def test_numbers_that_are_no_times_are_left_alone(text: str) -> None:
    assert find_times(text, 0, MONDAY, lambda position: "past") == ()


def test_years_at_both_ends_of_the_calendar() -> None:
    found = find_times("On January 1, 0001, in the year 9999, in AD 79.", 0, MONDAY, lambda position: "past")
    assert [(m.value, m.first) for m in found] == [
        ("0001-01-01", date(1, 1, 1)),
        ("9999", date(9999, 1, 1)),
        ("0079", date(79, 1, 1)),
    ]


@pytest.mark.parametrize(("text", "published"), [("last week and yesterday", date.min), ("next year", date.max)])
def test_what_lies_beyond_the_calendar_has_no_days(text: str, published: date) -> None:
    found = find_times(text, 0, published, lambda position: "past")
    assert found and all(m.first is None and m.basis == "beyond the calendar" for m in found)


def test_days_are_not_counted_from_the_first_of_a_year_named_before() -> None:
    text = "It began on Aug. 2, 2022. The law is of 1987. Two days later guns fell silent."
    found = find_times(text, 0, MONDAY, lambda position: "past")
    assert [m.value for m in found] == ["2022-08-02", "1987", "2022-08-04"]


def test_a_day_of_a_month_named_before_is_no_certain_day() -> None:
    found = find_times("It began in June 2022. That day all was quiet.", 0, MONDAY, lambda position: "past")
    assert [(m.value, m.first, m.last) for m in found][1] == ("2022-06-XX", date(2022, 6, 1), date(2022, 6, 30))


def test_two_comparisons_in_a_row_are_with_the_same_quarter() -> None:
    text = "In the second quarter profit rose, against the 2022 quarter. A year earlier sales fell."
    found = find_times(text, 0, MONDAY, lambda position: "past")
    assert [m.value for m in found][-1] == "2022-Q2"


def test_what_is_called_by_a_season_is_none() -> None:
    assert "the Winter" not in [t.text for t in resolved("Kim spoke ahead of the Winter Olympics in Korea.").times]
    assert "the winter" in [t.text for t in resolved("Kim spoke in the winter.").times]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The blast came in the early hours of Monday.", ["2023-08-14TMO"]),
        ("They struck in the small hours of 3 May.", ["2023-05-03TMO"]),
        ("The day after Sunday's election he fled.", ["2023-08-14"]),
        ("The day before last Tuesday's hearing he called.", ["2023-08-07"]),
        ("The Israeli daily Haaretz, the Communist Party daily Granma and the German weekly Die Zeit differ.", []),
        ("Daily flights resumed.", ["P1D"]),
        ("Guards stand there 24 hours a day, seven days a week.", []),
        ("He works eight hours a day.", ["PT8H", "P1D"]),
        ("For the party, high noon comes today.", ["2023-08-14"]),
        ("They met at high noon.", ["2023-08-14T12:00"]),
        ("The bomb was in a 2005 Honda parked beside the 2005 memorial.", ["2005"]),
        ("They tried to get around Monday's ruling.", ["2023-08-14"]),
        ("It is no place for today's youth, said today's bulletin.", ["2023-08-14"]),
        ("Those were dark nights.", []),
        ("They had spent nights in cellars.", ["PXD"]),
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str, values: list[str]) -> None:
    assert [m.value for m in find_times(text, 0, MONDAY, lambda position: "past")] == values


def test_about_is_not_of_a_day_that_possesses() -> None:
    (found,) = find_times("They tried to get around Monday's ruling.", 0, MONDAY, lambda position: "past")
    assert found.text == "Monday"
