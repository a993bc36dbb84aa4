"""Those whom a plural title may mean together: "the two countries", "both sides", "the ministers", "the armies".

A text seldom names together those whom such a title means. So those named most and last are paired: states, persons,
groups and bodies, and for sides also a state with a group.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dragoman.ontology.knowledge import state_actor
from dragoman.resolve.antecedents import own_subjects
from dragoman.resolve.noted import BODIES, Memory, Noted
from dragoman.resolve.title import LANDS, Title
from dragoman.types.actor import Actor

SIDES = {"side", "party", "force", "camp", "rival", "foe", "enemy", "adversary", "faction", "belligerent", "opponent"}
"""Nouns for those who stand against each other, of whatever kind."""
OF_STATES = {*LANDS, *SIDES, "government", "capital", "neighbor", "neighbour", "power", "ally", "partner"}
"""Nouns whose plural stands for states themselves."""
_TOP = 4
"""How many of a kind, of those named most, are put together."""
_Named = dict[str, tuple[Actor, Sequence[Noted]]]


def several(title: Title, states: Mapping[str, Sequence[Noted]], memory: Memory) -> list[list[Noted]]:
    """Those named most and last, two or as many as the title counts together."""
    doing = own_subjects(title.scene.sentence, title.party.head)
    doers = [n for n in title.here if n.head in doing]
    apart = {n.key for n in doers}
    lands = {p.actor.country for n in doers for p in n.parties}
    of_states: _Named = {f"country:{c}": (state_actor(c), ms) for c, ms in states.items() if c not in lands}
    named = {k: v for k, v in _by_key(title, memory, {"group", "body", "agency"}).items() if k not in apart}
    persons = {k: v for k, v in _by_key(title, memory, {"person", "office"}).items() if k not in apart}
    if title.noun in SIDES:
        return _put_together(title, of_states | named, _TOP + 1)
    found = _put_together(title, of_states, _TOP)
    if title.noun in LANDS:
        return found
    if title.role.kind == "person":
        found += _put_together(title, persons, _TOP)
    return found + _put_together(title, named, _TOP - 1)


def _by_key(title: Title, memory: Memory, kinds: set[str]) -> _Named:
    found: dict[str, list[Noted]] = defaultdict(list)
    for one in (*memory.noted, *title.here):
        if one.kind in kinds and len(one.parties) == 1 and not one.key.startswith("place:"):
            if one.kind != "body" or one.parties[0].actor.country not in BODIES:
                found[one.key].append(one)
    return {key: (ms[-1].parties[0].actor, ms) for key, ms in found.items()}


def _put_together(title: Title, named: _Named, most: int) -> list[list[Noted]]:
    at = title.scene.sentence.index
    weight = {key: sum(1 / (1 + at - n.sentence) for n in noted) for key, (_, noted) in named.items()}
    total = sum(weight.values())
    top = sorted(weight, key=lambda k: (-weight[k], k))[:most]
    found = []
    for keys in combinations(top, title.count or 2):
        last = max((named[k][1][-1] for k in keys), key=lambda n: (n.sentence, n.head))
        parties = tuple(replace(title.party, actor=named[k][0], open=False) for k in sorted(keys))
        shares = tuple(weight[k] / total for k in keys)
        key = "most:" + "+".join(sorted(keys))
        found.append(
            [replace(last, key=key, kind="several", parties=parties, plural=True, shares=shares, said=frozenset())]
        )
    return found
