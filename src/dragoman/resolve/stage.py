"""AnnotatedText to ResolvedText: who, when and where each phrase means."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.ontology.knowledge import OF_ONE_STATE, knowledge
from dragoman.resolve.entries import entries, in_order
from dragoman.resolve.found import find, names_in, roles_in
from dragoman.resolve.holders import with_holders
from dragoman.resolve.introduced import with_introduced
from dragoman.resolve.lookback import dated_by
from dragoman.resolve.milestones import milestones_in
from dragoman.resolve.naming import Reading, is_town
from dragoman.resolve.parties import find_parties
from dragoman.resolve.persons import PersonSpan, clearly_most, find_persons
from dragoman.resolve.places import places_in
from dragoman.resolve.publication import publication
from dragoman.resolve.scene import Party, Scene
from dragoman.resolve.settle import settle
from dragoman.resolve.shortforms import with_short_forms
from dragoman.resolve.span import NARROW, from_to
from dragoman.resolve.times import find_times, tense_in, times_in
from dragoman.resolve.title import Setting
from dragoman.types.actor import ActorMention
from dragoman.types.place import PlaceMention
from dragoman.types.report import Published
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import AnnotatedText, Sentence, Span
from dragoman.types.time import TimeMention

_DATELINE = 3
"""How many mentions a dateline is worth."""
_LEAD = 4
"""Sentences at the head of a report that say what it is about."""


def resolve(annotated: AnnotatedText) -> ResolvedText:
    """Names, titles and pronouns to actors, times to intervals, toponyms to places."""
    home = _of_dateline(annotated)
    dated = entries([p.text for p in annotated.clean.passages])
    readings = with_short_forms([_reading(annotated, s) for s in annotated.sentences], home)
    texts = [p.text for p in annotated.clean.passages]
    times = _of_no_name(_times(annotated, dated), readings)
    published = publication(annotated, readings, times, milestones_in(readings, texts, Published()))
    if published != annotated.clean.report.published:
        annotated = _came_out(annotated, published)
        times = _of_no_name(_times(annotated, dated), readings)
    known = milestones_in(readings, texts, published)
    times = dated_by(times, known, annotated.sentences, texts)
    day = published.date or _about(published)
    countries = _countries(readings) + Counter({home: _DATELINE} if home else {})
    persons = _of_no_time(find_persons(readings, day, countries), readings, times)
    places = _apart(_places(annotated, readings, persons, countries), times)
    standing = [p for p in places if not p.inside]
    named = countries + Counter(p.place.country for p in standing if p.place.country)
    setting = _setting(readings, named, home)
    scenes = [_scene(r, p, standing) for r, p in zip(readings, persons, strict=True)]
    found = with_holders(scenes, [find_parties(s) for s in scenes])
    settled = settle(scenes, found, setting)
    parties = _mentions(annotated, with_introduced(scenes, with_holders(scenes, settled)))
    flat = tuple(m for key in sorted(parties) for m in parties[key])
    return ResolvedText(
        annotated, flat, times, places, parties, setting.focus, _dateline_times(annotated), dated, known
    )


_NARROW = timedelta(days=730)
"""How wide the time in which a report can have come out may be for those named to hold the offices of its middle."""


def _about(published: Published) -> date | None:
    first, last = published.first, published.last
    return first + (last - first) / 2 if first and last and last - first <= _NARROW else None


def _came_out(annotated: AnnotatedText, published: Published) -> AnnotatedText:
    clean = annotated.clean
    return replace(annotated, clean=replace(clean, report=replace(clean.report, published=published)))


def _reading(annotated: AnnotatedText, sentence: Sentence) -> Reading:
    text = annotated.clean.passages[sentence.passage].text
    people = tuple(find(sentence, text, knowledge().people))
    return Reading(sentence, names_in(sentence, text), roles_in(sentence, text), people)


def _countries(readings: Sequence[Reading]) -> Counter[str]:
    """How often a report names each state, its head counted threefold."""
    counts: Counter[str] = Counter()
    for reading in readings:
        weight = 3 if reading.sentence.index < _LEAD else 1
        for name in reading.names:
            if name.value.country and name.value.kind in OF_ONE_STATE:
                counts[name.value.country] += weight
    return counts


def _of_dateline(annotated: AnnotatedText) -> str:
    """The state of the dateline's town, '' where there is none: what has no other state there is most likely of it."""
    parts = annotated.clean.dateline_place.split(",")
    known = (knowledge().names.get(name.strip()) for name in reversed(parts) if name.strip())
    return next((k.country for k in known if k is not None and k.country), "")


def _setting(readings: Sequence[Reading], named: Counter[str], home: str) -> Setting:
    """What a report as a whole tells of its states, by how often it names each."""
    most = max(named.values(), default=0)
    shares = {country: count / most for country, count in named.items()}
    first = next((n.value.country for r in readings for n in r.names if n.value.kind in OF_ONE_STATE), "")
    return Setting(_focus(named), bool(clearly_most(named)), home, first, shares)


def _focus(counts: Counter[str]) -> str:
    """The state that a report is about: the one named most."""
    ranked = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or ranked[0][1] < 2:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else ""


