"""``make golden``: codes the golden reports anew, shows what changes, and keeps it."""

import difflib
import json
import sys
from pathlib import Path

from dragoman.pipeline import CodedReport
from dragoman.record import mention_record
from golden.coded import coded_golden

EXPECTED = Path(__file__).parent / "expected"


def expected_path(doc: str) -> Path:
    """Where the coding of a report is kept."""
    return EXPECTED / (doc.replace("/", "--") + ".jsonl")


def lines(coded: CodedReport) -> list[str]:
    """The event mentions of a report, one JSON object a line, without the coder's version."""
    records = [mention_record(m) for m in coded.attributed.events]
    return [json.dumps({k: v for k, v in r.items() if k != "coder"}, ensure_ascii=False) for r in records]


def main() -> None:
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.jsonl"):
        if old.name not in {expected_path(doc).name for doc in coded_golden()}:
            old.unlink()
    for doc, coded in sorted(coded_golden().items()):
        path = expected_path(doc)
        before = path.read_text(encoding="utf8").splitlines() if path.exists() else []
        after = lines(coded)
        changed = list(
            difflib.unified_diff([_short(x) for x in before], [_short(x) for x in after], doc, doc, lineterm="", n=0)
        )
        sys.stdout.write("\n".join(changed) + ("\n" if changed else ""))
        path.write_text("".join(f"{line}\n" for line in after), encoding="utf8")


def _short(line: str) -> str:
    event = json.loads(line)
    sides = [", ".join(p["name"] for p in event[side]) or "-" for side in ("actors", "recipients")]
    return f"{event['event_type']} {event['event_mode']} {sides[0]} -> {sides[1]} {event['status']} {event['start']}"


if __name__ == "__main__":
    main()
