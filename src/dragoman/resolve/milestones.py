"""Known events in a report: "the full-scale invasion", "the coup", "the NATO summit in Vilnius".

An event is known by its noun or verb and by who is named with it: of what must be named something stands in the noun's
phrase and the rest in the sentence; or, for events that states know by the bare noun, in the report. What their days
tell is in ``lookback``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.ontology.knowledge import OF_ONE_STATE, knowledge
from dragoman.ontology.milestones import Naming, Part, namings
from dragoman.resolve.naming import Reading
from dragoman.types.milestone import Milestone
from dragoman.types.report import Published
from dragoman.types.text import Sentence

Milestones = Mapping[tuple[int, int], Milestone]
"""The known events of a report, by the sentence and the token that name them."""
_PARTS: Mapping[str, Part] = {"VERB": "verbs", "NOUN": "words", "PROPN": "words"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_YET = {"would", "could", "might", "may", "will", "should", "can", "if", "whether"}
_NO_FACT = {"planned", "possible", "potential", "threatened", "future", "looming", "imminent", "feared", "attempted",
            "another", "any", "new", "an", "a", "no"}  # fmt: skip
"""What stands with the noun of an event that needn't have been, or is another than the known one."""
_NEAR = 8
"""Words from its noun within which what must be named with an event stands, if not in the noun's phrase."""
_SIDES = {"dobj", "nsubjpass", "agent"}
_OWN = {"poss", "det"}
_MET = {"summit", "talk", "conference", "meeting"}
"""Nouns of meetings, whose guests and places stand beside the noun: "hosted African leaders for a summit in Sochi"."""
_OF_ONES_OWN = {"invasion", "annexation", "coup", "putsch", "revolution", "genocide", "uprising", "mutiny"}
"""Nouns that mean a state's own, known event where nothing else is said: "since the coup"."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that may name a known event: its sentence, and the tokens of its phrase."""

    reading: Reading
    text: str
    at: int
    phrase: frozenset[int]

    @property
    def sentence(self) -> Sentence:
        return self.reading.sentence

    def names(self, need: Iterable[str], tokens: frozenset[int] | None) -> bool:
        """Whether one of the ways to name something stands in some tokens, or anywhere in the sentence."""
        return any(self._named(way, tokens) for way in need)

    def _named(self, way: str, tokens: frozenset[int] | None) -> bool:
        if way in knowledge().states:
            return any(c == way and (tokens is None or at in tokens) for at, c in _countries(self.reading))
        said = self.text[self.sentence.start : self.sentence.end]
        for match in _way(way).finditer(said) if way in said else ():
            start = self.sentence.start + match.start()
            at = next((t.index for t in self.sentence.tokens if t.end > start), -1)
            if tokens is None or at in tokens:
                return True
        return False


def milestones_in(readings: Sequence[Reading], texts: Sequence[str], published: Published) -> Milestones:
    """The known events that a report names. Without a day of publication only what its sentence leaves no doubt of."""
    named = {country for r in readings for _, country in _countries(r)}
    found: dict[tuple[int, int], Milestone] = {}
    for reading in readings:
        for token in reading.sentence.tokens:
            part = _PARTS.get(token.pos)
            known = namings(part).get(token.lemma.lower(), ()) if part else ()
            if not known:
                continue
            place = _place(reading, texts[reading.sentence.passage], token.index)
            meant = _meant(place, known, named, texts, published)
            if meant is not None:
                found[reading.sentence.index, token.index] = meant
    return found


def _countries(reading: Reading) -> Iterator[tuple[int, str]]:
    """The states that a sentence names, or whose people it names, each at its last word."""
    for name in reading.names:
        if name.value.country and name.value.kind in OF_ONE_STATE:
            yield name.last - 1, name.value.country
    for person in reading.people:
        yield person.last - 1, person.value.country


