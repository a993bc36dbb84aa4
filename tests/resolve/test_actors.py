"""Names, titles and pronouns resolved within a report."""

import pytest
from reading import read, resolved

TEXT = (
    "China's defence minister, Li Shangfu, arrived in Moscow on Tuesday. Mr. Li met his Russian counterpart, "
    "Sergei K. Shoigu. The minister also visited Belarus. He thanked President Aleksandr Lukashenko."
)


def actors_at(text: str, phrase: str) -> set[tuple[str, str]]:
    found = read(text).resolved.actors
    return {(m.actor.name, m.actor.country) for m in found if m.span.text == phrase}


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("Li Shangfu", "Li Shangfu", "CHN"),
        ("Li", "Li Shangfu", "CHN"),
        ("He", "Li Shangfu", "CHN"),
        ("Sergei K. Shoigu", "Sergei Shoigu", "RUS"),
        ("Belarus", "Belarus", "BLR"),
    ],
)
def test_one_person_under_all_names(phrase: str, name: str, country: str) -> None:
    assert (name, country) in actors_at(TEXT, phrase)


def test_the_office_is_the_one_the_text_gives() -> None:
    offices = {m.actor.office for m in read(TEXT).resolved.actors if m.actor.name == "Li Shangfu"}
    assert offices == {"Minister of National Defense of China"}


def test_a_person_unknown_to_the_tables_gets_country_and_office_from_the_title() -> None:
    text = "Atlantis talks stalled. Norwegian Foreign Minister Kari Testdatter left Oslo. Testdatter criticised Iran."
    found = {(m.actor.name, m.actor.country, m.actor.office) for m in read(text).resolved.actors}
    assert ("Kari Testdatter", "NOR", "Minister of Foreign Affairs of Norway") in found


def test_two_nationalities_are_two_parties() -> None:
    text = "Russian and Chinese officials met in Geneva."
    assert {c for _, c in actors_at(text, "Russian and Chinese officials")} == {"RUS", "CHN"}


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Ghana called on the aggressor Togo to stop the raids.", "the aggressor", "Togo"),
        ("Rwanda's neighbour Burundi closed the border.", "Rwanda's neighbour", "Burundi"),
        ("The militant group Hezbollah attacked the village.", "The militant group", "Hezbollah"),
    ],
)
def test_what_stands_before_a_name_means_it(text: str, phrase: str, name: str) -> None:
    assert {n for n, _ in actors_at(text, phrase)} == {name}


def test_power_is_nobody_unless_it_is_a_power() -> None:
    text = "The colonel seized power in Mali. France, a nuclear power, recalled its envoy."
    assert not actors_at(text, "power")


def test_a_party_unknown_to_the_tables_is_not_the_one_named_before() -> None:
    text = "South Africa's ANC agreed to share power with the Democratic Alliance after it lost its majority."
    assert {n for n, _ in actors_at(text, "the Democratic Alliance")} == {"Democratic Alliance"}


def test_she_is_not_the_brother() -> None:
    text = "Maria Quispe lives with her brother. She accused Peru of neglect."
    event = next(e for e in read(text).attributed.events if e.event_type == "ACCUSE")
    assert event.actors[0].actor.name == "Maria Quispe"


def test_backed_by_a_state_is_not_of_it() -> None:
    text = "Iran-backed fighters attacked a base in Jordan."
    event = next(e for e in read(text).attributed.events if e.event_type == "ASSAULT")
    assert all(m.actor.country != "IRN" for m in event.actors)


def test_ids_are_the_same_in_every_report() -> None:
    first = read("Xi Jinping met Vladimir Putin.").resolved.actors
    second = read("The Chinese leader, Xi Jinping, spoke. Mr. Xi left.").resolved.actors
    ids = {m.actor.actor_id for m in first if m.actor.name == "Xi Jinping"}
    assert ids == {m.actor.actor_id for m in second if m.actor.name == "Xi Jinping"}
    assert len(ids) == 1


