"""Trains the encoder from the corpora of this folder: ``make train``.

Needs torch, tokenizers, safetensors and the starting weights (``training/requirements.txt``). The same corpora and
seed give the same weights on the same kind of processor. Writes ``out/training/coder.pt``; ``training.export``
makes the package's model of it.
"""

import argparse
import math
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.augment import Augmenter
from training.corpus import ROLES, Example, is_held_out, read_all
from training.encode import IGNORE, Encoded, encode_relation, encode_sentence
from training.model import Coder, pair_scores

OUT = Path("out/training")
SEED = 20261127
BATCH = 32
REPORTS_WEIGH = 2
"""How often an epoch shows the sentences of whole reports, which are what the encoder will read, to once for others."""


def collate(batch: Sequence[Encoded]) -> dict[str, Tensor]:
    """Padded tensors of a batch."""
    n = max(len(e.ids) for e in batch)

    def padded(rows: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([row + [fill] * (n - len(row)) for row in rows])

    return {
        "ids": padded([e.ids for e in batch], 0),
        "marks": padded([e.marks for e in batch], 0),
        "mask": padded([[1] * len(e.ids) for e in batch], 0),
        "types": padded([e.types or [IGNORE] * len(e.ids) for e in batch], IGNORE),
        "relation": torch.tensor([e.relation for e in batch]),
    }


def loss_of(model: Coder, batch: Sequence[Encoded]) -> Tensor:
    """The sum of the losses of all heads."""
    data = collate(batch)
    types, modes, statuses, query, key, relation = model(data["ids"], data["marks"], data["mask"])
    if batch[0].relation != IGNORE:
        return functional.cross_entropy(relation, data["relation"], label_smoothing=0.1)
    total = functional.cross_entropy(
        types.flatten(0, 1), data["types"].flatten(), ignore_index=IGNORE, reduction="sum"
    ) / len(batch)
    rows = [(b, t) for b, e in enumerate(batch) for t in e.triggers]
    if not rows:
        return total
    at = tuple(torch.tensor(x) for x in zip(*rows, strict=True))
    total = total + 0.5 * functional.cross_entropy(modes[at], torch.tensor([m for e in batch for m in e.modes]))
    total = total + 0.7 * functional.cross_entropy(statuses[at], torch.tensor([s for e in batch for s in e.statuses]))
    return total + 3.0 * _role_loss(query, key, batch)


def _role_loss(query: Tensor, key: Tensor, batch: Sequence[Encoded]) -> Tensor:
    losses = []
    for b, e in enumerate(batch):
        if not e.triggers:
            continue
        scores = pair_scores(query[b, e.triggers], key[b, : len(e.ids)])
        target = torch.zeros_like(scores)
        for i, held in enumerate(e.roles):
            for piece, role in held:
                target[i, role, piece] = 1.0
        losses.append(functional.binary_cross_entropy_with_logits(scores, target, reduction="none").mean(-1).sum(-1))
    return torch.cat(losses).mean()


def batches(encoded: list[Encoded], rng: random.Random) -> list[list[Encoded]]:
    """Batches of sentences of like length, in random order."""
    keyed = sorted(encoded, key=lambda e: len(e.ids) + rng.random() * 8)
    made = [keyed[i : i + BATCH] for i in range(0, len(keyed), BATCH)]
    rng.shuffle(made)
    return made


def optimizer_of(model: Coder, rate: float) -> torch.optim.AdamW:
    groups: dict[tuple[bool, bool], list[Tensor]] = defaultdict(list)
    for name, p in model.named_parameters():
        groups[name.startswith("bert."), p.dim() > 1].append(p)
    return torch.optim.AdamW(
        [
            {"params": ps, "lr": rate if inner else rate * 8, "weight_decay": 0.01 * decays}
            for (inner, decays), ps in groups.items()
        ]
    )


def train(sentences: list[Example], relations: list[Example], epochs: int, rate: float) -> Coder:
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    augment = Augmenter(rng)
    model = Coder()
    optimizer = optimizer_of(model, rate)
    per_epoch = math.ceil(len(sentences) / BATCH) + math.ceil(len(relations) / BATCH)
    total = epochs * per_epoch
    warm = total // 12
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / warm, (total - s) / (total - warm)))
    model.train()
    for epoch in range(epochs):
        began, seen, sums = time.monotonic(), 0, 0.0
        work = batches([encode_sentence(augment(x)) for x in sentences], rng)
        work += batches([encode_relation(augment(x)) for x in relations], rng)
        rng.shuffle(work)
        for batch in work:
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(model, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            if schedule.last_epoch < total - 1:
                schedule.step()
            seen += len(batch)
            sums += float(loss.detach()) * len(batch)
        print(f"epoch {epoch + 1}/{epochs}: loss {sums / seen:.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--out", type=Path, default=OUT / "coder.pt")
    arguments = parser.parse_args()
    torch.use_deterministic_algorithms(True)
    sentences = [x for x in read_all("sentences") if not is_held_out(x.text)] + REPORTS_WEIGH * read_all("reports")
    relations = [x for x in read_all("relations") if not is_held_out(x.text)]
    print(f"{len(sentences)} sentences, {len(relations)} relations; roles {ROLES}", flush=True)
    model = train(sentences, relations, arguments.epochs, arguments.rate)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
