"""Event mentions from the records kept in the archive.

Token positions of actor mentions aren't kept: they belong to the parse of one run. They come back as -1.
"""

from datetime import date
from typing import cast

from dragoman.types.actor import Actor, ActorKind, ActorMention
from dragoman.types.event import Claimant, EventDate, EventMention, EventPlace, Status, Wording
from dragoman.types.place import Place
from dragoman.types.text import Field, Span
from dragoman.types.time import Precision

Record = dict[str, object]


def read_mention(record: Record) -> EventMention:
    """The mention that ``export.record.mention_record`` wrote; KeyError or TypeError if it is another's record."""
    return EventMention(
        mention_id=_text(record, "mention_id"),
        report_id=_text(record, "report_id"),
        source_id=_text(record, "source_id"),
        event_type=_text(record, "event_type"),
        event_mode=_text(record, "event_mode"),
        contexts=_texts(record, "contexts"),
        quad=_whole(record, "quad"),
        intensity=_number(record, "intensity"),
        actors=tuple(map(_party, _records(record, "actors"))),
        recipients=tuple(map(_party, _records(record, "recipients"))),
        when=_when(record),
        place=_place(cast(Record | None, record["place"])),
        status=cast(Status, _text(record, "status")),
        claimants=tuple(map(_claimant, _records(record, "claimants"))),
        sentence=_sentence(record),
        trigger=_span(cast(Record, record["trigger"])),
        confidence=_number(record, "confidence"),
        coder=_text(record, "coder"),
        why=_text(record, "why"),
        wording=tuple(map(_wording, _records(record, "wording"))),
    )


def _text(record: Record, key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value


def _number(record: Record, key: str) -> float:
    return float(cast(float, record[key]))


def _whole(record: Record, key: str) -> int:
    return int(cast(int, record[key]))


def _texts(record: Record, key: str) -> tuple[str, ...]:
    return tuple(cast(list[str], record[key]))


def _records(record: Record, key: str) -> list[Record]:
    return cast(list[Record], record[key])


def read_day(value: object) -> date | None:
    """A date from ISO 8601, None from null."""
    return date.fromisoformat(value) if isinstance(value, str) else None


def _actor(record: Record) -> Actor:
    return Actor(
        actor_id=_text(record, "actor_id"),
        name=_text(record, "name"),
        kind=cast(ActorKind, _text(record, "kind")),
        country=_text(record, "country"),
        sectors=_texts(record, "sectors"),
        office=_text(record, "office"),
    )


def _span(record: Record) -> Span:
    return Span(
        cast(Field, _text(record, "field")), _whole(record, "start"), _whole(record, "end"), _text(record, "text")
    )


def _sentence(record: Record) -> Span:
    start, end = _whole(record, "sentence_start"), _whole(record, "sentence_end")
    return Span(cast(Field, _text(record, "sentence_field")), start, end, _text(record, "sentence"))


def _party(record: Record) -> ActorMention:
    return ActorMention(_actor(record), _span(record), sentence=-1, head=-1, first=-1, last=-1)


def _claimant(record: Record) -> Claimant:
    return Claimant(_actor(record), _span(record), _text(record, "cue"))


def _when(record: Record) -> EventDate:
    return EventDate(
        first=read_day(record["start"]),
        last=read_day(record["end"]),
        precision=cast(Precision, _text(record, "date_precision")),
        basis=_text(record, "date_basis"),
    )


def _place(record: Record | None) -> EventPlace | None:
    if record is None:
        return None
    identity = record["geonames_id"]
    place = Place(
        name=_text(record, "name"),
        country=_text(record, "country"),
        lat=_number(record, "lat"),
        lon=_number(record, "lon"),
        kind=_text(record, "kind"),
        geonames_id=identity if isinstance(identity, int) else None,
    )
    return EventPlace(place, _span(record), str(record.get("qualifier", "")))


def _wording(record: Record) -> Wording:
    return Wording(_span(record), _text(record, "restored"), _text(record, "rule"))
