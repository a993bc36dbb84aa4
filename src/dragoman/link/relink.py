"""All that holds across reports, worked out anew from what is in the archive."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from dragoman.link.claims import find_claims, with_claims
from dragoman.link.copies import find_links
from dragoman.link.events import group_events
from dragoman.link.lineage import families
from dragoman.link.stories import group_stories
from dragoman.types.claim import Claim
from dragoman.types.event import EventMention
from dragoman.types.link import Event, Link, LinkInput, Story


class Linkable(Protocol):
    """An archive, as far as linking needs one."""

    def transaction(self) -> AbstractContextManager[None]: ...

    def link_inputs(self) -> list[LinkInput]: ...

    def mentions(self) -> list[EventMention]: ...

    def replace_linked(
        self, links: Sequence[Link], events: Sequence[Event], claims: Sequence[Claim], stories: Sequence[Story]
    ) -> None: ...


def relink(archive: Linkable) -> None:
    """Reads all reports and mentions, links them, and puts links, events, claims and stories in place of the old
    ones, in one transaction: a reader sees the old or the new, never a mixture.
    """
    with archive.transaction(), _collector_paused():
        reports = archive.link_inputs()
        mentions = archive.mentions()
        copies = find_links(reports)
        family = families((report.report_id for report in reports), copies)
        events = group_events(mentions, reports, family)
        claims = find_claims(mentions, events, reports)
        stories, same_story = group_stories(reports, copies, events, family)
        archive.replace_linked([*copies, *same_story], with_claims(events, claims), claims, stories)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without the cycle collector: hundreds of thousands of values are made, none in a cycle, and looking for cycles
    among them would take a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
