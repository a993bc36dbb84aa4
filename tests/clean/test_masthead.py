"""What stands between the title and the first paragraph."""

from datetime import date

import pytest
from clean.helpers import cleaned

from dragoman.types.report import Published

SAID = (
    "The interior minister told deputies on Monday that the border with Chad would stay shut until the army had "
    "searched the camps, and that nobody had been told to fire."
)
DAY = date(2019, 3, 4)
HEADS = [
    ("NDJAMENA, 4 March 2019", Published(DAY, "dateline")),
    ("(Geneva, March 4, 2019) –", Published(DAY, "dateline")),
    ("Opinion | The Harmattan Review | March 4, 2019 at 6:00 a.m.", Published(DAY, "page")),
    ("The Daily Gong, 4 March 2019, UPDATED 09:14", Published(DAY, "page")),
    ("Sahel Affairs Quarterly, 4 March 2019", Published(DAY, "page")),
    ("The Gulf Standard | Live blog | Last updated 18:42 WAT, Monday 4 March 2019", Published(DAY, "page")),
    ("Press release, Ndjamena, 4th of March 2019", Published(DAY, "page")),
    ("AFP, Ndjamena | Published: 10:22, Mar 04,2019", Published(DAY, "page")),
    ("Ndjamena, 4 March 2019. For immediate release", Published(DAY, "page")),
    ("harmattan.example \u00bb World \u00bb Posted by admin on 4 March 2019 at 07:12 GMT", Published(DAY, "page")),
    ('sandstorm.example // filed by "Lance" // 04MAR2019 2140Z', Published(DAY, "page")),
    ("Monday 4 March 2019, page 4", Published(DAY, "page")),
    ("Chari Today / news / 04.03.2019 18:25", Published(DAY, "page")),
    ("Ndjamena (HRM) - Issued on: 04/03/2019 - 18:32", Published(DAY, "page")),
    (
        "March 2019",
        Published(None, "page", date(2019, 3, 1), date(2019, 3, 31), why="the page names the month"),
    ),
]


@pytest.mark.parametrize(("head", "published"), HEADS)
def test_a_line_that_dates_the_report(head: str, published: Published) -> None:
    found = cleaned(f"{head}\n\n{SAID}", title="Border stays shut, minister says")
    assert found.report.published == published
    assert [p.text for p in found.passages if p.field == "text"] == [SAID]


@pytest.mark.parametrize(
    "line",
    [
        "The accord of 4 March 2019 was broken by both sides within a day of its signing, said witnesses in the camps.",
        "He said the talks of March 4, 2019 and of April 5, 2019 had failed",
    ],
)
def test_a_sentence_with_a_date_dates_nothing(line: str) -> None:
    found = cleaned(f"{line}\n\n{SAID}", title="Border stays shut")
    assert found.report.published == Published()
    assert line in [p.text for p in found.passages]


def test_a_paper_that_names_itself_is_the_publisher() -> None:
    found = cleaned(f"The Harmattan Herald\nNDJAMENA, 4 March 2019\n\n{SAID}", title="Border stays shut")
    assert (found.report.publisher, found.report.byline) == ("The Harmattan Herald", "")
    assert found.dateline_place == "Ndjamena"


def test_a_first_line_without_a_title_is_the_headline() -> None:
    found = cleaned(f"Border Shut, 4 March 2019\n\n{SAID}", title="")
    assert found.report.published == Published()
