"""Sides that the clauses of a sentence give: relative clauses, coordination, addressees and places.

The casting weighs words one by one; what the grammar of the sentence rules out is mended here.
"""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.view import Parties, View, unique
from dragoman.ontology.plover import RECIPROCAL
from dragoman.types.coded import CodedEvent

_RELATIVE = {"WDT", "WP"}
_COMPLAINING = {"complain", "grumble"}
_REVENGE = {"retaliation", "revenge", "reprisal", "response", "retribution", "vengeance", "answer"}
_AT = {"in", "at", "near", "outside"}
_PLACED = {"ASSAULT", "MOBILIZE", "CONSULT", "PROTEST"}
"""Types whose deeds may be aimed at a place."""


def by_clauses(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its parties where the clauses of its sentence allow them."""
    for settled in (_about_antecedent, _one_side, _not_addressee, _not_where, _not_by_avenger):
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
    """ "Shut the consulate in A": a town after a preposition of place is where something is."""
    if event.event_type in _PLACED:
        return event
    tokens = view.sentence.tokens
    kept = tuple(
        m
        for m in event.recipients
        if m.sentence != event.sentence
        or not m.actor.actor_id.startswith("place:")
        or tokens[m.head].dep != "pobj"
        or tokens[tokens[m.head].head].text.lower() not in _AT
    )
    return replace(event, recipients=kept)
