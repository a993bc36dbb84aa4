"""Contexts, modes and intensity of events."""

import pytest
from reading import events

from dragoman.coding import contexts_of, intensity_of
from dragoman.ontology.tables import rows

SENTENCES = {
    "military": "Two infantry brigades left their barracks at dawn.",
    "intelligence": "Counterintelligence officers said that the dossier came from a double agent.",
    "executive": "The cabinet of the caretaker government met the prime minister.",
    "legislative": "Lawmakers in the upper house sent the bill back to committee.",
    "election": "Voters queued at polling stations before the ballot closed.",
    "political_institutions": "The constitutional court struck down the constitutional amendment.",
    "pro_democracy": "The democracy movement asked for civilian rule.",
    "pro_autocracy": "The dictator extended his rule by decree of the junta.",
    "economic": "The central bank raised tariffs on imports and let the currency fall.",
    "legal": "The judge adjourned the trial until the defendant had a lawyer.",
    "reparations": "Herero leaders want reparations for colonial crimes.",
    "human_rights": "Amnesty International wrote of torture and enforced disappearances.",
    "rights_freedoms": "The law restricts press freedom and freedom of assembly.",
    "repression": "Dissidents were put under house arrest in the crackdown.",
    "human_security": "Aid workers said that civilians had no drinking water.",
    "gender": "Women marched for equal pay and against femicide.",
    "lgbt": "The governor banned the pride parade.",
    "religion_ethnicity": "Hindu and Muslim clerics appealed for calm.",
    "inequality": "Landless workers spoke of discrimination and poverty.",
    "diplomatic": "The ambassador handed his credentials to the envoy's delegation.",
    "territory": "The two sides quarrel over the disputed border of the enclave.",
    "peacekeeping": "Blue helmets of the peacekeeping mission patrolled the buffer zone.",
    "health": "The health ministry counted forty cases of cholera.",
    "asylum": "The asylum seekers waited for the tribunal's word.",
    "migration": "The coast guard found migrants in a dinghy.",
    "disasters": "The earthquake was followed by a landslide.",
    "natural_resource": "The gas field feeds a pipeline to the coast.",
    "environment": "Deforestation and carbon emissions rose again.",
    "technology": "Chipmakers fear new export controls on microchips.",
    "terrorism": "Al-Shabab claimed responsibility for the car bomb.",
    "cbrn": "Inspectors found traces of sarin and an enrichment plant.",
    "cyber": "Hackers stole data in a cyberattack on the ministry.",
    "misinformation": "The network spread fake news and deepfakes.",
    "crime": "Detectives link the murder to a gang.",
    "corruption": "The mayor is charged with bribery and embezzlement.",
    "illegal_drugs": "Customs found cocaine worth millions.",
    "trafficking": "The ring lived by human trafficking and arms smuggling.",
}


def test_each_context_has_its_sentence() -> None:
    assert set(SENTENCES) == {row["context"] for row in rows("contexts.tsv", "dragoman.coding")}


@pytest.mark.parametrize("context", SENTENCES)
def test_words_show_their_context(context: str) -> None:
    assert context in contexts_of(SENTENCES[context])


def test_a_plain_sentence_has_none() -> None:
    assert contexts_of("The cat slept on the warm stone.") == ()


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Kenya's foreign minister met his Ugandan counterpart.", "diplomatic"),
        ("The Turkish army shelled a village in northern Iraq.", "military"),
        ("Russian agents hacked the networks of the Estonian parliament.", "cyber"),
        ("A court in Lusaka jailed the opposition leader of Zambia.", "legal"),
    ],
)
def test_who_takes_part_shows_the_context(text: str, context: str) -> None:
    assert any(context in e.contexts for e in events(text))


@pytest.mark.parametrize(
    ("text", "event_type", "mode"),
    [
        ("Brazil's president telephoned his Chilean counterpart.", "CONSULT", "phone"),
        ("Qatar mediated between the Taliban and the United States.", "CONSULT", "third-party"),
        ("Syria released 40 Lebanese prisoners.", "RETREAT", "release"),
        ("The prime minister of Mali resigned after protests.", "RETREAT", "resign"),
        ("Guards at the prison in Evin beat Iranian students.", "ASSAULT", "beat"),
        ("Gunmen kidnapped a Nigerian senator.", "ASSAULT", "abduct"),
        ("Ukrainian drones struck a Russian refinery.", "ASSAULT", "drone"),
        ("Egypt deported two Sudanese journalists.", "COERCE", "deport"),
        ("Authorities in Myanmar blocked Facebook.", "COERCE", "censor"),
        ("Workers in Tunisia went on strike against the government.", "PROTEST", "strike"),
        ("Canada expelled three Indian diplomats.", "SANCTION", "expel"),
    ],
)
def test_modes(text: str, event_type: str, mode: str) -> None:
    assert (event_type, mode) in {(e.event_type, e.event_mode) for e in events(text)}


def test_intensity_runs_from_conflict_to_cooperation() -> None:
    assert (
        intensity_of("ASSAULT", "aerial") < intensity_of("THREATEN", "violence") < intensity_of("ACCUSE", "disapprove")
    )
    assert intensity_of("ACCUSE", "disapprove") < 0 < intensity_of("CONSULT", "phone") < intensity_of("AID", "")


def test_every_type_and_mode_has_an_intensity() -> None:
    known = {(r["event_type"], r["event_mode"]) for r in rows("intensity.tsv", "dragoman.coding")}
    from training.corpus import MODES, TYPES

    assert {(t, "") for t in TYPES} <= known
    assert {(t, m) for t, modes in MODES.items() for m in modes.split()} <= known
