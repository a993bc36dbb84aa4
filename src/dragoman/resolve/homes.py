"""Where an unknown person is at home, by the words about his name."""

from dragoman.ontology.knowledge import OF_ONE_STATE
from dragoman.resolve.naming import Reading

_KIN = {
    "aunt", "brother", "cousin", "daughter", "father", "fiance", "fiancee", "grandfather", "grandmother", "husband",
    "mother", "nephew", "niece", "partner", "sister", "son", "uncle", "widow", "widower", "wife", "friend",
}  # fmt: skip


def is_kin(reading: Reading, first: int) -> bool:
    """Whether a name stands after a word for a relative: "her husband, Ghassan Jarrar"."""
    before = [t for t in reading.sentence.tokens[max(0, first - 2) : first] if t.text != ","]
    return bool(before) and before[-1].text.islower() and before[-1].lemma.lower() in _KIN


def whose_kin(reading: Reading, first: int) -> list[int] | None:
    """The tokens of those whose relative somebody is, where the sentence names them: "Ahed Tamimi's father, Bassem",
    "the brothers Fredy and Saul Quispe". None where the text before must tell: "her father".
    """
    sentence = reading.sentence
    noun = next(i for i in range(first - 1, -1, -1) if sentence.tokens[i].text != ",")
    if sentence.tokens[noun].tag == "NNS":
        return [i for i in sentence.subtree(noun) if i > first]
    owners = [c for c in sentence.children[noun] if sentence.tokens[c].dep == "poss"]
    if all(sentence.tokens[c].pos == "PRON" for c in owners):
        return None
    return [i for owner in owners for i in sentence.subtree(owner)]


def served_state(reading: Reading, last: int) -> str:
    """The state of what somebody is of by the words after his name: "Afrim Bunjaku of the Kosovo police"."""
    tokens = reading.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last].text.lower() not in {"of", "from"}:
        return ""
    article = tokens[last + 1].text.lower() in {"the", "its"}
    start = last + 1 + article
    return next((n.value.country for n in reading.names if n.first == start and n.value.kind in OF_ONE_STATE), "")
