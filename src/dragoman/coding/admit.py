"""What an accepted reading is, given the others of its sentence."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.lexicon import Test
from dragoman.coding.match import Filled
from dragoman.coding.norms import is_norm
from dragoman.coding.saying import SAYING
from dragoman.coding.view import View
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence

_EXERCISE = Test("@exercise")


def joint(view: View, filled: Filled) -> Filled:
    """An exercise of two states together is cooperation, of one alone a show of force."""
    states = {m.actor.country for m in filled.actors if m.actor.country}
    if filled.entry.event_type != "MOBILIZE" or len(states) < 2 or filled.recipients:
        return filled
    if not view.meets(_EXERCISE, filled.trigger):
        return filled
    entry = replace(filled.entry, event_type="COOPERATE", event_mode="")
    return replace(filled, entry=entry, actors=filled.actors[:1], recipients=filled.actors[1:])


_WARNING = {"caution", "alert"}
_ANSWERING = {"hit", "strike", "retaliate", "respond", "answer", "react", "reciprocate", "counter"}
_ENDING = {"stop", "cease", "halt", "quit", "suspend", "end", "discontinue"}
_OCCASIONS = {"time", "way", "place", "season", "reason", "chance", "opportunity"}


def is_general(sentence: Sentence, filled: Filled) -> bool:
    """Whether a word is defined ("an embargo is a ban on trade") or tells of an occasion that is nobody's ("a time to
    negotiate", "the best way to attack it"): then it tells of no deed.
    """
    token = sentence.tokens[filled.trigger]
    head = sentence.tokens[token.head]
    if token.dep == "nsubj" and head.lemma == "be" and head.tag == "VBZ":
        said = clause.children(sentence, head.index, "attr")
        return _has_article(sentence, token.index) and any(_has_article(sentence, noun) for noun in said)
    return token.dep in {"acl", "relcl"} and token.tag == "VB" and head.lemma in _OCCASIONS and not filled.actors


def is_view(sentence: Sentence, filled: Filled) -> bool:
    """Whether a warning only says how something is: "warned that it was too early to celebrate" threatens nobody."""
    if filled.entry.event_type != "THREATEN" or sentence.tokens[filled.trigger].lemma not in SAYING | _WARNING:
        return False
    contents = clause.children(sentence, filled.trigger, "ccomp")
    if any(sentence.tokens[c].lemma == "be" and clause.children(sentence, c, "acomp") for c in contents):
        return True
    return _is_of_others(sentence, filled, contents)


def _is_of_others(sentence: Sentence, filled: Filled, contents: Sequence[int]) -> bool:
    """Whether a warning to nobody foretells what others are doing, and not what its own side will do."""
    if clause.children(sentence, filled.trigger, "dobj", "dative"):
        return False
    lands = {m.actor.country for m in filled.actors}
    own = {m.head for m in (*filled.actors, *filled.recipients) if m.actor.country in lands}
    subjects = [s for c in contents for s in clause.children(sentence, c, "nsubj", "nsubjpass")]
    ahead = any(sentence.tokens[a].tag == "MD" for c in contents for a in clause.children(sentence, c, "aux"))
    return not ahead and any(sentence.tokens[s].pos != "PRON" and s not in own for s in subjects)


def is_press_work(_: Sentence, filled: Filled) -> bool:
    """Whether what is done is only how journalists come by their news: inquiries, requests and talks of the press."""
    if not filled.actors:
        return False
    if filled.entry.event_mode == "investigate":
        return all({"JRN", "MED"} & set(m.actor.sectors) for m in filled.actors)
    asked = filled.entry.event_type in {"REQUEST", "CONSULT"}
    return asked and all(m.actor.sectors[:1] == ("JRN",) for m in filled.actors)


_RETURNING = {"return", "come", "fly", "arrive", "rush", "hurry"}


def is_homecoming(sentence: Sentence, filled: Filled) -> bool:
    """Whether a visit is only a return to one's own country: "Hollande returned to Paris"."""
    if filled.entry.event_mode != "visit" or sentence.tokens[filled.trigger].lemma.lower() not in _RETURNING:
        return False
    homes = {m.actor.country for m in filled.actors}
    return bool(filled.recipients) and all(m.actor.country in homes for m in filled.recipients)


def is_capability(sentence: Sentence, filled: Filled) -> bool:
    """Whether only what something can do is told: "a missile capable of reaching Guam", "too weak to attack it"."""
    token = sentence.tokens[filled.trigger]
    if sentence.is_infinitive(token.index) and sentence.tokens[token.head].pos == "ADJ":
        return any(sentence.tokens[c].text.lower() == "too" for c in sentence.children[token.head])
    above = sentence.tokens[sentence.tokens[token.head].head]
    return token.dep == "pcomp" and above.lemma.lower() in {"capable", "incapable"}


_SHORT = {"low", "short", "dry"}


