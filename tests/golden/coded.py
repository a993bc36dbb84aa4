"""The sample reports that have a gold, coded."""

from collections.abc import Container
from functools import cache

from dragoman.annotate import annotate, load_parser
from dragoman.clean import clean
from dragoman.pipeline import CodedReport, code_report
from dragoman.read import read_paths
from dragoman.settings import Settings
from dragoman.types.report import ReadReport
from dragoman.types.text import AnnotatedText
from golden.gold import FURTHER, SAMPLES, load

GENERAL_NEWS = "plain/"
"""What the source ids begin with of reports of general news, most of which tell next to nothing of public affairs."""


def coded_of(*, general: bool) -> dict[str, CodedReport]:
    """Those of general news, or of public affairs, on which what an event and its parties are is fitted."""
    return {doc: coded for doc, coded in coded_golden().items() if doc.startswith(GENERAL_NEWS) == general}


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


def annotated_samples(wanted: Container[str]) -> dict[str, AnnotatedText]:
    """The sample reports of these source ids with their grammar."""
    parser = load_parser(Settings().spacy_model)
    return {
        read.report.source_id: annotate(clean(read.report), parser)
        for read in read_paths([SAMPLES, FURTHER])
        if isinstance(read, ReadReport) and read.report.source_id in wanted
    }
