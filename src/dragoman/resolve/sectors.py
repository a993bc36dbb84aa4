"""Sectors of phrases whose head alone doesn't tell them: "members of the army", "army doctor", "Harwick College"."""

from collections.abc import Sequence

from dragoman.ontology.knowledge import Role, knowledge
from dragoman.resolve.found import Found, head_of
from dragoman.resolve.naming import Reading
from dragoman.types.text import Sentence

Sectors = tuple[str, ...]
_PART = {
    "member", "members", "team", "group", "number", "crowd", "band", "unit", "column", "convoy", "majority",
    "minority", "hundred", "hundreds", "thousand", "thousands", "dozen", "dozens", "score", "scores", "handful",
    "pair", "trio", "couple", "generation", "contingent", "squad", "row", "wave", "family", "families", "relative",
    "relatives",
}  # fmt: skip
"""Nouns whose people are those named after "of"."""
_HEAD = {
    "president", "chairman", "chairwoman", "chair", "chairperson", "head", "director", "leader", "chief", "boss",
    "secretary", "speaker", "spokesman", "spokeswoman", "spokesperson", "official", "founder", "representative",
    "adviser", "deputy head", "vice president", "deputy chairman", "commander", "lawyer", "manager",
}  # fmt: skip
"""Nouns for those who stand for what is named after "of"."""
HEADS_OF_FIRMS = {
    "president", "vice president", "chief", "head", "director", "boss", "manager", "spokesman", "spokeswoman",
    "spokesperson", "official", "representative",
}  # fmt: skip
"""Nouns of officials by which firms call theirs too."""
_ADJECTIVES = {
    "congressional": "LEG", "parliamentary": "LEG", "legislative": "LEG", "senate": "LEG", "military": "MIL",
    "naval": "MIL", "judicial": "JUD", "governmental": "GOV", "ministerial": "GOV", "religious": "REL",
    "medical": "HLH", "academic": "EDU", "corporate": "BUS", "agricultural": "AGR", "farm": "AGR", "armed": "UAF",
    "rebel": "REB", "paramilitary": "PRM", "criminal": "CRM", "opposition": "OPP",
}  # fmt: skip
"""What an adjective says where the noun says nothing: "naval group"."""
_FAITHS = {
    "muslim", "christian", "jewish", "catholic", "protestant", "orthodox", "sunni", "shia", "shiite", "hindu",
    "buddhist", "sikh", "evangelical", "coptic", "anglican", "islamic",
}  # fmt: skip
_PRIVATE = {"UNK", "CVL", "SOC", "LAB"}
_VAGUE = {"UNK", "LAB"}
"""Sectors of nouns that say nothing of whose people they are."""
_TRADES = {"UNK", "BUS", "EDU", "HLH", "LAB", "CVL"}
"""Sectors of those who may also serve an institution: "army doctor", "police accountant"."""
_SERVED = {"MIL", "COP", "SPY", "GOV", "JUD", "LEG"}
_SERVING = {"of", "for", "at", "with"}
_LONGEST = 3


def of_role(reading: Reading, role: Found[Role], head: int, first: int) -> Sectors:
    """The sectors of a role where it stands; ``first`` is where its phrase begins."""
    own = role.value.sectors
    noun = role.value.noun
    if noun in _PART | _HEAD and (inner := _after_of(reading, head)):
        return own if noun in _HEAD and inner == ("GOV",) else inner
    if own[:1] == ("GOV",) and noun in HEADS_OF_FIRMS and is_of_unknown_body(reading, range(first, head + 1)):
        return ("UNK",)
    before = reading.sentence.tokens[first : role.first]
    if set(own[:1]) & _TRADES:
        for found in reading.roles:
            if first <= found.first and found.last == role.first and set(found.value.sectors[:1]) & _SERVED:
                return found.value.sectors
    private = set(own[:1]) & _PRIVATE or noun in {"leader", "leaders"}
    if private and any(t.text.lower() in _FAITHS for t in before):
        return ("REL", *own)
    if own[:1] == ("UNK",) and (owners := _owners(reading.sentence, head)):
        return next((told for c in owners if (told := _at(reading, c))), own)
    if set(own[:1]) & _VAGUE:
        told = tuple(_ADJECTIVES[t.text.lower()] for t in before if t.text.lower() in _ADJECTIVES)
        return (*told, *(s for s in own if s not in told)) if told else own
    return own


def is_of_unknown_body(reading: Reading, phrase: range) -> bool:
    """Whether somebody heads or speaks for what the recogniser holds for an institution and the tables don't know:
    "Norlink's president", "a spokesman for Norlink". Of a ministry or an army it would be told.
    """
    tokens, children = reading.sentence.tokens, reading.sentence.children
    below = [c for i in phrase for c in children[i]]
    owners = [c for c in below if tokens[c].dep in {"poss", "compound", "nmod"}]
    owners += [o for c in below if tokens[c].text.lower() in _SERVING for o in children[c] if tokens[o].dep == "pobj"]
    known = {i for n in reading.names for i in range(n.first, n.last)}
    known |= {i for r in reading.roles for i in range(r.first, r.last)}
    return any(
        tokens[o].entity == "ORG" and o not in known and not of_name(_words(reading.sentence, o)) for o in owners
    )


def _after_of(reading: Reading, head: int) -> Sectors:
    """The sectors of what is named after "of"."""
    sentence = reading.sentence
    for child in sentence.children[head]:
        if sentence.tokens[child].text.lower() == "of":
            for noun in sentence.children[child]:
                if found := _at(reading, noun):
                    return found
    return ()


def _at(reading: Reading, noun: int) -> Sectors:
    """The sectors of the body, or the people, that stand at a noun, or that own it ("the bank's council")."""
    sentence = reading.sentence
    for name in reading.names:
        if name.first <= noun < name.last and name.value.kind in {"body", "agency", "group"}:
            return name.value.sectors
    for role in reading.roles:
        if head_of(sentence, role.first, role.last) == noun and set(role.value.sectors[:1]) != {"UNK"}:
            return role.value.sectors
    owned = (found for c in _owners(sentence, noun) if (found := _at(reading, c)))
    return next(owned, ()) or of_name(_words(sentence, noun))


def _owners(sentence: Sentence, noun: int) -> list[int]:
    return [c for c in sentence.children[noun] if sentence.tokens[c].dep in {"poss", "compound", "nmod"}]


def _words(sentence: Sentence, noun: int) -> list[str]:
    """A name that ends with a noun."""
    first = noun
    while first and sentence.tokens[first - 1].pos == "PROPN":
        first -= 1
    return [t.text for t in sentence.tokens[first : noun + 1]]


def of_name(words: Sequence[str]) -> Sectors:
    """The sectors of an institution that the tables don't know, by the noun in its name: "Harwick College",
    "University of Leeds".
    """
    if not any(w[:1].isupper() for w in words):
        return ()
    lower = [w.lower() for w in words]
    kept = lower[: lower.index("of")] if "of" in lower[1:] else lower
    for length in range(min(_LONGEST, len(kept)), 0, -1):
        role = knowledge().roles.get(" ".join(kept[-length:]))
        if role is not None and role.kind == "body":
            return role.sectors
    return ()
