"""The sample reports that have a gold, coded."""

from functools import cache

from dragoman.pipeline import CodedReport, code_report
from dragoman.read import read_paths
from dragoman.settings import Settings
from dragoman.types.report import ReadReport
from golden.gold import FURTHER, SAMPLES, load


@cache
def coded_golden() -> dict[str, CodedReport]:
    """By source id."""
    wanted = load()
    found = {}
    for read in read_paths([SAMPLES, FURTHER]):
        if isinstance(read, ReadReport) and read.report.source_id in wanted:
            coded = code_report(read.report, Settings())
            assert isinstance(coded, CodedReport), coded
            found[read.report.source_id] = coded
    return found