def _place(reading: Reading, text: str, at: int) -> _Place:
    sentence = reading.sentence
    token = sentence.tokens[at]
    if token.pos != "VERB":
        return _Place(reading, text, at, frozenset(sentence.subtree(at)))
    sides = [c for c in sentence.children[at] if sentence.tokens[c].dep in _SIDES]
    sides = sides or [c for c in sentence.children[at] if sentence.tokens[c].dep == "nsubj"]
    return _Place(reading, text, at, frozenset(i for c in sides for i in sentence.subtree(c)))


def _meant(
    place: _Place, known: Sequence[Naming], named: set[str], texts: Sequence[str], published: Published
) -> Milestone | None:
    """The known event that a word means: the one named most fully, of these the latest."""
    if not _is_fact(place):
        return None
    beside = place.phrase.union(place.sentence.children[place.at])
    words = {place.sentence.tokens[i].text.lower() for i in beside}
    years = {int(w) for w in words if _YEAR.fullmatch(w)}
    fitting = [
        (_fullness(place, m, named, texts), m)
        for others, m in known
        if others <= words and _is_of_its_time(m, years, published)
    ]
    most = max((full for full, _ in fitting), default=0)
    best = {m.name: m for full, m in fitting if full == most > 0}
    if published.first is None and published.date is None and (len(best) > 1 or most == 1):
        return None
    return max(best.values(), key=lambda m: m.first, default=None)


def _is_fact(place: _Place) -> bool:
    """Whether an event is told as one that was: no plan, and none among others."""
    sentence, token = place.sentence, place.sentence.tokens[place.at]
    below = {sentence.tokens[c].text.lower() for c in sentence.children[place.at]}
    if token.pos == "VERB":
        return (
            token.tag in {"VBD", "VBN"}
            and not below & _NOT_YET
            and not any(sentence.tokens[c].dep == "neg" for c in sentence.children[place.at])
        )
    above = sentence.tokens[token.head].lemma.lower()
    return not below & _NO_FACT and above not in {"plan", "threat", "threaten", "risk", "prevent", "avert", "deter"}


def _is_of_its_time(milestone: Milestone, years: set[int], published: Published) -> bool:
    """Whether a report of its day would mean an event, by the year that its phrase gives or by how long ago it was."""
    if years and milestone.first.year not in years:
        return False
    first, last = published.date or published.first, published.date or published.last
    if last is not None and milestone.first > last:
        return False
    return bool(years) or first is None or first.year - milestone.first.year <= milestone.years


def _fullness(place: _Place, milestone: Milestone, named: set[str], texts: Sequence[str]) -> int:
    """How fully an event is named: 3 all in its phrase, 2 all in the sentence, 1 in the report; 0 too little of it."""
    in_phrase = [place.names(need, place.phrase) for need in milestone.needs]
    if milestone.alone and _is_anothers(place, milestone):
        return 0
    if all(in_phrase):
        return 3
    tokens = place.sentence.tokens
    noun = tokens[place.at].lemma.lower()
    near = frozenset(range(place.at - _NEAR, place.at + _NEAR + 1))
    beside = any(in_phrase) or (noun in _MET and any(place.names(need, near) for need in milestone.needs))
    if beside and all(place.names(need, None) for need in milestone.needs):
        return 2
    bare = noun in _OF_ONES_OWN and any(tokens[c].dep in _OWN for c in place.sentence.children[place.at])
    if not milestone.alone or not (any(in_phrase) or bare) or tokens[place.at].pos == "VERB":
        return 0
    return int(all(_is_in_report(need, named, texts) for need in milestone.needs))


def _is_in_report(need: Sequence[str], named: set[str], texts: Sequence[str]) -> bool:
    return any(way in named or any(way in t and _way(way).search(t) for t in texts) for way in need)


@lru_cache(4096)
def _way(way: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(way)}s?\b")


def _is_anothers(place: _Place, milestone: Milestone) -> bool:
    """Whether the phrase names a state that has no part in an event: the invasion is another."""
    others = {c for at, c in _countries(place.reading) if at in place.phrase}
    return bool(others - milestone.states) and bool(milestone.states)
