"""The quality of extraction on saved pages with their true text, where the benchmark is at hand."""

import gzip
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dragoman.read.article import Page, extract
from dragoman.read.decode import decode
from dragoman.read.limits import Limits
from dragoman.read.page import declared_charset

PAGES = Path(__file__).parents[3] / "shared" / "bench" / "pages"
FLOOR_F1 = 0.965
FLOOR_DATES = 39

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the benchmark's pages are not beside the checkout")


@cache
def pages() -> list[tuple[dict[str, str], Page]]:
    truth: dict[str, dict[str, str]] = json.loads((PAGES / "ground-truth.json").read_text("utf-8"))
    read = []
    for name in sorted(truth):
        data = gzip.decompress((PAGES / "html" / f"{name}.html.gz").read_bytes())
        read.append((truth[name], extract(decode(data, declared_charset(data)).text, "", Limits())))
    return read


def f1(ours: str, theirs: str) -> float:
    """Over tokens, as bags."""
    left, right = Counter(re.findall(r"\w+", ours)), Counter(re.findall(r"\w+", theirs))
    return 2 * (left & right).total() / (left.total() + right.total())


def test_text() -> None:
    scores = [f1(page.text, truth["articleBody"]) for truth, page in pages()]
    assert sum(scores) / len(scores) >= FLOOR_F1
    assert min(scores) > 0.8


def test_dates() -> None:
    """The true dates aren't given; where an address names year and month, they must be those."""
    assert sum(page.published is not None for _, page in pages()) >= FLOOR_DATES
    named = [(re.search(r"/(20\d\d)[/-](\d\d)[/-]", truth["url"]), page.published) for truth, page in pages()]
    wrong = [(match[0], day) for match, day in named if match and f"{day:%Y%m}" != match[1] + match[2]]
    assert wrong == []


def test_titles_and_publishers() -> None:
    assert all(page.title and page.publisher for _, page in pages())
