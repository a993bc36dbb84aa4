"""How well the confidence of codings fits how often they are right: ``python -m evals.reliability CODED.jsonl``.

``CODED.jsonl`` is what ``python -m evals reports --out FOLDER`` keeps as ``reports.jsonl``. A coding is right where a
gold event of its report has its type, and its parties are that event's and nobody else. Expected calibration error:
the mean over ten bins of the difference between confidence and share of right ones, weighted by the bins' sizes
(Naeini et al. 2015).
"""

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

BINS = 10
BENCH = Path(__file__).parent.parent.parent / "shared" / "bench" / "reports"


def reliability(coded: Path, bench: Path) -> list[tuple[float, bool]]:
    """Confidence and rightness of each coding."""
    score = load_scorer(bench / "score.py")
    gold = defaultdict(list)
    for row in score.load_gold(bench / "gold.tsv"):
        gold[row["doc"]].append(row)
    mentions = [json.loads(line) for line in coded.read_text(encoding="utf8").splitlines()]
    return [(m["confidence"], _is_right(score, gold[str(m["source_id"])], m)) for m in mentions]


def _is_right(score: ModuleType, gold: Sequence[Mapping[str, str]], mention: Mapping[str, Any]) -> bool:
    return any(mention["event_type"] in g["types"].split("/") and _exact(score, g, mention) for g in gold)


def _exact(score: ModuleType, gold: Mapping[str, str], mention: Mapping[str, Any]) -> bool:
    """Whether both sides agree and nobody is named who doesn't belong there; a meeting's sides may change places."""

    def side(cell: str, parties: Sequence[Any]) -> bool:
        agree = score.party_matches(cell, parties)
        return cell == "-" or (agree and all(score.party_matches(cell, [p]) for p in parties))

    if side(gold["actor"], mention["actors"]) and side(gold["recipient"], mention["recipients"]):
        return True
    right = score.compare(gold, mention)
    both = f"{gold['actor']}/{gold['recipient']}"
    crossed = "CONSULT" in gold["types"].split("/") and right["actor"] and right["recipient"]
    return crossed and side(both, [*mention["actors"], *mention["recipients"]])


def load_scorer(path: Path) -> ModuleType:
    """The scoring script of a benchmark, as a module."""
    spec = importlib.util.spec_from_file_location("bench_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bins(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Mean confidence, share of right ones and size of each bin that isn't empty."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        held[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [(sum(c for c, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for b in held if b]


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error."""
    return sum(n * abs(c - r) for c, r, n in bins(pairs)) / max(1, len(pairs))


def main() -> None:
    pairs = reliability(Path(sys.argv[1]), BENCH)
    print("| confidence | right | codings | |\n|---|---|---|---|")
    for confidence, right, count in bins(pairs):
        print(f"| {confidence:.2f} | {right:.2f} | {count} | `{'█' * round(20 * right):<20}` |")
    print(f"\nexpected calibration error {calibration_error(pairs):.3f} over {len(pairs)} codings")


if __name__ == "__main__":
    main()
