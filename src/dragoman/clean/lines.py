"""A text cut into its lines and paragraphs, by offsets into the source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f"
"""Characters that show nothing: soft hyphens, zero-width spaces and joiners, direction marks, control characters."""

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_BREAKS}]+")
_SEEN = re.compile(rf"[^\s{INVISIBLE}]")
_WRAPPED = range(45, 101)
_SENTENCE_END = frozenset(".!?:;\"'”’)…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that shows something: ``source[start:end] == text``, no space at either end.

    ``gap`` says that a blank line, or the text's beginning, stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open offsets into the source, and the rule that took it out."""

    start: int
    end: int
    rule: str


def trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` without the white space at both ends of the stretch."""
    piece = source[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, max(start + left, start + len(piece.rstrip()))


def split_lines(source: str) -> tuple[tuple[Line, ...], tuple[Stretch, ...]]:
    """The lines that show something, and those that hold invisible characters alone."""
    shown: list[Line] = []
    empty: list[Stretch] = []
    previous_end = -2
    for match in _LINE.finditer(source):
        start, end = trimmed(source, match.start(), match.end())
        if start == end:
            continue
        text = source[start:end]
        if _SEEN.search(text) is None:
            empty.append(Stretch(start, end, "blank"))
            continue
        shown.append(Line(start, end, text, _gap(source, previous_end, match.start())))
        previous_end = match.end()
    return tuple(shown), tuple(empty)


def _gap(source: str, previous_end: int, start: int) -> bool:
    """Whether more than one line break lies between two lines."""
    if previous_end < 0:
        return True
    between = source[previous_end:start].replace("\r\n", "\n")
    return sum(sign in _BREAKS for sign in between) > 1


def paragraphs(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines as paragraphs: blocks whose lines were broken at a fixed width are put together again."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return tuple(paragraph for block in blocks for paragraph in _joined(block))


def _joined(block: Sequence[Line]) -> Sequence[Line]:
    if not _is_wrapped(block):
        return block
    first, last = block[0], block[-1]
    return [Line(first.start, last.end, "\n".join(line.text for line in block), first.gap)]


def _is_wrapped(block: Sequence[Line]) -> bool:
    """Whether the lines of a block are one paragraph broken at a fixed width."""
    body = block[:-1]
    if not body or any(len(line.text) not in _WRAPPED for line in body) or len(block[-1].text) > _WRAPPED[-1]:
        return False
    return sum(line.text[-1] not in _SENTENCE_END for line in body) * 2 > len(body)
