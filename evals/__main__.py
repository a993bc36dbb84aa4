"""``python -m evals [PART ...] [--raise-floors] [--out FOLDER]``: measures, prints one table, compares with the floors.

Exit status 1 where a figure lies below its floor. ``--raise-floors`` writes figures above their floors into
``floors.json``; a floor never falls by this command: lowering one is an edit that says why.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from evals.parts import PARTS, Part

HERE = Path(__file__).parent
BENCH = HERE.parent.parent / "shared" / "bench"
SLACK = 0.002
"""How far a figure may lie below its floor: rounding on other machines."""


def main() -> int:
    arguments = _arguments()
    if not BENCH.is_dir():
        print(
            f"evals need the benchmarks in {BENCH.parent.name}/{BENCH.name} beside the checkout; they are absent here."
        )
        return 0
    floors: dict[str, Any] = json.loads((HERE / "floors.json").read_text(encoding="utf8"))
    failed = 0
    print(f"{'part':<20} {'figure':<24} {'now':>7} {'floor':>7}   seconds")
    for part in PARTS:
        if not arguments.parts or any(name in part.name for name in arguments.parts):
            failed += _measure(part, floors, arguments.out)
    if arguments.raise_floors:
        (HERE / "floors.json").write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf8")
    if failed:
        print(f"{failed} figures lie below their floors")
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="parts to measure, by a piece of their name (default: all)")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--out", type=Path, help="keep the outputs in this folder")
    return parser.parse_args()


def _measure(part: Part, floors: dict[str, Any], keep: Path | None) -> int:
    data = BENCH / part.data
    known = floors.setdefault(part.name, {"data": "", "floors": {}})
    digest = hashlib.sha256(data.read_bytes()).hexdigest()[:16]
    if known["data"] and known["data"] != digest:
        print(f"{part.name}: the data changed since the floors were set ({known['data']}, now {digest})")
    known["data"] = digest
    with tempfile.TemporaryDirectory() as folder:
        target = keep or Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        out = target / (part.name.replace(" ", "-").replace("(", "").replace(")", "") + ".jsonl")
        began = time.monotonic()
        part.make(data, out)
        seconds = time.monotonic() - began
        result = part.score(BENCH, data, out)
    return _show(part, result, known["floors"], seconds)


def _show(part: Part, result: Any, floors: dict[str, float], seconds: float) -> int:
    failed = 0
    for label, path in part.figures.items():
        value = result
        for key in path:
            value = value[key]
        floor = floors.get(label)
        below = floor is not None and value < floor - SLACK
        failed += below
        mark = "  BELOW" if below else ""
        shown = f"{floor:>7.3f}" if floor is not None else f"{'-':>7}"
        print(f"{part.name:<20} {label:<24} {value:>7.3f} {shown}   {seconds:>6.1f}{mark}", flush=True)
        floors[label] = max(value, floor or 0.0)
    return failed


if __name__ == "__main__":
    sys.exit(main())
