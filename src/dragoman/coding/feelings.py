"""Who is angry with whom: verbs of feeling have the one who feels as their object, "the raid angered Hanoi", or as the
subject of their passive, "Hanoi was angered by the raid"; the lexicon knows them by their frame.
"""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.view import Parties, View, unique
from dragoman.types.coded import CodedEvent

_CAUSE = ("by", "at", "over", "with")


def by_feeling(event: CodedEvent, view: View) -> CodedEvent:
    """An event of feeling with the one who feels as its actor, and the one who gave cause as its recipient."""
    if event.event_type != "ACCUSE" or not _is_of_feeling(view, event.trigger):
        return event
    sentence, verb = view.sentence, event.trigger
    objects = clause.children(sentence, verb, "dobj")
    felt_by = view.at_all(objects or clause.subjects(sentence, verb))
    if not felt_by:
        return event
    ids = {m.actor.actor_id for m in felt_by}
    causes = clause.subjects(sentence, verb) if objects else _causes(view, verb)
    given = (m for m in _of_cause(view, causes) if m.actor.actor_id not in ids)
    kept = (m for m in event.recipients if m.actor.actor_id not in ids)
    return replace(event, actors=felt_by, recipients=unique(given) or tuple(kept))


def _is_of_feeling(view: View, verb: int) -> bool:
    readings = view.lexicon.entries.get(("v", view.token(verb).lemma.lower()), ())
    return any(e.event_type == "ACCUSE" and e.actor and e.actor[0].where == "obj" for e in readings)


def _causes(view: View, verb: int) -> list[int]:
    """What somebody is angry at: after the verb's preposition, as its agent or in a clause."""
    sentence = view.sentence
    found = clause.agent(sentence, verb)
    return found or [t for word in _CAUSE for t in clause.after(sentence, verb, word)]


def _of_cause(view: View, causes: list[int]) -> Parties:
    """Who gave cause: the one named, else whose thing it is, or by whom the deed was done; not to whom."""
    return view.at_all(causes) or unique(m for c in causes for m in _doer(view, c))


def _doer(view: View, cause: int) -> Parties:
    if not view.forms(cause) & view.lexicon.event_nouns:
        return view.owner(cause)
    return view.possessor(cause) or view.at_all(clause.after(view.sentence, cause, "by"))
