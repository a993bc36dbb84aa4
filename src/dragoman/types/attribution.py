"""Who says what: a source, the words that say so, and the content."""

from dataclasses import dataclass
from typing import Literal

from dragoman.types.actor import ActorMention

Stance = Literal["asserts", "denies", "doubts", "asks"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content given as somebody's word. Token ranges are half-open, in one sentence.

    ``source`` may be empty ("it was reported that") and ``claimants`` with it. ``firm`` says that the cue vouches
    for its content ("confirmed", "announced"), ``loose`` that it keeps a distance ("claimed", "alleged").
    """

    sentence: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    stance: Stance
    weight: Literal["firm", "plain", "loose"]
    claimants: tuple[ActorMention, ...]
