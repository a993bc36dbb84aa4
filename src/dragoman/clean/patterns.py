"""A small pattern language over words, and a matcher that reads a text once.

A pattern is a row of slots, parted by spaces. A slot is a word, several words (``a|b``), a class (``{minister}``) or
a mixture (``{minister}|envoy``); ``_`` stands for the space inside a wording of several words (``buying_and_selling``).
``[...]`` marks the focus, the words to be replaced; a pattern without it is all focus. ``!slot`` first or last is a
guard: the word before or after must not be one of these. ``slot?`` may be missing.

Words are compared in lower case. Shapes may stand where words do: ``<cap>`` a capitalised word, ``<lower>`` a word in
small letters, ``<number>`` digits, ``<edge>`` the beginning or end of the passage.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,6}|['\u2019][sS](?![^\W_])|[0-9]+(?:[.,][0-9]+)*|[^\W_]+|[^\w\s]|_")
_SHAPES = frozenset({"<cap>", "<lower>", "<number>", "<edge>"})

Words = frozenset[str]


class Word(NamedTuple):
    """A token of a text: its place, its small letters, its shape, and whether it stands in quotation marks."""

    start: int
    end: int
    text: str
    lower: str
    shape: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write a pattern: a slot a word, nothing optional. The focus is slots ``first`` up to ``last``."""

    slots: tuple[Words, ...]
    first: int
    last: int
    replacement: str
    not_before: Words = frozenset()
    not_after: Words = frozenset()
    rule: int = 0
    anchor: int = 0


class Match(NamedTuple):
    """A variant found: its focus is words ``first`` up to ``last``."""

    variant: Variant
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Index:
    """Variants by the words that their anchor slot may hold; the longest first."""

    by_word: Mapping[str, tuple[Variant, ...]] = field(default_factory=dict)


def words(text: str) -> tuple[Word, ...]:
    """The words and signs of a passage with straight quotation marks, between two empty words for its edges."""
    found = [Word(0, 0, "", "<edge>", "<edge>", False)]
    quoted = False
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token == '"':
            quoted = not quoted
        found.append(Word(match.start(), match.end(), token, token.lower(), _shape(token), quoted))
    found.append(Word(len(text), len(text), "", "<edge>", "<edge>", False))
    return tuple(found)


def _shape(token: str) -> str:
    first = token[0]
    if first.islower():
        return "<lower>"
    if first.isupper():
        return "<cap>"
    if first.isdigit():
        return "<number>"
    return "<lower>" if first.isalpha() else "<sign>"


def compile_pattern(pattern: str, replacement: str, classes: Mapping[str, Words], rule: int) -> tuple[Variant, ...]:
    """The variants of a pattern. Raises ValueError for an unknown class or a misplaced bracket."""
    before, body, after = _guards(pattern.replace("[", " [ ").replace("]", " ] ").split())
    slots, first, last = _focus(body)
    choices = [_choices(slot, classes) for slot in slots]
    pairs = _pairs(slots[first:last], choices[first:last], replacement, first)
    variants: list[Variant] = []
    for picked in product(*choices):
        said = replacement if pairs is None else pairs[1][choices[pairs[0]].index(picked[pairs[0]])]
        flat = [word for choice in picked for word in choice]
        start = sum(len(choice) for choice in picked[:first])
        end = start + sum(len(choice) for choice in picked[first:last])
        guard_before = _words(before, classes) if before else frozenset()
        guard_after = _words(after, classes) if after else frozenset()
        if end > start:
            variants.append(Variant(tuple(flat), start, end, said, guard_before, guard_after, rule, _anchor(flat)))
    return tuple(variants)


def _guards(slots: list[str]) -> tuple[str, list[str], str]:
    before = slots.pop(0)[1:] if slots and slots[0].startswith("!") else ""
    after = slots.pop()[1:] if slots and slots[-1].startswith("!") else ""
    return before, slots, after


def _focus(body: Sequence[str]) -> tuple[list[str], int, int]:
    slots = [slot for slot in body if slot not in "[]"]
    if "[" not in body:
        return slots, 0, len(slots)
    first, last = body.index("["), body.index("]") - 1
    if body.count("[") != 1 or body.count("]") != 1 or first >= last:
        raise ValueError(f"the focus of a pattern is one stretch in brackets: {' '.join(body)}")
    return slots, first, last


