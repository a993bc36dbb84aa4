"""Who wrote a report."""

import pytest
from clean.helpers import body, cleaned, removed

LEAD = "The central bank of Peru raised its rate on Thursday for the third time since the unrest began."
MORE = "Miners in the south have blocked the main road for a week and demand that the congress be dissolved."


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Anna Kovacs", "Anna Kovacs"),
        ("By Anna Kovacs and Jo Lim", "Anna Kovacs and Jo Lim"),
        ("By Anna Kovacs, Jo Lim and María de la Cruz", "Anna Kovacs, Jo Lim and María de la Cruz"),
        ("By Anna Kovacs, Andes correspondent", "Anna Kovacs"),
        ("BY ANNA KOVACS", "Anna Kovacs"),
        ("By Anna Kovacs | Example Daily", "Anna Kovacs"),
        ("Anna Kovacs", "Anna Kovacs"),
        ("Anna Kovacs, Example Daily", "Anna Kovacs"),
        ("Jean-Luc O’Neill", "Jean-Luc O’Neill"),
        ("By Staff Writer | Updated 2 hours ago", "Staff Writer"),
    ],
)
def test_a_byline_under_a_headline(line: str, byline: str) -> None:
    result = cleaned(f"Rate raised again as miners strike\n{line}\n{LEAD}\n{MORE}")
    assert result.report.byline == byline
    assert body(result)[1:] == [LEAD, MORE]
    assert ("byline", line) in removed(result)


@pytest.mark.parametrize(
    "line",
    ["By Monday the road had been cleared.", "Dina Boluarte", "What Comes Next", "FULL TEXT", "Peace Talks"],
)
def test_what_is_no_byline(line: str) -> None:
    text = f"Rate raised again as miners strike\n{line}\n{LEAD}\n{MORE} President Boluarte has refused."
    result = cleaned(text)
    assert result.report.byline == ""
    assert line in body(result)


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Anna Kovacs in Lima; editing by Jo Lim)",
        "Reporting by Anna Kovacs; Editing by Jo Lim",
        "Additional reporting by Jo Lim in Cusco",
        "With inputs from agencies",
        "Jo Lim contributed to this report.",
        "ab/cd (AFP, dpa)",
    ],
)
def test_credits_at_the_end_go(line: str) -> None:
    assert body(cleaned(f"{LEAD}\n{MORE}\n{line}")) == [LEAD, MORE]


def test_a_credit_is_the_byline_where_there_is_no_other() -> None:
    assert cleaned(f"{LEAD}\n{MORE}\nReporting by Anna Kovacs; Editing by Jo Lim").report.byline == "Anna Kovacs"


def test_an_authors_note_goes_but_a_person_of_the_report_stays() -> None:
    note = "Anna Kovacs is a correspondent for Example Daily covering the Andes."
    person = "Raúl Quispe is a journalist for a radio station in Puno."
    assert body(cleaned(f"{LEAD}\n{MORE}\n{note}")) == [LEAD, MORE]
    told = f"{MORE} Police arrested Quispe on Friday near the blocked road, his family said."
    assert body(cleaned(f"{LEAD}\n{told}\n{person}")) == [LEAD, told, person]
