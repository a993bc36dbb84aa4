"""Who says so, and whether it happened, is planned, alleged, denied, hypothetical or negated."""

from dragoman.attribute.stage import Labels, attribute

__all__ = ["Labels", "attribute"]
