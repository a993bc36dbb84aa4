"""Public affairs told from private ones.

What firms, stars and families do to each other is no political event. Where public affairs are reported it may yet be
one (the shareholders of a firm under sanctions protest to it); in a report most of whose events have no public party,
one of business, sport, accidents or private lives, it is not.
"""

from collections.abc import Sequence

from dragoman.ontology.plover import OFFICIAL, UNLAWFUL
from dragoman.resolve.noted import BODIES
from dragoman.types.actor import Actor
from dragoman.types.coded import CodedEvent

_PUBLIC = OFFICIAL | UNLAWFUL | {"PTY", "OPP", "ELI", "NGO", "IGO", "UNO", "EUR"}
_PUBLIC_BY_THEMSELVES = {"ASSAULT", "PROTEST"}
"""Types that are public whoever the parties are."""


def public_affairs(events: Sequence[CodedEvent]) -> list[CodedEvent]:
    """The events of a report without its private ones, if these are most of them."""
    public = [e for e in events if is_public(e)]
    if 2 * len(public) >= len(events):
        return list(events)
    return [e for e in events if is_public(e) or e.event_type in _PUBLIC_BY_THEMSELVES]


def is_public(event: CodedEvent) -> bool:
    """Whether a party of an event acts in public affairs."""
    return any(_acts_in_public(m.actor) for m in (*event.actors, *event.recipients))


def _acts_in_public(actor: Actor) -> bool:
    """Whether somebody is a state, an office, or of an authority, a party, an armed group or an association."""
    return actor.kind in {"state", "office"} or actor.country in BODIES - {"MNC"} or bool(set(actor.sectors) & _PUBLIC)
