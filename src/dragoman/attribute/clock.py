"""The running day of a news report: when the undated deeds of its story happened.

A report of the day tells its story in the simple past and dates it once or twice; what is told on in the same tense
happened then ("... on Saturday. Guterres condemned the strike."). So the day goes on from one sentence to the next,
starts as the day of publication where the report tells news of its day, and stops at what is told as background: in
the pluperfect, in a relative or adverbial clause, beside a date of its own, or after a sentence of long ago.

This is an inference, and ``date_basis`` says so. Nothing is dated where the report has no day, and no state or plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.ontology.plover import SPEECH
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventDate, EventMention
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence, Token
from dragoman.types.time import TimeMention

_RECENT = timedelta(days=8)
"""How long before publication a day may lie that the story runs on from."""
AWAY = 1
"""Sentences, the dated one included, for which a paragraph that told of another time is taken to go on so."""
_BACKGROUND = {"relcl", "acl", "pcomp"}
_SUBORDINATE = {"after", "before", "since", "when", "if", "unless", "until", "because", "although", "though", "once"}
_BEING = {"is", "are", "was", "were", "'s", "'re"}
_TOLD = {"happened", "alleged", "denied"}


@dataclass(frozen=True, slots=True)
class _Running:
    """The day that the story has come to and the words that say so. ``away`` counts the sentences for which it goes on
    to tell of another time.
    """

    day: date
    basis: str
    passage: int
    away: int = 0


def run_on(
    mentions: Sequence[EventMention], events: Sequence[CodedEvent], resolved: ResolvedText
) -> tuple[EventMention, ...]:
    """The mentions, with the running day for undated deeds of the report's own story. ``events`` go with ``mentions``
    one by one.
    """
    published = resolved.annotated.clean.report.published.date
    if published is None:
        return tuple(mentions)
    fresh = any(_is_recent(m.when, published) for m in mentions)
    running = _Running(published, "the report's day: told as news, without a date of its own", -1)
    clock: list[_Running] = []
    for sentence in resolved.annotated.sentences:
        running = _moved(running, resolved, sentence, published)
        clock.append(running)
    return tuple(
        _dated(mention, clock[event.sentence])
        if _runs_on(resolved.annotated.sentences[event.sentence], event, mention, fresh)
        else mention
        for mention, event in zip(mentions, events, strict=True)
    )


def _dated(mention: EventMention, running: _Running) -> EventMention:
    if mention.when.first is not None or running.away:
        return mention
    return replace(mention, when=EventDate(running.day, running.day, "day", running.basis))


def _is_recent(when: EventDate, published: date) -> bool:
    return when.first is not None and when.first == when.last and published - _RECENT <= when.first <= published


def _moved(running: _Running, resolved: ResolvedText, sentence: Sentence, published: date) -> _Running:
    """The running day at a sentence: its own recent day; away where its paragraph tells of long ago."""
    times = [
        t
        for t in resolved.times
        if t.passage == sentence.passage
        and sentence.start <= t.start < sentence.end
        and t.first is not None
        and t.last is not None
        and t.type in {"DATE", "TIME"}
    ]
    if any(_is_relative(sentence, t) for t in resolved.times if t.passage == sentence.passage):
        return replace(running, passage=sentence.passage, away=AWAY)
    if not times:
        same = sentence.passage == running.passage
        return replace(running, passage=sentence.passage, away=max(0, running.away - 1) if same else 0)
    first = times[0]
    assert first.first is not None and first.last is not None
    if published - _RECENT <= first.first and first.last <= published and first.first == first.last:
        return _Running(first.first, f"the story's running day, by {first.text!r}", sentence.passage)
    return replace(running, passage=sentence.passage, away=AWAY)


def _is_relative(sentence: Sentence, time: TimeMention) -> bool:
    """Whether a length of time leads away from another happening: "three days after the raid", "a year before"."""
    if time.type != "DURATION" or not sentence.start <= time.start < sentence.end:
        return False
    after = next((t.text.lower() for t in sentence.tokens if t.start >= time.end), "")
    return after in {"after", "before", "since", "later", "earlier", "until"}


def _runs_on(sentence: Sentence, event: CodedEvent, mention: EventMention, fresh: bool) -> bool:
    """Whether a deed is told as part of the running story."""
    if mention.status not in _TOLD or not (fresh or event.event_type in SPEECH):
        return False
    verb = _finite(sentence, event.trigger)
    if verb is None:
        return mention.trigger.field == "title"
    return _is_news_tense(sentence, verb, title=mention.trigger.field == "title") and not _is_background(sentence, verb)


def _finite(sentence: Sentence, trigger: int) -> Token | None:
    """The verb that carries the deed's tense: itself, the verb that a noun hangs on, or that of an infinitive."""
    token = sentence.tokens[trigger]
    for _ in range(6):
        going_on = token.tag == "VBG" and bool(_helpers(sentence, token) & _BEING)
        if token.pos in {"VERB", "AUX"} and (token.tag not in {"VB", "VBG"} or going_on):
            return token
        if token.head == token.index or token.dep in {"relcl", "acl", "pcomp", "poss", "compound"}:
            return None
        token = sentence.tokens[token.head]
    return None


def _is_news_tense(sentence: Sentence, verb: Token, *, title: bool) -> bool:
    helpers = _helpers(sentence, verb)
    if "had" in helpers and _is_reported(sentence, verb):
        helpers.remove("had")
        helpers.add("has")
    if helpers & {"had", "would", "will", "could", "may", "might", "should", "must", "can"}:
        return False
    if verb.tag == "VBD" or (verb.tag == "VBG" and helpers & _BEING):
        return True
    if verb.tag == "VBN":
        return bool(helpers & {"was", "were", "has", "have"}) or (verb.dep == "conj") or title
    return title


def _helpers(sentence: Sentence, verb: Token) -> set[str]:
    """The auxiliaries of a verb."""
    below = (sentence.tokens[c] for c in sentence.children[verb.index])
    return {t.text.lower() for t in below if t.dep in {"aux", "auxpass"}}


def _is_reported(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in what somebody said, where the pluperfect is the past of the story."""
    above = sentence.tokens[verb.head]
    return verb.dep == "ccomp" and above.tag == "VBD" and above.index != verb.index


def _is_background(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in a clause that tells what lies behind the story."""
    token = verb
    for _ in range(12):
        if token.dep in _BACKGROUND:
            return True
        if token.dep == "advcl":
            marks = {
                sentence.tokens[c].text.lower()
                for c in sentence.children[token.index]
                if sentence.tokens[c].dep in {"mark", "advmod", "prep"}
            }
            if marks & _SUBORDINATE:
                return True
        if token.head == token.index:
            return False
        token = sentence.tokens[token.head]
    return False
