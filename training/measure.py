"""How well a trained encoder does on the held-out sentences: ``python -m training.measure [WEIGHTS]``."""

import sys
from collections import Counter
from pathlib import Path

import torch

from training.corpus import ROLES, TYPES, is_held_out, read_all
from training.encode import EVENT_TYPES, IGNORE, Encoded, encode_relation, encode_sentence
from training.model import Coder, pair_scores
from training.train import BATCH, OUT, collate


def macro_f1(pairs: list[tuple[int, int]], labels: int) -> float:
    """Mean F1 over the labels that occur in the gold (first of each pair)."""
    scores = []
    for label in range(labels):
        tp = sum(g == p == label for g, p in pairs)
        gold, coded = sum(g == label for g, _ in pairs), sum(p == label for _, p in pairs)
        if gold:
            scores.append(2 * tp / (gold + coded))
    return sum(scores) / max(1, len(scores))


@torch.no_grad()
def measure_sentences(model: Coder, encoded: list[Encoded]) -> dict[str, float]:
    found: Counter[str] = Counter()
    types: list[tuple[int, int]] = []
    modes: list[bool] = []
    statuses: list[bool] = []
    roles = {r: Counter[str]() for r in ROLES}
    for i in range(0, len(encoded), BATCH):
        batch = encoded[i : i + BATCH]
        data = collate(batch)
        out = model(data["ids"], data["marks"], data["mask"])
        for b, e in enumerate(batch):
            best = out[0][b].argmax(-1).tolist()
            for target, guess in zip(e.types, best, strict=False):
                if target != IGNORE:
                    found["gold"] += target > 0
                    found["coded"] += guess > 0
                    found["hit"] += target > 0 and guess > 0
                    found["right"] += target > 0 and guess == target
            types += [(e.types[t], best[t]) for t in e.triggers]
            modes += [m == int(out[1][b, t].argmax()) for t, m in zip(e.triggers, e.modes, strict=True)]
            statuses += [s == int(out[2][b, t].argmax()) for t, s in zip(e.triggers, e.statuses, strict=True)]
            if e.triggers:
                scores = pair_scores(out[3][b, e.triggers], out[4][b, : len(e.ids)]) > 0
                for row, held in zip(scores, e.roles, strict=True):
                    for r, role in enumerate(ROLES):
                        gold = {p for p, q in held if q == r}
                        coded = set(row[r].nonzero().flatten().tolist())
                        roles[role].update(gold=len(gold), coded=len(coded), hit=len(gold & coded))

    def f1(c: Counter[str], hit: str = "hit") -> float:
        return 2 * c[hit] / max(1, c["gold"] + c["coded"])

    return {
        "trigger F1": f1(found), "trigger and type F1": f1(found, "right"),
        "type macro-F1 of given triggers": macro_f1(types, len(EVENT_TYPES)),
        "mode accuracy": sum(modes) / max(1, len(modes)), "status accuracy": sum(statuses) / max(1, len(statuses)),
        **{f"role {r} F1 (pieces)": f1(c) for r, c in roles.items()},
    }  # fmt: skip


@torch.no_grad()
def measure_relations(model: Coder, encoded: list[Encoded]) -> dict[str, float]:
    pairs: list[tuple[int, int]] = []
    for i in range(0, len(encoded), BATCH):
        data = collate(encoded[i : i + BATCH])
        best = model(data["ids"], data["marks"], data["mask"])[5].argmax(-1).tolist()
        pairs += list(zip([e.relation for e in encoded[i : i + BATCH]], best, strict=True))
    return {
        "relation macro-F1": macro_f1(pairs, len(TYPES)),
        "relation accuracy": sum(g == p for g, p in pairs) / max(1, len(pairs)),
    }


def main() -> None:
    model = Coder()
    model.load_state_dict(torch.load(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT / "coder.pt"))
    model.eval()
    sentences = [encode_sentence(x) for x in read_all("sentences") if is_held_out(x.text)]
    relations = [encode_relation(x) for x in read_all("relations") if is_held_out(x.text)]
    figures = measure_sentences(model, sentences) | measure_relations(model, relations)
    print(f"{len(sentences)} sentences and {len(relations)} relations held out")
    for name, value in figures.items():
        print(f"{name:34} {value:.3f}")


if __name__ == "__main__":
    main()
