"""A text that comes back to an event that it has told: "the raid", "the incident", "the visit".

What is told of the event named so ("six sailors drowned in the incident", "the clash happened as a convoy left the
port") was when that was.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from dragoman.attribute.share import in_common
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventMention
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence

_KINDS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"ASSAULT"}), frozenset({
        "incident", "confrontation", "clash", "attack", "assault", "strike", "raid", "bombing", "blast", "explosion",
        "shooting", "killing", "massacre", "ambush", "violence", "shelling", "stabbing", "hijacking",
    })),
    (frozenset({"CONSULT"}), frozenset({"visit", "trip", "talk", "meeting", "summit", "call", "tour"})),
    (frozenset({"COERCE"}), frozenset({"arrest", "detention", "coup", "takeover", "putsch", "expulsion", "verdict"})),
    (frozenset({"PROTEST"}), frozenset({"protest", "rally", "march", "demonstration", "riot", "strike"})),
)  # fmt: skip
"""Nouns by which a text comes back to an event that it has told, with the types of these."""
_HAPPEN = {"happen", "occur", "begin", "unfold", "erupt"}
_WITHIN = {"in", "during", "at"}


def recall(
    mentions: Sequence[EventMention], events: Sequence[CodedEvent], resolved: ResolvedText, undated: Set[str]
) -> tuple[EventMention, ...]:
    """Mentions without a date of their own (``undated``: their ids) with that of the event that their sentence comes
    back to, and with its place. ``events`` go with ``mentions`` one by one.
    """
    found = list(mentions)
    for i, (mention, event) in enumerate(zip(mentions, events, strict=True)):
        sentence = resolved.annotated.sentences[event.sentence]
        noun = _named_in(sentence, event) if mention.mention_id in undated else None
        meant = spoken_of(sentence, noun, found[:i]) if noun is not None else None
        if meant is not None:
            basis = f"{meant.when.basis}, of what it comes back to as {sentence.tokens[noun or 0].text!r}"
            found[i] = replace(mention, when=replace(meant.when, basis=basis), place=mention.place or meant.place)
    return tuple(found)


def still_planned(
    mentions: Sequence[EventMention], events: Sequence[CodedEvent], resolved: ResolvedText
) -> tuple[EventMention, ...]:
    """Mentions by a noun in the present tense of what the report has told as planned are of a plan too: "Li's visit
    comes weeks after naval drills".
    """
    found = list(mentions)
    for i, (mention, event) in enumerate(zip(mentions, events, strict=True)):
        sentence = resolved.annotated.sentences[event.sentence]
        if mention.status != "happened" or mention.when.first or not _is_present_noun(sentence, event.trigger):
            continue
        before = [m for m in found[:i] if _is_same(m, mention)]
        if before and all(m.status == "planned" for m in before):
            why = f"{mention.why}; planned: as told before"
            found[i] = replace(mention, status="planned", when=before[-1].when, why=why)
    return tuple(found)


def _is_present_noun(sentence: Sentence, trigger: int) -> bool:
    verb = sentence.tokens[sentence.clause(trigger)]
    helped = any(sentence.tokens[c].tag in {"VBD", "MD"} for c in sentence.children[verb.index])
    return sentence.tokens[trigger].pos == "NOUN" and verb.tag in {"VBZ", "VBP"} and not helped


def _is_same(one: EventMention, other: EventMention) -> bool:
    """Whether two mentions are of one type, between the same."""
    if one.event_type != other.event_type or one.event_mode != other.event_mode:
        return False
    return in_common(one.actors, other.actors) and in_common(one.recipients, other.recipients)


def _named_in(sentence: Sentence, event: CodedEvent) -> int | None:
    """The noun by which a sentence names the event that a deed is part of: below "in" and "during" on the deed's verb,
    or the subject of what "happened".
    """
    within = next((n for n in nouns_within(sentence, event) if _is_told(sentence, n)), None)
    if within is not None:
        return within
    root = next(t.index for t in sentence.tokens if t.head == t.index)
    for clause in (root, *(c for c in sentence.children[root] if sentence.tokens[c].dep == "ccomp")):
        subject = next((c for c in sentence.children[clause] if sentence.tokens[c].dep == "nsubj"), None)
        if subject is not None and _happened(sentence, clause) and _is_told(sentence, subject):
            return subject
    return None


def nouns_within(sentence: Sentence, event: CodedEvent) -> Iterator[int]:
    """The nouns below "in", "during" and "at" on a deed's verb."""
    for child in sentence.children[sentence.clause(event.trigger)]:
        if sentence.tokens[child].text.lower() in _WITHIN:
            yield from (n for n in sentence.children[child] if sentence.tokens[n].dep == "pobj")


def _happened(sentence: Sentence, verb: int) -> bool:
    place = any(sentence.tokens[c].lemma == "place" for c in sentence.children[verb])
    lemma = sentence.tokens[verb].lemma.lower()
    return lemma in _HAPPEN or (lemma == "take" and place)


def _is_told(sentence: Sentence, noun: int) -> bool:
    """Whether a noun with an article is one by which an event is called."""
    definite = any(sentence.tokens[c].text.lower() in {"the", "that", "this"} for c in sentence.children[noun])
    lemma = sentence.tokens[noun].lemma.lower()
    return definite and any(lemma in nouns for _, nouns in _KINDS)


def spoken_of(sentence: Sentence, noun: int | None, before: Sequence[EventMention]) -> EventMention | None:
    """The event that "the raid" or "the Goma incident" comes back to: of those told and dated before the one whose day
    is told most, one of the place that it names or called by the same word before others.
    """
    if noun is None or not _is_told(sentence, noun):
        return None
    lemma = sentence.tokens[noun].lemma.lower()
    kinds = frozenset().union(*(types for types, nouns in _KINDS if lemma in nouns))
    told = [m for m in reversed(before) if m.when.first is not None]
    names = [t.text for c in sentence.children[noun] if (t := sentence.tokens[c]).pos == "PROPN"]
    there = [m for m in told if m.event_type in kinds and any(n in m.sentence.text for n in names)]
    if names and not there:
        return None
    called = [m for m in told if lemma in m.trigger.text.lower()]
    fitting = there or called or [m for m in told if m.event_type in kinds]
    often = Counter((m.when.first, m.when.last) for m in fitting)
    return max(fitting, key=lambda m: often[m.when.first, m.when.last], default=None)
