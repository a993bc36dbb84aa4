"""What a brief is made from: the contract's records, read into types."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BriefInput:
    """The archive's records, as ``dragoman export`` gives them, whole and in any order."""

    reports: Sequence[Record]
    mentions: Sequence[Record]
    events: Sequence[Record]
    claims: Sequence[Record]
    links: Sequence[Record]
    stories: Sequence[Record]
    actors: Sequence[Record]


@dataclass(frozen=True, slots=True)
class Words:
    """``text`` at ``start`` to ``end`` of a report's ``field`` ("title" or "text")."""

    field: str
    start: int
    end: int
    text: str
    restored: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor; ``words`` is None where no report's wording is meant."""

    actor_id: str
    name: str
    kind: str
    country: str
    office: str
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention."""

    mention_id: str
    report_id: str
    source_id: str
    event_type: str
    event_mode: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    claimants: tuple[Party, ...]
    place: Words | None
    status: str
    sentence: Words
    trigger: Words
    confidence: float
    why: str
    wording: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event in the world. ``conflicts`` are fields with the values that reports give."""

    event_id: str
    event_type: str
    event_mode: str
    quad: int
    first: date | None
    last: date | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    claimants: tuple[Party, ...]
    place: str
    status: str
    confidence: float
    mention_ids: tuple[str, ...]
    conflicts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report; ``source_ids`` are all names under which it came in."""

    report_id: str
    source_id: str
    source_ids: tuple[str, ...]
    title: str
    publisher: str
    url: str
    published: date | None
    basis: str
    opening: str
    date_note: str = ""
    """What else is known of its day: an interval, or why the given one isn't believed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and the ids of those that it answers."""

    claim_id: str
    claimant: Party
    stance: str
    event_id: str
    content: str
    made_on: date | None
    mention_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports of one origin; where ``directed``, the first copies the second."""

    report_id: str
    other_report_id: str
    kind: str
    score: float
    directed: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A story; days are of publication."""

    story_id: str
    title: str
    first: date | None
    last: date | None
    source_ids: tuple[str, ...]
    n_independent: int


def read_mention(record: Record) -> Mention:
    """From a record of ``export mentions``."""
    place = record.get("place")
    wording = tuple(_words(each) for each in _many(record, "wording"))
    return Mention(
        mention_id=_text(record, "mention_id"),
        report_id=_text(record, "report_id"),
        source_id=_text(record, "source_id"),
        event_type=_text(record, "event_type"),
        event_mode=_text(record, "event_mode"),
        actors=_read_right(_parties(record, "actors"), wording),
        recipients=_read_right(_parties(record, "recipients"), wording),
        claimants=_read_right(_parties(record, "claimants"), wording),
        place=_words(place) if isinstance(place, dict) else None,
        status=_text(record, "status"),
        sentence=Words(
            _text(record, "sentence_field") or "text",
            int(_number(record, "sentence_start")),
            int(_number(record, "sentence_end")),
            _text(record, "sentence"),
        ),
        trigger=_words(_one(record, "trigger")),
        confidence=_number(record, "confidence"),
        why=_text(record, "why"),
        wording=wording,
    )


def _read_right(parties: tuple[Party, ...], wording: tuple[Words, ...]) -> tuple[Party, ...]:
    """The parties with spun wording in their phrases put right (``restored``)."""
    return tuple(replace(p, words=restored(p.words, wording)) if p.words else p for p in parties)


def restored(words: Words, wording: Iterable[Words]) -> Words:
    """The words with what ``wording`` puts right in them as ``restored``; '' where it is nothing."""
    text, done = "", words.start
    for change in sorted(wording, key=lambda w: (w.start, -w.end)):
        if change.field == words.field and done <= change.start and change.end <= words.end:
            text += words.text[done - words.start : change.start - words.start] + change.restored
            done = change.end
    return replace(words, restored=text + words.text[done - words.start :] if text else "")


