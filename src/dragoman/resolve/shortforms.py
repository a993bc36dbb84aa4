"""States called by half their name, where the report names them in full ("the North"), and names that parties and
bodies of several states have ("Labour"), led to the state that the report names.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dragoman.ontology.knowledge import Known, knowledge
from dragoman.resolve.found import Found
from dragoman.resolve.naming import Reading, surface

_OF_STATES = {"state", "nationality", "people", "capital"}
"""Kinds of names that mean one state alone."""
_INITIALS = 6
_PLACING = {"in", "at", "near", "outside", "from", "to", "for", "via", "of"}
_SHORT = {
    "North": ("PRK",),
    "South": ("KOR", "SSD"),
    "Kingdom": ("SAU",),
    "Emirates": ("ARE",),
}
"""The states that a word with "the" before it may mean, the likelier first."""


def with_short_forms(readings: Sequence[Reading], home: str = "") -> list[Reading]:
    """The readings with such short forms found, and names of two meanings given the one that fits the report, which
    comes out in the state ``home``.
    """
    readings = _of_initials(readings)
    countries = _named(readings, home)
    readings = [_of_union(_fitting(r, countries), readings) for r in readings]
    means = {word: next((c for c in codes if c in countries), "") for word, codes in _SHORT.items()}
    if not any(means.values()):
        return list(readings)
    return [_extended(r, means) for r in readings]


def _named(readings: Sequence[Reading], home: str) -> Counter[str]:
    named = Counter(n.value.country for r in readings for n in r.names if n.value.kind in _OF_STATES)
    return named + Counter({home: 1}) if home else named


def _of_initials(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Initials that a report uses for a name of its own mean that: "All Nippon Airways (ANA)" is no Afghan army."""
    used = {
        t.text for r in readings for n in r.names for t in r.sentence.tokens[n.first : n.last] if _are_initials(t.text)
    }
    own = dict(pair for r in readings for pair in _named_in_full(r, used)) if used else {}
    if not own:
        return readings

    def meant(reading: Reading) -> Iterator[Found[Known]]:
        for n in reading.names:
            full = own.get(surface(reading.sentence, n.first, n.last))
            known = n.value if full is None else knowledge().names.get(full)
            if known is not None:
                yield Found(n.first, n.last, known)

    return [replace(r, names=tuple(meant(r))) for r in readings]


def _are_initials(word: str) -> bool:
    return word.isupper() and word.isalpha() and 3 <= len(word) <= _INITIALS


def _named_in_full(reading: Reading, used: Collection[str]) -> Iterator[tuple[str, str]]:
    """The initials that a sentence spells out, with the name that it has for them."""
    tokens = reading.sentence.tokens
    for initials in used:
        for first in range(len(tokens) - len(initials) + 1):
            run = tokens[first : first + len(initials)]
            named = all(t.pos == "PROPN" or t.entity == "ORG" for t in run)
            if named and "".join(t.text[:1] for t in run) == initials:
                yield initials, " ".join(t.text for t in run)


def _fitting(reading: Reading, countries: Counter[str]) -> Reading:
    """Names whose other meaning is of a state that the report names take that meaning. A party's or an agency's name
    within a longer title ("the Labour Ministry") is no name.
    """
    titles = [(r.first, r.last) for r in reading.roles]

    def is_part(n: Found[Known]) -> bool:
        span = n.last - n.first
        return n.value.kind == "agency" and any(a <= n.first and n.last <= b and b - a > span for a, b in titles)

    names = tuple(Found(n.first, n.last, _meaning(reading, n, countries)) for n in reading.names if not is_part(n))
    return replace(reading, names=names) if names != reading.names else reading


def _of_union(reading: Reading, readings: Sequence[Reading]) -> Reading:
    """Brussels as the European Union, where it acts and the report has no other word for Belgium."""
    union = knowledge().names.get("European Union")
    if union is None or any(n.value.country == "BEL" and n.value.kind != "capital" for r in readings for n in r.names):
        return reading
    tokens = reading.sentence.tokens

    def acts(found: Found[Known]) -> bool:
        before = tokens[found.first - 1].text.lower() if found.first else ""
        capital = found.value.country == "BEL" and found.value.kind == "capital"
        return capital and before not in _PLACING and tokens[found.first].dep not in {"compound", "amod"}

    names = tuple(Found(n.first, n.last, union) if acts(n) else n for n in reading.names)
    return replace(reading, names=names) if names != reading.names else reading


def _meaning(reading: Reading, found: Found[Known], countries: Counter[str]) -> Known:
    if found.value.kind in _OF_STATES:
        return found.value
    phrase = surface(reading.sentence, found.first, found.last)
    meanings = (found.value, *knowledge().others.get(phrase, ()))
    return max(meanings, key=lambda k: countries[k.country])


def _extended(reading: Reading, means: dict[str, str]) -> Reading:
    tokens = reading.sentence.tokens
    taken = {i for n in reading.names for i in range(n.first, n.last)}
    added = list(reading.names)
    for token in tokens[1:]:
        country = means.get(token.text, "")
        follows = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        alone = follows is None or not follows.text[:1].isupper()
        if country and token.index not in taken and tokens[token.index - 1].text.lower() == "the" and alone:
            known = Known("state", knowledge().states.get(country, country), country, ("GOV",))
            added.append(Found(token.index, token.index + 1, known))
    if len(added) == len(reading.names):
        return reading
    roles = tuple(r for r in reading.roles if not any(r.first <= n.first < r.last for n in added[len(reading.names) :]))
    return replace(reading, names=tuple(sorted(added, key=lambda n: n.first)), roles=roles)
