"""Who stands on which side of a deed that is told by a noun: "talks between A and B", "sanctions on C", "D's fall",
"faced accusations from E".
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.match import who_undergoes
from dragoman.coding.tellers import judged, not_by_feeler, not_by_namer, not_by_teller, not_by_who_talks
from dragoman.coding.view import Parties, View, standing, through, unique, with_each_other, without
from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.plover import LAID_ON, RECIPROCAL
from dragoman.types.coded import CodedEvent

_HIT = ("on", "against", "upon")
"""Prepositions after which a noun of force or restraint names whom it hits."""
_DONE_TO_ONE = {
    "abduction", "arrest", "assassination", "beating", "beheading", "capture", "conviction", "deportation", "detention",
    "execution", "extradition", "imprisonment", "jailing", "kidnapping", "killing", "lynching", "murder", "ouster",
    "overthrow", "poisoning", "shooting", "slaying", "stabbing", "toppling", "torture",
}  # fmt: skip
"""Deeds that are called somebody's to whom they were done: "the banker's arrest"."""
_LEADING = {
    "approve", "authorise", "authorize", "carry", "command", "direct", "engineer", "lead", "mastermind", "order",
    "oversee", "plot", "stage",
}  # fmt: skip
_AIMED = {"ACCUSE", "THREATEN", "SANCTION", "AID"}
_OCCASION = {"after", "following", "amid", "despite", "since"}


def by_noun(event: CodedEvent, view: View) -> CodedEvent:
    """An event told by a noun, with its parties on the sides where that puts them."""
    return through(event, view, _RULES)


def _done_to_owner(event: CodedEvent, view: View) -> CodedEvent:
    """ "The general led the president's overthrow": it was done to the president, by whom it was led."""
    tokens = view.sentence.tokens
    token = tokens[event.trigger]
    owners = view.at_all(clause.children(view.sentence, event.trigger, "poss"))
    persons = tuple(m for m in owners if m.actor.kind == "person")
    if token.lemma.lower() not in _DONE_TO_ONE or not persons or clause.after(view.sentence, event.trigger, "of"):
        return event
    ids = {m.actor.actor_id for m in persons}
    led = tokens[token.head].lemma in _LEADING and token.dep == "dobj"
    leaders = view.at_all(view.subjects(token.head)) if led else ()
    actors = unique(m for m in (*leaders, *event.actors) if m.actor.actor_id not in ids)
    doing = {m.actor.actor_id for m in actors}
    others = (m for m in event.recipients if m.actor.actor_id not in doing)
    return replace(event, actors=actors, recipients=unique([*persons, *others]))


_HURT = {"dead", "victim", "wounded", "injured", "casualty", "hostage", "missing", "fatality"}


def _among_victims(event: CodedEvent, view: View) -> CodedEvent:
    """ "Tunisians and Algerians among the dead in the attack": all of them are its victims."""
    among = (t for t in view.sentence.tokens if t.text.lower() == "among")
    hurt = any(view.token(c).lemma.lower() in _HURT for t in among for c in view.sentence.children[t.index])
    if event.event_type != "ASSAULT" or not hurt:
        return event
    inside = set(view.sentence.subtree(event.trigger))
    moved = tuple(m for m in event.actors if m.sentence == event.sentence and m.head not in inside)
    actors = tuple(m for m in event.actors if m not in moved)
    return replace(event, actors=actors, recipients=unique([*moved, *event.recipients]))


def _not_by_scene(event: CodedEvent, view: View) -> CodedEvent:
    """ "The Paris and Brussels attacks", "the worst attack in French history": a city before a deed of force says where
    it was done, unless whom it hits follows; a history has done nothing.
    """
    if event.event_type != "ASSAULT":
        return event
    past = {m.head for m in event.actors if view.token(view.token(m.head).head).lemma in {"history", "soil"}}
    before = clause.children(view.sentence, event.trigger, "compound", "nmod", "amod")
    scenes = {s for c in before for s in clause.coordinated(view.sentence, c)}
    named = {c for c in scenes if (known := knowledge().names.get(view.token(c).text)) and known.kind == "capital"}
    cities = set() if _after(event, view, _HIT) else named
    return replace(event, actors=without(event.sentence, event.actors, past | cities))


def _between(event: CodedEvent, view: View) -> CodedEvent:
    """ "Cooperation between A and B": these are the parties, whoever else is named."""
    if event.event_type not in RECIPROCAL | {"AGREE"}:
        return event
    sides = _after(event, view, ("between",))
    if len(sides) == 1 and _is_their_own(view, sides[0].head) and event.actors:
        doers = [m.head for m in event.actors if m.sentence == event.sentence]
        return with_each_other(replace(event, actors=view.at_all(doers) or event.actors, recipients=()))
    if event.event_type not in RECIPROCAL:
        return event
    if len(sides) == 1 and view.token(sides[0].head).tag in {"NNS", "NNPS"}:
        return replace(event, actors=sides, recipients=(), rule=f"{event.rule}; between them")
    if len({m.actor.actor_id for m in sides}) < 2:
        return event
    return replace(event, actors=sides[:1], recipients=sides[1:], rule=f"{event.rule}; between the two")


