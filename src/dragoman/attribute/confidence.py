"""How sure a coding is: the probability that its type and both its parties are right.

A logistic regression over what is known when an event is coded; its weights were fitted on the project's own
hand-coded reports (``training/calibrate.py``) and stand in ``data/confidence.tsv``. How well the figures fit is shown
in ``docs/confidence.md``.
"""

import math
from functools import cache

from dragoman.ontology.weights import Features, by_feature, likelihood, logit
from dragoman.types.coded import CodedEvent
from dragoman.types.event import Status


def features(event: CodedEvent, status: Status) -> dict[str, float]:
    """What the confidence of a coding rests on."""
    judged = event.judgement
    recipients = () if event.implied else event.recipients
    return {
        "always": 1.0,
        "accepted": _log_odds(judged.accepted) if judged else 0.0,
        "type": _log_odds(judged.probability) if judged else 0.0,
        "parties": _log_odds(judged.certainty) if judged else 0.0,
        "by the lexicon": float(judged is None or judged.decided_by == "lexicon"),
        "by the encoder": float(judged is not None and judged.decided_by == "encoder"),
        "type, by the encoder": _log_odds(judged.probability) if judged and judged.decided_by == "encoder" else 0.0,
        "parties in the sentence": math.log1p(judged.crowd) if judged else 1.0,
        "meeting or measure": float(event.event_type in _PLAIN_TYPES),
        "a state's own": float(not event.implied and _is_at_home(event)),
        "actor": float(bool(event.actors)),
        "recipient": float(bool(recipients)),
        "recipient implied": float(event.implied),
        "not done": float(status not in {"happened", "planned"}),
        "of a state": float(any(m.actor.country for m in event.actors)),
        "merely said": float(judged is not None and judged.merely_said),
        "merely said, type": _log_odds(judged.probability) if judged and judged.merely_said else 0.0,
        "merely said, recipient": float(judged is not None and judged.merely_said and bool(recipients)),
        "many": float(len(event.actors) + len(recipients) > 2),
    }


_SURE = "as in another report"
THIN = "thin report"
"""The feature that is fitted by itself, when those of the event stand."""
_PLAIN_TYPES = {"CONSULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST"}
"""Types that texts tell in few and plain words."""


def _is_at_home(event: CodedEvent) -> bool:
    """Whether both sides are of one country."""
    actors = {m.actor.country for m in event.actors if m.actor.country}
    return bool(actors & {m.actor.country for m in event.recipients})


def confidence(event: CodedEvent, status: Status) -> float:
    """The probability, to two places, in a report that deals with public affairs throughout."""
    return round(likelihood(features(event, status), weights()), 2)


def confidence_in(sure: float, thinness: float) -> float:
    """The same in a report of such ``thinness``: in one of sport or business words for deeds seldom mean them."""
    return round(likelihood({_SURE: _log_odds(sure), THIN: thinness}, {_SURE: 1.0, THIN: weights()[THIN]}), 2)


@cache
def weights() -> Features:
    """The fitted weights by feature."""
    return by_feature("confidence.tsv", __package__)


def _log_odds(p: float) -> float:
    return logit(p, 0.01)
