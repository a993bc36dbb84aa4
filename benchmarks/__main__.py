"""``python -m benchmarks [--reports N]``: speed of the whole pipeline and of spaCy alone in one run, memory, start-up.

The pipeline and the bare parser take turns over the same reports, so that a drift of the machine's speed cancels out
in their ratio. Peak memory is that of the process with its models loaded.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import make_reports, words
from benchmarks.encoding import encoder_speed
from dragoman.annotate import load_parser
from dragoman.clean import clean
from dragoman.pipeline import code_report
from dragoman.read import read_paths
from dragoman.settings import Settings
from dragoman.types.report import ReadReport, Rejected, Report
from dragoman.workers import code_all
from evals.reliability import BENCH

CHUNK = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=120)
    count = parser.parse_args().reports
    reports = make_reports(count)
    load_parser()
    code_report(reports[0], Settings())
    whole, bare = _take_turns(reports)
    n = len(reports)
    rows = [
        ("reports", f"{n}, {words(reports) / n:.0f} words each"),
        ("one process", f"{n / whole:.1f} reports/s, {words(reports) / whole:,.0f} words/s"),
        ("spaCy alone", f"{n / bare:.1f} reports/s"),
        ("ratio to spaCy alone", f"{bare / whole:.2f}"),
        ("encoder alone", encoder_speed(reports)),
        ("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"),
        *_coding_alone(reports),
        (
            "two processes, stored",
            f"{_through_archive(reports):.1f} reports/s (start-up, storing and linking included)",
        ),
        ("data loaded", f"{_data_loaded():.2f} s (actors, places and lexicon, in a fresh process)"),
        ("dragoman --help", f"{_start_up('--help'):.2f} s"),
        ("first report", f"{_first_report():.1f} s"),
    ]
    for name, figure in rows:
        print(f"{name:<24} {figure}")


def _take_turns(reports: Sequence[Report]) -> tuple[float, float]:
    """Seconds of the whole pipeline and of the bare parser over the same reports, a chunk each in turn."""
    parser = load_parser()
    whole = bare = 0.0
    for first in range(0, len(reports), CHUNK):
        chunk = reports[first : first + CHUNK]
        texts = [p.text for r in chunk if not isinstance(c := clean(r), Rejected) for p in c.passages]
        whole += _seconds(lambda c=chunk: [code_report(r, Settings()) for r in c])  # type: ignore[misc]
        bare += _seconds(lambda t=texts: [len(doc) for doc in parser.parse(t)])  # type: ignore[misc]
    return whole, bare


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _written(reports: Sequence[Report], folder: Path) -> Path:
    """A file of the reports, a line each."""
    source = folder / "reports.jsonl"
    lines = [
        json.dumps({"id": r.source_id, "title": r.title, "published": "2023-09-01", "text": r.text}) for r in reports
    ]
    source.write_text("\n".join(lines) + "\n", encoding="utf8")
    return source


def _through_archive(reports: Sequence[Report]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dragoman", "add", str(_written(reports, Path(folder))), "--workers", "2"]
        command += ["--archive", str(Path(folder) / "bench.sqlite")]
        took = _seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    return len(reports) / took


NEWS = BENCH / "reports.jsonl"
"""News reports of 430 words, where they are beside the checkout."""
_TIMES = 5
"""How often they are coded."""


def _coding_alone(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """Coding in two processes once both are warm, without storing and linking."""
    with tempfile.TemporaryDirectory() as folder:
        joined = [r for r in read_paths([_written(reports, Path(folder))]) if isinstance(r, ReadReport)]
    yield "two processes, coding", f"{_steady(joined):.1f} reports/s once they are warm"
    if NEWS.is_file():
        news = [r for r in read_paths([NEWS]) if isinstance(r, ReadReport)]
        mean = words([r.report for r in news]) / len(news)
        yield "the same, news reports", f"{_steady(news * _TIMES):.1f} reports/s of {mean:.0f} words"


def _steady(reads: Sequence[ReadReport]) -> float:
    """Reports a second, the first quarter left out."""
    warm = len(reads) // 4
    began = 0.0
    for number, _ in enumerate(code_all(reads, Settings(workers=2)), 1):
        if number == warm:
            began = time.perf_counter()
    return (len(reads) - warm) / (time.perf_counter() - began)


def _start_up(argument: str) -> float:
    command = [sys.executable, "-m", "dragoman", argument]
    return statistics.median(
        _seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(5)
    )


def _data_loaded() -> float:
    """Seconds that the package's tables take to load, imports left out."""
    program = (
        "import time\n"
        "from dragoman.coding.lexicon import lexicon\n"
        "from dragoman.ontology.gazetteer import gazetteer\n"
        "from dragoman.ontology.knowledge import knowledge\n"
        "began = time.perf_counter()\n"
        "knowledge(), lexicon(), gazetteer().entries('Paris')\n"
        "print(time.perf_counter() - began)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _first_report() -> float:
    line = json.dumps({"id": "1", "text": "The president of Chile visited Peru on Monday."})
    command = [sys.executable, "-m", "dragoman", "annotate", "-"]
    return _seconds(lambda: subprocess.run(command, input=line.encode(), check=True, capture_output=True))


if __name__ == "__main__":
    main()
