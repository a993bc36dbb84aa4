"""The parties of each sentence of a report with bare titles given their state, and pronouns their antecedents."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.ontology.knowledge import state_actor
from dragoman.ontology.plover import UNLAWFUL
from dragoman.resolve import titles
from dragoman.resolve.antecedents import Memory, note
from dragoman.resolve.interview import answers
from dragoman.resolve.pronouns import Pronouns, gender_of
from dragoman.resolve.scene import Party, Scene
from dragoman.resolve.titles import Title, at_home_in, is_anybodys, is_domestic, local_state, of_country
from dragoman.types.text import Sentence

_FIGHTERS = {"rebel", "insurgent", "militant", "guerrilla", "jihadist", "separatist"}
_IN_ARMS = UNLAWFUL - {"CRM"}
_NO_SETTING = {"compound", "amod", "nmod", "nsubj"}
"""Where a place's name is that of who acts: "civilians were killed when US jets bombed a camp"."""


def settle(
    scenes: Sequence[Scene], parties: Sequence[Sequence[Party]], focus: str, *, clear: bool
) -> list[list[Party]]:
    """The parties of each sentence, led to whom they mean.

    ``focus`` is the country a report is about: the state of "the police" and "a court" that have no other; where it
    is ``clear``, of people of any kind.
    """
    memory = Memory()
    settled: list[list[Party]] = []
    answering = answers([scene.sentence for scene in scenes])
    asked = next((p for found in parties for p in found if p.actor.kind == "person"), None) if answering else None
    for scene, found in zip(scenes, parties, strict=True):
        speaker = asked if scene.sentence.index in answering else None
        mine = _settled(scene, found, Pronouns(scene.sentence, focus, memory, speaker), clear)
        memory.add(note(scene.sentence, mine, [gender_of(scene.sentence, p) for p in mine]))
        settled.append(mine)
    return settled


def _settled(scene: Scene, found: Sequence[Party], pronouns: Pronouns, clear: bool) -> list[Party]:
    closed = [p for p in found if not p.open]
    here = tuple(note(scene.sentence, closed, [gender_of(scene.sentence, p) for p in closed]))
    mine = list(closed)
    for party in found:
        if party.open and party.role is not None and not party.actor.country:
            title = Title(scene, party, party.role, here, pronouns.focus, clear)
            mine.extend(_meant(title, closed, pronouns))
        elif party.open:
            mine.append(party)
    mine.extend(pronouns.all(mine))
    return sorted(mine, key=lambda p: (p.first, p.last, p.actor.actor_id))


def _meant(title: Title, closed: Sequence[Party], pronouns: Pronouns) -> tuple[Party, ...]:
    """A title with its state: its possessor's, that of the one named beside it, or what it means by the text before;
    without an article, that of a place in its sentence or of the report.
    """
    party, sentence = title.party, title.scene.sentence
    country = pronouns.owner(party, closed) or _fellow(sentence, party, closed)
    if country and title.noun in titles.LANDS and not party.plural:
        return (replace(party, actor=state_actor(country), open=False),)
    if country:
        return (replace(party, actor=of_country(title, country), open=False),)
    if _is_left_open(sentence, party):
        return (party,)
    if party.definite:
        return titles.settle_title(title, pronouns.memory)
    if group := _group_named(title, pronouns.memory):
        return group
    country = _by_setting(title)
    return (replace(party, actor=of_country(title, country)),) if country else (party,)


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


def _by_setting(title: Title) -> str:
    if local := at_home_in(title):
        return local
    lawless = bool(set(title.role.sectors[:1]) & _IN_ARMS) and not is_anybodys(title)
    if lawless and (local := local_state(title.scene, title.party) or _near_town(title)):
        return local
    if title.role.sectors[:1] == ("CVL",):
        tokens = title.scene.sentence.tokens
        near = (c for _, last, _, c in title.scene.toponyms if c and tokens[last - 1].dep not in _NO_SETTING)
        return next(near, title.focus if title.clear else "")
    if title.clear and title.role.kind != "body" and not is_anybodys(title):
        return title.focus
    return title.focus if is_domestic(title) else ""


def _near_town(title: Title) -> str:
    """The country of the first town or region that a sentence names."""
    states = {i for n in title.scene.reading.names if n.value.kind == "state" for i in range(n.first, n.last)}
    return next((c for first, _, _, c in title.scene.toponyms if c and first not in states), "")


def _fellow(sentence: Sentence, party: Party, closed: Sequence[Party]) -> str:
    """The country of the one beside whom others are named: "Mr. Pompeo and other officials"."""
    head = sentence.tokens[party.head]
    if head.dep != "conj" or not any(sentence.tokens[c].text.lower() == "other" for c in sentence.children[party.head]):
        return ""
    return next((p.actor.country for p in closed if p.head == head.head), "")


def _is_left_open(sentence: Sentence, party: Party) -> bool:
    """Whether a phrase says that it names nobody: "the countries concerned"."""
    after = sentence.tokens[party.head + 1].text.lower() if party.head + 1 < len(sentence.tokens) else ""
    return party.plural and after in {"concerned", "involved", "affected"}
