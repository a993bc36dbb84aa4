"""The contract's JSON objects from the program's values, and mentions back from theirs.

Keys stand in the contract's order, dates are ISO 8601, spans carry ``field`` ("title" or "text") beside the
contract's ``text``, ``start`` and ``end``. The same value always gives the same record.
"""

from collections.abc import Sequence
from datetime import date

from dragoman.types.actor import Actor, ActorMention
from dragoman.types.claim import Claim
from dragoman.types.event import Claimant, EventMention, EventPlace, Wording
from dragoman.types.link import Conflict, Event, Link, Story
from dragoman.types.place import Place
from dragoman.types.report import Report
from dragoman.types.text import Span

Record = dict[str, object]


def mention_record(mention: EventMention, event_id: str = "") -> Record:
    """An event mention. ``event_id`` is '' before linking, and always so without an archive."""
    return {
        "mention_id": mention.mention_id,
        "event_id": event_id,
        "report_id": mention.report_id,
        "source_id": mention.source_id,
        "event_type": mention.event_type,
        "event_mode": mention.event_mode,
        "contexts": list(mention.contexts),
        "quad": mention.quad,
        "intensity": mention.intensity,
        "actors": [party_record(party) for party in mention.actors],
        "recipients": [party_record(party) for party in mention.recipients],
        "start": _day(mention.when.first),
        "end": _day(mention.when.last),
        "date_precision": mention.when.precision,
        "date_basis": mention.when.basis,
        "place": _place_record(mention.place),
        "status": mention.status,
        "claimants": [claimant_record(claimant) for claimant in mention.claimants],
        "sentence": mention.sentence.text,
        "sentence_start": mention.sentence.start,
        "sentence_end": mention.sentence.end,
        "sentence_field": mention.sentence.field,
        "trigger": span_record(mention.trigger),
        "confidence": mention.confidence,
        "coder": mention.coder,
        "why": mention.why,
        "wording": [_wording_record(wording) for wording in mention.wording],
    }


def span_record(span: Span) -> Record:
    """``text`` is the report's ``field`` from ``start`` to ``end``."""
    return {"text": span.text, "start": span.start, "end": span.end, "field": span.field}


def actor_record(actor: Actor) -> Record:
    """An actor by itself."""
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sectors": list(actor.sectors),
        "office": actor.office,
    }


def party_record(party: ActorMention) -> Record:
    """An actor where a report names it."""
    return {**actor_record(party.actor), **span_record(party.span)}


def claimant_record(claimant: Claimant) -> Record:
    """A claimant where a report names it: the contract's keys, then the rest of the actor."""
    actor = actor_record(claimant.actor)
    contract = {"name": actor.pop("name"), "country": actor.pop("country")}
    return {**contract, **span_record(claimant.span), "cue": claimant.cue, **actor}


def place_record(place: Place) -> Record:
    """A place on the map."""
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "kind": place.kind,
        "precision": place.precision,
    }


def event_record(event: Event) -> Record:
    """An event in the world."""
    return {
        "event_id": event.event_id,
        "event_type": event.event_type,
        "event_mode": event.event_mode,
        "contexts": list(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "actors": [actor_record(actor) for actor in event.actors],
        "recipients": [actor_record(actor) for actor in event.recipients],
        "start": _day(event.when.first),
        "end": _day(event.when.last),
        "date_precision": event.when.precision,
        "date_basis": event.when.basis,
        "place": place_record(event.place) if event.place else None,
        "status": event.status,
        "claimants": [claimant_record(claimant) for claimant in event.claimants],
        "confidence": event.confidence,
        "reports": list(event.reports),
        "n_reports": event.n_reports,
        "n_independent": event.n_independent,
        "conflicts": [_conflict_record(conflict) for conflict in event.conflicts],
        "claims": list(event.claims),
        "mentions": list(event.mention_ids),
    }


def link_record(link: Link) -> Record:
    """A link between two reports; where ``direction`` is given, the first copies the second."""
    return {
        "source_id": link.source_id,
        "other_id": link.other_id,
        "kind": link.kind,
        "score": link.score,
        "direction": "source_id copies other_id" if link.directed else None,
        "reasons": list(link.reasons),
        "report_id": link.report_id,
        "other_report_id": link.other_report_id,
    }


def claim_record(claim: Claim) -> Record:
    """A claim; ``event_id`` is null where no event was coded."""
    return {
        "claim_id": claim.claim_id,
        "claimant": actor_record(claim.claimant),
        "stance": claim.stance,
        "event_id": claim.event_id or None,
        "content": claim.content,
        "made_on": _day(claim.made_on),
        "mentions": list(claim.mention_ids),
        "reports": list(claim.source_ids),
        "answers": list(claim.answers),
    }


def story_record(story: Story) -> Record:
    """A story; ``from`` and ``to`` are days of publication."""
    return {
        "story_id": story.story_id,
        "title": story.title,
        "from": _day(story.first),
        "to": _day(story.last),
        "source_ids": list(story.source_ids),
        "n_reports": len(story.source_ids),
        "n_independent": story.n_independent,
    }


def report_record(report: Report, report_id: str, source_ids: Sequence[str]) -> Record:
    """A report as it was read, its text included."""
    return {
        "report_id": report_id,
        "source_id": report.source_id,
        "source_ids": list(source_ids),
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "byline": report.byline,
        "language": report.language,
        "published": _day(report.published.date),
        "published_basis": report.published.basis,
        "published_from": _day(report.published.first),
        "published_to": _day(report.published.last),
        "published_why": report.published.why,
        "published_stated": _day(report.published.stated),
        "published_doubt": report.published.doubt,
        "origin": report.origin,
        "text": report.text,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _place_record(where: EventPlace | None) -> Record | None:
    if where is None:
        return None
    return {**place_record(where.place), "qualifier": where.qualifier, **span_record(where.span)}


def _wording_record(wording: Wording) -> Record:
    return {**span_record(wording.span), "restored": wording.restored, "rule": wording.rule}


def _conflict_record(conflict: Conflict) -> Record:
    values = [{"value": value, "reports": list(reports)} for value, reports in conflict.values]
    return {"field": conflict.field, "values": values}
