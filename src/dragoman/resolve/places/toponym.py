"""A toponym in a text, and the looks of names and their surroundings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ontology.gazetteer import Entry, gazetteer

EntitySpan = tuple[int, int, str]
"""Start, end and label (OntoNotes) of a named entity."""

EDGES = ' \t\r\n,.;:()[]"\u201c\u201d\u2014'
PIECE = (
    r"(?:(?:d|l|O|D|L)['\u2019][A-Z]\w+|[A-Z\u00c0-\u00de][\w]*(?:['\u2019](?!s\b)\w+)?(?:[-\u2013][\w'\u2019]+)*|"
    r"[A-Z]\.(?:[A-Z]\.)+|St\.|[Aa]l-\w+)"
)
STATIC = re.compile(
    r"\b(?:in|at|near|outside|around|throughout|across|inside|(?:city|town|village|port|district|province|capital|"
    r"county|state|region|island|suburb|villages|towns|cities|districts|provinces|states) of)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|downtown|nearby|both|rural)\s+)?$"
)
LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|around|across|throughout|toward|towards|visit(?:ed|s|ing)?|reached|"
    r"left|leaving|inside|within|via|between|northern|southern|eastern|western|central|"
    r"(?:city|town|village|port|district|province|region|state|island|capital|county|municipality|suburb|"
    r"outskirts|north|south|east|west|coast|part|parts|streets|people|areas?|camps?) of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['\u2019]s?$")
INITIALS = re.compile(r"\b[A-Z]\.$|^[A-Z][a-z]{1,4}\.$")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A stretch of a passage that names a place, with all places that it may name (at least one)."""

    passage: int
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    container: str = ""
    """The name of the state or country given right after it ("Paris, Texas")."""
    holds: tuple[Entry, ...] = ()
    """Where this is such a state or country: what the name before it may stand for."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks, spaces and possessive endings at its edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES and not INITIALS.search(text[start:end]):
        end -= 1
    cut = POSSESSIVE.search(text[start:end])
    return (start, start + cut.start()) if cut and cut.start() else (start, end)


def named(text: str, passage: int, start: int, end: int, whole: bool = True) -> Toponym | None:
    """The toponym that exactly this stretch is; None if no place has the name. Abbreviations of up to four capitals
    count only where the ontology lists them. A part of a longer name (``whole`` False) must be three letters or more.
    """
    name = text[start:end]
    if end - start < (2 if whole else 3) or not any(c.isupper() for c in name):
        return None
    entries = gazetteer().entries(name)
    letters = re.sub(r"[^\w]", "", name)
    if len(letters) <= 2 or (letters.isupper() and len(letters) <= 4):
        entries = tuple(e for e in entries if e.listed)
    return Toponym(passage, start, end, name, entries) if entries else None


def overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(s < end and start < e for s, e in spans)
