"""A toponym in a text, and the looks of names and their surroundings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.ontology.gazetteer import Entry, abbreviated, gazetteer
from dragoman.ontology.toponyms import toponym_key

EntitySpan = tuple[int, int, str]
"""Start, end and label (OntoNotes) of a named entity."""

EDGES = ' \t\r\n,.;:()[]"\u201c\u201d\u2014'
PIECE = (
    r"(?:[A-Z\u00c0-\u00de](?:\.(?:[A-Z]\.)+|(?<=[SMF])te?\.(?=\s[A-Z])|['\u2019][A-Z]\w+|"
    r"\w*(?:['\u2019](?!s\b)\w+)?(?:[-\u2013][\w'\u2019]+)*)|[dl]['\u2019][A-Z]\w+|al-\w+)"
)
"""A capitalised word, with what hangs on it by a hyphen: initials, "St.", "O'Leary", "al-Bab"."""
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
SHORT = 12
"""Characters of the longest name that may be an abbreviation."""
NO_LETTERS = re.compile(r"\W")
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
    inside: bool = False
    """Whether it is only part of another name, or an adjective."""

    @property
    def key(self) -> str:
        """The name in the form that all its spellings share."""
        return toponym_key(self.text)

    @property
    def size(self) -> float:
        """The inhabitants, or their equivalent, of the largest place of the name; a county's name is then in full."""
        return max((e.weight for e in self.entries if e.place.kind != "county" or not e.alias), default=0.0)


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
    if end - start < (2 if whole else 3) or name == name.lower():
        return None
    entries = gazetteer().entries(name)
    if toponym_key(name) in abbreviated() and not (name.endswith(".") or text.startswith(".", end)):
        entries = tuple(e for e in entries if not (e.listed and e.alias))  # "Mass protests", not "Boston, Mass."
    if entries and end - start <= SHORT:
        letters = NO_LETTERS.sub("", name)
        if len(letters) <= 2 or (letters.isupper() and len(letters) <= 4):
            entries = tuple(e for e in entries if e.listed)
    return Toponym(passage, start, end, name, entries) if entries else None


class Taken:
    """The characters of a text that belong to something already."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]]) -> None:
        self._marks = bytearray(length)
        for start, end in spans:
            self._marks[start:end] = b"\x01" * (end - start)

    def has(self, start: int, end: int) -> bool:
        """Whether any character of a span does."""
        return self._marks.find(1, start, end) >= 0
