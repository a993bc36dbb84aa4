"""All that the tables know by name: states, bodies, agencies, groups, persons, offices and roles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.ontology.phrases import PhraseIndex, fold
from dragoman.ontology.plover import OFFICIAL
from dragoman.ontology.tables import cells, rows, tables
from dragoman.types.actor import Actor

KnownKind = Literal["state", "nationality", "people", "capital", "seat", "body", "agency", "group", "region"]
OF_ONE_STATE = frozenset({"state", "nationality", "people", "capital", "seat", "agency"})
"""Kinds of names that say of which state a report speaks."""
RoleKind = Literal["person", "people", "body"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for. ``members`` are the ISO codes of a region's states."""

    kind: KnownKind
    name: str
    country: str = ""
    sectors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for people or institutions without a name of their own, or for an office."""

    noun: str
    sectors: tuple[str, ...]
    kind: RoleKind
    office: str = ""
    """The canonical office, with ``{country}`` where the state's name goes; '' for other roles."""
    special: tuple[tuple[str, str], ...] = ()
    """What the office is called in particular states, by ISO code."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in an office; ``first`` and ``last`` are ISO prefixes, '' where open or unknown."""

    office: str
    sectors: tuple[str, ...]
    first: str
    last: str

    def held_on(self, day: str) -> bool:
        """Whether the office was held on an ISO day; a month or a year that it ends in counts whole."""
        return self.first <= day and (not self.last or day[: len(self.last)] <= self.last)


@dataclass(frozen=True, slots=True)
class Person:
    """A person known by name."""

    name: str
    variants: tuple[str, ...]
    country: str
    tenures: tuple[Tenure, ...]
    alone: bool = True
    """Whether a text may mean him by his family name without having named him in full."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The look-ups. ``names`` and ``roles`` find phrases in running text."""

    names: PhraseIndex[Known]
    others: dict[str, tuple[Known, ...]]
    """What a name may also mean, by the name as it is written: "RSF" in Sudan and in Paris."""
    roles: PhraseIndex[Role]
    genders: dict[str, str]
    """``m`` or ``f`` by folded given name."""
    people: PhraseIndex[Person]
    """Full names of persons, each spelling."""
    persons: dict[str, Person]
    """By folded full name, each spelling."""
    surnames: dict[str, tuple[Person, ...]]
    """By folded last name."""
    states: dict[str, str]
    """The English short name by ISO code."""
    adjectives: dict[str, str]
    """The adjective of nationality by ISO code."""


@cache
def knowledge() -> Knowledge:
    """The tables, loaded on first use."""
    states = {r["iso3"]: r["name"] for r in rows("countries.tsv")}
    persons = tuple(_persons())
    names = tuple(_names())
    return Knowledge(
        names=PhraseIndex(_unique(names)),
        others=_others(names),
        roles=PhraseIndex(_roles()),
        genders={fold(r["name"]): r["gender"] for r in rows("given_names.tsv")},
        people=PhraseIndex((v, p) for p in persons for v in (p.name, *p.variants) if " " in v),
        persons={person_key(v): p for p in reversed(persons) for v in (p.name, *p.variants)},
        surnames=_by_surname(persons),
        states=states,
        adjectives={r["iso3"]: (cells(r["adjectives"]) or (r["name"],))[0] for r in rows("countries.tsv")},
    )


def person_key(name: str) -> str:
    """A full name without initials, accents and particles of respect, as the key that its spellings share."""
    every = name.replace(".", ". ").replace("-", " ").split()
    words = [w for w in every if not _is_initial(w)]
    kept = words if len(words) > 1 or len(words) == len(every) else every
    return " ".join(fold(w) for w in kept if fold(w) not in {"mr.", "mrs.", "ms.", "dr.", "jr.", "iii", "sr."})


def _is_initial(word: str) -> bool:
    return word.endswith(".") and len(word) <= 3 and word[0].isupper()


def _unique(pairs: Iterable[tuple[str, Known]]) -> Iterator[tuple[str, Known]]:
    """The first meaning of a name wins: states before bodies before agencies before groups."""
    seen: set[str] = set()
    for phrase, known in pairs:
        if phrase not in seen:
            seen.add(phrase)
            yield phrase, known


def _others(pairs: Iterable[tuple[str, Known]]) -> dict[str, tuple[Known, ...]]:
    found: dict[str, list[Known]] = defaultdict(list)
    for phrase, known in pairs:
        found[phrase].append(known)
    return {phrase: tuple(known[1:]) for phrase, known in found.items() if len(known) > 1}


def _names() -> Iterator[tuple[str, Known]]:
    yield from _country_names()
    for r in rows("bodies.tsv"):
        known = Known("body", r["name"], r["code"] if r["code"] != "NGO" else "", cells(r["sectors"]))
        yield from ((name, known) for name in (r["name"], *cells(r["aliases"])))
    for r in rows("agencies.tsv"):
        known = Known("agency", r["name"], r["country"], cells(r["sectors"]))
        yield from ((name, known) for name in (r["name"], *cells(r["aliases"])))
    for r in rows("groups.tsv"):
        known = Known("group", r["name"], r["country"], cells(r["sectors"]))
        yield from ((name, known) for name in (r["name"], *cells(r["aliases"])))
    for r in rows("regions.tsv"):
        sectors = () if r["members"] else ("SOC",)
        known = Known("region", cells(r["name"])[0], r["code"], sectors, cells(r["members"]))
        yield from ((name, known) for name in cells(r["name"]) + cells(r["adjectives"]))


