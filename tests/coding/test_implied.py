"""To whom a deed is done where its sentence doesn't say."""

import numpy as np
from reading import brief, events

from dragoman.coding import implied
from dragoman.coding.implied import FEATURES, weights


def test_the_weights_are_those_of_the_features() -> None:
    assert weights().shape == (len(FEATURES),)
    assert np.isfinite(weights()).all()


def test_an_answer_is_to_the_one_who_spoke_before() -> None:
    text = (
        "Tajikistan shelled a Kyrgyz village on Monday. Kyrgyzstan accused Tajikistan of shooting at its guards. "
        "Tajikistan flatly rejected the claim that mortars had been used."
    )
    assert ("REJECT", {"TJK"}, {"KGZ"}) in [brief(m) for m in events(text)]


def test_those_who_meet_lack_nobody() -> None:
    found = [m for m in events("Ghana and Togo met in Lome on Monday. Benin protested.") if m.event_type == "CONSULT"]
    assert all("BEN" not in {m.actor.country for m in e.recipients} for e in found)


def test_a_government_does_nothing_to_its_own_state() -> None:
    text = "Georgia held a vote on Sunday. Georgian officials rejected the charge. Its army deployed in Georgia."
    for event in events(text):
        if event.event_type in {"REJECT", "MOBILIZE"}:
            assert all(m.actor.kind != "state" for m in event.recipients)


def test_candidates_are_no_towns_and_not_the_doer() -> None:
    from reading import resolved

    from dragoman.coding import stage

    coded = stage.code(resolved("Syria shelled a camp near Idlib on Monday. Turkey condemned it."))
    for event in coded:
        gap = implied.Gap(event, coded, resolved("Syria shelled a camp near Idlib on Monday. Turkey condemned it."))
        names = {ms[-1].actor.actor_id for ms in implied.candidates(gap)}
        assert not any(n.startswith("place:") for n in names)
        assert not names & {m.actor.actor_id for m in event.actors}


def test_a_spokesman_is_not_against_those_for_whom_he_speaks() -> None:
    text = (
        "Ethiopia accused the Tigray People's Liberation Front of lying. Getachew Reda, the spokesman of the Tigray "
        "People's Liberation Front, rejected the statement within hours."
    )
    rejected = next(m for m in events(text) if m.event_type == "REJECT")
    assert "Tigray People's Liberation Front" not in {m.actor.name for m in rejected.recipients}


def test_a_journey_abroad_is_to_nobody() -> None:
    text = "Russia's president, Vladimir Putin, met Xi Jinping of China. Putin has not travelled abroad since March."
    assert all(not e.recipients for e in events(text) if e.trigger.text == "travelled")
