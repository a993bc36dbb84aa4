"""The running day of a news report: when the undated deeds of its story happened.

A report of the day tells its story in the simple past and dates it once or twice; what is told on in the same tense
happened then ("... on Saturday. Guterres condemned the strike."). So the day goes on from one sentence to the next,
starts as the day of publication where the report tells news of its day, and stops at what is told as background: in
the pluperfect, in a relative or adverbial clause, beside a date of its own, or after a sentence of long ago.

This is an inference, and ``date_basis`` says so. Nothing is dated where the report has no day, and no state or plan.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.attribute.nearness import is_meanwhile
from dragoman.attribute.when import of_a_noun
from dragoman.ontology.plover import SPEECH
from dragoman.types.coded import CodedEvent
from dragoman.types.event import EventDate, EventMention
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import Sentence, Token
from dragoman.types.time import TimeMention

_RECENT = timedelta(days=8)
"""How long before publication a day may lie that the story runs on from."""
_SOON = 10
"""Sentences within which a report names the day of its story, if it does."""
_OPENING = 3
"""Sentences of the body whose day is also that of the headline."""
AWAY = 1
"""Sentences, the dated one included, for which a paragraph that told of another time is taken to go on so."""
_HOUR = re.compile(r"\[?(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_ENTRIES = 3
"""Paragraphs that begin with the hour in a report that is written as things happen."""
_BACKGROUND = {"relcl", "acl", "pcomp"}
_SUBORDINATE = {"after", "before", "since", "when", "if", "unless", "until", "because", "although", "though", "once"}
_OWNED_UP = {"confirm", "admit", "acknowledge", "concede", "reveal", "disclose", "recall", "remember", "know", "find"}
_AT_NO_TIME = {"repeatedly", "often", "always", "never", "long", "previously", "consistently", "regularly", "routinely"}
"""Adverbs of what was done at other times, or at many."""
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
    told: bool = False
    """Whether the text names the day."""
    home: tuple[date, str] | None = None
    """The day that the story goes on with after this paragraph, which looks back to an earlier one, and its words."""


def run_on(
    mentions: Sequence[EventMention], events: Sequence[CodedEvent], resolved: ResolvedText
) -> tuple[EventMention, ...]:
    """The mentions, with the running day for undated deeds of the report's own story. ``events`` go with ``mentions``
    one by one.
    """
    published = resolved.annotated.clean.report.published.date
    if published is None:
        return tuple(mentions)
    fresh = _is_fresh(resolved, published)
    running = _Running(published, "the report's day: told as news, without a date of its own", -1)
    clock: list[_Running] = []
    for sentence in resolved.annotated.sentences:
        running = _entered(running, resolved, sentence) or _moved(running, resolved, sentence, published)
        clock.append(running)
    words, deeds = _with_headline(clock, resolved), _with_headline(_opened(clock), resolved)
    found = []
    for mention, event in zip(mentions, events, strict=True):
        sentence = resolved.annotated.sentences[event.sentence]
        clock = words if event.event_type in SPEECH else deeds
        dated = _in_turn(resolved, event, mention)
        if dated is None and _runs_on(sentence, event, mention, fresh):
            dated = _dated(mention, clock[event.sentence])
        found.append(dated or mention)
    return tuple(found)


def _in_turn(resolved: ResolvedText, event: CodedEvent, mention: EventMention) -> EventMention | None:
    """A mention with the time of the clause before its own, which goes on with it: "on Friday A left; B stayed"."""
    sentence = resolved.annotated.sentences[event.sentence]
    verb = _finite(sentence, event.trigger)
    if mention.when.first is not None or mention.status not in _TOLD:
        return None
    if verb is None or not _is_news_tense(sentence, verb, title=False):
        return None
    joined = _joined(sentence, verb.index)
    times = [
        t for t in resolved.times
        if _is_dated_in(sentence, t) and t.end <= sentence.tokens[event.trigger].start and not of_a_noun(sentence, t)
        and (head := sentence.head_at(t.start, t.end)) is not None and sentence.clause(head) in joined
    ]  # fmt: skip
    if not times:
        return None
    last = times[-1]
    basis = f"{last.text!r}: {last.basis}, of the clause before"
    return replace(mention, when=EventDate(last.first, last.last, last.precision, basis))


def _is_aside_of(sentence: Sentence, verb: int) -> bool:
    """Whether a clause goes on about the one that it names: "met Shoukry, who called the dam a threat"."""
    token = sentence.tokens[verb]
    after = sentence.tokens[token.head + 1].text if token.head + 1 < len(sentence.tokens) else ""
    return token.dep == "relcl" and token.tag == "VBD" and after == ","


def _joined(sentence: Sentence, verb: int) -> set[int]:
    """The verbs of the clauses that a clause is coordinated with, its own among them."""
    found = {verb}
    while sentence.tokens[verb].dep in {"conj", "parataxis", "ccomp"} or _is_aside_of(sentence, verb):
        above = sentence.clause(sentence.tokens[verb].head)
        if above == verb or above in found:
            break
        verb = above
        found.add(verb)
    return found | {c for v in found for c in sentence.children[v] if _is_half(sentence, c, v)}


def _is_half(sentence: Sentence, clause: int, verb: int) -> bool:
    """Whether a clause is the first half of a sentence that a semicolon divides: parsers hang it below the second."""
    between = sentence.tokens[clause:verb]
    return sentence.tokens[clause].dep in {"ccomp", "parataxis"} and any(t.text == ";" for t in between)


def _dated(mention: EventMention, running: _Running) -> EventMention:
    if mention.when.first is not None or running.away:
        return mention
    return replace(mention, when=EventDate(running.day, running.day, "day", running.basis))


def _is_fresh(resolved: ResolvedText, published: date) -> bool:
    """Whether a report tells news: it names a day or a week shortly before its own, or its paragraphs are entries with
    the hour.
    """
    entries = sum(_HOUR.match(p.text) is not None for p in resolved.annotated.clean.passages)
    return entries >= _ENTRIES or any(
        t.type in {"DATE", "TIME"} and t.precision in {"day", "week"}
        and any(day is not None and _is_recent(day, published) for day in (t.first, t.last))
        for t in resolved.times
    )  # fmt: skip


def _is_recent(day: date, published: date) -> bool:
    return timedelta(0) <= published - day <= _RECENT


def _opened(clock: Sequence[_Running]) -> list[_Running]:
    """The running days with the first day that the text names for the deeds before it: a report may open without one
    ("a ferry has been boarded ... shots were heard late on Thursday").
    """
    first = next((i for i, r in enumerate(clock[:_SOON]) if r.told), 0)
    return [replace(clock[first], away=r.away) if i < first else r for i, r in enumerate(clock)]


def _with_headline(clock: Sequence[_Running], resolved: ResolvedText) -> list[_Running]:
    """The running days with that of the opening sentences for the headline, which tells the same news sooner."""
    passages = resolved.annotated.clean.passages
    sentences = resolved.annotated.sentences
    body = [clock[s.index] for s in sentences if passages[s.passage].kind == "body"][:_OPENING]
    lead = next((r for r in body if r.passage >= 0 and not r.away and r.told), None)
    titles = {s.index for s in sentences if passages[s.passage].field == "title"}
    return [lead if lead is not None and i in titles else running for i, running in enumerate(clock)]


def _entered(running: _Running, resolved: ResolvedText, sentence: Sentence) -> _Running | None:
    """The day of a chronicle's entry, which all of its paragraph is told of; None outside such."""
    if sentence.passage not in resolved.entries:
        return None
    if sentence.passage == running.passage:
        return running
    first = next((t for t in resolved.times if t.passage == sentence.passage and t.first is not None), None)
    if first is None or first.first is None:
        return None
    return _Running(first.first, f"the day of its entry, {first.text!r}", sentence.passage, told=True)


