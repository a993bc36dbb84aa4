"""What an event is about: topics take no part in talks, goods are their maker's, and a guest goes to his host."""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.lexicon import Test
from dragoman.coding.view import Parties, View, standing, through, unique, with_each_other, without
from dragoman.ontology.knowledge import state_actor
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent

_ABOUT = {"about", "regarding", "concerning", "over"}
_DISCUSSING = {"discuss", "debate", "review"}
_GATHERINGS = {
    "conference", "congress", "consultation", "dialogue", "discussion", "forum", "gathering", "hearing", "meeting",
    "negotiation", "session", "summit", "symposium", "talk", "workshop",
}  # fmt: skip
_AIMED = {"aim", "design", "gear", "intend", "mean"}
"""Participles after which stands what a meeting is for: "talks aimed at ending the war in Yemen"."""
_HOSTING = {"host", "convene", "hold", "organise", "organize", "sponsor", "arrange"}
_SUPPLY = {
    "delivery", "dispatch", "donation", "export", "flow", "gift", "handover", "provision", "sale", "shipment", "supply",
    "transfer",
}  # fmt: skip
"""Nouns of what changes hands, whose "of" names the goods."""
_GIVING = {"AID", "COOPERATE"}
_RELIANCE = {"reliance", "dependence", "dependency", "overreliance", "addiction"}


def by_matter(event: CodedEvent, view: View) -> CodedEvent:
    """An event with its parties where what it is about allows them."""
    return through(event, view, (_not_about, _of_maker, _not_things, _not_own, _not_relied_on, _to_host))


def _not_about(event: CodedEvent, view: View) -> CodedEvent:
    """ "Talks about Mali", "discussed arms for Mali": what is talked about takes no part."""
    if event.event_type != "CONSULT":
        return event
    topics = {*_after_about(event, view), *_discussed(view, event.trigger), *_purposes(event, view)}
    actors, recipients = (without(event.sentence, side, topics) for side in (event.actors, event.recipients))
    settled = replace(event, actors=actors, recipients=recipients)
    between = event.recipients and not recipients and len({m.actor.country for m in actors}) > 1
    return with_each_other(settled) if between else settled


def _after_about(event: CodedEvent, view: View) -> set[int]:
    """What "about" governs in the event's clause, and "on" after a gathering: "a summit on Mali"."""
    tokens = view.sentence.tokens
    verb = view.sentence.clause(event.trigger)
    found: set[int] = set()
    for token in tokens:
        above = tokens[token.head]
        word = above.text.lower()
        if token.dep != "pobj" or view.sentence.clause(above.index) != verb:
            continue
        if word in _ABOUT or (word == "on" and tokens[above.head].lemma.lower() in _GATHERINGS):
            found |= {token.index} if word in _ABOUT else set(view.sentence.subtree(token.index))
    return found


def _discussed(view: View, verb: int) -> set[int]:
    """All in what a verb says is discussed, but those with whom: "discussed the truce with Mali"."""
    if view.token(verb).lemma not in _DISCUSSING:
        return set()
    things = clause.children(view.sentence, verb, "dobj")
    partners = [t for word in (verb, *things) for t in clause.after(view.sentence, word, "with")]
    inside, beside = ({i for head in heads for i in view.sentence.subtree(head)} for heads in (things, partners))
    return inside - beside


def _purposes(event: CodedEvent, view: View) -> set[int]:
    """All in what a gathering of the event's clause is said to be for."""
    tokens = view.sentence.tokens
    aimed = (
        t.index for t in tokens if t.dep == "acl" and t.lemma in _AIMED and tokens[t.head].lemma.lower() in _GATHERINGS
    )
    return {i for a in aimed for i in view.sentence.subtree(a)} - set(view.sentence.subtree(event.trigger))


