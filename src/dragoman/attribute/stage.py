"""Coded events to event mentions: by whose word, with what status, when and where."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.attribute.apart import set_apart
from dragoman.attribute.attributions import find_attributions
from dragoman.attribute.clock import run_on
from dragoman.attribute.confidence import confidence, confidence_in
from dragoman.attribute.known import day_of, is_known_ones
from dragoman.attribute.pointing import with_pointed
from dragoman.attribute.recall import recall, still_planned
from dragoman.attribute.scene import in_scene
from dragoman.attribute.share import share_dates, share_places
from dragoman.attribute.status import EVIDENCE, is_futurate, is_purpose, status_of
from dragoman.attribute.when import ahead, is_weekday, time_of
from dragoman.attribute.where import place_of
from dragoman.ontology.plover import OFFICIAL, SPEECH
from dragoman.types.attributed import Attributed
from dragoman.types.attribution import Attribution
from dragoman.types.coded import CodedEvent
from dragoman.types.event import Claimant, EventDate, EventMention, EventPlace, Status, Wording
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Passage, Sentence

FLOOR = 0.34
"""Codings less likely right than this, in type and parties, are left out; ``dragoman explain`` shows them. Set where
as many events would be lost as wrong ones kept.
"""
ALONE_HIGHER = 0.1
"""How much higher the floor is for what no reading of the lexicon explains: in analyses the encoder hears too much."""
PLAIN, PLAIN_TYPE = 0.95, 0.97
"""The probability of being an event, and that of its type where lexicon and encoder agree, from which on one is kept
all the same, unless its parties are most likely wrong.
"""
PLAIN_FLOOR = 0.25
_SPOKEN = {"ACCUSE", "REJECT", "REQUEST", "THREATEN"}
"""Types that are said at once: "summoned the envoy to protest" has the protest done."""
_DISPUTED = {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "ACCUSE", "THREATEN", "PROTEST", "AID", "COOPERATE"}
_DONE_BY_ANNOUNCING = {"SANCTION", "COERCE", "AGREE", "SUPPORT", "CONCEDE", "REJECT"}
"""Types that come into force with their announcement; a visit announced is yet to come."""
_HEARD = 0.5
"""How probable a claimant, a time or a place must be to be taken on the encoder's word."""
_RULE_BONUS = 2.0
"""What it counts, in log-odds, that the rules of tense and embedding say a status."""
_WEAKER: Mapping[Status, int] = {
    "negated": 5,
    "denied": 4,
    "hypothetical": 3,
    "planned": 2,
    "alleged": 1,
    "happened": 0,
}


@dataclass(frozen=True, slots=True)
class Labels:
    """What an event's type brings with it."""

    contexts: tuple[str, ...]
    quad: int
    intensity: float


def attribute(
    resolved: ResolvedText,
    coded: Sequence[CodedEvent],
    labels: Sequence[Labels],
    report_id: str,
    coder: str,
    floor: float = FLOOR,
) -> Attributed:
    """Finishes each event: ``labels`` go with ``coded`` one by one. Events whose confidence is below ``floor`` are left
    out.
    """
    resolved = with_pointed(resolved)
    found = find_attributions(resolved.annotated.sentences, resolved.parties)
    by_sentence: dict[int, list[Attribution]] = {}
    for a in found:
        by_sentence.setdefault(a.sentence, []).append(a)
    triggers: dict[int, list[int]] = {}
    for event in coded:
        triggers.setdefault(event.sentence, []).append(event.trigger)
    events = [
        _mention(
            resolved, event, triggers[event.sentence], label, by_sentence.get(event.sentence, []), report_id, coder
        )
        for event, label in zip(coded, labels, strict=True)
    ]
    kept = {m.mention_id: (m, e) for m, e in zip(events, coded, strict=True)}
    told = [e for _, e in kept.values()]
    apart = still_planned(set_apart([m for m, _ in kept.values()], told, resolved), told, resolved)
    dated = share_dates(apart, resolved.annotated.clean.report.published.date)
    running = recall(run_on(dated, told, resolved), told, resolved, {m.mention_id for m in dated if not m.when.first})
    timed = share_places(in_scene(set_apart(running, told, resolved), told, resolved), resolved.focus)
    sure = tuple(
        replace(m, confidence=confidence_in(m.confidence, e.thinness))
        for m, (_, e) in zip(timed, kept.values(), strict=True)
        if _is_sure(m, e, floor)
    )
    return Attributed(sure, found)


def _is_sure(mention: EventMention, event: CodedEvent, floor: float) -> bool:
    """Whether a coding is kept: above the floor, above a higher one by the encoder's word alone; or because there is no
    doubt of the event itself, though there may be of who its parties are. Where ``floor`` is 0, all are.
    """
    judged = event.judgement
    if judged is None or not floor:
        return True
    if judged.decided_by == "encoder":
        return mention.confidence >= floor + ALONE_HIGHER
    sure_type = judged.decided_by == "both" and judged.probability >= PLAIN_TYPE
    is_plain = judged.accepted >= PLAIN or sure_type
    return mention.confidence >= (PLAIN_FLOOR if is_plain else floor)


