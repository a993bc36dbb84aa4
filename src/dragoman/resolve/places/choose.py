"""Second pass: which of the places of a name is meant, over all toponyms of a report.

Each candidate is scored by its size, by the country in focus, by the state or country named with it, by how near it
lies to the places already settled (Leidner 2007, ch. 4, gives the family of such heuristics), and by the candidates of
the other names that lie beside it: a small Rome and a Floyd County a few miles apart speak for each other, although
there is a larger place of either name. One name means one place throughout a report unless a container says otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.ontology.gazetteer import Entry
from dragoman.resolve.places.containers import container_bonus, holding_bonus
from dragoman.resolve.places.field import Field, Floats, Ints, field_of, likeliest
from dragoman.resolve.places.toponym import Toponym
from dragoman.types.place import Place, PlaceChoice

FOCUS = 1.8
NAMED_COUNTRY = 2.0
NEAR = 2.2
PAIR = 2.5
"""What two names are worth to each other that have places side by side."""
PAIRS = 2
"""How many of the other names are heard so."""
REGION = 1.0
ROUNDS = 2
SHOWN = 3
"""Candidates of a name that are told with the one chosen."""
MOST = 1500
"""Candidates of a report that are weighed against each other; of more, the likeliest of each name."""

Groups = Mapping[tuple[str, str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place that a name means, and the others that it might mean."""

    place: Place
    choice: PlaceChoice | None


def choose(toponyms: Sequence[Toponym], focus: Counter[str]) -> tuple[Chosen, ...]:
    """The place meant by each toponym, in their order."""
    if not toponyms:
        return ()
    groups = _groups(toponyms)
    candidates = [likeliest(toponyms[n[0]].entries, max(1, MOST // len(groups))) for n in groups.values()]
    field = field_of(candidates, [len(n) for n in groups.values()])
    told, central = _fixed(toponyms, groups, candidates), FOCUS * _shares(field, focus)
    fixed = field.prior + told + central
    scores = fixed + _support(field, fixed)
    for _ in range(ROUNDS):
        chosen = field.best(scores)
        around = _countries(field, chosen) + _regions(field, chosen) + NEAR * _nearness(field, chosen)
        support = _support(field, fixed + around)
        scores = fixed + around + support
    parts = {"its size": field.prior, "what holds it": told, "the country in focus": central,
             "the places around": around, "one beside it": support}  # fmt: skip
    by_number: dict[int, Chosen] = {}
    for group, (numbers, best) in enumerate(zip(groups.values(), field.best(scores), strict=True)):
        chosen_one = Chosen(field.entries[best].place, _choice(field, group, scores, parts))
        by_number.update(dict.fromkeys(numbers, chosen_one))
    return tuple(by_number[n] for n in range(len(toponyms)))


def _choice(field: Field, group: int, scores: Floats, parts: Mapping[str, Floats]) -> PlaceChoice | None:
    """The likeliest places of a name, and what speaks most for the first against the second."""
    first = int(field.starts[group])
    last = int(field.starts[group + 1]) if group + 1 < len(field.starts) else len(scores)
    if last - first < 2:
        return None
    order = first + np.argsort(-scores[first:last], kind="stable")[:SHOWN]
    gains = {name: float(part[order[0]] - part[order[1]]) for name, part in parts.items()}
    why = max(gains, key=lambda name: gains[name])
    return PlaceChoice(why, tuple((field.entries[i].place, round(float(scores[i]), 2)) for i in order))


def _groups(toponyms: Sequence[Toponym]) -> Groups:
    """The toponyms that mean the same place: of one name and container."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    containers = _shared_containers(toponyms)
    for number, toponym in enumerate(toponyms):
        groups[toponym.key, toponym.container or containers.get(toponym.key, "")].append(number)
    return groups


def _shared_containers(toponyms: Sequence[Toponym]) -> dict[str, str]:
    """A name given once with its container means the same place where it stands alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for toponym in toponyms:
        if toponym.container:
            found[toponym.key].add(toponym.container)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def _fixed(toponyms: Sequence[Toponym], groups: Groups, candidates: Sequence[Sequence[Entry]]) -> Floats:
    """What containers say, which no choice changes."""
    bonus: list[float] = []
    for ((_, container), numbers), entries in zip(groups.items(), candidates, strict=True):
        holds = [h for n in numbers for h in toponyms[n].holds]
        inside = container_bonus(entries, container)
        bonus += [a + b for a, b in zip(inside, holding_bonus(entries, holds), strict=True)]
    return np.array(bonus)


def _shares(field: Field, counts: Mapping[str, float]) -> Floats:
    """The share of each candidate's country in ``counts``."""
    total = sum(counts.values())
    shares = [counts.get(country, 0.0) / total if total and country else 0.0 for country in field.names]
    return np.array(shares)[field.country]


def _countries(field: Field, chosen: Ints) -> Floats:
    """For each candidate how far its country is that of the places chosen for the other names."""
    theirs = field.country[chosen]
    mentions = field.mentions * (theirs > 0)
    counts = np.bincount(theirs, weights=mentions, minlength=len(field.names))
    same = field.country == theirs[field.group]
    mine = counts[field.country] - mentions[field.group] * same
    others = counts.sum() - mentions[field.group]
    shares = np.divide(mine, others, out=np.zeros_like(mine), where=others > 0)
    told: Floats = NAMED_COUNTRY * np.minimum(1.0, 2 * shares) * (field.country > 0)
    return told


def _regions(field: Field, chosen: Ints) -> Floats:
    """For each candidate whether another name's place lies in its region."""
    counts = np.bincount(field.region[chosen], minlength=field.region.max() + 1)
    others = counts[field.region] - (field.region == field.region[chosen][field.group])
    told: Floats = REGION * ((others > 0) & (field.region > 0))
    return told


def _nearness(field: Field, chosen: Ints) -> Floats:
    """1 beside places chosen for other names, falling to 0 with the distance of the two nearest."""
    points = chosen[field.point[chosen]]
    if not points.size:
        return np.zeros(len(field.prior))
    of_others = field.group[:, None] != field.group[points][None, :]
    two = np.sort(field.near[:, points] * of_others, axis=1)[:, -2:]
    counted = np.clip(of_others.sum(axis=1), 1, 2)
    near: Floats = two.sum(axis=1) / counted * ~field.wide
    return near


def _support(field: Field, scores: Floats) -> Floats:
    """For each candidate what the candidates beside it are worth, less what these lack to be their names' best."""
    lacks = field.top(scores)[field.group] - scores
    heard = PAIR * field.beside - lacks[None, :]
    by_name = np.maximum.reduceat(heard, field.starts, axis=1)
    by_name[np.arange(len(scores)), field.group] = 0.0
    worth: Floats = np.sort(np.maximum(by_name, 0.0), axis=1)[:, -PAIRS:].sum(axis=1)
    return worth
