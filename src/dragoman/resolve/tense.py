"""The tense of the clause at a place in a text, for weekdays and months that look both ways."""

from collections.abc import Sequence
from typing import Literal

from dragoman.types.text import Sentence

Tense = Literal["past", "future", "present"]


def tense_at(sentences: Sequence[Sentence], position: int) -> Tense | None:
    """The tense of the nearest verb above the word at a passage position, None where there is none."""
    for sentence in sentences:
        if sentence.start <= position < sentence.end:
            return _tense(sentence, position)
    return None


def _tense(sentence: Sentence, position: int) -> Tense | None:
    token = next((t for t in sentence.tokens if t.start <= position < t.end), None)
    found: Tense | None = None
    for _ in range(len(sentence.tokens)):
        if token is None:
            break
        if token.pos in {"VERB", "AUX"}:
            found = _of_verb(sentence, token.index)
            if found:
                return found
        token = sentence.tokens[token.head] if token.head != token.index else None
    return found


def _of_verb(sentence: Sentence, index: int) -> Tense | None:
    verb = sentence.tokens[index]
    helpers = [sentence.tokens[c] for c in sentence.children[index] if sentence.tokens[c].dep in {"aux", "auxpass"}]
    words = {h.text.lower() for h in helpers}
    if words & {"will", "shall", "'ll", "wo"} or ("to" in words and verb.tag == "VB"):
        return "future"
    if words & {"had", "was", "were", "did", "has", "have", "would"} or verb.tag == "VBD":
        return "past" if "would" not in words else "future"
    if verb.tag in {"VBZ", "VBP"} or words & {"is", "are", "am", "do", "does"}:
        return "present"
    return "past" if verb.tag == "VBN" else None
