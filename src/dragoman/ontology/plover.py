"""The sixteen event types of PLOVER and their quads."""

QUADS: dict[int, tuple[str, ...]] = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
EVENT_TYPES: tuple[str, ...] = tuple(t for types in QUADS.values() for t in types)

SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
"""Types whose event is the saying of something: it happened when it was said."""
OFFICIAL = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
"""Sectors of those who act in a state's name."""
UNLAWFUL = frozenset({"CRM", "PRM", "REB", "UAF"})
"""Sectors of those who fight in no state's name."""
POLITICAL = OFFICIAL | UNLAWFUL | {"PTY", "OPP", "ELI"}
"""Sectors of those who act in politics, and of those who did."""
LAID_ON = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE", "THREATEN"})
"""Types of what is done to somebody against his will."""
RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
"""Types whose two sides may change places."""


def quad_of(event_type: str) -> int:
    """The quad of a type."""
    return next(quad for quad, types in QUADS.items() if event_type in types)
