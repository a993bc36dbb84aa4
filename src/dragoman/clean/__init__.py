"""Cleaning: page furniture out, byline and dateline read, spun wording restored, every character led back.

``clean`` is the stage's only verb. Nothing is changed in the report's own text; what is left out is told in
``CleanText.removed``, what is put in other words in the pieces of ``CleanText.passages``.
"""

from dragoman.clean.report import clean

__all__ = ["clean"]
