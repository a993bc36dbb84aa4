"""The noun phrase about a word."""

from dragoman.types.text import Sentence

_LEFT = {
    "det",
    "amod",
    "compound",
    "poss",
    "nmod",
    "nummod",
    "quantmod",
    "predet",
    "case",
    "punct",
    "advmod",
    "npadvmod",
}


def phrase_range(sentence: Sentence, head: int) -> tuple[int, int]:
    """The tokens of a noun phrase from its left-most modifier to its head, half-open."""
    first = head
    for child in reversed([c for c in sentence.children[head] if c < head]):
        if sentence.tokens[child].dep not in _LEFT:
            break
        first = min(first, _leftmost(sentence, child))
    for index in range(head - 1, first, -1):
        counted, before = sentence.tokens[index], sentence.tokens[index - 1]
        if counted.pos == "NUM" and before.pos == "PROPN" and before.dep in {"nmod", "compound", "poss"}:
            first = index  # "gave the Philippines four patrol boats": the number begins another phrase
            break
    while first < head and sentence.tokens[first].pos == "PUNCT":
        first += 1
    return first, head + 1


def _leftmost(sentence: Sentence, index: int) -> int:
    first = index
    stack = [index]
    while stack:
        node = stack.pop()
        first = min(first, node)
        stack.extend(c for c in sentence.children[node] if c < index + 1)
    return first
