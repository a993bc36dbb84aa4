"""Sentences, tokens, syntax, named entities and quotations of a clean text."""

from dragoman.annotate.parser import Parser, load_parser
from dragoman.annotate.stage import annotate

__all__ = ["Parser", "annotate", "load_parser"]
