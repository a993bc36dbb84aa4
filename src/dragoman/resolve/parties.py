"""What a noun phrase stands for: a state, a body, a person, an office, or an unnamed party of a country and sector."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.ontology.gazetteer import gazetteer
from dragoman.ontology.knowledge import Known, Role, knowledge, person_key
from dragoman.ontology.plover import UNLAWFUL
from dragoman.resolve.found import Found, head_of, is_relational
from dragoman.resolve.named import (
    NAMED,
    begins_name,
    name_parties,
    named_actor,
    organisation_parties,
    place_parties,
)
from dragoman.resolve.naming import listed_names
from dragoman.resolve.offices import office_name
from dragoman.resolve.persons import PersonSpan
from dragoman.resolve.phrase import phrase_range
from dragoman.resolve.scene import Party, Scene, slug
from dragoman.resolve.sectors import of_role
from dragoman.resolve.whose import (
    WRITING,
    countries_of,
    is_international_court,
    is_owned_by_body,
    qualifier_of,
    states_after,
)
from dragoman.types.actor import Actor
from dragoman.types.text import Sentence

_ONE = {"one", "another", "other", "first", "second", "third", "latter", "last"}
"""Words that stand for one of several, whom a name beside them tells: "one of them, Ann Lee,"."""
_INSTITUTIONS = {"state", "body", "group"}
SPEAKING = {"spokesman", "spokesperson", "spokeswoman"}
"""Who speaks for a body of no state is that body."""
_SENT = {"delegate", "delegation", "emissary", "leadership", "negotiator", "representative"}
"""And whoever an armed group sends."""
FIGHTING = {"MIL", *UNLAWFUL}
"""Sectors whose people are their group itself: "Taliban fighters"."""


def find_parties(scene: Scene) -> tuple[Party, ...]:
    """Every actor phrase of a sentence save pronouns, in order; several for "Russian and Chinese officials"."""
    found: list[Party] = []
    taken: set[int] = set()
    for person in scene.persons:
        if _is_other(scene, person):
            continue
        found.append(_person_party(scene, person))
        taken.update(range(person.first, person.last))
    for role in (_of_all(scene.sentence, r) for r in scene.reading.roles):
        head = head_of(scene.sentence, role.first, role.last)
        if head in taken or _is_unions_name(scene.sentence, role, head):
            continue
        if not _is_title(scene, role, taken) and not _is_named(scene, role):
            found.extend(_role_parties(scene, role, head))
            taken.update(range(role.first, role.last))
            taken.update(*(range(p.first, p.last) for p in found if p.head == head))
    for token in scene.sentence.tokens:
        if token.lemma.lower() in _ONE and token.index not in taken and token.dep in {"nsubj", "nsubjpass", "dobj"}:
            named = _appositive_person(scene, token.index)
            found.extend([Party(token.index, token.index, token.index + 1, named)] if named else [])
    for name in scene.reading.names:
        head = head_of(scene.sentence, name.first, name.last)
        if (head_of_it := _named_beside(scene, name)) is not None:
            found.append(Party(head, name.first, name.last, head_of_it))
            taken.update(range(name.first, name.last))
            continue
        if head not in taken and not is_relational(scene.sentence, name) and not begins_name(scene, name):
            found.extend(name_parties(scene, name, head))
            taken.update(range(name.first, name.last))
    found.extend(place_parties(scene, taken))
    found.extend(organisation_parties(scene, taken))
    kept = [p for p in found if not _only_describes(scene.sentence, p, found) and not _of_what_kind(scene.sentence, p)]
    kept = [_as_named(scene.sentence, p, found) for p in kept]
    kept = [_as_subject(scene.sentence, p, kept) for p in kept]
    return tuple(sorted(kept, key=lambda p: (p.first, p.last, p.actor.actor_id)))


def _of_all(sentence: Sentence, role: Found[Role]) -> Found[Role]:
    """A role without a word that shares its noun with another: "state and military leaders" are leaders."""
    first = sentence.tokens[role.first]
    listed = first.dep == "conj" and sentence.tokens[first.head].dep in {"amod", "compound", "nmod"}
    if not listed or role.last - role.first < 2 or role.value.office:
        return role
    plain = knowledge().roles.get(sentence.tokens[role.last - 1].lemma.lower())
    return Found(role.last - 1, role.last, plain) if plain is not None else role


_UNIONS = {"alliance", "front", "movement", "party", "coalition", "league", "bloc", "union", "congress", "forum"}


def _is_unions_name(sentence: Sentence, role: Found[Role], head: int) -> bool:
    """Whether a noun ends a name that the tables don't know: "the Democratic Alliance" is no alliance named before."""
    token, before = sentence.tokens[head], sentence.tokens[max(role.first - 1, 0)]
    if role.last - role.first > 1 or token.text.lower() not in _UNIONS or not token.text[:1].isupper():
        return False
    return before.head == head and before.text[:1].isupper() and before.entity == token.entity == "ORG"


