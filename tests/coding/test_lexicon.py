"""The predicate lexicon is well formed, and large enough."""

from dragoman.coding.lexicon import lexicon
from dragoman.ontology.plover import EVENT_TYPES

MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}


def entries() -> list:
    return [e for found in lexicon().entries.values() for e in found]


def test_at_least_a_thousand_entries_over_all_types() -> None:
    found = entries()
    assert len(found) >= 1000
    for event_type in EVENT_TYPES:
        assert sum(e.event_type == event_type for e in found) >= 40, event_type


def test_modes_are_those_of_the_ontology() -> None:
    for entry in entries():
        allowed = {"", *MODES.get(entry.event_type, "").split()}
        assert entry.event_mode in allowed, entry.source


def test_examples_mark_their_trigger() -> None:
    for entry in entries():
        if entry.example:
            assert entry.example.count("{") == entry.example.count("}") >= 1, entry.source


def test_no_reading_stands_twice() -> None:
    seen: dict[tuple, str] = {}
    for e in entries():
        key = (e.event_type, e.pos, e.words, e.recipient, e.themes, e.complements, e.actor, e.event_mode)
        assert key not in seen, (e.source, seen.get(key))
        seen[key] = e.source
