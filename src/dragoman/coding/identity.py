"""Who an unnamed person is, by an event told twice: "a reporter was charged ... the court charged Mwendo".

Headlines and first sentences bring somebody in by a description and name him later. Where two predicates of one type
and mode (without a mode, of one word), or two steps of the law, have a side in common, and the other side is an unnamed
person in the one and a named one in the other, the two are one, and the name goes to all that the report tells of the
unnamed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from dragoman.coding.view import Parties
from dragoman.ontology.knowledge import knowledge, person_key
from dragoman.ontology.plover import OFFICIAL
from dragoman.types.actor import Actor, ActorMention, Choice
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_WHY = Choice("the one of whom the same is told by name", ())


def with_names(events: Sequence[CodedEvent], sentences: Sequence[Sentence]) -> tuple[CodedEvent, ...]:
    """The events of a report with the names of those brought in without one."""
    by_word: dict[str, Counter[Actor]] = defaultdict(Counter)
    by_mode: dict[str, Counter[Actor]] = defaultdict(Counter)
    for one, other in combinations(events, 2):
        found = by_word if _lemma(one, sentences) == _lemma(other, sentences) else by_mode
        for unnamed, named in _same_person(one, other, sentences):
            found[unnamed][named] += 1
    told = {**by_mode, **by_word}
    names = {unnamed: named.most_common(1)[0][0] for unnamed, named in told.items() if _is_clear(named)}
    return tuple(_named(event, names, sentences) for event in events) if names else tuple(events)


_CLEAR = 3
"""How much oftener than any other somebody must be told the same of to be the one who is unnamed."""


def _is_clear(named: Counter[Actor]) -> bool:
    counts = [count for _, count in named.most_common(2)]
    return len(counts) == 1 or counts[0] >= _CLEAR * counts[1]


def _same_person(one: CodedEvent, other: CodedEvent, sentences: Sequence[Sentence]) -> Iterator[tuple[str, Actor]]:
    """An unnamed person of the first event and who that is by the second, told in a later sentence."""
    if one.sentence >= other.sentence or _kind(one) != _kind(other):
        return
    if not one.event_mode and _lemma(one, sentences) != _lemma(other, sentences):
        return
    for open_, shared, known, also in (
        (one.actors, one.recipients, other.actors, other.recipients),
        (one.recipients, one.actors, other.recipients, other.actors),
    ):
        if len(open_) == len(known) == 1 and _meet(shared, also) and _can_be(open_[0], known[0], sentences):
            yield open_[0].actor.actor_id, known[0].actor


_BY_LAW = {("COERCE", "arrest"), ("ACCUSE", "investigate"), ("SANCTION", "convict")}
"""Steps of one case: who is charged is the one who was arrested."""


def _kind(event: CodedEvent) -> tuple[str, str]:
    """Type and mode; one kind for what the authorities do to a suspect."""
    kind = event.event_type, event.event_mode
    return ("COERCE", "arrest") if kind in _BY_LAW else kind


def _lemma(event: CodedEvent, sentences: Sequence[Sentence]) -> str:
    return sentences[event.sentence].tokens[event.trigger].lemma.lower()


def _meet(one: Parties, other: Parties) -> bool:
    ids = {m.actor.actor_id for m in one} & {m.actor.actor_id for m in other}
    return bool(ids or {m.actor.country for m in one if m.actor.country} & {m.actor.country for m in other})


def _can_be(unnamed: ActorMention, named: ActorMention, sentences: Sequence[Sentence]) -> bool:
    a, b = unnamed.actor, named.actor
    if a.kind != "unnamed" or b.kind != "person" or not _is_one(unnamed, sentences):
        return False
    if set(a.sectors[:1]) & OFFICIAL and b.sectors and not set(a.sectors) & set(b.sectors):
        return False  # a policeman isn't a commander of rebels
    return not a.country or not b.country or a.country == b.country or _is_presumed(b)


def _is_presumed(actor: Actor) -> bool:
    """Whether the state of a named person is only that of the report: by what the text says he may be of another."""
    return not actor.office and person_key(actor.name) not in knowledge().persons


def _is_one(mention: ActorMention, sentences: Sequence[Sentence]) -> bool:
    """Whether a phrase means one person, who is somebody by himself: "her brother" is another's."""
    sentence = sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    role = knowledge().roles.get(token.lemma.lower())
    owned = any(sentence.tokens[c].tag == "PRP$" for c in sentence.children[token.index])
    return token.tag in {"NN", "NNP"} and role is not None and role.kind == "person" and not owned


def _named(event: CodedEvent, names: dict[str, Actor], sentences: Sequence[Sentence]) -> CodedEvent:
    actors, recipients = (
        tuple(_renamed(m, names, sentences) for m in side) for side in (event.actors, event.recipients)
    )
    if actors == event.actors and recipients == event.recipients:
        return event
    ids = {m.actor.actor_id for m in actors}
    return replace(event, actors=actors, recipients=tuple(m for m in recipients if m.actor.actor_id not in ids))


def _renamed(mention: ActorMention, names: dict[str, Actor], sentences: Sequence[Sentence]) -> ActorMention:
    who = names.get(mention.actor.actor_id)
    if who is None or mention.sentence < 0 or not _is_one(mention, sentences):
        return mention
    told = mention.actor.country
    country = told if told and _is_presumed(who) else who.country or told
    return replace(mention, actor=replace(who, country=country), choice=_WHY)
