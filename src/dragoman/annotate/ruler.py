"""spaCy's attribute ruler, its rules looked up by what a token is instead of searched for in each text.

The rules of the English pipelines test the tag, the lower-case form, the label and whether a token is a space, of one
token or of two in a row. Tokens alike in these meet the same rules, so that each kind is tried once.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_MOST_KINDS = 100_000
_TESTED = ("TAG", "LOWER", "DEP", "IS_SPACE")
Kind = tuple[int, int, int, int]
"""A token's figures for what is tested; for all but the last, numbers of strings."""
Values = tuple[str, str, str, bool]
Pattern = Mapping[str, Any]
Rule = tuple[int, Sequence[Pattern]]
Match = tuple[int, int, int, int]


def quicken(ruler: AttributeRuler) -> None:
    """Gives a ruler a quicker ``match`` with the same result; one whose rules test anything else stays as it is."""
    told: Any = ruler.patterns
    rules: list[Rule] = [(number, pattern) for number, rule in enumerate(told) for pattern in rule["patterns"]]
    if all(len(pattern) <= 2 and all(map(_is_known, pattern)) for _, pattern in rules):
        ruler.match = _Rules(ruler, rules).match  # type: ignore[method-assign]


class _Rules:
    def __init__(self, ruler: AttributeRuler, rules: Sequence[Rule]) -> None:
        self._by_lower: dict[str, list[Rule]] = defaultdict(list)
        self._by_tag: dict[str, list[Rule]] = defaultdict(list)
        self._others: list[Rule] = []
        for rule in rules:
            self._shelf(rule[1][0]).append(rule)
        self._ids = [ruler.vocab.strings.add(str(number)) for number in range(len(ruler.patterns))]
        self._strings = ruler.vocab.strings
        self._of_kind: dict[Kind, tuple[tuple[int, ...], tuple[tuple[int, Pattern], ...]]] = {}

    def _shelf(self, first: Pattern) -> list[Rule]:
        """Where a rule with this first token is looked up: by the form or the tag that it asks for."""
        for shelf, name in ((self._by_lower, "LOWER"), (self._by_tag, "TAG")):
            if isinstance(first.get(name), str):
                return shelf[first[name]]
        return self._others

    def match(self, doc: Doc) -> list[Match]:
        """Rule, its id, first and last (exclusive) token of each match, in the order in which they are applied."""
        kinds: list[Kind] = [tuple(row) for row in doc.to_array(list(_TESTED)).tolist()]
        found: set[Match] = set()
        for i, kind in enumerate(kinds):
            alone, first = self._meets(kind)
            found.update((rule, self._ids[rule], i, i + 1) for rule in alone)
            for rule, second in first:
                if i + 1 < len(kinds) and _holds(second, self._told(kinds[i + 1])):
                    found.add((rule, self._ids[rule], i, i + 2))
        return sorted(found)

    def _meets(self, kind: Kind) -> tuple[tuple[int, ...], tuple[tuple[int, Pattern], ...]]:
        """The rules that a token meets, and those of two whose first it meets, with what they ask of the second."""
        held = self._of_kind.get(kind)
        if held is None:
            told = self._told(kind)
            likely = (*self._by_lower.get(told[1], ()), *self._by_tag.get(told[0], ()), *self._others)
            met = [(rule, pattern) for rule, pattern in likely if _holds(pattern[0], told)]
            alone = tuple(rule for rule, pattern in met if len(pattern) == 1)
            held = alone, tuple((rule, pattern[1]) for rule, pattern in met if len(pattern) == 2)
            if len(self._of_kind) >= _MOST_KINDS:
                self._of_kind.clear()
            self._of_kind[kind] = held
        return held

    def _told(self, kind: Kind) -> Values:
        tag, lower, dep, is_space = kind
        return self._strings[tag], self._strings[lower], self._strings[dep], bool(is_space)


def _is_known(pattern: Pattern) -> bool:
    for name, wanted in pattern.items():
        if name not in _TESTED or (isinstance(wanted, dict) and not wanted.keys() <= {"IN", "NOT_IN", "REGEX"}):
            return False
    return True


def _holds(pattern: Pattern, values: Values) -> bool:
    for name, value in zip(_TESTED, values, strict=True):
        if name not in pattern:
            continue
        wanted = pattern[name]
        if not isinstance(wanted, dict):
            if wanted != value:
                return False
        elif not all(_passes(test, operand, value) for test, operand in wanted.items()):
            return False
    return True


def _passes(test: str, operand: Any, value: object) -> bool:
    match test:
        case "IN":
            return value in operand
        case "NOT_IN":
            return value not in operand
    return re.search(operand, str(value)) is not None
