"""Names that the gazetteer knows as places but that mean a person, a body or a direction here."""

import re
from collections.abc import Iterable, Sequence

from dragoman.ontology.gazetteer import gazetteer
from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.toponym import POSSESSIVE, STATIC, EntitySpan, Toponym
from dragoman.resolve.places.words import CIVIC

LARGE = 100_000
DIRECTIONS = frozenset(
    {"west", "east", "north", "south", "global south", "global north", "far west", "center", "centre"}
)
"""Blocs of states rather than the towns of these names."""
DATES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|[Pp]resident|[Mm]inister|[Ss]enator|Sen|Rep|Gov|Gen|[Gg]eneral|Col|[Cc]olonel|Lt|Capt|"
    r"[Cc]aptain|[Mm]ajor|Maj|[Jj]udge|[Jj]ustice|King|Queen|[Pp]rince|[Pp]rincess|Pope|[Cc]hancellor|[Pp]remier|"
    r"[Ss]ecretary|[Ss]pokes(?:wo)?man|[Cc]ommander|[Aa]yatollah|[Ss]heikh|[Ii]mam|Rev|Professor|Prof)\.?\s+$"
)


def name_parts(text: str, entities: Sequence[EntitySpan]) -> frozenset[str]:
    """The words of the persons' names of two words or more, as toponym keys."""
    parts: set[str] = set()
    for start, end, label in entities:
        if label != "PERSON":
            continue
        words = POSSESSIVE.sub("", text[start:end]).split()
        if len(words) > 1 and CIVIC.isdisjoint(words[1:]):
            parts.update(toponym_key(word) for word in words)
    return frozenset(parts - {""})


_INTRODUCED = re.compile(
    r"((?:[A-Z][\w'\u2019.-]+\s+)(?:(?:of|for|the|and|de|del|on|[A-Z][\w'\u2019.-]+)\s+)*)\(([A-Z]{2,6})\)"
)


def own_initials(texts: Iterable[str]) -> frozenset[str]:
    """The initials that a report uses for what is no place: "the Corruption Eradication Commission (KPK)"."""
    found = (match for text in texts if "(" in text for match in _INTRODUCED.finditer(text))
    return frozenset(m[2] for m in found if " " in m[1].strip() and not gazetteer().entries(m[1].strip()))


def no_place(text: str, toponym: Toponym, persons: frozenset[str]) -> bool:
    """Whether a toponym is none: a body's or a person's short name, or a bloc. Listed places, large cities and names
    with their container or after "in" are trusted further.
    """
    key = toponym_key(toponym.text)
    if any(e.listed for e in toponym.entries):
        return False
    if key in DIRECTIONS or (key in DATES and not toponym.container):
        return True
    known = knowledge().names.get(toponym.text)
    if known is not None and known.kind in ("body", "agency", "group", "nationality", "people"):
        return True
    before = text[max(0, toponym.start - 30) : toponym.start]
    if TITLE.search(before):
        return True
    if toponym.container or STATIC.search(before):
        return False
    return key in persons or is_person_known(toponym)


def is_person_known(toponym: Toponym) -> bool:
    """Whether a name is the surname of a person in the tables and no large place's."""
    largest = toponym.size
    return largest < LARGE and toponym_key(toponym.text) in knowledge().surnames
