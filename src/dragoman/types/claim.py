"""Claims: what somebody says is so, or is not, and which claim answers which."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.types.actor import Actor

Stance = Literal["asserts", "denies", "doubts"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimant's word on an event, or, where no event was coded, on ``content`` (the sentence, verbatim).

    ``made_on`` is the day of the saying where that is told, else the day of the first report that has it.
    ``answers`` are the claims that this one denies.
    """

    claim_id: str
    claimant: Actor
    stance: Stance
    event_id: str
    content: str
    made_on: date | None
    mention_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    answers: tuple[str, ...] = ()
