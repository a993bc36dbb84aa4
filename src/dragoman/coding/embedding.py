"""Events told within the complement of another: what was accused, urged, promised, denied."""

from collections.abc import Mapping

from dragoman.coding.match import Filled
from dragoman.coding.slots import clause_kind
from dragoman.types.text import Sentence


def governor(sentence: Sentence, filled: Filled, by_word: Mapping[int, Filled]) -> tuple[Filled, str] | None:
    """The event that an event is the complement of, and the status that it gives; None if there is none."""
    node = filled.trigger
    for _ in range(len(sentence.tokens)):
        token = sentence.tokens[node]
        if token.head == node or token.dep in {"relcl", "advcl"}:
            return None
        how, parent = _edge(sentence, node)
        above = by_word.get(parent)
        if above is None and sentence.tokens[parent].dep == "dobj" and how not in {"obj", ""}:
            above = by_word.get(sentence.tokens[parent].head)
        if above is not None and above.trigger != filled.trigger and token.dep != "conj":
            status = dict(above.entry.complements).get(how)
            if status:
                return above, status
        node = parent
    return None


def _edge(sentence: Sentence, node: int) -> tuple[str, int]:
    """How a token hangs on the one above it, in the lexicon's words, and that one; prepositions are stepped over."""
    token = sentence.tokens[node]
    parent = sentence.tokens[token.head]
    if token.dep in {"pobj", "pcomp"}:
        return parent.text.lower(), parent.head
    if token.dep in {"dobj", "obj"}:
        return "obj", parent.index
    if token.dep == "nsubjpass":
        return "obj", parent.index
    if token.dep in {"xcomp", "ccomp", "acl"}:
        return clause_kind(sentence, node), parent.index
    return "", parent.index
