"""The encoder with its heads: events of a sentence in one pass, or the type of one marked relation."""

import math

import torch
from torch import Tensor, nn

from training.bert import load_bert
from training.corpus import ROLES, STATUSES, TYPES
from training.encode import EVENT_TYPES, MODE_LABELS

PAIR = 64
"""Size of the vectors whose product says whether a token plays a role in an event."""
MARKS = 3
ROLE_OFFSET = 3.0
"""Taken from each score of a pair: most tokens play no role."""


def _head(size: int, labels: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(size, 384), nn.GELU(), nn.Dropout(0.1), nn.Linear(384, labels))


class Coder(nn.Module):
    """Word pieces to scores.

    Outputs: types (batch, n, 17), modes (batch, n, modes), statuses (batch, n, 6), and for each role a query of
    the trigger and a key of every piece (batch, n, roles * PAIR), whose product is the score of the pair; and the
    relation of the parties marked 1 and 2 (batch, 16).
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = load_bert(MARKS, dropout)
        size = self.bert.size
        self.types = _head(size, len(EVENT_TYPES))
        self.modes = _head(size, len(MODE_LABELS))
        self.statuses = _head(size, len(STATUSES))
        self.query = nn.Linear(size, len(ROLES) * PAIR)
        self.key = nn.Linear(size, len(ROLES) * PAIR)
        self.relation = _head(3 * size, len(TYPES))

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        h = self.bert(ids, marks, mask)
        return (
            self.types(h),
            self.modes(h),
            self.statuses(h),
            self.query(h) / math.sqrt(PAIR),
            self.key(h),
            self.relation(self._marked(h, marks)),
        )

    @staticmethod
    def _marked(h: Tensor, marks: Tensor) -> Tensor:
        pooled = [h[:, 0]]
        for kind in (1, 2):
            weight = (marks == kind).to(h.dtype)[..., None]
            pooled.append((h * weight).sum(1) / weight.sum(1).clamp(min=1.0))
        return torch.cat(pooled, -1)


def pair_scores(query: Tensor, key: Tensor) -> Tensor:
    """Scores (triggers, roles, n) of the trigger's queries (triggers, roles * PAIR) with the keys (n, roles * PAIR)."""
    q = query.view(query.shape[0], len(ROLES), PAIR)
    k = key.view(key.shape[0], len(ROLES), PAIR)
    return torch.einsum("trd,nrd->trn", q, k) - ROLE_OFFSET
