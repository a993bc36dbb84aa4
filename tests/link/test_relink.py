"""Everything across reports, from an archive and back into it."""

from datetime import date
from pathlib import Path

import pytest
from factories import Told, clean, days, person, read, report, state, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import query
from dragoman.link import relink
from dragoman.store import Archive, Entry, open_archive
from dragoman.types.link import LinkInput

BREKKE, HADDAD, SELIM = person("Tomas Brekke", "NOR"), person("Amira Haddad", "SLM"), state("SLM")
DAY = date(2024, 5, 7)
MEETING = "Tomas Brekke met Amira Haddad in the marble hall of Port Selim to discuss the pipeline's route."
FILLER = " The harbour stayed closed while police boats circled the quay and fishing crews shouted at the delegation."


def entry(name: str, extra: str = "", published: date = DAY) -> Entry:
    article = report(MEETING + extra, name, f"Talks in Port Selim, {name}", published)
    event = Told(
        MEETING,
        "met",
        "CONSULT",
        ((BREKKE, "Tomas Brekke"),),
        ((HADDAD, "Amira Haddad"),),
        days(DAY),
        status="alleged",
        claimants=((SELIM, "Port Selim", "said"),),
    )
    mentions = told(article, event)
    return Entry(read(article), clean(article), mentions, mentions[0].actors)


def everything(archive: Archive) -> dict[str, list[dict[str, object]]]:
    ask = (query.events, query.links, query.stories, query.claims, query.actors)
    return {one.__name__: one(archive) for one in ask}


def test_copies_count_once_and_all_hangs_together(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.add_batch([entry("one", FILLER * 3), entry("two", FILLER * 3, date(2024, 5, 8)), entry("three")])
        relink(archive)
        found = everything(archive)
        (event,), (claim,), (story,) = found["events"], found["claims"], found["stories"]
        assert (event["n_reports"], event["n_independent"]) == (3, 2)
        assert event["claims"] == [claim["claim_id"]]
        assert story["n_independent"] == 2
        copies = [link for link in found["links"] if link["kind"] == "duplicate"]
        assert [(link["source_id"], link["other_id"]) for link in copies] == [("two", "one")]
        assert {mention["event_id"] for mention in query.mentions(archive)} == {event["event_id"]}
        assert archive.problems() == []


def test_linking_twice_changes_nothing(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.add_batch([entry("one"), entry("two", FILLER)])
        relink(archive)
        before = everything(archive)
        relink(archive)
        assert everything(archive) == before


def test_an_empty_archive_links_to_nothing(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        relink(archive)
        assert all(found == [] for found in everything(archive).values())


ENTRIES = [entry("one", FILLER * 3), entry("two", FILLER * 3, date(2024, 5, 8)), entry("three"), entry("four", FILLER)]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(ENTRIES))
def test_the_archive_says_the_same_whatever_order_reports_came_in(
    tmp_path_factory: pytest.TempPathFactory, order: list[Entry]
) -> None:
    said = []
    for entries in (ENTRIES, order):
        with open_archive(tmp_path_factory.mktemp("archive") / "a.sqlite") as archive:
            for one in entries:
                archive.add_batch([one])
            relink(archive)
            said.append(everything(archive))
    assert said[0] == said[1]


def test_a_failure_while_linking_leaves_what_was_there(tmp_path: Path) -> None:
    class Failing(Archive):
        def replace_linked(self, *linked: object) -> None:  # type: ignore[override]
            super().replace_linked(*linked)  # type: ignore[arg-type]
            raise KeyboardInterrupt

    with open_archive(tmp_path / "a.sqlite") as archive:
        archive.add_batch([entry("one")])
        relink(archive)
        before = everything(archive)
        archive.add_batch([entry("two", FILLER)])
        with pytest.raises(KeyboardInterrupt):
            relink(Failing(archive.path, archive._connection))
        assert everything(archive) == before


def test_what_linking_reads_of_a_report(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.sqlite") as archive:
        one = entry("one")
        archive.add_batch([one])
        (found,) = archive.link_inputs()
        assert found == LinkInput(one.mentions[0].report_id, ("one",), "Talks in Port Selim, one", MEETING, DAY)
