"""Parties that the form of a sentence gives."""

import pytest
from reading import brief, events

CASES = [
    # a list names its recipient once
    ("Algeria condemned Mali and recalled its ambassador.", "ACCUSE", {"DZA"}, {"MLI"}),
    # those who agree together agree with each other
    ("Tehran and Riyadh agreed on Friday to reopen their embassies.", "AGREE", {"IRN"}, {"SAU"}),
    # force used in another's country
    ("Germany condemned Russia's war in Ukraine.", "ASSAULT", {"RUS"}, {"UKR"}),
    ("Turkish airstrikes in Syria went on for a third day.", "ASSAULT", {"TUR"}, {"SYR"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), CASES)
def test_parties_by_form(text: str, event_type: str, actors: set[str], recipients: set[str]) -> None:
    assert (event_type, actors, recipients) in [brief(e) for e in events(text)]


def test_the_audience_of_a_saying_is_not_blamed() -> None:
    text = "The Kenyan foreign minister told Reuters that Uganda was arming the rebels and had lied about it."
    blamed = [m.actor for e in events(text) if e.event_type == "ACCUSE" for m in e.recipients]
    assert all(a.country == "UGA" for a in blamed), blamed


def test_force_at_home_has_no_foreign_victim() -> None:
    found = [brief(e) for e in events("Nigerian troops launched an offensive in Nigeria against nobody in particular.")]
    assert all(not (t == "ASSAULT" and r == {"NGA"} and a == {"NGA"}) for t, a, r in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's supreme court ruled the deportation of the Togolese journalists illegal.",
        "A Lagos court declared the arrest of the union leader unlawful on Monday.",
    ],
)
def test_who_judges_a_deed_has_not_done_it(text: str) -> None:
    (deed,) = [e for e in events(text) if e.event_mode in {"deport", "arrest"}]
    assert all("JUD" not in m.actor.sectors for m in deed.actors)
    assert deed.status == "happened"


def test_whom_one_signs_for_is_no_other_side() -> None:
    found = [brief(e) for e in events("Sergei Shoigu signed the agreement for Russia in Istanbul on Friday.")]
    assert all("RUS" not in recipients for _, _, recipients in found), found


def test_a_coordinated_verb_is_done_by_the_one_before() -> None:
    text = "China has faced accusations from the United States of arming Russia and supplying its army with parts."
    doers = {m.trigger.text: {p.actor.country for p in m.actors} for m in events(text)}
    assert doers["arming"] == {"CHN"}
    assert doers["supplying"] == {"CHN"}


def test_mediators_stand_on_one_side_and_those_who_talk_on_the_other() -> None:
    text = "Mali and the Tuareg rebels extended their ceasefire after talks in Algiers brokered by Algeria and Niger."
    (mediation,) = [e for e in events(text) if e.event_mode == "third-party"]
    assert {m.actor.country for m in mediation.actors} == {"DZA", "NER"}
    assert {m.actor.name for m in mediation.recipients} == {"Mali", "Tuareg rebels"}


def test_what_is_discussed_takes_no_part() -> None:
    text = "Egypt's president discussed a sale of arms to Mali with the leader of Chad on Monday."
    (talks,) = [e for e in events(text) if e.event_type == "CONSULT"]
    assert {m.actor.country for m in (*talks.actors, *talks.recipients)} == {"EGY", "TCD"}


def test_cooperation_between_several_is_nobody_elses() -> None:
    found = [brief(e) for e in events("The war in Ukraine has deepened cooperation between European states.")]
    assert all("UKR" not in actors for kind, actors, _ in found if kind == "COOPERATE"), found


def test_who_calls_a_strike_does_it() -> None:
    found = [brief(e) for e in events("Kenya's nurses called a strike over unpaid wages on Monday.")]
    assert ("PROTEST", {"KEN"}, set()) in [(kind, actors, set()) for kind, actors, _ in found]


def test_who_signs_for_the_other_side_stands_on_it() -> None:
    text = "The accord with Chad was signed on Monday by Kenyan minister Aden Duale and Chadian minister Ali Idriss."
    (signing,) = [e for e in events(text) if e.trigger.text == "signed"]
    assert {m.actor.name for m in signing.actors} == {"Aden Duale"}
    assert {m.actor.name for m in signing.recipients} == {"Ali Idriss"}
