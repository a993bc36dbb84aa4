"""Sentences of the news that tell no political event (``data/no_event.txt``, written for this): in how many is none
found?
"""

import json
from pathlib import Path

from dragoman.pipeline import code_report
from dragoman.settings import Settings
from dragoman.types.report import Rejected, Report

SENTENCES = Path(__file__).parent / "data" / "no_event.txt"


def code_each(data: Path, out: Path) -> None:
    """Codes each line as a report of its own; writes its events."""
    with out.open("w", encoding="utf8") as sink:
        for number, text in enumerate(data.read_text(encoding="utf8").splitlines(), 1):
            coded = code_report(Report(f"line-{number}", text), Settings())
            events = () if isinstance(coded, Rejected) else coded.attributed.events
            told = [f"{e.event_type} {e.trigger.text}: {e.why}" for e in events]
            sink.write(json.dumps({"line": number, "text": text, "events": told}) + "\n")


def share_without(bench: Path, data: Path, out: Path) -> dict[str, float]:
    """The share of the sentences in which no event was found."""
    lines = [json.loads(line) for line in out.read_text(encoding="utf8").splitlines()]
    return {"n": len(lines), "without": round(sum(not line["events"] for line in lines) / max(1, len(lines)), 4)}
