"""Who answers in an interview: "I" and "we" outside quotation marks are the one who was asked.

A report is an interview where several of its paragraphs are questions. Who answers is the person whom it names first;
the paragraphs after a question are his up to the next one.
"""

from collections.abc import Sequence

from dragoman.types.text import Sentence

_QUESTIONS = 3
_LONGEST = 60
"""Words of the longest question."""
_ASKER = {"q", "question"}


def answers(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences that the one who is interviewed says; none where the report is no interview."""
    passages: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        passages.setdefault(sentence.passage, []).append(sentence)
    asked = {number: _is_question(held) for number, held in passages.items()}
    if sum(asked.values()) < _QUESTIONS:
        return frozenset()
    first = next(number for number, is_question in asked.items() if is_question)
    return frozenset(s.index for s in sentences if s.passage > first and not asked[s.passage])


def _is_question(held: Sequence[Sentence]) -> bool:
    """Whether a paragraph asks: it says so, or it is short and ends with a question mark."""
    first, last = held[0].tokens, held[-1].tokens
    labelled = len(first) > 1 and first[0].text.lower() in _ASKER and first[1].text in {":", "."}
    return labelled or (last[-1].text == "?" and sum(len(s.tokens) for s in held) <= _LONGEST)
