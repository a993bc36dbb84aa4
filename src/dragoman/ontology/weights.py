"""Fitted weights of regressions: tables with a line a feature, and the arrays made of them."""

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
    """Puts the figures of some features in their places in a row."""
    columns = _columns(features)
    for name, value in found.items():
        row[columns[name]] = value


@cache
def _columns(features: tuple[str, ...]) -> dict[str, int]:
    return {name: i for i, name in enumerate(features)}


def log_odds(p: npt.ArrayLike, least: float = 1e-4) -> Rows:
    """Log-odds of probabilities, held away from 0 and 1."""
    kept = np.clip(np.asarray(p, dtype=float), least, 1 - least)
    return np.asarray(np.log(kept / (1 - kept)), dtype=float)


def probabilities(given: Rows, by: Rows) -> Rows:
    """Rows by (none, classes), of features ``given`` by weights ``by`` (features by classes): a softmax in which none
    scores 0.
    """
    scores = np.concatenate([np.zeros((len(given), 1)), given @ by], 1)
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), dtype=float)
