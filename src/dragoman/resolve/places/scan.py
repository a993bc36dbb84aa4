"""First pass, second half: names outside the entities, neighbours in lists, datelines, containers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.ontology.gazetteer import listed_places
from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.detect import apart, unclaimed
from dragoman.resolve.places.toponym import LOCATIVE, EntitySpan, Toponym, named, trim

NOT_SCANNED = frozenset({"site", "border", "base"})
"""Kinds that the scan leaves alone: their names are institutions' or persons' as often as places'."""
ABBREVIATIONS = frozenset({"us", "uk", "uae", "drc", "usa", "nsw", "ussr", "nyc"})
SIZED = 15_000
LIST_SIZED = 500
LIST_GAP = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|/|;|-|\u2013|&)\s*(?:the\s+)?(?:(?:in|from)\s+)?")
DATELINE = re.compile(r"\s*(?:,\s*[A-Z][\w. ]{1,20})?\s*(?:\([^()\n]{1,30}\)\s*)?(?:-{1,2}|\u2014|\u2013|:|\x97)\s")
CONTAINER = re.compile(
    r",\s+((?:[A-Z]\.\s?[A-Z]\.(?:[A-Z]\.)?|[A-Z][\w'\u2019-]*\.?(?:\s+(?:of\s+)?(?:the\s+)?[A-Z][\w'\u2019-]*){0,3}))"
)
INSIDE = re.compile(
    r"\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central|northern|southern|eastern|western|state|province|region|of|"
    r"island|neighbou?ring|the)\s+){0,4}(?=[A-Z])"
)
CONTAINING = frozenset({"country", "region", "historic", "disputed", "island"})


def scan(text: str, passage: int, entities: Sequence[EntitySpan], found: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """``found`` and the toponyms outside it, each with its container."""
    spans = unclaimed(text, entities, found)
    rest = [t for s, e in spans for t in _in_name(text, passage, s, e)]
    lone = {(s, e): label for s, e, label in entities}
    trusted = [t for t in rest if _trusted(text, t, lone.get((t.start, t.end), ""))]
    everything = apart([*found, *trusted])
    return _with_containers(text, _with_neighbours(text, everything, rest))


def _in_name(text: str, passage: int, start: int, end: int) -> list[Toponym]:
    """The longest known place that a capitalised name begins with."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for last in reversed(words):
        first, finish = trim(text, start, start + last.end())
        if found := named(text, passage, first, finish):
            return [found] if finish >= end - 2 or _listed(found) else []
    return []


def _listed(toponym: Toponym) -> bool:
    return any(e.listed and e.place.kind in ("country", "region", "sea", "ocean") for e in toponym.entries)


def _trusted(text: str, toponym: Toponym, labelled: str) -> bool:
    """Whether a name that no entity vouches for is a place here; ``labelled`` is what else the tagger takes it for."""
    key, before = toponym_key(toponym.text), text[max(0, toponym.start - 30) : toponym.start]
    if _dateline(text, toponym):
        return True
    kinds = {e.place.kind for e in listed_places().get(key, ())} - NOT_SCANNED
    if kinds and not labelled:
        return len(key) > 3 or key in ABBREVIATIONS
    if re.search(r"[A-Z][\w.]*\s$", before):
        return False
    if container_after(text[toponym.end : toponym.end + 50]):
        return labelled != "PERSON" or text[toponym.end] == ","  # "met Obama in Panama"
    largest = toponym.size
    return not labelled and bool(LOCATIVE.search(before)) and largest >= SIZED and len(key) > 2


def _dateline(text: str, toponym: Toponym) -> bool:
    """A name in capitals that opens a passage or a sentence and is set off by a dash."""
    opens = toponym.start == 0 or re.search(
        r"(?:^|[.!?\n\"\u201d])\s*$", text[max(0, toponym.start - 4) : toponym.start]
    )
    if not opens or not DATELINE.match(text[toponym.end : toponym.end + 60]):
        return False
    return len(toponym.text) > 3 and (toponym.text.isupper() or toponym.start == 0)


def _with_neighbours(text: str, found: tuple[Toponym, ...], rest: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Names that stand in a list with places are places."""
    waiting = [t for t in rest if t.size >= LIST_SIZED]
    for _ in range(12):
        starts, ends = {t.start: t for t in found}, {t.end: t for t in found}
        new = [t for t in waiting if t.start not in starts and (_joined(text, t, set(starts), set(ends)))]
        if not new:
            return found
        found = apart([*found, *new])
    return found


def _joined(text: str, toponym: Toponym, starts: set[int], ends: set[int]) -> bool:
    after = LIST_GAP.match(text, toponym.end)
    if after and after.end() in starts:
        return True
    for end in ends:
        if 0 < toponym.start - end < 14:
            gap = LIST_GAP.fullmatch(text, end, toponym.start)
            if gap:
                return True
    return False


def container_after(after: str) -> str:
    """The listed country or region that a text begins with after a comma, or names next after "in"; '' if none."""
    match = CONTAINER.match(after)
    if match is None:
        inside = INSIDE.match(after)
        match = CONTAINER.match(", " + after[inside.end() :]) if inside else None
    if match is None:
        return ""
    words = match[1].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if any(e.place.kind in CONTAINING for e in listed_places().get(toponym_key(name), ())):
            return name
    return ""


def _with_containers(text: str, found: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    linked: list[Toponym] = []
    for number, toponym in enumerate(found):
        name = container_after(text[toponym.end : toponym.end + 60])
        before = linked[number - 1] if number else None
        holds = before.entries if before and before.container and toponym.text.startswith(before.container) else ()
        linked.append(replace(toponym, container=name, holds=holds))
    return tuple(linked)
