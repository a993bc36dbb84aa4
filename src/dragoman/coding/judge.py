"""Lexicon and encoder together: which words tell an event, of what type, and how sure that is.

The lexicon proposes readings by rule; the encoder scores every word. For a proposed reading the type is the one whose
log-probability, with a bonus for the type that the lexicon says, is highest; a word that no reading explains has the
type that the encoder hears most. Whether it tells an event is decided when its parties are cast (``acceptance.py``).
"""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.coding.acceptance import ACCEPTED, ALONE_HIGHER, features, probability
from dragoman.coding.admit import NO_DEEDS
from dragoman.coding.casting import Asked, cast
from dragoman.coding.heard import Heard
from dragoman.coding.lexicon import Entry, Option, Pos
from dragoman.coding.match import Filled, best_reading, fill
from dragoman.coding.saying import STATING
from dragoman.coding.senses import has_other_sense
from dragoman.ontology.plover import QUADS, RECIPROCAL
from dragoman.types.coded import Judgement

LEXICON_BONUS = 2.5
"""Log-odds that a lexicon reading adds to its type, and a specific one more."""
SPECIFIC = 0.25
"""What each further word or condition of a reading adds."""
_UNREAD = 0.5
UNAMBIGUOUS = 1.0
"""What it adds that the lexicon knows the word with this type only."""
HEARD = 0.5
"""Probability of an event above which the encoder proposes one that no reading explains."""
DEAF = 0.08
"""The same below which it turns a reading of the lexicon down unseen."""
_CODED_POS = {"VERB", "NOUN", "PROPN", "ADJ", "AUX", "ADV", "ADP"}
DecidedBy = Literal["both", "lexicon", "encoder"]
_VERBAL = {"CONSULT", "AGREE", "SUPPORT", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "COOPERATE", "CONCEDE"}
_ACTOR = {"v": (Option("subj"),), "n": (Option("poss"), Option("by"), Option("comp")), "a": (Option("subj"),)}
"""Where the actor of a word that the lexicon doesn't know usually stands."""
_RECIPIENT = {
    "v": (Option("obj"), Option("dat"), Option("against"), Option("with"), Option("on"), Option("to")),
    "n": (Option("against"), Option("on"), Option("with"), Option("to"), Option("of")),
    "a": (Option("to"), Option("with")),
}


@dataclass(frozen=True, slots=True)
class Considered:
    """A word that might tell an event, and what was decided: ``filled`` is None where it was turned down.
    ``accepted`` is the probability that it tells an event of its type.
    """

    trigger: int
    filled: Filled | None
    lexicon: str
    """The reading that the lexicon proposed, '' if none."""
    odds: tuple[tuple[str, float], ...]
    """The likeliest types by both together, best first."""
    reason: str
    decided_by: DecidedBy = "both"
    accepted: float = _UNREAD

    def odds_of(self, event_type: str) -> float:
        """The probability of a type by both together."""
        return next((p for t, p in self.odds if t == event_type), _UNREAD)


def proposals(heard: Heard, readings: Iterable[Filled]) -> list[Considered]:
    """The readings of the lexicon and the words that the encoder finds by itself, in order, with their parties; what
    the encoder is deaf to is turned down already.
    """
    found: list[Considered] = []
    given = list(readings)
    explained = {w for f in given for w in (*f.words, *f.absorbed)}
    for filled in given:
        carried = _carried(heard, filled, explained)
        explained |= set(carried)
        found.append(_weighed(heard, filled, carried))
    for token in heard.view.sentence.tokens:
        if token.index in explained or token.pos not in _CODED_POS:
            continue
        loud = _sure(heard, token.index) > HEARD and heard.read.piece(heard.offset(token.index)) != 0
        if loud and token.start + 1 < token.end:
            found.append(alone(heard, token.index, _likeliest(heard, token.index)))
    return sorted(found, key=lambda c: c.trigger)


