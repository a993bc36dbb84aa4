"""CleanText to AnnotatedText."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from dragoman.annotate.headline import headline_case
from dragoman.annotate.parser import Parser
from dragoman.ontology.tables import rows
from dragoman.types.text import AnnotatedText, CleanText, Sentence, Token


def annotate(clean: CleanText, parser: Parser) -> AnnotatedText:
    """Parses the passages of a report together."""
    return AnnotatedText(clean, _sentences(list(parser.parse(_texts(clean)))))


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
            lemma=_lemmas().get(t.lower_, t.lemma_.lower()) if t.pos_ != "PROPN" else t.text,
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i - first,
            entity="" if _trails(t) else t.ent_type_,
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


_NAMES = {"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"}


def _trails(token: SpacyToken) -> bool:
    """Whether the recogniser took an adverb after a name into it: "Al-Shabaab later"."""
    if token.ent_iob_ != "I" or token.pos_ != "ADV" or not token.is_lower or token.ent_type_ not in _NAMES:
        return False
    return token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"


@cache
def _lemmas() -> dict[str, str]:
    """Lemmas of verb forms that the lemmatizer gets wrong."""
    return {r["form"]: r["lemma"] for r in rows("lemmas.tsv", "dragoman.annotate")}


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
