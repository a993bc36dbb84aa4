"""Whom an answer answers: "Beijing rejected the remarks" is said to whoever made them, sentences before."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.lexicon import lexicon
from dragoman.coding.view import same_side
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_REACH = 4
"""How many sentences back the thing answered may stand."""
_SAID = {
    "accusation", "allegation", "claim", "charge", "report", "remark", "comment", "demand", "offer", "request", "call",
    "appeal", "proposal", "criticism", "suggestion", "warning", "threat", "sanction", "ultimatum", "statement",
    "condemnation", "invitation", "protest", "assertion", "it", "this", "that", "them", "link", "involvement",
}  # fmt: skip
_DECIDED = {
    "resolution", "decision", "move", "measure", "verdict", "ruling", "order", "deadline", "embargo", "ban", "curb",
    "tariff", "expulsion", "step",
}  # fmt: skip
"""What is decided against the one who then rejects it."""
_REACTIONS = {"REQUEST", "THREATEN", "SANCTION"}
_PROVOKING = {"ACCUSE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT"}
_FORCE = {"COERCE", "ASSAULT"}
_ADDRESSED = {"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "AGREE"}
"""What may be rejected by the one it was aimed at."""


def with_addressees(events: Sequence[CodedEvent], sentences: Sequence[Sentence]) -> list[CodedEvent]:
    """The events, with a recipient for rejections and condemnations whose object was told before."""
    done: list[CodedEvent] = []
    for event in events:
        done.append(_with_addressee(event, sentences[event.sentence], done))
    return done


def _with_addressee(event: CodedEvent, sentence: Sentence, before: Sequence[CodedEvent]) -> CodedEvent:
    if event.recipients or not event.actors:
        return event
    if event.event_type in _REACTIONS:
        return _to(event, _provoked(event, before))
    if event.event_type not in {"REJECT", "ACCUSE"}:
        return event
    objects = _objects(sentence, event.trigger)
    nouns = {sentence.tokens[o].lemma.lower() for o in objects}
    reach = _REACH if event.event_type == "REJECT" or not _is_new(sentence, objects) else 0
    near = [e for e in reversed(before) if event.sentence - reach <= e.sentence <= event.sentence]
    if event.event_type == "ACCUSE":
        return _to(event, _condemned(event, near, nouns))
    return _to(event, _rejected(event, near, nouns)) if not nouns or nouns & (_SAID | _DECIDED) else event


def _to(event: CodedEvent, before: CodedEvent | None) -> CodedEvent:
    """An event said to whoever did what was done before."""
    if before is None:
        return event
    return replace(event, recipients=before.actors, rule=f"{event.rule}; recipient from the event before")


def _provoked(event: CodedEvent, before: Sequence[CodedEvent]) -> CodedEvent | None:
    """What another state just did to that of the one who demands, threatens or punishes without naming anybody."""
    own = {m.actor.country for m in event.actors} - {""}
    last = next((e for e in reversed(before) if event.sentence - e.sentence <= 1 and e.actors != event.actors), None)
    if last is None or last.event_type not in _PROVOKING or not own:
        return None
    foreign = all(m.actor.country not in {"", *own} for m in last.actors) and bool(last.actors)
    return last if foreign and same_side(last.recipients, event.actors) else None


def _is_new(sentence: Sentence, objects: Sequence[int]) -> bool:
    """Whether what is condemned is told here and not pointed back to: "the attack of 22 March on a hall, in which"."""
    return any(sentence.tokens[c].dep in {"prep", "relcl"} for o in objects for c in sentence.children[o])


def _objects(sentence: Sentence, trigger: int) -> list[int]:
    if sentence.tokens[trigger].pos in {"NOUN", "PROPN"}:
        return clause.after(sentence, trigger, "of")
    found = clause.subjects(sentence, trigger) if clause.is_passive(sentence, trigger) else []
    return found or clause.objects(sentence, trigger)


def _rejected(event: CodedEvent, near: Sequence[CodedEvent], nouns: set[str]) -> CodedEvent | None:
    """The nearest event of another side that was aimed at the one who now rejects."""
    types = _ADDRESSED | _FORCE if nouns & _DECIDED else _ADDRESSED
    aimed = (e for e in near if e.event_type in types and e.actors and same_side(e.recipients, event.actors))
    return next((e for e in aimed if not same_side(e.actors, event.actors)), None)


def _condemned(event: CodedEvent, near: Sequence[CodedEvent], nouns: set[str]) -> CodedEvent | None:
    """The nearest event of a type that the condemned noun names."""
    types = {e.event_type for noun in nouns for e in lexicon().entries.get(("n", noun), ())}
    kin = _FORCE if types & _FORCE else set()  # a coup may have been told as an attack or as a seizure of power
    others = [e for e in near if e.actors and not same_side(e.actors, event.actors)]
    return next((e for wanted in (types, kin) for e in others if e.event_type in wanted), None)
