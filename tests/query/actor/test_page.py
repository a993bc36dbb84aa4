"""An actor's page: each part from the reports that have it."""

import json

import pytest

from dragoman.errors import UsageError
from dragoman.query.actor import ActorPage, actor_page, page_record
from dragoman.query.actor.offices import holders
from dragoman.store import Archive


@pytest.fixture(scope="module")
def lavrov(khans: Archive) -> ActorPage:
    return actor_page(khans, "RUS:Sergey Lavrov")


def test_who_it_is(lavrov: ActorPage) -> None:
    assert (lavrov.name, lavrov.kind, lavrov.country_name, lavrov.sector_names) == (
        "Sergey Lavrov", "person", "Russia", ("Government",),
    )  # fmt: skip
    assert "Sergei Lavrov" in lavrov.spellings
    assert (lavrov.n_reports, lavrov.n_independent, lavrov.first, lavrov.last) == (4, 3, "2023-08-14", "2023-09-01")


def test_offices_by_the_tables_and_by_the_reports(khans: Archive, lavrov: ActorPage) -> None:
    minister, envoy = lavrov.offices
    assert (minister.office, minister.since, minister.until) == (
        "Minister of Foreign Affairs of Russia",
        "2004-03-09",
        "",
    )
    assert (minister.n_held, minister.n_dated, minister.n_reports) == (3, 3, 4)
    assert (envoy.until, envoy.n_held, envoy.n_reports) == ("2004-03", 0, 0)
    (keeper,) = actor_page(khans, "NOR:Odd Berg").offices
    assert (keeper.office, keeper.in_tables, keeper.n_reports) == ("Keeper of Seals", False, 1)


def test_holders_of_an_office(khans: Archive) -> None:
    found = holders(khans, "Minister of Foreign Affairs of Russia", ["2004-03-01", "2023-08-14"])
    assert (found[0].name, found[0].actor_id, found[0].n_held) == ("Sergey Lavrov", "RUS:Sergey Lavrov", 1)
    before = next(holder for holder in found if holder.name == "Igor Ivanov")
    assert (before.actor_id, before.n_held) == ("", 1)


def test_names_in_the_reports(lavrov: ActorPage) -> None:
    assert [(n.text, n.n_mentions, n.n_reports) for n in lavrov.names] == [
        ("Sergey Lavrov", 2, 2), ("Lavrov", 1, 1), ("The minister", 1, 1), ("foreign minister", 1, 1),
    ]  # fmt: skip
    assert (lavrov.n_pronouns, lavrov.n_mentions) == (1, 6)


def test_events_with_their_sides(lavrov: ActorPage) -> None:
    told = {(e.event_type, e.sides, tuple(p.name for p in e.others), tuple(p.name for p in e.beside))
            for e in lavrov.events}  # fmt: skip
    assert told == {
        ("CONSULT", ("actor",), ("Imran Khan",), ()),
        ("ACCUSE", ("recipient",), ("Zara Khan",), ()),
        ("REJECT", ("actor",), ("Zara Khan",), ()),
        ("ACCUSE", ("actor",), ("Odd Berg", "Wagner Group"), ()),
    }
    newest = lavrov.events[0]
    assert (newest.start, newest.place, newest.n_reports, newest.n_independent) == ("2023-08-14", "Karsk", 2, 1)
    assert (lavrov.n_as("actor"), lavrov.n_as("recipient")) == (3, 1)


def test_who_is_beside_an_actor(khans: Archive) -> None:
    """A state that yielded to its minister has the events, but nobody stands beside it."""
    (blamed,) = actor_page(khans, "RUS:group:Wagner Group").events
    (russia,) = actor_page(khans, "RUS").events
    assert [party.name for party in blamed.beside] == ["Odd Berg"]
    assert (russia.sides, russia.beside) == (("actor",), ())


def test_counterparts_by_quad_class(khans: Archive, lavrov: ActorPage) -> None:
    zara = lavrov.counterparts[0]
    assert (zara.name, zara.n_events, zara.verbal_conflict, zara.verbal_cooperation) == ("Zara Khan", 2, 2, 0)
    imran = {c.name: c for c in actor_page(khans, "PAK:Imran Khan").counterparts}
    assert (imran["Sergey Lavrov"].verbal_cooperation, imran["Sergey Lavrov"].not_done) == (1, 0)
    assert (imran["foreign minister"].verbal_cooperation, imran["foreign minister"].not_done) == (0, 1)


def test_claims_and_their_denials(khans: Archive, lavrov: ActorPage) -> None:
    (charge,) = lavrov.claims_about
    assert (charge.claimant, charge.stance) == ("Zara Khan", "asserts")
    (made,) = actor_page(khans, "PAK:Zara Khan").claims_made
    assert made == charge
    for denial in lavrov.claims_made:
        assert {ref.claim_id for ref in denial.answers} <= {charge.claim_id}
        assert charge.denied_by[0].claim_id == denial.claim_id or not denial.answers


def test_reports_and_publishers(lavrov: ActorPage) -> None:
    assert [r.source_id for r in lavrov.reports] == ["blame.txt", "copy.txt", "talks.txt", "visit.txt"]
    assert (lavrov.reports[0].n_mentions, lavrov.reports[0].n_events) == (3, 3)
    assert [(p.publisher, p.n_reports, p.first, p.last) for p in lavrov.publishers] == [
        ("The Post", 2, "2023-08-15", "2023-09-01"), ("The Gazette", 1, "2023-08-14", "2023-08-14"), ("", 1, "", ""),
    ]  # fmt: skip


def test_the_record_is_json_and_can_be_cut(lavrov: ActorPage) -> None:
    whole, cut = page_record(lavrov), page_record(lavrov, limit=1)
    assert json.loads(json.dumps(whole)) == whole
    assert whole["totals"] == cut["totals"] == {
        "events_as_actor": 3, "events_as_recipient": 1, "offices": 2, "holders": 0, "names": 4, "events": 4,
        "counterparts": 4, "claims_made": len(lavrov.claims_made), "claims_about": 1, "publishers": 3, "reports": 4,
    }  # fmt: skip
    assert cut["events"] == whole["events"][:1]  # type: ignore[index]
    assert whole["reports"][-1]["published"] is None  # type: ignore[index]
    assert whole["offices"][0]["until"] is None  # type: ignore[index]


def test_an_id_that_nobody_has(khans: Archive) -> None:
    with pytest.raises(UsageError, match="no actor with the id 'person:nobody'"):
        actor_page(khans, "person:nobody")