def _only_describes(sentence: Sentence, party: Party, others: Sequence[Party]) -> bool:
    """Whether an unnamed party is what a named one is said to be: "Qatar, a close ally of Hamas,"."""
    token = sentence.tokens[party.head]
    if party.actor.kind != "unnamed" or token.dep != "appos" or token.tag not in {"NN", "NNP"}:
        return False
    return any(o.head == token.head and o.actor.kind in _INSTITUTIONS for o in others)


def _of_what_kind(sentence: Sentence, party: Party) -> bool:
    """Whether a region only says of what kind a named party is: "Uganda is the one African state that"."""
    above = sentence.tokens[party.head].head
    return party.actor.actor_id.startswith("region:") and above != party.head and bool(sentence.equal(above))


def _as_named(sentence: Sentence, party: Party, others: Sequence[Party]) -> Party:
    """What stands right before a name and says who that is means the same: "the aggressor Russia", "its ally Chad"."""
    if party.actor.kind != "unnamed" or sentence.tokens[party.head].tag not in {"NN", "NNP"}:
        return party
    named = [o for o in others if o.actor.kind in _INSTITUTIONS and o.first == party.head + 1]
    named = [o for o in named if sentence.tokens[o.head].dep == "appos" and sentence.tokens[o.head].head == party.head]
    return replace(party, actor=named[0].actor, open=False) if len(named) == 1 else party


def _as_subject(sentence: Sentence, party: Party, others: Sequence[Party]) -> Party:
    """What a named party is said to be means the same in what is told of it: "Kenya was among the dozen states that
    signed", "Chad is the only country invited".
    """
    told = any(sentence.tokens[c].dep in {"acl", "relcl"} for c in sentence.children[party.head])
    if party.actor.kind != "unnamed" or not told:
        return party
    subjects = sentence.equal(party.head)
    named = [o for o in others if o.head in subjects and o.actor.kind in _INSTITUTIONS | {"person"}]
    return replace(party, actor=named[0].actor, open=False) if len(named) == 1 else party


def _is_named(scene: Scene, role: Found[Role]) -> bool:
    """Whether a role's words are within the name of an institution ("the Home Office", "the Labour Party")."""
    return any(
        n.first <= role.first and role.last <= n.last and n.value.kind not in {"nationality", "region"}
        for n in scene.reading.names
    )


def _is_other(scene: Scene, person: PersonSpan) -> bool:
    """Whether a name that the recogniser takes for an unknown person's is a place or a body that the tables know."""
    known = person_key(person.actor.name) in knowledge().persons
    if known or person.actor.sectors or person.actor.office:
        return False
    span = person.first, person.last
    town = any(first <= span[0] and span[1] <= last and country for first, last, _, country in scene.toponyms)
    return town or any((n.first, n.last) == span and n.value.kind in NAMED for n in scene.reading.names)


def _person_party(scene: Scene, person: PersonSpan) -> Party:
    head = head_of(scene.sentence, person.first, person.last)
    return Party(head, person.first, person.last, person.actor, choice=person.choice)


def _is_title(scene: Scene, role: Found[Role], persons: set[int]) -> bool:
    """Whether a role is the title before a name ("Foreign Minister Wang Yi"): then the person is the party."""
    head = scene.sentence.tokens[head_of(scene.sentence, role.first, role.last)]
    if _is_first_title(scene, role, persons):
        return True
    return head.dep in {"compound", "nmod", "amod"} and head.head in persons and role.last in persons


def _is_first_title(scene: Scene, role: Found[Role], persons: set[int]) -> bool:
    """Whether it is the first of two offices of one man: "State Councilor and Foreign Minister Wang Yi", but not "the
    chancellor and Foreign Minister Wang Yi".
    """
    tokens = scene.sentence.tokens
    first, _ = phrase_range(scene.sentence, head_of(scene.sentence, role.first, role.last))
    joined = [t.text for t in tokens[role.last : role.last + 1]] == ["and"]
    if role.value.kind != "person" or not joined or not tokens[role.first].text[:1].isupper():
        return False
    if any(t.dep in {"det", "poss"} for t in tokens[first : role.first]):
        return False
    return any(r.first == role.last + 1 and r.last in persons for r in scene.reading.roles)


