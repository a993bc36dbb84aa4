"""CleanText to AnnotatedText."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from dragoman.annotate.headline import headline_case
from dragoman.annotate.parser import Parser
from dragoman.types.text import AnnotatedText, CleanText, Sentence, Token

BATCH = 24
"""Reports parsed together: enough to fill the parser's batches, few enough to keep memory flat."""


def annotate(cleans: Iterable[CleanText], parser: Parser) -> Iterator[AnnotatedText]:
    """Parses reports in batches; yields them in order."""
    source = iter(cleans)
    while batch := list(islice(source, BATCH)):
        texts = [text for clean in batch for text in _texts(clean)]
        docs = parser.parse(texts)
        for clean in batch:
            yield AnnotatedText(clean, _sentences(list(islice(docs, len(clean.passages)))))


def _texts(clean: CleanText) -> Iterator[str]:
    body = " ".join(p.text for p in clean.passages if p.kind == "body")
    for passage in clean.passages:
        yield passage.text if passage.kind == "body" else headline_case(passage.text, body)


def _sentences(docs: Sequence[Doc]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for number, doc in enumerate(docs):
        inside = _quoted_tokens(doc)
        for sent in doc.sents:
            if not sent.text.isspace():
                found.append(_sentence(len(found), number, sent, inside))
    return tuple(found)


def _sentence(index: int, passage: int, sent: SpacySpan, inside: Sequence[bool]) -> Sentence:
    first = sent.start
    tokens = tuple(
        Token(
            index=t.i - first,
            start=t.idx,
            end=t.idx + len(t.text),
            text=t.text,
            lemma=t.lemma_.lower() if t.pos_ != "PROPN" else t.text,
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i - first,
            entity=t.ent_type_,
            entity_begins=t.ent_iob_ == "B",
        )
        for t in sent
    )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    quoted = _ranges([inside[t.i] for t in sent])
    end = max(t.end for t in tokens if not t.text.isspace())
    start = min(t.start for t in tokens if not t.text.isspace())
    return Sentence(index, passage, start, end, tokens, tuple(map(tuple, children)), quoted)


def _quoted_tokens(doc: Doc) -> list[bool]:
    """Which tokens stand within double quotation marks; a mark left open closes with its passage."""
    inside, flags = False, []
    for token in doc:
        if token.text in {'"', "''", "``", "“", "”"}:
            inside = not inside
            flags.append(False)
        else:
            flags.append(inside)
    return flags


def _ranges(flags: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for i, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            found.append((start, i))
            start = None
    return tuple(found)
