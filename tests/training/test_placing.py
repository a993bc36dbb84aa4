"""The weights of the place of an event are fitted on what the brackets say."""

import numpy as np

from training.corpus import parse_sentence
from training.placing import Case, cases_of, fit, is_right

LINE = "[A Kenyan police] [E arrested] [R ten students] in [L Kisumu] after talks with Uganda. | COERCE arrest happened"


def test_the_place_in_the_bracket_is_right() -> None:
    (case,) = cases_of([parse_sentence(LINE)])
    assert list(case.right).count(1) == 1


def test_the_fit_finds_what_tells_places_apart() -> None:
    rng = np.random.default_rng(0)
    right = rng.integers(0, 2, 300).astype(float)
    rows = np.stack([np.ones(300), right], 1)
    weights = fit([Case(rows, right)])
    assert weights[1, 0] > 2 > 0 > weights[0, 0]
    assert is_right(Case(np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([0.0, 1.0])), weights)
    assert is_right(Case(np.array([[4.0, 0.0]]), np.array([0.0])), weights)
