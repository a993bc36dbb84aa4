"""Mentions to actors with coreference, times to intervals, toponyms to places."""

from dragoman.resolve.stage import resolve

__all__ = ["resolve"]
