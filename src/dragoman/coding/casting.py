"""Who plays which part in an event: the lexicon's slots and the encoder's reading, weighed against each other.

Each party named in the sentence is no party to the event, its actor or its recipient: a multinomial logistic
regression over what the slots, the encoder and the sentence's form say of it. The weights were fitted on sentences that
the encoder wasn't trained on (``training/casting.py``) and stand in ``data/casting.tsv``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dragoman.coding import clause
from dragoman.coding.encoder import Floats
from dragoman.coding.heard import Heard, is_within
from dragoman.coding.lists import Chosen, Picked, add_listed, put_together, with_phrase
from dragoman.coding.saying import SAYING
from dragoman.coding.view import Parties, unique
from dragoman.ontology.weights import Rows, fitted, log_odds, probabilities
from dragoman.types.actor import ActorMention
from dragoman.types.text import Sentence

Key = tuple[int, int, str]
CAST = 0.45
"""Probability above which a party is cast."""
FIRST = {1: 0.25, 2: 0.3}
"""The same for the likeliest actor and the likeliest recipient."""
_UNREAD = 0.5
_NEAR = (3, 8, 15)
FEATURES = (
    "always",
    "actor: encoder, head", "actor: encoder, phrase", "actor: encoder, ahead of others",
    "recipient: encoder, head", "recipient: encoder, phrase", "recipient: encoder, ahead of others",
    "encoder: time", "encoder: place", "encoder: claimant",
    "in the actor's slot", "the actor's slot is filled", "another in the actor's slot",
    "in the recipient's slot", "the recipient's slot is filled", "another in the recipient's slot",
    "in the actor's slot by the lexicon", "another in the actor's slot by the lexicon",
    "in the recipient's slot by the lexicon", "another in the recipient's slot by the lexicon",
    "a compatriot likely actor", "a compatriot likely recipient", "own state of the likely actor", "a state",
    "before the trigger", "within 3 words", "within 8 words", "within 15 words", "distance",
    "hangs on the trigger", "hangs on it, a noun", "in the actor's slot, at a noun", "in its clause",
    "part of another's phrase", "has another in its phrase",
    "trigger: verb", "trigger: noun", "trigger: passive", "type: mutual", "type: of words",
)  # fmt: skip
"""What a party is judged by, in the order of the rows of ``features``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An event at a token, with the parties that its slots hold.

    ``known`` says that the slots are the lexicon's and not those where parties usually stand, ``symmetric`` that both
    sides do the same, ``verbal`` that it is an event of words and relations, ``aimed`` that these are against another.
    """

    trigger: int
    actors: Parties
    recipients: Parties
    known: bool = True
    symmetric: bool = False
    verbal: bool = False
    aimed: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of an event, and how sure the least sure of them is."""

    actors: Parties
    recipients: Parties
    certainty: float


def cast(heard: Heard, asked: Asked) -> Cast:
    """The parties of an event."""
    table = heard.table(asked.trigger)
    if table is None:
        return Cast(asked.actors, asked.recipients, _UNREAD)
    here = heard.view.sentence.index
    odds = probabilities(features(heard, table, asked), weights()) if heard.mentions else np.zeros((0, 3))
    chosen: Chosen = {1: [], 2: []}
    struck: list[Picked] = []
    first = {role: odds[:, role].max(initial=0.0) for role in chosen}
    for mention, row in zip(heard.mentions, odds, strict=True):
        venue = _names_a_venue(heard.view.sentence, mention)
        role = 1 if row[1] >= row[2] else 2
        if venue and asked.verbal:
            continue
        if row[role] > (FIRST[role] if row[role] == first[role] else CAST):
            (struck if venue and role == 1 else chosen[role]).append((float(row[role]), mention))
    if asked.aimed:
        put_together(heard.view.sentence, chosen)
    add_listed(heard, odds, chosen, asked.symmetric)
    phrase = heard.view.sentence.subtree(asked.trigger) if struck else []
    if struck and not any(m.head in phrase for _, m in chosen[2]):
        chosen[2] = struck  # the Manchester attack was on Manchester
    chosen = {role: with_phrase(heard, picked, chosen[3 - role]) for role, picked in chosen.items()}
    actors = unique([*_outermost(heard.view.sentence, chosen[1]), *(m for m in asked.actors if m.sentence != here)])
    actors = _owner(heard, asked) or _not_above(heard, asked, _of_its_clause(heard.view.sentence, asked, actors))
    others = [*_outermost(heard.view.sentence, chosen[2]), *(m for m in asked.recipients if m.sentence != here)]
    if asked.verbal and not actors:
        actors = _speaking(heard, asked, others)
    ids = {m.actor.actor_id for m in actors}
    recipients = unique(m for m in others if m.actor.actor_id not in ids)
    if asked.symmetric and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    sure = [p for role in (1, 2) for p, m in chosen[role] if m in (*actors, *recipients)]
    return Cast(actors, recipients, min(sure, default=_UNREAD))


