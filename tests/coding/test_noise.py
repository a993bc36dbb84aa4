"""Input that is no news prose: no crash, no hang, and no events out of noise."""

import pytest
from reading import events

NOISE = {
    "another script": "政府は木曜日に新しい計画を発表した。首相は記者団に対し、協議を続けると述べた。",
    "cyrillic": "Министр обороны заявил, что переговоры продолжатся в пятницу в Минске.",
    "a table": "Team P W D L\nChile 6 4 1 1\nPeru 6 3 1 2\nBolivia 6 1 0 5\nEcuador 6 2 2 2",
    "ocr": "Th3 m1ni5try 0f f0re|gn aff4irs r3p0rt~d n0 ch@nge ln 1ts p0||cy t0w4rd th~ b0rd~r tr@d~",
    "a list of names": "Smith, Jones, Okafor, Tanaka, Müller, Rossi, Silva, Ivanov, Kim, Nguyen, Haddad, Cohen",
    "numbers": "12 44 18 9 0.33 1,204 77% 15.6 2,003 88 12 44 18 9 0.33 1,204 77% 15.6 2,003 88",
    "stage directions": "[APPLAUSE] [LAUGHTER] Q: (inaudible) A: Well, thank you all. [MUSIC] [END OF CLIP]",
    "markup": "&lt;div class=&quot;ad&quot;&gt; var x = [1,2,3]; function attack(){return false;} &lt;/div&gt;",
}


@pytest.mark.parametrize("kind", NOISE)
def test_no_event_out_of_noise(kind: str) -> None:
    try:
        found = events(NOISE[kind])
    except AssertionError:
        return  # rejected with a reason
    assert [(e.event_type, e.trigger.text) for e in found] == []


def test_a_sentence_of_five_thousand_words() -> None:
    assert events("Kenya accused Uganda of arming rebels and " * 715 + "left.") == ()


def test_capitals_and_missing_points_still_tell_their_event() -> None:
    assert ("ACCUSE", frozenset({"KEN"})) in {
        (e.event_type, frozenset(m.actor.country for m in e.actors))
        for e in events("KENYA ON FRIDAY ACCUSED UGANDA OF ARMING REBELS ALONG ITS NORTHERN BORDER")
    }


def test_a_long_sentence_without_points_ends() -> None:
    clause = "the minister of Chad met the president of Niger in Niamey and then flew home to speak to parliament and "
    assert len(events(clause * 12)) < 60
