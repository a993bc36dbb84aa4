"""Rows of the archive's tables from the program's values."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from dragoman.record import Record, claim_record, event_record, link_record, mention_record, story_record
from dragoman.store.entry import Entry, clean_text
from dragoman.types.actor import Actor
from dragoman.types.claim import Claim
from dragoman.types.event import EventMention
from dragoman.types.link import Event, Link, Story
from dragoman.types.report import Report
from dragoman.types.text import Span

Value = str | int | float | bytes | None
Row = tuple[Value, ...]


def to_json(record: Record | Sequence[object]) -> str:
    """JSON as the archive keeps it: compact, keys in the record's order."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def day(value: date | None) -> str | None:
    """ISO 8601, None for an unknown day."""
    return value.isoformat() if value else None


def report_row(entry: Entry, report_id: str, raw: bytes) -> Row:
    """All columns of ``reports`` after ``added``."""
    read, found = entry.read.report, entry.clean.report
    furniture = sum(removed.end - removed.start for removed in entry.clean.removed)
    return (
        report_id,
        read.source_id,
        read.title,
        read.text,
        clean_text(entry.clean),
        found.publisher,
        found.url,
        found.byline,
        found.language,
        day(found.published.date),
        found.published.basis,
        read.origin,
        int(entry.clean.spun),
        furniture,
        to_json(_given(read)),
        raw,
        entry.read.raw.media_type,
        day(found.published.first),
        day(found.published.last),
        found.published.why,
        day(found.published.stated),
        found.published.doubt,
    )


def _given(report: Report) -> Record:
    """What came with a report, before anything was read off its text."""
    return {
        "publisher": report.publisher,
        "url": report.url,
        "byline": report.byline,
        "language": report.language,
        "published": day(report.published.date),
        "basis": report.published.basis,
    }


def source_row(entry: Entry, report_id: str) -> Row:
    """A row of ``report_sources``."""
    read, found = entry.read.report, entry.clean.report
    return report_id, read.source_id, read.origin, found.publisher, found.url, day(found.published.date)


def mention_row(mention: EventMention, position: int) -> Row:
    """A row of ``mentions``."""
    place = mention.place.place if mention.place else None
    return (
        mention.mention_id,
        mention.report_id,
        position,
        mention.event_type,
        mention.event_mode,
        mention.quad,
        mention.intensity,
        day(mention.when.first),
        day(mention.when.last),
        mention.when.precision,
        place.name if place else None,
        place.country if place else None,
        mention.status,
        mention.confidence,
        mention.coder,
        to_json(mention_record(mention)),
    )


def party_rows(mention: EventMention) -> Iterator[Row]:
    """Rows of ``mention_parties``."""
    named = chain(
        (("actor", i, party.actor, party.span) for i, party in enumerate(mention.actors)),
        (("recipient", i, party.actor, party.span) for i, party in enumerate(mention.recipients)),
        (("claimant", i, claimant.actor, claimant.span) for i, claimant in enumerate(mention.claimants)),
    )
    return ((mention.mention_id, role, i, *_actor(actor), *_span(span)) for role, i, actor, span in named)


def _actor(actor: Actor) -> Row:
    return actor.actor_id, actor.name, actor.kind, actor.country, " ".join(actor.sectors), actor.office


def _span(span: Span) -> Row:
    return span.field, span.start, span.end, span.text


def actor_mention_rows(entry: Entry, report_id: str) -> Iterator[Row]:
    """Rows of ``actor_mentions``."""
    return ((report_id, i, *_actor(one.actor), *_span(one.span)) for i, one in enumerate(entry.actors))


def time_rows(entry: Entry, report_id: str) -> Iterator[Row]:
    """Rows of ``time_mentions``, with passage positions led back to the source."""
    for i, time in enumerate(entry.times):
        span = entry.clean.passages[time.passage].span(time.start, time.end)
        yield report_id, i, time.type, time.value, day(time.first), day(time.last), *_span(span)


def place_rows(entry: Entry, report_id: str) -> Iterator[Row]:
    """Rows of ``place_mentions``, with passage positions led back to the source."""
    for i, found in enumerate(entry.places):
        place = found.place
        span = entry.clean.passages[found.passage].span(found.start, found.end)
        where = (place.name, place.country, place.lat, place.lon, place.kind, place.geonames_id)
        yield report_id, i, *where, *_span(span), int(found.inside)


def event_row(event: Event) -> Row:
    """A row of ``events``."""
    return (
        event.event_id,
        event.event_type,
        event.event_mode,
        event.quad,
        event.intensity,
        day(event.when.first),
        day(event.when.last),
        event.when.precision,
        event.place.name if event.place else None,
        event.place.country if event.place else None,
        event.status,
        event.n_reports,
        event.n_independent,
        to_json(event_record(event)),
    )


def link_row(link: Link) -> Row:
    """A row of ``links``."""
    ends = (link.source_id, link.other_id, link.report_id, link.other_report_id)
    return *ends, link.kind, link.score, int(link.directed), to_json(link_record(link))


def claim_row(claim: Claim) -> Row:
    """A row of ``claims``."""
    who = claim.claimant
    return (
        claim.claim_id,
        who.actor_id,
        who.name,
        who.country,
        claim.stance,
        claim.event_id or None,
        claim.content,
        day(claim.made_on),
        to_json(claim_record(claim)),
    )


def story_row(story: Story) -> Row:
    """A row of ``stories``."""
    days = (day(story.first), day(story.last))
    counts = (len(story.source_ids), story.n_independent)
    return story.story_id, story.title, *days, *counts, to_json(story_record(story))
