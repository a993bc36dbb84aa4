"""Places named inside longer names: the town of a police department, a court, a university, a team.

Such a name tells what a body belongs to, not where something happens, so that these toponyms are marked ``inside``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.toponym import PIECE, EntitySpan, Taken, Toponym, named, trim
from dragoman.resolve.places.words import BODIES, CIVIC, SIDES, STREETS, TITLES, is_ordinary

RUN = re.compile(rf"{PIECE}(?:(?:[ -]+|[ ]+(?:of|for|of the|for the|and|&|at|in)[ ]+){PIECE})*")
WORD = re.compile(r"[^\s\-\u2013]+")
PARTY = re.compile(r"[DRI]-(?=[A-Z])")
SEAT = re.compile(rf"(?:[A-Z]\.\s?[A-Z][a-z]?\.|{PIECE})(?:\.|[ ]{PIECE})?")
LINKS = frozenset({"of", "for", "the", "and", "&", "at", "in"})
SHARED = frozenset({"based", "born", "led", "backed", "area", "bound", "held", "controlled", "occupied"})
"""What makes an adjective of a place with a hyphen: "Nairobi-based"."""
TELLING = CIVIC | BODIES | SHARED
BODY_LABELS = ("ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
NOT_FIRST = LINKS | {"The"}
LARGE = 100_000
LONGEST = 4
"""Words of the longest name of a place that is looked for."""
REACH = 4
"""Words after a place's name among which the kind of the institution is told."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a passage says of its names: the entities of more than one word, what is a toponym already, and the persons
    and places of the report.
    """

    entities: Sequence[EntitySpan]
    taken: Taken
    persons: frozenset[str]
    known: frozenset[str]


def inside_names(
    text: str,
    passage: int,
    entities: Sequence[EntitySpan],
    found: Sequence[Toponym],
    persons: frozenset[str],
    known: frozenset[str],
) -> list[Toponym]:
    """The toponyms inside the institutions' names of a passage. ``found`` are those that stand alone, ``known`` the
    keys of such in the whole report, ``persons`` the parts of persons' names.
    """
    longer = [e for e in entities if " " in text[e[0] : e[1]]]
    around = Around(longer, Taken(len(text), [(t.start, t.end) for t in found]), persons, known)
    longer_names = [run.span() for run in RUN.finditer(text) if not run[0].isalnum()]
    parts = [t for start, end in longer_names for t in _in_run(text, passage, start, end, around)]
    return [*_of_legislators(text, passage), *parts]


def _of_legislators(text: str, passage: int) -> Iterator[Toponym]:
    """The state or town that a legislator is of, as American papers give it: "R-Ky."."""
    for party in PARTY.finditer(text):
        seat = SEAT.match(text, party.end())
        if seat is None or (party.start() and text[party.start() - 1].isalnum()):
            continue
        start, end = trim(text, *seat.span())
        for name_end in (end, text.find(" ", start, end)):
            if found := named(text, passage, start, name_end):
                yield replace(found, inside=True)
                break


def _in_run(text: str, passage: int, start: int, end: int, around: Around) -> Iterator[Toponym]:
    words = [m.span() for m in WORD.finditer(text, start, end)]
    if len(words) < 2 or not _may_hold(text, words, around):
        return
    position = 0
    while position < len(words):
        found = _part_at(text, passage, words, position, around) if _may_start(text, words, position, around) else None
        if found:
            yield found
        position = next(
            (i for i in range(position + 1, len(words)) if not found or words[i][0] >= found.end), len(words)
        )


def _part_at(
    text: str, passage: int, words: Sequence[tuple[int, int]], position: int, around: Around
) -> Toponym | None:
    """The longest known place that begins with a word of a run, if the run makes it part of an institution's name."""
    for toponym, last in _names_at(text, passage, words, position):
        if around.taken.has(toponym.start, toponym.end):
            return None
        if _belongs(text, toponym, words, position, last, around):
            return replace(toponym, inside=True)
    return None


def _may_hold(text: str, words: Sequence[tuple[int, int]], around: Around) -> bool:
    """Whether a run of names has a word of an institution's or lies in one that the tagger sees."""
    if not TELLING.isdisjoint([text[s:e] for s, e in words]):
        return True
    first, last = words[0][0], words[-1][1]
    return any(s < last and first < e for s, e, label in around.entities if label in BODY_LABELS)


def _may_start(text: str, words: Sequence[tuple[int, int]], position: int, around: Around) -> bool:
    start, end = words[position]
    if text[start:end] in NOT_FIRST or text[start].islower():
        return False
    if position == 0 or any(s == start for s, _, _ in around.entities):
        return True
    before = text[words[position - 1][0] : words[position - 1][1]]
    return before in LINKS or before in SIDES or text[words[position - 1][1]] in "-\u2013"


def _names_at(
    text: str, passage: int, words: Sequence[tuple[int, int]], position: int
) -> Iterator[tuple[Toponym, int]]:
    """The known places that begin with a word of a run, the longest first, each with its last word."""
    for last in range(min(position + LONGEST, len(words)) - 1, position - 1, -1):
        start, end = trim(text, words[position][0], words[last][1])
        if text[words[last][0] : words[last][1]] not in LINKS and (found := named(text, passage, start, end)):
            yield found, last


def _belongs(
    text: str, toponym: Toponym, words: Sequence[tuple[int, int]], first: int, last: int, around: Around
) -> bool:
    """Whether what stands around a name says that it is the place of an institution."""
    before = text[words[first - 1][0] : words[first - 1][1]] if first else ""
    after = _after(text, words, last)
    if before in TITLES or STREETS & set(after) or _is_ordinary(toponym, around):
        return False
    person = _within(around, toponym, ("PERSON",))
    if after and after[0] in CIVIC | SHARED:
        return person is None or person[0] == toponym.start
    if person or not _vouched(toponym, around):
        return False
    heads = {text[s:e] for s, e in words[:first]}
    return bool((BODIES | CIVIC) & (heads | set(after))) or _within(around, toponym, BODY_LABELS) is not None


def _after(text: str, words: Sequence[tuple[int, int]], last: int) -> list[str]:
    """The words that follow a name within its run, up to the next link."""
    after: list[str] = []
    for start, end in words[last + 1 : last + 1 + REACH]:
        word = text[start:end]
        if word in LINKS:
            break
        after.append(re.sub(r"['\u2019]s?$", "", word))
    return after


def _within(around: Around, toponym: Toponym, labels: Sequence[str]) -> tuple[int, int] | None:
    """The entity of one of these kinds that a name is only a part of."""
    inner = (toponym.start, toponym.end)
    holding = ((s, e) for s, e, label in around.entities if label in labels and s <= inner[0] and inner[1] <= e)
    return next((span for span in holding if span != inner), None)


def _is_ordinary(toponym: Toponym, around: Around) -> bool:
    """Whether a name is an English word or an adjective of nationality, and no place of the report."""
    return toponym_key(toponym.text) not in around.known and is_ordinary(toponym.text)


def _vouched(toponym: Toponym, around: Around) -> bool:
    """Whether a name is surely a place's: one of the report's, a region's, a county's, or a large city's own."""
    key = toponym_key(toponym.text)
    if key in around.known or key in around.persons:
        return key in around.known
    own = [e for e in toponym.entries if not e.alias or e.listed]
    if key in knowledge().surnames:
        return any(e.listed and e.place.kind in ("country", "region") for e in own)
    return any(e.place.kind in ("country", "region", "county") or e.weight >= LARGE for e in own)
