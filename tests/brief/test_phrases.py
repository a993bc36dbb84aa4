"""Events as English sentences."""

import pytest

from dragoman.brief.phrases import UNDONE, form_of, phrase_of, phrases, sentence
from dragoman.brief.records import Mention, Words
from dragoman.ontology.plover import EVENT_TYPES
from dragoman.ontology.tables import cells, rows

STATUSES = ("happened", "planned", "alleged", "denied", "hypothetical", "negated", UNDONE)


def told(event_type: str, mode: str, status: str, words: str = "", who: str = "A", whom: str = "B") -> str:
    return sentence(phrase_of(event_type, mode, words), status, [who] if who else [], [whom] if whom else [])


@pytest.mark.parametrize(
    ("event_type", "mode", "status", "words", "expected"),
    [
        ("CONSULT", "visit", "planned", "", "A is to visit B"),
        ("CONSULT", "visit", "happened", "go visit", "A visited B"),
        ("CONSULT", "visit", "happened", "hosted host", "A received B"),
        ("CONSULT", "visit", "happened", "invited invite", "A invited B to visit"),
        ("CONSULT", "", "happened", "met meet", "A met B"),
        ("ACCUSE", "allege", "happened", "accused", "A accused B"),
        ("ACCUSE", "disapprove", "happened", "slammed", "A criticised B"),
        ("AID", "", "alleged", "", "A allegedly gave aid to B"),
        ("AID", "", "negated", "arming arm", "A did not arm B"),
        ("AID", "", UNDONE, "arming arm", "A will not arm B"),
        ("ASSAULT", "", "denied", "", "A is said, and denied, to have attacked B"),
        ("SANCTION", "", "hypothetical", "sanctions sanction", "A might impose sanctions on B"),
        ("COERCE", "arrest", "happened", "arrested", "A arrested B"),
    ],
)
def test_status_and_words_decide_the_form(event_type: str, mode: str, status: str, words: str, expected: str) -> None:
    assert told(event_type, mode, status, words) == expected


def test_without_an_actor_the_sentence_is_passive() -> None:
    assert told("ASSAULT", "", "happened", "killed", who="") == "B was killed"
    assert sentence(phrase_of("COERCE", "arrest"), "planned", [], ["rebels"]) == "Rebels are to be arrested"


def test_without_a_recipient_nothing_is_said_of_one() -> None:
    assert told("RETREAT", "resign", "happened", whom="") == "A left office"
    assert told("CONSULT", "", "happened", whom="", who="") == "An actor not named held talks"


def test_verbs_agree_with_several_actors() -> None:
    assert sentence(phrase_of("CONSULT", "visit"), "planned", ["A", "B"], ["C"]) == "A and B are to visit C"
    assert sentence(phrase_of("CONSULT", "visit"), "planned", ["the United States"], ["C"]).startswith(
        "The United States is"
    )


def test_every_type_and_mode_reads_as_a_sentence_in_every_status() -> None:
    modes = {row["type"]: ("", *cells(row["modes"])) for row in rows("event_types.tsv")}
    assert set(modes) == set(EVENT_TYPES)
    for event_type, named in modes.items():
        for mode in named:
            for status in STATUSES:
                for who, whom in (("A", "B"), ("A", ""), ("", "B"), ("", "")):
                    text = told(event_type, mode, status, who=who, whom=whom)
                    assert event_type not in text and "{" not in text and "  " not in text, text


def test_the_table_has_known_types_and_whole_cells() -> None:
    modes = {row["type"]: ("", *cells(row["modes"])) for row in rows("event_types.tsv")}
    for phrase in phrases():
        assert phrase.mode in modes[phrase.event_type], phrase
        assert phrase.passive and phrase.towards.base and phrase.alone.base, phrase


def test_an_unknown_type_is_told_by_its_code() -> None:
    assert told("MARVEL", "", "happened") == "A acted towards B (MARVEL)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("China will not arm B.", UNDONE), ("China did not arm B.", "negated"), ("It will go. It did not arm", "negated")],
)
def test_a_denial_of_what_is_to_come_is_told_from_one_of_what_was(text: str, expected: str) -> None:
    at = text.index("arm")
    words = Words("text", at, at + 3, "arm")
    mention = Mention("m", "r", "s", "AID", "", (), (), (), None, "negated", Words("text", 0, len(text), text),
                      words, 1.0, "", ())  # fmt: skip
    assert form_of(mention, "negated") == expected
    assert form_of(mention, "planned") == "planned"
