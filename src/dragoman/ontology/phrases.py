"""Finding many known phrases in a text at once.

A phrase is a sequence of word pieces (runs of letters and digits), so that ``U.S.``, ``al-Qaida`` and ``People's``
match however a tokenizer cuts them. Letters that a phrase has as capitals must be capitals in the text as well;
a phrase in small letters matches any case.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match[T]:
    """A phrase found at ``text[start:end]``, with what is known of it."""

    start: int
    end: int
    value: T


def fold(word: str) -> str:
    """Small letters without accents."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@lru_cache(maxsize=64)
def _pieces(text: str) -> tuple[list[tuple[int, int, str]], list[str]]:
    """The pieces of a text, with their places, and their keys; several indices read each text one after the other."""
    found = [(m.start(), m.end(), m[0]) for m in _PIECE.finditer(text)]
    return found, [fold(word) for _, _, word in found]


type _Entry[T] = tuple[tuple[str, ...], tuple[str, ...], T]
"""A phrase's keys, its pieces as written, and what is known of it."""


class PhraseIndex[T]:
    """Phrases by their pieces. Longest match first, from left to right, without overlap."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._raw: dict[str, list[tuple[str, T]]] = {}
        self._by_first: dict[str, dict[str, list[_Entry[T]]]] = {}
        for phrase, value in phrases:
            first = _PIECE.search(phrase)
            if first is not None:
                self._raw.setdefault(fold(first[0]), []).append((phrase, value))

    def _beginning_with(self, first: str) -> dict[str, list[_Entry[T]]]:
        """The phrases that begin with a piece, by their second one, longest first. Cut into pieces when first asked
        for: a text meets few of the tables' words.
        """
        if first not in self._by_first:
            by_second: dict[str, list[_Entry[T]]] = {}
            for phrase, value in self._raw[first]:
                pieces = tuple(_PIECE.findall(phrase))
                keys = tuple(map(fold, pieces))
                by_second.setdefault(keys[1] if len(keys) > 1 else "", []).append((keys, pieces, value))
            for entries in by_second.values():
                entries.sort(key=lambda e: -len(e[0]))
            self._by_first[first] = by_second
        return self._by_first[first]

    def find(self, text: str) -> Iterator[Match[T]]:
        """All matches in ``text``."""
        found, keys = _pieces(text)
        free = 0
        for i, key in enumerate(keys):
            if i < free or key not in self._raw:
                continue
            entry = self._longest(text, found, keys, i)
            if entry is not None:
                length, value = entry
                yield Match(found[i][0], found[i + length - 1][1], value)
                free = i + length

    def get(self, phrase: str) -> T | None:
        """What is known of ``phrase`` as a whole."""
        for match in self.find(phrase):
            if match.start == 0 and match.end >= len(phrase.rstrip(".'")):
                return match.value
            return None
        return None

    def _longest(self, text: str, found: list[tuple[int, int, str]], keys: list[str], i: int) -> tuple[int, T] | None:
        known = self._beginning_with(keys[i])
        second = keys[i + 1] if i + 1 < len(keys) else ""
        for entry_keys, pieces, value in (*known.get(second, ()), *known.get("", ())):
            n = len(entry_keys)
            if tuple(keys[i : i + n]) == entry_keys and all(
                _case_fits(piece, found[i + k][2]) for k, piece in enumerate(pieces)
            ):
                if n == 1 or _joined(text, found[i : i + n]):
                    return n, value
        return None


def _case_fits(piece: str, word: str) -> bool:
    if piece.islower() or piece.isdigit():
        return True
    if piece.isupper():
        return word.isupper() or (len(piece) == 1 and word[0].isupper())
    return word[0].isupper() or not piece[0].isupper()


def _joined(text: str, run: list[tuple[int, int, str]]) -> bool:
    """Whether the pieces stand close enough to be one name: no sentence mark or bracket between them."""
    return all(
        len(gap := text[a[1] : b[0]]) <= 3 and not any(c in ',;:()[]"!?' for c in gap)
        for a, b in zip(run, run[1:], strict=False)
    )
