"""Whom a name means: one, several or none."""

import pytest

from dragoman.errors import UsageError
from dragoman.query.actor import Fit, find, none_fits, the_one, which_one
from dragoman.store import Archive, open_archive

LAVROV = "RUS:Sergey Lavrov"
MEANT = [
    ("Sergey Lavrov", LAVROV),
    ("sergei lavrov", LAVROV),
    ("RUS:Sergey Lavrov", LAVROV),
    ("Sergey Lavrov", LAVROV),
    ("Lavrov", LAVROV),
    ("Mr. Lavrov", LAVROV),
    ("President Lavrov", LAVROV),
    ("Foreign Minister Sergey Lavrov", LAVROV),
    ("avro", LAVROV),
    ("the minister", LAVROV),
    ("Minister of Foreign Affairs of Russia", LAVROV),
    ("Russian foreign minister", LAVROV),
    ("Keeper of Seals", "NOR:Odd Berg"),
    ("Berg", "NOR:Odd Berg"),
    ("Imran Khan", "PAK:Imran Khan"),
    ("PMC Wagner", "RUS:group:Wagner Group"),
    ("wagner", "RUS:group:Wagner Group"),
]
OPEN = [
    ("Khan", {"Imran Khan", "Zara Khan"}),
    ("PAK", {"Imran Khan", "Zara Khan"}),
    ("foreign minister", {"foreign minister", "Sergey Lavrov"}),
    ("", {"Imran Khan", "Zara Khan", "Sergey Lavrov", "Rus", "Odd Berg", "Wagner Group", "foreign minister",
          "Ministry of Defence of Norway"}),
    ("Lavrof", set()),
    ("he", set()),
    ("%", set()),
    ("' OR 1=1 --", set()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "actor_id"), MEANT)
def test_a_name_that_means_one(khans: Archive, name: str, actor_id: str) -> None:
    assert find(khans, name).actor_id == actor_id
    assert the_one(khans, name) == actor_id


@pytest.mark.parametrize(("name", "names"), OPEN)
def test_a_name_that_means_several_or_none(khans: Archive, name: str, names: set[str]) -> None:
    fit = find(khans, name)
    assert fit.actor_id == ""
    assert names <= {who["name"] for who in fit.actors}
    assert bool(names) == bool(fit.actors)


def test_those_named_exactly_stand_first(khans: Archive) -> None:
    assert [who["name"] for who in find(khans, "foreign minister").actors][:1] == ["Sergey Lavrov"]
    assert [who["name"] for who in find(khans, "Sergey Lavrov").actors] == ["Sergey Lavrov"]


def test_what_to_ask_for_where_several_fit(khans: Archive) -> None:
    assert which_one(find(khans, "Khan")) in ("Imran Khan", "Zara Khan")
    twins: tuple[dict[str, object], ...] = tuple(
        {"name": "Jask", "actor_id": f"{kind}:jask"} for kind in ("body", "place")
    )
    assert which_one(Fit(twins)) == "body:jask"
    with pytest.raises(UsageError, match="'Khan' fits 2 actors, such as 'Imran Khan'"):
        the_one(khans, "Khan")


def test_near_spellings_and_whom_the_tables_know(khans: Archive) -> None:
    assert none_fits(khans, "Lavrof") == "no actor 'Lavrof' in the archive; spelled nearly so: Sergey Lavrov"
    assert none_fits(khans, "Imram Kahn").endswith("spelled nearly so: Imran Khan")
    assert none_fits(khans, "TPLF") == "no actor 'TPLF' (Tigray People's Liberation Front) in the archive"
    with pytest.raises(UsageError, match="spelled nearly so: Sergey Lavrov"):
        the_one(khans, "Lavrof")


def test_an_empty_archive(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_archive(tmp_path_factory.mktemp("empty") / "a.sqlite") as empty:
        assert find(empty, "Lavrov") == Fit(())
        assert "dragoman add PATH" in none_fits(empty, "Lavrov")
