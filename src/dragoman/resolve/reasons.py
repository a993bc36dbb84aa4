"""Why a pronoun or a bare title was led to one candidate and not to another, in words and figures."""

from collections.abc import Sequence

import numpy as np

from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.weights import Rows, softmax
from dragoman.resolve.noted import Noted
from dragoman.types.actor import Choice

_SHOWN = 3
_REASONS = 2
_LEAST = 0.01
"""Probability below which a candidate isn't worth showing."""
_GAIN = 0.1
"""Log-odds below which a feature is no reason."""
NOBODY = "nobody"


def ranked(found: Sequence[Sequence[Noted]], rows: Rows, by: Rows, features: Sequence[str]) -> tuple[int, Choice]:
    """The row of the likeliest candidate (the last is nobody), with what was weighed; a softmax gives the odds."""
    scores = rows @ by
    order = np.argsort(-scores, kind="stable").tolist()
    odds = softmax(scores)
    best = order[0]
    names = [*(_name(mentions[-1]) for mentions in found), NOBODY]
    shown = [(names[i], round(float(odds[i]), 3)) for i in order[:_SHOWN] if odds[i] >= _LEAST]
    return best, Choice(_reason(rows, by, order, features), tuple(shown))


def _reason(rows: Rows, by: Rows, order: Sequence[int], features: Sequence[str]) -> str:
    """The features that speak most for the best candidate against the next."""
    if len(order) < 2:
        return ""
    gains = (rows[order[0]] - rows[order[1]]) * by
    own = rows[order[0]] != 0
    top = [i for i in np.argsort(-gains * own)[:_REASONS] if own[i] and gains[i] > _GAIN]
    return "; ".join(features[i] for i in top)


def _name(one: Noted) -> str:
    if one.kind == "country":
        code = one.key.partition(":")[2]
        return knowledge().states.get(code, code)
    if one.kind == "thing":
        return f"the {one.key.partition(':')[2]}"
    return " and ".join(dict.fromkeys(p.actor.name for p in one.parties))