def _of_maker(event: CodedEvent, view: View) -> CodedEvent:
    """ "Criticised the sale of Turkish drones to Mali": they are Turkey's, and the critic sells none."""
    if event.event_type not in _GIVING or view.token(event.trigger).lemma.lower() not in _SUPPLY:
        return event
    if view.possessor(event.trigger) or clause.after(view.sentence, event.trigger, "by"):
        return event
    goods = clause.after(view.sentence, event.trigger, "of")
    given = {m.actor.actor_id for m in event.recipients} | {m.actor.country for m in event.recipients}
    makers = unique(m for g in goods for m in view.possessor(g) if not {m.actor.actor_id, m.actor.country} & given)
    return replace(event, actors=makers, rule=f"{event.rule}; by whose goods they are") if makers else event


_THINGS = (Test("@weapons"), Test("@trade"))


def _not_things(event: CodedEvent, view: View) -> CodedEvent:
    """ "Bought Russian fighter jets": the seller is their state."""
    if event.event_type not in _GIVING:
        return event
    here = (maker(m, view) if m.sentence == event.sentence else m for m in event.recipients)
    return replace(event, recipients=unique(here))


def maker(mention: ActorMention, view: View) -> ActorMention:
    """The state whose goods or weapons a phrase of the sentence means; any other party itself."""
    if mention.actor.kind != "unnamed" or not mention.actor.country:
        return mention
    if not any(view.meets(test, mention.head) for test in _THINGS):
        return mention
    return replace(mention, actor=state_actor(mention.actor.country), choice=None)


def _not_own(event: CodedEvent, _: View) -> CodedEvent:
    """ "The visit strengthened the alliance of Oslo and Rome": a doer's own state isn't the other side."""
    lands = {m.actor.country for m in event.actors}
    if event.event_type not in {"SUPPORT", "AGREE", "COOPERATE"} or len(lands) != 1:
        return event
    foreign = tuple(m for m in event.recipients if m.actor.kind != "state" or m.actor.country not in lands)
    return replace(event, recipients=foreign) if foreign else event


def _not_relied_on(event: CodedEvent, view: View) -> CodedEvent:
    """ "Helped Mali offset its reliance on Niger": Niger gets no help."""
    if event.event_type not in {"AID", "SUPPORT"}:
        return event
    tokens = view.sentence.tokens
    nouns = [t.index for t in tokens if t.lemma.lower() in _RELIANCE and event.trigger in view.sentence.path(t.index)]
    on = {i for n in nouns for t in clause.after(view.sentence, n, "on") for i in view.sentence.subtree(t)}
    if not standing(event.sentence, event.recipients, on):
        return event
    doing = {m.actor.actor_id for m in event.actors}
    whose = unique(m for n in nouns for m in view.possessor(n) if m.actor.actor_id not in doing)
    return replace(event, recipients=without(event.sentence, event.recipients, on) or whose)


def _to_host(event: CodedEvent, view: View) -> CodedEvent:
    """ "Sent an envoy to talks hosted by Oman", "attended a summit in Oman": the host is the one who is visited."""
    trigger = view.token(event.trigger)
    if event.event_type != "CONSULT" or event.event_mode != "visit" or event.recipients or trigger.pos != "VERB":
        return event
    below = (event.trigger, *clause.children(view.sentence, event.trigger, "dobj"))
    goals = [t for word in ("to", "for") for at in below for t in clause.after(view.sentence, at, word)]
    goals = [g for g in goals if view.token(g).lemma.lower() in _GATHERINGS]
    own = {m.actor.country for m in event.actors}
    hosts = _hosts(view, goals)
    foreign = tuple(m for m in hosts if m.actor.country not in own)
    return replace(event, recipients=foreign, rule=f"{event.rule}; to its host") if foreign else event


def _hosts(view: View, gatherings: list[int]) -> Parties:
    """Who hosts a gathering, or else the state where it is."""
    inside = [i for g in gatherings for i in view.sentence.subtree(g)]
    hosting = [i for i in inside if view.token(i).lemma in _HOSTING and clause.is_passive(view.sentence, i)]
    if named := view.at_all(a for verb in hosting for a in clause.agent(view.sentence, verb)):
        return named
    where = [i for i in inside if clause.behind(view.sentence, i) == "in" and view.token(i).pos == "PROPN"]
    return unique(replace(m, actor=state_actor(m.actor.country)) for m in view.at_all(where) if m.actor.country)
