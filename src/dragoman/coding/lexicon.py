"""The predicate lexicon: what words tell of an event, of which type, and where its parties stand.

The format of the tables is described in ``docs/lexicon.md``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from dragoman.errors import DataError
from dragoman.ontology.plover import EVENT_TYPES
from dragoman.ontology.tables import cells, rows

Pos = Literal["v", "n", "a"]
_PACKAGE = "dragoman.coding"
_STATUSES = {"happened", "planned", "alleged", "denied", "hypothetical", "negated"}


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on a filler: a class (``@weapons``) or a word; ``negated`` turns it round."""

    what: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A place where a party may stand, with an optional condition on what stands there."""

    where: str
    test: Test | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that must stand in one of ``where`` for a reading to hold."""

    where: tuple[str, ...]
    test: Test


@dataclass(frozen=True)
class Entry:
    """One reading of a predicate. ``words`` are its lemmas, ``head`` the index of its head among them."""

    predicate: str
    words: tuple[str, ...]
    head: int
    pos: Pos
    event_type: str
    event_mode: str
    actor: tuple[Option, ...]
    recipient: tuple[Option, ...]
    themes: tuple[Theme, ...]
    complements: tuple[tuple[str, str], ...]
    needs_complement: bool
    reciprocal: bool
    example: str
    source: str

    @property
    def label(self) -> str:
        """Type, predicate and where the reading stands, in a line."""
        return f"{self.event_type} {self.predicate}/{self.pos} ({self.source})"

    @cached_property
    def weight(self) -> float:
        """How specific a reading is: its words and conditions."""
        tests = len([t for t in self.themes if not t.test.negated]) + len([o for o in self.recipient if o.test])
        return 2 * len(self.words) + tests + 0.1 * len(self.complements)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by part of speech and head lemma, and the word classes of their conditions."""

    entries: Mapping[tuple[Pos, str], tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    event_nouns: frozenset[str]

    def tells_one_type(self, entry: Entry) -> bool:
        """Whether all readings of an entry's head word are of its type."""
        return all(e.event_type == entry.event_type for e in self.entries[entry.pos, entry.words[entry.head]])

    def of(self, pos: Pos, lemma: str, form: str) -> tuple[Entry, ...]:
        """The entries of a word, the most specific first."""
        by_lemma = self.entries.get((pos, lemma), ())
        if form == lemma or not (by_form := self.entries.get((pos, form))):
            return by_lemma
        return tuple(sorted(dict.fromkeys((*by_lemma, *by_form)), key=lambda e: -e.weight))

    def __len__(self) -> int:
        return sum(map(len, self.entries.values()))


@cache
def lexicon() -> Lexicon:
    """The package's lexicon, loaded on first use. Raises DataError naming file and line of a bad row."""
    found: dict[tuple[Pos, str], list[Entry]] = defaultdict(list)
    for event_type in EVENT_TYPES:
        for entry in _entries(event_type):
            found[entry.pos, entry.words[entry.head]].append(entry)
    classes = _classes()
    _check(found, classes)
    nouns = frozenset(lemma for (pos, lemma), _ in found.items() if pos == "n")
    return Lexicon({k: tuple(sorted(v, key=lambda e: -e.weight)) for k, v in found.items()}, classes, nouns)


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    folder = files(_PACKAGE) / "data"
    for name in sorted(e.name for e in folder.iterdir()):
        if name.startswith("classes") and name.endswith(".tsv"):
            for row in rows(name, _PACKAGE):
                found[row["class"]].update(_spaced(w.lower()) for w in cells(row["words"]))
    return {name: frozenset(words) for name, words in found.items()}


def _spaced(words: str) -> str:
    """Hyphens as tokens of their own, as the tokenizer gives them."""
    return re.sub(r"(?<=[a-z])-(?=[a-z])", " - ", words)


def _entries(event_type: str) -> Iterator[Entry]:
    name = f"predicates/{event_type}.tsv"
    for number, row in enumerate(rows(name, _PACKAGE), 2):
        source = f"{name}:{number}"
        try:
            yield _entry(event_type, row, source)
        except (ValueError, KeyError) as error:
            raise DataError(f"{_PACKAGE}/data/{source}: {error}") from error


def _entry(event_type: str, row: Mapping[str, str], source: str) -> Entry:
    words = tuple(_spaced(row["predicate"].lower()).split())
    pos = row["pos"]
    first = _spaced(row["predicate"].lower().split()[0]).split() if words else []
    if pos not in {"v", "n", "a"} or not words:
        raise ValueError(f"part of speech {pos!r} of {row['predicate']!r} is not v, n or a")
    slots = _slots(row["frame"])
    default = "subj" if pos in {"v", "a"} else "poss"
    return Entry(
        predicate=row["predicate"],
        words=words,
        head=len(words) - 1 if pos == "n" else len(first) - 1,
        pos=pos,  # type: ignore[arg-type]
        event_type=event_type,
        event_mode=row["mode"],
        actor=tuple(o for s in slots["A"] for o in _options(s)) if slots["A"] else (Option(default),),
        recipient=tuple(o for s in slots["R"] for o in _options(s)),
        themes=tuple(_theme(s) for s in slots["T"]),
        complements=tuple(_complement(how, s) for s in slots["C"] for how in s.partition("=")[0].strip("!").split("|")),
        needs_complement=any("!=" in s for s in slots["C"]),
        reciprocal=bool(slots["recip"]),
        example=row["example"],
        source=source,
    )


def _slots(frame: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {k: [] for k in ("A", "R", "T", "C", "recip")}
    for part in frame.split():
        if part == "recip":
            found["recip"].append(part)
        elif re.match(r"[ARTC]:", part):
            found[part[0]].append(part[2:])
        else:
            raise ValueError(f"a frame slot is A:, R:, T:, C: or recip, not {part!r}")
    return found


_OPTION = re.compile(r"(?P<where>[\w-]+)(?:(?P<not>!)?=(?P<what>@?[\w' -]+))?")


def _options(slot: str) -> Iterator[Option]:
    for part in slot.split("|"):
        match = _OPTION.fullmatch(part)
        if match is None:
            raise ValueError(f"unreadable slot {slot!r}")
        test = Test(match["what"], bool(match["not"])) if match["what"] else None
        if match["where"] != "-":
            yield Option(match["where"], test)


def _theme(slot: str) -> Theme:
    where, negated, what = re.fullmatch(r"([\w|-]+?)(!?)=(.+)", slot).groups()  # type: ignore[union-attr]
    return Theme(tuple(where.split("|")), Test(what, bool(negated)))


def _complement(how: str, slot: str) -> tuple[str, str]:
    status = slot.partition("=")[2]
    if status not in _STATUSES:
        raise ValueError(f"a complement's status is one of {', '.join(sorted(_STATUSES))}, not {status!r}")
    return how, status


_BUILT_IN = {"any", "actor", "person", "official", "state", "place", "event"}


def _check(found: Mapping[tuple[Pos, str], list[Entry]], classes: Mapping[str, frozenset[str]]) -> None:
    for entries in found.values():
        for entry in entries:
            tests = [t.test for t in entry.themes] + [o.test for o in (*entry.recipient, *entry.actor)]
            for test in tests:
                if test and test.what.startswith("@") and test.what[1:] not in classes.keys() | _BUILT_IN:
                    raise DataError(f"{_PACKAGE}/data/{entry.source}: no class {test.what}")
