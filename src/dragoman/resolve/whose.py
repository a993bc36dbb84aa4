"""Whose a phrase is: the states that it names, before its head or after "of", and the bodies that qualify it."""

from dragoman.ontology.knowledge import Known, Role
from dragoman.resolve.found import Found, is_relational
from dragoman.resolve.scene import Scene
from dragoman.types.text import Sentence

WRITING = {"columnist", "commentator", "editorialist"}
"""Those who write what their paper holds."""


def is_owned_by_body(scene: Scene, head: int) -> bool:
    """Whether a president is that of an institution: "the Law Society's president", "the court's president"."""
    owners = {c for c in scene.sentence.children[head] if scene.sentence.tokens[c].dep == "poss"}
    return any(r.value.kind == "body" and r.last - 1 in owners for r in scene.reading.roles)


def countries_of(scene: Scene, role: Found[Role], head: int, first: int) -> list[str]:
    """The states that a phrase names: before its head, or after "of", "from" or "in"."""
    sentence, found = scene.sentence, list[str]()
    for name in scene.reading.names:
        if first <= name.first and name.last <= max(head, role.last) and not is_relational(sentence, name):
            if name.value.country and name.value.country not in found:
                found.append(name.value.country)
    for person in scene.persons:
        if not found and first <= person.first and person.last <= head and person.actor.country:
            found.append(person.actor.country)
    if not found and (served := _of_served(scene, head)):
        found.append(served)
    if not found and not is_international_court(scene, role, head):
        found.extend(states_after(scene, head, role.last))
    if not found:
        tokens = sentence.tokens
        found.extend(
            c for begin, end, _, c in scene.toponyms if first <= begin and end <= head and c and tokens[end].text != "-"
        )
    return found


_SEATS_OF_COURTS = {"arusha", "hague", "luxembourg", "strasbourg"}


def is_international_court(scene: Scene, role: Found[Role], head: int) -> bool:
    """Whether a tribunal sits where international ones do: "a tribunal in The Hague" isn't a Dutch one."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    seats = (tokens[o].text.lower() for c in children[head] if tokens[c].dep == "prep" for o in children[c])
    return role.value.noun.split()[-1] == "tribunal" and any(seat in _SEATS_OF_COURTS for seat in seats)


def _of_served(scene: Scene, head: int) -> str:
    """The country of the person for whom somebody works or speaks: "a spokesman for Theresa May"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    objects = {o for c in children[head] if tokens[c].text.lower() in {"for", "to"} for o in children[c]}
    return next((p.actor.country for p in scene.persons if p.last - 1 in objects), "")


def states_after(scene: Scene, head: int, last: int) -> list[str]:
    sentence = scene.sentence
    starts = {c for h in {head, last - 1} for c in sentence.children[h] if sentence.tokens[c].dep == "prep"}
    counted = any(sentence.tokens[c].text.lower() in {"two", "both"} for c in sentence.children[head])
    owned = any(sentence.tokens[c].tag == "PRP$" for c in sentence.children[head])
    belonging = {"of", "from"} if counted or owned else {"of", "from", "in", "at"}
    for prep in sorted(starts):
        if sentence.tokens[prep].text.lower() in belonging:
            for obj in sentence.children[prep]:
                countries = _country_at(scene, obj)
                if countries:
                    return countries
    return []


def _country_at(scene: Scene, token: int) -> list[str]:
    group = [token]
    for named in group:  # a list hangs one on the other: "from Chad, Mali and Niger"
        group += [c for c in scene.sentence.children[named] if scene.sentence.tokens[c].dep == "conj"]
    found = [n.value.country for g in group for n in scene.reading.names if n.first <= g < n.last and n.value.country]
    return found or [c for g in group for first, last, _, c in scene.toponyms if first <= g < last and c]


def qualifier_of(scene: Scene, first: int, head: int) -> Known | None:
    """The body or group, or else the region, that a phrase names before its head ("Western officials", "Taliban
    bomber") or after "of" ("a spokesman for NATO").
    """
    tokens = scene.sentence.tokens
    inside = [n for n in scene.reading.names if first <= n.first and n.last <= head and tokens[n.last].text != "-"]
    after = [
        n
        for c in _belonging(scene.sentence, head)
        for o in scene.sentence.children[c]
        for noun in (o, *(a for a in scene.sentence.children[o] if tokens[a].dep == "appos"))
        for n in scene.reading.names
        if n.first <= noun < n.last
    ]
    known = [n.value for n in (*inside, *after) if n.value.kind in {"region", "body", "group", "agency"}]
    return min(known, key=lambda k: k.kind == "region", default=None)


def _belonging(sentence: Sentence, head: int) -> list[int]:
    """The prepositions that hang on a noun and say for whom it works: "a researcher with Human Rights Watch", "a
    columnist in Haaretz".
    """
    words = {"of", "for", "from", "with", *(("in",) if sentence.tokens[head].lemma.lower() in WRITING else ())}
    return [c for c in sentence.children[head] if sentence.tokens[c].text.lower() in words]
