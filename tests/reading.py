"""Coding a sentence or two for a test."""

from datetime import date

from dragoman.annotate import annotate, load_parser
from dragoman.clean import clean
from dragoman.pipeline import CodedReport, code_report
from dragoman.resolve import resolve
from dragoman.settings import Settings
from dragoman.types.event import EventMention
from dragoman.types.report import Published, Report
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import AnnotatedText, CleanText


def read(text: str, day: str = "2023-08-14", title: str = "") -> CodedReport:
    """A report of one text, coded."""
    report = Report("test", text, title, published=Published(date.fromisoformat(day), "given"))
    coded = code_report(report, Settings())
    assert isinstance(coded, CodedReport)
    return coded


def events(text: str, day: str = "2023-08-14") -> tuple[EventMention, ...]:
    """The event mentions of a text."""
    return read(text, day).attributed.events


def brief(mention: EventMention) -> tuple[str, set[str], set[str]]:
    """Type, and the countries or else the names of both sides."""
    return mention.event_type, _sides(mention.actors), _sides(mention.recipients)


def _sides(parties: object) -> set[str]:
    return {m.actor.country or m.actor.name for m in parties}  # type: ignore[attr-defined]


def annotated(text: str, day: str = "2023-08-14") -> AnnotatedText:
    """A report of one text, parsed."""
    cleaned = clean(Report("test", text, published=Published(date.fromisoformat(day), "given")))
    assert isinstance(cleaned, CleanText)
    return annotate(cleaned, load_parser(Settings().spacy_model))


def resolved(text: str, day: str = "2023-08-14") -> ResolvedText:
    """A report of one text with its parties, times and places."""
    return resolve(annotated(text, day))
