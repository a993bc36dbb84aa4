"""The encoder: what a small transformer, trained on this project's own sentences, reads in a sentence.

One pass over a sentence scores each word as the trigger of an event of each type, with its mode and status, and each
pair of a trigger and another word as deed and actor, recipient, time, place or claimant. A second use gives the type
of the relation between two marked parties. ``model/card.json`` says what the model was trained on.

Sentences are read one at a time: with int8 activations scaled by the batch, a sentence's figures would depend on its
neighbours.
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import DataError

Floats = npt.NDArray[np.float32]
LONGEST = 320
"""Word pieces that are read of a sentence; what lies beyond is left to the lexicon."""
_ALWAYS_WITH_MODE = {"ACCUSE", "PROTEST", "MOBILIZE"}
_SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime would do to the model and shouldn't: its fused layer norm takes six times as long as the plain one,
a tenth of the whole.
"""
_OUTPUTS = ("types", "modes", "statuses", "query", "key", "relation")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that a model's figures stand for, in their order; ``types`` begins with "none"."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]
    statuses: tuple[str, ...]
    roles: str
    pair: int
    role_offset: float
    temperature: dict[str, float]


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder reads in one sentence. Rows are word pieces; ``starts`` and ``ends`` are their characters."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    types: Floats
    """Pieces by types: probabilities."""
    modes: Floats
    statuses: Floats
    query: Floats
    key: Floats
    labels: Labels

    def piece(self, offset: int) -> int | None:
        """The piece that begins at or holds a character; None past the end of what was read."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.ends[at] else None

    def type_odds(self, offset: int) -> Floats | None:
        """Probabilities of the types for a trigger that begins at a character."""
        at = self.piece(offset)
        return None if at is None else self.types[at]

    def mode(self, offset: int, event_type: str) -> str:
        """The likeliest mode of an event of a type, '' for none."""
        at = self.piece(offset)
        if at is None:
            return ""
        named = event_type in _ALWAYS_WITH_MODE
        rows = [i for i, (t, m) in enumerate(self.labels.modes) if t == event_type and (m or not named)]
        return self.labels.modes[max(rows, key=lambda i: float(self.modes[at, i]))][1]

    def status_odds(self, offset: int) -> dict[str, float]:
        """Probabilities of the statuses for a trigger that begins at a character; empty past the end."""
        at = self.piece(offset)
        return {} if at is None else dict(zip(self.labels.statuses, map(float, self.statuses[at]), strict=True))

    def roles(self, offset: int) -> Floats | None:
        """Probabilities (roles, pieces) that each piece plays each role for the trigger at a character."""
        at = self.piece(offset)
        if at is None:
            return None
        count, size = len(self.labels.roles), self.labels.pair
        query = self.query[at].reshape(count, size)
        key = self.key.reshape(-1, count, size)
        scores = np.einsum("rd,nrd->rn", query, key) - self.labels.role_offset
        return _sigmoid(scores)

    def pieces_of(self, start: int, end: int) -> tuple[int, int]:
        """First and last (exclusive) piece of characters ``start`` to ``end``; 0 and 0 past what was read."""
        first = self.piece(start)
        if first is None:
            return 0, 0
        return first, max(first + 1, min(bisect_right(self.starts, end - 1), len(self.ends) - 1))


class Encoder:
    """Holds the model's session and tokenizer. One thread: the pool runs a process a core."""

    def __init__(self) -> None:
        import onnxruntime  # noqa: PLC0415  loading it takes a while, and most commands don't code
        from tokenizers import Tokenizer  # noqa: PLC0415

        folder = files("dragoman.coding") / "model"
        self.labels = _labels(_card())
        self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        with as_file(folder / "encoder.onnx") as path:
            try:
                self._session = onnxruntime.InferenceSession(
                    str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
                )
            except Exception as error:  # noqa: BLE001  onnxruntime has no exception of its own to name
                raise DataError(f"{path} can't be loaded; install dragoman again: {error}") from error

    def read(self, text: str) -> Encoded:
        """What a sentence tells."""
        pieces = self._tokenizer.encode(text)
        out = self._run(pieces.ids, [0] * len(pieces.ids))
        heat = self.labels.temperature
        starts = [a for a, _ in pieces.offsets]
        starts[0], starts[-1] = -1, len(text) + 1
        ends = [b for _, b in pieces.offsets]
        ends[0], ends[-1] = -1, len(text) + 1
        return Encoded(
            tuple(starts),
            tuple(ends),
            _softmax(out["types"][0] / heat.get("types", 1.0)),
            out["modes"][0],
            _softmax(out["statuses"][0] / heat.get("statuses", 1.0)),
            out["query"][0],
            out["key"][0],
            self.labels,
        )

    def relation(self, text: str, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> dict[str, float]:
        """Probabilities of the types for what the first party, given by its characters, does to the second."""
        pieces = self._tokenizer.encode(text)
        marks = [0] * len(pieces.ids)
        for mark, span in ((1, actor), (2, recipient)):
            for i, (a, b) in enumerate(pieces.offsets):
                if span is not None and b > a and a >= span[0] and b <= span[1]:
                    marks[i] = mark
        scores = _softmax(self._run(pieces.ids, marks)["relation"][0] / self.labels.temperature.get("relation", 1.0))
        return dict(zip(self.labels.types[1:], map(float, scores), strict=True))

    def _run(self, ids: Sequence[int], marks: Sequence[int]) -> dict[str, Any]:
        given = {
            "ids": np.array([ids], dtype=np.int64),
            "marks": np.array([marks], dtype=np.int64),
        }
        return dict(zip(_OUTPUTS, self._session.run(list(_OUTPUTS), given), strict=True))


@cache
def encoder() -> Encoder:
    """The package's encoder, loaded on first use."""
    return Encoder()


@cache
def model_version() -> str:
    """The first digits of the model's hash."""
    return str(_card()["onnx_sha256"])[:8]


def model_problem() -> str:
    """What is wrong with the model's files, '' where they are as they were made."""
    weights = files("dragoman.coding") / "model" / "encoder.onnx"
    if not weights.is_file():
        return "encoder.onnx is missing: install dragoman again"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != _card()["onnx_sha256"]:
        return "encoder.onnx isn't the one that its card describes: install dragoman again"
    return ""


def _card() -> dict[str, Any]:
    card: dict[str, Any] = json.loads((files("dragoman.coding") / "model" / "card.json").read_text(encoding="utf8"))
    return card


def _labels(card: dict[str, Any]) -> Labels:
    modes = tuple((m.partition(":")[0], m.partition(":")[2]) for m in card["modes"])
    return Labels(
        tuple(card["types"]), modes, tuple(card["statuses"]), card["roles"], card["pair"], card["role_offset"],
        card["temperature"],
    )  # fmt: skip


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)


def _sigmoid(scores: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float32)
