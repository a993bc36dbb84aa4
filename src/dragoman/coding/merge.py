"""One event for several words that tell it: "staged a protest", "the raid killed", "agreed to resolve"."""

from collections.abc import Iterable

from dragoman.coding.match import Filled
from dragoman.types.text import Sentence


def merge(sentence: Sentence, filled: Iterable[Filled]) -> list[Filled]:
    """One event for a verb and the noun of the same type that belongs to it ("staged a protest", "the raid killed"): at
    the word that the lexicon knows to tell it, before one that only the encoder hears.
    """
    kept: list[Filled] = []
    for f in sorted(filled, key=lambda f: (f.entry.source == "encoder", -f.score)):
        partner = next((k for k in kept if _same_deed(sentence, k, f)), None)
        if partner is None:
            kept.append(f)
        elif _is_below(sentence, partner, f):
            kept[kept.index(partner)] = _joined(f, partner)
        else:
            kept[kept.index(partner)] = _joined(partner, f)
    return sorted(kept, key=lambda f: f.trigger)


def _is_below(sentence: Sentence, a: Filled, b: Filled) -> bool:
    """Whether verb ``a`` is the infinitive of verb ``b`` ("agreed to resolve"): then ``b`` tells the event."""
    token = sentence.tokens[a.trigger]
    return token.dep == "xcomp" and token.head in b.words and b.entry.pos == "v"


def _same_deed(sentence: Sentence, a: Filled, b: Filled) -> bool:
    if set(a.words) & set(b.words):
        return True
    if a.entry.event_type != b.entry.event_type or a.entry.pos == b.entry.pos == "v":
        return a.entry.event_type == b.entry.event_type and _linked(sentence, a, b, {"xcomp"})
    if "a" in {a.entry.pos, b.entry.pos} and _linked(sentence, a, b, {"prep", "acomp", "advmod", "oprd"}):
        return True
    return _linked(sentence, a, b, {"dobj", "nsubj", "nsubjpass", "pobj", "compound", "attr"})


def _linked(sentence: Sentence, a: Filled, b: Filled, deps: set[str]) -> bool:
    for upper, lower in ((a, b), (b, a)):
        token = sentence.tokens[lower.trigger]
        if token.dep in deps:
            head = token.head
            if token.dep == "pobj" and upper.entry.pos != "n":
                head = sentence.tokens[head].head
            if head in upper.words:
                return True
    return False


def _joined(a: Filled, b: Filled) -> Filled:
    """``a`` with the parties of ``b`` where it has none."""
    actors = a.actors or tuple(p for p in b.actors if p not in a.recipients)
    recipients = a.recipients or tuple(p for p in b.recipients if p not in actors)
    if not a.recipients and not recipients and a.actors and b.actors:
        ids = {p.actor.actor_id for p in a.actors}
        recipients = tuple(p for p in b.actors if p.actor.actor_id not in ids) if a.entry.reciprocal else ()
    return Filled(a.entry, a.trigger, a.words, actors, recipients, (*a.absorbed, *b.words), a.objects)
