"""Predicates and their parties to PLOVER event types and modes."""

from dragoman.coding.contexts import contexts_of, contexts_of_event, intensity_of
from dragoman.coding.encoder import model_problem, model_version
from dragoman.coding.lexicon import lexicon
from dragoman.coding.stage import code, event_at, text_of, views

__all__ = [
    "code", "contexts_of", "contexts_of_event", "event_at", "intensity_of", "lexicon", "model_problem", "model_version",
    "text_of", "views",
]  # fmt: skip
