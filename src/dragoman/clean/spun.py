"""Spun wording put right: thesaurus synonyms that a program put in so that a copy would not be found.

What is said of a word is data: ``data/spun_rules.tsv`` (patterns and what they stand for), ``data/spun_classes.tsv``
(word classes used in them), ``data/spun_names.tsv`` (names of bodies and places, whose words may each have been
swapped for a synonym of ``data/spun_synonyms.tsv``). Rules marked ``always`` are safe in any report; those marked
``spun`` are followed only in a report whose wording shows that it was spun, and inside quotation marks only where the
wording of the quotations shows it too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dragoman.clean.patterns import Index, Match, Variant, Word, Words, compile_pattern, index, matches, spaced, words
from dragoman.clean.pieces import Draft, Edit, edited
from dragoman.clean.tables import rows

MIN_RULES = 3
"""Different rules that must have been met before a report counts as spun, one of them a rule that is sure."""
MIN_RULES_UNSURE = 7
"""The same where none of them is sure by itself."""
MIN_RULES_QUOTED = 4
"""The same for the quotations of a spun report, which most programs leave alone."""
MIN_DENSITY = 1.2
"""Evidence needed for a hundred words. The evidence of a rule counts for its first three matches."""
_COUNTED = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the tables. ``evidence`` is what a match says for the report being spun (0: nothing)."""

    name: str
    always: bool
    evidence: int
    veto: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Tables:
    rules: tuple[Rule, ...]
    every: Index
    vetoes: Index


@cache
def classes() -> dict[str, Words]:
    """The word classes. A class names words and, in braces, classes above it."""
    found: dict[str, Words] = {}
    for name, listed in rows("spun_classes.tsv", 2):
        members: set[str] = set()
        for part in listed.split("|"):
            members |= found[part[1:-1]] if part.startswith("{") else {spaced(part)}
        found[name] = found.get(name, frozenset()) | frozenset(members)
    return found


@cache
def tables() -> Tables:
    """The compiled tables. Raises ValueError for a row that can't be read."""
    rules: list[Rule] = []
    variants: list[Variant] = []
    vetoes: list[Variant] = []
    for group, when, evidence, pattern, replacement in rows("spun_rules.tsv", 5):
        mode, _, veto = when.partition(" unless ")
        name = f"{group}: {pattern} > {replacement}"
        if mode not in ("always", "spun", "veto"):
            raise ValueError(f"neither always, spun nor veto: {name}")
        target = vetoes if mode == "veto" else variants
        target += compile_pattern(pattern, replacement, classes(), len(rules))
        rules.append(Rule(group if mode == "veto" else name, mode == "always", int(evidence or 0), veto, False))
    for name, when, evidence in rows("spun_names.tsv", 3):
        variants += _name_variants(name, len(rules))
        rules.append(Rule(f"name: {name}", when == "always", int(evidence or 2), "", True))
    return Tables(tuple(rules), index(variants), index(vetoes))


@cache
def _synonyms() -> dict[str, str]:
    return {word: swapped for word, swapped in rows("spun_synonyms.tsv", 2)}


def _name_variants(name: str, rule: int) -> tuple[Variant, ...]:
    """Every way to write a name with some of its words swapped."""
    slots = ["|".join(filter(None, (word, _synonyms().get(word, "")))) for word in _plain(name)]
    return compile_pattern(" ".join(slots), name, {}, rule)


@cache
def _plain(name: str) -> tuple[str, ...]:
    return tuple(word.lower for word in words(name)[1:-1])


class _Found(NamedTuple):
    """A match in one of the report's passages."""

    rule: Rule
    match: Match
    text: Sequence[Word]

    @property
    def quoted(self) -> bool:
        return self.text[self.match.first].quoted


def restore(drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], bool]:
    """The drafts with spun wording put right, and whether the report is a spun copy."""
    texts = [words(draft.text) for draft in drafts]
    known = tables()
    vetoed = {known.rules[m.variant.rule].name for text in texts for m in matches(text, known.vetoes)}
    found = [_sound(text, known, vetoed) for text in texts]
    told = [[hit for hit in hits if hit.rule.always or not hit.quoted] for hits in found]
    chosen = [_chosen(hits) for hits in told]
    spun = _is_spun([hit for hits in chosen for hit in hits], sum(len(text) for text in texts))
    if not spun:
        chosen = [_chosen([hit for hit in hits if hit.rule.always]) for hits in told]
    elif _are_quotes_spun(texts, found):
        chosen = [_chosen(hits) for hits in found]
    return tuple(_restored(d, hits) for d, hits in zip(drafts, chosen, strict=True)), spun