def evidence(heard: Heard, considered: Considered) -> dict[str, float]:
    """What speaks for a considered event, by the features of the acceptance."""
    filled = considered.filled
    assert filled is not None
    weighed = considered.odds_of(filled.entry.event_type)
    return features(heard, filled, _spoken(heard, filled), considered.lexicon, weighed)


def decided(heard: Heard, considered: Considered) -> Considered:
    """A proposal with the word on whether it is an event."""
    if considered.filled is None:
        return considered
    filled, view = considered.filled, heard.view
    is_none = any(no_deed(view.sentence, filled) for no_deed in NO_DEEDS)
    if is_none or has_other_sense(view, filled.trigger, filled.entry.event_type):
        return replace(considered, filled=None, reason=f"{considered.reason}; no deed of anybody")
    accepted = probability(evidence(heard, considered))
    if accepted < ACCEPTED + ALONE_HIGHER * (not considered.lexicon):
        reason = f"{considered.reason}; too unlikely an event ({accepted:.2f})"
        return replace(considered, filled=None, reason=reason, accepted=accepted)
    return replace(considered, accepted=accepted)


def _weighed(heard: Heard, given: Filled, carried: tuple[int, ...]) -> Considered:
    """The lexicon's reading with the encoder's word on it, at its own words or at those ``carried`` beside them."""
    filled = replace(given, absorbed=(*given.absorbed, *carried))
    labels = heard.read.labels.types
    at = _spoken(heard, filled)
    odds = heard.read.type_odds(heard.offset(at))
    proposed = filled.entry.label
    if odds is None:
        unread = "beyond what the encoder reads; by the lexicon alone"
        return Considered(filled.trigger, filled, proposed, (), unread, "lexicon")
    if 1 - float(odds[0]) < DEAF:
        return Considered(filled.trigger, None, proposed, _ranked(heard, at), "the encoder hears no event")
    scores = {t: math.log(max(float(p), 1e-6)) for t, p in zip(labels, odds, strict=True)}
    scores[filled.entry.event_type] += LEXICON_BONUS + SPECIFIC * min(filled.entry.weight - 2, 4)
    scores[filled.entry.event_type] += UNAMBIGUOUS * heard.view.lexicon.tells_one_type(filled.entry)
    ranked = _probabilities(scores)
    best = next(t for t, _ in ranked if t != "none")
    entry = filled.entry
    decided_by: DecidedBy
    if best != entry.event_type:
        other = best_reading(heard.view, filled.trigger, best)
        if other is not None:
            filled = replace(other, absorbed=filled.absorbed)
        mode = heard.read.mode(heard.offset(at), best)
        entry = replace(filled.entry, event_type=best, event_mode=mode)
        reason, decided_by = "the encoder judges otherwise than the lexicon", "encoder"
    else:
        if not entry.event_mode:
            entry = replace(entry, event_mode=heard.read.mode(heard.offset(at), best))
        agree = labels[int(odds.argmax())] == best
        reason = "lexicon and encoder agree" if agree else "by the lexicon; the encoder doubts"
        decided_by = "both" if agree else "lexicon"
    recast = _recast(heard, replace(filled, entry=entry), _spoken(heard, given), known=True)
    return Considered(filled.trigger, recast, proposed, ranked[:3], reason, decided_by)


def _carried(heard: Heard, filled: Filled, explained: Collection[int]) -> tuple[int, ...]:
    """The object of a verb at which, rather than at the verb, the encoder hears its event ("garnered support"), or the
    verb of an object ("raised its purchases of oil"). No reading explains them by themselves.
    """
    token = heard.view.token(filled.trigger)
    carrier = (token.head,) if filled.entry.pos == "n" and token.dep == "dobj" else ()
    own = max(_sure(heard, w) for w in filled.words)
    apart = (o for o in (*filled.objects, *carrier) if o not in explained and _sure(heard, o) > own)
    return tuple(o for o in apart if _likeliest(heard, o) == filled.entry.event_type)


