"""Known events in reports: their days, what is counted from them, and what they tell of a report's own day."""

from datetime import date

import pytest
from reading import events

from dragoman.annotate import annotate, load_parser
from dragoman.clean import clean
from dragoman.resolve import resolve
from dragoman.resolve.span import from_to
from dragoman.types.report import Published, Rejected, Report
from dragoman.types.resolved import ResolvedText
from dragoman.types.time import TimeMention


def resolved(text: str, day: str = "") -> ResolvedText:
    known = Published(date.fromisoformat(day), "given") if day else Published()
    cleaned = clean(Report("r", text, published=known))
    assert not isinstance(cleaned, Rejected)
    return resolve(annotate(cleaned, load_parser()))


def names(text: str, day: str = "") -> set[str]:
    return {m.name for m in resolved(text, day).milestones.values()}


INVASION = "Russia's full-scale invasion of Ukraine"


@pytest.mark.parametrize(
    "text",
    [
        "Russia's full-scale invasion of Ukraine has driven up the price of bread in Tunisia.",
        "Moscow has lost many tanks since it invaded Ukraine.",
        "Ukraine has asked for more shells since Russia launched its invasion.",
        "Kyiv and Moscow held talks. The war has gone on since the invasion, which both blame on the other.",
    ],
)
def test_an_event_is_known_by_its_parties(text: str) -> None:
    assert names(text, "2023-05-02") == {INVASION}


@pytest.mark.parametrize(
    "text",
    [
        "Russia's planned invasion of Ukraine was the talk of the summit.",
        "Latvia fears another invasion after what Russia did in Ukraine.",
        "Russia and Ukraine traded blame. Turkey defended its invasion of northern Syria.",
        "Moscow would never invade Ukraine, the Kremlin spokesman said.",
    ],
)
def test_a_plan_or_another_states_deed_is_none(text: str) -> None:
    assert INVASION not in names(text, "2023-05-02")


def test_no_event_is_known_before_its_day() -> None:
    assert not names("Britain warned of Russia's invasion of Ukraine.", "2021-12-14")


def test_a_coup_is_the_latest_of_its_state() -> None:
    text = "Niger's generals have held the president since the coup."
    assert names(text, "2023-08-20") == {"Coup in Niger of July 2023"}
    assert not names(text, "2016-08-20")


def test_a_year_tells_which_one_is_meant() -> None:
    assert names("Thailand has been ruled by generals since the 2014 coup.", "2019-03-01") == {
        "Coup in Thailand of 2014"
    }


def test_a_known_event_has_its_day() -> None:
    told = events("Turkey condemned Iraq's invasion of Kuwait.", "1991-03-01")
    (invasion,) = (e for e in told if e.event_type == "ASSAULT")
    assert invasion.when.first == date(1990, 8, 2)
    assert "known" in invasion.when.basis


def test_the_time_of_another_deed_is_not_a_known_events() -> None:
    text = "Nancy Pelosi, whose visit to Taiwan set off the exercises, arrived in Tokyo on Thursday evening."
    visits = [e for e in events(text, "2022-08-05") if "Taiwan" in {m.actor.name for m in e.recipients}]
    assert {e.when.first for e in visits} == {date(2022, 8, 2)}


def test_what_was_done_at_a_summit_has_its_days() -> None:
    text = "President Erdogan met President Biden at the NATO summit in Vilnius, an aide recalled."
    meeting = next(e for e in events(text, "2023-11-20") if e.event_type == "CONSULT")
    assert (meeting.when.first, meeting.when.last) == (date(2023, 7, 11), date(2023, 7, 12))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Three days before Russia's invasion of Ukraine, Putin recognised the two republics.", date(2022, 2, 21)),
        ("ECOWAS closed the borders of Niger four days after the coup.", date(2023, 7, 30)),
    ],
)
def test_days_are_counted_from_a_known_event(text: str, day: date) -> None:
    told = next(t for t in resolved(text, "2023-08-20").times if t.text.lower().endswith("days"))
    assert (told.type, told.first, told.last) == ("DATE", day, day)
    assert "known" not in told.basis


def test_months_after_an_event_are_no_single_day() -> None:
    (told,) = resolved("Six months after Russia's invasion of Ukraine, prices had doubled.", "2023-08-20").times
    assert told.first is not None
    assert told.last is not None
    assert told.first < date(2022, 8, 24) < told.last


def test_a_report_without_a_day_is_from_so_long_after() -> None:
    text = "Sanctions followed Russia's full-scale invasion of Ukraine 18 months ago. Prices rose last month."
    found = resolved(text)
    published = found.annotated.clean.report.published
    assert published.first is not None
    assert published.last is not None
    assert published.first < date(2023, 8, 24) < published.last
    assert published.basis == "inferred"
    last_month = next(t for t in found.times if t.text == "last month")
    assert (last_month.first, last_month.last) == (date(2023, 7, 1), date(2023, 8, 31))


def test_an_event_alone_rules_no_given_day_out() -> None:
    found = resolved("NATO decided at last year's Madrid summit to invite the three.", "1998-12-03")
    assert found.annotated.clean.report.published.date == date(1998, 12, 3)


def test_an_event_has_a_vote_beside_an_office() -> None:
    text = "Poland's president, Andrzej Duda, armed Kyiv after Russia's full-scale invasion of Ukraine."
    published = resolved(text, "2009-06-01").annotated.clean.report.published
    assert published.date is None
    assert "2009-06-01 can't be" in published.doubt


def test_times_that_come_out_too_wide_stay_open() -> None:
    plain = TimeMention(0, 0, 9, "last year", "DATE", "XXXX")
    early = TimeMention(0, 0, 9, "last year", "DATE", "2021", date(2021, 1, 1), date(2021, 12, 31), "year")
    late = TimeMention(0, 0, 9, "last year", "DATE", "2022", date(2022, 1, 1), date(2022, 12, 31), "year")
    assert from_to([plain], [early], [late], "") == (plain,)
    (same,) = from_to([plain], [early], [early], "as of a report of then")
    assert (same.first, same.precision) == (date(2021, 1, 1), "year")