def _is_their_own(view: View, noun: int) -> bool:
    """Whether a noun means those who act: "between their nations"."""
    return any(view.token(c).text.lower() == "their" for c in clause.children(view.sentence, noun, "poss"))


def _laid_on(event: CodedEvent, view: View) -> CodedEvent:
    """ "Sanctions on C": C is hit by them and doesn't impose them."""
    if event.event_type not in LAID_ON:
        return event
    hit = {m.actor.actor_id for m in _after(event, view, _HIT)}
    turned = tuple(m for m in event.actors if m.actor.actor_id in hit)
    if not turned:
        return event
    actors = tuple(m for m in event.actors if m.actor.actor_id not in hit)
    return replace(event, actors=actors, recipients=unique([*turned, *event.recipients]))


def _undergone(event: CodedEvent, view: View) -> CodedEvent:
    """ "Faced accusations from A": nobody makes them who isn't named with them, least of all the one who faces them."""
    facing = view.at_all(who_undergoes(view, event.trigger)) if event.event_type in _AIMED else ()
    if not facing:
        return event
    verb = view.sentence.clause(event.trigger)
    after = [t for word in ("from", "by", "of") for t in clause.after(view.sentence, verb, word)]
    inside = {*view.sentence.subtree(event.trigger), *(c for t in after for c in clause.coordinated(view.sentence, t))}
    named = standing(event.sentence, event.actors, inside)
    return replace(event, actors=named, recipients=event.recipients or facing)


def _not_of_main(event: CodedEvent, view: View) -> CodedEvent:
    """ "Kenya shut the border after an attack on Garissa", "Russian exports fell after protests in Minsk": Kenya isn't
    the attacker, and nobody protests against Russia.
    """
    token = view.token(event.trigger)
    preposition = view.token(token.head)
    verb = view.sentence.clause(preposition.index)
    on_occasion = token.dep == "pobj" and preposition.text.lower() in _OCCASION
    if not on_occasion or clause.is_passive(view.sentence, verb) or view.possessor(event.trigger):
        return event
    subjects = clause.children(view.sentence, verb, "nsubj")
    if event.event_type in LAID_ON:
        inside = {i for s in subjects for i in view.sentence.subtree(s)}
        return replace(event, actors=without(event.sentence, event.actors, inside))
    if event.event_type == "PROTEST":
        whose = {i for s in subjects if s not in view.parties for i in view.sentence.subtree(s)}
        return replace(event, recipients=without(event.sentence, event.recipients, whose))
    return event


def _not_of_other_noun(event: CodedEvent, view: View) -> CodedEvent:
    """ "Her trip comes before a visit by B to C": B and C belong to the visit."""
    if event.event_type not in RECIPROCAL:
        return event
    own = set(view.sentence.path(event.trigger)) | set(view.sentence.subtree(event.trigger))
    others = (t.index for t in view.sentence.tokens if t.pos == "NOUN" and t.index not in own)
    told = (n for n in others if _tells(view, n, event.event_type))
    theirs = {i for n in told for i in view.sentence.subtree(n) if i != n}
    ids = frozenset(m.actor.actor_id for i in theirs for m in view.parties.get(i, ()))
    kept = without(event.sentence, event.recipients, theirs)
    return replace(event, recipients=kept, ruled_out=event.ruled_out | ids)


def _not_in_relative(event: CodedEvent, view: View) -> CodedEvent:
    """ "The drills are about isles that A and B claim": these do in their own clause what they do."""
    if event.event_type not in RECIPROCAL:
        return event
    apart: set[int] = set()
    for token in view.sentence.tokens:
        if token.dep == "relcl" and token.head != event.trigger:
            inside = set(view.sentence.subtree(token.index))
            apart |= inside if event.trigger not in inside else set()
    actors, recipients = (without(event.sentence, side, apart) for side in (event.actors, event.recipients))
    return replace(event, actors=actors, recipients=recipients)


def _tells(view: View, noun: int, event_type: str) -> bool:
    readings = view.lexicon.entries.get(("n", view.token(noun).lemma.lower()), ())
    return any(e.event_type == event_type for e in readings)


def _after(event: CodedEvent, view: View, words: Sequence[str]) -> Parties:
    """Parties after a preposition that hangs on a deed's noun, or on the noun that it is of ("imposition of")."""
    nouns = [event.trigger]
    above = view.token(view.token(event.trigger).head)
    if above.text.lower() == "of" and view.token(above.head).pos == "NOUN":
        nouns.append(above.head)
    heads = [t for noun in nouns for word in words for t in clause.after(view.sentence, noun, word)]
    return view.at_all(c for t in heads for c in clause.coordinated(view.sentence, t))


_RULES = (
    not_by_teller, not_by_namer, _done_to_owner, judged, _between, _laid_on, _undergone, _not_of_main,
    _not_of_other_noun, _not_in_relative, not_by_feeler, _not_by_scene,
    not_by_who_talks, _among_victims,
)  # fmt: skip
