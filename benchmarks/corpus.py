"""Reports of about 650 words, made by joining the sample reports."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

from dragoman.read import read_paths
from dragoman.types.report import Published, ReadReport, Report

SAMPLES = Path(__file__).parent.parent / "examples" / "reports"
WORDS = 650


def make_reports(count: int) -> list[Report]:
    """``count`` different reports of at least 650 words and at most one paragraph more."""
    paragraphs = cycle(_paragraphs())
    return [_report(i, paragraphs) for i in range(count)]


def _paragraphs() -> list[str]:
    read = [r.report for r in read_paths([SAMPLES]) if isinstance(r, ReadReport)]
    return [line for report in read for line in report.text.split("\n") if len(line.split()) > 12]


def _report(number: int, paragraphs: Iterator[str]) -> Report:
    lines: list[str] = []
    while sum(len(line.split()) for line in lines) < WORDS:
        lines.append(next(paragraphs))
    text = "\n".join(lines)
    return Report(f"bench-{number}", text, f"Report number {number}", published=Published(date(2023, 9, 1), "given"))


def words(reports: list[Report]) -> int:
    """Words in all the texts."""
    return sum(len(r.text.split()) for r in reports)
