"""The trained encoder as the package's model: ONNX, weights in int8, with its tokenizer and a card that says where
it comes from. ``python -m training.export [WEIGHTS]``.
"""

import hashlib
import json
import sys
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.bert import weights_folder
from training.corpus import ROLES, STATUSES, corpus_hash, is_held_out, read_all
from training.encode import EVENT_TYPES, MODE_LABELS, encode_relation, encode_sentence
from training.fuse import MODEL, fuse
from training.measure import measure_relations, measure_sentences
from training.model import PAIR, ROLE_OFFSET, Coder
from training.train import OUT, SEED, collate

OUTPUTS = ("types", "modes", "statuses", "query", "key", "relation")


def temperature(logits: Tensor, gold: Tensor) -> float:
    """The factor that makes a softmax's figures fit how often they are right (Guo et al. 2017)."""
    log_t = nn.Parameter(torch.zeros(()))
    optimizer = torch.optim.LBFGS([log_t], lr=0.1, max_iter=60)

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(logits / log_t.exp(), gold)
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return round(float(log_t.detach().exp()), 4)


def temperatures(model: Coder) -> dict[str, float]:
    """Temperatures of the heads, fitted on the held-out sentences."""
    rows: dict[str, list[tuple[Tensor, int]]] = {"types": [], "statuses": [], "relation": []}
    for example in read_all("sentences"):
        if is_held_out(example.text):
            e = encode_sentence(example)
            data = collate([e])
            with torch.no_grad():
                out = model(data["ids"], data["marks"], data["mask"])
            rows["types"] += [
                (out[0][0, i], t) for i, t in enumerate(e.types) if t > 0 or (t == 0 and out[0][0, i].argmax() > 0)
            ]
            rows["statuses"] += [(out[2][0, i], s) for i, s in zip(e.triggers, e.statuses, strict=True)]
    for example in read_all("relations"):
        if is_held_out(example.text):
            e = encode_relation(example)
            data = collate([e])
            with torch.no_grad():
                rows["relation"].append((model(data["ids"], data["marks"], data["mask"])[5][0], e.relation))
    return {
        name: temperature(torch.stack([r for r, _ in pairs]), torch.tensor([g for _, g in pairs]))
        for name, pairs in rows.items()
    }


def write_onnx(model: Coder, path: Path) -> None:
    ids = torch.ones(2, 8, dtype=torch.long)
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "marks", "mask", *OUTPUTS[:-1])} | {
        "relation": {0: "batch"}
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model, (ids, ids * 0, ids), str(whole), input_names=["ids", "marks", "mask"], output_names=list(OUTPUTS),
            dynamic_axes=axes, dynamo=False, opset_version=17,
        )  # fmt: skip
        # Seven bits a weight: on processors without VNNI eight would overflow, and results would differ.
        eighths = Path(folder) / "eighths.onnx"
        quantize_dynamic(whole, eighths, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        onnx.save(fuse(onnx.load(eighths), pair=PAIR), path)


def main() -> None:
    model = Coder()
    model.load_state_dict(torch.load(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT / "coder.pt"))
    model.eval()
    MODEL.mkdir(exist_ok=True)
    write_onnx(model, MODEL / "encoder.onnx")
    (MODEL / "tokenizer.json").write_bytes((weights_folder() / "tokenizer.json").read_bytes())
    sentences, relations = read_all("sentences"), read_all("relations")
    held = (
        [encode_sentence(x) for x in sentences if is_held_out(x.text)],
        [encode_relation(x) for x in relations if is_held_out(x.text)],
    )
    figures = measure_sentences(model, held[0]) | measure_relations(model, held[1])
    card = {
        "weights": "all-MiniLM-L6-v2 (Apache-2.0), fine-tuned on training/",
        "corpus_sha256": corpus_hash(),
        "onnx_sha256": hashlib.sha256((MODEL / "encoder.onnx").read_bytes()).hexdigest(),
        "seed": SEED,
        "sentences": len(sentences),
        "relations": len(relations),
        "sentences_of_reports": len(read_all("reports")),
        "types": list(EVENT_TYPES),
        "modes": list(MODE_LABELS),
        "statuses": list(STATUSES),
        "roles": ROLES,
        "pair": PAIR,
        "role_offset": ROLE_OFFSET,
        "temperature": temperatures(model),
        "held_out": {"sentences": len(held[0]), "relations": len(held[1])}
        | {name: round(value, 4) for name, value in figures.items()},
    }
    (MODEL / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")
    print(json.dumps(card["held_out"], indent=1), card["temperature"])


if __name__ == "__main__":
    main()