def _moved(running: _Running, resolved: ResolvedText, sentence: Sentence, published: date) -> _Running:
    """The running day at a sentence: its own recent day; away where its paragraph tells of long ago."""
    times = [t for t in resolved.times if _is_dated_in(sentence, t) and not _is_aside(sentence, t)]
    if any(_is_relative(sentence, t) for t in resolved.times):
        return replace(running, passage=sentence.passage, away=AWAY)
    same = sentence.passage == running.passage
    if running.home and not same:
        day, basis = running.home
        running = _Running(day, basis, running.passage, told=True)
    if not times:
        return replace(running, passage=sentence.passage, away=max(0, running.away - 1) if same else 0)
    first = times[0]
    assert first.first is not None and first.last is not None
    if _is_recent(first.first, published) and first.first == first.last:
        back = running.told and first.first < running.day
        home = running.home or ((running.day, running.basis) if back else None)
        home = home if home and home[0] > first.first else None
        return _Running(
            first.first, f"the story's running day, by {first.text!r}", sentence.passage, told=True, home=home
        )
    return replace(running, passage=sentence.passage, away=AWAY)


def _is_dated_in(sentence: Sentence, time: TimeMention) -> bool:
    dated = time.first is not None and time.type in {"DATE", "TIME"} and time.text.lower() != "now"
    return dated and sentence.holds(time.passage, time.start)


