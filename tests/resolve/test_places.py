"""Toponyms found in passages, and the places chosen for them."""

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ontology.gazetteer import listed_places
from dragoman.resolve.places import EntitySpan, find_places, places_in
from dragoman.types.place import PlaceMention

LABELS = st.sampled_from(["GPE", "PERSON", "ORG", "LOC", "DATE"])
BENCH = Path(__file__).parents[3] / "shared" / "bench" / "places"


def entities(text: str, **labels: str) -> list[EntitySpan]:
    """Spans of words by label: ``GPE="Paris|Texas"``."""
    return [
        (text.index(word), text.index(word) + len(word), label)
        for label, words in labels.items()
        for word in words.split("|")
    ]


def found(text: str, focus: dict[str, int] | None = None, **labels: str) -> list[PlaceMention]:
    return list(find_places(text, 0, entities(text, **labels), Counter(focus or {})))


def names(text: str, **labels: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.place.name, m.place.country) for m in found(text, None, **labels)]


def test_the_largest_place_is_meant_where_nothing_else_is_said() -> None:
    assert names("He flew to Paris.", GPE="Paris") == [("Paris", "Paris", "FRA")]


def test_a_container_decides() -> None:
    (paris, texas) = found("The fair in Paris, Texas, was closed.", GPE="Paris|Texas")
    assert (paris.place.country, round(paris.place.lat), round(paris.place.lon)) == ("USA", 34, -96)
    assert texas.place.kind == "region"


def test_a_container_is_a_state_and_not_a_country_or_city_of_its_name() -> None:
    mentions = found(
        "Police in Atlanta, Georgia, and Buffalo, New York, said so.", GPE="Atlanta|Georgia|Buffalo|New York"
    )
    assert [(m.text, m.place.country, m.place.kind) for m in mentions[1::2]] == [
        ("Georgia", "USA", "region"),
        ("New York", "USA", "region"),
    ]


def test_an_abbreviated_state_needs_its_full_stop() -> None:
    assert names("Mass protests began in Cairo.", GPE="Cairo") == [("Cairo", "Cairo", "EGY")]
    assert ("Mass", "Massachusetts", "USA") in {
        (t.rstrip("."), n, c) for t, n, c in names("He lives in Boston, Mass., again.", GPE="Boston|Mass.")
    }


def test_initials_that_the_report_has_given_a_body_are_no_place() -> None:
    text = "The Corruption Eradication Commission (KPK) met in Jakarta. Students stood outside the KPK building."
    spans = [
        (text.index("Jakarta"), text.index("Jakarta") + 7, "GPE"),
        (text.rindex("KPK"), text.rindex("KPK") + 3, "ORG"),
    ]
    assert {m.place.name for m in places_in([(text, spans)], Counter())} == {"Jakarta"}


def test_one_name_is_one_place_throughout() -> None:
    text = "A court in Paris, Texas, met. In Paris it rained."
    spans = [(11, 16, "GPE"), (18, 23, "GPE"), (text.rindex("Paris"), text.rindex("Paris") + 5, "GPE")]
    mentions = find_places(text, 0, spans, Counter())
    assert mentions[0].place == mentions[2].place


def test_the_country_in_focus_decides_between_places_of_like_size() -> None:
    here = found("Shells fell on Tripoli.", {"LBN": 8}, GPE="Tripoli")
    there = found("Shells fell on Tripoli.", {"LBY": 8}, GPE="Tripoli")
    assert (here[0].place.country, there[0].place.country) == ("LBN", "LBY")


def test_neighbours_decide() -> None:
    mentions = found("Rallies in Hyderabad, Karachi and Sukkur.", GPE="Hyderabad|Karachi|Sukkur")
    assert {m.place.country for m in mentions} == {"PAK"}


def test_directions_are_taken_off() -> None:
    (mention,) = found("Fighting in eastern Ukraine went on.", LOC="eastern Ukraine")
    assert (mention.text, mention.place.country) == ("Ukraine", "UKR")


@pytest.mark.parametrize(
    ("text", "name"),
    [("ships in the Taiwan Strait", "Taiwan Strait"), ("in Nagorno-Karabakh", "Nagorno-Karabakh"),
     ("near the Golan Heights", "Golan Heights"), ("the battle for Bakhmut", "Bakhmut"),
     ("in Cabo Delgado", "Cabo Delgado"),
     ("in North Kivu", "North Kivu"), ("once called Saigon", "Saigon"), ("at Guantanamo Bay", "Guantanamo Bay"),
     ("across Rakhine", "Rakhine"), ("the South China Sea", "South China Sea"),
     ("in Khyber Pakhtunkhwa", "Khyber Pakhtunkhwa")],
)  # fmt: skip
def test_regions_seas_and_old_names_are_found_without_a_tagger(text: str, name: str) -> None:
    assert [m.place.name for m in found(text)] == [name]


