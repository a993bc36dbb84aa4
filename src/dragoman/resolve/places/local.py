"""Places shown by what stands right beside them: datelines, townspeople, counties in a list.

The tagger takes many towns of local papers for persons or bodies, or sees no name in them.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.ontology.gazetteer import gazetteer
from dragoman.resolve.places.names import is_person_known
from dragoman.resolve.places.toponym import PIECE, EntitySpan, Taken, Toponym, named
from dragoman.resolve.places.words import LOCALS, SIDES, is_ordinary

DASH = re.compile(r"-- |[\u2014\u2013\x97] | - ")
DATELINE = re.compile(
    r"(?:^|[.!?\n\"\u201d]\s{1,2}|\d{4}\s)((?:[A-Z][A-Z'\u2019-]+|[SMF]T\.)(?: [A-Z][A-Z'\u2019-]+){0,3})"
    r"(?:,\s[A-Z][\w. ]{1,20})?\s*(?:\([^()\n]{1,30}\)\s*)?$"
)
BESIDE = re.compile(r"[A-Z\u00c0-\u00de][\w.'\u2019-]* ([a-z]+)\b")
NAME = re.compile(rf"{PIECE}(?:[ ]{PIECE}){{0,3}}$")
COUNTIES = re.compile(r" (?:counties|parishes)\b")
LIST = re.compile(rf"{PIECE}(?:[ ]{PIECE}){{0,2}}(?:(?:,| and| or| &|, and|, or) {PIECE}(?:[ ]{PIECE}){{0,2}})*$")
OPENING = frozenset(
    """A An The This That These Those Two Three Four Five Six Seven Eight Nine Ten Some Many Several Most All Both Other
    Few Young Former Local When While But And As For In At From Meanwhile""".split()
)
"""Words that open a sentence before a name."""
IN_LIST = re.compile(rf"{PIECE}(?:[ ]{PIECE}){{0,2}}")


def local_names(text: str, passage: int, entities: Sequence[EntitySpan], found: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms of a passage outside ``found`` that their neighbours give away."""
    counties = list(_counties(text, passage))
    taken = Taken(len(text), [(t.start, t.end) for t in (*found, *counties)])
    persons = Taken(len(text), [(s, e) for s, e, label in entities if label == "PERSON" and " " in text[s:e]])
    rest = [*_datelines(text, passage), *_townspeople(text, passage, persons)]
    return [*counties, *(t for t in rest if not taken.has(t.start, t.end))]


def _datelines(text: str, passage: int) -> Iterator[Toponym]:
    """Names in capitals that open a passage or a sentence and are set off by a dash."""
    for dash in DASH.finditer(text):
        start = max(0, dash.start() - 90)
        if match := DATELINE.search(text[start : dash.start()]):
            toponym = named(text, passage, start + match.start(1), start + match.end(1))
            if toponym and len(toponym.text) > 3 and not is_ordinary(toponym.text):
                yield toponym


def _townspeople(text: str, passage: int, persons: Taken) -> Iterator[Toponym]:
    """Names followed by a noun for the people or the authorities of a town."""
    for beside in BESIDE.finditer(text):
        end = beside.start(1) - 1
        name = NAME.search(text, max(0, end - 50), end) if beside[1] in LOCALS else None
        if name is None:
            continue
        start = name.start()
        while (first := re.match(r"\S+ ", text[start:end])) and first[0].strip() in SIDES | OPENING:
            start += first.end()
        toponym = named(text, passage, start, end)
        if toponym and not persons.has(start, end) and not is_ordinary(toponym.text):
            if not is_person_known(toponym):
                yield toponym


def _counties(text: str, passage: int) -> Iterator[Toponym]:
    """The names in a list that ends with "counties", each with the counties of that name."""
    for noun in COUNTIES.finditer(text):
        match = LIST.search(text, max(0, noun.start() - 150), noun.start())
        for name in IN_LIST.finditer(text, match.start(), match.end()) if match else ():
            entries = [e for e in gazetteer().entries(name[0]) if e.place.kind == "county"]
            if entries:
                yield Toponym(passage, *name.span(), name[0], tuple(entries))
