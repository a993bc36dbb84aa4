"""Whether a word tells a political event of its type: what lexicon and encoder hear, weighed with the parties found.

A logistic regression, fitted on whole marked reports that the encoder wasn't trained on (``training/acceptance.py``);
its weights stand in ``data/acceptance.tsv``.
"""

import math
from functools import cache

from dragoman.coding.heard import Heard
from dragoman.coding.match import NEEDS_BOTH, Filled
from dragoman.coding.saying import STATING
from dragoman.coding.view import same_side
from dragoman.ontology.plover import EVENT_TYPES, POLITICAL
from dragoman.ontology.weights import Features, by_feature, likelihood, logit
from dragoman.types.actor import ActorMention

ACCEPTED = 0.48
"""Probability above which a word is taken to tell an event."""
ALONE_HIGHER = 0.15
"""How much higher it must be for what no reading of the lexicon explains: in analyses the encoder hears too much."""
_POLITICAL = (POLITICAL | {"IGO", "UNO", "EUR"}) - {"CRM"}
_NOT_DONE = {"hypothetical", "negated", "denied"}


def probability(found: Features) -> float:
    """The probability by what ``features`` found."""
    return likelihood(found, weights())


def features(heard: Heard, filled: Filled, trigger: int, lexicon: str, weighed: float) -> dict[str, float]:
    """What speaks for an event at a token, the ``trigger`` in the encoder's eyes. ``lexicon`` is the reading proposed,
    '' if none; ``weighed`` the probability of the type by both together.
    """
    entry, actors, recipients = filled.entry, filled.actors, filled.recipients
    odds = heard.read.type_odds(heard.offset(trigger))
    none = 0.5 if odds is None else float(odds[0])
    by_encoder = 0.5 if odds is None else float(odds[heard.read.labels.types.index(entry.event_type)])
    status = max(heard.read.status_odds(heard.offset(trigger)).items(), key=lambda pair: pair[1], default=("", 0.0))[0]
    both = bool(actors and recipients)
    merely_said = heard.view.token(filled.trigger).lemma in STATING
    found: dict[str, float] = {
        "always": 1.0,
        "an event, by the encoder": _log_odds(1 - none),
        "its type, by the encoder": _log_odds(by_encoder),
        "its type, by both": _log_odds(weighed),
        "parties": _log_odds(filled.certainty),
        "by the lexicon": float(bool(lexicon)),
        "its type by the lexicon": float(lexicon.startswith(entry.event_type)),
        "words of the reading": entry.weight if lexicon else 0.0,
        "one type only": float(bool(lexicon) and heard.view.lexicon.tells_one_type(entry)),
        "parties in the sentence": math.log1p(len({m.actor.actor_id for m in heard.mentions})),
        "actor": float(bool(actors)),
        "recipient": float(bool(recipients)),
        "both": float(both),
        "political actor": float(any(map(_is_political, actors))),
        "political recipient": float(any(map(_is_political, recipients))),
        "unnamed actor": float(any(m.actor.kind == "unnamed" for m in actors)),
        "person as actor": float(any(m.actor.kind == "person" for m in actors)),
        "of one country": float(same_side(actors, recipients)),
        "noun": float(entry.pos == "n"),
        "noun without actor": float(entry.pos == "n" and not actors),
        "adjective": float(entry.pos == "a"),
        "merely said": float(merely_said),
        "merely said, type": _log_odds(by_encoder) if merely_said else 0.0,
        "turned down by both": float(bool(lexicon) and weighed < 0.5),
        "no event, by the encoder": float(none > 0.5),
        "no event, by the encoder, for the lexicon": float(bool(lexicon) and none > 0.5),
        "both needed": float(entry.event_type in NEEDS_BOTH and not both),
        "not political": float(not any(map(_is_political, (*actors, *recipients)))),
        "not done": float(status in _NOT_DONE),
        "planned": float(status == "planned"),
    }
    found[entry.event_type] = 1.0
    found[f"{entry.event_type}, a party missing"] = float(not both)
    return found


FEATURES: tuple[str, ...] = (
    "always", "an event, by the encoder", "its type, by the encoder", "its type, by both", "parties", "by the lexicon",
    "its type by the lexicon", "words of the reading", "one type only", "parties in the sentence", "actor", "recipient",
    "both", "political actor", "political recipient", "unnamed actor", "person as actor", "of one country", "noun",
    "noun without actor", "adjective", "merely said", "merely said, type", "turned down by both",
    "no event, by the encoder", "no event, by the encoder, for the lexicon", "both needed", "not political",
    "not done", "planned",
    *EVENT_TYPES, *(f"{t}, a party missing" for t in EVENT_TYPES),
)  # fmt: skip


def _is_political(mention: ActorMention) -> bool:
    """Whether a party is a state, a body or office, or one of a country or of a political sector."""
    actor = mention.actor
    named = actor.kind in {"state", "body", "group", "office"} or bool(actor.country)
    return named or bool(set(actor.sectors) & _POLITICAL)


@cache
def weights() -> Features:
    """The fitted weights by feature."""
    return by_feature("acceptance.tsv", __package__)


def _log_odds(p: float) -> float:
    return logit(p, 0.001)
