"""The tables of known events."""

from collections import Counter

from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.milestones import namings
from dragoman.ontology.tables import cells, rows, tables
from dragoman.types.milestone import Milestone


def known() -> list[Milestone]:
    found = {m.name: m for part in ("words", "verbs") for named in namings(part).values() for _, m in named}
    return list(found.values())


def test_all_rows_are_read_each_once() -> None:
    names = Counter(row["name"] for table in tables("milestones_") for row in rows(table))
    assert max(names.values()) == 1
    assert set(names) == {m.name for m in known()}


def test_days_are_in_order_and_needs_are_named() -> None:
    for milestone in known():
        assert milestone.first <= milestone.last, milestone.name
        assert milestone.needs, milestone.name
        assert all(way for need in milestone.needs for way in need), milestone.name
        assert milestone.states <= set(knowledge().states), milestone.name


def test_no_event_is_told_by_a_word_that_any_other_would_be() -> None:
    """One town and "attack" would date the next attack on it; such rows need a second word."""
    for table in tables("milestones_"):
        for row in rows(table):
            needs = row["with"].split("&")
            states = [n for n in needs if {p.strip() for p in n.split("/")} <= set(knowledge().states)]
            if len(needs) == 1 and states and row["alone"] != "yes":
                assert not set(cells(row["words"])) & {"attack", "war", "talk", "meeting", "strike"}, row["name"]
