"""What goes wrong, by class: ``python -m evals.errors CODED.jsonl [GOLD.tsv ...]``.

``CODED.jsonl`` holds event mentions as ``dragoman export mentions`` or ``python -m evals reports --out FOLDER`` write
them. The gold is that of ``../shared/bench/reports`` unless files are named, as ``tests/golden/gold_*.tsv``. Pairing is
the scorer's of that folder. The table of ``docs/errors.md`` is made with it.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.reliability import BENCH, load_scorer

Row = Mapping[str, Any]


def classes(coded: Mapping[str, Sequence[Row]], gold: Mapping[str, Sequence[Row]]) -> Counter[str]:
    """Counts of each class of error, and of what was right."""
    score = load_scorer(BENCH / "score.py")
    found: Counter[str] = Counter()
    for doc, wanted in gold.items():
        mine = coded.get(doc, [])
        matched, extra, missed = score.score_report(wanted, mine)
        found["gold events"] += len(wanted)
        found["found"] += len(matched)
        for i in missed:
            found[_why_missed(score, wanted[i], mine)] += 1
        for i in extra:
            found[_why_extra(mine[i])] += 1
        for g, p, c in matched:
            found.update(_wrong_cells(wanted[g], mine[p], c))
    return found


def _why_missed(score: Any, gold: Row, mine: Sequence[Row]) -> str:
    told = [m for m in mine if score.holds(m["sentence"], gold["evidence"])]
    return "missed: another type in its sentence" if told else "missed: nothing coded in its sentence"


def _why_extra(mention: Row) -> str:
    if not mention["actors"] or not mention["recipients"]:
        return "extra: with one party only"
    if mention["status"] not in {"happened", "planned"}:
        return "extra: told as alleged, hypothetical, negated or denied"
    return "extra: others"


def _wrong_cells(gold: Row, mention: Row, right: Row) -> list[str]:
    found = []
    for cell, parties in (("actor", mention["actors"]), ("recipient", mention["recipients"])):
        if not right[cell]:
            found.append(f"{cell}: {'another' if parties else 'none'}")
    if not right["status"]:
        found.append(f"status: {gold['status'].split('/')[0]} taken for {mention['status']}")
    if not right["date"]:
        found.append(f"date: {'another' if mention.get('start') else 'none'}")
    if right["place"] is False:
        found.append(f"place: {'another' if mention.get('place') else 'none'}")
    if right["claimant"] is False:
        found.append(f"claimant: {'another' if mention.get('claimants') else 'none'}")
    return found


def main() -> None:
    score = load_scorer(BENCH / "score.py")
    gold: dict[str, list[Row]] = defaultdict(list)
    for path in sys.argv[2:] or [str(BENCH / "gold.tsv")]:
        for row in score.load_gold(path):
            gold[row["doc"]].append(row)
    coded: dict[str, list[Row]] = defaultdict(list)
    for line in Path(sys.argv[1]).read_text(encoding="utf8").splitlines():
        mention = json.loads(line)
        coded[str(mention["source_id"])].append(mention)
    for name, count in sorted(classes(coded, gold).items()):
        print(f"{count:5}  {name}")


if __name__ == "__main__":
    main()
