"""Sides by the lexicon's frame of a verb, where that isn't the usual one of a doer and one who undergoes it.

Verbs of feeling have the one who feels as their object, "the raid angered Hanoi", or as the subject of their passive,
"Hanoi was angered by the raid"; verbs of getting have the one to whom it is done as their subject.
"""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.lexicon import Entry
from dragoman.coding.view import Parties, View, unique
from dragoman.ontology.plover import RECIPROCAL
from dragoman.types.coded import CodedEvent

_CAUSE = ("by", "at", "over", "with")


def by_frame(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its sides where the frame of its verb has them."""
    frame = _frame(event, view)
    if frame is not None and any(o.where == "obj" for o in frame.actor):
        return _felt(event, view)
    return _received(event, view) if _has_getter(frame, event, view) else event


def is_got(event: CodedEvent, view: View) -> bool:
    """Whether the event is told by an active verb of getting: its subject is the one to whom it is done."""
    return _has_getter(_frame(event, view), event, view)


def _has_getter(frame: Entry | None, event: CodedEvent, view: View) -> bool:
    if frame is None or event.event_type in RECIPROCAL or clause.is_passive(view.sentence, event.trigger):
        return False
    does, gets = ({o.where for o in options} for options in (frame.actor, frame.recipient))
    return "obj" not in does and "subj" in gets - does


def _frame(event: CodedEvent, view: View) -> Entry | None:
    """The reading that the event is coded by, else the most specific one of its type whose words are all its own."""
    words = {w for i in event.words for w in (view.token(i).lemma.lower(), view.token(i).text.lower())}
    readings = view.lexicon.entries.get(("v", view.token(event.trigger).lemma.lower()), ())
    coded_by = (e for e in readings if event.rule.startswith(e.label))
    fitting = (e for e in readings if e.event_type == event.event_type and words.issuperset(e.words))
    return next(coded_by, None) or next(fitting, None)


def _received(event: CodedEvent, view: View) -> CodedEvent:
    """ "Hanoi took delivery of Russian jets": Hanoi is given them."""
    got = view.at_all(c for s in view.subjects(event.trigger) for c in clause.coordinated(view.sentence, s))
    ids = {m.actor.actor_id for m in got}
    if not got:
        return event
    givers = unique(m for m in (*event.actors, *event.recipients) if m.actor.actor_id not in ids)
    return replace(event, actors=givers or _sources(event, view), recipients=got)


def _sources(event: CodedEvent, view: View) -> Parties:
    """From whom something is got."""
    below = (event.trigger, *clause.children(view.sentence, event.trigger, "dobj"))
    sources = [t for word in below for t in clause.after(view.sentence, word, "from")]
    return view.at_all(c for t in sources for c in clause.coordinated(view.sentence, t))


def _felt(event: CodedEvent, view: View) -> CodedEvent:
    """An event of feeling with the one who feels as its actor, and the one who gave cause as its recipient."""
    sentence, verb = view.sentence, event.trigger
    objects = clause.children(sentence, verb, "dobj")
    felt_by = view.at_all(objects or clause.subjects(sentence, verb))
    if not felt_by:
        return event
    ids = {m.actor.actor_id for m in felt_by}
    causes = clause.subjects(sentence, verb) if objects else _causes(view, verb)
    given = unique(m for m in _of_cause(view, causes) if m.actor.actor_id not in ids)
    kept = tuple(m for m in event.recipients if m.actor.actor_id not in ids)
    return replace(event, actors=felt_by, recipients=given or kept)


def _causes(view: View, verb: int) -> list[int]:
    """What somebody is angry at: the verb's agent, or after its preposition."""
    found = clause.agent(view.sentence, verb)
    return found or [t for word in _CAUSE for t in clause.after(view.sentence, verb, word)]


def _of_cause(view: View, causes: list[int]) -> Parties:
    """Who gave cause: the one named, else whose thing it is, or by whom the deed was done; not to whom."""
    return view.at_all(causes) or unique(m for c in causes for m in _doer(view, c))


def _doer(view: View, cause: int) -> Parties:
    if not view.forms(cause) & view.lexicon.event_nouns:
        return view.owner(cause)
    return view.possessor(cause) or view.at_all(clause.after(view.sentence, cause, "by"))
