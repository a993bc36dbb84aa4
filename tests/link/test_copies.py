"""Copies, spun copies and rewrites: found, told apart from independent reports, whatever the order."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import families, find_links
from dragoman.link.copies import compare
from dragoman.link.words import profile
from dragoman.types.link import Link, LinkInput

ORIGINAL = (
    "The foreign minister of Norland, Tomas Brekke, flew to Port Selim on Tuesday to open talks on the Aral gas "
    "pipeline, his office said. He will meet President Amira Haddad and 12 members of the energy council.\n"
    'Brekke called the 480-kilometre line "a bridge that no winter can close". Construction halted in 2019 after '
    "storms sank two barges off Cape Orlan.\n"
    "Opposition deputies in Norland demanded an inquiry into the cost, which has risen to 3.4 billion crowns. The "
    "finance committee is due to hear from the builder, Skarn Holding, on 9 May.\n"
    "Fishermen in the harbour of Port Selim blocked the quay with 40 boats, saying that the route would ruin their "
    "grounds. Police made no arrests."
)
SPUN = (
    ORIGINAL.replace("foreign minister", "overseas minister")
    .replace("flew to", "travelled to")
    .replace("on Tuesday to open talks", "on Tuesday to begin discussions")
    .replace("Construction halted", "Building stopped")
    .replace("demanded an inquiry", "sought a probe")
    .replace("is due to hear", "is scheduled to listen")
    .replace("saying that the route would ruin", "stating that the path would destroy")
)
REWRITE = (
    "Fishermen blocked the quay of Port Selim with 40 boats because the Aral gas pipeline, they fear, would ruin their "
    "grounds; police made no arrests. They acted as Tomas Brekke, foreign minister of Norland, came for talks with "
    "President Amira Haddad and 12 members of the energy council.\n"
    'To Brekke the 480-kilometre line is "a bridge that no winter can close", but its cost has risen to 3.4 billion '
    "crowns, and opposition deputies at home want an inquiry. The builder, Skarn Holding, goes before the finance "
    "committee on 9 May. Storms sank two barges off Cape Orlan in 2019 and construction halted."
)
INDEPENDENT = (
    "Port Selim woke to the sound of ships' horns on Tuesday as fishing crews moored across the harbour mouth, hours "
    'before a delegation from Norland was due. "Nobody asked us," said Yusuf Karam, who has fished the bay for '
    "thirty years. The crews fear dredging for the planned Aral gas pipeline.\n"
    "Inside the presidential palace Amira Haddad received Tomas Brekke with full honours. Neither side gave details, "
    "but an adviser, Lena Osk, spoke of progress on transit fees. Analysts at the Orlan Institute doubt that the money "
    "is there: the currency has lost a fifth of its worth since January, and lenders want guarantees first."
)


def given_report(name: str, text: str, published: date | None = None, **more: object) -> LinkInput:
    return LinkInput(f"r-{name}", (name,), "", text, published, **more)  # type: ignore[arg-type]


def only(links: list[Link]) -> Link:
    assert len(links) == 1, links
    return links[0]


def test_a_copy_is_a_duplicate_and_the_later_one_copies() -> None:
    first = given_report("z", ORIGINAL, date(2024, 5, 7))
    later = given_report("a", ORIGINAL + " Advertisement.", date(2024, 5, 8))
    link = only(find_links([first, later]))
    assert (link.kind, link.source_id, link.other_id, link.directed) == ("duplicate", "a", "z", True)
    assert link.score > 0.9
    assert any("later" in reason for reason in link.reasons)


def test_a_copy_with_furniture_around_it_copies_the_bare_text() -> None:
    link = only(find_links([given_report("bare", ORIGINAL), given_report("wrapped", ORIGINAL + " ", furniture=300)]))
    assert (link.source_id, link.directed) == ("wrapped", True)


def test_nothing_says_who_copied_whom() -> None:
    link = only(find_links([given_report("b", ORIGINAL), given_report("a", ORIGINAL)]))
    assert (link.source_id, link.other_id, link.directed) == ("a", "b", False)


def test_a_spun_copy_keeps_the_order_and_swaps_words() -> None:
    link = only(find_links([given_report("a", ORIGINAL), given_report("b", SPUN)]))
    assert link.kind == "spun"


def test_wording_known_to_be_spun_makes_a_restored_copy_spun_and_gives_its_direction() -> None:
    link = only(find_links([given_report("a", ORIGINAL), given_report("b", ORIGINAL, spun=True)]))
    assert (link.kind, link.source_id, link.directed) == ("spun", "b", True)


def test_a_rewrite_is_linked() -> None:
    assert only(find_links([given_report("a", ORIGINAL), given_report("b", REWRITE)])).kind == "rewrite"


def test_an_independent_report_of_the_same_day_is_left_alone() -> None:
    assert find_links([given_report("a", ORIGINAL), given_report("b", INDEPENDENT)]) == []


def test_one_content_under_two_names_is_a_duplicate_of_itself() -> None:
    link = only(find_links([LinkInput("r", ("first", "second"), "", ORIGINAL)]))
    assert (link.source_id, link.other_id, link.score) == ("second", "first", 1.0)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "One line.", "a" * 5000, "\u202e\x00<script>"])
def test_what_has_nothing_to_compare_is_not_linked_to_others(text: str) -> None:
    assert find_links([given_report("a", text), given_report("b", ORIGINAL)]) == []


def test_two_texts_share_between_nothing_and_everything() -> None:
    one, two = profile(ORIGINAL), profile(INDEPENDENT)
    overlap = compare(one, two, one.features.keys() & two.features.keys())
    same = compare(one, one, one.features.keys())
    assert 0 < overlap.kinship < 2 < same.kinship == 4


REPORTS = [
    given_report("a", ORIGINAL, date(2024, 5, 7)),
    given_report("b", SPUN, date(2024, 5, 9)),
    given_report("c", REWRITE),
    given_report("d", INDEPENDENT, date(2024, 5, 7)),
    given_report("e", ORIGINAL, date(2024, 5, 7)),
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(REPORTS))
def test_links_do_not_hang_on_the_order_of_the_reports(order: list[LinkInput]) -> None:
    assert find_links(order) == find_links(REPORTS)


@settings(max_examples=20, deadline=None)
@given(st.permutations(find_links(REPORTS)))
def test_a_family_is_all_that_copies_of_copies_reach(links: list[Link]) -> None:
    family = families((report.report_id for report in REPORTS), links)
    assert [family[f"r-{name}"] for name in "abce"] == ["r-a"] * 4
    assert family["r-d"] == "r-d"


def test_benchmark_of_rewrites() -> None:
    folder = Path(__file__).parents[3] / "shared" / "bench" / "rewrites"
    if not folder.is_dir():
        pytest.skip("the benchmark of rewrites isn't beside the checkout")
    inputs = []
    for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        day = date.fromisoformat(report["published"]) if report["published"] else None
        inputs.append(LinkInput(report["id"], (report["id"],), report["title"] or "", report["text"], day))
    linked = {frozenset((link.source_id, link.other_id)) for link in find_links(inputs)}
    pairs = [json.loads(line) for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    copies = [frozenset((pair["id_a"], pair["id_b"])) for pair in pairs if pair["kind"] != "independent"]
    independent = [frozenset((pair["id_a"], pair["id_b"])) for pair in pairs if pair["kind"] == "independent"]
    assert sum(pair in linked for pair in copies) / len(copies) >= 0.92
    assert sum(pair in linked for pair in independent) == 0