Choice = tuple[Words, ...]


def _choices(slot: str, classes: Mapping[str, Words]) -> list[Choice]:
    """The ways to fill a slot: all single words at once, each wording of several words by itself, or nothing."""
    optional = slot.endswith("?") and len(slot) > 1
    every = _words(slot[:-1] if optional else slot, classes)
    single = frozenset(word for word in every if " " not in word)
    many = sorted(every - single)
    found: list[Choice] = [(single,)] if single else []
    found += [tuple(frozenset({word}) for word in wording.split(" ")) for wording in many]
    return [*found, ()] if optional else found


def _words(slot: str, classes: Mapping[str, Words]) -> Words:
    found: set[str] = set()
    for part in slot.split("|"):
        if part.startswith("{") and part.endswith("}"):
            if part[1:-1] not in classes:
                raise ValueError(f"no class {part}")
            found |= classes[part[1:-1]]
        elif part.startswith("<") and part not in _SHAPES:
            raise ValueError(f"no shape {part}")
        else:
            found.add(spaced(part))
    return frozenset(found)


def spaced(wording: str) -> str:
    """A wording as the tokens of a text, parted by spaces: ``high-level`` is three."""
    if wording in _SHAPES or len(wording) == 1:
        return wording
    return " ".join(_TOKEN.findall(wording.replace("_", " ").lower()))


def _pairs(
    focus: Sequence[str], choices: list[list[Choice]], replacement: str, first: int
) -> tuple[int, list[str]] | None:
    """Where focus and replacement have as many alternatives, they go together one by one."""
    said = replacement.split("|")
    if len(said) == 1:
        return None
    for place, slot in enumerate(focus):
        parts = slot.split("|")
        if len(parts) == len(said):
            choices[place][:] = [tuple(frozenset({word}) for word in spaced(part).split(" ")) for part in parts]
            return first + place, said
    raise ValueError(f"no slot with {len(said)} alternatives for {replacement!r}")


_COMMON = frozenset(
    "the a an of in on at to for by with from and or is are was were be been has had have that it its his her their "
    "as not no this which who will would said after before 's . , - <cap> <lower> <number> <edge>".split()
)


def _anchor(slots: Sequence[Words]) -> int:
    """The slot that finds the fewest false starts: no common word, no shape, few words, long ones."""

    def cost(place: int) -> tuple[bool, int, int]:
        slot = slots[place]
        return bool(slot & _COMMON), len(slot), -min(len(word) for word in slot)

    best = min(range(len(slots)), key=cost)
    if slots[best] & _SHAPES:
        raise ValueError("a pattern needs a slot of words alone")
    return best


def index(variants: Sequence[Variant]) -> Index:
    """An index over variants; of two that begin at one word, the longer is tried first, then the earlier."""
    by_word: dict[str, list[Variant]] = {}
    for variant in sorted(variants, key=lambda v: (-len(v.slots), v.rule)):
        for word in variant.slots[variant.anchor]:
            by_word.setdefault(word, []).append(variant)
    return Index({word: tuple(found) for word, found in by_word.items()})


def matches(text: Sequence[Word], where: Index) -> list[Match]:
    """All matches of an index's variants, overlapping ones too, in the order of the words that anchor them."""
    by_word = where.by_word
    found: list[Match] = []
    for place, word in enumerate(text):
        for variant in by_word.get(word.lower, ()):
            start = place - variant.anchor
            if _fits(text, start, variant):
                found.append(Match(variant, start + variant.first, start + variant.last))
    return found


def _fits(text: Sequence[Word], start: int, variant: Variant) -> bool:
    slots = variant.slots
    if start < 0 or start + len(slots) > len(text):
        return False
    for slot, word in zip(slots, text[start : start + len(slots)], strict=True):
        if word.lower not in slot and word.shape not in slot:
            return False
    if _guards_against(text, start - 1, variant.not_before):
        return False
    return not _guards_against(text, start + len(slots), variant.not_after)


def _guards_against(text: Sequence[Word], place: int, guard: Words) -> bool:
    if not guard or not 0 <= place < len(text):
        return False
    return text[place].lower in guard or text[place].shape in guard
