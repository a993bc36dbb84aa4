"""What is told as part of a scene that has a date: in a clause of "when", or looking back in a paragraph about it.

"Gunmen killed a judge in March when police stormed a camp whose men had raided a bank": all of this was in March.
"The ferry sank in July. Rebels had fired on it, the navy found": the pluperfect looks back from the scene just told, so
that a deed in it was then too, as far as the scene's date is no closer than a week.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.attribute.nearness import is_meanwhile
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventDate, EventMention
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence
from dragoman.types.time import TimeMention

_TOLD = {"happened", "alleged", "denied"}
_WIDE = {"week", "month", "quarter"}
_BACK = 3
"""Sentences before within which the scene is looked for."""


def in_scene(
    mentions: Sequence[EventMention], events: Sequence[CodedEvent], resolved: ResolvedText
) -> tuple[EventMention, ...]:
    """The mentions, undated ones with the date of the scene that they are part of. ``events`` go with ``mentions`` one
    by one.
    """
    return tuple(
        mention if mention.when.first is not None else _placed_in_time(mention, event, resolved)
        for mention, event in zip(mentions, events, strict=True)
    )


def _placed_in_time(mention: EventMention, event: CodedEvent, resolved: ResolvedText) -> EventMention:
    sentence = resolved.annotated.sentences[event.sentence]
    time = _of_when(sentence, event.trigger, resolved.times) if mention.status != "planned" else None
    basis = "the scene that it is part of"
    if time is None and mention.status in _TOLD and _looks_back(sentence, event.trigger):
        time = _of_paragraph(sentence, resolved)
        basis = "the scene told before"
    if time is None:
        return mention
    return replace(
        mention, when=EventDate(time.first, time.last, time.precision, f"{time.text!r}: {time.basis}, {basis}")
    )


def _of_when(sentence: Sentence, trigger: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time of the clause above the one of "when" in which a deed is told, which has none itself."""
    for node in sentence.path(trigger):
        if sentence.tokens[node].dep in {"advcl", "relcl"} and is_meanwhile(sentence, node):
            inside = set(sentence.subtree(node))
            above = sentence.clause(sentence.tokens[node].head)
            dated = [
                (t, head) for t in _dated(sentence, times) if (head := sentence.head_at(t.start, t.end)) is not None
            ]
            if any(head in inside for _, head in dated):
                return None
            return next((t for t, head in dated if sentence.clause(head) == above), None)
    return None


def _looks_back(sentence: Sentence, trigger: int) -> bool:
    """Whether a deed is told in the pluperfect, or below it."""
    below = (sentence.tokens[c] for node in sentence.path(trigger) for c in sentence.children[node])
    return any(t.dep == "aux" and t.text.lower() == "had" for t in below)


def _of_paragraph(sentence: Sentence, resolved: ResolvedText) -> TimeMention | None:
    """The last time named in the sentences of the paragraph before, if it is a week or a month gone by."""
    published = resolved.annotated.clean.report.published.date
    if any(_dated(sentence, resolved.times)):
        return None
    for before in reversed(resolved.annotated.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if before.passage != sentence.passage:
            return None
        told = _dated(before, resolved.times)
        if told:
            last = told[-1]
            over = published is None or (last.last is not None and last.last < published)
            return last if over and last.precision in _WIDE else None
    return None


def _dated(sentence: Sentence, times: Sequence[TimeMention]) -> list[TimeMention]:
    return [
        t for t in times if t.first is not None and t.type in {"DATE", "TIME"} and sentence.holds(t.passage, t.start)
    ]
