"""First pass: which stretches of a passage name a place.

Entities that the tagger calls places are looked up; so are names that it calls persons or bodies where their
surroundings say place, and capitalised names that it missed. Names of persons and institutions are left alone.
"""

import re
from collections.abc import Sequence

from dragoman.ontology.gazetteer import Entry, listed_places
from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.toponym import (
    EDGES,
    PIECE,
    STATIC,
    EntitySpan,
    Taken,
    Toponym,
    named,
    trim,
)

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_NAMES = frozenset({"PERSON", "ORG", "NORP", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "LANGUAGE"})
LEADING = re.compile(
    r"^(?:[Tt]he|THE|(?:[Nn]orth|[Ss]outh)?(?:-)?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|"
    r"[Dd]owntown|[Gg]reater|[Uu]pper|[Ll]ower|mainland|[Ii]nner|[Oo]uter|rural|suburban|[Mm]etropolitan|"
    r"Metro|nearby|neighbou?ring|modern|post-war|war-torn|[Cc]oastal|[Hh]istoric|(?:City|Province|Republic|"
    r"State|Kingdom|Government) of(?: the)?)[ -]+"
)
TRAILING = re.compile(
    r"[\s,]+(?:(?:[Pp]rovince|[Rr]egion|[Oo]blast|[Gg]overnorate|[Pp]refecture|[Dd]istrict|[Dd]epartment|"
    r"[Mm]unicipality|[Cc]ity|[Ss]tate|[Pp]eninsula|[Ii]slands?|[Aa]irport|[Pp]ort)s?|county|area|Township|"
    r"Twp\.?|Borough|International Airport|Krai|Republic|[Rr]efugee [Cc]amp)$"
)
DISTRUST = re.compile(
    r"\b(?:confidence|faith|trust|interest|belief|believed?|Mr|Mrs|Ms|Dr|President|Minister|Senator|Sen|Gen|"
    r"General|Judge|King|Prince|Pope)\.?\s+(?:in\s+)?$"
)
LARGE = 100_000


def entity_toponyms(text: str, passage: int, entities: Sequence[EntitySpan]) -> tuple[Toponym, ...]:
    """The toponyms of a passage among its entities, in reading order."""
    found: list[Toponym] = []
    for start, end, label in entities:
        if label in PLACE_LABELS:
            found += from_entity(text, passage, start, end)
        elif label in OTHER_NAMES:
            found += _mislabelled(text, passage, start, end, label)
    return apart(found)


def apart(found: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """In reading order; of two that overlap the first and longer."""
    kept: list[Toponym] = []
    for toponym in sorted(found, key=lambda t: (t.start, -t.end)):
        if not kept or toponym.start >= kept[-1].end:
            kept.append(toponym)
    return tuple(kept)


def from_entity(text: str, passage: int, start: int, end: int) -> list[Toponym]:
    """The toponyms of an entity: the whole with what belongs to it, else its parts, else what it has at its core."""
    start, end = trim(text, start, end)
    whole = _extended(text, passage, start, end) or named(text, passage, start, end)
    if whole is not None:
        return [whole]
    parts = list(re.finditer(r"[^,;/()]+|(?<=\w) - (?=\w)", text[start:end]))
    if len(parts) > 1:
        return [t for m in parts for t in from_entity(text, passage, start + m.start(), start + m.end())]
    shorter = _core(text, passage, start, end)
    return [shorter] if shorter else []


def _extended(text: str, passage: int, start: int, end: int) -> Toponym | None:
    """A longer known name that begins with the entity: the tagger cuts some names short."""
    tail = re.match(rf"(?:[-\u2013]|\s+(?:(?:of|de|del|do|da|la|el|al|kwa)\s+)?)({PIECE})", text[end : end + 40])
    if tail is None:
        return None
    longer = named(text, passage, start, trim(text, start, end + tail.end())[1])
    if longer is None or not (longer.size > 3000 or any(e.listed or _is_county(e) for e in longer.entries)):
        return None
    return longer


def _core(text: str, passage: int, start: int, end: int) -> Toponym | None:
    """A place named with a direction or a common noun around it."""
    first, last = start, end
    while cut := LEADING.match(text[first:last]):
        first += cut.end()
        found = named(text, passage, first, last, whole=False)
        if found and (cut[0][0].islower() or cut[0].startswith("The") or _known(found)):
            return found
    while cut := TRAILING.search(text[start:last]):
        last = start + cut.start()
        if found := named(text, passage, start, last, whole=False):
            return found
    joined = re.match(r"(.+?) (?:and|or|&) ", text[start:end])
    return named(text, passage, start, start + joined.end(1)) if joined else _beginning(text, passage, start, end)


def _beginning(text: str, passage: int, start: int, end: int) -> Toponym | None:
    """The country, region or county that a longer name begins with, unless it names an institution's building."""
    for cut in reversed(list(re.finditer(r"(?<=[\w.])\s+(?=\w)", text[start:end]))):
        found = named(text, passage, start, start + cut.start(), whole=False)
        kinds = {e.place.kind for e in found.entries if e.listed or not e.alias} if found else set()
        if kinds & {"country", "region", "county", "world region"}:
            return found
    return None


def _is_county(entry: Entry) -> bool:
    return entry.place.kind == "county" and not entry.alias


def _known(toponym: Toponym) -> bool:
    return toponym.size >= LARGE or any(e.listed for e in toponym.entries)


def _mislabelled(text: str, passage: int, start: int, end: int, label: str) -> list[Toponym]:
    """A name that the tagger took for another kind although it is a known place's, or stands where places stand."""
    start, end = trim(text, start, end)
    before = text[max(0, start - 30) : start]
    found = named(text, passage, start, end)
    if found is None or label not in ("PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART") or DISTRUST.search(before):
        return []
    if found.text.isupper() and len(found.text) < 6 and toponym_key(found.text) not in listed_places():
        return []
    return [found] if _place_after_all(text, found, label, bool(STATIC.search(before))) else []


def _place_after_all(text: str, found: Toponym, label: str, static: bool) -> bool:
    kinds = {e.place.kind for e in found.entries if e.listed} - {"site", "historic", "base"}
    largest = found.size
    if static and not re.match(r"['\u2019]s\b|\s+[A-Z][a-z]", text[found.end : found.end + 4]):
        return bool(kinds) or largest >= (5000 if " " in found.text and label == "PERSON" else 500)
    if found.text.endswith((" County", " Parish")):
        return True
    if label == "PERSON":
        return bool(kinds & {"country"}) or (bool(kinds) and " " in found.text)
    if label == "NORP":
        return bool(kinds) or largest >= 5000
    return bool(kinds) or largest >= LARGE


def unclaimed(text: str, entities: Sequence[EntitySpan], found: Sequence[Toponym]) -> list[tuple[int, int]]:
    """The stretches that names may still be looked for in: outside toponyms and names of other things, but with the
    names that stand alone in a wrongly labelled entity.
    """
    taken = [(t.start, t.end) for t in found]
    taken += [
        (s, e) for s, e, label in entities if label in OTHER_NAMES | PLACE_LABELS and " " in text[s:e].strip(EDGES)
    ]
    names = re.finditer(
        rf"{PIECE}(?:(?:\s+(?:of|de|del|da|do|dos|la|las|los|el|al|du|des|di|upon|es|kwa))?\s+{PIECE}){{0,4}}", text
    )
    marked = Taken(len(text), taken)
    return [m.span() for m in names if not marked.has(*m.span())]