def _mention(
    resolved: ResolvedText,
    event: CodedEvent,
    triggers: Sequence[int],
    labels: Labels,
    said: list[Attribution],
    report_id: str,
    coder: str,
) -> EventMention:
    text = resolved.annotated
    sentence = text.sentences[event.sentence]
    passage = text.clean.passages[sentence.passage]
    by = _innermost(event, said)
    status, shown = _weighed(event, *_status(sentence, event, by), by)
    when = _when(resolved, sentence, event, status, [t for t in triggers if t not in event.words])
    if status == "happened" and _is_yet_to_come(sentence, event, when, text.clean.report.published.date):
        status, shown = "planned", "the day is yet to come"
    whole = passage.span(sentence.start, sentence.end)
    trigger = passage.span(sentence.tokens[event.words[0]].start, sentence.tokens[event.words[-1]].end)
    key = "\x1f".join(
        [report_id, event.event_type, trigger.field, str(trigger.start), str(trigger.end)]
        + [m.actor.actor_id for m in (*event.actors, *event.recipients)]
    )
    why = event.rule + (f"; {status}: {shown!r}" if shown else "")
    return EventMention(
        mention_id=hashlib.sha256(key.encode()).hexdigest()[:16],
        report_id=report_id,
        source_id=text.clean.report.source_id,
        event_type=event.event_type,
        event_mode=event.event_mode,
        contexts=labels.contexts,
        quad=labels.quad,
        intensity=labels.intensity,
        actors=event.actors,
        recipients=event.recipients,
        when=when,
        place=_where(resolved, sentence, event, passage),
        status=status,
        claimants=_claimants(sentence, event, by, resolved),
        sentence=whole,
        trigger=trigger,
        confidence=confidence(event, status),
        coder=coder,
        why=why,
        wording=_wording(passage, sentence),
    )


def _is_yet_to_come(sentence: Sentence, event: CodedEvent, when: EventDate, published: date | None) -> bool:
    """Whether a deed told in the present tense has a day after the report's: "flies to Beijing on Thursday"."""
    verb = sentence.tokens[sentence.clause(event.trigger)]
    present = verb.tag in {"VBZ", "VBP"} and event.event_type not in SPEECH
    return present and when.first is not None and published is not None and when.first > published


