"""The whole run over one report."""

from datetime import date

import pytest
from commands import DENIAL, PROTEST, TALKS
from reading import read

from dragoman.pipeline import CodedReport, code_report, coder_name
from dragoman.settings import Settings
from dragoman.store import report_id_of
from dragoman.types.report import Published, Rejected, Report
from dragoman.types.text import Span


def spans(coded: CodedReport) -> list[Span]:
    """Every span of the coding."""
    found: list[Span] = []
    for event in coded.attributed.events:
        found += [event.sentence, event.trigger]
        found += [mention.span for mention in (*event.actors, *event.recipients)]
        found += [claimant.span for claimant in event.claimants]
        found += [event.place.span] if event.place else []
    return found + [mention.span for mention in coded.resolved.actors]


@pytest.mark.parametrize("text", [TALKS, PROTEST, DENIAL, "\n\n".join((TALKS, PROTEST, DENIAL))])
@pytest.mark.parametrize("title", ["", "Leaders meet in Nairobi as Peru protests"])
def test_every_span_is_verbatim(text: str, title: str) -> None:
    coded = read(text, title=title)
    sources = {"text": text, "title": title}
    assert coded.attributed.events
    assert spans(coded)
    for span in spans(coded):
        assert sources[span.field][span.start : span.end] == span.text


def test_the_same_report_gives_the_same_coding() -> None:
    assert read(TALKS) == read(TALKS)


def test_mentions_have_ids_of_their_own() -> None:
    events = read("\n\n".join((TALKS, PROTEST, DENIAL))).attributed.events
    assert len({event.mention_id for event in events}) == len(events)
    assert {event.coder for event in events} == {coder_name()}


def test_the_id_is_that_of_the_archive() -> None:
    for report in (Report("a", TALKS), Report("b", TALKS, "Title")):
        coded = code_report(report, Settings())
        assert isinstance(coded, CodedReport)
        assert {event.report_id for event in coded.attributed.events} == {report_id_of(report)}
    assert report_id_of(Report("a", TALKS)) == report_id_of(Report("b", TALKS, publisher="P"))
    assert report_id_of(Report("c", "\ud800"))


@pytest.mark.parametrize("text", ["", " \n ", "Share on Facebook\nSubscribe to our newsletter"])
def test_a_report_without_text_is_rejected(text: str) -> None:
    coded = code_report(Report("a", text, origin="a.txt"), Settings())
    assert isinstance(coded, Rejected)
    assert (coded.origin, coded.source_id, "no report text" in coded.reason) == ("a.txt", "a", True)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3_000,
        "met " * 3_000,
        "Kenya, " * 2_000,
        '"' * 501 + "said Ruto.",
        "Kenya said that " * 400 + "it rained.",
        "x" * 20_000,
        "\u202e\u200f\u0000\x1b[31m Kenya met Sudan.",
        "😀 Kenya 🇰🇪 met 👩‍👩‍👧 Sudan in Ju\u0301ba.",
        "A. B. C. D. " * 500,
    ],
)
def test_odd_text_is_coded_or_rejected_soon(text: str) -> None:
    coded = code_report(Report("a", text), Settings())
    if isinstance(coded, CodedReport):
        assert all(text[span.start : span.end] == span.text for span in spans(coded))
    else:
        assert coded.reason


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 1, 5), date(9999, 12, 28), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_are_days_like_others(day: date) -> None:
    text = (
        "Rebels attacked Goma two days ago, nine years after Kenya bombed it. Kenya will meet Uganda on Sunday. "
        "On 31 December 9999 police arrested Tom Ouko. The 20th anniversary of the raid was marked on Friday."
    )
    coded = code_report(Report("r", text, title="Rebels attack Goma", published=Published(day, "given")), Settings())
    assert isinstance(coded, CodedReport)
    assert coded.attributed.events