def _sound(text: Sequence[Word], known: Tables, vetoed: set[str]) -> list[_Found]:
    """The matches in a passage that nothing speaks against."""
    found = [_Found(known.rules[match.variant.rule], match, text) for match in matches(text, known.every)]
    return [hit for hit in found if _holds(hit, vetoed)]


def _holds(hit: _Found, vetoed: set[str]) -> bool:
    if hit.rule.veto and hit.rule.veto in vetoed:
        return False
    return not hit.rule.exact or _is_swapped_name(hit)


def _is_swapped_name(hit: _Found) -> bool:
    focus = hit.text[hit.match.first : hit.match.last]
    if focus[0].shape != "<cap>" or sum(word.shape == "<cap>" for word in focus) < 2:
        return False
    return tuple(word.lower for word in focus) != _plain(hit.match.variant.replacement)


def _chosen(found: Iterable[_Found]) -> list[_Found]:
    """The longest match wins where several overlap, then the one that begins first."""
    taken: dict[int, _Found] = {}
    for hit in sorted(found, key=_precedence):
        places = range(hit.match.first, hit.match.last)
        if not any(place in taken for place in places):
            taken |= dict.fromkeys(places, hit)
    return [hit for place, hit in sorted(taken.items()) if place == hit.match.first]


def _is_spun(found: Sequence[_Found], length: int, least: int = 0) -> bool:
    """Whether the matches in a text of some words show that it was spun; ``least`` rules are enough, if given."""
    counts = Counter(hit.rule for hit in found if hit.rule.evidence)
    evidence = sum(rule.evidence * min(count, _COUNTED) for rule, count in counts.items())
    enough = least or (MIN_RULES if any(rule.always for rule in counts) else MIN_RULES_UNSURE)
    return len(counts) >= enough and evidence * 100 >= MIN_DENSITY * length


def _are_quotes_spun(texts: Sequence[Sequence[Word]], found: Sequence[Sequence[_Found]]) -> bool:
    """Whether a spun copy has the words of those whom it quotes swapped too; most leave them alone."""
    quoted = [hit for hits in found for hit in _chosen(h for h in hits if h.quoted)]
    return _is_spun(quoted, sum(word.quoted for text in texts for word in text), MIN_RULES_QUOTED)


def _restored(draft: Draft, found: Iterable[_Found]) -> Draft:
    return edited(draft, [edit for hit in found if (edit := _edit(draft, hit))])


def _precedence(hit: _Found) -> tuple[int, int, int, int]:
    focus = hit.match.last - hit.match.first
    return -focus, -len(hit.match.variant.slots), hit.match.first, hit.match.variant.rule


def _edit(draft: Draft, hit: _Found) -> Edit | None:
    focus = hit.text[hit.match.first : hit.match.last]
    start, end = focus[0].start, focus[-1].end
    said = re.sub(r"\$([1-9])", lambda m: focus[int(m[1]) - 1].text, hit.match.variant.replacement)
    text = said if hit.rule.exact or said != hit.match.variant.replacement else recased(focus, said)
    return None if text == draft.text[start:end] else Edit(start, end, text, hit.rule.name)


_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "on", "a", "an", "with", "at", "by"})


def recased(focus: Sequence[Word], replacement: str) -> str:
    """``replacement`` with the capitals of the words it stands for; capitals of its own stay."""
    letters = [word for word in focus if word.text[0].isalpha()]
    if letters and all(word.text.isupper() for word in letters) and sum(len(w.text) for w in letters) > 2:
        return replacement.upper()
    capitals = [word.shape == "<cap>" for word in letters if word.lower not in _SMALL]
    if len(capitals) > 1 and all(capitals):
        return " ".join(w if w in _SMALL and n else w[:1].upper() + w[1:] for n, w in enumerate(replacement.split(" ")))
    if letters and letters[0].shape == "<cap>":
        return replacement[:1].upper() + replacement[1:]
    return replacement
