"""Parties that an event shares with its sentence: lists that name the recipient once, sayings that blame whom they are
about.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.clauses import by_clauses
from dragoman.coding.constructions import placed
from dragoman.coding.frames import by_frame
from dragoman.coding.saying import SAYING, STATING
from dragoman.coding.view import Parties, View, unique, with_each_other
from dragoman.ontology.plover import OFFICIAL, RECIPROCAL
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_WHEN = {"while", "when", "as", "whereas", "after", "before"}
_CHAIN = 6


def with_shared(events: Sequence[CodedEvent], view: View) -> list[CodedEvent]:
    """The events of a sentence: a coordinated deed is done by the doer of the one before and, without a recipient,
    takes that of its neighbour of the same type ("closed its border with Niger, suspended trade"); an accusation by a
    mere verb of saying is aimed at the side that its content tells of, not at its audience; each has its sides where
    its form puts them; who mediates does so between those who talk or agree. A minister who says what his own state's
    authorities did accuses nobody.
    """
    aimed = [_by_form(_aimed(e, view), view) for e in _led(events, view)]
    aimed = [_at_doer(_mediated(e, aimed, view), aimed, view) for e in aimed if not _is_report_of_own(e, view)]
    shared = [_mutual(_shared(e, aimed, view), view) if e.actors and not e.recipients else e for e in aimed]
    return [_across(e, view) for e in shared]


_AGREEING = {"agree", "sign", "conclude", "initial", "ink", "undertake", "reach", "strike", "seal", "concur"}


def _mutual(event: CodedEvent, view: View) -> CodedEvent:
    """Those who agree or sign together without a word of another do it with each other."""
    return with_each_other(event) if _is_agreed(event, view) else event


def _is_agreed(event: CodedEvent, view: View) -> bool:
    return event.event_type in {"AGREE", "SUPPORT"} and view.token(event.trigger).lemma in _AGREEING


def _across(event: CodedEvent, view: View) -> CodedEvent:
    """Who signs or talks for the state with which it is done stands on its side, and in its stead: "the accord with
    Chad was signed by ministers A and B", B being Chad's.
    """
    if not (event.event_type in RECIPROCAL or _is_agreed(event, view)):
        return event
    lands = {m.actor.country for m in event.recipients if m.actor.kind == "state"}
    theirs = tuple(m for m in event.actors if m.actor.country in lands and m.actor.kind != "state")
    rest = tuple(m for m in event.actors if m not in theirs)
    if not theirs or not rest:
        return event
    spoken_for = {m.actor.country for m in theirs}
    others = tuple(m for m in event.recipients if m.actor.kind != "state" or m.actor.country not in spoken_for)
    return replace(event, actors=rest, recipients=(*theirs, *others))


def _by_form(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its sides where its form puts them, and those noted whom the form rules out."""
    settled = by_frame(by_clauses(placed(event, view), view), view)
    kept = {m.actor.actor_id for m in (*settled.actors, *settled.recipients)}
    out = {m.actor.actor_id for m in event.recipients} - kept
    return replace(settled, ruled_out=settled.ruled_out | out) if out else settled


def _led(events: Sequence[CodedEvent], view: View) -> list[CodedEvent]:
    """The events, each coordinated verb without a subject of its own done by the one who does what stands before it
    ("accused of arming rebels and sheltering their chiefs").
    """
    done: list[CodedEvent] = []
    for event in events:
        first = next((e for e in done if _leads(e, event, view)), None)
        if first is None or not first.actors:
            done.append(event)
            continue
        own = {m.actor.actor_id for m in first.actors}
        recipients = tuple(m for m in event.recipients if m.actor.actor_id not in own)
        done.append(replace(event, actors=first.actors, recipients=recipients))
    return done


def _leads(first: CodedEvent, event: CodedEvent, view: View) -> bool:
    """Whether two verbs are coordinated, in one voice, and the second has no subject of its own."""
    sentence, verb = view.sentence, view.token(event.trigger)
    if verb.dep != "conj" or verb.head != first.trigger or verb.pos != "VERB" or view.token(verb.head).pos != "VERB":
        return False
    if clause.children(sentence, verb.index, "nsubj", "nsubjpass"):
        return False
    return clause.is_passive(sentence, verb.index) == clause.is_passive(sentence, verb.head)


def _shared(event: CodedEvent, events: Sequence[CodedEvent], view: View) -> CodedEvent:
    chain = _conjuncts(view.sentence, event.trigger)
    for other in events:
        if other.event_type == event.event_type and other.trigger in chain and other.recipients:
            if {m.actor.actor_id for m in other.actors} == {m.actor.actor_id for m in event.actors}:
                return replace(event, recipients=other.recipients, rule=f"{event.rule}; recipient of the list")
    return event


