"""The place of an event: of the toponyms in its clause, the one that belongs to it."""

from collections.abc import Sequence

from dragoman.attribute.nearness import FAR, distance, is_here, unheard
from dragoman.attribute.pointing import POINTING
from dragoman.ontology.plover import SPEECH
from dragoman.types.coded import CodedEvent
from dragoman.types.place import PlaceMention
from dragoman.types.text import Sentence

_LOCATIVE = {"in", "at", "near", "on", "outside", "around", "across", "inside", "off", "along", "throughout", "over",
             "within", "toward", "towards", "into", "to", "from"}  # fmt: skip
_STATIC = _LOCATIVE - {"to", "from", "into", "toward", "towards"}
_ABROAD = {"embassy", "consulate", "ambassador", "consul"}
_JOURNEYS = {"journey", "trip", "visit", "tour", "voyage"}


def place_of(
    sentence: Sentence, event: CodedEvent, places: Sequence[PlaceMention], parties: set[int]
) -> PlaceMention | None:
    """The toponym after a preposition of place nearest to an event; parties of the event are not its place."""
    best: tuple[float, int, PlaceMention] | None = None
    odds = event.judgement.places if event.judgement else ()
    for mention in places:
        if not is_here(sentence, mention.start):
            continue
        head = sentence.head_at(mention.start, mention.end)
        if head is None or _is_doers_own(sentence, head, event):
            continue
        cost = float(distance(sentence, event.trigger, head) + _place_cost(sentence, head, event, parties))
        cost += unheard(sentence, mention.start, mention.end, odds)
        if cost < FAR and (best is None or (cost, abs(head - event.trigger)) < best[:2]):
            best = (cost, abs(head - event.trigger), mention)
    return best[2] if best else None


def _place_cost(sentence: Sentence, head: int, event: CodedEvent, parties: set[int]) -> int:
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if token.text.lower() in POINTING:
        return 0 if token.head in {event.trigger, sentence.clause(event.trigger)} else FAR
    if event.event_type in SPEECH and not _is_where_said(sentence, head, event):
        return FAR
    if _is_of_other_noun(sentence, head, event):
        return FAR
    if token.dep == "pobj" and above.text.lower() in {"on", "over"} and head in parties:
        return FAR
    if token.dep == "pobj" and above.text.lower() in _STATIC:
        return 0
    if token.dep == "pobj" and above.text.lower() in _LOCATIVE:
        return 0 if event.event_mode == "visit" else 2
    if event.event_mode == "visit" and head in parties:
        return 1
    if event.event_type == "ASSAULT" and head in parties and _is_done_to(sentence, head, event):
        return 1
    if token.dep == "pobj" and above.text.lower() == "of" and head not in parties:
        return 3
    if event.event_type == "ASSAULT" and token.dep in {"dobj", "nsubjpass", "conj", "compound"}:
        return FAR if _is_of_doer(sentence, head) else 3
    return FAR


def _is_of_other_noun(sentence: Sentence, head: int, event: CodedEvent) -> bool:
    """Whether a place only tells whose a mission is, or where a journey beside the event leads: "seized near the
    embassy of Mexico", "sanctioned over her journey to Taiwan".
    """
    preposition = sentence.tokens[sentence.tokens[head].head]
    noun = sentence.tokens[preposition.head]
    if sentence.tokens[head].dep != "pobj" or noun.index in event.words:
        return False
    word, lemma = preposition.text.lower(), noun.lemma.lower()
    beside = word == "to" and lemma in _JOURNEYS and event.event_mode != "visit"
    return beside or (word == "of" and lemma in _ABROAD)


def _is_where_said(sentence: Sentence, head: int, event: CodedEvent) -> bool:
    """Whether a place is where a word was given, not what it was about: "said in Geneva", no "apology from Bogota"."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    verb = sentence.clause(event.trigger)
    at_verb = above.head in {event.trigger, verb} or sentence.tokens[above.head].head == verb
    return token.dep == "pobj" and above.text.lower() in _STATIC and at_verb


def _is_of_doer(sentence: Sentence, head: int) -> bool:
    """Whether a place's name says whose the doer is: "US aircraft carried out strikes"."""
    token = sentence.tokens[head]
    while token.dep == "compound":
        token = sentence.tokens[token.head]
    by = token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "by"
    return token.index != head and (token.dep == "nsubj" or by)


def _is_doers_own(sentence: Sentence, head: int, event: CodedEvent) -> bool:
    """Whether a place only says whose the doer is: "President Lukashenko of Belarus would visit"."""
    above = sentence.tokens[sentence.tokens[head].head]
    doers = {m.head for m in event.actors if m.sentence == sentence.index}
    return above.text.lower() == "of" and above.head in doers


def _is_done_to(sentence: Sentence, head: int, event: CodedEvent) -> bool:
    """Whether a place is the one attacked: then it is where the attack was."""
    return any(m.head == head and m.sentence == sentence.index for m in event.recipients)
