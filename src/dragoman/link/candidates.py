"""Pairs of reports worth comparing: near copies by MinHash (Broder 1997) with banding, rewordings by rare features."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log

from rensa import RMinHash

from dragoman.link.words import Profile

Pair = tuple[int, int]

_PERMUTATIONS = 128
_ROWS = 4
_SEED = 1
_FULL_BUCKET = 40
"""Above this many reports in a bucket each is compared with its neighbours and the first only: a chain joins them."""
_RARE = 24
"""Rarest features of a report that look for its rewordings."""
_PARTNERS = 12
"""Best partners of a report by shared rare features that are compared in full."""


def near_copies(profiles: Sequence[Profile]) -> set[Pair]:
    """Pairs whose sets of five-word runs are likely to overlap by a half or more."""
    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        if not one.words:
            continue
        sketch = RMinHash(_PERMUTATIONS, _SEED)
        sketch.update(sorted(one.shingles))
        digest: list[int] = sketch.digest()
        for band in range(0, _PERMUTATIONS, _ROWS):
            buckets[(band, *digest[band : band + _ROWS])].append(index)
    return {pair for bucket in buckets.values() for pair in _bucket_pairs(bucket)}


def _bucket_pairs(bucket: list[int]) -> Iterable[Pair]:
    if len(bucket) <= _FULL_BUCKET:
        return combinations(bucket, 2)
    chain = zip(bucket, bucket[1:], strict=False)
    return {*chain, *((bucket[0], other) for other in bucket[1:])}


def rewordings(profiles: Sequence[Profile]) -> set[Pair]:
    """Pairs that share what is rare in the archive: names, numbers, unusual words."""
    spread = Counter(feature for one in profiles for feature in one.features)
    most = max(12, len(profiles) // 50)
    rare = [_rarest(one, spread, most) for one in profiles]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for feature in one.features:
            if 1 < spread[feature] <= most:
                holders[feature].append(index)
    found: set[Pair] = set()
    for index, features in enumerate(rare):
        found.update(_partners(index, features, holders, len(profiles)))
    return found


def _rarest(one: Profile, spread: Counter[str], most: int) -> list[str]:
    held = [feature for feature in one.features if 1 < spread[feature] <= most]
    return sorted(held, key=lambda feature: (spread[feature], -one.features[feature], feature))[:_RARE]


def _partners(index: int, features: list[str], holders: dict[str, list[int]], total: int) -> list[Pair]:
    score: dict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for feature in features:
        worth = log((total + 1) / len(holders[feature]))
        for other in holders[feature]:
            if other != index:
                score[other] += worth
                shared[other] += 1
    best = sorted((other for other in score if shared[other] >= 2), key=lambda other: (-score[other], other))
    return [(min(index, other), max(index, other)) for other in best[:_PARTNERS]]
