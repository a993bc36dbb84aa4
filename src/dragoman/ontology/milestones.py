"""Known events: what reports name as known ("the invasion", "the coup"), with its days.

``data/milestones_*.tsv``: the words that name an event, what else must be named for it to be meant (a state by its
ISO code, or literal text), whether "the coup" alone means it in a report about those states, and for how many years a
report that gives no year still means it.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

from dragoman.errors import DataError
from dragoman.ontology.calendar import period_of
from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.tables import cells, rows, tables
from dragoman.types.milestone import Milestone
from dragoman.types.time import Precision

_MONTH = len("2000-01")


Naming = tuple[frozenset[str], Milestone]
"""The words that name an event beside its head, and the event."""
Part = Literal["words", "verbs"]
_HEAD: dict[Part, int] = {"words": -1, "verbs": 0}
"""Where the head of what names an event stands: a noun's is the last word, a verb's the first ("shoot down")."""


@cache
def namings(part: Part) -> Mapping[str, tuple[Naming, ...]]:
    """The known events by the lemma of the noun (``words``) or the verb (``verbs``) that names them.

    Raises DataError naming the row that can't be read.
    """
    found: dict[str, list[Naming]] = defaultdict(list)
    for table in tables("milestones_"):
        for row in rows(table):
            milestone = _read(row, table)
            for name in cells(row[part]):
                words = name.lower().split()
                head = words.pop(_HEAD[part])
                found[head].append((frozenset(words), milestone))
    return {word: tuple(named) for word, named in found.items()}


def _read(row: dict[str, str], table: str) -> Milestone:
    try:
        first, last = _days(row["first"]), _days(row["last"])
        years = int(row["years"])
    except ValueError as error:
        raise DataError(f"{table}: {row['name']!r}: {error}") from None
    needs = tuple(tuple(n.strip() for n in each.split("/")) for each in row["with"].split("&"))
    precision: Precision = "month" if len(row["first"]) == _MONTH else "day"
    states = frozenset(name for need in needs for name in need if name in knowledge().states)
    return Milestone(row["name"], first[0], last[1], precision, needs, states, row["alone"] == "yes", years)


def _days(text: str) -> tuple[date, date]:
    """First and last day of an ISO day or month."""
    if len(text) != _MONTH:
        day = date.fromisoformat(text)
        return day, day
    days = period_of("month", date.fromisoformat(f"{text}-01")).days
    assert days is not None
    return days
