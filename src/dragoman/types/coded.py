"""An event as the coder found it, before it is said by whose word and with what status it stands."""

from dataclasses import dataclass
from typing import Literal

from dragoman.types.actor import ActorMention


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the encoder reads of one event: how probably it is an event of its type, how probable its type is, how sure
    its least sure party, who decided, how many parties its sentence names, whether a mere verb of saying tells it, its
    statuses, and for each token of the sentence how probably it tells the event's time, place, claimant
    or recipient.
    """

    accepted: float
    probability: float
    certainty: float
    decided_by: Literal["both", "lexicon", "encoder"]
    crowd: int
    merely_said: bool
    statuses: tuple[tuple[str, float], ...]
    times: tuple[float, ...]
    places: tuple[float, ...]
    claimants: tuple[float, ...]
    recipients: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """A predicate and its parties in one sentence.

    ``trigger`` is the token index of the predicate's head and ``words`` the tokens of the whole predicate.
    ``embedded`` is the status that a governing predicate gives ("" if none): "accused A of arming B" leaves the
    arming ``alleged``. ``embedder`` then is that predicate's actor, by whose word the event stands, and
    ``embedded_by`` its trigger token.
    """

    sentence: int
    trigger: int
    words: tuple[int, ...]
    event_type: str
    event_mode: str
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    rule: str
    score: float
    embedded: str = ""
    embedded_by: int | None = None
    embedder: tuple[ActorMention, ...] = ()
    implied: bool = False
    """Whether its recipients are not those of its sentence's words, but what the report tells before implies."""
    ruled_out: frozenset[str] = frozenset()
    """Actors of its sentence to whom its form says that it isn't done."""
    said: bool = False
    """Whether the event is the saying itself, so that the mood of its own clause tells nothing of it."""
    judgement: Judgement | None = None
    thinness: float = 0.0
    """How far its report falls short of dealing with public affairs throughout; 0 where it does."""
