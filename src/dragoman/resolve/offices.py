"""Offices and roles that a text gives somebody beside his name: "Russia's foreign minister, X", "X, the judge"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.knowledge import Role, knowledge
from dragoman.ontology.phrases import fold
from dragoman.resolve.found import Found, is_relational
from dragoman.resolve.naming import RESPECT, Reading
from dragoman.resolve.sectors import HEADS_OF_FIRMS, is_of_unknown_body

_FORMER = {
    "former", "ex", "ousted", "deposed", "late", "onetime", "erstwhile", "then", "sacked", "fired", "dismissed",
    "disgraced", "toppled", "overthrown", "exiled", "retired",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role given to a person in the text."""

    role: Role
    country: str
    former: bool


OF_STATE = {("GOV",), ("MIL",), ("COP",), ("JUD",), ("LEG",)}
"""Sectors whose institutions are the state's."""


def titles_of(reading: Reading, first: int, last: int) -> list[Title]:
    """Offices and roles before a name ("Russia's foreign minister, X") or after it ("X, the foreign minister of Y")."""
    tokens = reading.sentence.tokens
    found = []
    begin = first - 1 if first and fold(tokens[first - 1].text) in RESPECT else first
    for role in reading.roles:
        if _is_anothers(reading, role):
            continue
        gap = tokens[role.last : begin] if role.last <= begin else tokens[last : role.first]
        before = role.last <= begin
        if before and _is_gap_before(reading, role, begin):
            found.append(_title(reading, role))
        elif not before and role.first >= last and _is_gap_after(reading, gap, role):
            found.append(_title(reading, role))
    return found


def _is_anothers(reading: Reading, role: Found[Role]) -> bool:
    """Whether a title is of somebody whom the person serves ("the adviser to the prime minister, Redwan Hussien"), or
    says no more than that he serves ("her deputy").
    """
    tokens = reading.sentence.tokens
    left = [t for t in tokens[max(0, role.first - 3) : role.first] if t.dep not in {"amod", "compound", "nmod"}]
    if role.value.noun == "deputy":
        return bool(left) and (left[-1].tag == "PRP$" or left[-1].text in {"'s", "\u2019s"})
    served = [t for t in left if t.tag not in {"DT", "PRP$"}]
    by = served[-1] if served else None
    above = by is not None and by.text.lower() == "to" and any(r.last == by.index for r in reading.roles)
    return above


def _is_gap_before(reading: Reading, role: Found[Role], begin: int) -> bool:
    """Nothing, a comma, or "of Country" (and a comma) stands between a title and the name after it."""
    gap = [t for t in reading.sentence.tokens[role.last : begin]]
    if gap and gap[-1].text == ",":
        left = reading.sentence.tokens[max(0, role.first - 4) : role.first]
        definite = any(t.text.lower() in {"'s", "the", "his", "her", "its"} or t.pos == "NUM" for t in left)
        if not definite:
            return False
        gap = gap[:-1]
    return not gap or (gap[0].text in {"of", "for"} and _all_named(reading, role.last + 1, role.last + len(gap)))


def _is_gap_after(reading: Reading, gap: Sequence[object], role: Found[Role]) -> bool:
    """A comma, then only articles, possessives, adjectives and names of states stand between a name and its title."""
    tokens = reading.sentence.tokens[role.first - len(gap) : role.first]
    if not tokens or tokens[0].text not in {",", "("} or len(tokens) > 7:
        return False
    return all(
        t.pos in {"DET", "ADJ", "PART", "PROPN", "NUM"} or t.dep in {"poss", "compound", "amod"} or t.text == "-"
        for t in tokens[1:]
    )


def _all_named(reading: Reading, first: int, last: int) -> bool:
    covered = {i for n in reading.names for i in range(n.first, n.last)}
    return all(i in covered or reading.sentence.tokens[i].pos == "DET" for i in range(first, last))


def _title(reading: Reading, role: Found[Role]) -> Title:
    tokens = reading.sentence.tokens
    left = range(max(0, role.first - 5), role.first)
    former = any(fold(tokens[i].text) in _FORMER for i in left if role.first - i <= 3)
    return Title(_within(reading, role), title_country(reading, role), former)


def _within(reading: Reading, role: Found[Role]) -> Role:
    """A title as it is held in what owns it: "the party's president", or that of a part of a state ("Republika Srpska
    president"), holds no office of the state.
    """
    sentence = reading.sentence
    below = [sentence.tokens[c] for i in range(role.first, role.last) for c in sentence.children[i]]
    owners = {t.index for t in below if t.dep in {"poss", "compound", "nmod"}}
    owners |= {o for t in below if t.text.lower() == "of" for o in sentence.children[t.index]}
    bodies = (r.value for r in reading.roles if r.value.kind == "body" and r.last - 1 in owners)
    private = next((b for b in bodies if b.sectors and b.sectors[:1] not in OF_STATE), None)
    firm = role.value.sectors[:1] == ("GOV",) and role.value.noun in HEADS_OF_FIRMS
    if firm and is_of_unknown_body(reading, range(role.first, role.last)):
        return replace(role.value, office="", special=(), sectors=("UNK",))
    if any(n.last == role.first and n.value.kind in {"agency", "region"} for n in reading.names):
        return replace(role.value, office="", special=())
    return replace(role.value, office="", special=(), sectors=private.sectors) if private else role.value


def title_country(reading: Reading, role: Found[Role]) -> str:
    """The state of an office: the nearest name before it in its phrase, within it, or after "of"."""
    tokens = reading.sentence.tokens
    before = after = ""
    for name in reading.names:
        if name.value.country and not is_relational(reading.sentence, name):
            gap = tokens[name.last : role.first]
            if (
                name.last <= role.first
                and len(gap) <= 4
                and all(t.pos in {"PART", "ADJ", "NOUN", "PROPN", "CCONJ", "VERB"} or t.text == "-" for t in gap)
                and not any(t.text == "," for t in gap)
            ):
                before = name.value.country
            elif role.first <= name.first and name.last <= role.last:
                before = before or name.value.country
            elif name.first in {role.last + 1, role.last + 2} and tokens[role.last].text in {"of", "for", "in"}:
                after = after or name.value.country
    return before or after


def office_name(role: Role, country: str, body: str = "") -> str:
    """The canonical office of a role in a state or an international body, "" where that isn't known."""
    special = dict(role.special).get(country)
    if special:
        return special
    state = knowledge().states.get(country)
    named = role.office.replace("{country}", state or "{country}").replace("{body}", body or "{body}")
    return "" if "{" in named else named