def _role_parties(scene: Scene, role: Found[Role], head: int) -> list[Party]:
    tokens = scene.sentence.tokens
    appositive = _appositive_person(scene, head)
    if appositive is not None:
        return [Party(head, role.first, role.last, appositive)]
    if listed := _listed(scene, role, head):
        return listed
    if tokens[head].dep in {"compound", "amod", "nmod"} and tokens[tokens[head].head].pos in {"NOUN", "PROPN"}:
        return []
    first, last = phrase_range(scene.sentence, head)
    countries = countries_of(scene, role, head, first)
    plural = tokens[head].tag in {"NNS", "NNPS"} or role.value.kind == "people"
    definite = any(t.text.lower() in {"the", "this", "that", "both"} for t in tokens[first:head])
    spans = (min(first, role.first), max(last, role.last))
    former = any(t.text.lower() in {"former", "ex"} for t in tokens[first:head])
    qualifier = qualifier_of(scene, first, head)
    of_body = named_actor(qualifier) if qualifier is not None and not qualifier.country else None
    if of_body is not None and not countries and role.value.noun.split()[-1] in SPEAKING:
        return [Party(head, *spans, of_body)]
    whose = named_actor(qualifier) if qualifier is not None else None
    if whose is not None and _is_its_voice(whose, tokens[head].lemma.lower()):
        return [Party(head, *spans, whose)]
    qualified = qualifier is not None and (qualifier.kind == "region" or of_body is not None)
    qualified = qualified or is_international_court(scene, role, head)
    phrase = " ".join(t.text for t in tokens[first:last] if t.pos not in {"DET", "PART", "PUNCT"} and t.tag != "PRP$")
    said = said_noun(scene.sentence, head, role.value.noun, plural=plural)
    sectors = of_role(scene.reading, role, head, first)
    kept = role.value if sectors == role.value.sectors else replace(role.value, sectors=sectors, office="")
    if role.value.noun.split()[-1] == "president" and is_owned_by_body(scene, head):
        kept = replace(kept, office="", special=())
    return [
        Party(
            head,
            *spans,
            _role_actor(kept, c, qualifier, former, phrase, said),
            role.value,
            not c and not qualified and ("{" in kept.office or not kept.office),
            definite,
            plural,
        )
        for c in countries or [""]
    ]


def _is_its_voice(whose: Actor, noun: str) -> bool:
    """Whether a noun is for whoever speaks or talks for an armed group, or writes what a paper holds."""
    if whose.kind == "group":
        return noun in SPEAKING | _SENT
    return whose.sectors[:1] in {("JRN",), ("MED",)} and noun in WRITING


def _listed(scene: Scene, role: Found[Role], head: int) -> list[Party]:
    """Those whom a list after a plural title names, each with the state that stands for him in its "of"."""
    spans = listed_names(scene.reading, role)
    if not spans:
        return []
    by_first = {p.first: p for p in scene.persons}
    persons = [by_first[first] for first, _ in spans if first in by_first]
    countries = countries_of(scene, role, head, phrase_range(scene.sentence, head)[0])
    towns = _lands_of(scene, role.last, spans[0][0])
    each = next((of for of in (countries, towns) if len(of) == len(persons)), countries[:1] * len(persons))
    sectors = role.value.sectors
    return [
        Party(head, role.first, role.last, _held_by(p.actor, country, sectors), choice=p.choice)
        for p, country in zip(persons, each or [""] * len(persons), strict=True)
    ]


def _lands_of(scene: Scene, first: int, last: int) -> list[str]:
    """The states of the places that a stretch of a sentence names, as the report or else the gazetteer has them."""
    known = {at: country for at, _, _, country in scene.toponyms}
    found = []
    for token in scene.sentence.tokens[first:last]:
        if token.pos == "PROPN" and token.text[:1].isupper():
            entries = gazetteer().entries(token.text)
            best = max(entries, key=lambda e: e.weight).place.country if entries else ""
            found.append(known.get(token.index) or best)
    return [c for c in found if c]


