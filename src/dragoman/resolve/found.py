"""Known phrases in a sentence, by its tokens."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ontology.demonyms import OF_LANGUAGES
from dragoman.ontology.knowledge import Known, Role, knowledge
from dragoman.ontology.phrases import PhraseIndex
from dragoman.types.text import Sentence

_NAME_TAGS = {"PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "ADV", "PRON"}
_RELATIONAL = {"VBN", "VBD", "VBG", "JJ", "NN"}


@dataclass(frozen=True, slots=True)
class Found[T]:
    """A known phrase on tokens ``first`` to ``last`` (half-open)."""

    first: int
    last: int
    value: T


def find[T](sentence: Sentence, text: str, index: PhraseIndex[T]) -> Iterator[Found[T]]:
    """Phrases of ``index`` in the sentence; ``text`` is its passage's. A phrase must begin and end with a token."""
    by_start = {t.start: t.index for t in sentence.tokens}
    by_end = {t.end: t.index + 1 for t in sentence.tokens}
    for match in index.find(text[sentence.start : sentence.end]):
        first = by_start.get(sentence.start + match.start)
        last = by_end.get(sentence.start + match.end) or by_end.get(sentence.start + match.end + 1)
        if first is not None and last is not None and first < last:
            yield Found(first, last, match.value)


def names_in(sentence: Sentence, text: str) -> tuple[Found[Known], ...]:
    """Names of states, peoples, bodies, agencies, groups and regions."""
    found = [f for f in find(sentence, text, knowledge().names) if _is_name(sentence, f)]
    return tuple(f for f in found if not any(_is_namesake(sentence, f, other) for other in found))


def _is_namesake(sentence: Sentence, found: Found[Known], before: Found[Known]) -> bool:
    """Whether a name is only the end of one that begins with another state: "the Uganda People's Defence Forces"."""
    of_another = before.value.country and before.value.country != found.value.country
    first = sentence.tokens[found.first]
    within = first.entity == "ORG" and not first.entity_begins
    return bool(within and of_another and before.last == found.first and before.value.kind == "state")


def _is_name(sentence: Sentence, found: Found[Known]) -> bool:
    """Whether a match is a name of its own and not a part of a person's or a compound with another sense."""
    tokens = sentence.tokens[found.first : found.last]
    if any(t.entity == "PERSON" for t in tokens) and _inside_longer(sentence, found, "PERSON"):
        return False
    return any(t.pos in _NAME_TAGS for t in tokens)


def _inside_longer(sentence: Sentence, found: Found[Known], label: str) -> bool:
    before = sentence.tokens[found.first - 1] if found.first else None
    after = sentence.tokens[found.last] if found.last < len(sentence.tokens) else None
    starts_inside = not sentence.tokens[found.first].entity_begins and before is not None and before.entity == label
    ends_inside = after is not None and after.entity == label and not after.entity_begins
    return starts_inside or ends_inside


def is_relational(sentence: Sentence, found: Found[Known]) -> bool:
    """Whether a nationality only qualifies: "Russian-backed forces", "pro-Iranian", "anti-Western", "a former English
    teacher".
    """
    tokens = sentence.tokens
    tongue = found.value.kind == "nationality" and found.last < len(tokens)
    spoken = OF_LANGUAGES | (_TEACHING if tokens[found.first].text == "English" else set())
    if tongue and tokens[found.last].lemma.lower() in spoken:
        return True
    if found.last + 1 < len(tokens) and tokens[found.last].text in {"-", "–"}:
        after = tokens[found.last + 1]
        if after.tag in _RELATIONAL and after.text[0].islower():
            return True
    return found.first >= 2 and tokens[found.first - 1].text == "-" and tokens[found.first - 2].text.lower() in _SIDES


_TEACHING = {"lecturer", "teacher", "tutor"}
"""Nouns before which "English" is one: a French teacher may be French, an English one would be British."""
_SIDES = {"anti", "pro", "non", "trans", "ex", "post", "pre", "then"}


_HOMES = {"house", "houses"}
"""Nouns that name an institution with a capital only."""


def roles_in(sentence: Sentence, text: str) -> tuple[Found[Role], ...]:
    """Nouns for people, institutions and offices, where they stand as nouns."""
    return tuple(f for f in find(sentence, text, knowledge().roles) if _is_noun(sentence, f))


def _is_noun(sentence: Sentence, found: Found[Role]) -> bool:
    head = sentence.tokens[head_of(sentence, found.first, found.last)]
    if head.text in _HOMES and found.last - found.first == 1:
        return False
    if head.pos in {"NOUN", "PROPN"} or (head.pos == "ADJ" and found.last - found.first > 1):
        return True
    return head.pos in {"ADJ", "ADV", "X"} and head.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of a range whose own head lies outside it; the last such one."""
    outside = [i for i in range(first, last) if not first <= sentence.tokens[i].head < last or _is_root(sentence, i)]
    nominal = [i for i in outside if sentence.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "PRON", "NUM"}]
    return (nominal or outside or [last - 1])[-1]


def _is_root(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].head == index


RELATIVE = {"WDT", "WP"}
"""The tags of "which" and "who"."""


def relative_noun(sentence: Sentence, at: int) -> int:
    """The noun on which a clause with "which", "who" or "whose" hangs; the word itself where there is none."""
    verb = next((v for v in sentence.path(at) if sentence.tokens[v].dep == "relcl"), None)
    return at if verb is None else sentence.tokens[verb].head
