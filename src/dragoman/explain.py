"""A report told sentence by sentence: what was considered, what was coded of it and why, what was turned down."""

from dataclasses import asdict, dataclass
from typing import Any

from dragoman.coding import stage
from dragoman.coding.affairs import density_of, public_affairs
from dragoman.coding.view import View
from dragoman.pipeline import CodedReport, code_report
from dragoman.settings import Settings
from dragoman.types.actor import Actor, ActorMention
from dragoman.types.event import EventMention
from dragoman.types.report import Rejected, Report
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence, Span

_UNSURE = "too unlikely right, all in all"
_PRIVATE = "a private matter in a report of private affairs"
_Where = tuple[int, int]
"""A sentence and the word in it that tells an event."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word that might tell an event. ``coded`` is the event in one line, '' where it was turned down; ``odds`` are
    the likeliest types with their probabilities; ``lexicon`` is the reading that the lexicon proposed.
    """

    word: str
    start: int
    end: int
    coded: str
    reason: str
    odds: tuple[tuple[str, float], ...]
    lexicon: str
    why: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence, who is named in it, and the words weighed, in order."""

    number: int
    text: str
    parties: tuple[str, ...]
    weighed: tuple[Weighed, ...]

    def record(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def explain(report: Report, settings: Settings) -> tuple[ExplainedSentence, ...] | Rejected:
    """Codes a report and tells how. One that can't be coded is rejected with its reason."""
    coded = code_report(report, settings)
    if isinstance(coded, Rejected):
        return coded
    resolved = coded.resolved
    told = stage.told(resolved)
    sentences = resolved.annotated.sentences
    public = {(e.sentence, e.trigger) for e in public_affairs(told, sentences, density_of(told, sentences))}
    private = {(e.sentence, e.trigger) for e in told} - public
    return tuple(_sentence(coded, sentence, view, private) for sentence, view in stage.views(resolved))


def _sentence(coded: CodedReport, sentence: Sentence, view: View, private: set[_Where]) -> ExplainedSentence:
    resolved = coded.resolved
    text = stage.text_of(resolved, sentence)
    by_trigger = {m.trigger: m for m in coded.attributed.events}
    weighed = tuple(_weighed(resolved, sentence, d, by_trigger, private) for d in stage.decide(view, text))
    told = {w.start for w in weighed if w.coded}
    whole = resolved.annotated.span(sentence, sentence.start, sentence.end)
    further = tuple(
        Weighed(m.trigger.text, m.trigger.start, m.trigger.end, one_line(m), "by rule", (), "", m.why)
        for m in coded.attributed.events
        if m.sentence == whole and m.trigger.start not in told
    )
    named = dict.fromkeys(_party(m) for ms in view.parties.values() for m in ms)
    return ExplainedSentence(sentence.index + 1, text, tuple(named), tuple(sorted((*weighed, *further), key=_place)))


def _party(mention: ActorMention) -> str:
    """Whom a phrase means, and of one that might mean others whom, and why not."""
    shown = f"{mention.span.text} = {who(mention.actor)}"
    if mention.choice is None or len(mention.choice.candidates) < 2:
        return shown
    others = ", ".join(f"{name} {score:.2f}" for name, score in mention.choice.candidates)
    return f"{shown} [{others}; {mention.choice.why}]" if mention.choice.why else f"{shown} [{others}]"


def _place(weighed: Weighed) -> int:
    return weighed.start


def _weighed(
    resolved: ResolvedText,
    sentence: Sentence,
    decision: stage.Decision,
    by_trigger: dict[Span, EventMention],
    private: set[_Where],
) -> Weighed:
    considered = decision.considered
    words = decision.event.words if decision.event else (considered.trigger,)
    span = resolved.annotated.span(sentence, sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end)
    mention = by_trigger.get(span) if decision.event else None
    return Weighed(
        word=span.text,
        start=span.start,
        end=span.end,
        coded=one_line(mention) if mention else "",
        reason=_turned_down(decision, private) if decision.event and mention is None else decision.reason,
        odds=considered.odds,
        lexicon=considered.lexicon,
        why=mention.why if mention else "",
    )


def _turned_down(decision: stage.Decision, private: set[_Where]) -> str:
    """Why an event was left out after all."""
    event = decision.event
    return _PRIVATE if event is not None and (event.sentence, event.trigger) in private else _UNSURE


def one_line(mention: EventMention) -> str:
    """An event mention as a line: type, mode, parties, status, day, place, by whose word."""
    parts = [
        f"{mention.event_type} {mention.event_mode}".strip(),
        f"{_names(mention.actors)} → {_names(mention.recipients)}",
        mention.status,
    ]
    if mention.when.first:
        parts.append(str(mention.when.first))
    if mention.place:
        parts.append(mention.place.place.name)
    if mention.claimants:
        parts.append("by the word of " + ", ".join(c.actor.name for c in mention.claimants))
    return " · ".join(parts)


def who(actor: Actor) -> str:
    """An actor with country and sectors."""
    return f"{actor.name} ({' '.join(x for x in (actor.country, *actor.sectors) if x) or actor.kind})"


def _names(parties: tuple[Any, ...]) -> str:
    return ", ".join(m.actor.name for m in parties) or "–"