def test_the_police_of_the_town_where_something_happens() -> None:
    text = "Azerbaijan and Armenia agreed on Monday. Azerbaijan was content. In Yerevan the police arrested ten men."
    assert ("ARM",) in {(country,) for _, country in actors_at(text, "the police")}


def test_the_court_is_the_one_named_before() -> None:
    text = "Guyana sued Venezuela at the International Court of Justice. On Friday the court ordered Venezuela to wait."
    assert {name for name, _ in actors_at(text, "the court")} == {"International Court of Justice"}


def test_others_are_of_the_country_of_the_one_beside_them() -> None:
    text = "Iran answered on Friday. Iran said that Mike Pompeo and other officials had accused Iran of lies."
    assert {country for _, country in actors_at(text, "other officials")} == {"USA"}


def test_a_date_in_a_group_s_name_is_no_time() -> None:
    assert not [t for t in read("The council condemned the March 23 Movement.").resolved.times if t.type == "DATE"]


def test_whom_somebody_acts_on_is_another() -> None:
    text = "Macron telephoned Netanyahu on Monday and urged him to respect the truce."
    assert actors_at(text, "him") != {("Emmanuel Macron", "FRA")}


def test_a_house_is_no_parliament() -> None:
    assert not actors_at("Shells hit a house in Thailand on Sunday.", "a house")


@pytest.mark.parametrize(
    ("text", "phrase", "name", "country"),
    [
        ('"No," Chamber president Nelly Ugarte said in Lima on Monday.', "Nelly Ugarte", "Nelly Ugarte", "PER"),
        ("A Colombian bishop was praised by Bishop Israel Bravo.", "Israel Bravo", "Israel Bravo", ""),
        ("Uganda People's Defence Forces left.", "Uganda People's Defence Forces", "Ugandan defence forces", "UGA"),
        ("A spokesman for Theresa May denied it. Russia and Russian envoys left.", "A spokesman", "British spokesman",
         "GBR"),
        ("Sergey Lavrov telephoned his counterparts in May.", "his counterparts", "counterparts", ""),
        ("America has given the Philippines four patrol boats.", "Philippines", "Philippines", "PHL"),
        ("Five officers agreed on a ceasefire in Geneva. Libya and Libyan envoys were pleased. Libyans danced.",
         "Five officers", "Libyan officers", "LBY"),
    ],
)  # fmt: skip
def test_whose_a_phrase_is(text: str, phrase: str, name: str, country: str) -> None:
    assert (name, country) in actors_at(text, phrase)


def test_a_societys_president_heads_no_state() -> None:
    text = "The Law Society's president, Faith Odhiambo, said lawyers were held in Kenya. She blames the police."
    found = {m.actor.actor_id for m in read(text).resolved.actors}
    assert "person:faith-odhiambo" in found
    assert "office:president-of-kenya" not in found


def test_the_union_is_the_one_named_in_full() -> None:
    text = "The European Union met Chinese envoys in May. Meanwhile the Union adopted sanctions against Russia."
    assert {name for name, _ in actors_at(text, "the Union")} == {"European Union"}


def test_a_sentence_sets_its_authorities_by_its_first_words() -> None:
    text = "Ivory Coast and Togo closed the border. Across the border in Mali, the authorities accused Abidjan."
    assert {country for _, country in actors_at(text, "the authorities")} == {"MLI"}


def test_of_the_police_of_a_state_is_of_that_state() -> None:
    text = "Serbia and Serbs denied it. Gunmen murdered Sergeant Afrim Bunjaku of the Kosovo police on Sunday."
    assert ("Afrim Bunjaku", "XKX") in actors_at(text, "Afrim Bunjaku")


def test_a_relative_is_no_compatriot_of_the_report() -> None:
    text = (
        "Israel and Israeli police spoke. Israel denied it. Her husband, Ghassan Jarrar, protested in Haifa on Friday."
    )
    assert ("Ghassan Jarrar", "ISR") not in actors_at(text, "Ghassan Jarrar")


def test_a_firm_or_ship_named_like_a_state_is_not_that_state() -> None:
    for text in ("Shares of Turkey Creek Resources fell.", "The Swiss Crystal ran into a pier."):
        assert "state" not in {m.actor.kind for m in resolved(text).actors}
    assert "state" in {m.actor.kind for m in resolved("Turkey President Erdogan spoke.").actors}


