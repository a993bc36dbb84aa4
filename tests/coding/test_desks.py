"""The desks of a newsroom, by their words."""

import pytest
from golden.gold import FURTHER, SAMPLES, load
from reading import annotated

from dragoman.coding.desks import is_of_private_desk, private_words
from dragoman.read import read_paths
from dragoman.types.report import ReadReport

_MATCH = "The goalkeeper saved a penalty before halftime, and the striker won the match and the trophy for his coach."


@pytest.mark.parametrize(
    ("text", "private"),
    [
        (_MATCH, True),
        ("The rapper launched an album, a film and a tour of concerts with her guitarist and a choreographer.", True),
        ("The minister flew to Ankara, where he met his counterpart and signed a treaty on the border.", False),
        ("The satellite is in orbit. The satellite threatens us, Seoul said. The satellite breaks sanctions.", False),
        ("France sent the coach of its football team home.", False),
    ],
)
def test_a_report_speaks_as_its_desk_does(text: str, private: bool) -> None:
    assert is_of_private_desk(annotated(text).sentences) == private


def test_no_hand_coded_report_of_public_affairs_does() -> None:
    coded = load()
    read = [r.report for r in read_paths([SAMPLES, FURTHER]) if isinstance(r, ReadReport)]
    public = [r for r in read if r.source_id in coded and not r.source_id.startswith("plain/")]
    assert len(public) > 30
    assert not [r.source_id for r in public[:40] if is_of_private_desk(annotated(r.text).sentences)]


def test_the_words_are_single_and_small() -> None:
    assert all(word == word.lower() and word.isalpha() for word in private_words())
