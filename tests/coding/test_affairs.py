"""Public affairs told from private ones."""

from reading import brief, events

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
