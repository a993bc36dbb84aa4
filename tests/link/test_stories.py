"""Stories: reports of one happening together, others apart."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import families, find_links, group_stories
from dragoman.types.link import LinkInput, Story

DAY = date(2024, 5, 7)
QUAKE = (
    "A strong earthquake shook the Orlan valley and brought down the Skarn dam's old spillway, killing nine.",
    "Rescuers in the Orlan valley dug for survivors after an earthquake that broke the spillway of the Skarn dam.",
    "Engineers warn that the Skarn dam in the quake-hit Orlan valley may not stand another tremor.",
)
VOTE = (
    "Voters in Brevia chose a new parliament on Sunday, handing the Reed Party its first majority.",
    "The Reed Party claimed victory in Brevia's parliamentary election as the count neared its end.",
)


def reports(*texts: str, start: date | None = DAY) -> list[LinkInput]:
    return [
        LinkInput(f"r{i}-{text[:9]}", (f"s{i}",), text[:40], text, start + timedelta(i) if start else None)
        for i, text in enumerate(texts)
    ]


def stories(inputs: list[LinkInput]) -> list[Story]:
    links = find_links(inputs)
    return group_stories(inputs, links, [], families((one.report_id for one in inputs), links))[0]


def test_reports_of_one_happening_are_one_story() -> None:
    found = sorted(stories(reports(*QUAKE, *VOTE)), key=lambda story: story.source_ids)
    assert [story.source_ids for story in found] == [("s0", "s1", "s2"), ("s3", "s4")]
    assert (found[0].first, found[0].last, found[0].n_independent) == (DAY, DAY + timedelta(2), 3)
    assert found[0].title in {text[:40] for text in QUAKE}


def test_a_like_happening_months_later_is_another_story() -> None:
    then = reports(QUAKE[0])
    later = [LinkInput("later", ("later",), "", QUAKE[1], DAY + timedelta(90))]
    assert len(stories(then + later)) == 2


def test_links_of_a_story_name_the_reports_that_brought_it_together() -> None:
    inputs = reports(*QUAKE)
    _, links = group_stories(inputs, [], [], {})
    assert len(links) == 2
    assert all(link.kind == "same_story" and 0 < link.score < 1 and not link.directed for link in links)


def test_a_report_without_a_title_names_its_story_by_its_first_words() -> None:
    (story,) = stories([LinkInput("r", ("s",), "  ", QUAKE[0], None)])
    assert story.title.startswith("A strong earthquake")


def test_an_empty_report_is_a_story_by_itself() -> None:
    assert len(stories([LinkInput("r1", ("a",), "", ""), LinkInput("r2", ("b",), "", "")])) == 2


SET = reports(*QUAKE, *VOTE)


@settings(max_examples=25, deadline=None)
@given(st.permutations(SET))
def test_stories_do_not_hang_on_the_order_of_the_reports(order: list[LinkInput]) -> None:
    assert stories(order) == stories(SET)


def test_benchmark_of_stories() -> None:
    file = Path(__file__).parents[3] / "shared" / "bench" / "stories" / "dev.jsonl"
    if not file.is_file():
        pytest.skip("the benchmark of stories isn't beside the checkout")
    gold = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    inputs = [
        LinkInput(one["id"], (one["id"],), one["title"], one["text"], date.fromisoformat(one["published"]))
        for one in gold
    ]
    mine = {name: set(story.source_ids) for story in stories(inputs) for name in story.source_ids}
    theirs = {one["id"]: {other["id"] for other in gold if other["story"] == one["story"]} for one in gold}
    precision = sum(len(mine[i] & theirs[i]) / len(mine[i]) for i in theirs) / len(theirs)
    recall = sum(len(mine[i] & theirs[i]) / len(theirs[i]) for i in theirs) / len(theirs)
    assert 2 * precision * recall / (precision + recall) >= 0.85
