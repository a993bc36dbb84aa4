"""Which words tell an event is decided by fitted weights, after their parties are cast."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import brief, events, read

from dragoman.coding import acceptance, judge, stage
from dragoman.coding.acceptance import ACCEPTED, ALONE_HIGHER, FEATURES
from dragoman.coding.judge import Considered


def considered(text: str) -> list[Considered]:
    resolved = read(text).resolved
    views = stage.views(resolved)
    return [d.considered for s, view in views for d in stage.decide(view, stage.text_of(resolved, s))]


def test_every_feature_has_a_weight_and_no_other_has() -> None:
    assert set(acceptance.weights()) == set(FEATURES)
    assert len(set(FEATURES)) == len(FEATURES)


def test_what_is_found_are_known_features(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, float]] = []
    plain = judge.probability
    monkeypatch.setattr(judge, "probability", lambda found: seen.append(dict(found)) or plain(found))
    events("Kenya accused Uganda of arming the rebels, a charge that Kampala denied on Friday.")
    assert seen
    assert all(set(found) <= set(FEATURES) for found in seen)
    assert all(math.isfinite(value) for found in seen for value in found.values())


@given(st.dictionaries(st.sampled_from(FEATURES), st.floats(-7, 7)))
def test_a_probability_is_one(found: dict[str, float]) -> None:
    assert 0 <= acceptance.probability(found) <= 1


def test_what_is_kept_is_above_its_threshold_and_what_is_turned_down_is_not() -> None:
    for one in considered(
        "Peru's president urged Chile to free the sailors, and the crowd cheered. The road is long and the rain heavy."
    ):
        threshold = ACCEPTED + ALONE_HIGHER * (not one.lexicon)
        assert (one.filled is not None) == (one.accepted >= threshold) or "hears no event" in one.reason
        assert one.filled is not None or one.reason


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The negotiations were hosted in turn by Venezuela, Mexico and Cuba.", "CONSULT"),
        ("The quarrel ended with a pact that Beijing brokered.", "CONSULT"),
        ("The presidents of Chad and Niger will convene once more in Tunis in May.", "CONSULT"),
    ],
)
def test_a_plain_event_needs_no_second_party(text: str, event_type: str) -> None:
    assert event_type in {e.event_type for e in events(text)}


def test_a_weather_report_has_none() -> None:
    assert not events("Heavy rain fell over Kenya and Uganda on Friday, and more is expected.")


def test_both_sides_of_what_is_told_are_named() -> None:
    assert ("CONSULT", {"KEN"}, {"UGA"}) in [
        brief(m) for m in read("Kenya's president met Uganda's president in Kampala.").attributed.events
    ]
