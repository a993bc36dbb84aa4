"""Adjectives and names of inhabitants, and the places that they are made from: "Kenyan", "Ohioans", "Scottish"."""

import re
from functools import cache

from dragoman.ontology.gazetteer import Entry, country_entry, gazetteer
from dragoman.ontology.tables import cells, rows

_NOT_TAKEN = frozenset(
    "Aussie Bolivarian Brit Dane Finn Fleming Gallic Hashemite Kiwi Kiwis Lett Nica Pole Scot Tico Ticos Yankee "
    "Yankees Zionist".split()
)
"""Forms that are persons' names or mean something else more often than a state."""
OF_LANGUAGES = frozenset("class dictionary interpreter language lesson speaker translation translator".split())
"""Nouns before which an adjective of nationality is mostly a language's name: "Russian lessons"."""
_FORM = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]{3,}(?: [A-Z][^\W\d_]+)?")


@cache
def demonyms() -> dict[str, Entry]:
    """The place of each adjective and name of inhabitants, as they are written; regions and cities before states."""
    found: dict[str, Entry] = {}
    for row in rows("countries.tsv"):
        entry = country_entry(row["iso3"])
        forms = (*cells(row["adjectives"]), *cells(row["people"]))
        found.update((form, entry) for form in forms if entry and _FORM.fullmatch(form) and form not in _NOT_TAKEN)
    for row in rows("demonyms.tsv"):
        entries = [e for e in gazetteer().entries(row["place"]) if e.place.country == row["country"]]
        regions = [e for e in entries if e.place.kind not in ("country", "city", "county")]
        if entries:
            entry = max(regions or entries, key=lambda e: e.weight)
            found.update((form, entry) for form in cells(row["forms"]))
    return found
