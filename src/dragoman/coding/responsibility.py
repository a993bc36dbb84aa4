"""Attacks by unnamed men that a group has said to be its own: "the Taliban claimed responsibility for the attack".

Reports begin with gunmen and a bomber, and tell farther down which group claims to have sent them. Where one group
alone claims an attack, it is the doer of what the unnamed did before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.lexicon import lexicon
from dragoman.coding.saying import SAYING
from dragoman.coding.slots import CLAIMED
from dragoman.coding.view import Parties
from dragoman.ontology.plover import UNLAWFUL
from dragoman.ontology.pronouns import IT, THEY, WE
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence, Token

_REACH = 6
"""Sentences between an attack and the claim to it."""
_CLAIMING = {"accept", "admit", "assume", "claim", "take"}
_DOING = {"carry", "conduct", "execute", "launch", "mount", "orchestrate", "perpetrate", "stage"}
_OWNING_UP = SAYING | {"admit", "announce", "boast", "confirm"}
_OWN = IT | THEY | WE


def with_claimed(events: Sequence[CodedEvent], resolved: ResolvedText) -> list[CodedEvent]:
    """The events, the group that claims an attack the doer of what unnamed attackers did."""
    claims = list(_claims(resolved))
    if len({m.actor.actor_id for _, m in claims}) != 1:
        return list(events)
    at, group = claims[0]
    sentences = resolved.annotated.sentences
    return [
        _claimed(e, at, group)
        if _is_open(e) and _is_near(e, at, resolved) and not _is_grievance(sentences[e.sentence], e.trigger)
        else e
        for e in events
    ]


def _claimed(event: CodedEvent, at: int, group: ActorMention) -> CodedEvent:
    own = group.actor.actor_id
    recipients = tuple(m for m in event.recipients if m.actor.actor_id != own)
    told = "" if event.sentence == at else "; claimed farther on"
    return replace(event, actors=(group,), recipients=recipients, rule=event.rule + told)


def _claims(resolved: ResolvedText) -> Iterator[tuple[int, ActorMention]]:
    """The groups that claim an attack, with the sentence in which each does."""
    for sentence in resolved.annotated.sentences:
        for token in sentence.tokens:
            heads = [h for first in _claimants(sentence, token) for h in clause.coordinated(sentence, first)]
            for head in heads:
                yield from ((sentence.index, m) for m in _groups(resolved, sentence, head))


def _claimants(sentence: Sentence, token: Token) -> list[int]:
    """Who claims, where a word says that an attack is claimed."""
    teller = _own_to_teller(sentence, token) if token.lemma.lower() in lexicon().classes["attack_noun"] else None
    if teller is not None:
        return clause.subjects(sentence, teller)
    if token.lemma in CLAIMED and token.dep in {"dobj", "nsubjpass"}:
        verb = sentence.tokens[token.head]
    elif token.lemma == "claim" and token.pos == "VERB" and clause.is_passive(sentence, token.index):
        verb = token
    else:
        return []
    if verb.lemma not in _CLAIMING or clause.children(sentence, verb.index, "neg"):
        return []
    if clause.is_passive(sentence, verb.index):
        return clause.agent(sentence, verb.index)
    return clause.subjects(sentence, verb.index)


def _own_to_teller(sentence: Sentence, attack: Token) -> int | None:
    """The verb of saying whose subject tells an attack of its own: "said it had carried out the attack", "says that its
    men were behind the bombing".
    """
    definite = any(sentence.tokens[c].text.lower() in {"the", "this", "both"} for c in sentence.children[attack.index])
    above = sentence.tokens[attack.head]
    verb = sentence.tokens[above.head] if attack.dep == "pobj" and above.text.lower() == "behind" else above
    does = verb.lemma in _DOING and attack.dep == "dobj" if verb is above else verb.lemma == "be"
    if not (definite and does and verb.dep == "ccomp" and sentence.tokens[verb.head].lemma in _OWNING_UP):
        return None
    if clause.children(sentence, verb.index, "neg"):
        return None
    doers = [sentence.tokens[s] for s in clause.children(sentence, verb.index, "nsubj")]
    owners = [sentence.tokens[c] for d in doers for c in clause.children(sentence, d.index, "poss")]
    own = any(t.text.lower() in _OWN for t in (*doers, *owners))
    return verb.head if own else None


def _groups(resolved: ResolvedText, sentence: Sentence, head: int) -> Parties:
    return tuple(m for m in resolved.parties.get((sentence.index, head), ()) if m.actor.kind == "group")


def _is_open(event: CodedEvent) -> bool:
    """Whether an attack's doers are unnamed men who act for no state, or not told."""
    if event.event_type != "ASSAULT":
        return False
    return all(m.actor.kind == "unnamed" and set(m.actor.sectors[:1]) <= UNLAWFUL for m in event.actors)


_RETALIATION = {"answer", "payback", "reprisal", "response", "retaliation", "retribution", "revenge", "vengeance"}


def _is_grievance(sentence: Sentence, trigger: int) -> bool:
    """Whether an attack is what another is the answer to: "in retaliation for air strikes"."""
    above = sentence.tokens[sentence.tokens[trigger].head]
    return above.dep == "prep" and sentence.tokens[above.head].lemma.lower() in _RETALIATION


def _is_near(event: CodedEvent, at: int, resolved: ResolvedText) -> bool:
    sentence = resolved.annotated.sentences[event.sentence]
    is_title = resolved.annotated.clean.passages[sentence.passage].kind == "title"
    return is_title or 0 <= at - event.sentence <= _REACH
