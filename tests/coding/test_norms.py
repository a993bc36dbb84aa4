"""Rules of law, which tell what may be done and not what is."""

import pytest
from reading import brief, events


@pytest.mark.parametrize(
    "text",
    [
        "Under the code, anyone who insults the king of Thailand can be jailed for 15 years.",
        "The law allows police in Kenya to detain suspects for 90 days.",
        "Israel's policy of administrative detention allows Palestinians to be arrested for months.",
        "Those convicted of spying face up to ten years in prison in Iran.",
    ],
)
def test_a_rule_of_law_arrests_nobody(text: str) -> None:
    assert not [m for m in events(text) if m.event_type == "COERCE"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The 14 Thai protesters who were arrested on Monday could be jailed, a court said.", "COERCE"),
        ("Iraq's prime minister pledged that those who fired on demonstrators would be brought to justice.", "ASSAULT"),
        ("Police in Kenya detained 90 suspects.", "COERCE"),
    ],
)
def test_what_was_done_to_somebody_is_no_rule(text: str, kind: str) -> None:
    assert kind in {k for k, _, _ in map(brief, events(text))}


def test_what_newspapers_look_into_is_their_work() -> None:
    assert not events("Reuters investigated the Kurdish party for a year.")
    assert events("Turkish police investigated the Kurdish party for a year.")
