"""Second pass: which of the places of a name is meant, over all toponyms of a report.

Each candidate is scored by its size, by the country in focus, by the state or country named with it, and by how near
it lies to the places already settled (Leidner 2007, ch. 4, gives the family of such heuristics); one name means one
place throughout a report unless a container says otherwise.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.gazetteer import Entry, listed_places
from dragoman.ontology.toponyms import toponym_key
from dragoman.resolve.places.toponym import Toponym
from dragoman.types.place import Place

FOCUS = 1.8
NAMED_COUNTRY = 2.0
CONTAINED = 5.0
NEAR = 2.2
NEAR_KM = 300.0
ALIAS = 0.7
OUTNAMED = 3.0
REGION = 1.0
CONTAINERS = frozenset({"country", "region", "historic", "disputed", "island"})
LISTED = 2.0
PROPER = frozenset({"country", "region", "continent", "world region", "ocean", "sea", "gulf", "strait"})
"""Kinds whose own name seldom means a town of that name."""
ROUNDS = 3
WIDE = frozenset({"country", "continent", "world region", "ocean", "sea"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is about so far: the share of each country, the places settled, the regions named."""

    focus: Mapping[str, float]
    countries: Mapping[str, float]
    settled: tuple[Place, ...]
    regions: frozenset[tuple[str, str]]


def kilometres(a: Place, b: Place) -> float:
    """Great-circle distance."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    step = math.radians(b.lon - a.lon)
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(step / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def choose(toponyms: Sequence[Toponym], focus: Counter[str]) -> tuple[Place, ...]:
    """The place meant by each toponym, in their order."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    containers = _shared_containers(toponyms)
    for number, toponym in enumerate(toponyms):
        key = toponym_key(toponym.text)
        groups[key, toponym.container or containers.get(key, "")].append(number)
    shares = _shares(focus)
    chosen: dict[tuple[str, str], Entry] = {}
    for _ in range(ROUNDS):
        chosen = _round(toponyms, groups, shares, chosen)
    by_number = {n: _located(chosen[key], chosen) for key, numbers in groups.items() for n in numbers}
    return tuple(by_number[n] for n in range(len(toponyms)))


def _located(entry: Entry, chosen: Mapping[tuple[str, str], Entry]) -> Place:
    """A county is set amid the report's towns of its state, where there are any, rather than in the state's middle."""
    if entry.place.kind != "county":
        return entry.place
    towns = {
        e.place
        for e in chosen.values()
        if e.place.kind in ("city", "capital") and e.region == entry.region and e.place.country == entry.place.country
    }
    if not towns:
        return entry.place
    lat, lon = sum(t.lat for t in towns) / len(towns), sum(t.lon for t in towns) / len(towns)
    return replace(entry.place, lat=round(lat, 4), lon=round(lon, 4))


def _shared_containers(toponyms: Sequence[Toponym]) -> dict[str, str]:
    """A name given once with its container means the same place where it stands alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for toponym in toponyms:
        if toponym.container:
            found[toponym_key(toponym.text)].add(toponym.container)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def _shares(counts: Mapping[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {country: n / total for country, n in counts.items()} if total else {}


def _round(
    toponyms: Sequence[Toponym],
    groups: Mapping[tuple[str, str], list[int]],
    focus: Mapping[str, float],
    before: Mapping[tuple[str, str], Entry],
) -> dict[tuple[str, str], Entry]:
    chosen: dict[tuple[str, str], Entry] = {}
    for key, numbers in groups.items():
        others = {k: e for k, e in before.items() if k != key}
        setting = _setting(others, groups, focus)
        first = toponyms[numbers[0]]
        container = _container_entries(key[1])
        named = any(not e.alias for e in first.entries)
        holds = tuple(h for n in numbers for h in toponyms[n].holds)
        held = _holding(first.entries, holds)
        scored = [(score(e, setting, container, named) + held[i], i) for i, e in enumerate(first.entries)]
        chosen[key] = first.entries[max(scored, key=lambda s: (s[0], -s[1]))[1]]
    return chosen


def _setting(
    others: Mapping[tuple[str, str], Entry], groups: Mapping[tuple[str, str], list[int]], focus: Mapping[str, float]
) -> Setting:
    counts: Counter[str] = Counter()
    for key, entry in others.items():
        if entry.place.country:
            counts[entry.place.country] += len(groups[key])
    settled = tuple(e.place for e in others.values() if e.place.kind not in WIDE | {"region", "county"})
    regions = frozenset((e.place.country, e.region) for e in others.values() if e.region)
    return Setting(focus, _shares(counts), settled, regions)


def _container_entries(name: str) -> tuple[Entry, ...]:
    entries = listed_places().get(toponym_key(name), ()) if name else ()
    return tuple(e for e in entries if e.place.country)


def score(entry: Entry, setting: Setting, container: Sequence[Entry], named: bool) -> float:
    """How likely a candidate is meant; on the scale of the decimal logarithm of its inhabitants."""
    total = math.log10(max(entry.weight, 100.0))
    if entry.alias:
        total -= OUTNAMED if named else ALIAS
    if entry.place.kind in PROPER and not entry.alias:
        total += LISTED
    country = entry.place.country
    if country:
        total += FOCUS * setting.focus.get(country, 0.0) + NAMED_COUNTRY * min(
            1.0, 2 * setting.countries.get(country, 0.0)
        )
    if entry.region and (country, entry.region) in setting.regions:
        total += REGION
    if entry.place.kind not in WIDE:
        total += NEAR * _nearness(entry.place, setting.settled)
    return total + max((_containment(entry, c) for c in container), default=0.0)


def _holding(entries: Sequence[Entry], holds: Sequence[Entry]) -> list[float]:
    """For a name that stands as the container of another: what speaks for each candidate.

    A region or country that such a place lies in is meant; if there is one, towns of the name aren't. Where no
    candidate holds such a place, the two stand in a list ("Kyiv, Washington").
    """
    bonus = [
        max((_containment(h, e) * min(1.0, math.log10(max(h.weight, 10.0)) / 5) for h in holds), default=0.0)
        if e.place.kind in CONTAINERS
        else 0.0
        for e in entries
    ]
    if max(bonus, default=0.0) < CONTAINED * 0.6:
        return [0.0] * len(bonus)
    return [b if e.place.kind in CONTAINERS else -CONTAINED for b, e in zip(bonus, entries, strict=True)]


def _nearness(place: Place, settled: Sequence[Place]) -> float:
    """1 beside a settled place, falling to 0 with the distance of the two nearest."""
    distances = sorted(kilometres(place, other) for other in settled)[:2]
    return sum(math.exp(-d / NEAR_KM) for d in distances) / 2 if distances else 0.0


def _containment(entry: Entry, container: Entry) -> float:
    """Whether a place lies in the region or country named with it."""
    if entry.place.country != container.place.country or entry.place == container.place:
        return 0.0
    if container.place.kind == "country":
        return CONTAINED
    if container.region and entry.region:
        return CONTAINED if container.region == entry.region else CONTAINED / 5
    return CONTAINED * (0.3 + 0.7 * math.exp(-kilometres(entry.place, container.place) / 250))
