"""Ridge multinomial logistic regression by Newton's method."""

import numpy as np

from dragoman.coding.casting import probabilities

_STEPS = 30


def fit(x: np.ndarray, y: np.ndarray, classes: int, ridge: float) -> np.ndarray:
    """Weights (features by classes 1 to ``classes``) of ``y`` (rows; 0 is the class that the others are held against)
    on ``x`` (rows by features).
    """
    n = x.shape[1]
    goal = np.stack([y == c for c in range(1, classes + 1)], 1).astype(float)
    weights = np.zeros((n, classes))
    for _ in range(_STEPS):
        p = probabilities(x, weights)[:, 1:]
        gradient = x.T @ (p - goal) + ridge * weights
        blocks = [
            [x.T @ (x * (p[:, i] * ((i == j) - p[:, j]))[:, None]) for j in range(classes)] for i in range(classes)
        ]
        curvature = np.block(blocks) + ridge * np.eye(classes * n)
        weights = weights - np.linalg.solve(curvature, gradient.T.ravel()).reshape(classes, n).T
    return weights
