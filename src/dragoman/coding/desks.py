"""What desk of a newsroom a report is from, by its words.

Sport, show, technology, business, leisure, science and private life have nouns that reports of public affairs hardly
use. Of 289 reports of public affairs that were written or hand-coded for the project, five speak so much of such
things; of fifty of general news, thirty-six.
"""

from collections.abc import Sequence
from functools import cache

from dragoman.ontology.tables import cells, rows
from dragoman.types.text import Sentence

_SHARE = 0.025
"""Of the content words of a report, those of private desks from which on it is theirs."""
_DIFFERENT = 5
"""How many different ones: a report of a satellite may name it often."""
_CONTENT = {"NOUN", "VERB", "ADJ", "ADV", "PROPN"}


def is_of_private_desk(sentences: Sequence[Sentence]) -> bool:
    """Whether a report speaks as the desks do that deal with private affairs."""
    content = [t for s in sentences for t in s.tokens if t.pos in _CONTENT]
    found = [w for t in content if t.pos in {"NOUN", "ADJ"} and (w := t.lemma.lower()) in private_words()]
    return len(set(found)) >= _DIFFERENT and len(found) >= _SHARE * len(content)


@cache
def private_words() -> frozenset[str]:
    """The words of all desks of ``data/desks.tsv``."""
    return frozenset(word for row in rows("desks.tsv", __package__) for word in cells(row["words"]))
