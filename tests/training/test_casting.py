"""The weights of the casting are fitted on what the brackets say."""

import numpy as np

from training.casting import Case, cases_of, exact, fit
from training.corpus import parse_sentence

LINE = "[A Kenya] on Friday [E accused] [R Uganda's army] of lying. | ACCUSE allege happened"


def test_roles_are_those_of_the_brackets() -> None:
    (case,) = cases_of([parse_sentence(LINE)])
    by_country = {m.actor.country: role for m, role in zip(case.mentions, case.roles, strict=True)}
    assert by_country["KEN"] == 1
    assert by_country["UGA"] == 2


def test_the_fit_finds_what_tells_the_roles_apart() -> None:
    rng = np.random.default_rng(0)
    roles = rng.integers(0, 3, 400)
    rows = np.stack([np.ones(400), roles == 1, roles == 2], 1).astype(float)
    (one,) = cases_of([parse_sentence(LINE)])
    case = Case(rows, roles, one.mentions[:1] * 400, False, (frozenset(), frozenset()))
    weights = fit([case])
    assert weights[1, 0] > 1 > weights[1, 1]
    assert weights[2, 1] > 1 > weights[2, 0]


def test_exact_wants_all_parties_and_no_other() -> None:
    (case,) = cases_of([parse_sentence(LINE)])
    assert exact(case, fit([case] * 40))
    assert not exact(case, np.zeros((case.rows.shape[1], 2)))