def _held_by(person: Actor, country: str, sectors: tuple[str, ...]) -> Actor:
    """A person with the state and the sectors of his title, where nothing closer is known."""
    return replace(person, country=person.country or country, sectors=person.sectors or sectors)


def _appositive_person(scene: Scene, head: int) -> Actor | None:
    """The person in apposition to a title: "the minister, Li Shangfu," or "Li Shangfu, the minister"."""
    by_token = {i: p.actor for p in scene.persons for i in range(p.first, p.last)}
    tokens = scene.sentence.tokens
    for child in (*scene.sentence.children[head], *_named_after(scene, head)):
        if tokens[child].dep == "appos" and child in by_token:
            return by_token[child]
    if tokens[head].dep == "appos" and (above := by_token.get(tokens[head].head)) is not None:
        of = states_after(scene, head, head + 1)
        return above if not (of and above.country) or above.country in of else None
    return None


def _named_beside(scene: Scene, name: Found[Known]) -> Actor | None:
    """Who heads a body that is called as he is: "the UN High Commissioner for Refugees, Filippo Grandi"."""
    if name.value.kind != "body":
        return None
    tokens = scene.sentence.tokens
    beside = [c for i in range(name.first, name.last) for c in scene.sentence.children[i] if tokens[c].dep == "appos"]
    return next((p.actor for p in scene.persons for c in beside if p.first <= c < p.last), None)


def _named_after(scene: Scene, head: int) -> list[int]:
    """What stands in apposition to the institution of a title: "the chief justice of the court, Aamer Farooq" names the
    judge, since no court has a person's name; "the adviser to the president, Ann Lee" doesn't name the adviser.
    """
    tokens, children = scene.sentence.tokens, scene.sentence.children
    served = {r.last - 1 for r in scene.reading.roles if r.value.kind == "person"}
    inner = [o for p in children[head] if tokens[p].dep == "prep" for o in children[p] if tokens[o].dep == "pobj"]
    return [c for o in inner if o not in served for c in children[o]]


def said_noun(sentence: Sentence, head: int, noun: str, *, plural: bool) -> str:
    """A role in the number that the text gives: "rebels"."""
    token = sentence.tokens[head]
    return " ".join(token.text.lower() if plural and w == token.lemma.lower() else w for w in noun.split())


def _beside(body: str, said: str) -> str:
    """What a phrase says beside a body's name: "NATO ally" an ally, "members of the European Parliament" members."""
    words = [w for w in said.split() if w.lower() not in body.lower().split()]
    while words and words[-1] in {"of", "the", "for"}:
        words.pop()
    return " ".join(words) or said


_PROPER = {
    "arab", "catholic", "christian", "hindu", "islamist", "jewish", "kurdish", "maoist", "muslim", "palestinian",
    "shia", "shiite", "sikh", "sunni", "tamil", "tuareg", "western",
}  # fmt: skip


def worded(said: str, where: str) -> str:
    """A noun as it stands behind the name of a state or a body: "Kurdish fighters", and no state twice."""
    doubled = {where.lower(), *(("us",) if where == "American" else ())}
    words = [w for w in said.split() if w not in doubled] or said.split()
    return " ".join(w.capitalize() if w in _PROPER else w for w in words)


def _role_actor(role: Role, country: str, qualifier: Known | None, former: bool, phrase: str, said: str) -> Actor:
    body = qualifier.name if qualifier and qualifier.kind in {"body", "group", "agency"} else ""
    office = office_name(role, country, body) if role.office else ""
    sectors = ("ELI", *role.sectors) if former and role.kind == "person" else role.sectors
    code = country or (qualifier.country if qualifier else "")
    if office and not former:
        return Actor(slug("office", office), office, "office", code, sectors, office)
    where = body or knowledge().adjectives.get(country, "")
    said = worded(said, where)
    name = " ".join(w for w in ("former" if former else "", where, _beside(body, said)) if w) if where else phrase
    if qualifier and qualifier.kind == "region":
        where = qualifier.name
    if qualifier and qualifier.kind == "group" and set(role.sectors[:1]) & FIGHTING:
        return Actor(slug("group", qualifier.name), qualifier.name, "group", qualifier.country, qualifier.sectors)
    if qualifier and qualifier.kind == "group" and "UAF" not in sectors:
        sectors = (*qualifier.sectors, *(s for s in sectors if s not in qualifier.sectors))
    return Actor(
        slug("party", body or country or where or "unknown", role.noun), name, "unnamed", code, sectors, office
    )
