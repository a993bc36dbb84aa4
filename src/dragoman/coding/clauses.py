"""Sides that the clauses of a sentence give: relative clauses, coordination, addressees and places.

The casting weighs words one by one; what the grammar of the sentence rules out is mended here.
"""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.frames import is_got
from dragoman.coding.saying import SAYING
from dragoman.coding.view import Parties, View, standing, through, unique, with_each_other, without
from dragoman.ontology.plover import RECIPROCAL, SPEECH, UNLAWFUL
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent

_RELATIVE = {"WDT", "WP"}
_COMPLAINING = {"complain", "grumble"}
_REVENGE = {"retaliation", "revenge", "reprisal", "response", "retribution", "vengeance", "answer"}
_AT = {"in", "at", "near", "outside"}
_UNDERGONE = {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST"}
"""Types whose passive is told of the one to whom it is done."""
_PERFECT = {"had", "has", "have", "having"}
_MUTUAL = {("each", "other"), ("one", "another")}
_PLACED = {"ASSAULT", "MOBILIZE", "CONSULT", "PROTEST"}
"""Types whose deeds may be aimed at a place."""


def by_clauses(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its parties where the clauses of its sentence allow them."""
    return through(event, view, _RULES)


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
    moved = standing(event.sentence, event.actors, together)
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
    kept = without(event.sentence, event.recipients, told) or about
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
    here = mention.sentence == event.sentence and mention.actor.actor_id.startswith("place:")
    return here and clause.behind(view.sentence, mention.head) in _AT


def _is_seat(mention: ActorMention, event: CodedEvent, view: View) -> bool:
    """Whether a state is named only for where one who acts is: "a court in The Hague"."""
    here = mention.sentence == event.sentence and mention.actor.kind == "state"
    above = view.token(view.token(mention.head).head).head
    return here and clause.behind(view.sentence, mention.head) in _AT and any(m.head == above for m in event.actors)


def _undergo(event: CodedEvent, view: View) -> CodedEvent:
    """ "A Russian agent caged over a plot": who is told of by a passive undergoes it."""
    if event.event_type not in _UNDERGONE or not _is_plainly_passive(view, event.trigger):
        return event
    told = view.at_all(clause.subjects(view.sentence, event.trigger))
    ids = {m.actor.actor_id for m in told}
    moved = tuple(m for m in event.actors if m.actor.actor_id in ids)
    if not moved and (event.recipients or not event.actors):
        return event
    actors = tuple(m for m in event.actors if m not in moved)
    return replace(event, actors=actors, recipients=unique([*moved, *event.recipients]) or told)


def _is_plainly_passive(view: View, verb: int) -> bool:
    """Whether a verb is in the passive and has neither an object nor the helper of an active perfect. Who is "found
    guilty" undergoes it, whatever the parser makes of the participle.
    """
    below = [view.token(c) for c in view.sentence.children[verb]]
    objects = {t.dep for t in below} & {"dobj", "ccomp", "xcomp"}
    if any(t.dep == "oprd" and t.pos == "ADJ" for t in below) and not objects:
        return True
    helpers = {t.text.lower() for t in below if t.dep in {"aux", "auxpass"}}
    active = bool(helpers & _PERFECT) and "been" not in helpers
    return clause.is_passive(view.sentence, verb) and not active and not any(t.dep in {"dobj", "oprd"} for t in below)


_IN_ARMS = {"MIL", "COP", *UNLAWFUL}


def _not_by_announcer(event: CodedEvent, view: View) -> CodedEvent:
    """ "The minister said that 80 people were killed": who tells of the dead hasn't killed them, unless he is of those
    who fight.
    """
    token = view.token(event.trigger)
    if event.event_type != "ASSAULT" or token.dep != "ccomp" or not clause.is_passive(view.sentence, event.trigger):
        return event
    if clause.agent(view.sentence, event.trigger) or view.token(token.head).lemma not in SAYING | {"confirm", "report"}:
        return event
    tellers = {i for s in clause.children(view.sentence, token.head, "nsubj") for i in view.sentence.subtree(s)}
    fighting = tuple(m for m in event.actors if set(m.actor.sectors[:1]) & _IN_ARMS or m.actor.kind == "state")
    kept = without(event.sentence, event.actors, tellers)
    return replace(event, actors=unique([*kept, *standing(event.sentence, fighting, tellers)]))


def _each_other(event: CodedEvent, view: View) -> CodedEvent:
    """ "A and B blamed each other": each does it to the other."""
    words = [view.token(i).text.lower() for i in view.sentence.subtree(event.trigger)]
    pairs = set(zip(words, words[1:], strict=False))
    return with_each_other(event) if pairs & _MUTUAL else event


def _by_subject(event: CodedEvent, view: View) -> CodedEvent:
    """ "The minister, who faces a motion by B, ordered": an active verb's subject does it, whoever stands nearer."""
    token = view.token(event.trigger)
    if token.pos != "VERB" or clause.is_passive(view.sentence, event.trigger) or is_got(event, view):
        return event
    own = clause.children(view.sentence, event.trigger, "nsubj")
    subjects = view.at_all(own)
    exemplified = view.at_all(e for s in own for e in clause.examples(view.sentence, s))
    ids = {m.actor.actor_id for m in (*subjects, *exemplified)}
    if not subjects or not event.actors or ids & {m.actor.actor_id for m in event.actors}:
        return event
    if any(m.sentence != event.sentence for m in event.actors):
        return event
    recipients = tuple(m for m in event.recipients if m.actor.actor_id not in ids)
    return replace(event, actors=subjects, recipients=recipients, rule=f"{event.rule}; by its subject")


def _not_by_quoter(event: CodedEvent, view: View) -> CodedEvent:
    """ "Minsk put effort into deepening ties, A said": who only tells of a deed leaves it to its own subject."""
    if event.event_type in SPEECH or view.token(event.trigger).pos != "VERB":
        return event
    tokens, path = view.sentence.tokens, view.sentence.path(event.trigger)[1:]
    telling = [v for v in path if tokens[v].lemma in SAYING]
    tellers = {m.head for m in view.at_all(s for v in telling for s in clause.children(view.sentence, v, "nsubj"))}
    own = view.at_all(clause.subjects(view.sentence, event.trigger))
    told = standing(event.sentence, event.actors, tellers)
    if not told or len(told) < len(event.actors) or not own or any(m.head in tellers for m in own):
        return event
    ids = {m.actor.actor_id for m in own}
    if clause.is_passive(view.sentence, event.trigger) or ids & {m.actor.actor_id for m in event.recipients}:
        return event
    return replace(event, actors=own, rule=f"{event.rule}; by its subject")


_RULES = (
    _by_subject, _not_by_quoter, _about_antecedent, _one_side, _not_addressee, _not_where, _not_by_avenger, _undergo,
    _not_by_announcer, _each_other,
)  # fmt: skip