def _country_names() -> Iterator[tuple[str, Known]]:
    table = list(rows("countries.tsv"))
    for r in table:
        yield from ((n, Known("state", r["name"], r["iso3"], ("GOV",))) for n in (r["name"], *cells(r["aliases"])))
    for r in table:
        yield from ((n, Known("nationality", r["name"], r["iso3"])) for n in cells(r["adjectives"]))
        yield from ((n, Known("people", r["name"], r["iso3"])) for n in cells(r["people"]))
    for r in table:
        yield from ((n, Known("seat", r["name"], r["iso3"], ("GOV",))) for n in cells(r["seats"]))
        yield from ((n, Known("capital", r["name"], r["iso3"], ("GOV",))) for n in cells(r["capital"]))


def _roles() -> Iterator[tuple[str, Role]]:
    seen: set[str] = set()
    for noun, role in (*_offices(), *_plain_roles()):
        for form in (noun, _plural(noun)):
            if form not in seen:
                seen.add(form)
                yield form, role


def _offices() -> Iterator[tuple[str, Role]]:
    for r in rows("offices.tsv"):
        special = tuple((k.strip(), v.strip()) for k, _, v in (c.partition("=") for c in cells(r["special"])))
        for pattern in cells(r["patterns"]):
            yield pattern, Role(pattern, cells(r["sectors"]), "person", r["office"], special)


def _plain_roles() -> Iterator[tuple[str, Role]]:
    for r in rows("roles.tsv"):
        kind: RoleKind = "person" if r["kind"] == "person" else "body" if r["kind"] == "body" else "people"
        yield r["noun"].lower(), Role(r["noun"], cells(r["sectors"]), kind)


_OF = (" of ", " to ", " for ", " in ", " at ")


def _plural(noun: str) -> str:
    """The plural of a noun phrase, on its head ("ministers of defense")."""
    cut = min((i for i in (noun.find(p) for p in _OF) if i > 0), default=len(noun))
    head, rest = noun[:cut], noun[cut:]
    if head.endswith(("man", "woman")) and not head.endswith(("human", "german")):
        return head[:-2] + "en" + rest
    if head.endswith(("s", "x", "ch", "sh")):
        return head + "es" + rest
    if head.endswith("y") and head[-2:-1] not in set("aeiou"):
        return head[:-1] + "ies" + rest
    return head + "s" + rest


_IN_FULL = "persons_international.tsv"
"""The table of officials of many bodies and missions, whom a text that means them names in full."""


def _persons() -> Iterator[Person]:
    grouped: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    alone: set[tuple[str, str]] = set()
    for file in tables("persons"):
        for r in rows(file):
            grouped[r["name"], r["country"]].append(r)
            if file != _IN_FULL:
                alone.add((r["name"], r["country"]))
    for (name, country), entries in grouped.items():
        variants = tuple(dict.fromkeys(v for r in entries for v in cells(r["variants"])))
        tenures = tuple(Tenure(r["office"], cells(r["sectors"]), r["from"], r["to"]) for r in entries)
        yield Person(name, variants, country, tenures, (name, country) in alone)


_TITLES = {"president", "chairman", "general", "marshal", "premier", "king", "queen", "prince", "princess", "sheikh"}
_NUMERALS = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiv", "xvi", "jr", "jr.", "sr"}
_NO_SURNAMES = {"he", "no", "to", "do", "may", "said", "will", "so", "an", "we", "us", "or", "in", "on", "the", "al"}
"""Surnames that are small words as well: too dangerous alone."""
_WESTERN = {
    "john", "joseph", "david", "carrie", "jimmy", "william", "james", "paul", "peter", "andrew", "anson", "regina",
    "donald", "chris", "christopher", "henry", "eric", "martin", "nathan", "joshua", "jackie", "mary", "annette",
    "leung", "bernard", "benny", "frank", "george", "audrey", "terry", "albert", "simon", "starry", "michael", "alex",
}  # fmt: skip
_FAMILY_FIRST = {"CHN", "TWN", "KOR", "PRK", "VNM", "HKG", "KHM"}


def family_names(person: Person) -> set[str]:
    """The folded names by which a person is called for short."""
    names: set[str] = set()
    for name in (person.name, *person.variants):
        words = [w for w in name.split() if not _is_initial(w) and w.lower() not in _TITLES]
        while words and fold(words[-1]) in _NUMERALS:
            words.pop()
        if words:
            first = person.country in _FAMILY_FIRST and len(words) > 1 and fold(words[0]) not in _WESTERN
            names.add(fold(words[0] if first else words[-1]))
    return {n for n in names if len(n) > 1 and n not in _NO_SURNAMES}


def _by_surname(persons: tuple[Person, ...]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in (p for p in persons if p.alone):
        for name in sorted(family_names(person)):
            found[name].append(person)
    return {name: tuple(people) for name, people in found.items()}


def state_actor(country: str) -> Actor:
    """A state as an actor, by its ISO 3166 alpha-3 code."""
    return Actor(f"state:{country}", knowledge().states.get(country, country), "state", country, ("GOV",))


def acts_for_a_state(actor: Actor) -> bool:
    """Whether somebody is a state, or one of those who act in a state's name."""
    return actor.kind == "state" or bool(set(actor.sectors[:1]) & OFFICIAL)
