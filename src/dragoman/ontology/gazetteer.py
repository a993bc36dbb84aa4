"""Places by name: countries, regions, seas and sites from the ontology's tables, cities from GeoNames."""

import mmap
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from dragoman.errors import DataError
from dragoman.ontology import gazetteer_build
from dragoman.ontology.tables import cells, rows
from dragoman.ontology.toponyms import toponym_key
from dragoman.types.place import Place

_ABBREVIATION = re.compile(r"[A-Z][a-z]+\.")
WEIGHT = {
    "country": 3e7,
    "continent": 5e8,
    "world region": 1e8,
    "ocean": 1e8,
    "sea": 2e7,
    "region": 2e6,
    "capital": 1e6,
    "city": 3e5,
    "disputed": 5e6,
    "strait": 5e6,
    "gulf": 1e7,
    "bay": 2e6,
    "historic": 5e5,
    "mountains": 1e6,
    "river": 1e6,
    "island": 5e5,
    "peninsula": 2e6,
    "desert": 1e6,
    "canal": 2e6,
    "border": 2e5,
    "battle": 1e5,
    "base": 1e5,
    "site": 5e4,
    "district": 2e5,
    "lake": 1e6,
    "county": 4e4,
    "coast": 1e6,
    "pass": 1e5,
    "town": 3e4,
}
"""How likely a place of a kind is meant by its name, as the number of inhabitants of a city equally likely."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may stand for. ``weight`` is its inhabitants or their equivalent; ``region`` the GeoNames
    admin-1 code of the region it lies in or, for a region, that it has; '' where not known.
    """

    place: Place
    weight: float
    region: str = ""
    listed: bool = False
    """Whether it stands in the ontology's own tables."""
    alias: bool = False
    """Whether it was found by another name than its own."""


@cache
def listed_places() -> dict[str, tuple[Entry, ...]]:
    """Countries and the places of ``places_extra.tsv`` by toponym key."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for name, entry in (*_countries(), *_extras()):
        key = toponym_key(name)
        named = replace(entry, alias=toponym_key(entry.place.name) != key)
        if key and named not in found[key]:
            found[key].append(named)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def abbreviated() -> frozenset[str]:
    """Toponym keys of the names that are written with a full stop: "Mass.", "Miss."."""
    listed = (name for row in rows("places_extra.tsv") for name in cells(row["aliases"]))
    return frozenset(toponym_key(name) for name in listed if _ABBREVIATION.fullmatch(name))


def _countries() -> Iterator[tuple[str, Entry]]:
    points = {row["iso3"]: (float(row["lat"]), float(row["lon"])) for row in rows("country_points.tsv")}
    for row in rows("countries.tsv"):
        point = points.get(row["iso3"])
        if point is None:
            continue
        entry = Entry(Place(row["name"], row["iso3"], *point, "country"), WEIGHT["country"], "", True)
        for name in (row["name"], *cells(row["aliases"])):
            yield name, entry


@cache
def _by_code() -> dict[str, Entry]:
    return {entry.place.country: entry for _, entry in _countries()}


def country_entry(country: str) -> Entry | None:
    """A state, by its ISO 3166 alpha-3 code; None for bodies and codes that aren't in the tables."""
    return _by_code().get(country)


def country_place(country: str) -> Place | None:
    """A state as a place, by its ISO 3166 alpha-3 code; None for bodies and codes that aren't in the tables."""
    entry = country_entry(country)
    return entry.place if entry else None


@cache
def capital_place(country: str) -> Place | None:
    """The capital of a state, by its ISO 3166 alpha-3 code; None where the tables have none."""
    names = [n for row in rows("countries.tsv") if row["iso3"] == country for n in cells(row["capital"])]
    found = (e.place for n in names for e in gazetteer().entries(n))
    return next((p for p in found if p.kind == "capital" and p.country == country), None)


