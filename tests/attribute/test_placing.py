"""Where an event happened."""

import numpy as np
import pytest

from dragoman.attribute.placing import FEATURES, candidates, weights
from dragoman.settings import Settings
from dragoman.single import event_place, resolve_texts


def where(text: str, trigger: str) -> str:
    (resolved,) = resolve_texts([(text, None)], Settings())
    found = event_place(resolved, text.index(trigger), text.index(trigger) + len(trigger))
    return found.text if found else ""


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Kenyan police arrested ten students in Kisumu on Friday.", "arrested", "Kisumu"),
        ("Rebels captured the town of Goma after Rwanda had sent troops.", "captured", "Goma"),
        ("Gunmen killed four teachers in the village of Zambura in Nigeria.", "killed", "Zambura"),
        ("Norway accused Russia of espionage.", "accused", ""),
        ("In Geneva, envoys of Syria and Turkey met.", "met", "Geneva"),
    ],
)
def test_where(text: str, trigger: str, place: str) -> None:
    assert where(text, trigger) == place


def test_every_feature_has_a_weight() -> None:
    assert weights().shape == (len(FEATURES), 1)
    assert np.isfinite(weights()).all() and weights().any()


def test_a_people_and_a_group_are_no_place() -> None:
    text = "In the village of Jdeideh near Jenin, troops captured two Palestinians and killed a man of al-Qaida."
    (resolved,) = resolve_texts([(text, None)], Settings())
    sentence = resolved.annotated.sentences[0]
    names = {c.text for c in candidates(sentence, text, resolved.places)}
    assert "Jenin" in names and not names & {"Palestinians", "Qaida", "al-Qaida"}