def _is_aside(sentence: Sentence, time: TimeMention) -> bool:
    """Whether a time is that of something told beside the story: "the officers who have held him since Wednesday"."""
    at = next((t.index for t in sentence.tokens if t.end > time.start), 0)
    clause = sentence.clause(at)
    while is_meanwhile(sentence, clause) and clause != (above := sentence.clause(sentence.tokens[clause].head)):
        clause = above
    to_be_done = sentence.is_infinitive(clause)
    return to_be_done or (sentence.tokens[clause].dep != "acl" and _is_background(sentence, sentence.tokens[clause]))


def _is_relative(sentence: Sentence, time: TimeMention) -> bool:
    """Whether a length of time leads away from another happening: "three days after the raid", "a year before"."""
    if time.type != "DURATION" or not sentence.holds(time.passage, time.start):
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
    speech, title = event.event_type in SPEECH, mention.trigger.field == "title"
    while speech and verb.dep == "ccomp" and not _is_news_tense(sentence, verb, title=title):
        verb = sentence.tokens[verb.head]
    if any(sentence.tokens[c].text.lower() in _AT_NO_TIME for c in sentence.children[verb.index]):
        return False
    news = _is_news_tense(sentence, verb, title=title) or (speech and _is_present(sentence, verb))
    return news and not _is_background(sentence, verb, speech=speech)


def _is_present(sentence: Sentence, verb: Token) -> bool:
    """Whether a report has somebody speak as it is written: "the party calls on the government to resign"."""
    return verb.tag in {"VBZ", "VBP"} and not _helpers(sentence, verb)


def _finite(sentence: Sentence, trigger: int) -> Token | None:
    """The verb that carries the deed's tense: itself, the verb that a noun hangs on, or that of an infinitive."""
    token = sentence.tokens[trigger]
    if token.dep in {"aux", "auxpass"}:
        token = sentence.tokens[token.head]
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
    """Whether a verb stands in what somebody said, where the pluperfect is the past of the story; what is confirmed or
    admitted was before.
    """
    above = sentence.tokens[verb.head]
    said = verb.dep == "ccomp" and above.tag == "VBD" and above.index != verb.index
    return said and above.lemma.lower() not in _OWNED_UP


def _is_background(sentence: Sentence, verb: Token, *, speech: bool = False) -> bool:
    """Whether a verb stands in a clause that tells what lies behind the story. What was said is part of the story also
    where an aside tells it.
    """
    token = verb
    for _ in range(12):
        if token.dep in _BACKGROUND and not (speech and _is_aside_of(sentence, token.index)):
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