def _extras() -> Iterator[tuple[str, Entry]]:
    for row in rows("places_extra.tsv"):
        place = Place(row["name"], row["country"], float(row["lat"]), float(row["lon"]), row["kind"])
        entry = Entry(place, WEIGHT.get(row["kind"], 1e5), row["code"], True)
        for name in (row["name"], *cells(row["aliases"])):
            yield name, entry


class Gazetteer:
    """The table of populated places, mapped from its file and searched by bisection.

    Raises DataError where the file is cut short.
    """

    def __init__(self, path: Path) -> None:
        if not path.stat().st_size:
            raise DataError(f"{path} is empty: delete it, and it is built anew")
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[-len(gazetteer_build.END) :] != gazetteer_build.END:
            raise DataError(f"{path} is cut short: delete it, and it is built anew")

    def cities(self, name: str) -> tuple[Entry, ...]:
        """The populated places of a name, in no particular order."""
        key = toponym_key(name)
        return tuple(_entry(line, key) for line in self._lines(f"{key}\t".encode())) if key else ()

    @lru_cache(maxsize=20_000)  # noqa: B019  there is one gazetteer a process
    def entries(self, name: str) -> tuple[Entry, ...]:
        """All that a name may stand for: listed places first, then cities that aren't a listed place again."""
        listed = list(listed_places().get(toponym_key(name), ()))
        others: list[Entry] = []
        for city in self.cities(name):
            same = next((i for i, entry in enumerate(listed) if _same(city, entry)), None)
            if same is None:
                others.append(city)
            elif listed[same].place.geonames_id is None:
                listed[same] = _merged(listed[same], city)
        return (*listed, *others)

    def _lines(self, prefix: bytes) -> Iterator[bytes]:
        position = self._first(prefix)
        while position < len(self._map):
            end = self._map.find(b"\n", position)
            line = self._map[position:end]
            if not line.startswith(prefix):
                return
            yield line
            position = end + 1

    def _first(self, prefix: bytes) -> int:
        """Where the first line not before ``prefix`` starts."""
        low, high = 0, len(self._map)
        while low < high:
            middle = (low + high) // 2
            start = self._map.rfind(b"\n", 0, middle) + 1
            if self._map[start : start + len(prefix)] < prefix:
                end = self._map.find(b"\n", middle)
                low = len(self._map) if end < 0 else end + 1
            else:
                high = start
        return low


def _entry(line: bytes, key: str) -> Entry:
    _, name, country, lat, lon, population, region, number, kind = line.decode().split("\t")
    place = Place(name, country, float(lat), float(lon), kind, int(number) or None)
    weight = max(float(population), WEIGHT["capital"] if kind == "capital" else 0.0)
    return Entry(place, weight, region, alias=toponym_key(name) != key)


def _merged(listed: Entry, city: Entry) -> Entry:
    place = replace(listed.place, geonames_id=city.place.geonames_id)
    return replace(listed, place=place, weight=max(listed.weight, city.weight), region=city.region)


def _same(city: Entry, listed: Entry) -> bool:
    near = abs(city.place.lat - listed.place.lat) < 0.3 and abs(city.place.lon - listed.place.lon) < 0.4
    return near and listed.place.kind != "region"


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer; builds its table first where there is none, or only a part: beside the package, in the user's
    cache folder, or, if that can't be written, for this run only.
    """
    name = gazetteer_build.table_name()
    with as_file(files("dragoman.ontology")) as package:
        if (package / "built" / name).is_file():
            return Gazetteer(package / "built" / name)
    own = gazetteer_build.user_folder()
    try:
        return Gazetteer(own / name)
    except (DataError, OSError):
        pass  # none, or one that was cut short: a new one takes its place
    try:
        return Gazetteer(gazetteer_build.build(own))
    except OSError:
        return Gazetteer(gazetteer_build.build(Path(tempfile.mkdtemp(prefix="dragoman-"))))
