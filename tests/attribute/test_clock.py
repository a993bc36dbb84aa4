"""The running day of a report: what is told on in the story's tense happened on the day that the story has come to."""

from datetime import date

import pytest
from reading import read

FRIDAY = date(2023, 8, 11)


def days(text: str, published: str = "2023-08-12") -> dict[str, date | None]:
    """The first day of each event, by its trigger."""
    return {m.trigger.text: m.when.first for m in read(text, published).attributed.events}


def test_the_story_runs_on() -> None:
    found = days("Rebels shelled Goma on Friday. The United Nations condemned the attack.")
    assert found["shelled"] == FRIDAY
    assert found["condemned"] == FRIDAY


def test_a_report_that_names_no_day_tells_of_its_own() -> None:
    assert days("Brazil condemned Israel and urged it to withdraw.")["condemned"] == date(2023, 8, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Goma on Friday. The army, which attacked the rebels, is near.",
        "Rebels shelled Goma on Friday. The army had attacked the rebels.",
        "Rebels shelled Goma on Friday. The army will attack the rebels.",
        "Rebels shelled Goma on Friday. In 2009 the rebels signed a truce with Congo and the army attacked them.",
    ],
)
def test_background_and_plans_are_not_of_the_day(text: str) -> None:
    found = {m.trigger.text: m.when.first for m in read(text, "2023-08-12").attributed.events}
    assert found.get("attacked") != FRIDAY
    assert found.get("attack") != FRIDAY


def test_nothing_is_dated_without_a_publication_date() -> None:
    from dragoman.pipeline import CodedReport, code_report
    from dragoman.settings import Settings
    from dragoman.types.report import Report

    coded = code_report(Report("r", "Brazil condemned Israel and urged it to withdraw."), Settings())
    assert isinstance(coded, CodedReport)
    assert {m.when.first for m in coded.attributed.events} == {None}


def test_the_basis_says_that_it_is_inferred() -> None:
    (mention,) = [m for m in read("Brazil condemned Israel.").attributed.events if m.event_type == "ACCUSE"]
    assert "the report's day" in mention.when.basis


def test_a_day_told_aside_does_not_move_the_story() -> None:
    text = (
        "Crowds in Niamey cheered on Friday. They back officers who seized power on Monday. Police arrested an envoy."
    )
    assert days(text)["arrested"] == FRIDAY


def test_a_headline_tells_of_the_day_of_its_story() -> None:
    text = "Chile expels envoy of Peru\n\nChile expelled the ambassador of Peru on Friday, its foreign ministry said."
    from dragoman.pipeline import CodedReport, code_report
    from dragoman.settings import Settings
    from dragoman.types.report import Published, Report

    title, _, body = text.partition("\n\n")
    coded = code_report(Report("r", body, title=title, published=Published(date(2023, 8, 12), "given")), Settings())
    assert isinstance(coded, CodedReport)
    assert {m.when.first for m in coded.attributed.events} == {FRIDAY}


def test_the_clause_after_goes_on_with_the_time_of_the_one_before() -> None:
    found = days("Last summer the barricades came back, and the police arrested two ministers.")
    assert found["arrested"] == date(2022, 6, 1)
    found = days("In May 2021 Chile expelled the envoys of Peru; the police arrested two ministers.")
    assert found["arrested"] == date(2021, 5, 1)


def test_what_is_said_in_an_aside_is_of_the_story() -> None:
    found = days("On Friday the council heard Sameh Shoukry, who accused Ethiopia of aggression.")
    assert found["accused"] == FRIDAY


def test_what_is_demanded_in_the_present_is_of_the_report() -> None:
    assert days("The Civic Union demands that Peru free the reporters.")["demands"] == date(2023, 8, 12)


def test_deeds_that_a_report_opens_with_are_of_the_day_that_it_names_first() -> None:
    text = "Rebels have attacked a convoy of Kenyan soldiers. The army confirmed the attack. It began late on Thursday."
    assert days(text)["attacked"] == date(2023, 8, 10)


def test_a_paragraph_that_looks_back_leaves_the_story_where_it_was() -> None:
    text = (
        "Peru expelled the envoy of Chile on Friday.\n"
        "On Wednesday Chile accused Peru of spying. Bolivia condemned Peru.\n"
        "Ecuador praised Peru."
    )
    found = {m.trigger.text: m.when.first for m in read(text, "2023-08-12").attributed.events}
    assert found["condemned"] == date(2023, 8, 9)
    assert found["praised"] == date(2023, 8, 11)


def test_what_was_often_done_has_no_day() -> None:
    text = "Peru expelled the envoy of Chile on Friday. Chile has repeatedly denied bribing officials of Peru."
    found = {m.trigger.text: m.when.first for m in read(text, "2023-08-12").attributed.events}
    assert found["denied"] is None
