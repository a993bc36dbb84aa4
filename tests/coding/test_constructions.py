"""Sides that the form of a sentence gives."""

from reading import brief, events


def test_between_two_are_these_two() -> None:
    found = [brief(e) for e in events("By allowing talks between Chad and Sudan, Libya pleased Egypt.")]
    assert ("CONSULT", {"TCD"}, {"SDN"}) in found


def test_whom_sanctions_are_laid_on_doesnt_impose_them() -> None:
    for event in events("Kenya condemned the imposition of sanctions on Eritrea."):
        if event.event_type == "SANCTION":
            assert all(m.actor.country != "ERI" for m in event.actors)


def test_ones_own_forces_are_no_other_side() -> None:
    for event in events("Peru put its navy on alert on Friday."):
        assert event.event_type != "MOBILIZE" or all(m.actor.country != "PER" for m in event.recipients)
