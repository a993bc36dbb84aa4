"""What a report's text leaves to compare when its wording is changed: words in order, names, numbers, content words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import islice

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\"“”‘•\n\]|])[\s\"“‘'(]*$")
_ENDINGS = ("ingly", "edly", "ing", "ies", "ied", "'s", "es", "ed", "ly", "s")
_LONGEST = 6000
"""Words of a report that are compared; a longer text is a transcript or a book, told apart by its beginning."""


@cache
def common_words() -> frozenset[str]:
    """Words that say nothing about which happening a report is on."""
    lines = files("dragoman.link").joinpath("data/common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A lower-case word without its commonest endings; crude on purpose, the same for all forms that matter."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True)
class Profile:
    """A text's ``words`` (lower case, in order) and its ``features``.

    A feature is the stem of a content word with its weight: 2 for names and numbers, which survive rewording,
    1 for the rest. ``first`` is the position of a feature's first occurrence.
    """

    words: tuple[str, ...]
    features: dict[str, int]
    first: dict[str, int]

    @cached_property
    def weight(self) -> int:
        return sum(self.features.values())

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(zip(self.words, self.words[1:], strict=False))

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Runs of five words; the whole text where it is shorter."""
        return frozenset(shingles(self.words, 5))


def shingles(words: Sequence[str], size: int) -> list[str]:
    """All runs of ``size`` words; one run of all words where there are fewer, none for an empty text."""
    if not words:
        return []
    return [" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]


def profile(text: str) -> Profile:
    """Reads a text into its ``Profile``."""
    words: list[str] = []
    features: dict[str, int] = {}
    first: dict[str, int] = {}
    common = common_words()
    plain = text.replace("’", "'")
    for index, match in enumerate(islice(_WORD.finditer(plain), _LONGEST)):
        word = match.group()
        low = word.lower()
        words.append(low)
        if low in common or len(low) < 2 and not low.isdigit():
            continue
        key = stem(low)
        if key not in first:
            first[key] = index
            features[key] = 1
        if features[key] == 1 and _is_name(word, plain, match.start()):
            features[key] = 2
    return Profile(tuple(words), features, first)


def _is_name(word: str, text: str, position: int) -> bool:
    if word[0].isdigit():
        return True
    return word[0].isupper() and _SENTENCE_START.search(text[max(0, position - 4) : position]) is None


def content_stems(text: str) -> frozenset[str]:
    """Stems of a text's content words: the keys of its profile's features, without the rest."""
    words = set(_WORD.findall(text.lower().replace("’", "'"))) - common_words()
    return frozenset([stem(word) for word in words if len(word) > 1 or word.isdigit()])


@lru_cache(maxsize=16384)
def phrase_stems(phrase: str) -> frozenset[str]:
    """``content_stems`` of a short phrase, which comes again and again: a name, a predicate."""
    return content_stems(phrase)
