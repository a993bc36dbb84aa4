"""The parts that can be measured: which command makes the output, and which scorer reads it."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.no_event import SENTENCES, code_each, share_without
from evals.publication import date_each, shares


@dataclass(frozen=True, slots=True)
class Part:
    """A benchmark: its data, the program's arguments, and the figures to show, by a path into the scorer's JSON."""

    name: str
    data: str
    make: Callable[[Path, Path], None]
    score: Callable[[Path, Path, Path], Mapping[str, Any]]
    figures: Mapping[str, tuple[str, ...]]


def _program(arguments: list[str], out: Path) -> None:
    with out.open("wb") as sink:
        subprocess.run([sys.executable, "-m", "dragoman", *arguments], stdout=sink, check=True)


def _command(name: str) -> Callable[[Path, Path], None]:
    return lambda data, out: _program([name, str(data)], out)


def _annotated_events(data: Path, out: Path) -> None:
    raw = out.with_suffix(".raw")
    _program(["annotate", str(data)], raw)
    with out.open("w", encoding="utf8") as sink:
        for line in raw.open(encoding="utf8"):
            record = json.loads(line)
            for event in record.get("events", ()):
                sink.write(json.dumps({**event, "source_id": record["source_id"]}, ensure_ascii=False) + "\n")


def _through_archive(what: str) -> Callable[[Path, Path], None]:
    def make(data: Path, out: Path) -> None:
        archive = out.with_suffix(".sqlite")
        for old in archive.parent.glob(archive.name + "*"):
            old.unlink()
        source = data.parent / "reports.jsonl" if what == "links" else data
        _program(["add", str(source), "--archive", str(archive)], out)
        _program(["export", what, "--format", "jsonl", "--archive", str(archive)], out)

    return make


def _score(task: str) -> Callable[[Path, Path, Path], Mapping[str, Any]]:
    def run(bench: Path, data: Path, out: Path) -> Mapping[str, Any]:
        done = subprocess.run(
            [sys.executable, str(bench / "score.py"), task, str(data), str(out)], capture_output=True, check=True
        )
        result: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return result

    return run


def _score_reports(bench: Path, data: Path, out: Path) -> Mapping[str, Any]:
    scorer, gold = bench / "reports" / "score.py", data.parent / "gold.tsv"
    done = subprocess.run(
        [sys.executable, str(scorer), str(data), str(gold), str(out), "--json"], capture_output=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout)
    asked = [scores["f1"] for scores in result["by_type"].values() if scores["gold"]]
    cells = {cell: share for cell, (share, _) in result["accuracy_of_matched"].items()}
    return {**result, **cells, "weakest_type": min(asked)}


HELD = Path(__file__).parent / "data" / "held" / "reports.jsonl"
"""Twelve reports that outsiders wrote and coded without sight of the program. Nothing is fitted on them, and how they
are coded is never read: what is right on them tells what to expect of reports unseen.
"""


def _read_pages(data: Path, out: Path) -> None:
    from evals.pages import read_pages

    out.write_text(json.dumps(read_pages(data.parent)), encoding="utf8")


_TIMES = {"strict F1": ("strict", "f1"), "relaxed F1": ("relaxed", "f1"), "value F1": ("value", "f1")}
_REPORTS = {"event F1": ("event", "f1"), "tuple F1": ("tuple", "f1"), "full F1": ("full", "f1")}
_PLACES = {"found": ("found",), "within 161 km of found": ("acc161_of_found",)}

PARTS = (
    Part(
        "reports",
        "reports/reports.jsonl",
        _annotated_events,
        _score_reports,
        {**_REPORTS, "weakest type's F1": ("weakest_type",)},
    ),
    Part(
        "held-out reports",
        str(HELD),
        _annotated_events,
        _score_reports,
        {**_REPORTS, "day right": ("date",), "place right": ("place",)},
    ),
    Part("no event", str(SENTENCES), code_each, share_without, {"sentences without one": ("without",)}),
    Part("times (TimeBank)", "times/timebank.jsonl", _command("annotate"), _score("times"), _TIMES),
    Part("times (AQUAINT)", "times/aquaint.jsonl", _command("annotate"), _score("times"), _TIMES),
    Part(
        "publication",
        "reports/reports.jsonl",
        date_each,
        shares,
        {"day in the interval": ("inside",), "right day believed": ("believed",), "wrong day doubted": ("doubted",)},
    ),
    Part("places (GeoVirus)", "places/geovirus.jsonl", _command("annotate"), _score("places"), _PLACES),
    Part("places (LGL)", "places/lgl.jsonl", _command("annotate"), _score("places"), _PLACES),
    Part(
        "actors",
        "actors/dev.jsonl",
        _command("resolve"),
        _score("actors"),
        {"country": ("country",), "sector": ("sector",)},
    ),
    Part(
        "attribution",
        "attribution/dev.jsonl",
        _command("annotate"),
        _score("attribution"),
        {"source F1": ("source", "f1"), "cue F1": ("cue", "f1"), "content F1": ("content", "f1")},
    ),
    Part(
        "event places",
        "event_places/dev.jsonl",
        _command("locate"),
        _score("event_places"),
        {"accuracy": ("accuracy",), "none right": ("none_right",)},
    ),
    Part(
        "relations",
        "relations/dev.jsonl",
        _command("relate"),
        _score("relations"),
        {"macro-F1": ("macro_f1",), "accuracy": ("accuracy",)},
    ),
    Part(
        "stories",
        "stories/dev.jsonl",
        _through_archive("stories"),
        _score("stories"),
        {"B-cubed F1": ("bcubed_f1",)},
    ),
    Part(
        "copies",
        "rewrites/pairs.jsonl",
        _through_archive("links"),
        _score("rewrites"),
        {"F1": ("all", "f1"), "precision": ("all", "precision"), "recall": ("all", "recall")},
    ),
    Part(
        "pages",
        "pages/ground-truth.json",
        _read_pages,
        lambda bench, data, out: json.loads(out.read_text(encoding="utf8")),
        {"text F1": ("f1",)},
    ),
)  # fmt: skip