def _spoken(heard: Heard, filled: Filled) -> int:
    """The word of a predicate that the encoder takes for the trigger."""
    return max((filled.trigger, *filled.words, *filled.absorbed), key=lambda index: _sure(heard, index))


def _sure(heard: Heard, index: int) -> float:
    """How probably a token tells an event, by the encoder; 0 where it read no so far."""
    odds = heard.read.type_odds(heard.offset(index))
    return 0.0 if odds is None else 1 - float(odds[0])


def _likeliest(heard: Heard, index: int) -> str:
    """The type of an event at a token that the encoder read."""
    odds = heard.read.type_odds(heard.offset(index))
    assert odds is not None
    return heard.read.labels.types[int(odds[1:].argmax()) + 1]


def _recast(heard: Heard, filled: Filled, at: int, *, known: bool) -> Filled:
    symmetric = filled.entry.event_type in RECIPROCAL and filled.entry.event_mode != "third-party"
    verbal = filled.entry.event_type in _VERBAL
    aimed = filled.entry.event_type in QUADS[3]
    parts = cast(heard, Asked(at, filled.actors, filled.recipients, known, symmetric, verbal, aimed))
    return replace(filled, actors=parts.actors, recipients=parts.recipients, certainty=parts.certainty)


def alone(heard: Heard, trigger: int, event_type: str) -> Considered:
    """An event by the encoder's word alone."""
    token = heard.view.token(trigger)
    pos: Pos = "v" if token.pos in {"VERB", "AUX"} else "n" if token.pos in {"NOUN", "PROPN"} else "a"
    mode = heard.read.mode(heard.offset(trigger), event_type)
    entry = Entry(
        predicate=token.lemma.lower(),
        words=(token.lemma.lower(),),
        head=0,
        pos=pos,
        event_type=event_type,
        event_mode=mode,
        actor=_ACTOR[pos],
        recipient=_RECIPIENT[pos],
        themes=(),
        complements=(),
        needs_complement=False,
        reciprocal=event_type in RECIPROCAL,
        example="",
        source="encoder",
    )
    guessed = fill(heard.view, trigger, entry) or Filled(entry, trigger, (trigger,), (), ())
    filled = _recast(heard, guessed, trigger, known=False)
    return Considered(trigger, filled, "", _ranked(heard, trigger), "by the encoder alone", "encoder")


def _ranked(heard: Heard, trigger: int) -> tuple[tuple[str, float], ...]:
    odds = heard.read.type_odds(heard.offset(trigger))
    if odds is None:
        return ()
    return _likeliest_first(zip(heard.read.labels.types, map(float, odds), strict=True))[:3]


def _probabilities(scores: dict[str, float]) -> tuple[tuple[str, float], ...]:
    top = max(scores.values())
    powers = {t: math.exp(s - top) for t, s in scores.items()}
    total = sum(powers.values())
    return _likeliest_first((t, p / total) for t, p in powers.items())


def _likeliest_first(odds: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(((t, round(p, 3)) for t, p in odds), key=lambda pair: -pair[1]))


def judgement(heard: Heard, filled: Filled, considered: Considered) -> Judgement:
    """What the encoder reads of an event, for the stages after."""
    at = _spoken(heard, filled)
    table = heard.table(at)
    crowd = len({m.actor.actor_id for m in heard.mentions})
    said = heard.view.token(filled.trigger).lemma in STATING
    roles = heard.read.labels.roles
    spans = {r: () if table is None else tuple(map(float, table[roles.index(r)])) for r in "TLCR"}
    return Judgement(
        accepted=considered.accepted,
        probability=considered.odds_of(filled.entry.event_type),
        certainty=filled.certainty,
        decided_by=considered.decided_by,
        crowd=crowd,
        merely_said=said,
        statuses=() if table is None else tuple(heard.read.status_odds(heard.offset(at)).items()),
        times=spans["T"],
        places=spans["L"],
        claimants=spans["C"],
        recipients=spans["R"],
    )
