"""Days of events: which time expression belongs to which event."""

from datetime import date

import pytest
from reading import events, read

from dragoman.attribute.when import ahead, is_weekday
from dragoman.types.event import EventDate

PUBLISHED = date(2023, 4, 14)


def test_what_is_planned_for_a_weekday_lies_ahead() -> None:
    day = date(2023, 4, 11)
    moved = ahead(EventDate(day, day, "day", "'Tuesday': the last"), PUBLISHED)
    assert (moved.first, moved.last) == (date(2023, 4, 18), date(2023, 4, 18))
    assert "planned" in moved.basis


def test_a_day_ahead_or_long_past_stays() -> None:
    for day in (date(2023, 4, 20), date(2023, 3, 1)):
        when = EventDate(day, day, "day", "")
        assert ahead(when, PUBLISHED) == when


@pytest.mark.parametrize(
    ("text", "bare"), [("Tuesday", True), ("late Tuesday", True), ("last Tuesday", False), ("May", False)]
)
def test_bare_weekdays(text: str, bare: bool) -> None:
    assert is_weekday(text) == bare


def test_the_day_of_the_saying_is_not_the_day_of_the_deed() -> None:
    text = "Kenya bombed a camp in Somalia on 3 April 2023, the army said on Friday."
    bombing = next(e for e in events(text, "2023-04-14") if e.event_type == "ASSAULT")
    assert bombing.when.first == date(2023, 4, 3)


def test_a_clause_with_when_shares_the_time_of_the_one_above() -> None:
    text = "When Chile expelled the envoys of Peru in March 2021, Lima condemned Santiago."
    assert {e.when.first for e in events(text, "2023-04-14")} == {date(2021, 3, 1)}


def test_the_time_of_what_is_asked_is_not_that_of_the_asking() -> None:
    text = "Kenya urged Uganda to withdraw its troops from the border by Sunday."
    request = next(e for e in events(text, "2023-04-14") if e.event_type == "REQUEST")
    assert request.when.first == date(2023, 4, 14)


def test_a_time_gone_by_is_that_of_the_asking() -> None:
    text = "The Taliban threatened to overrun Kunduz last month."
    (threat,) = [m for m in read(text, day="2016-11-11").attributed.events if m.event_type == "THREATEN"]
    assert str(threat.when.first) == "2016-10-01"


def test_a_stretch_up_to_now_says_when() -> None:
    text = "Kenya fears for hospitals bombed by Somali rebels over the past week."
    bombed = next(e for e in events(text, "2023-04-14") if e.event_type == "ASSAULT")
    assert (bombed.when.first, bombed.when.last) == (date(2023, 4, 7), date(2023, 4, 14))


def test_the_time_of_a_noun_is_the_noun_s() -> None:
    text = "The Chilean president praised Peru but made no mention of next month's disputed poll."
    assert all(e.when.first != date(2023, 5, 1) for e in events(text, "2023-04-14"))


def test_why_somebody_is_judged_was_before() -> None:
    text = "On Friday a court in Lima indicted a rebel on several counts including attacking soldiers of Peru."
    found = {e.trigger.text: e.when.first for e in events(text, "2023-04-14")}
    assert found["indicted"] == date(2023, 4, 14)
    assert found["attacking"] is None


def test_a_time_is_that_of_the_event_beside_it() -> None:
    text = (
        "The rebels claimed responsibility for the attack on Arica, saying it was in retaliation for air strikes by "
        "Peru last week in which dozens of people were killed."
    )
    found = {e.trigger.text: e.when.first for e in events(text, "2023-04-14")}
    assert found["attack"] is None
    assert found["air strikes"] == date(2023, 4, 3)


def test_a_time_right_after_another_event_is_that_one_s() -> None:
    text = "Rebels said they carried out the attack on Lima in retaliation for air strikes last week in Arica."
    found = {e.trigger.text: e.when.first for e in events(text, "2023-04-14")}
    assert (found["attack"], found["air strikes"]) == (None, date(2023, 4, 3))


@pytest.mark.parametrize(
    ("text", "word", "deed"),
    [
        ("European Union leaders agreed on Monday to ban Peruvian airlines.", "agreed", "ban"),
        ("NATO promised on Monday it would send 700 more troops to Kosovo.", "promised", "send"),
    ],
)
def test_the_time_of_the_word_given_is_not_that_of_the_deed(text: str, word: str, deed: str) -> None:
    found = {e.trigger.text: e.when.first for e in events(text, "2023-04-14")}
    assert found[word] == date(2023, 4, 10)
    assert found[deed] is None


def test_the_time_of_a_clause_about_the_subject_stays_there() -> None:
    text = "Pedro Castillo, who on 3 March 2021 visited Chile, condemned Bolivia."
    found = {e.trigger.text: e.when.first for e in events(text, "2023-04-14")}
    assert found["visited"] == date(2021, 3, 3)
    assert found["condemned"] != date(2021, 3, 3)


def test_a_span_is_dated_by_its_first_day() -> None:
    (visit,) = events("President Ruto of Kenya will visit China from May 2 to May 5.", "2023-04-14")
    assert visit.when.first == date(2023, 5, 2)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # when something ends is not when it was
        ("Kenya has banned all rallies in Nairobi until Wednesday.", "COERCE", ""),
        # a date of what is condemned is not the condemning's, nor that of the clause after
        ("Nepal condemned the bombing of March 22 and said that China supported India.", "SUPPORT", ""),
    ],
)
def test_times_of_something_else(text: str, kind: str, day: str) -> None:
    found = [e.when.first.isoformat() if e.when.first else "" for e in events(text) if e.event_type == kind]
    assert found == [day]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chile and Peru signed a plan of consultations for 2014-2016.", "signed"),
        ("Chile called the launch a breach of a 2011 resolution and urged Iran to stop.", "urged"),
        ("Turkey's 2009 offensive was condemned by France.", "condemned"),
        ("Sergei Lavrov was received by Michelle Bachelet, who returned to office in March.", "received"),
    ],
)
def test_the_year_of_something_else_is_no_events(text: str, trigger: str) -> None:
    (event,) = [e for e in events(text, "2014-05-02") if e.trigger.text == trigger]
    assert event.when.first is None or event.when.first.year == 2014 and event.when.first.month == 5


def test_the_year_of_an_occasion_is_an_events() -> None:
    (event,) = [
        e for e in events("Belarusian police beat marchers after the 2020 election.") if e.trigger.text == "beat"
    ]
    assert event.when.first == date(2020, 1, 1)
