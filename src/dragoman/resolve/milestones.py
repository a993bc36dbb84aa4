"""Known events in a report ("the full-scale invasion", "days before the coup"), and what their days tell.

An event is known by its noun or verb and by who is named with it: of what must be named something stands in the noun's
phrase and the rest in the sentence; or, for events that states know by the bare noun, in the report. The day of such
an event dates it, dates what was so many days before or after it, and bounds the day of a report that looks back on it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.ontology.calendar import PRECISION, Unit, period_of, shift
from dragoman.ontology.knowledge import OF_ONE_STATE, knowledge
from dragoman.ontology.milestones import Naming, namings
from dragoman.resolve.naming import Reading
from dragoman.resolve.times.numbers import amount
from dragoman.types.milestone import Milestone
from dragoman.types.report import Published
from dragoman.types.text import Sentence
from dragoman.types.time import TimeMention

Milestones = Mapping[tuple[int, int], Milestone]
"""The known events of a report, by the sentence and the token that name them."""
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
        for match in re.finditer(rf"\b{re.escape(way)}s?\b", self.text[self.sentence.start : self.sentence.end]):
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
            part = "verbs" if token.pos == "VERB" else "words" if token.pos in {"NOUN", "PROPN"} else ""
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
    words = {place.sentence.tokens[i].text.lower() for i in place.phrase}
    years = {int(w) for w in words if _YEAR.fullmatch(w)}
    fitting = [
        (_fullness(place, m, named, texts), m)
        for phrase, m in known
        if all(w in words for w in phrase[:-1]) and _is_of_its_time(m, years, published)
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
    return any(way in named or any(re.search(rf"\b{re.escape(way)}s?\b", t) for t in texts) for way in need)


def _is_anothers(place: _Place, milestone: Milestone) -> bool:
    """Whether the phrase names a state that has no part in an event: the invasion is another."""
    others = {c for at, c in _countries(place.reading) if at in place.phrase}
    return bool(others - milestone.states) and bool(milestone.states)


_SINCE = re.compile(r"\s+(?P<way>after|before|prior to|ahead of|following|into)\s+", re.IGNORECASE)
_LENGTH = re.compile(r"(?P<count>.*?)\s*\b(?P<unit>day|week|month|year)s?\b(?P<ago>\s+ago)?", re.IGNORECASE)
_BACK = {"before", "prior to", "ahead of"}


def dated_by(
    times: Sequence[TimeMention], milestones: Milestones, sentences: Sequence[Sentence], texts: Sequence[str]
) -> tuple[TimeMention, ...]:
    """The times with days for those that lie so long before or after a known event: "two weeks after the coup"."""
    return tuple(_from_event(t, milestones, sentences, texts) or t for t in times)


def _from_event(
    time: TimeMention, milestones: Milestones, sentences: Sequence[Sentence], texts: Sequence[str]
) -> TimeMention | None:
    length = _length(time.text)
    way = _SINCE.match(texts[time.passage], time.end)
    if time.type != "DURATION" or length is None or way is None:
        return None
    sentence = next((s for s in sentences if s.holds(time.passage, time.start)), None)
    if sentence is None:
        return None
    after = next((t.index for t in sentence.tokens if t.start >= way.end()), len(sentence.tokens))
    meant = next((m for (s, at), m in sorted(milestones.items(), key=lambda kv: kv[0]) if s == sentence.index
                  and _opens_with(sentence, at, after)), None)  # fmt: skip
    if meant is None:
        return None
    count, unit = length
    back = way["way"].lower() in _BACK
    middle = shift(meant.first if back else meant.last, unit, -round(count) if back else round(count))
    first, last = _around(middle, unit)
    value = middle.isoformat() if unit == "day" else middle.isoformat()[:7]
    basis = f"{way['way'].lower()} {meant.name}, {_span(meant)}"
    return replace(time, type="DATE", value=value, first=first, last=last, precision=PRECISION[unit], basis=basis)


def _opens_with(sentence: Sentence, at: int, after: int) -> bool:
    """Whether the phrase of a word begins at a token."""
    return at >= after and min(sentence.subtree(at)) <= after


def _length(text: str) -> tuple[float, Unit] | None:
    found = _LENGTH.fullmatch(text)
    count = amount(found["count"]) if found and found["count"] else None
    if found is None or count is None:
        return None
    units: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return count, units[found["unit"].lower()]


_LEEWAY = {"day": 0, "week": 3, "month": 15, "year": 90}
"""Days by which a length told in a unit may be off either way."""


def _around(day: date, unit: Unit) -> tuple[date, date]:
    return day - timedelta(_LEEWAY[unit]), day + timedelta(_LEEWAY[unit])


def _span(milestone: Milestone) -> str:
    return milestone.first.isoformat()[: 7 if milestone.precision == "month" else 10]


@dataclass(frozen=True, slots=True)
class Lookback:
    """What a known event tells of a report's day: it came out from ``first`` to ``last``, None where that is open."""

    first: date
    last: date | None
    words: str


def lookbacks(
    milestones: Milestones, sentences: Sequence[Sentence], times: Sequence[TimeMention]
) -> Iterator[Lookback]:
    """What the known events of a report tell of its day: it came out after them, and how long after, where it says."""
    for (index, at), meant in milestones.items():
        sentence = sentences[index]
        if meant.alone and sentence.tokens[at].pos != "VERB":
            yield Lookback(meant.first, None, f"{meant.name} was on {_span(meant)}")
        for time in times:
            if not sentence.holds(time.passage, time.start):
                continue
            if (seen := _seen_from(sentence, at, meant, time)) is not None:
                words = f"{meant.name} was on {_span(meant)}, {time.text!r}"
                yield Lookback(*seen, words)


def _seen_from(sentence: Sentence, at: int, meant: Milestone, time: TimeMention) -> tuple[date, date] | None:
    """When a report came out that has a known event at a time: so long ago, or "last month"."""
    length = _length(time.text) if time.text.lower().endswith(" ago") else None
    if length is not None and sentence.is_told_with(at, time.start, time.end):
        return _around(shift(meant.first, length[1], round(length[0])), length[1])
    told = _PERIOD.search(time.text)
    head = sentence.head_at(time.start, time.end)
    if told is None or head is None or sentence.clause(head) != sentence.clause(at):
        return None
    unit: Unit = "month" if told["unit"].lower() == "month" else "year"
    later = shift(meant.first, unit, int(told["which"].lower() == "last"))
    return period_of(unit, later).days


_PERIOD = re.compile(
    r"^(?:(?:earlier|late|early|later)\s+)?(?P<which>this|last)\s+(?P<unit>month|year)$", re.IGNORECASE
)
