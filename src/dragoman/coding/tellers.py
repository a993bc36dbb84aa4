"""Who tells of a deed that a noun names, hears of it, judges it or is moved by it hasn't done it."""

from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.saying import SAYING
from dragoman.coding.slots import SUPPORT_VERBS
from dragoman.coding.view import View, without
from dragoman.ontology.plover import LAID_ON
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence, Token

_NEAR = 6
_JUDGING = {
    "call", "deem", "brand", "label", "term", "dub", "describe", "consider", "find", "rule", "judge", "pronounce",
    "regard", "view", "see", "declare", "characterise", "characterize", "depict", "portray",
}  # fmt: skip
"""Verbs by which somebody says what a deed was."""


def not_by_namer(event: CodedEvent, view: View) -> CodedEvent:
    """ "During what the army called a riot": who says what something was hasn't done it; a riot is against him."""
    tokens = view.sentence.tokens
    for verb in view.sentence.path(event.trigger)[1:]:
        if tokens[verb].lemma in SAYING | _JUDGING:
            what = any(tokens[n].text.lower() == "what" for n in range(max(0, verb - _NEAR), verb))
            namers = view.at_all(clause.children(view.sentence, verb, "nsubj")) if what else ()
            ids = {m.actor.actor_id for m in namers}
            actors = tuple(m for m in event.actors if m.actor.actor_id not in ids)
            faced = event.recipients or (namers if event.event_type == "PROTEST" and not actors else ())
            return replace(event, actors=actors, recipients=faced)
    return event


def not_by_teller(event: CodedEvent, view: View) -> CodedEvent:
    """ "The spokesman told the court that the visit was a success": who only tells of a meeting doesn't take part, and
    who is told of a deed doesn't do it.
    """
    tokens, verb = view.sentence.tokens, view.sentence.clause(event.trigger)
    apart = ("nsubj", "dobj", "dative") if event.event_type == "CONSULT" else ("dobj", "dative")
    outside: set[int] = set()
    while tokens[verb].dep in {"ccomp", "conj", "advcl"}:
        verb = view.sentence.clause(tokens[verb].head)
        apart = (*apart, "nsubj") if tokens[verb].lemma == "deny" else apart
        if tokens[verb].lemma in SAYING:
            outside |= {c for s in clause.children(view.sentence, verb, *apart) for c in view.sentence.subtree(s)}
    return replace(event, actors=without(event.sentence, event.actors, outside))


_FEELING = {
    "alarm", "anger", "appal", "appall", "avert", "brief", "celebrate", "cheer", "commemorate", "concern", "condemn",
    "cover", "decry", "denounce", "deny", "deplore", "describe", "devastate", "dismay", "escape", "fear", "foil",
    "grieve", "hear", "horrify", "investigate", "lament", "mark", "mourn", "outrage", "praise", "prevent", "probe",
    "recall", "regret", "remember", "report", "rue", "sadden", "see", "shock", "sicken", "stun", "survive", "thwart",
    "unsettle", "witness",
}  # fmt: skip
"""Verbs whose subject learns of a deed, tells of it or is moved by it, and hasn't done it."""


def not_by_feeler(event: CodedEvent, view: View) -> CodedEvent:
    """ "Canadians are shocked by the attack", "witnesses described an attack", "briefed on the attack": whom a deed
    moves, and who tells of it, hasn't done it.
    """
    if event.event_type not in LAID_ON | {"PROTEST"} or view.possessor(event.trigger):
        return event
    tokens = view.sentence.tokens
    verbs = [v for v in view.sentence.path(event.trigger)[1:] if tokens[v].lemma.lower() in _FEELING]
    subjects = [s for v in verbs for s in clause.children(view.sentence, v, "nsubj", "nsubjpass")]
    feelers = {i for below in map(view.sentence.subtree, subjects) if event.trigger not in below for i in below}
    return replace(event, actors=without(event.sentence, event.actors, feelers))


_ABOUT = {"about", "on", "over", "regarding", "concerning"}
_TOPICAL = {
    "address", "brief", "briefing", "chat", "comment", "conversation", "coverage", "debate", "detail", "discuss",
    "film", "hearing", "information", "interview", "latest", "learn", "news", "post", "report", "speak", "statement",
    "story", "talk", "testify", "tweet", "update", "write",
}  # fmt: skip
"""Words after which a deed is only what is talked of."""


def not_by_who_talks(event: CodedEvent, view: View) -> CodedEvent:
    """ "NPR's A talks to B about the attack", "C with the latest on the attacks": these talk of it."""
    tokens = view.sentence.tokens
    if event.event_type not in LAID_ON:
        return event
    topics = [p for p in view.sentence.path(event.trigger)[1:] if tokens[p].text.lower() in _ABOUT]
    topics = [p for p in topics if _is_topical(tokens[tokens[p].head])]
    if not topics:
        return event
    inside = set(view.sentence.subtree(topics[-1]))
    talkers = {t.index for t in tokens if t.index not in inside}
    return replace(event, actors=without(event.sentence, event.actors, talkers))


def _is_topical(word: Token) -> bool:
    return bool({word.lemma.lower(), word.text.lower()} & _TOPICAL)


def judged(event: CodedEvent, view: View) -> CodedEvent:
    """ "The court declared his arrest unlawful": who calls a deed something didn't do it. Where the verb may as well
    carry the deed ("called a strike"), only if it says what that was.
    """
    sentence, noun = view.sentence, view.token(event.trigger)
    verb = sentence.tokens[noun.head]
    is_called = noun.dep == "nsubj" and clause.is_small_clause(sentence, verb.index)
    if is_called:
        verb = sentence.tokens[verb.head]
    elif noun.dep == "dobj":
        is_called = _is_called_something(sentence, verb.index, noun.index)
    else:
        return event
    if verb.lemma not in _JUDGING or (verb.lemma in SUPPORT_VERBS and not is_called):
        return event
    judges = {m.actor.actor_id for m in view.at_all(view.subjects(verb.index))}
    return replace(event, actors=tuple(m for m in event.actors if m.actor.actor_id not in judges))


def _is_called_something(sentence: Sentence, verb: int, noun: int) -> bool:
    """Whether something is said of a verb's object, by itself or by an adjective that the parser hangs behind it."""
    inside = (sentence.tokens[c] for c in sentence.subtree(noun))
    behind = any(t.dep == "amod" and t.index > t.head for t in inside)
    return behind or bool(clause.children(sentence, verb, "oprd", "acomp"))
