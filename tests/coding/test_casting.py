"""Parties are cast by slots, encoder and form together; the figures are sound."""

import numpy as np
import pytest
from reading import brief, events, read

from dragoman.coding import casting, stage
from dragoman.coding.casting import FEATURES, Asked
from dragoman.coding.encoder import encoder
from dragoman.coding.heard import Heard, hear

SENTENCE = "Kenya accused Uganda of arming the rebels, a charge that Kampala denied on Friday."


def heard(text: str) -> Heard:
    resolved = read(text).resolved
    ((sentence, view),) = stage.views(resolved)
    return hear(view, encoder().read(stage.text_of(resolved, sentence)))


def trigger(one: Heard, word: str) -> int:
    return next(t.index for t in one.view.sentence.tokens if t.text == word)


def test_every_feature_has_a_weight_and_a_column() -> None:
    assert casting.weights().shape == (len(FEATURES), 2)
    one = heard(SENTENCE)
    asked = Asked(trigger(one, "accused"), (), ())
    table = one.table(asked.trigger)
    assert table is not None
    rows = casting.features(one, table, asked)
    assert rows.shape == (len(one.mentions), len(FEATURES))
    assert np.isfinite(rows).all()
    assert np.allclose(casting.probabilities(rows, casting.weights()).sum(1), 1)


def test_the_encoder_casts_without_slots() -> None:
    one = heard(SENTENCE)
    found = casting.cast(one, Asked(trigger(one, "accused"), (), (), known=False))
    assert [m.actor.country for m in found.actors] == ["KEN"]
    assert [m.actor.country for m in found.recipients] == ["UGA"]
    assert 0 < found.certainty <= 1


def test_a_venue_is_no_party_to_what_is_said() -> None:
    (praise,) = [brief(e) for e in events("Kenya praised the Mombasa talks on Friday.") if e.event_type == "SUPPORT"]
    assert praise == ("SUPPORT", {"KEN"}, set())


def test_a_slot_counts() -> None:
    one = heard(SENTENCE)
    at = trigger(one, "denied")
    kenya = next(m for m in one.mentions if m.actor.country == "KEN")
    without, within = (
        casting.probabilities(casting.features(one, one.table(at), Asked(at, actors, ())), casting.weights())  # type: ignore[arg-type]
        for actors in ((), (kenya,))
    )
    row = one.mentions.index(kenya)
    assert within[row, 1] > without[row, 1]


def test_a_sentence_without_parties() -> None:
    one = Heard(heard(SENTENCE).view.__class__(heard(SENTENCE).view.sentence, {}, heard(SENTENCE).view.lexicon),
                heard(SENTENCE).read, heard(SENTENCE).pieces)  # fmt: skip
    assert casting.cast(one, Asked(1, (), ())) == casting.Cast((), (), 0.5)


@pytest.mark.parametrize(
    ("text", "event_type", "actors", "recipients"),
    [
        ("China's ministry denied a claim by American officials that it was arming Iran.", "REJECT", {"CHN"}, {"USA"}),
        ("Peru, which borders Ecuador, condemned the missile tests by North Korea.", "ACCUSE", {"PER"}, {"PRK"}),
        ("The president of France hosted the king of Jordan in Paris on Tuesday.", "CONSULT", {"FRA"}, {"JOR"}),
    ],
)
def test_bystanders_and_possessors_are_no_parties(
    text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    assert (event_type, actors, recipients) in [brief(e) for e in events(text)]


def test_manner_is_the_subjects() -> None:
    text = 'China has frustrated Western officials by providing "diplomatic cover" for Russia.'
    assert ("SUPPORT", {"CHN"}, {"RUS"}) in [brief(e) for e in events(text)]


def test_who_is_said_to_be_among_some_is_one_of_them() -> None:
    text = "Mali was not among the twelve countries invited by Nigeria to Abuja."
    found = [(brief(e), e.status) for e in events(text)]
    assert found
    assert all("MLI" in whom and status == "negated" for (_, _, whom), status in found)
    condemned = events("Bolivia was one of the countries that condemned the coup in Peru.")
    assert ("ACCUSE", {"BOL"}, {"PER"}) in map(brief, condemned)


def test_a_region_only_says_of_what_kind_a_state_is() -> None:
    (event,) = events("Uganda is the only African state that has recognised Kosovo this year.")
    assert [m.actor.name for m in event.actors] == ["Uganda"]
