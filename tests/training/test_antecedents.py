"""The weights of the antecedents are fitted on what the annotations say."""

import numpy as np
import pytest

from dragoman.ontology.knowledge import state_actor
from dragoman.resolve import title_features
from dragoman.resolve.antecedents import FEATURES
from dragoman.resolve.noted import Noted
from dragoman.resolve.scene import Party
from dragoman.types.actor import Actor
from training import regression
from training.antecedents import annotations, cases_of, is_meant, right_ones


def _noted(*actors: Actor, kind: str = "state") -> list[Noted]:
    parties = tuple(Party(0, 0, 1, a) for a in actors)
    return [Noted("+".join(a.actor_id for a in actors) or "thing:x", 0, 0, parties, kind)]


PERU, CHILE = state_actor("PER"), state_actor("CHL")


@pytest.mark.parametrize(
    ("referent", "right"),
    [("PER", (0,)), ("PER & CHL", (2,)), ("-", (3, 5)), ("army|PER", (4,)), ("Boluarte", ())],
)
def test_which_candidates_are_right(referent: str, right: tuple[int, ...]) -> None:
    country = [Noted("country:PER", 0, 0, (), "country")]
    candidates = [_noted(PERU), _noted(CHILE), _noted(PERU, CHILE, kind="several"), _noted(kind="thing"), country]
    found = right_ones(referent, candidates)
    assert found == (right if referent != "PER" else (0, 4))


def test_names_are_matched_by_their_words() -> None:
    person = Actor("person:dina-boluarte", "Dina Boluarte", "person", "PER")
    assert is_meant("Boluarte", person) and is_meant("Dina Boluarte", person)
    assert not is_meant("Castillo", person) and not is_meant("PER", person)


def test_every_annotated_word_stands_in_its_report() -> None:
    found = annotations()
    assert len(found) > 1500
    report = sorted({where[0] for where in found})[0]
    mine = {where: referent for where, referent in found.items() if where[0] == report}
    cases = cases_of(mine)
    widths: dict[str, int] = {kind: len(title_features.FEATURES) for kind in title_features.TITLE_KINDS}
    assert cases and all(c.rows.shape[1] == widths.get(c.kind, len(FEATURES)) for c in cases)


def test_a_choice_is_fitted_by_what_the_right_ones_have_in_common() -> None:
    rng = np.random.default_rng(0)
    cases = []
    for _ in range(200):
        rows = rng.normal(size=(4, 3))
        cases.append((rows, [int(rows[:, 1].argmax())]))
    weights = regression.fit_choice(cases, np.zeros(3), 1.0)
    assert weights[1] > 2 and abs(weights[0]) < 1 and abs(weights[2]) < 1
    held = regression.fit_choice(cases, np.zeros(3), 1e6)
    assert np.allclose(held, 0, atol=0.01)