def _times(annotated: AnnotatedText, dated: frozenset[int]) -> tuple[TimeMention, ...]:
    passages = annotated.clean.passages
    by_passage: list[list[Sentence]] = [[] for _ in passages]
    for sentence in annotated.sentences:
        by_passage[sentence.passage].append(sentence)
    tenses = [tense_in(sentences) for sentences in by_passage]
    published = annotated.clean.report.published
    texts = [p.text for p in passages]

    def on(day: date | None) -> tuple[TimeMention, ...]:
        return in_order(times_in(texts, day, lambda number, at: tenses[number](at)), texts, dated)

    found = on(published.date)
    first, last = published.first, published.last
    if published.date or first is None or last is None or last - first > NARROW:
        return found
    return from_to(found, on(first), on(last), f"as of a report of {first} to {last}")


def _dateline_times(annotated: AnnotatedText) -> tuple[tuple[Span, TimeMention], ...]:
    """The dates that datelines name, with their characters in the source."""
    clean = annotated.clean
    found = []
    for removed in clean.removed:
        if removed.rule == "dateline":
            source = clean.report.title if removed.field == "title" else clean.report.text
            text = source[removed.start : removed.end]
            for time in find_times(text, 0, clean.report.published.date, lambda _: "past"):
                start, end = removed.start + time.start, removed.start + time.end
                found.append((Span(removed.field, start, end, source[start:end]), time))
    return tuple(found)


def _places(
    annotated: AnnotatedText,
    readings: Sequence[Reading],
    persons: Sequence[Sequence[PersonSpan]],
    countries: Counter[str],
) -> tuple[PlaceMention, ...]:
    entities: list[list[tuple[int, int, str]]] = [[] for _ in annotated.clean.passages]
    for reading, people in zip(readings, persons, strict=True):
        sentence = reading.sentence
        taken = {i for p in people for i in range(p.first, p.last)}
        mine = [(sentence.tokens[p.first].start, sentence.tokens[p.last - 1].end, "PERSON") for p in people]
        entities[sentence.passage].extend(sorted([*mine, *_entities(reading, taken)]))
    texts = [p.text for p in annotated.clean.passages]
    return places_in(list(zip(texts, entities, strict=True)), countries)


def _of_no_name(times: Sequence[TimeMention], readings: Sequence[Reading]) -> tuple[TimeMention, ...]:
    """Times that aren't part of the name of a group or a body: "the March 23 Movement"."""
    named = [
        (r.sentence.passage, r.sentence.tokens[n.first].start, r.sentence.tokens[n.last - 1].end)
        for r in readings
        for n in r.names
        if n.last - n.first > 1
    ]
    return tuple(t for t in times if not any(p == t.passage and a <= t.start and t.end <= b for p, a, b in named))


def _of_no_time(
    persons: Sequence[tuple[PersonSpan, ...]], readings: Sequence[Reading], times: Sequence[TimeMention]
) -> tuple[tuple[PersonSpan, ...], ...]:
    """Persons whose names aren't times: "Christmas Eve"."""
    taken = _dated(times)
    return tuple(
        tuple(p for p in found if (r.sentence.passage, r.sentence.tokens[p.first].start) not in taken)
        for found, r in zip(persons, readings, strict=True)
    )


def _apart(places: Sequence[PlaceMention], times: Sequence[TimeMention]) -> tuple[PlaceMention, ...]:
    """Places that aren't part of a date: March and Monday are towns as well."""
    taken = _dated(times)
    return tuple(p for p in places if (p.passage, p.start) not in taken)


def _dated(times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """The characters of times, by passage."""
    return {(t.passage, at) for t in times for at in range(t.start, t.end)}


def _entities(reading: Reading, taken: set[int]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    open_run = False
    towns = 0
    for token in reading.sentence.tokens:
        if token.index < towns:
            continue
        if token.entity == "PERSON" and is_town(reading, token.index, last := _run_end(reading.sentence, token.index)):
            found.append((token.start, reading.sentence.tokens[last - 1].end, "GPE"))
            open_run, towns = False, last
        elif not token.entity or token.index in taken:
            open_run = False
        elif open_run and not token.entity_begins and found[-1][2] == token.entity:
            found[-1] = (found[-1][0], token.end, token.entity)
        else:
            found.append((token.start, token.end, token.entity))
            open_run = True
    return found


def _run_end(sentence: Sentence, first: int) -> int:
    """The end of the recogniser's name that begins with a token."""
    last = first + 1
    while last < len(sentence.tokens) and sentence.tokens[last].entity and not sentence.tokens[last].entity_begins:
        last += 1
    return last


def _scene(reading: Reading, persons: tuple[PersonSpan, ...], places: Sequence[PlaceMention]) -> Scene:
    sentence = reading.sentence
    toponyms = []
    for place in places:
        if sentence.holds(place.passage, place.start):
            inside = [t.index for t in sentence.tokens if t.start < place.end and t.end > place.start]
            if inside and not any(r.first <= inside[0] < r.last for r in reading.roles):
                toponyms.append((inside[0], inside[-1] + 1, place.place.name, place.place.country))
    return Scene(reading, persons, tuple(toponyms))


def _mentions(
    annotated: AnnotatedText, settled: Sequence[Sequence[Party]]
) -> dict[tuple[int, int], tuple[ActorMention, ...]]:
    found: dict[tuple[int, int], list[ActorMention]] = {}
    for sentence, parties in zip(annotated.sentences, settled, strict=True):
        for p in parties:
            span = annotated.span(sentence, sentence.tokens[p.first].start, sentence.tokens[p.last - 1].end)
            mention = ActorMention(p.actor, span, sentence.index, p.head, p.first, p.last, p.choice)
            found.setdefault((sentence.index, p.head), []).append(mention)
    return {key: tuple(ms) for key, ms in found.items()}
