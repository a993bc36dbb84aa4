"""The predicate lexicon is well formed, and large enough."""

import re

from dragoman.coding.lexicon import Entry, lexicon
from dragoman.coding.match import best_reading
from dragoman.coding.stage import views
from dragoman.ontology.plover import EVENT_TYPES
from dragoman.settings import Settings
from dragoman.single import resolve_texts
from dragoman.types.resolved import ResolvedText
from training.corpus import MODES

EVERY = 3
"""Of the examples each third is read: all of them take half a minute."""
READ_BACK = 0.97
"""The share of examples that must be read back as their own type by the lexicon and the parse alone."""


def entries() -> list:
    return [e for found in lexicon().entries.values() for e in found]


def test_at_least_a_thousand_entries_over_all_types() -> None:
    found = entries()
    assert len(found) >= 1000
    for event_type in EVENT_TYPES:
        assert sum(e.event_type == event_type for e in found) >= 40, event_type


def test_modes_are_those_of_the_ontology() -> None:
    for entry in entries():
        allowed = {"", *MODES.get(entry.event_type, "").split()}
        assert entry.event_mode in allowed, entry.source


def test_examples_mark_their_trigger() -> None:
    for entry in entries():
        if entry.example:
            assert entry.example.count("{") == entry.example.count("}") >= 1, entry.source


def test_every_entry_has_an_example() -> None:
    assert [e.source for e in entries() if not e.example] == []


def test_examples_are_read_as_their_own_type() -> None:
    chosen = entries()[::EVERY]
    texts = [_plain(e.example) for e in chosen]
    resolved = resolve_texts([(text, None) for text, _ in texts], Settings())
    wrong = [
        (e.source, e.example)
        for e, (_, triggers), r in zip(chosen, texts, resolved, strict=True)
        if not _is_read_back(e, triggers, r)
    ]
    assert len(wrong) <= (1 - READ_BACK) * len(chosen), wrong


def _plain(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its marks, and where its trigger words stand."""
    bare = re.sub(r"\[[AR] |\]", "", example)
    text, spans = "", []
    for i, piece in enumerate(re.split(r"[{}]", bare)):
        if i % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def _is_read_back(entry: Entry, triggers: list[tuple[int, int]], resolved: ResolvedText) -> bool:
    tokens = [
        (view, t.index) for s, view in views(resolved) for t in s.tokens if any(a <= t.start < b for a, b in triggers)
    ]
    found = (best_reading(view, index) for view, index in tokens)
    return any(f is not None and f.entry.event_type == entry.event_type for f in found)


def test_no_reading_stands_twice() -> None:
    seen: dict[tuple, str] = {}
    for e in entries():
        key = (e.event_type, e.pos, e.words, e.recipient, e.themes, e.complements, e.actor, e.event_mode)
        assert key not in seen, (e.source, seen.get(key))
        seen[key] = e.source
