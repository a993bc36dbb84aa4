"""ResolvedText to coded events: predicates, their parties and types."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding import clause
from dragoman.coding.anaphora import with_addressees
from dragoman.coding.authorities import with_authorities
from dragoman.coding.demands import demands
from dragoman.coding.embedding import governor
from dragoman.coding.lexicon import Test, lexicon
from dragoman.coding.match import NEEDS_BOTH, Filled, best_reading
from dragoman.coding.slots import complement
from dragoman.coding.view import Parties, View, unique
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence

LONGEST = 400
"""Sentences of more tokens than this are tables or lists that lost their line ends; no event is read from them."""
_SPEAKING = {"comment", "say", "elaborate", "answer", "speak", "disclose", "identify", "respond", "specify", "tell",
             "explain", "reveal", "name", "describe", "give", "be"}  # fmt: skip
_EXERCISE = Test("@exercise")
_AMONG_PEOPLE = {"ASSAULT", "COERCE", "PROTEST"}
"""Types that are political among people of any kind."""
_STANCES = {"REJECT", "AGREE", "REQUEST"}
_POLITICAL = {"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "UAF", "PRM", "PTY", "OPP", "IGO", "UNO", "EUR", "ELI"}


def code(resolved: ResolvedText) -> tuple[CodedEvent, ...]:
    """The events of a report, in order of their triggers."""
    found: list[CodedEvent] = []
    by_sentence: dict[int, dict[int, Parties]] = {}
    for (index, head), parties in resolved.parties.items():
        by_sentence.setdefault(index, {})[head] = parties
    for sentence in resolved.annotated.sentences:
        if len(sentence.tokens) <= LONGEST:
            view = View(sentence, by_sentence.get(sentence.index, {}), lexicon())
            found.extend(code_sentence(view))
    aimed = with_addressees(found, resolved.annotated.sentences)
    return tuple(with_authorities(event, resolved) for event in aimed)


def code_sentence(view: View) -> list[CodedEvent]:
    """The events of one sentence."""
    filled = [f for t in view.sentence.tokens if (f := best_reading(view, t.index)) is not None]
    filled = _merge(view.sentence, filled)
    by_word = {w: f for f in filled for w in (*f.absorbed, *f.words)}
    told = [f for f in filled if _is_event(f) and not _is_empty_stance(view, f, by_word)]
    events = [_event(view.sentence, _joint(view, f), by_word) for f in told]
    return [*events, *demands(view)]


def _is_event(filled: Filled) -> bool:
    """Whether enough is known of the parties for an event: both, or a political one and a deed that needs no other."""
    parties = (*filled.actors, *filled.recipients)
    if not parties:
        return False
    if filled.entry.event_type in NEEDS_BOTH and not (filled.actors and filled.recipients):
        return bool(filled.actors) and not filled.entry.recipient and filled.entry.event_type == "SUPPORT"
    if filled.entry.pos != "v" and not filled.actors:
        return filled.entry.event_type in {"ASSAULT", "COERCE", "SANCTION", "PROTEST"}
    if filled.entry.event_type in _AMONG_PEOPLE:
        return True
    return any(_is_political(p.actor.kind, p.actor.sectors, p.actor.country) for p in parties)


def _joint(view: View, filled: Filled) -> Filled:
    """An exercise of two states together is cooperation, of one alone a show of force."""
    states = {m.actor.country for m in filled.actors if m.actor.country}
    if filled.entry.event_type != "MOBILIZE" or len(states) < 2 or filled.recipients:
        return filled
    if not view.meets(_EXERCISE, filled.trigger):
        return filled
    entry = replace(filled.entry, event_type="COOPERATE", event_mode="")
    return replace(filled, entry=entry, actors=filled.actors[:1], recipients=filled.actors[1:])


def _is_empty_stance(view: View, filled: Filled, by_word: dict[int, Filled]) -> bool:
    """Whether somebody agrees, refuses or asks to do what is no political matter: its clause names no other party
    and no event ("refused to comment").
    """
    if filled.recipients or filled.entry.event_type not in _STANCES:
        return False
    heads = [c for how, _ in filled.entry.complements for c in complement(view.sentence, filled.trigger, how)]
    if not heads or any(view.token(h).pos not in {"VERB", "AUX"} for h in heads):
        return False
    if all(view.token(h).lemma in _SPEAKING for h in heads):
        return True
    inside = {i for h in heads for i in clause.subtree(view.sentence, h)}
    own = {m.actor.actor_id for m in filled.actors}
    named = any(m.actor.actor_id not in own for i in inside for m in view.parties.get(i, ()))
    return not named and not any(i in by_word for i in inside)


def _is_political(kind: str, sectors: Sequence[str], country: str) -> bool:
    return kind in {"state", "body", "group", "office"} or bool(set(sectors) & _POLITICAL) or bool(country)


def _merge(sentence: Sentence, filled: Iterable[Filled]) -> list[Filled]:
    """One event for a verb and the noun of the same type that belongs to it ("staged a protest", "the raid killed")."""
    kept: list[Filled] = []
    for f in sorted(filled, key=lambda f: -f.score):
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
    return Filled(a.entry, a.trigger, a.words, actors, recipients, (*a.absorbed, *b.words))


def _event(sentence: Sentence, filled: Filled, by_word: dict[int, Filled]) -> CodedEvent:
    above = governor(sentence, filled, by_word)
    actors, recipients = filled.actors, filled.recipients
    embedder: Parties = ()
    if above is not None:
        embedder = above[0].actors
        if not actors and filled.entry.pos == "n" and above[0].recipients:
            actors = tuple(p for p in above[0].recipients if p not in recipients)
    return CodedEvent(
        sentence=sentence.index,
        trigger=filled.trigger,
        words=filled.words,
        event_type=filled.entry.event_type,
        event_mode=filled.entry.event_mode,
        actors=unique(actors),
        recipients=unique(recipients),
        rule=f"{filled.entry.event_type} {filled.entry.predicate}/{filled.entry.pos} ({filled.entry.source})",
        score=filled.score,
        embedded=above[1] if above else "",
        embedded_by=above[0].trigger if above else None,
        embedder=embedder,
    )
