"""One sentence or phrase at a time: the type of a given relation, an actor phrase, the place of a given event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.annotate import annotate, load_parser
from dragoman.attribute.placing import Candidate, candidates, placed
from dragoman.coding import event_at, text_of, views
from dragoman.coding.encoder import Encoded, encoder
from dragoman.resolve import resolve
from dragoman.settings import Settings
from dragoman.types.actor import Actor
from dragoman.types.report import Published, Report
from dragoman.types.resolved import ResolvedText
from dragoman.types.text import CleanText, Passage, Piece

_FALLBACK = "CONSULT"
"""The type of a relation in which nothing is found: the field's most frequent one."""
_TRIGGERS = 0.7
"""How much the words of the sentence count for the type of a relation, beside the two parties; 1 would be as much."""
_UNTOLD = 0.02
"""What a type is taken to be told by though no word seems to."""
_MODE_NEEDS = 0.2
"""How probably a word must tell an event of a type for its mode to be said."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a sentence says that one party does to another. ``score`` is the probability of the type."""

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


def relation(text: str, actor: str, recipient: str) -> Relation:
    """The event type between two phrases of a text, as they are written there. ``score`` is 0 where the text names
    neither of them.
    """
    spans = _span_of(text, actor), _span_of(text, recipient)
    if spans == (None, None):
        return Relation(_FALLBACK, "", 0.0)
    read = encoder().read(text)
    odds = _with_triggers(encoder().relation(text, *spans), read)
    best = max(odds, key=lambda t: odds[t])
    return Relation(best, _mode(read, best), round(odds[best], 3))


def _with_triggers(odds: dict[str, float], read: Encoded) -> dict[str, float]:
    """Probabilities of the types for two parties, weighed with how surely any word of the sentence tells each type."""
    told = dict(zip(read.labels.types, read.types.max(0), strict=True))
    weighed = {t: p * (float(told[t]) + _UNTOLD) ** _TRIGGERS for t, p in odds.items()}
    total = sum(weighed.values())
    return {t: w / total for t, w in weighed.items()}


def _span_of(text: str, phrase: str) -> tuple[int, int] | None:
    start = text.find(phrase) if phrase.strip() else -1
    return (start, start + len(phrase)) if start >= 0 else None


def _mode(read: Encoded, event_type: str) -> str:
    """The mode of an event of a type, at the word that most likely tells one."""
    column = read.labels.types.index(event_type)
    at = int(read.types[:, column].argmax())
    return read.mode(read.starts[at], event_type) if read.types[at, column] > _MODE_NEEDS else ""


def phrase_actor(resolved: ResolvedText) -> Actor | None:
    """The actor that a phrase stands for: that of its head, else the one nearest below it ("several of the unions")."""
    for sentence in resolved.annotated.sentences:
        level = [t.index for t in sentence.tokens if t.head == t.index]
        while level:
            for node in level:
                if found := resolved.parties.get((sentence.index, node)):
                    return found[0].actor
            level = [c for node in level for c in sentence.children[node] if c != node]
    return None


def event_place(resolved: ResolvedText, start: int, end: int) -> Candidate | None:
    """Where the event told by ``text[start:end]`` happened, as its sentence says; None where it doesn't."""
    for sentence, view in views(resolved):
        inside = [t.index for t in sentence.tokens if t.start < end and t.end > start]
        if inside and sentence.start <= start < sentence.end:
            event = event_at(view, text_of(resolved, sentence), inside[0])
            text = resolved.annotated.clean.passages[sentence.passage].text
            return placed(sentence, event, candidates(sentence, text, resolved.places))
    return None