def is_shortage(sentence: Sentence, filled: Filled) -> bool:
    """Whether a verb tells that something is wanting: "is running low on missiles" moves none."""
    if sentence.tokens[filled.trigger].pos != "VERB":
        return False
    return any(
        sentence.tokens[c].text.lower() in _SHORT and sentence.tokens[c].dep in {"acomp", "advmod", "prt", "oprd"}
        for c in sentence.children[filled.trigger]
    )


def is_answer(sentence: Sentence, filled: Filled) -> bool:
    """Whether a word only says that a deed told beside it is an answer: "hit back by expelling two envoys"."""
    if sentence.tokens[filled.trigger].lemma not in _ANSWERING:
        return False
    by = [
        c
        for c in clause.children(sentence, filled.trigger, "prep")
        if sentence.tokens[c].text.lower() in {"by", "with"}
    ]
    return any(sentence.tokens[c].tag == "VBG" for b in by for c in clause.children(sentence, b, "pcomp"))


_WANTING = {"want", "need", "wish", "desire", "crave", "value"}
_RELATIONS = {"tie", "relation", "relationship", "friendship", "link", "bond", "rapport", "alliance"}


def is_interest(sentence: Sentence, filled: Filled) -> bool:
    """Whether a verb of wanting only tells of an interest: "needs close ties with Oslo" asks for nothing."""
    token = sentence.tokens[filled.trigger]
    objects = clause.children(sentence, token.index, "dobj")
    return token.lemma in _WANTING and any(sentence.tokens[o].lemma.lower() in _RELATIONS for o in objects)


_KEEPING = {"soldier", "plod", "labor", "labour", "carry", "struggle", "press", "muddle"}


def is_keeping_on(sentence: Sentence, filled: Filled) -> bool:
    """Whether a verb with "on" only tells that somebody keeps going: "the country soldiered on"."""
    token = sentence.tokens[filled.trigger]
    below = sentence.children[token.index]
    on = any(sentence.tokens[c].text.lower() == "on" and not sentence.children[c] for c in below)
    return token.lemma in _KEEPING and on and not clause.children(sentence, token.index, "dobj")


NO_DEEDS = (
    is_general, is_view, is_answer, is_shortage, is_interest, is_keeping_on, is_press_work, is_homecoming,
    is_capability, is_norm,
)  # fmt: skip
"""Readings that tell of no deed."""


def _has_article(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[c].text.lower() in {"a", "an"} for c in sentence.children[noun])


_ASKED_FOR = {"RETREAT", "CONCEDE", "AID", "SUPPORT", "AGREE", "REJECT", "ACCUSE", "REQUEST"}
"""What a request asks for is told by the request's mode; only force, measures and meetings are events of their own."""


def asked_for(sentence: Sentence, event: CodedEvent, others: Sequence[CodedEvent]) -> bool:
    """Whether a deed that isn't done is only what a request in its sentence asks for ("urged Kigali to withdraw"), or
    what a request or a promise rules out ("promised not to attack").
    """
    if any(sentence.tokens[c].dep == "neg" for c in sentence.children[event.trigger]):
        asking = _words_of(others, event, {"REQUEST", "AGREE"})
    elif event.event_type in _ASKED_FOR and (_is_hypothetical(event) or _is_to_yield(sentence, event)):
        asking = _words_of(others, event, {"REQUEST"})
    else:
        return False
    node = event.trigger
    token = sentence.tokens[node]
    if token.dep == "conj" and token.tag == "VBD" and sentence.tokens[token.head].tag == "VB":
        return False  # the parser hangs "told A to leave and summoned B" below "leave"
    for _ in range(len(sentence.tokens)):
        above = sentence.tokens[node].head
        if above in asking:
            return sentence.tokens[node].dep != "conj"
        if above == node:
            return False
        node = above
    return False


def _is_to_yield(sentence: Sentence, event: CodedEvent) -> bool:
    """Whether a yielding is what the verb above is to bring about: "ordered the bureau to set him free"."""
    token = sentence.tokens[event.trigger]
    infinitive = token.dep == "xcomp" and token.tag == "VB" and sentence.is_infinitive(event.trigger)
    return event.event_type in {"RETREAT", "CONCEDE"} and infinitive


def is_stopped(sentence: Sentence, event: CodedEvent, others: Sequence[CodedEvent]) -> bool:
    """Whether a deed is only what another event of its sentence ends: "stopped selling arms" is one deed, no sale."""
    token = sentence.tokens[event.trigger]
    above = sentence.tokens[token.head]
    ended = token.tag == "VBG" and token.dep in {"xcomp", "dobj"} and above.lemma.lower() in _ENDING
    return ended and any(above.index in e.words for e in others if e is not event)


def _words_of(events: Sequence[CodedEvent], but: CodedEvent, types: Collection[str]) -> set[int]:
    return {w for e in events if e is not but and e.event_type in types for w in e.words}


def _is_hypothetical(event: CodedEvent) -> bool:
    if event.embedded or event.judgement is None:
        return event.embedded == "hypothetical"
    odds = dict(event.judgement.statuses)
    return bool(odds) and max(odds, key=lambda s: odds[s]) == "hypothetical"
