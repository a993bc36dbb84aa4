"""Small reports and event mentions for tests, whole in themselves: every span lies in its report."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from dragoman.types.actor import Actor, ActorKind, ActorMention
from dragoman.types.event import Claimant, EventDate, EventMention, EventPlace, Status
from dragoman.types.place import Place
from dragoman.types.report import Published, Raw, ReadReport, Report
from dragoman.types.text import CleanText, Passage, Piece, Span
from dragoman.types.time import Precision

QUADS = {"CONSULT": 1, "AGREE": 1, "SUPPORT": 1, "AID": 2, "RETREAT": 2, "ACCUSE": 3, "REJECT": 3, "REQUEST": 3}


def state(country: str) -> Actor:
    return Actor(actor_id=country, name=country.title(), kind="state", country=country, sectors=("GOV",))


def person(name: str, country: str, *sectors: str, office: str = "") -> Actor:
    return Actor(f"{country}:{name}", name, "person", country, sectors or ("GOV",), office)


def actor(name: str, country: str, kind: ActorKind, *sectors: str) -> Actor:
    return Actor(f"{country}:{kind}:{name}", name, kind, country, sectors)


def city(name: str, country: str, lat: float, lon: float) -> Place:
    return Place(name, country, lat, lon, "city", 1000 + len(name))


def days(first: date | None, last: date | None = None, precision: Precision = "day") -> EventDate:
    if first is None:
        return EventDate(basis="not told")
    return EventDate(first, last or first, precision, "stated")


@dataclass(frozen=True)
class Told:
    """An event as a sentence is to tell it. The trigger, the parties and the place must stand in ``sentence``."""

    sentence: str
    trigger: str
    event_type: str = "CONSULT"
    actors: tuple[tuple[Actor, str], ...] = ()
    recipients: tuple[tuple[Actor, str], ...] = ()
    when: EventDate = EventDate()
    place: Place | None = None
    status: Status = "happened"
    claimants: tuple[tuple[Actor, str, str], ...] = ()
    mode: str = ""
    confidence: float = 0.8


def report(text: str, source_id: str = "a", title: str = "", published: date | None = None, **more: str) -> Report:
    basis = "given" if published else "unknown"
    return Report(source_id, text, title, published=Published(published, basis), **more)


def read(report_: Report) -> ReadReport:
    return ReadReport(report_, Raw(f"{report_.title}\n\n{report_.text}".encode("utf-8", "replace"), "text/plain"))


def clean(report_: Report, spun: bool = False) -> CleanText:
    """A clean text that takes every paragraph as it is."""
    passages = [_passage("title", report_.title, 0, len(report_.title))] if report_.title else []
    start = 0
    for line in report_.text.split("\n"):
        if line:
            passages.append(_passage("text", report_.text, start, start + len(line)))
        start += len(line) + 1
    return CleanText(report_, tuple(passages), spun=spun)


def _passage(field: str, source: str, start: int, end: int) -> Passage:
    pieces = (Piece(0, end - start, start, end),)
    kind = "title" if field == "title" else "body"
    return Passage(field, kind, source[start:end], pieces, source)


def told(report_: Report, *events: Told) -> tuple[EventMention, ...]:
    """Event mentions of sentences that stand in the report's text."""
    return tuple(_mention(report_, event, number) for number, event in enumerate(events))


def _mention(report_: Report, event: Told, number: int) -> EventMention:
    begin = report_.text.index(event.sentence)

    def span(words: str) -> Span:
        start = report_.text.index(words, begin)
        return Span("text", start, start + len(words), words)

    def parties(named: tuple[tuple[Actor, str], ...]) -> tuple[ActorMention, ...]:
        return tuple(ActorMention(who, span(words), -1, -1, -1, -1) for who, words in named)

    report_id = identity(report_)
    return EventMention(
        mention_id=f"m-{report_id}-{number}",
        report_id=report_id,
        source_id=report_.source_id,
        event_type=event.event_type,
        event_mode=event.mode,
        contexts=("diplomatic",),
        quad=QUADS.get(event.event_type, 4),
        intensity=2.5,
        actors=parties(event.actors),
        recipients=parties(event.recipients),
        when=event.when,
        place=EventPlace(event.place, span(event.place.name)) if event.place else None,
        status=event.status,
        claimants=tuple(Claimant(who, span(words), cue) for who, words, cue in event.claimants),
        sentence=span(event.sentence),
        trigger=span(event.trigger),
        confidence=event.confidence,
        coder="factory 1",
        why="made for a test",
    )


def identity(report_: Report) -> str:
    return sha256(f"{report_.title}\x1f{report_.text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def renamed(report_: Report, source_id: str) -> Report:
    return replace(report_, source_id=source_id)