def _names_a_venue(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a name says where something was or was said: a town before a noun ("the Mombasa talks"), a medium after
    "on" ("wrote on Twitter").
    """
    token = sentence.tokens[mention.head]
    if token.dep in {"compound", "amod", "nmod"}:
        return mention.actor.actor_id.startswith("place:")
    return is_medium(sentence, mention)


def is_medium(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a name is that of the medium in which something was said: "wrote on Twitter"."""
    on = sentence.tokens[sentence.tokens[mention.head].head]
    said = on.text.lower() in {"on", "in"} and sentence.tokens[on.head].lemma.lower() in SAYING
    return said and bool(set(mention.actor.sectors[:1]) & {"JRN", "MED", "BUS"})


def _owner(heard: Heard, asked: Asked) -> Parties:
    """Whose a deed's noun is, where its lexicon entry says that this is the doer: "Putin's visit", "Arab sanctions"."""
    if not asked.known or heard.view.token(asked.trigger).pos != "NOUN":
        return ()
    return tuple(m for m in heard.view.possessor(asked.trigger) if m in asked.actors)


def _speaking(heard: Heard, asked: Asked, others: Sequence[ActorMention]) -> Parties:
    """The subject of a verb in the active among those to whom a word is said: it is whoever says it."""
    sentence = heard.view.sentence
    if sentence.tokens[asked.trigger].pos != "VERB" or clause.is_passive(sentence, asked.trigger):
        return ()
    subjects = clause.children(sentence, asked.trigger, "nsubj")
    return tuple(m for m in others if m.sentence == sentence.index and m.head in subjects)


def _of_its_clause(sentence: Sentence, asked: Asked, actors: Parties) -> Parties:
    """The actors without the subject of a clause above that of one who is subject further down: "Washington had seen no
    sign that Beijing had decided to send arms". Of those who do a thing together each may be told in a clause apart.
    """
    if len(actors) < 2 or asked.symmetric:
        return actors
    above = sentence.path(asked.trigger)
    heads = {m.head for m in actors if m.sentence == sentence.index}
    subjects = {
        verb: {c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"} & heads for verb in above
    }
    doing = [verb for verb in above if subjects[verb]]
    outranked = set[int]().union(*(subjects[verb] for verb in doing[1:]))
    return tuple(m for m in actors if m.head not in outranked or m.sentence != sentence.index)


def _not_above(heard: Heard, asked: Asked, actors: Parties) -> Parties:
    """The actors without the object of a verb above, where the subject does it: "A angered B by arming C"."""
    if heard.view.token(asked.trigger).pos != "VERB":
        return actors
    sentence = heard.view.sentence
    doing = {m.actor.actor_id for m in heard.view.at_all(clause.subjects(sentence, asked.trigger))}
    above = [o for v in sentence.path(asked.trigger)[1:] for o in clause.children(sentence, v, "dobj", "dative")]
    objects = {c for o in above for c in clause.coordinated(sentence, o)}
    kept = tuple(m for m in actors if m.sentence != sentence.index or m.head not in objects)
    token = heard.view.token(asked.trigger)
    manner = token.dep == "pcomp" and heard.view.token(token.head).text.lower() == "by"
    return kept if manner or any(m.actor.actor_id in doing for m in kept) else actors


def features(heard: Heard, table: Floats, asked: Asked) -> Rows:
    """What speaks for and against each party of a sentence (parties by ``FEATURES``). ``table`` is what the encoder
    says of the roles of the tokens.
    """
    mentions, sentence = heard.mentions, heard.view.sentence
    roles = heard.read.labels.roles
    head, phrase = _log_odds(table, heard)
    actor, recipient = roles.index("A"), roles.index("R")
    columns: list[Sequence[float] | npt.NDArray[np.float64] | float] = [1.0]
    for role in (actor, recipient):
        columns += [head[role], phrase[role], _ahead(head[role], mentions)]
    columns += [head[roles.index(r)] for r in "TLC"]
    slots = [*_slots(mentions, asked.actors), *_slots(mentions, asked.recipients)]
    columns += slots
    columns += [slots[i] if asked.known else 0.0 for i in (0, 2, 3, 5)]
    likely = _compatriot(head[actor], mentions)
    columns += [likely, _compatriot(head[recipient], mentions)]
    state, inner, outer = heard.form
    columns += [[s * odds for s, odds in zip(state, likely, strict=True)], state]
    away = [abs(m.head - asked.trigger) for m in mentions]
    columns += [[float(m.head < asked.trigger) for m in mentions]]
    columns += [[float(d <= near) for d in away] for near in _NEAR]
    columns += [[math.log1p(d) for d in away]]
    pos = sentence.tokens[asked.trigger].pos
    verb, noun = pos in {"VERB", "AUX"}, float(pos in {"NOUN", "PROPN"})
    hangs, clause_ = _syntax(heard, asked.trigger)
    columns += [hangs, hangs if noun else 0.0, slots[0] if noun else 0.0, clause_, inner, outer]
    columns += [float(verb), noun]
    columns += [float(verb and clause.is_passive(sentence, asked.trigger)), float(asked.symmetric), float(asked.verbal)]
    found = np.empty((len(mentions), len(FEATURES)))
    for i, column in enumerate(columns):
        found[:, i] = column
    return found


def _log_odds(table: Floats, heard: Heard) -> tuple[Rows, Rows]:
    """Roles by parties: the log-odds of each party's head, and of its whole phrase."""
    sums = np.concatenate([np.zeros((len(table), 1)), table.cumsum(1)], 1)
    first, last, head = heard.phrases
    phrase = (sums[:, last] - sums[:, first]) / np.maximum(last - first, 1)
    return log_odds(table[:, head]), log_odds(phrase)


def _ahead(odds: Rows, mentions: Sequence[ActorMention]) -> list[float]:
    """How far each party is ahead of the likeliest other actor."""
    best: dict[str, float] = {}
    for mention, own in zip(mentions, odds.tolist(), strict=True):
        best[mention.actor.actor_id] = max(own, best.get(mention.actor.actor_id, own))
    ranked = sorted(best.items(), key=lambda pair: -pair[1])[:2]
    found = []
    for mention, own in zip(mentions, odds.tolist(), strict=True):
        rest = next((o for actor, o in ranked if actor != mention.actor.actor_id), -5.0)
        found.append(min(max(own - rest, -6.0), 6.0))
    return found


def _slots(mentions: Sequence[ActorMention], filled: Parties) -> list[list[float] | float]:
    keys = {_key(m) for m in filled}
    inside = [float(_key(m) in keys) for m in mentions]
    return [inside, float(bool(keys)), [float(bool(keys)) - i for i in inside]]


def _compatriot(odds: Rows, mentions: Sequence[ActorMention]) -> list[float]:
    """The log-odds of the likeliest other party of the same country."""
    values = odds.tolist()
    by_country: dict[str, list[tuple[float, int]]] = {}
    for i, mention in enumerate(mentions):
        by_country.setdefault(mention.actor.country, []).append((values[i], i))
    found = []
    for i, mention in enumerate(mentions):
        others = by_country[mention.actor.country] if mention.actor.country else ()
        found.append(max((o for o, j in others if j != i), default=-6.0))
    return found


def _syntax(heard: Heard, trigger: int) -> list[list[float]]:
    """Whether each party hangs on the trigger, and stands in its clause."""
    tokens = heard.view.sentence.tokens
    home = heard.view.sentence.clause(trigger)
    return [
        [float(tokens[m.head].head == trigger) for m in heard.mentions],
        [float(verb == home) for verb in heard.clauses],
    ]


@cache
def weights() -> Rows:
    """The fitted weights: features by (actor, recipient)."""
    return fitted("casting.tsv", __package__, FEATURES, ("actor", "recipient"))


def _key(mention: ActorMention) -> Key:
    return mention.sentence, mention.head, mention.actor.actor_id


def _outermost(sentence: Sentence, chosen: Sequence[Picked]) -> list[ActorMention]:
    """Parties without those that only say of another whose or what it is ("the president of France", "Mexico's
    foreign minister, Marcelo Ebrard").
    """
    return [m for _, m in chosen if not any(is_within(sentence, m, other) for _, other in chosen if other is not m)]
