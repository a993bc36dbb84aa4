"""Somebody whom a report's head tells of without a name, and names soon after.

"Russia has jailed an American journalist. Evan Gershkovich, 32, was ...": the journalist is Evan Gershkovich. Taken for
one only where the text ties the name to the phrase: by the same noun beside it, or by an age that one of them gives.
Whom deeds told twice name later, ``coding/identity.py`` finds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.resolve.naming import age_after
from dragoman.resolve.scene import Party, Scene
from dragoman.types.actor import Choice
from dragoman.types.text import Sentence

_HEAD = 4
"""Sentences at the head of a report in which somebody may be introduced."""
_SOON = 4
"""Sentences after that within which the name must stand."""
_WHY = Choice("named soon after, where the report's head leaves the name out", ())
_ANY = {"any", "every", "each", "no", "another", "some", "what", "which"}
_YEARS_OLD = re.compile(r"(\d{1,2})-?years?-?old")


def with_introduced(scenes: Sequence[Scene], found: Sequence[Sequence[Party]]) -> list[list[Party]]:
    """The parties of each sentence, those introduced without a name led to it."""
    named = [[p for p in parties if p.actor.kind == "person"] for parties in found]
    done = [list(parties) for parties in found]
    for at in range(min(_HEAD, len(scenes))):
        for i, party in enumerate(done[at]):
            if not _is_introduced(scenes[at], party):
                continue
            fitting = {p.actor.actor_id: p.actor for p in _named_after(scenes, named, at, party)}
            if len(fitting) == 1:
                (actor,) = fitting.values()
                done[at][i] = replace(
                    party, actor=replace(actor, country=actor.country or party.actor.country), choice=_WHY, open=False
                )
    return done


def _is_introduced(scene: Scene, party: Party) -> bool:
    """Whether a phrase is of one person without a name: "a journalist", in a headline also "journalist"."""
    if party.actor.kind != "unnamed" or party.role is None or party.role.kind != "person" or party.plural:
        return False
    return not party.definite and scene.sentence.tokens[party.first].text.lower() not in _ANY


def _named_after(scenes: Sequence[Scene], named: Sequence[Sequence[Party]], at: int, party: Party) -> Iterator[Party]:
    """The persons first named after a phrase and tied to it."""
    known = {p.actor.actor_id for parties in named[: at + 1] for p in parties}
    ages = _ages(scenes[at].sentence, party)
    noun = scenes[at].sentence.tokens[party.head].lemma.lower()
    for there in range(at + 1, min(at + 1 + _SOON, len(scenes))):
        sentence = scenes[there].sentence
        for person in named[there]:
            actor = person.actor
            if actor.actor_id in known or actor.office or actor.country not in ("", party.actor.country):
                continue
            if noun in _nouns_beside(sentence, person) or _ties(ages, _ages(sentence, person)):
                yield person
        known |= {p.actor.actor_id for p in named[there]}


def _ties(said: set[str], given: set[str]) -> bool:
    return bool(said & given) if said else bool(given)


def _nouns_beside(sentence: Sentence, person: Party) -> set[str]:
    """What stands beside a name to say who it is: "Jo Bell, a teacher", "the teacher Jo Bell"."""
    tokens = sentence.tokens
    beside = [c for c in sentence.children[person.head] if tokens[c].dep in {"appos", "compound", "nmod"}]
    if tokens[person.head].dep == "appos":
        beside.append(tokens[person.head].head)
    return {tokens[i].lemma.lower() for i in beside}


def _ages(sentence: Sentence, party: Party) -> set[str]:
    """Ages given of a party: "a 16-year-old girl", "Rosa Quispe, 16,"."""
    told = _YEARS_OLD.search("".join(t.text for t in sentence.tokens[party.first : party.last]))
    return {told[1] if told else "", age_after(sentence, party.last)} - {""}
