"""Text with its way back to the source, and text with its grammar.

Offsets count Unicode code points. A ``Span`` always lies in the source (``Report.title`` or ``Report.text``);
positions inside a passage are plain integers and are turned into spans by ``Passage.span``.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from dragoman.types.report import Report

Field = Literal["title", "text"]
PassageKind = Literal["title", "heading", "body"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of the report's title or text, verbatim."""

    field: Field
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage and the stretch of the source that it stands for.

    ``restored`` is False where the two are the same characters, True where the wording was put right;
    ``rule`` then names the entry of the table that did it.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    restored: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading or the title as it is to be read: furniture out, spun wording restored.

    ``pieces`` lie end to end over ``text`` in order and lead each character back to ``source``, which is the whole
    of the report's title or text.
    """

    field: Field
    kind: PassageKind
    text: str
    pieces: tuple[Piece, ...]
    source: str

    def span(self, start: int, end: int) -> Span:
        """The source characters that ``text[start:end]`` stands for; a restored piece is taken whole."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters {start} to {end} in a passage of {len(self.text)}")
        first = self._piece(start)
        last = self._piece(end - 1)
        source_start = first.source_start if first.restored else first.source_start + start - first.start
        source_end = last.source_end if last.restored else last.source_start + end - last.start
        return Span(self.field, source_start, source_end, self.source[source_start:source_end])

    def _piece(self, position: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, position, key=lambda p: p.start) - 1]


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the source left out as page furniture, and which rule said so."""

    field: Field
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """A report's passages in reading order, and all that was taken out.

    ``report`` has the publisher, byline and publication date found in the text, where none was given.
    ``dateline_place`` is the place a dateline names. ``spun`` says that the wording is a machine-spun copy's.
    """

    report: Report
    passages: tuple[Passage, ...]
    removed: tuple[Removed, ...] = ()
    dateline_place: str = ""
    spun: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a sentence. ``start`` and ``end`` are positions in the passage; ``head`` is an index into the
    sentence's tokens (a root heads itself); ``entity`` is the entity label or ''.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    entity_begins: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands and its parsed tokens. ``passage`` indexes the report's passages."""

    index: int
    passage: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    quoted: tuple[tuple[int, int], ...] = ()
    """Half-open token ranges that stand within quotation marks."""

    def clause(self, index: int) -> int:
        """The nearest verb at or above a token; the root if there is none."""
        token = self.tokens[index]
        while token.head != token.index and token.pos not in {"VERB", "AUX"}:
            token = self.tokens[token.head]
        return token.index

    def path(self, index: int) -> list[int]:
        """A token and all above it, up to the root."""
        found = [index]
        while (above := self.tokens[found[-1]].head) != found[-1]:
            found.append(above)
        return found

    def subtree(self, index: int) -> list[int]:
        """A token and all below it, in order."""
        found, stack = [], [index]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(self.children[node])
        return sorted(found)

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb has its "to"."""
        return any(self.tokens[c].tag == "TO" for c in self.children[verb])

    def equation(self, noun: int) -> int | None:
        """The "be" by which a noun is said of its subject, or its subject to be one of what it names: "Chad is the only
        country that", "was among the states that", "was one of those that"; None for other nouns.
        """
        token = self.tokens[noun]
        if token.dep == "pobj":
            preposition = self.tokens[token.head]
            word = preposition.text.lower()
            one = word == "of" and self.tokens[preposition.head].lemma.lower() in {"one", "two", "three"}
            if not one and word not in {"among", "amongst"}:
                return None
            token = self.tokens[preposition.head] if one else preposition
        elif token.dep != "attr":
            return None
        return token.head if self.tokens[token.head].lemma == "be" else None

    def equal(self, noun: int) -> tuple[int, ...]:
        """The subject of whom a noun is said by its ``equation``; () for other nouns."""
        be = self.equation(noun)
        if be is None:
            return ()
        return tuple(c for c in self.children[be] if self.tokens[c].dep == "nsubj" and self.tokens[c].pos != "PRON")

    def is_quoted(self, at: int) -> bool:
        """Whether a token stands within quotation marks."""
        return any(first <= at < last for first, last in self.quoted)

    def holds(self, passage: int, start: int) -> bool:
        """Whether what begins at a position of a passage stands in it."""
        return passage == self.passage and self.start <= start < self.end

    def head_at(self, start: int, end: int) -> int | None:
        """The head token of passage positions ``start`` to ``end``; None where no token stands there."""
        inside = [t.index for t in self.tokens if t.start < end and t.end > start]
        return next((i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None)

    def is_told_with(self, at: int, start: int, end: int) -> bool:
        """Whether positions ``start`` to ``end`` follow on the phrase of a noun, or stand in the clause of a verb."""
        head = self.head_at(start, end)
        if head is None or self.tokens[at].pos == "VERB":
            return head is not None and self.clause(head) == at
        behind = max((i for i in self.subtree(at) if self.tokens[i].start < start), default=-1)
        follows = behind >= at and 0 <= start - self.tokens[behind].end <= 2
        return follows and self.clause(head) == self.clause(at)


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A clean text with its sentences in reading order."""

    clean: CleanText
    sentences: tuple[Sentence, ...]

    def span(self, sentence: Sentence, start: int, end: int) -> Span:
        """Source characters of passage positions ``start`` to ``end``."""
        return self.clean.passages[sentence.passage].span(start, end)
