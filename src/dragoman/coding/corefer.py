"""One event told twice in a report: a headline that compresses, or "the attack" of the sentence before.

A headline, and a noun that points back ("the visit", "its decision"), take the parties that they don't name from the
fuller telling: the same type, the parties that they do name among its own, and near enough. So both are mentions of
one event, and none is counted twice.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.slots import SUPPORT_VERBS
from dragoman.coding.view import Parties, same_side
from dragoman.ontology.plover import RECIPROCAL
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence

_HEADLINE_REACH = 6
"""Sentences after a headline that may tell its event in full."""
_REACH = 5
"""Sentences back to which a noun may point."""
_FAR = 20
"""Sentences back or ahead in which a meeting that is said to be somebody's ("Lavrov's visit") may be told in full."""
_BACK = "points back to an event told before"
_KNOWN = "is an event told in full elsewhere"
_OWNING = {"poss", "amod", "compound"}
_OWNED = {"CONSULT", "ASSAULT", "SANCTION"}
"""Types whose nouns are told by their doer alone."""
_POINTING = {"the", "this", "that", "these", "those", "its", "their", "his", "her", "such"}


def with_antecedents(events: Sequence[CodedEvent], resolved: ResolvedText) -> list[CodedEvent]:
    """The events, with the parties of the fuller telling for those that repeat one."""
    sentences = resolved.annotated.sentences
    return [_completed(e, events, sentences[e.sentence], resolved) for e in events]


def _completed(
    event: CodedEvent, events: Sequence[CodedEvent], sentence: Sentence, resolved: ResolvedText
) -> CodedEvent:
    told = replace(event, actors=(), recipients=()) if _names_nobody(sentence, event) else event
    if told.actors and told.recipients:
        return event
    near, how = _tellings(told, events, sentence, resolved)
    fuller = (_sides(told, e) for e in near if _is_fuller(e, told) and not _is_headline_of(e, resolved))
    more = next(((a, r) for a, r in fuller if (a and not told.actors) or (r and not told.recipients)), None)
    if more is None:
        return event
    return replace(event, actors=more[0], recipients=more[1], rule=f"{event.rule}; {how}")


def _tellings(
    event: CodedEvent, events: Sequence[CodedEvent], sentence: Sentence, resolved: ResolvedText
) -> tuple[Sequence[CodedEvent], str]:
    """The events that may be a fuller telling of one, the likeliest first, and how they stand to it."""
    if _is_headline(sentence, resolved):
        below = [e for e in events if 0 < e.sentence - event.sentence <= _HEADLINE_REACH]
        return below, "told in full below the headline"
    if _is_told_by_owner(sentence, event):
        own = [e for e in events if e.event_type == event.event_type and _ids(event.actors) & _ids(e.actors)]
        return _one_meeting(event, own) if event.event_type == "CONSULT" else _one_deed(own), _KNOWN
    if _points_back(sentence, event):
        return [e for e in reversed(events) if 0 < event.sentence - e.sentence <= _REACH], _BACK
    return (), ""


def _sides(event: CodedEvent, full: CodedEvent) -> tuple[Parties, Parties]:
    """The event's own parties and, for those that it leaves out, the fuller telling's; nobody stands on both sides. A
    headline's bare subject may be the one to whom it was done ("Minister jailed"): then the fuller telling knows.
    """
    own, told = _ids(event.actors), _ids(full.recipients)
    if own and own <= told and not event.recipients:
        swapped = event.event_type in RECIPROCAL
        return (event.actors, full.actors) if swapped else (full.actors, event.actors)
    if event.event_type in RECIPROCAL and not event.actors and same_side(event.recipients, full.actors):
        others = tuple(m for m in full.actors if not same_side((m,), event.recipients))
        return full.recipients or others, event.recipients
    actors = event.actors or tuple(m for m in full.actors if m.actor.actor_id not in _ids(event.recipients))
    recipients = event.recipients or tuple(m for m in full.recipients if m.actor.actor_id not in own)
    return actors, recipients


def _ids(parties: Parties) -> set[str]:
    return {m.actor.actor_id for m in parties}


def _is_headline(sentence: Sentence, resolved: ResolvedText) -> bool:
    return resolved.annotated.clean.passages[sentence.passage].kind == "title"


def _is_headline_of(event: CodedEvent, resolved: ResolvedText) -> bool:
    return _is_headline(resolved.annotated.sentences[event.sentence], resolved)


def _points_back(sentence: Sentence, event: CodedEvent) -> bool:
    token = sentence.tokens[event.trigger]
    if token.pos != "NOUN":
        return False
    return any(sentence.tokens[c].text.lower() in _POINTING for c in sentence.children[event.trigger])


def _names_nobody(sentence: Sentence, event: CodedEvent) -> bool:
    """Whether a noun points at what was told and has its parties from elsewhere in the sentence, where no light verb
    gives them: "declined to comment on this meeting", "rejected the offer".
    """
    token = sentence.tokens[event.trigger]
    above = sentence.tokens[token.head]
    carried = token.dep in {"dobj", "nsubjpass", "attr"} and above.lemma in SUPPORT_VERBS | {"be"}
    below = set(sentence.subtree(event.trigger))
    named = any(m.head in below for m in (*event.actors, *event.recipients) if m.sentence == event.sentence)
    return not carried and not named and _points_back(sentence, event)


def _is_told_by_owner(sentence: Sentence, event: CodedEvent) -> bool:
    """Whether a noun tells a deed by its doer alone, as one that is known: "Lavrov's visit", "Russia's invasion"."""
    owners = {c for c in sentence.children[event.trigger] if sentence.tokens[c].dep in _OWNING}
    noun = sentence.tokens[event.trigger].pos == "NOUN" and event.event_type in _OWNED
    doers = {m.head for m in event.actors if m.sentence == sentence.index}
    return noun and not event.recipients and bool(doers) and doers <= owners


def _one_meeting(event: CodedEvent, own: Sequence[CodedEvent]) -> Sequence[CodedEvent]:
    """The meetings of its doer that are told near by: of the same mode first, and those told before."""
    near = [e for e in own if 0 < abs(event.sentence - e.sentence) <= _FAR]
    return sorted(near, key=lambda e: (e.event_mode != event.event_mode, e.sentence > event.sentence))


def _one_deed(own: Sequence[CodedEvent]) -> Sequence[CodedEvent]:
    """What its doer does to others anywhere in the report, where these are all of one state."""
    states = {m.actor.country for e in own for m in e.recipients}
    return own if len(states) == 1 and "" not in states else ()


def _is_fuller(other: CodedEvent, event: CodedEvent) -> bool:
    """Whether another event may be the same one told with more parties."""
    if other.event_type != event.event_type or not (other.actors or other.recipients):
        return False
    more = (bool(other.actors) and not event.actors) or (bool(other.recipients) and not event.recipients)
    if not more:
        return False
    if not event.actors and not event.recipients:
        return bool(other.actors and other.recipients)
    straight = _agrees(event.actors, other.actors) and _agrees(event.recipients, other.recipients)
    crossed = _agrees(event.actors, other.recipients) and _agrees(event.recipients, other.actors)
    return straight or (event.event_type in RECIPROCAL and crossed)


def _agrees(own: Sequence[ActorMention], others: Sequence[ActorMention]) -> bool:
    return not own or same_side(own, others)
