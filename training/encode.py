"""Examples to numbers: word pieces, marks and targets."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from training.bert import weights_folder
from training.corpus import MODES, ROLES, STATUSES, TYPES, Example

LONGEST = 160
"""Word pieces of a training sentence; what lies beyond is cut off."""
EVENT_TYPES = ("none", *TYPES)
MODE_LABELS = tuple(f"{t}:{m}" for t in TYPES for m in ("", *MODES.get(t, "").split()))
IGNORE = -100


@dataclass(slots=True)
class Encoded:
    """One sentence as numbers. ``types`` holds a target for the first piece of each word, IGNORE elsewhere."""

    ids: list[int]
    marks: list[int]
    types: list[int] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)
    modes: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    roles: list[list[tuple[int, int]]] = field(default_factory=list)
    """For each trigger the (piece, role) pairs that hold."""
    relation: int = IGNORE


@cache
def tokenizer() -> Tokenizer:
    made = Tokenizer.from_file(str(Path(weights_folder()) / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(LONGEST)
    return made


def encode_sentence(example: Example) -> Encoded:
    pieces = tokenizer().encode(example.text)
    offsets, words = pieces.offsets, pieces.word_ids
    first = [w is not None and (i == 0 or words[i - 1] != w) for i, w in enumerate(words)]
    made = Encoded(pieces.ids, [0] * len(pieces.ids), [0 if f else IGNORE for f in first])
    for number, label in enumerate(example.labels, 1):
        span = example.of(number, "E")[0]
        at = next((i for i, (a, b) in enumerate(offsets) if first[i] and a <= span.start < b), None)
        if at is None:
            continue
        made.types[at] = EVENT_TYPES.index(label.event_type)
        if label.event_type == "none":
            continue
        made.triggers.append(at)
        made.modes.append(MODE_LABELS.index(f"{label.event_type}:{label.event_mode}"))
        made.statuses.append(STATUSES.index(label.status))
        held = [
            (i, ROLES.index(s.role))
            for s in example.spans
            if s.event == number and s.role != "E"
            for i, (a, b) in enumerate(offsets)
            if b > a and a >= s.start and b <= s.end
        ]
        made.roles.append(held)
    return made


def encode_relation(example: Example) -> Encoded:
    pieces = tokenizer().encode(example.text)
    marks = [0] * len(pieces.ids)
    for span in example.spans:
        for i, (a, b) in enumerate(pieces.offsets):
            if b > a and a >= span.start and b <= span.end:
                marks[i] = 1 if span.role == "A" else 2
    return Encoded(pieces.ids, marks, relation=TYPES.index(example.labels[0].event_type))
