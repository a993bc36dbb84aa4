"""Persons and their times in office."""

import re
from collections import defaultdict

from dragoman.ontology.tables import rows, tables

SOLE = re.compile(
    r"^(President|Prime Minister|Chancellor|King|Minister of (Foreign Affairs|Defense|the Interior)) of "
    r"|^Secretary-General of "
)
RIVALS = {
    "Minister of Foreign Affairs of Libya", "Prime Minister of Libya", "President of Ivory Coast",
    "Minister of Defense of Mali", "Prime Minister of Cambodia", "President of Venezuela",
    "Minister of Defense of Thailand",
}  # fmt: skip
"""Offices that two held or claimed at once."""


def tenures() -> list[dict[str, str]]:
    return [row for table in tables("persons_") for row in rows(table)]


def test_dates_are_iso_and_in_order() -> None:
    for row in tenures():
        for date in (row["from"], row["to"]):
            assert re.fullmatch(r"|\d{4}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?", date), row
        assert not (row["from"] and row["to"]) or row["from"][:4] <= row["to"][:4], row


def test_nobody_holds_a_sole_office_while_another_does() -> None:
    held = defaultdict(list)
    for row in tenures():
        if SOLE.match(row["office"]) and row["from"]:
            held[row["office"]].append((row["from"], row["to"] or "9999", row["name"]))
    for office, times in held.items():
        times.sort()
        for (_, end, one), (begin, _, other) in zip(times, times[1:], strict=False):
            assert end[:4] <= begin[:4] or one == other or office in RIVALS, (office, one, other)


def test_many_states_and_offices() -> None:
    since = [r for r in tenures() if r["office"] and (r["to"] == "" or r["to"] >= "2000")]
    assert len(since) > 5000
    for office in ("President of", "Prime Minister of", "Minister of Foreign Affairs of"):
        assert len({r["country"] for r in since if r["office"].startswith(office)}) > 120