def _mediated(event: CodedEvent, events: Sequence[CodedEvent], view: View) -> CodedEvent:
    """A mediation without a recipient is between the sides of what is mediated: "a truce of A and B brokered by C"."""
    if event.event_mode != "third-party" or event.recipients or not event.actors:
        return event
    token = view.token(event.trigger)
    told = {token.head} if token.dep in {"acl", "relcl"} else set(clause.children(view.sentence, event.trigger, "dobj"))
    own = {m.actor.actor_id for m in event.actors}
    for other in events:
        sides = unique(m for m in (*other.actors, *other.recipients) if m.actor.actor_id not in own)
        if other.trigger in told and sides:
            return replace(event, recipients=sides, rule=f"{event.rule}; between the sides of what is mediated")
    return event


def _at_doer(event: CodedEvent, events: Sequence[CodedEvent], view: View) -> CodedEvent:
    """Who finds fault with a deed finds it with the one who does it: "criticised the Turkish sale of drones"."""
    if event.event_type != "ACCUSE" or event.recipients or not event.actors:
        return event
    deeds = clause.children(view.sentence, event.trigger, "dobj")
    own = {m.actor.actor_id for m in event.actors}
    doers = unique(m for e in events if e.trigger in deeds for m in e.actors if m.actor.actor_id not in own)
    return replace(event, recipients=doers, rule=f"{event.rule}; at the doer of the deed") if doers else event


def _aimed(event: CodedEvent, view: View) -> CodedEvent:
    verb = view.token(event.trigger)
    if event.event_type != "ACCUSE" or verb.lemma not in SAYING or not event.actors:
        return event
    audience = set(clause.children(view.sentence, event.trigger, "dobj", "dative")) if verb.lemma == "tell" else set()
    kept = tuple(m for m in event.recipients if m.head not in audience)
    if kept:
        return replace(event, recipients=kept)
    blamed = _blamed(event, view)
    return replace(event, recipients=blamed, rule=f"{event.rule}; aimed at the side that it tells of")


def _is_report_of_own(event: CodedEvent, view: View) -> bool:
    """Whether a state's office merely says what the state's own bodies did. Judges and persons are another matter."""
    judged = event.judgement
    if event.event_type != "ACCUSE" or judged is None or judged.decided_by != "encoder" or not event.recipients:
        return False
    speakers, bodies = ([m.actor for m in side] for side in (event.actors, event.recipients))
    one_state = len({a.country for a in (*speakers, *bodies)}) == 1
    official = all(set(a.sectors[:1]) & (OFFICIAL - {"JUD"}) for a in (*speakers, *bodies))
    at_odds = any(a.kind == "person" for a in bodies)
    return one_state and official and not at_odds and view.token(event.trigger).lemma in STATING


def _conjuncts(sentence: Sentence, index: int) -> set[int]:
    """The verbs coordinated with one, up and down the chain."""
    found: set[int] = set()
    stack = [index]
    while stack and len(found) < _CHAIN:
        node = stack.pop()
        token = sentence.tokens[node]
        near = clause.children(sentence, node, "conj") + ([token.head] if token.dep == "conj" else [])
        stack += [n for n in near if n not in found and n != index]
        found |= set(near)
    return found - {index}


def _blamed(event: CodedEvent, view: View) -> Parties:
    """Whom what is said is about: its subject, where that is another side; else the parties of the one other country
    named in it; none where there are several.
    """
    own = {m.actor.country for m in event.actors} | {""}
    contents = clause.children(view.sentence, event.trigger, "ccomp")
    subjects = view.at_all(s for c in contents for s in clause.subjects(view.sentence, c))
    if subjects and all(m.actor.country not in own for m in subjects):
        return subjects
    inside = {i for c in contents for i in view.sentence.subtree(c)}
    inside -= {i for c in contents for m in _meanwhile(view.sentence, c) for i in view.sentence.subtree(m)}
    others = [m for i in sorted(inside) for m in view.parties.get(i, ()) if m.actor.country not in own]
    return unique(others) if len({m.actor.country for m in others}) == 1 else ()


def _meanwhile(sentence: Sentence, verb: int) -> list[int]:
    """The clauses that only say when something was: "noted that it happened while the envoy was in town"."""
    below = clause.children(sentence, verb, "advcl")
    return [b for b in below if any(sentence.tokens[c].text.lower() in _WHEN for c in sentence.children[b])]
