"""Which parties only say whose or what another is."""

import pytest
from reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's mission to the European Union accused Uganda of bias.",
        "The president of Kenya accused Uganda of bias.",
    ],
)
def test_whom_one_is_sent_to_is_no_party(text: str) -> None:
    event = next(e for e in read(text).attributed.events if e.event_type == "ACCUSE")
    assert {m.actor.country for m in event.actors} == {"KEN"}
    assert {m.actor.country for m in event.recipients} == {"UGA"}
