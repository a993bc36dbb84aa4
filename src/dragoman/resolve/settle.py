"""The parties of each sentence of a report with bare titles given their state, and pronouns their antecedents."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.ontology.knowledge import state_actor
from dragoman.ontology.plover import UNLAWFUL
from dragoman.resolve import titles
from dragoman.resolve.found import head_of
from dragoman.resolve.interview import answers
from dragoman.resolve.named import named_actor
from dragoman.resolve.noted import Memory, Noted, note, note_party
from dragoman.resolve.parties import FIGHTING
from dragoman.resolve.pronouns import Pronouns, gender_of
from dragoman.resolve.scene import Party, Scene
from dragoman.resolve.title import LANDS, Setting, Title, is_anybodys
from dragoman.resolve.titles import of_country
from dragoman.types.text import Sentence

_FIGHTERS = {"rebel", "insurgent", "militant", "guerrilla", "jihadist", "separatist"}
_IN_ARMS = UNLAWFUL - {"CRM"}


def settle(scenes: Sequence[Scene], parties: Sequence[Sequence[Party]], setting: Setting) -> list[list[Party]]:
    """The parties of each sentence, led to whom they mean."""
    setting = replace(setting, said=_said(parties))
    memory = Memory()
    settled: list[list[Party]] = []
    answering = answers([scene.sentence for scene in scenes])
    asked = next((p for found in parties for p in found if p.actor.kind == "person"), None) if answering else None
    for scene, found in zip(scenes, parties, strict=True):
        speaker = asked if scene.sentence.index in answering else None
        mine = _settled(scene, found, Pronouns(scene.sentence, setting.focus, memory, speaker), setting)
        memory.add(note(scene.sentence, mine, [gender_of(scene.sentence, p) for p in mine]))
        memory.aside.extend(_qualifying(scene, mine))
        settled.append(mine)
    return settled


def _said(parties: Sequence[Sequence[Party]]) -> dict[str, Counter[str]]:
    """How often a report says of a noun, and of a sector, whose people it names by it."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for party in (p for found in parties for p in found):
        if party.role is not None and party.actor.country:
            for key in {party.role.noun.split()[-1], *party.role.sectors[:1]}:
                said[key][party.actor.country] += 1
    return said


def _qualifying(scene: Scene, mine: Sequence[Party]) -> list[Noted]:
    """The bodies and groups that only qualify another noun: "an EU diplomat"."""
    taken = {p.head for p in mine}
    found = []
    for name in scene.reading.names:
        head = head_of(scene.sentence, name.first, name.last)
        if head not in taken and (actor := named_actor(name.value)) is not None:
            found.append(note_party(scene.sentence, Party(head, name.first, name.last, actor)))
    return found


def _settled(scene: Scene, found: Sequence[Party], pronouns: Pronouns, setting: Setting) -> list[Party]:
    closed = [p for p in found if not p.open]
    here = tuple(note(scene.sentence, closed, [gender_of(scene.sentence, p) for p in closed]))
    here += tuple(_qualifying(scene, closed))
    mine = list(closed)
    for party in found:
        if party.open and party.role is not None and not party.actor.country:
            meant = _meant(Title(scene, party, party.role, here, setting), closed, pronouns)
            mine.extend(meant)
            here += tuple(note_party(scene.sentence, p) for p in meant if p.actor.country)
        elif party.open:
            mine.append(party)
    mine.extend(pronouns.all(mine))
    return sorted(mine, key=lambda p: (p.first, p.last, p.actor.actor_id))


def _meant(title: Title, closed: Sequence[Party], pronouns: Pronouns) -> tuple[Party, ...]:
    """A title with its state: its possessor's, that of the one named beside it, or what it means by the text before."""
    party, sentence = title.party, title.scene.sentence
    owner = pronouns.owner(party, closed)
    if owner is not None and owner.kind == "group" and set(title.role.sectors[:1]) & FIGHTING:
        return (replace(party, actor=owner, open=False),)
    country = owner.country if owner is not None else ""
    if country and pronouns.is_relation(party):
        title, country = replace(title, others=country), ""
    left_open = _is_left_open(sentence, party)
    country = country or ("" if left_open else _fellow(sentence, party, closed))
    if country and title.noun in LANDS and not party.plural:
        return (replace(party, actor=state_actor(country), open=False),)
    if country:
        return (replace(party, actor=of_country(title, country), open=False),)
    if left_open:
        return (party,)
    if not party.definite and (group := _group_named(title, pronouns.memory)):
        return group
    return titles.settle_title(title, pronouns.memory)


def _group_named(title: Title, memory: Memory) -> tuple[Party, ...]:
    """Fighters without an article as those of the one group that the report has named."""
    if title.noun not in _FIGHTERS or not title.party.plural or is_anybodys(title):
        return ()
    groups = {n.key: n.parties for n in (*memory.noted, *title.here) if n.kind == "group" and n.parties}
    fighting = {key: parties for key, parties in groups.items() if set(parties[0].actor.sectors) & _IN_ARMS}
    if len(fighting) != 1:
        return ()
    (parties,) = fighting.values()
    return tuple(replace(title.party, actor=p.actor, open=False) for p in parties)


def _fellow(sentence: Sentence, party: Party, closed: Sequence[Party]) -> str:
    """The country of the one beside whom others are named: "Mr. Pompeo and other officials"."""
    head = sentence.tokens[party.head]
    if head.dep != "conj" or not any(sentence.tokens[c].text.lower() == "other" for c in sentence.children[party.head]):
        return ""
    return next((p.actor.country for p in closed if p.head == head.head), "")


_ANYWHERE = {"foreign", "international", "global", "overseas", "neighboring", "neighbouring", "various"}
_ALL_OVER = {"around", "across", "throughout"}


def _is_left_open(sentence: Sentence, party: Party) -> bool:
    """Whether a phrase says that it names nobody, or those of many states: "the countries concerned", "leaders around
    the world", "neighbouring countries".
    """
    tokens = sentence.tokens
    after = [t.text.lower() for t in tokens[party.head + 1 : party.head + 4]]
    if not party.plural or not after:
        return False
    before = {t.text.lower() for t in tokens[party.first : party.head]}
    said = before - set(party.role.noun.split()) if party.role else before
    if after[0] in {"concerned", "involved", "affected"} or (said & _ANYWHERE and not party.definite):
        return True
    return after[0] in _ALL_OVER and after[-1] in {"world", "globe"}
