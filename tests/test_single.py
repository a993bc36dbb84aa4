"""One sentence or phrase at a time."""

from datetime import date

import pytest

from dragoman.settings import Settings
from dragoman.single import event_place, phrase_actor, relation, resolve_texts
from dragoman.types.resolved import ResolvedText


def one(text: str, day: date | None = None) -> ResolvedText:
    (resolved,) = resolve_texts([(text, day)], Settings())
    return resolved


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "event_type"),
    [
        ("Brazil threatened Uruguay with war.", "Brazil", "Uruguay", "THREATEN"),
        ("Turkish jets bombed Syrian positions.", "Turkish jets", "Syrian positions", "ASSAULT"),
        ("Algeria's foreign minister met his Malian counterpart.", "Algeria", "Malian counterpart", "CONSULT"),
        ("Norway condemned the arrest of journalists by Belarus.", "Norway", "Belarus", "ACCUSE"),
    ],
)
def test_relation(sentence: str, actor: str, recipient: str, event_type: str) -> None:
    found = relation(sentence, actor, recipient)
    assert found.event_type == event_type
    assert 0 < found.score <= 1


def test_relation_where_nothing_is_said() -> None:
    assert relation("Rain.", "A", "B").score == 0.0
    assert relation("", "", "").score == 0.0


def test_a_party_that_is_not_in_the_sentence_is_no_error() -> None:
    assert relation("Chile recalled its envoy from Peru.", "Bolivia", "Peru").event_type


def test_phrase_actor() -> None:
    found = phrase_actor(one("the Kenyan army"))
    assert found is not None
    assert (found.country, "MIL" in found.sectors) == ("KEN", True)
    assert phrase_actor(one("the weather")) is None or not phrase_actor(one("the weather")).country  # type: ignore[union-attr]
    assert phrase_actor(one("")) is None


def test_event_place() -> None:
    text = "Rebels attacked a convoy near Goma on Friday."
    found = event_place(one(text), text.index("attacked"), text.index("attacked") + 8)
    assert found is not None
    assert (found.text, found.place.country) == ("Goma", "COD")
    assert event_place(one(text), len(text), len(text) + 5) is None


def test_texts_come_back_in_order() -> None:
    texts = ["Chad closed its border.", "", "Fiji held an election."]
    found = list(resolve_texts([(text, None) for text in texts], Settings()))
    assert [resolved.annotated.clean.report.text for resolved in found] == texts
