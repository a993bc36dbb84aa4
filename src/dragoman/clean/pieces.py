"""The way back from a passage's text to the source: pieces, and edits that keep them true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.types.text import Piece


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage in the making. ``pieces`` lie end to end over ``text``."""

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in place of the draft's characters ``start`` to ``end``; ``rule`` says why."""

    start: int
    end: int
    text: str
    rule: str


class _Writer:
    """Collects text and the pieces that lie over it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def add(self, text: str, source_start: int, source_end: int, rule: str) -> None:
        end = self.length + len(text)
        self.pieces.append(Piece(self.length, end, source_start, source_end, bool(rule), rule))
        self.text.append(text)
        self.length = end

    def draft(self) -> Draft:
        return Draft("".join(self.text), tuple(self.pieces))


def draft(source: str, segments: Iterable[tuple[int, int, Iterable[Edit]]]) -> Draft:
    """Stretches of the source, one after the other: ``(start, end, edits)`` in source offsets, in order."""
    writer = _Writer()
    for start, end, edits in segments:
        at = start
        for edit in edits:
            if at < edit.start:
                writer.add(source[at : edit.start], at, edit.start, "")
            writer.add(edit.text, edit.start, edit.end, edit.rule)
            at = edit.end
        if at < end:
            writer.add(source[at:end], at, end, "")
    return writer.draft()


def edited(old: Draft, edits: Sequence[Edit]) -> Draft:
    """``old`` with ``edits`` (in its own positions, in order, not overlapping) made.

    An edit that would reach across a stretch taken out of the source is left undone: the two sides of a removal
    were never one wording.
    """
    if not edits:
        return old
    writer = _Writer()
    reader = _Reader(old)
    for edit in edits:
        reader.copy_to(edit.start, writer)
        reader.replace_to(edit, writer)
    reader.copy_to(len(old.text) + 1, writer)
    return writer.draft()


def stripped(old: Draft, rule: str) -> Draft:
    """``old`` without white space at its ends, by ``rule``."""
    text = old.text
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return old
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    ends = [(0, left), (max(left, right), len(text))]
    cut = [(max(p.start, start), min(p.end, end)) for start, end in ends for p in old.pieces]
    return edited(old, [Edit(start, end, "", rule) for start, end in cut if start < end])


class _Reader:
    """Walks over a draft's pieces, cutting the unrestored ones where an edit begins or ends."""

    def __init__(self, old: Draft) -> None:
        self._old = old
        self._index = 0
        self._at = 0

    def copy_to(self, end: int, writer: _Writer) -> None:
        self._copy(self._take(end), writer)

    def replace_to(self, edit: Edit, writer: _Writer) -> None:
        pieces = self._take(edit.end)
        while pieces and pieces[0].start == pieces[0].end:
            self._copy([pieces.pop(0)], writer)
        joined = all(a.source_end == b.source_start for a, b in zip(pieces, pieces[1:], strict=False))
        if pieces and joined and pieces[0].start == edit.start and pieces[-1].end == edit.end:
            writer.add(edit.text, pieces[0].source_start, pieces[-1].source_end, edit.rule)
        else:
            self._copy(pieces, writer)

    def _copy(self, pieces: Sequence[Piece], writer: _Writer) -> None:
        for piece in pieces:
            writer.add(self._old.text[piece.start : piece.end], piece.source_start, piece.source_end, piece.rule)

    def _take(self, end: int) -> list[Piece]:
        """The pieces from where the reader stands up to ``end``; a restored one is never cut."""
        taken: list[Piece] = []
        while self._index < len(self._old.pieces):
            piece = self._old.pieces[self._index]
            if piece.start >= end:
                break
            start = max(piece.start, self._at)
            stop = piece.end if piece.restored else min(piece.end, end)
            taken.append(_cut(piece, start, stop))
            self._at = stop
            if stop < piece.end:
                break
            self._index += 1
        return taken


def _cut(piece: Piece, start: int, end: int) -> Piece:
    if piece.restored or (start == piece.start and end == piece.end):
        return piece
    offset = piece.source_start - piece.start
    return Piece(start, end, start + offset, end + offset)
