"""Public affairs told from private ones."""

import pytest
from reading import brief, events, resolved

from dragoman.coding import affairs
from dragoman.coding.affairs import of_accidents
from dragoman.coding.stage import told

_BID = (
    "Norlink raised its bid for rival chipmaker Semtara on Monday. Semtara rejected the offer. "
    "Norlink chief executive Ola Brandt criticised the board of Semtara in a letter. "
    "Shareholders urged Semtara to open talks with Norlink."
)


def test_private_affairs_are_no_political_events() -> None:
    assert not events(_BID)


def test_what_authorities_do_in_private_affairs_is() -> None:
    found = [brief(m) for m in events(f"{_BID} German police arrested Ola Brandt on Friday.")]
    assert [kind for kind, _, _ in found] == ["COERCE"]


def test_violence_is_public_whoever_does_it() -> None:
    found = [brief(m) for m in events(f"{_BID} Gunmen killed two employees of Semtara on Tuesday.")]
    assert [kind for kind, _, _ in found] == ["ASSAULT"]


def test_private_parties_act_in_public_affairs() -> None:
    text = (
        "France imposed sanctions on Iran on Monday. Germany condemned Iran and recalled its ambassador. "
        "Iran threatened France over the sanctions. Ola Brandt, a shipowner, accused his rival Per Lund of smuggling."
    )
    assert "Ola Brandt" in {m.actor.name for e in events(text) for m in e.actors}


_MATCH = (
    "Israel thrashed Jordan at the stadium on Saturday. The goalkeeper blamed the referee for a penalty before "
    "halftime. Jordan promised its fans a rematch. The striker scored his fourth goal of the season in the tournament. "
    "Israel crushed Syria in March."
)


def test_the_desk_of_sport_has_wars_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ASSAULT" not in {m.event_type for m in events(_MATCH)}
    monkeypatch.setattr(affairs, "is_of_private_desk", lambda _: False)
    assert "ASSAULT" in {m.event_type for m in events(_MATCH)}


_CRASH = (
    "A tram derailed in Graz on Monday. Austrian police worked with the Austrian fire service to free the passengers. "
    "Mayor Ilse Gruber thanked the Austrian fire service. Austrian investigators examine what went wrong. "
)


def left_of(text: str) -> list[str]:
    """The types of what is left of a report of an accident, however short it is."""
    found = resolved(text)
    return [e.event_type for e in of_accidents(told(found), found.annotated.sentences)]


def test_what_only_an_accident_brings_with_it_is_no_event() -> None:
    assert told(resolved(_CRASH)) and not left_of(_CRASH)


def test_what_passes_between_states_after_an_accident_is() -> None:
    assert left_of(_CRASH + "Slovenia sent Austria aid on Tuesday.") == ["AID"]


def test_force_is_no_accident() -> None:
    assert left_of(_CRASH.replace("derailed", "derailed after a bomb attack"))