def test_persons_and_institutions_are_no_places() -> None:
    text = "Jordan Houston of Boston University spoke for Lincoln."
    mentions = found(text, None, PERSON="Jordan Houston|Lincoln", ORG="Boston University")
    assert [m.text for m in mentions if not m.inside] == []


def test_a_place_taken_for_a_person_is_found_by_where_it_stands() -> None:
    assert names("Troops fired in Malakal and left.", PERSON="Malakal") == [("Malakal", "Malakal", "SSD")]
    assert names("He has confidence in Lincoln.", PERSON="Lincoln") == []


def test_lists_carry_over() -> None:
    text = "in Kisumu, Migori and Siaya"
    assert [m.text for m in found(text, GPE="Kisumu", PERSON="Migori", ORG="Siaya")] == ["Kisumu", "Migori", "Siaya"]


def test_a_report_is_resolved_as_a_whole() -> None:
    first, second = "The mayor of Columbus, Georgia, resigned.", "Columbus has 200,000 people."
    passages = [(first, entities(first, GPE="Columbus|Georgia")), (second, entities(second, GPE="Columbus"))]
    mentions = places_in(passages, Counter())
    assert [m.passage for m in mentions] == [0, 0, 1]
    assert mentions[0].place == mentions[2].place
    assert round(mentions[2].place.lat) == 32


def test_a_county_and_its_town_speak_for_each_other() -> None:
    (county, town, state) = found("Lamar County police went to Paris, Texas.", GPE="Lamar County|Paris|Texas")
    assert county.place.kind == "county"
    assert abs(county.place.lat - town.place.lat) < 0.3 and abs(county.place.lon - town.place.lon) < 0.3
    assert state.place.name == "Texas"
    (town, county) = found("Deputies from Elmira searched Chemung County.", GPE="Elmira|Chemung County")
    assert (round(town.place.lat), round(county.place.lat)) == (42, 42)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80), LABELS), max_size=5))
def test_any_text_with_any_spans_gives_true_spans(text: str, spans: list[EntitySpan]) -> None:
    inside = [(min(a, b, len(text)), min(max(a, b), len(text)), label) for a, b, label in spans]
    reached = 0
    for mention in find_places(text, 0, inside, Counter()):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= reached
        reached = mention.end


@pytest.mark.skipif(not BENCH.is_dir(), reason="the shared benchmarks aren't beside the checkout")
def test_toponyms_of_geovirus_given_as_entities_are_placed_near_enough() -> None:
    near = seen = 0
    for line in (BENCH / "geovirus.jsonl").read_text(encoding="utf8").splitlines()[:80]:
        report = json.loads(line)
        gold = {(t["start"], t["end"]): t for t in report["places"] if t.get("lat") is not None}
        spans: list[EntitySpan] = [(start, end, "GPE") for start, end in sorted(gold)]
        for mention in find_places(report["text"], 0, spans, Counter()):
            place = gold.get((mention.start, mention.end))
            if place:
                seen += 1
                near += abs(place["lat"] - mention.place.lat) < 1.5 and abs(place["lon"] - mention.place.lon) < 2.5
    assert seen > 400
    assert near / seen > 0.85


def test_short_names_of_persons_and_agencies_and_blocs_are_no_places() -> None:
    text = "Wang Yi flew in. Wang told Xinhua that the West was wrong."
    spans: list[EntitySpan] = [(0, 7, "PERSON"), (17, 21, "GPE"), (27, 33, "GPE"), (43, 47, "LOC")]
    assert find_places(text, 0, spans, Counter()) == ()


def test_states_in_a_list_of_capitals_stay_capitals() -> None:
    mentions = found("Talks in Moscow, Kyiv, Washington and Paris.", None, GPE="Moscow|Kyiv|Washington|Paris")
    assert [m.place.kind for m in mentions] == ["capital"] * 4


def test_a_report_of_very_many_places_is_resolved_in_time() -> None:
    words = sorted({e.place.name for entries in listed_places().values() for e in entries if e.place.kind == "region"})
    text = "; ".join(words[:1200])
    began = time.perf_counter()
    mentions = find_places(text, 0, [], Counter())
    assert len(mentions) > 500
    assert time.perf_counter() - began < 10


def test_a_person_met_in_a_state_is_no_town_of_it() -> None:
    found_ = names("Raul Castro met Obama in Panama.", PERSON="Obama", GPE="Panama")
    assert [name for name, _, _ in found_] == ["Panama"]


@pytest.mark.parametrize(
    ("name", "country"),
    [("Qamishli", "SYR"), ("Tal Afar", "IRQ"), ("Arbin", "SYR"), ("Deir al-Balah", "PSE"), ("Stepanakert", "AZE"),
     ("Tinzaouaten", "")],
)  # fmt: skip
def test_places_of_conflict_in_the_spellings_of_news(name: str, country: str) -> None:
    ((_, _, where),) = names(f"Shells fell in {name} on Sunday.", GPE=name)
    assert where == country or not country
