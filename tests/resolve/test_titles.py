"""Bare titles led back to parties named before, to several, or to a state."""

import pytest
from reading import resolved


def at(text: str, phrase: str) -> set[tuple[str, str]]:
    """Name and country of the actors that stand at a phrase."""
    return {(m.actor.name, m.actor.country) for m in resolved(text).actors if m.span.text == phrase}


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Sudan's army shelled Omdurman. On Monday the army denied it.", "the army", "SDN"),
        ("Nepal closed its border. The country has banned all flights.", "The country", "NPL"),
        ("Bolivia expelled the Peruvian envoy. The government in La Paz gave no reason.", "The government", "BOL"),
    ],
)
def test_the_state_of_a_title(text: str, phrase: str, country: str) -> None:
    assert {c for _, c in at(text, phrase)} == {country}


def test_a_land_is_the_state_itself() -> None:
    assert at("Nepal closed its border. The country has banned all flights.", "The country") == {("Nepal", "NPL")}


def test_the_two_countries_are_those_named_together() -> None:
    text = "India and Pakistan exchanged fire. The two countries agreed on a truce."
    assert {c for _, c in at(text, "The two countries")} == {"IND", "PAK"}


def test_the_bloc_is_the_one_named_before() -> None:
    text = "The European Union imposed sanctions on Belarus. The bloc also banned Belarusian airlines."
    assert {name for name, _ in at(text, "The bloc")} == {"European Union"}


def test_a_title_of_nobody_named_stays_open() -> None:
    assert {c for _, c in at("The minister resigned.", "The minister")} <= {""}


def test_ones_country_is_the_state_itself() -> None:
    text = "Li Shangfu of China met envoys of Chad. He said that his country would help."
    assert at(text, "his country") == {("China", "CHN")}


def test_fighters_are_the_group_that_was_named() -> None:
    text = "M23 fighters seized Goma in eastern Congo. M23 has named a governor. The rebels shelled the airport."
    assert {name for name, _ in at(text, "The rebels")} == {"M23"}


def test_attackers_are_not_the_building_that_they_stormed() -> None:
    text = "Gunmen stormed a hotel in Mogadishu on Friday. The attackers fought soldiers for hours."
    assert all("hotel" not in name for name, _ in at(text, "The attackers"))


def test_a_family_is_no_body() -> None:
    text = "UNESCO named a goodwill envoy from Peru. His father was a judge in Lima, and the family fled to Chile."
    assert {name for name, _ in at(text, "the family")} != {"UNESCO"}


def test_rebels_are_those_of_the_one_group_named() -> None:
    text = "Congo accused Rwanda of backing M23. Rebels shot dead two men near Goma on Monday."
    assert at(text, "Rebels") == {("M23", "COD")}


def test_a_government_is_of_the_state_that_its_sentence_opens_in() -> None:
    text = "North Korea tested a bomb. In Mexico, the government expelled the North Korean ambassador."
    assert {c for _, c in at(text, "the government")} == {"MEX"}


def test_the_two_leaders_are_not_of_the_place_where_they_meet() -> None:
    text = "Macron spoke to Kurti and Vucic. He will meet the two leaders in Moldova on Thursday."
    assert {c for _, c in at(text, "the two leaders")} != {"MDA"}


def test_a_soldier_s_title_is_no_politician_s() -> None:
    text = "Imran Khan, the former prime minister, spoke in Lahore. Men burned the house of the corps commander."
    assert "Imran Khan" not in {name for name, _ in at(text, "the corps commander")}


def test_an_agency_is_the_body_that_its_noun_describes() -> None:
    text = "The United Nations High Commissioner for Refugees is in Turkey. The refugee agency urged Turkey to help."
    assert at(text, "The refugee agency") == {("United Nations High Commissioner for Refugees", "UNO")}


def test_fighters_of_a_group_are_the_group() -> None:
    text = "Somalia blamed al-Shabaab, whose fighters killed five soldiers near Afgoye on Tuesday."
    assert at(text, "whose fighters") == {("Al-Shabaab", "SOM")}


def test_his_man_in_a_capital_is_of_his_own_state() -> None:
    text = "Volodymyr Zelensky sacked Vadym Prystaiko. Zelensky had praised his envoy in London before."
    assert {c for _, c in at(text, "his envoy")} == {"UKR"}


def test_who_receives_a_foreigner_is_of_another_state() -> None:
    text = "President receives Chinese minister. Belarus and China agreed. Belarus is glad, and so are Belarusians."
    assert {c for _, c in at(text, "President")} == {"BLR"}


def test_a_king_is_of_a_monarchy() -> None:
    text = "Turkey and Jordan agreed on a visit. The king flies to Ankara on Tuesday, Turkey said."
    assert {c for _, c in at(text, "king")} <= {"JOR", ""}


@pytest.mark.parametrize("phrase", ["foreigners", "Western hostages", "a foreign technician"])
def test_people_from_abroad_are_of_no_state_of_the_report(phrase: str) -> None:
    text = f"Kenya's army entered Kismayo in Somalia. Kenya said that it freed {phrase} there."
    assert {c for _, c in at(text, phrase)} == {""}


def test_a_foreign_minister_is_of_the_report_s_state() -> None:
    text = "Kenya's army entered Kismayo. Kenya is pleased. The foreign minister thanked Kenya's army."
    assert {c for _, c in at(text, "The foreign minister")} == {"KEN"}
