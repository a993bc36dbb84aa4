"""To whom a deed is done where its sentence doesn't say: "rejected the claim", "opened fire with mortars".

A report leaves unsaid what its readers know from the sentences before. Where an event has a doer and nobody to whom it
is done, those named in its sentence and in the few before are candidates of one choice, nobody among them, by a
conditional logistic regression as for pronouns (``resolve/antecedents.py``). What tells most is who has stood on the
other side of the doer in the report so far. The weights stand in ``data/implied.tsv``, fitted by
``training/implied.py`` on hand-coded reports.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from dragoman.coding import clause
from dragoman.coding.casting import is_medium
from dragoman.coding.lexicon import lexicon
from dragoman.coding.matters import maker
from dragoman.coding.saying import SAYING
from dragoman.coding.view import View
from dragoman.ontology.knowledge import acts_for_a_state, knowledge, state_actor
from dragoman.ontology.plover import POLITICAL, RECIPROCAL, quad_of
from dragoman.ontology.weights import Rows, fill, fitted, softmax
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence

REACH = 3
"""How many sentences back a candidate may be named."""
SURE = 0.4
"""Probability from which a candidate is taken."""
_CLEAR = 0.6
"""The share of its side's probability from which one of a side is meant himself."""
_AT_GOVERNMENT = {"PROTEST", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
"""What people aim at their own state's government."""
_HOSTILE = {3, 4}
"""The quads of conflict."""
_UNIONS = {"IGO", "EUR", "UNO"}
"""Of these several people talk among themselves: "the ministers of the G7 held talks"."""
_OF_MATTERS = {"investigate", "multilateral"}
"""Modes of what is mostly done to a matter, or among many, and to nobody else."""
_KINDS = ("state", "body", "group", "person", "office", "unnamed")
_SUBJECTS = {"nsubj", "nsubjpass"}
_GROUPS = {
    "REJECT": "answer", "ACCUSE": "blame", "THREATEN": "blame", "REQUEST": "blame", "PROTEST": "blame",
    "ASSAULT": "force", "COERCE": "coercion", "SANCTION": "sanction", "CONSULT": "mutual",
    "COOPERATE": "mutual", "AGREE": "mutual", "AID": "giving", "SUPPORT": "giving",
}  # fmt: skip
"""Types that are done to somebody, by their kind; what is mobilised is mostly aimed at nobody in words."""
_BY_GROUP = ("in the sentence", "other side lately", "did it to the doer", "of the doer's country", "other side, share")
FEATURES = (
    "in the sentence", "1 before", "2 before", "3 before", "before the trigger", "words between", "subject", "object",
    "in the clause", "below the trigger", "heard as recipient", "after on or against", "after with",
    "after by or from", "after in", "possessor", "possessor below the trigger", "possessor of the object",
    "main subject before", "in the title", "speaker above", *(f"kind: {k}" for k in _KINDS), "of the doer's country",
    "no country", "focus", "only one", "only foreign one", "other side here", "other side lately",
    "other side, share", "most often the other side", "did it to the doer", "had it from the doer", "times named",
    "of own sector", "foe lately", "foe, share", "friend lately, by a foe", "friend lately, by a friend",
    "told of it", *(f"{g}: {f}" for g in dict.fromkeys(_GROUPS.values()) for f in _BY_GROUP), "nobody",
    *(f"nobody: {t}" for t in _GROUPS),
)  # fmt: skip
"""What a candidate is judged by, in the order of the columns of ``table``."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An event without a recipient, in its report: ``events`` are all of the report's."""

    event: CodedEvent
    events: Sequence[CodedEvent]
    resolved: ResolvedText

    @property
    def sentence(self) -> Sentence:
        return self.resolved.annotated.sentences[self.event.sentence]


def with_implied(events: Sequence[CodedEvent], resolved: ResolvedText) -> list[CodedEvent]:
    """The events, with the recipients that the report implies."""
    done = list(events)
    for i, event in enumerate(done):
        if _is_open(event) and not _is_anywhere(resolved.annotated.sentences[event.sentence], event):
            implied = choose(Gap(event, done, resolved))
            if implied is not None:
                implied = maker(implied, View(resolved.annotated.sentences[implied.sentence], {}, lexicon()))
                rule = f"{event.rule}; recipient by what the report tells before"
                done[i] = replace(event, recipients=(implied,), implied=True, rule=rule)
    return done


def _is_open(event: CodedEvent) -> bool:
    """Whether an event has a doer and lacks the other side; several who meet are each other's."""
    if event.recipients or not event.actors or event.event_type not in _GROUPS or event.event_mode in _OF_MATTERS:
        return False
    if event.event_type not in RECIPROCAL:
        return True
    among = any(m.actor.kind == "unnamed" and m.actor.country in _UNIONS for m in event.actors)
    return not among and len({m.actor.country for m in event.actors}) == 1


def _is_anywhere(sentence: Sentence, event: CodedEvent) -> bool:
    """Whether a deed is said to be done to nobody in particular: "hasn't travelled abroad"."""
    return any(sentence.tokens[c].text.lower() in {"abroad", "overseas"} for c in sentence.children[event.trigger])


def choose(gap: Gap) -> ActorMention | None:
    """To whom the deed was done; None where that can't be told."""
    found = candidates(gap)
    return likeliest(table(gap, found) @ weights(), gap, found) if found else None


def likeliest(scores: Rows, gap: Gap, found: Sequence[Sequence[ActorMention]]) -> ActorMention | None:
    """Who stands for the side that is likeliest by all who are of it, if that is sure enough: one of them if it is
    clear who, else their state; a state trades with a state. Nobody of a state's own for the deeds of its authorities.
    """
    odds = softmax(scores)
    sides: dict[str, list[int]] = defaultdict(list)
    for i, mentions in enumerate(found):
        sides[_side_of(mentions[-1])].append(i)
    sums = {side: float(odds[members].sum()) for side, members in sides.items()}
    side = max(sums, key=lambda s: sums[s])
    if sums[side] < SURE:
        return None
    best = max(sides[side], key=lambda i: odds[i])
    one = found[best][-1]
    clear = odds[best] >= _CLEAR * sums[side] and (one.actor.kind != "unnamed" or _is_political(one))
    own = side in {m.actor.country for m in gap.event.actors}
    official = any(acts_for_a_state(m.actor) for m in gap.event.actors)
    if own and (official or gap.event.event_type not in _AT_GOVERNMENT):
        return one if clear and not (official and acts_for_a_state(one.actor)) else None
    traded = gap.event.event_type == "COOPERATE" and all(m.actor.kind == "state" for m in gap.event.actors)
    if clear and not (traded and acts_for_a_state(one.actor)):
        return one
    return _state_of(side, [found[i][-1] for i in sides[side]])


def _state_of(side: str, members: Sequence[ActorMention]) -> ActorMention | None:
    """The state of a side, where it is named, or where somebody of it is; None for a side that is no state's."""
    if side not in knowledge().states:
        return None
    named = next((m for m in members if m.actor.kind == "state"), None)
    return named or replace(members[0], actor=state_actor(side), choice=None)


def _is_political(mention: ActorMention) -> bool:
    return bool(set(mention.actor.sectors) & POLITICAL)


def _side_of(mention: ActorMention) -> str:
    return mention.actor.country or mention.actor.actor_id


@cache
def weights() -> Rows:
    """The weights of the features."""
    return fitted("implied.tsv", "dragoman.coding", FEATURES, ("weight",))[:, 0]


def candidates(gap: Gap) -> list[list[ActorMention]]:
    """Who may be meant: the mentions of each in the event's sentence and before it, oldest first."""
    own = {m.actor.actor_id for m in gap.event.actors}
    lands = {m.actor.country for m in gap.event.actors}
    own_heads = {m.head for m in gap.event.actors if m.sentence == gap.event.sentence}
    at = gap.event.sentence
    found: dict[str, list[ActorMention]] = {}
    spoken_for = {
        m.actor.actor_id for m in gap.resolved.actors
        if m.sentence == at and m.actor.actor_id not in own and _is_of_doer(gap.sentence, m, own_heads)
    }  # fmt: skip
    for mention in gap.resolved.actors:
        key = mention.actor.actor_id
        if key in spoken_for and mention.actor.kind != "state":
            continue
        if not at - REACH <= mention.sentence <= at or key in own or key.startswith("place:"):
            continue
        sentence = gap.resolved.annotated.sentences[mention.sentence]
        at_home = mention.actor.country in lands
        if (at_home and _is_where(sentence, mention)) or is_medium(sentence, mention):
            continue
        if key in gap.event.ruled_out and mention.sentence == at:
            continue
        if mention.sentence == at and _is_of_doer(gap.sentence, mention, own_heads):
            continue
        if any(mention.actor.name in m.actor.office for m in gap.event.actors):
            continue  # whose spokesman somebody is he speaks for
        found.setdefault(key, []).append(mention)
    return list(found.values())


def _is_of_doer(sentence: Sentence, mention: ActorMention, doers: set[int]) -> bool:
    """Whether somebody stands within the doer's phrase, outside a clause in it: "Reda, the spokesman of the Front,"."""
    for node in (*range(mention.first, mention.last), *sentence.path(mention.head)):
        if node in doers:
            return True
        if sentence.tokens[node].pos in {"VERB", "AUX"}:
            return False
    return False


_IN = {"in", "at", "near", "inside", "outside", "across", "throughout", "within"}


def _is_where(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether a state is named for where something is: "in Kenya"."""
    return mention.actor.kind == "state" and clause.behind(sentence, mention.head) in _IN


def table(gap: Gap, found: Sequence[Sequence[ActorMention]]) -> Rows:
    """Features of each candidate, and of nobody in the last row."""
    made = np.zeros((len(found) + 1, len(FEATURES)))
    doer = _Doer(gap)
    foreign = [ms for ms in found if not doer.is_own(ms[-1])]
    for row, mentions in zip(made, found, strict=False):
        features = {**_standing(gap, mentions), **doer.dealings(mentions)}
        features["only one"] = float(len(found) == 1)
        features["only foreign one"] = float(len({m[-1].actor.country for m in foreign}) == 1 and mentions in foreign)
        group = _GROUPS[gap.event.event_type]
        fill(row, features, FEATURES)
        fill(row, {f"{group}: {f}": features.get(f, 0.0) for f in _BY_GROUP}, FEATURES)
    fill(made[-1], {"nobody": 1.0, f"nobody: {gap.event.event_type}": 1.0}, FEATURES)
    return made


_AWAY = {1: "1 before", 2: "2 before", 3: "3 before"}
_BEHIND = {
    "on": "after on or against", "against": "after on or against", "with": "after with", "to": "after on or against",
    "by": "after by or from", "from": "after by or from", "in": "after in", "at": "after in",
}  # fmt: skip


def _standing(gap: Gap, mentions: Sequence[ActorMention]) -> dict[str, float]:
    """Where a candidate stands."""
    last = mentions[-1]
    sentence = gap.resolved.annotated.sentences[last.sentence]
    token = sentence.tokens[last.head]
    back = gap.event.sentence - last.sentence
    made = {
        f"kind: {last.actor.kind}": 1.0,
        "no country": float(not last.actor.country),
        "focus": float(bool(last.actor.country) and last.actor.country == gap.resolved.focus),
        "subject": float(token.dep in _SUBJECTS),
        "main subject before": float(
            bool(back) and token.dep in _SUBJECTS and sentence.clause(token.head) == token.head
        ),
        "in the title": float(any(m.sentence == 0 for m in mentions)),
        "object": float(token.dep in {"dobj", "dative"}),
        "possessor": float(token.dep in {"poss", "amod", "compound"}),
        "times named": math.log1p(len(mentions)),
        "of own sector": float(any(set(last.actor.sectors[:1]) & set(m.actor.sectors[:1]) for m in gap.event.actors)),
    }
    if behind := _BEHIND.get(clause.behind(sentence, last.head)):
        made[behind] = 1.0
    if back:
        return made | {_AWAY[back]: 1.0}
    trigger = gap.event.trigger
    heard = gap.event.judgement.recipients if gap.event.judgement else ()
    return made | {
        "in the sentence": 1.0,
        "before the trigger": float(last.head < trigger),
        "words between": math.log1p(abs(last.head - trigger)),
        "in the clause": float(sentence.clause(last.head) == sentence.clause(trigger)),
        "below the trigger": float(trigger in sentence.path(last.head)),
        "possessor below the trigger": made["possessor"] * float(trigger in sentence.path(last.head)),
        "possessor of the object": made["possessor"]
        * float(sentence.tokens[token.head].dep == "dobj" and sentence.tokens[token.head].head == trigger),
        "told of it": float(token.dep in {"dobj", "dative"} and sentence.tokens[token.head].lemma in SAYING),
        "speaker above": float(token.dep in _SUBJECTS and token.head in sentence.path(trigger)[1:]),
        "heard as recipient": max(heard[last.first : last.last], default=0.0),
    }


class _Doer:
    """The event's doer, and whom it has dealt with in the report."""

    def __init__(self, gap: Gap) -> None:
        self.gap = gap
        self.countries = {m.actor.country for m in gap.event.actors} - {""}
        self.ids = {m.actor.actor_id for m in gap.event.actors}
        before = [e for e in gap.events if e is not gap.event and e.recipients and e.actors]
        self.dealt = [(e, *sides) for e in before if (sides := self._sides(e)) is not None]

    def is_own(self, mention: ActorMention) -> bool:
        """Whether somebody is the doer, or of its country."""
        return mention.actor.actor_id in self.ids or mention.actor.country in self.countries

    def _sides(self, event: CodedEvent) -> tuple[bool, tuple[ActorMention, ...]] | None:
        """Whether the doer, or its country, did an event that has it on one side; and the other side."""
        acts, undergoes = (any(map(self.is_own, side)) for side in (event.actors, event.recipients))
        if acts == undergoes:
            return None
        return acts, event.recipients if acts else event.actors

    def dealings(self, mentions: Sequence[ActorMention]) -> dict[str, float]:
        """What the report tells of the doer and a candidate, or others of its country."""
        last = mentions[-1]
        at = self.gap.event.sentence
        whole = [(e, acts) for e, acts, other in self.dealt if _is_among(last, other)]
        lately = [(e, acts) for e, acts in whole if 0 <= at - e.sentence <= REACH]
        hostile = quad_of(self.gap.event.event_type) in _HOSTILE
        foes = [e for e, _, _ in self.dealt if quad_of(e.event_type) in _HOSTILE]
        foe = [e for e, _ in whole if quad_of(e.event_type) in _HOSTILE]
        friendly = any(quad_of(e.event_type) not in _HOSTILE for e, _ in lately)
        return {
            "of the doer's country": float(self.is_own(last)),
            "other side here": float(any(e.sentence == at for e, _ in lately)),
            "other side lately": float(bool(lately)),
            "other side, share": len(whole) / max(1, len(self.dealt)),
            "most often the other side": float(bool(whole) and 2 * len(whole) > len(self.dealt)),
            "foe lately": float(hostile and any(0 <= at - e.sentence <= REACH for e in foe)),
            "foe, share": hostile * len(foe) / max(1, len(foes)),
            "friend lately, by a foe": float(hostile and friendly),
            "friend lately, by a friend": float(not hostile and friendly),
            "did it to the doer": float(any(not acts for _, acts in lately)),
            "had it from the doer": float(any(acts for _, acts in lately)),
        }


def _is_among(one: ActorMention, side: Iterable[ActorMention]) -> bool:
    """Whether somebody, or his country, stands on a side."""
    return any(
        m.actor.actor_id == one.actor.actor_id or (m.actor.country and m.actor.country == one.actor.country)
        for m in side
    )
