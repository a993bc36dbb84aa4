"""Towns inside the names of institutions, adjectives, datelines, and what must not be taken for them."""

from collections import Counter

import pytest

from dragoman.ontology.demonyms import demonyms
from dragoman.resolve.places import EntitySpan, find_places, places_in
from dragoman.resolve.places.register import told_by_words
from dragoman.types.place import PlaceMention


def found(text: str, **labels: str) -> list[PlaceMention]:
    """The places of a text with the entities given by label: ``ORG="Oslo Opera|Bergen Line"``."""
    spans: list[EntitySpan] = [
        (text.index(name), text.index(name) + len(name), label)
        for label, given in labels.items()
        for name in given.split("|")
    ]
    return list(find_places(text, 0, spans, Counter()))


def inside(text: str, **labels: str) -> list[tuple[str, str]]:
    return [(m.text, m.place.name) for m in found(text, **labels) if m.inside]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [("She joined the Spokane Police Department.", "Spokane Police Department", "Spokane"),
     ("the Nairobi High Court ruled", "Nairobi High Court", "Nairobi"),
     ("a clerk of the Multnomah County Court", "Multnomah County Court", "Multnomah County"),
     ("a professor at the University of Leipzig", "University of Leipzig", "Leipzig"),
     ("the Oregon Department of Forestry", "Oregon Department of Forestry", "Oregon"),
     ("St. Louis City Hall was closed", "St. Louis City Hall", "St. Louis"),
     ("the Sheffield Daily Herald wrote", "Sheffield Daily Herald", "Sheffield")],
)  # fmt: skip
def test_the_place_of_an_institution_is_found_in_its_name(text: str, name: str, place: str) -> None:
    assert place in [t for t, _ in inside(text, ORG=name)]


def test_an_institution_that_no_tagger_sees_shows_its_town() -> None:
    assert inside("crews of the Tacoma Volunteer Fire Department") == [("Tacoma", "Tacoma")]


@pytest.mark.parametrize(
    ("text", "labels"),
    [("pupils of Jackson Elementary School", {"ORG": "Jackson Elementary School"}),
     ("the Media Council and the Energy Board", {"ORG": "Media Council|Energy Board"}),
     ("shops on Rochester Avenue and Dover Street", {"FAC": "Rochester Avenue|Dover Street"}),
     ("Judge Austin Police retired", {"PERSON": "Judge Austin Police"}),
     ("Florence Bell sang", {"PERSON": "Florence Bell"})],
)  # fmt: skip
def test_words_streets_and_persons_in_names_are_no_places(text: str, labels: dict[str, str]) -> None:
    assert found(text, **labels) == []


def test_a_person_lends_the_name_to_a_school_unless_the_town_is_named_too() -> None:
    person = "Marion Elkhart founded the Elkhart Academy."
    assert found(person, PERSON="Marion Elkhart", ORG="Elkhart Academy") == []
    town = "He moved to Elkhart. The Elkhart Academy opened."
    spans: list[EntitySpan] = [(12, 19, "GPE"), (25, 40, "ORG")]
    assert [m.inside for m in find_places(town, 0, spans, Counter())] == [False, True]


def test_adjectives_and_inhabitants_stand_for_their_place() -> None:
    text = "Kenyan farmers met Ohioans and a Scottish envoy."
    assert inside(text) == [("Kenyan", "Kenya"), ("Ohioans", "Ohio"), ("Scottish", "Scotland")]
    assert inside("South African miners") == [("South African", "South Africa")]


def test_each_demonym_has_a_place_and_regions_go_before_states() -> None:
    known = demonyms()
    assert len(known) > 1000
    assert {known[form].place.name for form in ("Welsh", "Sicilians", "Texan")} == {"Wales", "Sicily", "Texas"}
    assert not {"Yankees", "Zionist"} & known.keys()


def test_languages_and_persons_are_no_adjectives() -> None:
    assert inside("He spoke Russian, wrote in French and read a German-language daily.") == []
    assert inside("French said so.", PERSON="French") == []


def test_the_seat_of_a_legislator_is_a_place() -> None:
    assert inside("Sen. Ann Lee, R-Ky., and Rep. Bo Hill, D-Toledo, agreed.", PERSON="Ann Lee|Bo Hill") == [
        ("Ky.", "Kentucky"),
        ("Toledo", "Toledo"),
    ]


def test_hyphens_join_a_place_to_what_it_is_of() -> None:
    assert inside("the Omaha-based carrier", ORG="Omaha") == []
    assert [m.text for m in found("the Omaha-based carrier", ORG="Omaha")] == ["Omaha"]


def test_a_dateline_in_capitals_opens_a_report() -> None:
    (mention,) = found("Mill to close. TOPEKA (AP) -- The mill closes.", ORG="TOPEKA (AP) -- The")
    assert (mention.text, mention.inside) == ("TOPEKA", False)


def test_townspeople_give_their_town_away() -> None:
    (mention,) = found("Two Yakima firefighters were hurt.", PERSON="Yakima")
    assert (mention.place.name, mention.inside) == ("Yakima", False)
    assert found("The Trump voters cheered.", PERSON="Trump") == []


def test_counties_in_a_list_are_counties() -> None:
    mentions = found(
        "Floods hit Polk, Jasper and Marshall counties in Iowa.", GPE="Iowa", PERSON="Polk|Jasper|Marshall"
    )
    assert [m.place.kind for m in mentions] == ["county"] * 3 + ["region"]
    assert all(abs(m.place.lat - 41.8) < 1 for m in mentions[:3])


def test_a_small_town_is_meant_beside_its_county() -> None:
    first, second = "Lebanon police arrested him.", "Linn County Sheriff's Office in Albany helped."
    passages = [(first, [(0, 7, "GPE")]), (second, [(0, 28, "ORG"), (32, 38, "GPE")])]
    assert {(m.place.country, round(m.place.lat)) for m in places_in(passages, Counter())} <= {("USA", 44), ("USA", 45)}


def test_words_of_one_country_s_papers_count_for_it_up_to_a_limit() -> None:
    assert told_by_words(["The minister resigned."]) == Counter()
    assert told_by_words(["The sheriff's office and the School District met."]) == Counter({"USA": 2})
    assert told_by_words(["Medicaid " * 50])["USA"] == 5


def test_months_are_no_towns() -> None:
    assert found("The vote in March, and another in May, was lost.") == []
