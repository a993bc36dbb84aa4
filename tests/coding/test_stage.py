"""Who did what to whom, construction by construction."""

import pytest
from reading import brief, events

CASES = [
    # active, passive, by-phrase
    ("Turkey bombed northern Iraq on Monday.", "ASSAULT", {"TUR"}, {"IRQ"}),
    ("Northern Iraq was bombed by Turkey on Monday.", "ASSAULT", {"TUR"}, {"IRQ"}),
    ("Police arrested three opposition leaders in Kampala.", "COERCE", {"UGA"}, {"UGA"}),
    # nominal events with their possessors and prepositions
    ("Brazil's condemnation of Israel came within hours.", "ACCUSE", {"BRA"}, {"ISR"}),
    ("The visit of the Indian prime minister to Bhutan begins today.", "CONSULT", {"IND"}, {"BTN"}),
    # light verbs, active and passive
    ("Kenya held talks with Somalia on the border dispute.", "CONSULT", {"KEN"}, {"SOM"}),
    ("Canada imposed sanctions on Myanmar.", "SANCTION", {"CAN"}, {"MMR"}),
    ("Sanctions were imposed on Myanmar by Canada.", "SANCTION", {"CAN"}, {"MMR"}),
    # reciprocal use
    ("The foreign ministers of Egypt and Sudan met in Khartoum.", "CONSULT", {"EGY", "SDN"}, set()),
    ("Chile and Peru signed a free trade agreement.", "SUPPORT", {"CHL"}, {"PER"}),
    # coordination shares subjects and objects
    ("The Philippines condemned China and summoned its ambassador.", "ACCUSE", {"PHL"}, {"CHN"}),
    ("Norway and Sweden condemned Iran.", "ACCUSE", {"NOR", "SWE"}, {"IRN"}),
    # control
    ("Washington urged Ankara to release the pastor.", "REQUEST", {"USA"}, {"TUR"}),
    ("Japan used the summit to castigate North Korea.", "ACCUSE", {"JPN"}, {"PRK"}),
    # relative clauses
    ("Rwanda, which accuses Burundi of sheltering rebels, closed the road.", "ACCUSE", {"RWA"}, {"BDI"}),
    # the subject of what one is under
    ("Venezuela has been under American sanctions since 2017.", "SANCTION", {"USA"}, {"VEN"}),
    # seat of government, nationality
    ("The Kremlin warned Estonia of consequences.", "THREATEN", {"RUS"}, {"EST"}),
    ("Ethiopian troops shelled a town in Tigray.", "ASSAULT", {"ETH"}, {"ETH"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), CASES)
def test_constructions(text: str, event_type: str, actors: set[str], recipients: set[str]) -> None:
    found = [brief(e) for e in events(text)]
    if event_type == "CONSULT" and len(actors) == 2:
        assert any(t == "CONSULT" and a | r == actors for t, a, r in found), found
    else:
        assert (event_type, actors, recipients) in found, found


NOTHING = [
    "The minister said that the road is long.",
    "Rain hit the northern provinces of Kenya for three days.",
    "Real Madrid beat Barcelona 3-1 on Saturday.",
    "The company charges a fee of two dollars.",
    "The spokesman declined to comment.",
    "Shares in Tokyo rose as investors waited for the figures.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event_without_a_political_act(text: str) -> None:
    assert [brief(e) for e in events(text)] == []


def test_an_accusation_and_what_it_alleges_are_two_events() -> None:
    found = events("The United States accused China of sending weapons to Russia.")
    assert ("ACCUSE", {"USA"}, {"CHN"}) in [brief(e) for e in found]
    alleged = next(e for e in found if e.event_type == "AID")
    assert brief(alleged)[1:] == ({"CHN"}, {"RUS"})
    assert alleged.status == "alleged"
    assert [c.actor.country for c in alleged.claimants] == ["USA"]


def test_a_verb_and_its_noun_tell_one_event() -> None:
    found = [e for e in events("Students staged a protest in Santiago.") if e.event_type == "PROTEST"]
    assert len(found) == 1


def test_every_span_is_verbatim() -> None:
    text = "“Russia’s attack was cruel,” Poland’s foreign minister said on Tuesday, urging the United Nations to act."
    for event in events(text):
        for span in (event.sentence, event.trigger, *(m.span for m in (*event.actors, *event.recipients))):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text",
    ["An embargo is a ban on trade with a country.", "The best time to visit Ethiopia is from October to March."],
)
def test_definitions_and_advice_tell_of_no_deed(text: str) -> None:
    assert not events(text)


def test_a_warning_of_how_something_is_threatens_nobody() -> None:
    found = events("President Volodymyr Zelensky warned that it was too early to celebrate, whatever Russia signs.")
    assert all(e.event_type != "THREATEN" for e in found)
    assert any(e.event_type == "THREATEN" for e in events("Iran warned that Israel would pay a heavy price."))


def test_what_ones_own_authorities_did_is_no_accusation() -> None:
    text = (
        "Interior Minister Rana Sanaullah of Pakistan said that the National Accountability Bureau had made the arrest."
    )
    assert all(e.event_type != "ACCUSE" for e in events(text))


def test_who_is_told_of_a_deed_has_not_done_it() -> None:
    text = "Imran Khan told the Islamabad High Court that he had been beaten on the day of his arrest in Lahore."
    doers = [m.actor for e in events(text) if e.trigger.text == "arrest" for m in e.actors]
    assert all("JUD" not in a.sectors for a in doers)


def test_what_is_stopped_is_one_deed() -> None:
    found = [m.event_type for m in events("Sweden stopped selling arms to Saudi Arabia in 2019.")]
    assert found == ["SANCTION"]
