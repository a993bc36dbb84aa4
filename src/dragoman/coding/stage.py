"""ResolvedText to coded events: predicates, their parties and types."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.admit import asked_for, is_stopped, joint
from dragoman.coding.affairs import density_of, is_dense, public_affairs, thinness_of
from dragoman.coding.anaphora import with_addressees
from dragoman.coding.authorities import with_authorities, with_protesters
from dragoman.coding.corefer import with_antecedents
from dragoman.coding.demands import demands
from dragoman.coding.embedding import governor
from dragoman.coding.encoder import encoder
from dragoman.coding.heard import Heard, hear
from dragoman.coding.identity import with_names
from dragoman.coding.implied import with_implied
from dragoman.coding.judge import Considered, alone, decided, judgement, proposals
from dragoman.coding.lexicon import lexicon
from dragoman.coding.match import Filled, best_reading
from dragoman.coding.merge import merge
from dragoman.coding.reach import by_reach
from dragoman.coding.responsibility import with_claimed
from dragoman.coding.sharing import with_shared
from dragoman.coding.view import Parties, View, unique
from dragoman.types.coded import CodedEvent
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence

SIDES = 2
"""Parties that a sentence without any known word must name to be read by the encoder."""
LONGEST = 400
"""Sentences of more tokens than this are tables or lists that lost their line ends; no event is read from them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A word that might tell an event: the event it was coded as, or None and the reason."""

    considered: Considered
    event: CodedEvent | None
    reason: str


def code(resolved: ResolvedText) -> tuple[CodedEvent, ...]:
    """The events of a report, in order of their triggers."""
    sentences = resolved.annotated.sentences
    found = told(resolved)
    density = density_of(found, sentences)
    public = public_affairs(found, sentences, density)
    known = with_implied(public, resolved) if is_dense(density) else public
    named = (with_protesters(with_authorities(event, resolved, known), resolved) for event in known)
    finished = (by_reach(event, sentences) for event in named)
    return tuple(replace(event, thinness=thinness_of(density)) for event in finished)


def told(resolved: ResolvedText) -> tuple[CodedEvent, ...]:
    """What a report tells, private affairs among it, with the parties that it says."""
    found: list[CodedEvent] = []
    for sentence, view in views(resolved):
        text = text_of(resolved, sentence)
        found += with_shared([d.event for d in decide(view, text) if d.event is not None], view)
        found += demands(view)
    claimed = with_claimed(with_antecedents(found, resolved), resolved)
    aimed = with_addressees(claimed, resolved.annotated.sentences)
    return with_names(aimed, resolved.annotated.sentences)


def views(resolved: ResolvedText) -> list[tuple[Sentence, View]]:
    """The sentences that are read, each with its parties."""
    by_sentence: dict[int, dict[int, Parties]] = {}
    for (index, head), parties in resolved.parties.items():
        by_sentence.setdefault(index, {})[head] = parties
    return [
        (s, View(s, by_sentence.get(s.index, {}), lexicon()))
        for s in resolved.annotated.sentences
        if len(s.tokens) <= LONGEST
    ]


def text_of(resolved: ResolvedText, sentence: Sentence) -> str:
    """A sentence as it is to be read."""
    return resolved.annotated.clean.passages[sentence.passage].text[sentence.start : sentence.end]


def propose(view: View, text: str) -> tuple[Heard, list[Considered]] | None:
    """The words of a sentence that might tell an event, not yet decided on. A sentence without parties isn't read."""
    readings = [f for t in view.sentence.tokens if (f := best_reading(view, t.index)) is not None]
    if not view.parties or (not readings and not _may_tell(view)):
        return None
    heard = hear(view, encoder().read(text))
    return heard, proposals(heard, merge(view.sentence, readings))


def decide(view: View, text: str) -> list[Decision]:
    """What is made of each word of a sentence that might tell an event."""
    proposed = propose(view, text)
    if proposed is None:
        return []
    heard, considered = proposed[0], [decided(proposed[0], c) for c in proposed[1]]
    filled = merge(view.sentence, [c.filled for c in considered if c.filled is not None])
    by_word = {w: f for f in filled for w in (*f.absorbed, *f.words)}
    decisions = [_decision(heard, c, by_word) for c in considered]
    events = [d.event for d in decisions if d.event is not None]
    return [_but_part(d, events, view) for d in decisions]


def _but_part(decision: Decision, events: Sequence[CodedEvent], view: View) -> Decision:
    """A decision, turned where its event is only part of another that the sentence tells."""
    event, considered = decision.event, decision.considered
    if event is not None and asked_for(view.sentence, event, events):
        return Decision(considered, None, "what a request asks for, told by its mode")
    if event is not None and is_stopped(view.sentence, event, events):
        return Decision(considered, None, "what another event puts an end to")
    return decision


def event_at(view: View, text: str, trigger: int) -> CodedEvent:
    """The event told at a word, whether it would be coded or not."""
    for decision in decide(view, text):
        if decision.event is not None and trigger in (decision.event.trigger, *decision.event.words):
            return replace(decision.event, trigger=trigger)
    heard = hear(view, encoder().read(text))
    odds = heard.read.type_odds(heard.offset(trigger))
    best = 1 if odds is None else int(odds[1:].argmax()) + 1
    considered = alone(heard, trigger, heard.read.labels.types[best])
    assert considered.filled is not None
    event = _event(view.sentence, considered.filled, {})
    return replace(event, judgement=judgement(heard, considered.filled, considered))


def _may_tell(view: View) -> bool:
    """Whether a sentence in which no word is known to tell an event is worth the encoder's time: it names two sides."""
    return len({m.actor.actor_id for parties in view.parties.values() for m in parties}) >= SIDES


def _decision(heard: Heard, considered: Considered, by_word: dict[int, Filled]) -> Decision:
    if considered.filled is None:
        return Decision(considered, None, considered.reason)
    filled = by_word[considered.trigger]
    if filled.trigger != considered.trigger:
        other = heard.view.token(filled.trigger).text
        return Decision(considered, None, f"one event with {other!r}")
    if not filled.actors and not filled.recipients:
        return Decision(considered, None, "no party of it is known")
    event = _event(heard.view.sentence, joint(heard.view, filled), by_word)
    rule = f"{event.rule}; {considered.reason}"
    event = replace(event, judgement=judgement(heard, filled, considered), rule=rule)
    return Decision(considered, event, considered.reason)


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
        rule=filled.entry.label,
        score=filled.score,
        embedded=above[1] if above else "",
        embedded_by=above[0].trigger if above else None,
        embedder=embedder,
    )
