"""The quantised encoder with its nodes put together: the same figures to the last bit, a seventh sooner.

PyTorch's export spells out attention in some seventy small nodes a layer, most of them about shapes. Here query, key
and value are one matrix, attention one node (onnxruntime's ``QAttention``), and each linear map with its bias another
(``DynamicQuantizeMatMul``). Sentences are read one at a time, so the mask goes.

``python -m training.fuse`` does it to the package's model and writes its new hash into the card.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MODEL = Path(__file__).parent.parent / "src" / "dragoman" / "coding" / "model"
MS = "com.microsoft"
HEADS = ("types", "modes", "statuses")
LONGEST = 320
"""Positions kept: as many pieces as the coder reads."""
EPSILON = 1e-12
ATTENTION = ("query", "key", "value")


class Fused:
    """The graph being built from the parts of another."""

    def __init__(self, quantised: onnx.ModelProto, heads: int) -> None:
        self.parts = {x.name: numpy_helper.to_array(x) for x in quantised.graph.initializer}
        self.weights = {
            n.name.rpartition("/")[0].strip("/"): n.input[1].removesuffix("_quantized")
            for n in quantised.graph.node
            if n.op_type == "MatMulInteger"
        }
        self.outputs = list(quantised.graph.output)
        self.heads = heads
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def node(self, kind: str, given: Sequence[str], *made: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(given), list(made), domain=domain, **attributes))
        return made[0]

    def constant(self, name: str, value: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def matrix(self, names: Sequence[str]) -> tuple[Any, Any, Any, Any]:
        """Weights, their scales and zero points by column, and biases of linear maps, side by side."""
        stems = [self.weights[n] for n in names]
        weight, scale, zero = (
            np.concatenate([self.parts[f"{s}_{part}"] for s in stems], axis=-1)
            for part in ("quantized", "scale", "zero_point")
        )
        return weight, scale, zero, np.concatenate([self.parts[f"{_parameter(n)}.bias"] for n in names])

    def linear(self, to: str, x: str, name: str, times: float = 1.0) -> str:
        weight, scale, zero, bias = self.matrix([name])
        if zero.any():
            raise ValueError(f"{name}: weights are taken to lie around zero")
        factor = np.float32(times)
        given = [x, self.constant(f"{to}.weight", weight), self.constant(f"{to}.scale", scale * factor), ""]
        return self.node("DynamicQuantizeMatMul", [*given, self.constant(f"{to}.bias", bias * factor)], to, domain=MS)

    def gelu(self, x: str) -> str:
        return self.node("Gelu", [x], f"{x}.gelu", domain=MS)

    def normal(self, to: str, x: str, name: str) -> str:
        given = [x, *(self.constant(f"{to}.{part}", self.parts[f"{name}.{part}"]) for part in ("weight", "bias"))]
        return self.node("LayerNormalization", given, to, axis=-1, epsilon=EPSILON)

    def added(self, to: str, *both: str) -> str:
        return self.node("Add", both, to)

    def looked_up(self, name: str, index: str) -> str:
        names = [f"bert.{name}.weight_{part}" for part in ("quantized", "scale", "zero_point")]
        table, scale, zero = (self.constant(n, self.parts[n]) for n in names)
        rows = self.node("Gather", [table, index], f"{name}.rows")
        return self.node("DequantizeLinear", [rows, scale, zero], name)

    def embedded(self) -> str:
        self.constant("zero", np.array([0]))
        self.node("Shape", ["ids"], "length", start=1, end=2)
        table, scale, zero = (self.parts[f"bert.positions.weight_{p}"] for p in ("quantized", "scale", "zero_point"))
        positions = (table[:LONGEST].astype(np.float32) - np.float32(zero)) * scale
        places = self.node("Slice", [self.constant("positions", positions), "zero", "length", "zero"], "places")
        where = self.added("embedded", self.looked_up("words", "ids"), places)
        return self.normal("layer.0", self.added("marked", where, self.looked_up("kinds", "marks")), "bert.norm")

    def layer(self, x: str, number: int) -> str:
        of = f"bert/layers.{number}"
        me = f"layer.{number + 1}"
        weight, scale, zero, bias = self.matrix([f"{of}/{part}" for part in ATTENTION])
        eighths, size, middle = f"{me}.eighths", f"{me}.size", f"{me}.middle"
        self.node("DynamicQuantizeLinear", [x], eighths, size, middle)
        named = {"weight": weight, "bias": bias, "scale": scale, "zero": zero}
        w, b, s, z = (self.constant(f"{me}.attention.{part}", value) for part, value in named.items())
        mixed = self.node(
            "QAttention", [eighths, w, b, size, s, "", middle, z], f"{me}.mixed", domain=MS, num_heads=self.heads
        )
        out = self.linear(f"{me}.out", mixed, f"{of}/out")
        x = self.normal(f"{me}.looked", self.added(f"{me}.sum", x, out), f"{_parameter(of)}.norm1")
        down = self.linear(f"{me}.down", self.gelu(self.linear(f"{me}.up", x, f"{of}/up")), f"{of}/down")
        return self.normal(me, self.added(f"{me}.total", x, down), f"{_parameter(of)}.norm2")

    def head(self, name: str, x: str) -> None:
        first = self.linear(f"{name}.first", x, f"{name}/{name}.0")
        self.linear(name, self.gelu(first), f"{name}/{name}.3")

    def relation(self, x: str) -> None:
        """The mean of each party's pieces and the first piece, to the types."""
        self.constant("one", np.array([1.0], dtype=np.float32))
        axis = self.constant("axis", np.array([1]))
        first = self.node("Slice", [x, "zero", axis, axis], "first")
        pooled = [self.node("Squeeze", [first, axis], "sentence")]
        for party in (1, 2):
            same = self.node("Equal", ["marks", self.constant(f"mark.{party}", np.array(party))], f"is.{party}")
            weight = self.node("Cast", [same], f"weight.{party}", to=TensorProto.FLOAT)
            row = self.node("Unsqueeze", [weight, axis], f"row.{party}")
            total = self.node("Squeeze", [self.node("MatMul", [row, x], f"sum.{party}"), axis], f"total.{party}")
            count = self.node("ReduceSum", [weight, axis], f"count.{party}", keepdims=1)
            least = self.node("Max", [count, "one"], f"least.{party}")
            pooled.append(self.node("Div", [total, least], f"party.{party}"))
        self.head("relation", self.node("Concat", pooled, "parties", axis=-1))

    def model(self) -> onnx.ModelProto:
        given = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "pieces"]) for n in ("ids", "marks")]
        graph = helper.make_graph(self.nodes, "encoder", given, self.outputs, self.constants)
        versions = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=8, producer_name="dragoman")


def _parameter(node: str) -> str:
    """The name that a linear map's parameters have, by its node's: ``types/types.0`` is ``types.0``."""
    return node.rpartition("/")[2] if not node.startswith("bert/") else node.replace("/", ".")


def fuse(quantised: onnx.ModelProto, *, layers: int = 6, heads: int = 12, pair: int = 64) -> onnx.ModelProto:
    """``training.export``'s quantised graph, made smaller; ``pair`` as in ``training.model``."""
    made = Fused(quantised, heads)
    x = made.embedded()
    for number in range(layers):
        x = made.layer(x, number)
    for name in HEADS:
        made.head(name, x)
    made.linear("query", x, "query", pair**-0.5)
    made.linear("key", x, "key")
    made.relation(x)
    return made.model()


def main() -> None:
    path = MODEL / "encoder.onnx"
    quantised = onnx.load(path)
    if any(n.op_type == "QAttention" for n in quantised.graph.node):
        raise SystemExit(f"{path.name} is put together already")
    onnx.save(fuse(quantised), path)
    card = json.loads((MODEL / "card.json").read_text(encoding="utf8"))
    card["onnx_sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (MODEL / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
