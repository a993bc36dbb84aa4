"""What is said by a state or country named right after a place: "Paris, Texas"."""

import math
from collections.abc import Sequence

from dragoman.ontology.gazetteer import Entry, listed_places
from dragoman.ontology.toponyms import toponym_key
from dragoman.types.place import Place

CONTAINED = 5.0
CONTAINERS = frozenset({"country", "region", "historic", "disputed", "island"})


def container_bonus(entries: Sequence[Entry], name: str) -> list[float]:
    """What the container's ``name`` ('' if none was given) speaks for each candidate."""
    known = listed_places().get(toponym_key(name), ()) if name else ()
    containers = [e for e in known if e.place.country]
    return [max((_containment(entry, c) for c in containers), default=0.0) for entry in entries]


def holding_bonus(entries: Sequence[Entry], holds: Sequence[Entry]) -> list[float]:
    """For a name that stands as the container of another: what speaks for each candidate.

    A region or country that such a place lies in is meant; if there is one, towns of the name aren't. Where no
    candidate holds such a place, the two stand in a list ("Kyiv, Washington").
    """
    if not holds:
        return [0.0] * len(entries)
    bonus = [
        max((_containment(h, e) * min(1.0, math.log10(max(h.weight, 10.0)) / 5) for h in holds), default=0.0)
        if e.place.kind in CONTAINERS
        else 0.0
        for e in entries
    ]
    if max(bonus, default=0.0) < CONTAINED * 0.6:
        return [0.0] * len(bonus)
    return [b if e.place.kind in CONTAINERS else -CONTAINED for b, e in zip(bonus, entries, strict=True)]


def kilometres(a: Place, b: Place) -> float:
    """Great-circle distance."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    step = math.radians(b.lon - a.lon)
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(step / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def _containment(entry: Entry, container: Entry) -> float:
    """Whether a place lies in the region or country named with it."""
    if entry.place.country != container.place.country or entry.place == container.place:
        return 0.0
    if container.place.kind == "country":
        return CONTAINED
    if container.region and entry.region:
        return CONTAINED if container.region == entry.region else CONTAINED / 5
    return CONTAINED * (0.3 + 0.7 * math.exp(-kilometres(entry.place, container.place) / 250))