def read_event(record: Record) -> Event:
    """From a record of ``export events``."""
    place = record.get("place")
    return Event(
        event_id=_text(record, "event_id"),
        event_type=_text(record, "event_type"),
        event_mode=_text(record, "event_mode"),
        quad=int(_number(record, "quad")),
        first=_day(record, "start"),
        last=_day(record, "end"),
        actors=_parties(record, "actors"),
        recipients=_parties(record, "recipients"),
        claimants=_parties(record, "claimants"),
        place=_text(place, "name") if isinstance(place, dict) else "",
        status=_text(record, "status"),
        confidence=_number(record, "confidence"),
        mention_ids=_texts(record, "mentions"),
        conflicts=tuple(_conflict(each) for each in _many(record, "conflicts")),
    )


def read_report(record: Record) -> Report:
    """From a record of ``export reports``."""
    return Report(
        report_id=_text(record, "report_id"),
        source_id=_text(record, "source_id"),
        source_ids=_texts(record, "source_ids"),
        title=_text(record, "title"),
        publisher=_text(record, "publisher"),
        url=_text(record, "url"),
        published=_day(record, "published"),
        basis=_text(record, "published_basis"),
        opening=_opening(_text(record, "text")),
        date_note=_date_note(record),
    )


def _date_note(record: Record) -> str:
    first, last = _text(record, "published_from"), _text(record, "published_to")
    between = f"between {first} and {last}" if first and last else f"after {first}" if first else f"before {last}"
    notes = [_text(record, "published_doubt"), between if (first or last) and not _text(record, "published") else ""]
    return "; ".join(note for note in notes if note)


def _opening(text: str) -> str:
    """The first line that looks like a sentence, shortened, for a report without a title."""
    lines = (" ".join(line.split()) for line in text[:2000].split("\n"))
    first = next((line for line in lines if len(line.split()) > 5), "")
    return first if len(first) <= 110 else first[:110].rsplit(" ", 1)[0] + " …"


def read_claim(record: Record) -> Claim:
    """From a record of ``export claims``."""
    return Claim(
        claim_id=_text(record, "claim_id"),
        claimant=_party(_one(record, "claimant")),
        stance=_text(record, "stance"),
        event_id=_text(record, "event_id"),
        content=_text(record, "content"),
        made_on=_day(record, "made_on"),
        mention_ids=_texts(record, "mentions"),
        source_ids=_texts(record, "reports"),
        answers=_texts(record, "answers"),
    )


def read_link(record: Record) -> Link:
    """From a record of ``export links``."""
    return Link(
        report_id=_text(record, "report_id"),
        other_report_id=_text(record, "other_report_id"),
        kind=_text(record, "kind"),
        score=_number(record, "score"),
        directed=bool(_text(record, "direction")),
        reasons=_texts(record, "reasons"),
    )


def read_story(record: Record) -> Story:
    """From a record of ``export stories``."""
    return Story(
        story_id=_text(record, "story_id"),
        title=_text(record, "title"),
        first=_day(record, "from"),
        last=_day(record, "to"),
        source_ids=_texts(record, "source_ids"),
        n_independent=int(_number(record, "n_independent")),
    )


def _party(record: Record) -> Party:
    return Party(
        actor_id=_text(record, "actor_id"),
        name=_text(record, "name"),
        kind=_text(record, "kind"),
        country=_text(record, "country"),
        office=_text(record, "office"),
        words=_words(record) if "start" in record else None,
    )


def _words(record: Record) -> Words:
    return Words(
        _text(record, "field") or "text",
        int(_number(record, "start")),
        int(_number(record, "end")),
        _text(record, "text"),
        _text(record, "restored"),
    )


def _conflict(record: Record) -> tuple[str, tuple[str, ...]]:
    return _text(record, "field"), tuple(_text(value, "value") for value in _many(record, "values"))


def _parties(record: Record, key: str) -> tuple[Party, ...]:
    return tuple(_party(each) for each in _many(record, key))


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    return "" if value is None else str(value)


def _number(record: Record, key: str) -> float:
    value = record.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


def _day(record: Record, key: str) -> date | None:
    value = _text(record, key)
    return date.fromisoformat(value) if value else None


def _one(record: Record, key: str) -> Record:
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def _many(record: Record, key: str) -> list[Record]:
    value = record.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _texts(record: Record, key: str) -> tuple[str, ...]:
    value = record.get(key)
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()
