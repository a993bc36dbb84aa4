"""Toponyms of a report and the places they stand for.

Two passes over a report: ``find_toponyms`` collects, passage by passage, names with all their candidates;
``resolve_toponyms`` then chooses over the whole report. ``places_in`` does both and is to be preferred, since it knows
the whole report's persons and places while it collects; ``find_places`` does both for a passage alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.ontology.demonyms import demonyms
from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.adjectives import adjectives
from dragoman.resolve.places.choose import Chosen, choose
from dragoman.resolve.places.detect import apart, entity_toponyms
from dragoman.resolve.places.inside import inside_names
from dragoman.resolve.places.local import local_names
from dragoman.resolve.places.names import name_parts, no_place, own_initials
from dragoman.resolve.places.qualifier import qualifier
from dragoman.resolve.places.register import told_by_words
from dragoman.resolve.places.scan import scan
from dragoman.resolve.places.toponym import EntitySpan, Toponym, named, trim
from dragoman.types.place import PlaceMention

__all__ = ["EntitySpan", "Toponym", "find_places", "find_toponyms", "places_in", "resolve_toponyms"]

Passage = tuple[str, Sequence[EntitySpan]]
"""A text and its named entities with OntoNotes labels, found by another means."""


def find_toponyms(
    text: str, passage: int, entities: Sequence[EntitySpan], persons: frozenset[str] | None = None
) -> tuple[Toponym, ...]:
    """The toponyms of a passage in reading order; names of persons and institutions are left alone. ``persons`` are
    the parts of the report's persons' full names, in small letters; None stands for those of the passage.
    """
    found = scan(text, passage, entities, entity_toponyms(text, passage, entities))
    known = name_parts(text, entities) if persons is None else persons
    kept = [t for t in found if not no_place(text, t, known)]
    return apart([*kept, *local_names(text, passage, entities, kept)])


def resolve_toponyms(toponyms: Sequence[Toponym], focus: Counter[str]) -> tuple[PlaceMention, ...]:
    """The place of each toponym of a report, in their order. ``focus`` counts the report's countries (ISO 3166
    alpha-3), however found, adjectives among them, so that these aren't asked again; it may be empty.
    """
    open_ = [t for t in toponyms if not _is_adjective(t)]
    chosen = dict(zip(map(id, open_), choose(open_, focus), strict=True))
    return tuple(
        PlaceMention(t.passage, t.start, t.end, t.text, c.place, t.inside, choice=c.choice)
        for t in toponyms
        for c in [chosen.get(id(t)) or Chosen(t.entries[0].place, None)]
    )


def _is_adjective(toponym: Toponym) -> bool:
    return toponym.inside and len(toponym.entries) == 1 and toponym.text in demonyms()


def places_in(passages: Sequence[Passage], focus: Counter[str]) -> tuple[PlaceMention, ...]:
    """The places that a report names, in reading order."""
    persons = frozenset(part for text, entities in passages for part in name_parts(text, entities))
    found = [find_toponyms(text, number, entities, persons) for number, (text, entities) in enumerate(passages)]
    initials = own_initials(text for text, _ in passages)
    found = [tuple(t for t in toponyms if t.text not in initials) for toponyms in found]
    known = {toponym_key(t.text) for toponyms in found for t in toponyms}
    spread = [_spread(number, passages[number], toponyms, known, persons) for number, toponyms in enumerate(found)]
    full = [_with_parts(number, passages[number], ts, known, persons) for number, ts in enumerate(spread)]
    local = told_by_words([text for text, _ in passages])
    places = resolve_toponyms([t for toponyms in full for t in toponyms], focus + local)
    return tuple(replace(p, qualifier=qualifier(passages[p.passage][0], p.start, p.end)) for p in places)


def find_places(
    text: str, passage: int, entities: Sequence[EntitySpan], focus: Counter[str]
) -> tuple[PlaceMention, ...]:
    """The places that a passage names, resolved by what it says alone."""
    persons = name_parts(text, entities)
    found = find_toponyms(text, passage, entities)
    known = {toponym_key(t.text) for t in found}
    alone = _spread(passage, (text, entities), found, known, persons)
    return resolve_toponyms(_with_parts(passage, (text, entities), alone, known, persons), focus)


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


def _with_parts(
    number: int, passage: Passage, found: tuple[Toponym, ...], known: set[str], persons: frozenset[str]
) -> tuple[Toponym, ...]:
    """``found`` and the places inside other names and in adjectives."""
    text, entities = passage
    parts = inside_names(text, number, entities, found, persons, frozenset(known))
    with_parts = apart([*found, *parts])
    return apart([*with_parts, *adjectives(text, number, entities, with_parts)])
