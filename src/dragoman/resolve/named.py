"""The parties that a sentence tells by name: states and peoples, bodies, places, and institutions that the tables don't
know.
"""

from collections.abc import Mapping, Sequence

from dragoman.ontology.knowledge import Known, Role, knowledge, state_actor
from dragoman.ontology.plover import OFFICIAL
from dragoman.resolve.found import Found, head_of
from dragoman.resolve.phrase import phrase_range
from dragoman.resolve.scene import Party, Scene, slug
from dragoman.resolve.sectors import of_name
from dragoman.resolve.whose import states_after
from dragoman.types.actor import Actor, ActorKind
from dragoman.types.text import Token

NAMED: Mapping[str, ActorKind] = {"body": "body", "agency": "body", "group": "group"}
_STATES = {"state", "capital", "seat"}
_GIVING = {"state", "nationality"}
_MOSTLY = 0.6
"""The share of longer words with a capital above which a sentence is a headline."""


def name_parties(scene: Scene, name: Found[Known], head: int) -> list[Party]:
    token = scene.sentence.tokens[head]
    known = name.value
    first, last = phrase_range(scene.sentence, head)
    first, last = min(first, name.first), max(last, name.last)
    people = known.kind in {"nationality", "people"}
    if known.kind in _STATES or (people and _modifies(scene, token) and not _is_of_some(scene, token)):
        return [Party(head, name.first, name.last, state_actor(known.country))]
    if people:
        plural = token.tag in {"NNS", "NNPS"} or known.kind == "nationality"
        label = knowledge().adjectives.get(known.country, known.name)
        actor = Actor(slug("party", known.country, "people"), f"{label} people", "unnamed", known.country, ("CVL",))
        return [Party(head, first, last, actor, plural=plural)]
    if known.kind == "region":
        actor = Actor(slug("region", known.name), known.name, "unnamed", known.country, known.sectors)
        return [Party(head, name.first, name.last, actor, plural=not _modifies(scene, token))]
    named = named_actor(known)
    return [Party(head, name.first, name.last, named)] if named is not None else []


def begins_name(scene: Scene, name: Found[Known]) -> bool:
    """Whether a state or a people only gives its name to a firm or a ship: "Slovenia Granit", "Swiss Crystal"."""
    tokens = scene.sentence.tokens
    end = tokens[name.last - 1].head + 1
    rest = tokens[name.last : end]
    if name.value.kind not in _GIVING or not rest or not all(t.pos == "PROPN" and t.text[:1].isupper() for t in rest):
        return False
    spans = [(f.first, f.last) for f in scene.reading.names] + [(p.first, p.last) for p in scene.persons]
    spans += [(r.first, r.last) for r in scene.reading.roles if r.value.kind == "person" or _is_public(r.value)]
    spans += [(first, last) for first, last, _, _ in scene.toponyms]
    if any(first < end and name.last < last for first, last in spans):
        return False
    if all(t.entity == "ORG" for t in rest):
        return True
    before = tokens[name.first - 1].text.lower() if name.first else ""
    ship = name.value.kind == "state" or before in {"the", "a"}
    return ship and tokens[end - 1].dep not in {"compound", "nmod", "amod"} and not _is_in_title_case(tokens)


def _is_public(role: Role) -> bool:
    """Whether a noun names an institution of a state: then a state before it is its own."""
    return bool(set(role.sectors[:1]) & {*OFFICIAL, "PTY"})


def _is_in_title_case(tokens: Sequence[Token]) -> bool:
    """Whether most of a sentence's longer words begin with a capital, as in headlines."""
    longer = [t.text for t in tokens if len(t.text) > 3 and t.text.isalpha()]
    return sum(w[:1].isupper() for w in longer) > _MOSTLY * len(longer)


def named_actor(known: Known) -> Actor | None:
    """A body or a group that the tables know as an actor; None for other names."""
    kind = NAMED.get(known.kind)
    return Actor(slug(kind, known.name), known.name, kind, known.country, known.sectors) if kind else None


def _modifies(scene: Scene, token: Token) -> bool:
    head = scene.sentence.tokens[token.head]
    return (
        token.head > token.index
        and head.pos in {"NOUN", "PROPN"}
        and token.dep in {"amod", "compound", "nmod", "nummod"}
    )


def _is_of_some(scene: Scene, token: Token) -> bool:
    """Whether a people's name says whose some persons are: "a British couple"."""
    return scene.sentence.tokens[token.head].lemma.lower() in {"couple", "duo", "trio", "pair", "family"}


def place_parties(scene: Scene, taken: set[int]) -> list[Party]:
    found = []
    for first, last, name, country in scene.toponyms:
        head = head_of(scene.sentence, first, last)
        if head not in taken and country:
            actor = Actor(slug("place", country, name), name, "unnamed", country, ("CVL",))
            found.append(Party(head, first, last, actor))
            taken.update(range(first, last))
    return found


def organisation_parties(scene: Scene, taken: set[int]) -> list[Party]:
    """Institutions that the recogniser names and the tables don't know."""
    found = []
    for first, last in _entities(scene.sentence.tokens, {"ORG", "NORP"}):
        head = head_of(scene.sentence, first, last)
        inside = set(range(first, last))
        if inside & taken or _modifies(scene, scene.sentence.tokens[head]):
            continue
        words = " ".join(t.text for t in scene.sentence.tokens[first:last] if t.text not in {"the", "The", "'s"})
        countries = [n.value.country for n in scene.reading.names if first <= n.first and n.last <= last]
        country = next(iter(countries or states_after(scene, head, last)), "")
        if words[:1].isupper():
            found.append(
                Party(head, first, last, Actor(slug("body", words), words, "body", country, of_name(words.split())))
            )
            taken.update(inside)
    return found


def _entities(tokens: Sequence[Token], labels: set[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for token in tokens:
        if token.entity in labels:
            if token.entity_begins or not found or found[-1][1] != token.index:
                found.append((token.index, token.index + 1))
            else:
                found[-1] = (found[-1][0], token.index + 1)
    return found
