"""How well saved web pages are read: shared word n-grams with the true text, as in Zyte's benchmark."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

from dragoman.read import read_raw
from dragoman.types.report import Raw, ReadReport

_WORD = re.compile(r"\w+")
_N = 4


def read_pages(folder: Path) -> dict[str, float]:
    """Mean precision, recall and F1 of word 4-grams over the pages of ``folder``."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf8"))
    scores = [_page(folder / "html" / f"{key}.html.gz", entry["articleBody"]) for key, entry in sorted(truth.items())]
    names = ("precision", "recall", "f1")
    return {n: round(sum(s[i] for s in scores) / len(scores), 4) for i, n in enumerate(names)}


def _page(path: Path, truth: str) -> tuple[float, float, float]:
    read = read_raw(Raw(gzip.decompress(path.read_bytes()), "text/html"), path.name)
    text = read.report.text if isinstance(read, ReadReport) else ""
    return _overlap(_grams(text), _grams(truth))


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + _N]) for i in range(max(1, len(words) - _N + 1)))


def _overlap(mine: Counter[tuple[str, ...]], truth: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    shared = sum((mine & truth).values())
    precision = shared / max(1, sum(mine.values()))
    recall = shared / max(1, sum(truth.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0
