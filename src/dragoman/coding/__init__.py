"""Predicates and their parties to PLOVER event types and modes."""

from dragoman.coding.contexts import contexts_of, intensity_of
from dragoman.coding.lexicon import lexicon
from dragoman.coding.stage import code

__all__ = ["code", "contexts_of", "intensity_of", "lexicon"]
