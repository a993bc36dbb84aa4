"""Across reports: copies, one event told by several, stories, claims and their denials."""

from dragoman.link.claims import find_claims, with_claims
from dragoman.link.copies import find_links
from dragoman.link.events import group_events
from dragoman.link.lineage import families
from dragoman.link.relink import relink
from dragoman.link.stories import group_stories

__all__ = ["families", "find_claims", "find_links", "group_events", "group_stories", "relink", "with_claims"]