def test_a_couple_is_not_its_state() -> None:
    assert "state" not in {m.actor.kind for m in resolved("A British couple sued an airline.").actors}


@pytest.mark.parametrize(
    ("text", "word", "name", "country"),
    [
        ("A spokeswoman for Human Rights Watch condemned Kenya.", "A spokeswoman", "Human Rights Watch", ""),
        ("A Red Cross spokesman met Kenya's president.", "A Red Cross spokesman", "Red Cross", ""),
        (
            "A researcher with Human Rights Watch met Kenya's president.",
            "A researcher",
            "Human Rights Watch researcher",
            "",
        ),
        ("Members of the European Parliament met Kenya's president.", "Members", "European Parliament members", "EUR"),
        ("Kenya accused an al Qaeda-linked group.", "group", "Kenyan group", "KEN"),
    ],
)
def test_who_works_for_a_body_is_of_no_state_beside_it(text: str, word: str, name: str, country: str) -> None:
    found = [m.actor for m in resolved(text).actors if word in m.span.text and m.actor.kind != "state"]
    assert [(name in a.name, a.country) for a in found] == [(True, country)], found


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Kurdish fighters of the Syrian Democratic Forces seized a town near Raqqa.",
         "Kurdish fighters", "Syrian Democratic Forces"),
        ("A Hamas delegation visited Cairo on Monday.", "Hamas delegation", "Hamas"),
        ("A columnist for Le Monde criticised the French government.", "columnist", "Le Monde"),
        ("Norwegian officials met. Palestinian gunmen attacked Israeli soldiers.",
         "Palestinian gunmen", "Palestinian gunmen"),
        ("US officials accused Iran of lying.", "US officials", "American officials"),
        ("On Monday the security council demanded a truce, and Russia's ambassador abstained.",
         "security council", "United Nations Security Council"),
        ("The army of Brazil was quiet. Brazil's security council met. The security council accused Peru of lying.",
         "security council", "Brazilian security council"),
    ],
)  # fmt: skip
def test_whom_a_phrase_stands_for(text: str, phrase: str, name: str) -> None:
    named = {m.actor.name for m in read(text).resolved.actors if phrase in m.span.text}
    assert name in named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("State Councilor and Foreign Minister Wang Yi met Retno Marsudi in Jakarta.", "Wang Yi"),
        ("Begum Zia accused the government of Bangladesh of murder.", "Khaleda Zia"),
        ("Don Pramudwinai of Thailand accused Iran of lying.", "Don Pramudwinai"),
        ("Edward Whitcombe QC accused Iran of lying.", "Edward Whitcombe"),
        ("It was Macron who denounced the Italian government.", "Emmanuel Macron"),
        ("Ashraf Na\u2019alowa attacked Israel in October.", "Ashraf Na'alowa"),
        ("The UN High Commissioner for Refugees, Filippo Grandi, accused Kenya of lying.", "Filippo Grandi"),
        ("San Francisco sued the Trump administration on Tuesday.", "San Francisco"),
    ],
)
def test_the_one_who_acts(text: str, name: str) -> None:
    (event,) = [e for e in read(text).attributed.events if e.actors][:1]
    assert {m.actor.name for m in event.actors} == {name}


def test_those_outside_an_embassy_are_not_of_its_state() -> None:
    text = "A small crowd of the Philippines was angry. A crowd waved placards outside the Chinese consulate in Makati."
    (event,) = read(text).attributed.events
    assert {m.actor.country for m in event.actors} == {"PHL"}


def test_whom_a_text_names_in_full_isnt_told_by_his_family_name() -> None:
    text = "Kenya was quiet. Pillay criticised Kenya on Monday."
    assert "Navi Pillay" not in {m.actor.name for m in read(text).resolved.actors}
    text = "Kenya was quiet. Navi Pillay criticised Kenya on Monday."
    assert "Navi Pillay" in {m.actor.name for m in read(text, "2012-05-01").resolved.actors}
