"""One sentence or phrase at a time: the type of a given relation, an actor phrase, the place of a given event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.annotate import annotate, load_parser
from dragoman.attribute.when import distance, place_of
from dragoman.coding.embedding import governor
from dragoman.coding.lexicon import lexicon
from dragoman.coding.match import Filled, best_reading
from dragoman.coding.view import Parties, View
from dragoman.resolve import resolve
from dragoman.settings import Settings
from dragoman.types.actor import Actor
from dragoman.types.coded import CodedEvent
from dragoman.types.place import PlaceMention
from dragoman.types.report import Published, Report
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import CleanText, Passage, Piece, Sentence

_FALLBACK = "CONSULT"
"""The type of a relation in which nothing is found: the field's most frequent one."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a sentence says that one party does to another. ``score`` falls with the distance to the parties."""

    event_type: str
    event_mode: str
    score: float


def resolve_texts(texts: Iterable[tuple[str, date | None]], settings: Settings) -> Iterator[ResolvedText]:
    """Single texts, as they are, with their dates: no cleaning, no title."""
    parser = load_parser(settings.spacy_model)
    for text, day in texts:
        yield resolve(annotate(_as_is(text, day), parser))


def _as_is(text: str, day: date | None) -> CleanText:
    report = Report("", text, published=Published(day, "given") if day else Published())
    if not text.strip():
        return CleanText(report, ())
    return CleanText(report, (Passage("text", "body", text, (Piece(0, len(text), 0, len(text)),), text),))


def relation(resolved: ResolvedText, actor: str, recipient: str) -> Relation:
    """The event type between two phrases of a text, as they are written there."""
    text = resolved.annotated.clean.report.text
    best: tuple[float, Filled] | None = None
    for sentence in resolved.annotated.sentences:
        view = _view(resolved, sentence)
        ends = [_head_of_phrase(sentence, text, phrase) for phrase in (actor, recipient)]
        filled = [f for token in sentence.tokens if (f := best_reading(view, token.index)) is not None]
        for each in filled:
            cost = _cost(sentence, each, ends)
            if best is None or cost < best[0]:
                best = (cost, _outermost(sentence, each, filled))
    if best is None:
        return Relation(_FALLBACK, "", 0.0)
    return Relation(best[1].entry.event_type, best[1].entry.event_mode, round(1 / (1 + max(0.0, best[0])), 3))


def _outermost(sentence: Sentence, filled: Filled, every: Sequence[Filled]) -> Filled:
    """The act that a deed only told of belongs to: what is agreed, urged or refused isn't done, and what a verb eases,
    lifts or extends is told by the verb.
    """
    by_word = {w: f for f in every for w in f.words}
    above = governor(sentence, filled, by_word)
    if above is not None and above[1] in {"planned", "hypothetical", "negated", "denied"}:
        return above[0]
    token = sentence.tokens[filled.trigger]
    verb = by_word.get(token.head)
    if filled.entry.pos == "n" and token.dep in {"dobj", "nsubjpass"} and verb is not None and verb.entry.pos == "v":
        return verb
    return filled


def _view(resolved: ResolvedText, sentence: Sentence) -> View:
    parties: dict[int, Parties] = {h: p for (i, h), p in resolved.parties.items() if i == sentence.index}
    return View(sentence, parties, lexicon())


def _cost(sentence: Sentence, filled: Filled, ends: list[int | None]) -> float:
    """How far a predicate stands from the two parties, less what it has of them."""
    slots = ({m.head for m in filled.actors}, {m.head for m in filled.recipients})
    cost = 0.0
    for end, slot in zip(ends, slots, strict=True):
        if end is not None:
            steps = distance(sentence, filled.trigger, end) if filled.trigger != end else 6
            cost += min(steps, 12) - 4 * (end in slot)
    return cost - 0.2 * filled.entry.weight


def _head_of_phrase(sentence: Sentence, text: str, phrase: str) -> int | None:
    start = text.find(phrase)
    if start < 0 or not sentence.start <= start < sentence.end:
        return None
    end = start + len(phrase)
    inside = [t.index for t in sentence.tokens if t.start < end and t.end > start and t.pos not in {"PUNCT", "SPACE"}]
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), None)


def phrase_actor(resolved: ResolvedText) -> Actor | None:
    """The actor that a phrase stands for: that of its head, else the last one in it."""
    for sentence in resolved.annotated.sentences:
        roots = [t.index for t in sentence.tokens if t.head == t.index]
        for root in roots:
            if found := resolved.parties.get((sentence.index, root)):
                return found[0].actor
    named = [m for m in resolved.actors if m.sentence == 0]
    return named[-1].actor if named else None


def event_place(resolved: ResolvedText, start: int, end: int) -> PlaceMention | None:
    """Where the event told by ``text[start:end]`` happened, as its sentence says; None where it doesn't."""
    for sentence in resolved.annotated.sentences:
        if sentence.start <= start < sentence.end:
            inside = [t.index for t in sentence.tokens if t.start < end and t.end > start]
            if inside:
                event = CodedEvent(sentence.index, inside[0], (inside[0],), "", "", (), (), "", 0.0)
                return place_of(sentence, event, resolved.places, set())
    return None
