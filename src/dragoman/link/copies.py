"""Copies, spun copies and rewrites among reports.

A pair is judged by its own two texts alone, so that what else is in the archive never changes the verdict:

- ``duplicate``: nine tenths of the shorter's five-word runs stand in the other;
- ``spun``: the same words in the same order with single words swapped;
- ``rewrite``: more of the shorter's (and of the longer's) names, numbers and content words, of its word pairs,
  and of their order recur than two reporters who saw the same thing would share.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass

from dragoman.link.candidates import near_copies, rewordings
from dragoman.link.words import Profile, profile
from dragoman.types.link import Link, LinkInput, LinkKind

_DUPLICATE = 0.9
_SPUN_PAIRS, _SPUN_ORDER, _SPUN_SHARED = 0.45, 0.88, 0.6
_REWRITE = 2.03
_FEWEST_WORDS = 25
_FEWEST_SHARED = 8
_FURNITURE_MARGIN = 40


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two texts share, each 0 to 1.

    ``runs`` and ``pairs``: of the shorter's five-word runs and word pairs; ``jaccard`` over the runs; ``shorter``
    and ``longer``: of each one's features by weight; ``order``: of the shared features that come in one order;
    ``shared``: how many features both have; ``lengths``: shorter by longer.
    """

    runs: float
    jaccard: float
    pairs: float
    shorter: float
    longer: float
    order: float
    shared: int
    lengths: float

    @property
    def kinship(self) -> float:
        """0 to 4: the sum that tells a rewrite from an independent report."""
        return self.pairs + self.shorter + self.longer + self.order


def find_links(reports: Sequence[LinkInput]) -> list[Link]:
    """Copies, spun copies and rewrites among ``reports``, sorted; the same whatever order they come in."""
    ordered = sorted(reports, key=lambda report: report.report_id)
    profiles = [profile(report.text) for report in ordered]
    links = [link for report in ordered for link in _same_content(report)]
    for a, b in sorted(near_copies(profiles) | rewordings(profiles)):
        verdict = _judge(ordered[a], ordered[b], profiles[a], profiles[b])
        if verdict is not None:
            links.append(verdict)
    return sorted(links, key=lambda link: (link.source_id, link.other_id, link.report_id, link.other_report_id))


def _same_content(report: LinkInput) -> list[Link]:
    """One content under several names."""
    first, *others = report.source_ids
    reason = ("title and text are the same, character by character",)
    return [Link(other, first, report.report_id, report.report_id, "duplicate", 1.0, False, reason) for other in others]


def _judge(a: LinkInput, b: LinkInput, one: Profile, two: Profile) -> Link | None:
    common = one.features.keys() & two.features.keys()
    if one.words != two.words:
        if min(len(one.words), len(two.words)) < _FEWEST_WORDS or len(common) < _FEWEST_SHARED:
            return None
        if _at_most(one, two, common) < _REWRITE:
            return None
    overlap = compare(one, two, common)
    kind = kind_of(overlap, a.spun != b.spun)
    if kind is None:
        return None
    score = overlap.jaccard if kind == "duplicate" else min(1.0, overlap.kinship / 4)
    return _link(a, b, kind, round(score, 4), _reasons(overlap, kind))


def _at_most(one: Profile, two: Profile, common: Set[str]) -> float:
    """The highest kinship that two texts can have, before their order is looked at; every kind of copy needs more."""
    return _shared_pairs(one, two) + sum(_shares(one, two, common)) + 1.0


def _shared_pairs(one: Profile, two: Profile) -> float:
    return len(one.pairs & two.pairs) / max(1, min(len(one.pairs), len(two.pairs)))


def _shares(one: Profile, two: Profile, common: Set[str]) -> tuple[float, float]:
    """What part of each text's features, by weight, the other has; a feature weighs what it weighs at most."""
    mine, yours = one.features, two.features
    held = sum([max(mine[key], yours[key]) for key in common])
    extra = 2 * held - sum([mine[key] + yours[key] for key in common])
    return held / max(1, one.weight + extra), held / max(1, two.weight + extra)


def kind_of(overlap: Overlap, one_is_spun: bool) -> LinkKind | None:
    """Which kind of copy an overlap makes, None for reports that are told independently."""
    if overlap.runs >= _DUPLICATE:
        return "spun" if one_is_spun else "duplicate"
    same_order = overlap.order >= _SPUN_ORDER and overlap.lengths >= 0.67
    if same_order and overlap.pairs >= _SPUN_PAIRS and overlap.shorter >= _SPUN_SHARED:
        return "spun"
    if overlap.kinship >= _REWRITE:
        return "spun" if one_is_spun and same_order else "rewrite"
    return None


def compare(one: Profile, two: Profile, common: Set[str]) -> Overlap:
    """Measures what two texts share; ``common`` are the features that both have."""
    keys = sorted(common, key=one.first.__getitem__)
    runs = len(one.shingles & two.shingles)
    shares = _shares(one, two, common)
    lengths = sorted((max(1, len(one.words)), max(1, len(two.words))))
    return Overlap(
        runs=runs / max(1, min(len(one.shingles), len(two.shingles))),
        jaccard=runs / max(1, len(one.shingles | two.shingles)),
        pairs=_shared_pairs(one, two),
        shorter=max(shares),
        longer=min(shares),
        order=_longest_rise([two.first[key] for key in keys]) / max(1, len(keys)),
        shared=len(keys),
        lengths=lengths[0] / lengths[1],
    )


def _longest_rise(positions: Sequence[int]) -> int:
    """Length of the longest rising subsequence (Fredman 1975)."""
    tails: list[int] = []
    for position in positions:
        at = bisect_left(tails, position)
        tails[at : at + 1] = [position]
    return len(tails)


def _reasons(overlap: Overlap, kind: LinkKind) -> tuple[str, ...]:
    runs = f"{overlap.runs:.0%} of the shorter's five-word runs stand in the other"
    if kind == "duplicate":
        return (runs, f"Jaccard {overlap.jaccard:.2f} over five-word runs")
    return (
        f"{overlap.shared} names, numbers and content words shared: {overlap.shorter:.0%} of the one, "
        f"{overlap.longer:.0%} of the other by weight",
        f"{overlap.order:.0%} of them in the same order",
        f"{overlap.pairs:.0%} of the shorter's word pairs recur",
        runs,
    )


def _link(a: LinkInput, b: LinkInput, kind: LinkKind, score: float, reasons: tuple[str, ...]) -> Link:
    copier, why = _copier(a, b, kind)
    if copier is b:
        a, b = b, a
    elif copier is None and b.source_ids[0] < a.source_ids[0]:
        a, b = b, a
    ends = (a.source_ids[0], b.source_ids[0], a.report_id, b.report_id)
    return Link(*ends, kind, score, copier is not None, (*reasons, why) if why else reasons)


def _copier(a: LinkInput, b: LinkInput, kind: LinkKind) -> tuple[LinkInput | None, str]:
    """Which of two reports copies the other, and what says so; None where nothing does."""
    if a.spun != b.spun:
        return (a if a.spun else b), "the copy's wording is machine-spun"
    if a.published and b.published and a.published != b.published:
        return (a if a.published > b.published else b), "the copy came out later"
    if kind == "duplicate" and abs(a.furniture - b.furniture) >= _FURNITURE_MARGIN:
        return (a if a.furniture > b.furniture else b), "the copy has page furniture around the same text"
    return None, ""
