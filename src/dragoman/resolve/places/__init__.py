"""Toponyms of a report and the places they stand for.

Two passes over a report: ``toponyms_in`` collects, passage by passage, names with all their candidates;
``resolve_toponyms`` then chooses over the whole report. ``places_in`` does both, ``find_places`` for a passage alone.
"""

from collections import Counter
from collections.abc import Sequence

from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.choose import choose
from dragoman.resolve.places.detect import apart, find_toponyms
from dragoman.resolve.places.scan import scan
from dragoman.resolve.places.toponym import EntitySpan, Toponym, named, trim
from dragoman.types.place import PlaceMention

__all__ = ["EntitySpan", "Toponym", "find_places", "places_in", "resolve_toponyms", "toponyms_in"]


def toponyms_in(text: str, passage: int, entities: Sequence[EntitySpan]) -> tuple[Toponym, ...]:
    """The toponyms of a passage in reading order. ``entities`` are named entities with OntoNotes labels, found by
    another means; names of persons and institutions among them are left alone.
    """
    return scan(text, passage, entities, find_toponyms(text, passage, entities))


def resolve_toponyms(toponyms: Sequence[Toponym], focus: Counter[str]) -> tuple[PlaceMention, ...]:
    """The place of each toponym of a report, in their order. ``focus`` counts the report's countries (ISO 3166
    alpha-3), however found; it may be empty.
    """
    places = choose(toponyms, focus)
    return tuple(PlaceMention(t.passage, t.start, t.end, t.text, p) for t, p in zip(toponyms, places, strict=True))


def places_in(passages: Sequence[tuple[str, Sequence[EntitySpan]]], focus: Counter[str]) -> tuple[PlaceMention, ...]:
    """The places that a report names, in reading order. ``passages`` are its texts with their entities."""
    found = [toponyms_in(text, number, entities) for number, (text, entities) in enumerate(passages)]
    known = {toponym_key(t.text) for passage in found for t in passage}
    spread = [_spread(text, number, entities, found[number], known) for number, (text, entities) in enumerate(passages)]
    return resolve_toponyms([t for passage in spread for t in passage], focus)


def find_places(
    text: str, passage: int, entities: Sequence[EntitySpan], focus: Counter[str]
) -> tuple[PlaceMention, ...]:
    """The places that a passage names, resolved by what it says alone."""
    found = toponyms_in(text, passage, entities)
    known = {toponym_key(t.text) for t in found}
    return resolve_toponyms(_spread(text, passage, entities, found, known), focus)


def _spread(
    text: str, passage: int, entities: Sequence[EntitySpan], found: tuple[Toponym, ...], known: set[str]
) -> tuple[Toponym, ...]:
    """``found`` and the entities that have the name of a place found elsewhere in the report, whatever their label."""
    more: list[Toponym] = []
    for start, end, _ in entities:
        first, last = trim(text, start, end)
        if toponym_key(text[first:last]) in known and (again := named(text, passage, first, last)):
            more.append(again)
    return apart([*found, *(t for t in more if not any(f.start < t.end and t.start < f.end for f in found))])
