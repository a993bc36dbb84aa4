"""Offices that a text gives a person."""

import pytest
from reading import read, resolved


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("The security adviser to the prime minister, Tamsin Oduya, met an envoy of Kenya.", "Tamsin Oduya", "Prime"),
        ("Her deputy, Tamsin Oduya, met the foreign minister of Kenya.", "Tamsin Oduya", "parliament"),
    ],
)
def test_a_title_of_another_is_not_ones_own(text: str, name: str, office: str) -> None:
    actor = next(m.actor for m in read(text).resolved.actors if m.actor.name == name)
    assert office not in actor.office


def test_a_title_in_apposition_is_ones_own() -> None:
    actors = read("The prime minister of Kenya, Tamsin Oduya, met envoys.").resolved.actors
    assert next(m.actor.office for m in actors if m.actor.name == "Tamsin Oduya") == "Prime Minister of Kenya"


def test_who_was_sacked_is_a_former_one() -> None:
    actors = read("Jonas Berwick, the sacked foreign minister of Malta, criticised Italy.").resolved.actors
    actor = next(m.actor for m in actors if m.actor.name == "Jonas Berwick")
    assert actor.sectors[:1] == ("ELI",)


def test_the_president_of_a_party_holds_no_office_of_the_state() -> None:
    text = "The ruling party rallied in Lahore. Yasmin Rashid, the party's president for central Punjab, was there."
    (rashid,) = {m.actor for m in read(text).resolved.actors if m.actor.name == "Yasmin Rashid"}
    assert (rashid.office, rashid.sectors[:1]) == ("", ("PTY",))


def test_a_surname_that_several_of_one_state_share_is_of_that_state() -> None:
    text = "China protested on Monday. A tribunal was wrong, Zhang said in Beijing. China will not yield."
    assert {m.actor.country for m in resolved(text).actors if m.span.text == "Zhang"} == {"CHN"}


def test_the_head_of_a_state_comes_before_the_head_of_its_chamber() -> None:
    text = "North Korea fired a missile on Sunday. Kim watched the launch, state media said."
    assert {m.actor.name for m in resolved(text, day="2017-05-14").actors if m.span.text == "Kim"} == {"Kim Jong Un"}


def test_a_make_of_arms_is_nobody() -> None:
    text = "Maria Zakharova wrote earlier that Kalibr missiles had sunk a fast patrol boat in Ukraine."
    assert all(m.actor.name != "Kalibr" for m in resolved(text).actors)


def test_a_hyphenated_name_is_kept_whole() -> None:
    text = "The Speaker met Deputy Speaker Tsai Chi-chang in Taipei."
    assert "Tsai Chi-chang" in {m.actor.name for m in resolved(text).actors}


def test_a_surname_that_the_tagger_holds_for_a_noun() -> None:
    text = (
        "President Donald Trump signed an order. Iran's envoy left. Trump described the measures as strong. He smiled."
    )
    found = [m.actor.name for m in read(text, "2019-06-24").resolved.actors if m.span.text in {"Trump", "He"}]
    assert found == ["Donald Trump", "Donald Trump"]


def test_part_of_a_hyphenated_town_is_nobody() -> None:
    found = [m.actor.name for m in read("A bomb went off in Mazar-e-Sharif on Friday.").resolved.actors]
    assert "Nawaz Sharif" not in found


def test_a_large_town_is_nobody_after_its_capture() -> None:
    found = read("The council condemned the capture of Goma by rebels. The capture of Keita angered Peru.")
    assert {m.actor.kind for m in found.resolved.actors if m.span.text == "Goma"} == {"unnamed"}
    assert {m.actor.kind for m in found.resolved.actors if m.span.text == "Keita"} == {"person"}
    assert "Goma" in {p.place.name for p in found.resolved.places}


def test_a_given_name_alone_is_the_one_named_for_short_later() -> None:
    text = '"Rishi should ban them," said an officer of the British navy. Mr Sunak did not answer.'
    found = {m.actor.name for m in read(text, "2023-03-14").resolved.actors if m.actor.kind == "person"}
    assert found == {"Rishi Sunak"}


def test_a_family_name_left_at_its_first_letter_is_nobody_else_s() -> None:
    text = "Police in Estonia held a pilot named only as Sergei K. on Friday. Sergei Skripal was poisoned in 2018."
    found = {m.actor.name for m in read(text, "2023-03-14").resolved.actors if m.actor.kind == "person"}
    assert found == {"Sergei K.", "Sergei Skripal"}


def test_a_town_after_a_preposition_is_no_person() -> None:
    text = "Sailors were seized off Ras Lanuf on Sunday by a Libyan patrol. Libya denied it."
    assert not any(m.actor.kind == "person" for m in read(text, "2019-10-16").resolved.actors)


def test_his_majesty_is_nobody_else_s() -> None:
    text = "Prime Minister Manmohan Singh flew to Oman. Sultan Qaboos bin Said watched. His Majesty received envoys."
    found = {m.actor.name for m in read(text, "2008-11-09").resolved.actors if m.span.text in {"His", "His Majesty"}}
    assert "Manmohan Singh" not in found


def test_a_surname_alone_is_nobodys_out_of_office_whose_state_is_not_named() -> None:
    read_of = resolved("The app was taken down. Soto won the fight on Saturday.", day="2018-02-01").actors
    assert "Alvaro de Soto" not in {m.actor.name for m in read_of}
    assert "Emmanuel Macron" in {m.actor.name for m in resolved("France is calm. Macron met bishops.").actors}


def test_who_speaks_for_a_firm_is_of_no_government() -> None:
    (firm,) = [m.actor for m in resolved("A spokesman for Norlink Corp denied it.").actors if m.actor.kind != "body"]
    assert "GOV" not in firm.sectors
    ministry = [m.actor for m in resolved("A spokesman for the Foreign Ministry of Kenya denied it.").actors]
    assert any("GOV" in a.sectors for a in ministry)


@pytest.mark.parametrize(
    ("text", "named", "name", "country"),
    [
        ("The Syrian poet Rima Haddad was jailed. Her father Anwar wept.", "Anwar", "Anwar Haddad", "SYR"),
        ("Rima Haddad's brother, Karim, met the Syrian poet Rima Haddad.", "Karim", "Karim Haddad", "SYR"),
        (
            "The Syrian poet Rima Haddad was freed. Her husband, Samir Aboud, met her.",
            "Samir Aboud",
            "Samir Aboud",
            "SYR",
        ),
        ("Police in Peru held the brothers Fredy and Luis Quispe.", "Fredy", "Fredy Quispe", ""),
        ("Castro's brother Raul flew to Hanoi.", "Raul", "Raul Castro", "CUB"),
    ],
)
def test_relatives_share_state_and_family_name(text: str, named: str, name: str, country: str) -> None:
    (found,) = {m.actor for m in resolved(text).actors if m.span.text == named}
    assert (found.name, country and found.country) == (name, country)


def test_a_relatives_only_name_is_no_others_given_one() -> None:
    text = "Rebels killed the reporter James Foley. Foley's mother, Diane, urged Britain to act. "
    text += "Diane Abbott criticised the British government."
    names = {m.actor.name for m in resolved(text).actors if m.actor.kind == "person"}
    assert {"Diane Foley", "Diane Abbott"} <= names
