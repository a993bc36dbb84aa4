"""Other names for the same sentence: countries, persons, days, months, years and numbers, each within its kind."""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.corpus import Example, Span

DATA = Path(__file__).parent.parent / "src" / "dragoman" / "ontology" / "data"
_KINDS = ("name", "adjectives", "capital")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_LEFT_ALONE = {"Georgia", "Jordan", "Turkey", "Chad", "Guinea", "Mali", "Man"}
"""Names that are words or names of other things as well."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf8") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)


class Augmenter:
    """Makes variants of an example; spans move with the text."""

    def __init__(self, rng: random.Random, share: float = 0.6) -> None:
        self.rng = rng
        self.share = share
        self.forms: dict[str, tuple[str, str]] = {}
        self.countries: dict[str, dict[str, list[str]]] = {}
        for row in _rows("countries.tsv"):
            forms = {k: [f for f in row[k].split("|")[:1] if f] for k in _KINDS}
            if all(forms.values()) and row["name"] not in _LEFT_ALONE:
                self.countries[row["iso3"]] = forms
                for kind in _KINDS:
                    self.forms[forms[kind][0]] = (row["iso3"], kind)
        self.persons = [
            row["name"]
            for name in ("persons_asia_africa.tsv", "persons_europe_americas.tsv")
            for row in _rows(name)
            if 1 < len(row["name"].split()) < 4
        ]
        known = set(self.persons)
        words = sorted([*self.forms, *known], key=len, reverse=True)
        self.pattern = re.compile(
            r"\b(?:" + "|".join(map(re.escape, [*words, *_DAYS, *_MONTHS])) + r"|(?:19|20)\d\d|\d{2,3})\b"
        )
        self.known = known

    def __call__(self, example: Example) -> Example:
        """The example itself, or with other names."""
        if self.rng.random() > self.share:
            return example
        mapping: dict[str, str] = {}
        edits = [
            (m.start(), m.end(), new)
            for m in self.pattern.finditer(example.text)
            if (new := self._other(m[0], mapping))
        ]
        return _edited(example, edits)

    def _other(self, found: str, mapping: dict[str, str]) -> str:
        if found in self.forms:
            iso, kind = self.forms[found]
            other = mapping.setdefault(iso, self.rng.choice(list(self.countries)))
            return self.countries[other][kind][0]
        if found in self.known:
            return mapping.setdefault(found, self.rng.choice(self.persons))
        for words in (_DAYS, _MONTHS):
            if found in words:
                return "" if found in {"May", "March"} else self.rng.choice(words)
        if len(found) == 4:
            return (
                str(int(found[:2] + "00") + self.rng.randrange(40, 100))
                if found.startswith("19")
                else f"20{self.rng.randrange(27):02}"
            )
        return str(self.rng.randrange(10 ** (len(found) - 1), 10 ** len(found)))


def _edited(example: Example, edits: list[tuple[int, int, str]]) -> Example:
    parts: list[str] = []
    moved: list[tuple[int, int]] = []
    last = shift = 0
    for start, end, new in edits:
        parts += [example.text[last:start], new]
        last = end
        shift += len(new) - (end - start)
        moved.append((end, shift))
    parts.append(example.text[last:])

    def at(offset: int) -> int:
        return offset + next((s for end, s in reversed(moved) if offset >= end), 0)

    inside = {o for start, end, _ in edits for o in range(start + 1, end)}
    if any(s.start in inside or s.end in inside for s in example.spans):
        return example
    spans = tuple(Span(s.role, s.event, at(s.start), at(s.end)) for s in example.spans)
    return replace(example, text="".join(parts), spans=spans)
