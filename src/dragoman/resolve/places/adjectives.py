"""Places named by an adjective or by the name of their inhabitants: "Kenyan farmers", "Ohioans".

Like a name inside an institution's, such a word says whose something is, not where it happens.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.ontology.demonyms import OF_LANGUAGES, demonyms
from dragoman.resolve.places.toponym import EntitySpan, Taken, Toponym

WORD = re.compile(r"[A-Z][^\W\d_]{2,}")
SECOND = re.compile(r"[ -][A-Z][^\W\d_]+")
TONGUE = re.compile(
    r"\b(?:[Ss]peak(?:s|ing|ers?)?|[Ss]poke|[Ss]poken|[Ll]earn(?:s|ed|ing)?|[Tt]aught|[Tt]each(?:es|ing)?|"
    r"[Ff]luent in|in|into|from)\s+$"
)
TONGUE_AFTER = re.compile(rf"[- ](?:(?:{'|'.join(sorted(OF_LANGUAGES))})(?:e?s)?|speaking|translated)\b")
ALONE = re.compile(r"\s*(?:[.,;:!?)]|and\b|or\b|$)")


def adjectives(text: str, passage: int, entities: Sequence[EntitySpan], found: Sequence[Toponym]) -> Iterator[Toponym]:
    """The demonyms of a passage outside ``found``, persons' names and the names of languages."""
    taken = [(t.start, t.end) for t in found]
    taken += [(s, e) for s, e, label in entities if label in ("LANGUAGE", "PERSON")]
    marked = Taken(len(text), taken)
    known, firsts = demonyms(), _first_words()
    for match in WORD.finditer(text):
        if match[0] not in firsts:
            continue
        start, end = match.span()
        second = SECOND.match(text, end)
        if second and text[start : second.end()].replace("-", " ") in known:
            end = second.end()
        entry = known.get(text[start:end].replace("-", " "))
        if entry and not marked.has(start, end) and not _is_language(text, start, end):
            yield Toponym(passage, start, end, text[start:end], (entry,), inside=True)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in demonyms())


def _is_language(text: str, start: int, end: int) -> bool:
    """Whether the word is the name of a language: "he spoke Russian", "an English-language daily"."""
    if TONGUE_AFTER.match(text, end):
        return True
    tongue = TONGUE.search(text, max(0, start - 12), start) and not text[start:end].endswith("s")
    return bool(tongue and ALONE.match(text, end))
