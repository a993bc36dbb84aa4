"""What a state restricts across a border is a sanction."""

import pytest
from reading import brief, events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Belgrade banned Croatian butter on Friday.", "SANCTION"),
        ("The Czech government barred Rosatom from a tender at Dukovany.", "SANCTION"),
        ("Serbia banned the Serbian opposition party on Friday.", "COERCE"),
        ("A court in Islamabad gave Imran Khan bail and barred his arrest until Monday.", "CONCEDE"),
        ("The UN Security Council bans North Korea from launching rockets.", "COERCE"),
    ],
)
def test_a_restriction_is_a_sanction_across_a_border(text: str, kind: str) -> None:
    kinds = {brief(m)[0] for m in events(text)}
    assert kind in kinds
    assert not {"COERCE", "SANCTION"} - {kind} & kinds


def test_who_has_no_authority_abducts() -> None:
    found = {(m.event_type, m.event_mode) for m in events("Somali pirates captured a Kenyan doctor on 12 March.")}
    assert ("ASSAULT", "abduct") in found
    found = {(m.event_type, m.event_mode) for m in events("Police in Riga captured a fugitive banker.")}
    assert ("COERCE", "arrest") in found


def test_what_is_bought_for_another_is_aid() -> None:
    found = [brief(m) for m in events("Germany will order 50 tanks for Ukraine.")]
    assert ("AID", {"DEU"}, {"UKR"}) in found
    assert ("COOPERATE", {"POL"}, {"KOR"}) in [brief(m) for m in events("Poland is buying tanks from South Korea.")]
