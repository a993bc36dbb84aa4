"""Chronicles: the day that begins a paragraph is that of what it tells, in the year that its order gives it."""

from reading import read

LINES = (
    "Nov. 26, 2008 - Police in Madagascar close a station.\n\n"
    "Feb. 3 - The president sacks the mayor of Antananarivo. He threatens to arrest him.\n\n"
    "March 20 - The African Union suspends Madagascar.\n"
)


def test_entries_go_on_from_the_year_of_the_first() -> None:
    found = [t.first.isoformat() for t in read(LINES, "2010-03-18").resolved.times if t.first]
    assert found == ["2008-11-26", "2009-02-03", "2009-03-20"]


def test_what_an_entry_tells_is_of_its_day() -> None:
    events = read(LINES, "2010-03-18").attributed.events
    days = {e.event_type: e.when.first.isoformat() for e in events if e.when.first}
    assert days["SANCTION"] == "2009-03-20"


def test_a_report_without_such_paragraphs_is_no_chronicle() -> None:
    text = "Feb. 3 - The president of Madagascar sacked the mayor, his office said."
    assert not read(text, "2010-03-18").resolved.entries