def _innermost(event: CodedEvent, said: list[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that holds the event; its own cue doesn't count."""
    holding = [
        a
        for a in said
        if any(first <= event.trigger < last for first, last in a.content)
        and not any(a.cue[0] <= w < a.cue[1] for w in event.words)
    ]
    return min(holding, key=lambda a: sum(last - first for first, last in a.content), default=None)


def _status(sentence: Sentence, event: CodedEvent, by: Attribution | None) -> tuple[Status, str]:
    if event.said:
        return "happened", ""
    token = sentence.tokens[event.trigger]
    past = by is not None
    own, word = status_of(sentence, event.trigger, noun=token.pos in {"NOUN", "PROPN"}, past_report=past)
    if own == "happened" and event.event_mode == "visit" and is_futurate(sentence, event.trigger):
        own, word = "planned", token.text
    if own == "planned" and event.event_type in _SPOKEN and is_purpose(sentence, event.trigger):
        own, word = "happened", ""
    if own == "planned" and word.lower().startswith("announc") and event.event_type in _DONE_BY_ANNOUNCING:
        own, word = "happened", ""
    if event.embedded:
        given: Status = event.embedded  # type: ignore[assignment]
        cue = sentence.tokens[event.embedded_by].text if event.embedded_by is not None else ""
        if _WEAKER[given] >= _WEAKER[own] or given in {"alleged", "denied"}:
            own, word = given, cue
    if own == "happened" and by is not None:
        if by.stance == "denies":
            return "denied", _cue_text(sentence, by)
        if by.stance in {"asks", "doubts"}:
            return "hypothetical", _cue_text(sentence, by)
        if event.event_type not in SPEECH and _is_alleged(event, by):
            return "alleged", _cue_text(sentence, by)
    return own, word


def _weighed(event: CodedEvent, own: Status, shown: str, by: Attribution | None) -> tuple[Status, str]:
    """The rules' status against the encoder's: the likeliest, with a bonus for what the rules say. Whether a deed rests
    on one side's word alone is a matter of who says it, which the rules know, where they know who.
    """
    unseen = own == "negated" and shown in EVIDENCE
    if unseen or event.said or event.judgement is None or not event.judgement.statuses:
        return own, shown
    settled = by is not None and own == "happened" and _vouches(by)
    scores: dict[Status, float] = {
        s: math.log(max(p, 1e-6)) + _RULE_BONUS * (s == own)  # type: ignore[misc]
        for s, p in event.judgement.statuses
        if not (settled and s == "alleged")
    }
    best = max(scores, key=lambda s: scores[s])
    if own == "negated" and best in {"happened", "planned"} and scores[best] - scores[own] < _RULE_BONUS:
        return own, shown  # a word that negates counts twice against what would be done
    return (own, shown) if best == own else (best, "by the encoder")


def _vouches(by: Attribution) -> bool:
    """Whether a report has something from authorities, media or nobody in particular, in words that don't distance."""
    sides = [set(m.actor.sectors) for m in by.claimants]
    return by.weight != "loose" and all(s & (OFFICIAL | {"JRN", "MED"}) for s in sides)


def _is_alleged(event: CodedEvent, by: Attribution) -> bool:
    """Whether a deed rests on one side's word alone: a loose cue, or a state's act told by somebody of another side."""
    if by.weight == "loose":
        return True
    if by.weight == "firm" or not by.claimants or event.event_type not in _DISPUTED:
        return False
    own = {m.actor.actor_id for m in by.claimants} | {m.actor.country for m in by.claimants if m.actor.country}
    accused = [a.actor for a in event.actors if a.actor.actor_id not in own and a.actor.country not in own]
    return any(a.kind == "state" or set(a.sectors) & OFFICIAL for a in accused)


def _cue_text(sentence: Sentence, by: Attribution) -> str:
    return " ".join(t.text for t in sentence.tokens[by.cue[0] : by.cue[1]])


def _claimants(
    sentence: Sentence, event: CodedEvent, by: Attribution | None, resolved: ResolvedText
) -> tuple[Claimant, ...]:
    if event.embedder and event.embedded in {"alleged", "denied", "hypothetical"} and event.embedded_by is not None:
        cue = sentence.tokens[event.embedded_by].text
        return tuple(Claimant(m.actor, m.span, cue) for m in event.embedder)
    own = {m.actor.actor_id for m in event.actors} if event.event_type in SPEECH else set()
    if by is None:
        return _heard_claimants(sentence, event, resolved, own)
    cue = _cue_text(sentence, by)
    named = {m.actor.actor_id: m for m in reversed(by.claimants) if m.actor.actor_id not in own}
    return tuple(Claimant(m.actor, m.span, cue) for m in reversed(named.values()))


def _heard_claimants(
    sentence: Sentence, event: CodedEvent, resolved: ResolvedText, own: set[str]
) -> tuple[Claimant, ...]:
    """The parties that the encoder hears as those by whose word the event stands, where no rule finds them."""
    odds = event.judgement.claimants if event.judgement else ()
    if not odds:
        return ()
    found = {
        m.actor.actor_id: Claimant(m.actor, m.span, "")
        for (index, _), parties in sorted(resolved.parties.items())
        for m in parties
        if index == sentence.index and m.actor.actor_id not in own
        and sum(odds[m.first : m.last]) / (m.last - m.first) > _HEARD
    }  # fmt: skip
    return tuple(found.values())


def _when(
    resolved: ResolvedText, sentence: Sentence, event: CodedEvent, status: Status, others: Sequence[int]
) -> EventDate:
    mine = [
        t for t in resolved.times if t.passage == sentence.passage and not is_known_ones(resolved, sentence, event, t)
    ]
    mention = time_of(sentence, event, mine, others)
    known = day_of(resolved, event, status, mention)
    if known is not None:
        return known
    if mention is None:
        return EventDate(basis="")
    when = EventDate(mention.first, mention.last, mention.precision, f"{mention.text!r}: {mention.basis}")
    day = resolved.annotated.clean.report.published.date
    looks_ahead = status == "planned" and is_weekday(mention.text) and not is_purpose(sentence, event.trigger)
    return ahead(when, day) if looks_ahead and day else when


def _where(resolved: ResolvedText, sentence: Sentence, event: CodedEvent, passage: Passage) -> EventPlace | None:
    mine = [p for p in resolved.places if p.passage == sentence.passage and not p.inside]
    heads = {m.head for m in (*event.actors, *event.recipients) if m.sentence == sentence.index}
    mention = place_of(sentence, event, mine, heads)
    if mention is None or mention.place.kind == "continent":
        return None
    return EventPlace(mention.place, passage.span(mention.start, mention.end), mention.qualifier)


def _wording(passage: Passage, sentence: Sentence) -> tuple[Wording, ...]:
    """Restored wording within a sentence; mere typography isn't worth telling."""
    return tuple(
        Wording(passage.span(p.start, p.end), passage.text[p.start : p.end], p.rule)
        for p in passage.pieces
        if p.restored and p.rule != "typography" and sentence.start <= p.start < sentence.end and p.end > p.start
    )
