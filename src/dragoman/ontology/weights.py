"""Fitted weights of regressions: tables with a line a feature, and the arrays made of them."""

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from dragoman.ontology.tables import rows

Rows = npt.NDArray[np.float64]
Features = Mapping[str, float]


def fitted(file: str, package: str, features: Sequence[str], columns: Sequence[str]) -> Rows:
    """The weights of a table: features by columns. A feature without a line counts nothing."""
    held = {row["feature"]: [float(row[c]) for c in columns] for row in rows(file, package)}
    return np.array([held.get(name, [0.0] * len(columns)) for name in features])


def fill(row: Rows, found: Features, features: tuple[str, ...]) -> None:
    """Puts the figures of some features in their places in a row of noughts."""
    columns = _columns(features)
    for name, value in found.items():
        if value:
            row[columns[name]] = value


@cache
def _columns(features: tuple[str, ...]) -> dict[str, int]:
    return {name: i for i, name in enumerate(features)}


def by_feature(file: str, package: str) -> Features:
    """The weights of a table with one column of them, by feature."""
    return {row["feature"]: float(row["weight"]) for row in rows(file, package)}


def likelihood(found: Features, by: Features) -> float:
    """The probability by a logistic regression of what was found. A feature without a weight counts nothing."""
    return 1 / (1 + math.exp(-sum(by.get(name, 0.0) * value for name, value in found.items())))


def logit(p: float, least: float) -> float:
    """``log_odds`` of one probability."""
    p = min(max(p, least), 1 - least)
    return math.log(p / (1 - p))


def log_odds(p: npt.ArrayLike, least: float = 1e-4) -> Rows:
    """Log-odds of probabilities, held away from 0 and 1."""
    kept = np.clip(np.asarray(p, dtype=float), least, 1 - least)
    return np.asarray(np.log(kept / (1 - kept)), dtype=float)


def softmax(scores: Rows) -> Rows:
    """The probabilities of a choice by the scores of what can be chosen."""
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), dtype=float)


def probabilities(given: Rows, by: Rows) -> Rows:
    """Rows by (none, classes), of features ``given`` by weights ``by`` (features by classes): a softmax in which none
    scores 0.
    """
    scores = np.concatenate([np.zeros((len(given), 1)), given @ by], 1)
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), dtype=float)
