"""Sides that the clauses of a sentence give: relative clauses, coordination, addressees and places.

The casting weighs words one by one; what the grammar of the sentence rules out is mended here.
"""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.view import Parties, View, unique
from dragoman.ontology.plover import RECIPROCAL
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent

_RELATIVE = {"WDT", "WP"}
_COMPLAINING = {"complain", "grumble"}
_REVENGE = {"retaliation", "revenge", "reprisal", "response", "retribution", "vengeance", "answer"}
_AT = {"in", "at", "near", "outside"}
_UNDERGONE = {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST"}
"""Types whose passive is told of the one to whom it is done."""
_PERFECT = {"had", "has", "have", "having"}
_PLACED = {"ASSAULT", "MOBILIZE", "CONSULT", "PROTEST"}
"""Types whose deeds may be aimed at a place."""


def by_clauses(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its parties where the clauses of its sentence allow them."""
    for settled in _RULES:
        event = settled(event, view)
    return event


def _about_antecedent(event: CodedEvent, view: View) -> CodedEvent:
    """ "C, which A armed, broke with D": A armed C, not D."""
    tokens = view.sentence.tokens
    token = tokens[event.trigger]
    if token.pos != "VERB" or token.dep != "relcl" or clause.is_passive(view.sentence, event.trigger):
        return event
    head = token.head
    named = set(clause.coordinated(view.sentence, head))
    subjects = clause.children(view.sentence, event.trigger, "nsubj")
    objects = clause.children(view.sentence, event.trigger, "dobj")
    if not subjects or not objects or any(tokens[o].tag not in _RELATIVE for o in objects):
        return event
    if not named & set(view.parties):
        return event
    kept = named | set(view.sentence.subtree(head))
    recipients = tuple(m for m in event.recipients if m.sentence != event.sentence or m.head in kept)
    return replace(event, recipients=recipients or view.at_all(named & set(view.parties)))


def _one_side(event: CodedEvent, view: View) -> CodedEvent:
    """ "A and B remain in custody": who is named in one breath undergoes it together."""
    if view.token(event.trigger).pos not in {"ADP", "ADJ"} or event.event_type in RECIPROCAL:
        return event
    subjects = clause.subjects(view.sentence, view.sentence.clause(event.trigger))
    together = {c for s in subjects for c in clause.coordinated(view.sentence, s)}
    if not any(m.head in together for m in event.recipients if m.sentence == event.sentence):
        return event
    moved = tuple(m for m in event.actors if m.sentence == event.sentence and m.head in together)
    actors = tuple(m for m in event.actors if m not in moved)
    return replace(event, actors=actors, recipients=unique([*moved, *event.recipients]))


def _not_addressee(event: CodedEvent, view: View) -> CodedEvent:
    """ "Complained to A about B": B is accused, and A told of it."""
    token = view.token(event.trigger)
    if event.event_type != "ACCUSE" or token.lemma not in _COMPLAINING:
        return event
    told = {c for t in clause.after(view.sentence, event.trigger, "to") for c in clause.coordinated(view.sentence, t)}
    if not any(m.head in told for m in event.recipients):
        return event
    about: Parties = ()
    for word in ("about", "over", "of", "against"):
        topics = clause.after(view.sentence, event.trigger, word)
        about = about or view.at_all(i for t in topics for i in view.sentence.subtree(t))
    kept = tuple(m for m in event.recipients if m.head not in told) or about
    return replace(event, recipients=kept) if kept else event


def _not_by_avenger(event: CodedEvent, view: View) -> CodedEvent:
    """ "Attacked the town in revenge for the raid": who takes revenge hasn't done what it is taken for."""
    tokens = view.sentence.tokens
    token = tokens[event.trigger]
    above = tokens[tokens[token.head].head]
    if token.dep != "pobj" or above.lemma.lower() not in _REVENGE:
        return event
    verb = view.sentence.clause(above.index)
    ids = {m.actor.actor_id for m in view.at_all(clause.subjects(view.sentence, verb))}
    return replace(event, actors=tuple(m for m in event.actors if m.actor.actor_id not in ids))


def _not_where(event: CodedEvent, view: View) -> CodedEvent:
    """ "Shut the consulate in A", "a bomb in A killed two": a town after such a preposition is where something is."""
    actors = tuple(m for m in event.actors if not _is_where(m, event, view))
    seated = tuple(m for m in actors if not _is_seat(m, event, view))
    actors = seated or actors
    if event.event_type in _PLACED:
        return replace(event, actors=actors)
    kept = tuple(m for m in event.recipients if not _is_where(m, event, view))
    return replace(event, actors=actors, recipients=kept)


def _is_where(mention: ActorMention, event: CodedEvent, view: View) -> bool:
    if mention.sentence != event.sentence or not mention.actor.actor_id.startswith("place:"):
        return False
    token = view.token(mention.head)
    return token.dep == "pobj" and view.token(token.head).text.lower() in _AT


def _is_seat(mention: ActorMention, event: CodedEvent, view: View) -> bool:
    """Whether a state is named only for where one who acts is: "a court in The Hague"."""
    if mention.sentence != event.sentence or mention.actor.kind != "state":
        return False
    token = view.token(mention.head)
    above = view.token(token.head)
    inside = token.dep == "pobj" and above.text.lower() in _AT and above.dep == "prep"
    return inside and any(m.head == above.head for m in event.actors)


def _undergo(event: CodedEvent, view: View) -> CodedEvent:
    """ "A Russian agent caged over a plot": who is told of by a passive undergoes it."""
    if event.event_type not in _UNDERGONE or not clause.is_passive(view.sentence, event.trigger):
        return event
    below = [view.token(c) for c in view.sentence.children[event.trigger]]
    helpers = {t.text.lower() for t in below if t.dep == "aux"}
    if any(t.dep in {"dobj", "oprd"} for t in below) or (helpers & _PERFECT and "been" not in {t.text for t in below}):
        return event
    subjects = clause.subjects(view.sentence, event.trigger)
    told = {c for s in subjects for c in clause.coordinated(view.sentence, s)}
    if event.actors and not event.recipients:
        ids = {m.actor.actor_id for m in event.actors}
        others = tuple(m for m in view.at_all(subjects) if m.actor.actor_id not in ids)
        return replace(event, recipients=others)
    moved = tuple(m for m in event.actors if m.sentence == event.sentence and m.head in told)
    if not moved:
        return event
    actors = tuple(m for m in event.actors if m not in moved)
    return replace(event, actors=actors, recipients=unique([*moved, *event.recipients]))


def _each_other(event: CodedEvent, view: View) -> CodedEvent:
    """ "A and B blamed each other": each does it to the other."""
    tokens = view.sentence.tokens
    below = set(view.sentence.subtree(event.trigger))
    other = any(
        t.text.lower() == "other" and t.index in below and tokens[t.index - 1].text.lower() == "each"
        for t in tokens[1:]
    ) or any(t.text.lower() == "another" and t.index in below and tokens[t.index - 1].text == "one" for t in tokens[1:])
    if not other or event.recipients or len(event.actors) < 2:
        return event
    return replace(event, actors=event.actors[:1], recipients=event.actors[1:], rule=f"{event.rule}; each other")


def _received(event: CodedEvent, view: View) -> CodedEvent:
    """ "Hanoi took delivery of Russian jets": the subject of a verb of getting, as the lexicon's frame has it, is the
    one to whom it is done.
    """
    readings = view.lexicon.entries.get(("v", view.token(event.trigger).lemma.lower()), ())
    reading = next((e for e in readings if event.rule.startswith(e.label)), None)
    if reading is None or clause.is_passive(view.sentence, event.trigger):
        return event
    gets, does = ({o.where for o in options} for options in (reading.recipient, reading.actor))
    got = view.at_all(clause.subjects(view.sentence, event.trigger))
    ids = {m.actor.actor_id for m in got}
    if "subj" not in gets or "subj" in does or not ids & {m.actor.actor_id for m in event.actors}:
        return event
    givers = (m for m in (*event.actors, *event.recipients) if m.actor.actor_id not in ids)
    return replace(event, actors=unique(givers), recipients=got)


def _by_subject(event: CodedEvent, view: View) -> CodedEvent:
    """ "The minister, who faces a motion by B, ordered": an active verb's subject does it, whoever stands nearer."""
    token = view.token(event.trigger)
    if token.pos != "VERB" or clause.is_passive(view.sentence, event.trigger):
        return event
    own = clause.children(view.sentence, event.trigger, "nsubj")
    subjects = view.at_all(own)
    ids = {m.actor.actor_id for m in subjects}
    if not subjects or not event.actors or ids & {m.actor.actor_id for m in event.actors}:
        return event
    if any(m.sentence != event.sentence for m in event.actors):
        return event
    recipients = tuple(m for m in event.recipients if m.actor.actor_id not in ids)
    return replace(event, actors=subjects, recipients=recipients, rule=f"{event.rule}; by its subject")


_RULES = (
    _by_subject, _about_antecedent, _one_side, _not_addressee, _not_where, _not_by_avenger, _undergo, _each_other,
    _received,
)  # fmt: skip
