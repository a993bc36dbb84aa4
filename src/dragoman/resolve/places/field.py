"""All candidates of a report's toponyms as arrays, so that each is weighed against all others at once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.ontology.gazetteer import Entry

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]

ALIAS = 0.7
OUTNAMED = 3.0
LISTED = 2.0
CAPITAL = 0.4
PROPER = frozenset({"country", "region", "continent", "world region", "ocean", "sea", "gulf", "strait"})
"""Kinds whose own name seldom means a town of that name."""
WIDE = frozenset({"country", "continent", "world region", "ocean", "sea"})
NEAR_KM = 300.0
BESIDE_KM = 60.0
EARTH_KM = 2 * 6371.0088


@dataclass(frozen=True, slots=True)
class Field:
    """Candidates in order of their names (``group``; ``starts`` where each begins); each array has one item each.

    ``mentions`` counts how often each name stands. ``names`` are the countries by number, 0 for none; ``region``
    numbers the regions, 0 for none. ``wide`` tells states and seas, ``point`` places without extent. ``near`` and
    ``beside`` fall from 1 to 0 with the distance of two candidates, ``beside`` is 0 for wide ones.
    """

    entries: Sequence[Entry]
    group: Ints
    starts: Ints
    mentions: Floats
    prior: Floats
    names: Sequence[str]
    country: Ints
    region: Ints
    wide: Bools
    point: Bools
    near: Floats
    beside: Floats

    def top(self, scores: Floats) -> Floats:
        """The highest score of each name."""
        highest: Floats = np.maximum.reduceat(scores, self.starts)
        return highest

    def best(self, scores: Floats) -> Ints:
        """The candidate of each name that scores highest, the first of equal ones."""
        at_top = np.flatnonzero(scores >= self.top(scores)[self.group])
        _, first = np.unique(self.group[at_top], return_index=True)
        return at_top[first]


def field_of(groups: Sequence[Sequence[Entry]], mentions: Sequence[int]) -> Field:
    """The field of the candidates of each name, which has at least one."""
    entries = [e for group in groups for e in group]
    sizes = [len(group) for group in groups]
    kinds = [e.place.kind for e in entries]
    wide = np.array([kind in WIDE for kind in kinds])
    countries, country = _numbered([e.place.country for e in entries])
    _, region = _numbered([f"{e.place.country}-{e.region}" if e.region else "" for e in entries])
    apart = _distances(entries)
    points = ~wide[:, None] & ~wide[None, :]
    return Field(
        entries=entries,
        group=np.repeat(np.arange(len(groups)), sizes),
        starts=np.cumsum([0, *sizes[:-1]]),
        mentions=np.array(mentions, dtype=float),
        prior=np.array([p for group in groups for p in _priors(group)]),
        names=countries,
        country=country,
        region=region,
        wide=wide,
        point=~wide & np.array([kind != "region" for kind in kinds]),
        near=np.exp(-apart / NEAR_KM),
        beside=np.exp(-apart / BESIDE_KM) * points,
    )


def likeliest(group: Sequence[Entry], most: int) -> Sequence[Entry]:
    """The ``most`` candidates of a name that are likeliest by themselves, in their order."""
    if len(group) <= most:
        return group
    priors = _priors(group)
    kept = sorted(range(len(group)), key=lambda i: -priors[i])[:most]
    return [group[i] for i in sorted(kept)]


def _priors(group: Sequence[Entry]) -> list[float]:
    """How likely each candidate of a name is by itself, on the scale of the decimal logarithm of its inhabitants."""
    other = OUTNAMED if any(not e.alias for e in group) else ALIAS
    return [math.log10(max(e.weight, 100.0)) + (-other if e.alias else _own_name(e.place.kind)) for e in group]


def _own_name(kind: str) -> float:
    """What it is worth to have a name as one's own, not as an alias."""
    return LISTED if kind in PROPER else CAPITAL if kind == "capital" else 0.0


def _numbered(names: Sequence[str]) -> tuple[list[str], Ints]:
    """The different names, '' first, and for each of ``names`` its number among them."""
    numbers = {name: i for i, name in enumerate(dict.fromkeys(["", *names]))}
    return list(numbers), np.array([numbers[name] for name in names])


def _distances(entries: Sequence[Entry]) -> Floats:
    """Kilometres between each two places, along great circles."""
    lat, lon = np.radians(np.array([(e.place.lat, e.place.lon) for e in entries])).T
    across = np.cos(lat)
    ways = np.stack([across * np.cos(lon), across * np.sin(lon), np.sin(lat)], axis=1)
    chords = np.clip((1 - ways @ ways.T) / 2, 0.0, 1.0)
    apart: Floats = EARTH_KM * np.arcsin(np.sqrt(chords))
    return apart
