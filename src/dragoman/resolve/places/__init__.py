"""Toponyms of a report and the places they stand for.

Two passes over a report: ``find_toponyms`` collects, passage by passage, names with all their candidates;
``resolve_toponyms`` then chooses over the whole report. ``places_in`` does both and is to be preferred, since it knows
the whole report's persons and places while it collects; ``find_places`` does both for a passage alone.
"""

from collections import Counter
from collections.abc import Sequence

from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.choose import choose
from dragoman.resolve.places.detect import apart, entity_toponyms
from dragoman.resolve.places.names import name_parts, no_place
from dragoman.resolve.places.scan import scan
from dragoman.resolve.places.toponym import EntitySpan, Toponym, named, trim
from dragoman.types.place import PlaceMention

__all__ = ["EntitySpan", "Toponym", "find_places", "find_toponyms", "places_in", "resolve_toponyms"]

Passage = tuple[str, Sequence[EntitySpan]]
"""A text and its named entities with OntoNotes labels, found by another means."""


def find_toponyms(
    text: str, passage: int, entities: Sequence[EntitySpan], persons: frozenset[str] = frozenset()
) -> tuple[Toponym, ...]:
    """The toponyms of a passage in reading order; names of persons and institutions are left alone. ``persons`` are
    the parts of persons' full names in the rest of the report, in small letters.
    """
    found = scan(text, passage, entities, entity_toponyms(text, passage, entities))
    known = persons | name_parts(text, entities)
    return tuple(t for t in found if not no_place(text, t, known))


def resolve_toponyms(toponyms: Sequence[Toponym], focus: Counter[str]) -> tuple[PlaceMention, ...]:
    """The place of each toponym of a report, in their order. ``focus`` counts the report's countries (ISO 3166
    alpha-3), however found; it may be empty.
    """
    places = choose(toponyms, focus)
    return tuple(PlaceMention(t.passage, t.start, t.end, t.text, p) for t, p in zip(toponyms, places, strict=True))


def places_in(passages: Sequence[Passage], focus: Counter[str]) -> tuple[PlaceMention, ...]:
    """The places that a report names, in reading order."""
    persons = frozenset(part for text, entities in passages for part in name_parts(text, entities))
    found = [find_toponyms(text, number, entities, persons) for number, (text, entities) in enumerate(passages)]
    known = {toponym_key(t.text) for toponyms in found for t in toponyms}
    spread = [_spread(number, passages[number], toponyms, known, persons) for number, toponyms in enumerate(found)]
    return resolve_toponyms([t for toponyms in spread for t in toponyms], focus)


def find_places(
    text: str, passage: int, entities: Sequence[EntitySpan], focus: Counter[str]
) -> tuple[PlaceMention, ...]:
    """The places that a passage names, resolved by what it says alone."""
    persons = name_parts(text, entities)
    found = find_toponyms(text, passage, entities)
    known = {toponym_key(t.text) for t in found}
    return resolve_toponyms(_spread(passage, (text, entities), found, known, persons), focus)


def _spread(
    number: int, passage: Passage, found: tuple[Toponym, ...], known: set[str], persons: frozenset[str]
) -> tuple[Toponym, ...]:
    """``found`` and the entities that have the name of a place found elsewhere in the report, whatever their label."""
    text, entities = passage
    more: list[Toponym] = []
    for start, end, _ in entities:
        first, last = trim(text, start, end)
        key = toponym_key(text[first:last])
        if key in known and key not in persons and (again := named(text, number, first, last)):
            more.append(again)
    return apart([*found, *(t for t in more if not any(f.start < t.end and t.start < f.end for f in found))])
