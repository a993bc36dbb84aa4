"""An office whose holder the report names is that person: "Ukraine's president" is Volodymyr Zelensky.

So is a title with a state and no name ("the Chinese minister"), where one person of that state whom the report names
has it in his office. What several persons fit stays an office, and so does "a president" of no particular one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.resolve.scene import Party, Scene
from dragoman.types.actor import Actor, Choice

_PLAIN = Choice("the one whom the report names in that office", ())


def with_holders(scenes: Sequence[Scene], found: Sequence[Sequence[Party]]) -> list[list[Party]]:
    """The parties of each sentence, offices led to those who hold them by the report."""
    holders = _holders(scenes)
    return [
        [p if _is_any(scene, p) else _held(p, holders) for p in parties]
        for scene, parties in zip(scenes, found, strict=True)
    ]


def _is_any(scene: Scene, party: Party) -> bool:
    return scene.sentence.tokens[party.first].text.lower() in {"a", "an", "any", "every", "no", "another"}


def _holders(scenes: Sequence[Scene]) -> Mapping[str, list[Actor]]:
    """Those named who are known to hold an office, by state."""
    found: dict[str, dict[str, Actor]] = defaultdict(dict)
    for person in (p for scene in scenes for p in scene.persons):
        actor = person.actor
        if actor.country and actor.office and actor.sectors[:1] != ("ELI",):
            found[actor.country].setdefault(actor.actor_id, actor)
    return {country: list(actors.values()) for country, actors in found.items()}


def _held(party: Party, holders: Mapping[str, list[Actor]]) -> Party:
    actor = party.actor
    there = holders.get(actor.country, ())
    if party.plural or not there:
        return party
    if actor.kind == "office":
        headed = _headed(actor.office)
        fitting = [h for h in there if h.office == actor.office or (headed and _headed(h.office) == headed)]
    elif actor.kind == "unnamed" and party.definite and party.role is not None and party.role.kind == "person":
        noun = party.role.noun.split()[-1].lower()
        fitting = [h for h in there if noun in h.office.lower().split()]
    else:
        return party
    return replace(party, actor=fitting[0], choice=party.choice or _PLAIN) if len(fitting) == 1 else party


_HEADSHIPS = {"leader", "party leader", "president", "chairman", "chairwoman", "chairperson", "chair", "head"}


def _headed(office: str) -> str:
    """The body or state that an office is the head of, whatever it is called there."""
    title, of, body = office.partition(" of ")
    return body.removeprefix("the ") if of and title.lower() in _HEADSHIPS else ""
