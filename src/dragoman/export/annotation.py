"""The annotation of one report, as ``dragoman annotate`` writes it."""

from collections.abc import Iterable
from datetime import date

from dragoman.record import Record, mention_record, party_record, place_record, span_record
from dragoman.types.actor import ActorMention
from dragoman.types.attributed import Attributed
from dragoman.types.attribution import Attribution
from dragoman.types.place import PlaceMention
from dragoman.types.report import Published
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence, Span
from dragoman.types.time import TimeMention


def annotation_record(resolved: ResolvedText, attributed: Attributed) -> Record:
    """All that was found in a report. The lists of times, places and actors count in its text; those of the title
    stand apart under ``title``.
    """
    report = resolved.annotated.clean.report
    named = {field: _named(resolved, field) for field in ("text", "title")}
    return {
        "source_id": report.source_id,
        "id": report.source_id,
        "published": _published(report.published),
        **named["text"],
        "attributions": [r for a in attributed.attributions if (r := _attribution(resolved, a)) is not None],
        "events": [mention_record(m) for m in attributed.events],
        "title": named["title"],
        "spun": resolved.annotated.clean.spun,
    }


def _published(published: Published) -> Record:
    """The day of publication; of one that the text tells also its interval and why, of one ruled out the doubt."""
    found: Record = {"date": _day(published.date), "basis": published.basis}
    if published.basis == "inferred":
        found |= {"from": _day(published.first), "to": _day(published.last), "why": published.why}
    if published.doubt:
        found |= {"stated": _day(published.stated), "doubt": published.doubt}
    return found


def _named(resolved: ResolvedText, field: str) -> Record:
    passages = resolved.annotated.clean.passages
    times = [(t, passages[t.passage].span(t.start, t.end)) for t in resolved.times]
    times = sorted([*((t, span) for span, t in resolved.dateline_times), *times], key=lambda pair: pair[1].start)
    places = [(p, passages[p.passage].span(p.start, p.end)) for p in resolved.places]
    return {
        "times": [_time(t, span) for t, span in times if span.field == field],
        "places": [_place(p, span) for p, span in places if span.field == field],
        "actors": [_actor(m) for m in resolved.actors if m.span.field == field],
    }


def _actor(mention: ActorMention) -> Record:
    """An actor where it is named; of a phrase that might mean several also these, and why it was led to this one."""
    if mention.choice is None:
        return party_record(mention)
    candidates = [{"name": name, "score": score} for name, score in mention.choice.candidates]
    return {**party_record(mention), "why": mention.choice.why, "candidates": candidates}


def _place(mention: PlaceMention, span: Span) -> Record:
    where = {**place_record(mention.place), "inside": mention.inside, "qualifier": mention.qualifier}
    if mention.choice is None:
        return {**_at(span), **where}
    candidates = [
        {"name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon, "score": points}
        for p, points in mention.choice.candidates
    ]
    return {**_at(span), **where, "why": mention.choice.why, "candidates": candidates}


def _at(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _time(mention: TimeMention, span: Span) -> Record:
    return {
        **_at(span),
        "type": mention.type,
        "value": mention.value,
        "from": _day(mention.first),
        "to": _day(mention.last),
        "precision": mention.precision,
        "basis": mention.basis,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _attribution(resolved: ResolvedText, attribution: Attribution) -> Record | None:
    sentence = resolved.annotated.sentences[attribution.sentence]
    content = _spans(resolved, sentence, attribution.content)
    if not content or content[0]["field"] != "text":
        return None
    return {
        "source": _spans(resolved, sentence, [attribution.source] if attribution.source else []),
        "cue": _spans(resolved, sentence, [attribution.cue] if attribution.cue[1] > attribution.cue[0] else []),
        "content": content,
        "stance": attribution.stance,
        "claimant": _claimant(attribution),
    }


def _claimant(attribution: Attribution) -> Record | None:
    if not attribution.claimants:
        return None
    actor = attribution.claimants[0].actor
    return {"name": actor.name, "country": actor.country, "actor_id": actor.actor_id}


def _spans(resolved: ResolvedText, sentence: Sentence, ranges: Iterable[tuple[int, int]]) -> list[Record]:
    found = []
    for first, last in ranges:
        span = resolved.annotated.span(sentence, sentence.tokens[first].start, sentence.tokens[last - 1].end)
        found.append(span_record(span))
    return found
