"""Constructions that say by their form alone who stands on which side: "A's war in D", "signed for E", "joined F in
condemning G". Those of a deed's noun are in ``nominal``.
"""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.matters import by_matter
from dragoman.coding.nominal import by_noun
from dragoman.coding.reach import is_state_itself
from dragoman.coding.view import View, standing, through, unique, without
from dragoman.ontology.plover import LAID_ON, RECIPROCAL, SPEECH
from dragoman.types.coded import CodedEvent

_RUBRIC = 5
"""Words at the head of a sentence within which a colon ends a rubric."""
_ACTING_FOR = {"sign", "initial", "ink", "negotiate", "speak"}
"""Verbs after which "for" names one's own side."""
_SCENE_OF_WAR = ("in", "on", "against", "upon")
_BACKING = {"support", "solidarity", "favor", "favour", "sympathy", "honor", "honour", "memory", "defence", "defense"}


def placed(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its parties on the sides where its form puts them."""
    if view.token(event.trigger).pos in {"NOUN", "PROPN"}:
        event = by_noun(event, view)
    return through(event, view, _RULES)


def _by_itself(event: CodedEvent, view: View) -> CodedEvent:
    """ "Promised to back Minsk and criticised meddling": what a verb before has for its object is no object of the next
    that has one of its own; nor is what a clause about the subject tells of.
    """
    token = view.token(event.trigger)
    own = clause.children(view.sentence, event.trigger, "dobj", "xcomp", "ccomp")
    if token.pos != "VERB" or not own:
        return event
    apart: set[int] = set()
    if token.dep == "conj":
        before = view.sentence.tokens[token.head]
        others = clause.children(view.sentence, before.index, "dobj", "prep", "xcomp", "ccomp", "dative")
        apart |= {i for o in others if o < event.trigger for i in view.sentence.subtree(o)}
    later = clause.children(view.sentence, event.trigger, "conj") if event.event_type in LAID_ON else []
    for after in later:
        others = clause.children(view.sentence, after, "dobj", "dative", "prep", "xcomp", "ccomp")
        apart |= {i for o in others for i in view.sentence.subtree(o)}
    for subject in clause.children(view.sentence, event.trigger, "nsubj"):
        about = clause.children(view.sentence, subject, "relcl")
        apart |= {i for a in about for i in view.sentence.subtree(a)}
    kept = without(event.sentence, event.recipients, apart)
    return replace(event, recipients=kept)


def _not_agreed_to(event: CodedEvent, view: View) -> CodedEvent:
    """ "Accepts an interim council": what is agreed to isn't with whom."""
    if event.event_type != "AGREE" or view.token(event.trigger).pos != "VERB":
        return event
    objects = clause.children(view.sentence, event.trigger, "dobj")
    things = {o for o in objects for c in clause.children(view.sentence, o, "det") if _is_indefinite(view, c)}
    kept = without(event.sentence, event.recipients, things)
    return replace(event, recipients=kept)


def _is_indefinite(view: View, article: int) -> bool:
    return view.token(article).text.lower() in {"a", "an"}


def _to_object(event: CodedEvent, view: View) -> CodedEvent:
    """ "After ousting the president": what an active verb has for its object undergoes the deed."""
    if view.token(event.trigger).pos != "VERB" or clause.is_passive(view.sentence, event.trigger):
        return event
    objects = clause.children(view.sentence, event.trigger, "dobj")
    hit = {c for o in objects for c in clause.coordinated(view.sentence, o)}
    turned = standing(event.sentence, event.actors, hit)
    if not turned or event.event_type in RECIPROCAL:
        return event
    actors = tuple(m for m in event.actors if m not in turned)
    doing = actors or view.at_all(clause.subjects(view.sentence, event.trigger))
    ids = {m.actor.actor_id for m in doing}
    others = (m for m in (*turned, *event.recipients) if m.actor.actor_id not in ids)
    return replace(event, actors=doing, recipients=unique(others))


def _not_for(event: CodedEvent, view: View) -> CodedEvent:
    """ "Protested in support of A": it isn't against A."""
    if event.event_type != "PROTEST":
        return event
    tokens = view.sentence.tokens
    backed = {
        i
        for t in tokens
        if t.lemma.lower() in _BACKING and t.dep == "pobj" and tokens[t.head].text.lower() == "in"
        for i in view.sentence.subtree(t.index)
    }
    return replace(event, recipients=without(event.sentence, event.recipients, backed))


def _joined(event: CodedEvent, view: View) -> CodedEvent:
    """ "A joined B and C in condemning D", "A, along with B, condemned D": B does it too."""
    tokens = view.sentence.tokens
    verb = view.sentence.clause(event.trigger)
    fellows: list[int] = []
    for node in view.sentence.path(event.trigger):
        above = tokens[tokens[node].head]
        if tokens[node].dep == "pcomp" and above.text.lower() == "in" and tokens[above.head].lemma == "join":
            verb = above.head
            fellows += clause.children(view.sentence, verb, "dobj")
    for beside in clause.children(view.sentence, verb, "prep"):
        if tokens[beside].text.lower() in {"along", "together"} and beside < verb:
            fellows += clause.after(view.sentence, beside, "with")
    subjects = view.at_all(clause.subjects(view.sentence, verb))
    together = (*subjects, *view.at_all(c for f in fellows for c in clause.coordinated(view.sentence, f)))
    ids = {m.actor.actor_id for m in together}
    inside = {i for f in fellows for i in view.sentence.subtree(f)}
    if not any(m.actor.actor_id in ids or m.head in inside for m in event.actors if fellows):
        return event
    known = {m.actor.actor_id for m in event.recipients}
    return replace(event, actors=unique([*event.actors, *(m for m in together if m.actor.actor_id not in known)]))


def _not_uninvited(event: CodedEvent, view: View) -> CodedEvent:
    """ "Talks to which A was not invited": A takes no part in them."""
    tokens = view.sentence.tokens
    if event.event_type != "CONSULT" or view.token(event.trigger).lemma == "invite":
        return event
    left_out = {
        s
        for t in tokens
        if t.lemma == "invite" and clause.children(view.sentence, t.index, "neg")
        for s in clause.children(view.sentence, t.index, "nsubjpass")
    }
    actors, recipients = (without(event.sentence, side, left_out) for side in (event.actors, event.recipients))
    return replace(event, actors=actors, recipients=recipients)


def _not_of_rubric(event: CodedEvent, view: View) -> CodedEvent:
    """ "Peru: Two die in clashes": what a headline is filed under takes no part, though it may speak."""
    tokens = view.sentence.tokens
    colon = next((t.index for t in tokens[:_RUBRIC] if t.text == ":"), 0)
    if event.event_type in SPEECH or not 0 < colon < event.trigger or any(t.pos == "VERB" for t in tokens[:colon]):
        return event
    actors = without(event.sentence, event.actors, range(colon))
    return replace(event, actors=actors)


def _own_forces(event: CodedEvent, _: View) -> CodedEvent:
    """ "Drills of its Pacific Fleet": whom one mobilises of one's own isn't whom it is aimed at."""
    if event.event_type != "MOBILIZE" or not event.actors or not event.recipients:
        return event
    own = {m.actor.country for m in event.actors} - {""}
    return replace(event, recipients=tuple(m for m in event.recipients if m.actor.country not in own))


def _by_people(event: CodedEvent, view: View) -> CodedEvent:
    """A state doesn't march or strike: as the subject of "protests" it speaks, and "protests in Georgia" are by people
    whom the text doesn't name.
    """
    if event.event_type != "PROTEST":
        return event
    subjects = set(clause.children(view.sentence, event.trigger, "nsubj"))
    told = standing(event.sentence, event.actors, subjects) if view.token(event.trigger).lemma == "protest" else ()
    if told and all(is_state_itself(m.actor) for m in told):
        return replace(event, event_type="ACCUSE", event_mode="disapprove", rule=f"{event.rule}; by a state")
    return replace(event, actors=tuple(m for m in event.actors if m.actor.kind != "state"))


def _invading(event: CodedEvent, view: View) -> CodedEvent:
    """ "Russia's war in Ukraine": the state in which a foreign side uses force, where nobody else is named."""
    if event.event_type != "ASSAULT" or not event.actors or event.recipients:
        return event
    homes = {m.actor.country for m in event.actors}
    scenes = [s for word in _SCENE_OF_WAR for s in clause.after(view.sentence, event.trigger, word)]
    hit = tuple(m for m in view.at_all(scenes) if m.actor.kind == "state" and m.actor.country not in homes)
    return replace(event, recipients=hit, rule=f"{event.rule}; the state where it is") if hit and all(homes) else event


def _on_behalf(event: CodedEvent, view: View) -> CodedEvent:
    """ "Shoigu signed for Russia": the side that one acts for isn't the one that one acts upon."""
    if view.token(event.trigger).lemma not in _ACTING_FOR:
        return event
    above = (event.trigger, *clause.children(view.sentence, event.trigger, "dobj"))
    own = {m.head for word in above for m in view.at_all(clause.after(view.sentence, word, "for"))}
    return replace(event, recipients=without(event.sentence, event.recipients, own))


_RULES = (
    _not_of_rubric, _to_object, _by_itself, _not_agreed_to, _not_for, _joined, _not_uninvited, by_matter, _by_people,
    _own_forces, _invading, _on_behalf,
)  # fmt: skip
