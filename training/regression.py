"""Ridge logistic regressions by Newton's method."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.ontology.weights import Rows, probabilities, softmax

_STEPS = 30
_LEAST = 1e-9
_ENOUGH = 0.01
"""Gain in log-likelihood below which a fit is done."""


def fit(x: np.ndarray, y: np.ndarray, classes: int, ridge: float) -> np.ndarray:
    """Weights (features by classes 1 to ``classes``) of ``y`` (rows; 0 is the class that the others are held against)
    on ``x`` (rows by features).
    """
    return fit_shares(x, np.stack([y == c for c in range(1, classes + 1)], 1).astype(float), ridge)


def fit_shares(x: np.ndarray, goal: np.ndarray, ridge: float, counted: np.ndarray | float = 1.0) -> np.ndarray:
    """The same where a row belongs to each class in part (``goal``: rows by classes) and counts ``counted`` times."""
    n, classes = x.shape[1], goal.shape[1]
    times = np.broadcast_to(counted, len(x))
    weights = np.zeros((n, classes))
    for _ in range(_STEPS):
        p = probabilities(x, weights)[:, 1:]
        gradient = x.T @ (times[:, None] * (p - goal)) + ridge * weights
        blocks = [
            [x.T @ (x * (times * p[:, i] * ((i == j) - p[:, j]))[:, None]) for j in range(classes)]
            for i in range(classes)
        ]
        curvature = np.block(blocks) + ridge * np.eye(classes * n)
        weights = weights - np.linalg.solve(curvature, gradient.T.ravel()).reshape(classes, n).T
    return weights


def fit_choice(cases: Sequence[tuple[Rows, Sequence[int]]], prior: Rows, ridge: float) -> Rows:
    """Weights of a conditional logistic regression: of each case the rows are what can be chosen, and one of those
    given is right, whichever. The weights are held to ``prior`` by ``ridge``. Newton's method on the expectation of
    what is right (EM), each step halved until it gains.
    """
    weights, loss = prior.copy(), np.inf
    for _ in range(_STEPS):
        gradient = ridge * (weights - prior)
        curvature = ridge * np.eye(len(weights))
        for rows, right in cases:
            p = softmax(rows @ weights)
            goal = np.zeros(len(p))
            goal[list(right)] = p[list(right)]
            goal /= max(goal.sum(), _LEAST)
            gradient += rows.T @ (p - goal)
            mean = rows.T @ p
            curvature += (rows.T * p) @ rows - np.outer(mean, mean)
        before, loss = loss, _loss(cases, weights, prior, ridge)
        if before - loss < _ENOUGH:
            break
        step = np.linalg.solve(curvature, gradient)
        while _loss(cases, weights - step, prior, ridge) > loss and np.abs(step).max() > _LEAST:
            step = step / 2
        weights = weights - step
    return weights


def _loss(cases: Sequence[tuple[Rows, Sequence[int]]], weights: Rows, prior: Rows, ridge: float) -> float:
    """What ``fit_choice`` makes small."""
    told = sum(-np.log(max(softmax(rows @ weights)[list(right)].sum(), _LEAST)) for rows, right in cases)
    return float(told + ridge / 2 * ((weights - prior) ** 2).sum())


def write(path: Path, heading: str, features: Sequence[str], weights: np.ndarray, columns: Sequence[str]) -> None:
    """Writes weights (features by columns) as the table that ``dragoman.ontology.weights`` reads."""
    lines = [f"# {heading}", "\t".join(["feature", *columns])]
    lines += ["\t".join([name, *(f"{w:.3f}" for w in row)]) for name, row in zip(features, weights, strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
