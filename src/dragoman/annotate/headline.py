"""Headlines in title case or capitals, given back the case that a parser expects, letter for letter."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def headline_case(title: str, body: str) -> str:
    """Lowers the words of a title-cased headline that the body writes small; the length never changes.

    A headline with enough small words of its own is left alone.
    """
    words = _WORD.findall(title)
    if len(words) < 3 or sum(w[0].isupper() for w in words) < 0.7 * len(words):
        return title
    small, large = _seen(body)
    first = next(_WORD.finditer(title)).start()
    shouted = title.upper() == title

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        key = word.lower()
        if (
            len(key) != len(word)
            or key[0].upper().lower() != key[0]
            or (word.isupper() and len(word) < 5 and key not in small)
        ):
            return word
        keep = key in large if key not in small else large.get(key, 0) > small[key]
        unknown = key not in small and not _FUNCTION_LIKE.search(key) and not shouted
        if keep or unknown:
            return word[0].upper() + key[1:] if word.isupper() and len(word) > 4 else word
        return key[0].upper() + key[1:] if match.start() == first else key

    return _WORD.sub(lower, title)


_FUNCTION_LIKE = re.compile(
    r"^(?:to|of|in|on|at|by|as|is|are|was|were|for|from|with|over|after|amid|and|or|but|not|no|its|his|her|their|the|an?"
    r"|says?|said|tells?|told|will|may|could|would|new|more|than|into|against|before|during|about|says|calls?|urges?"
    r"|meets?|vows?|warns?|talks?|visits?|signs?|kills?|killed|hits?|strikes?|wins?|seeks?|plans?|denies|denied"
    r"|accuses?|accused|rejects?|arrests?|arrested|minister|president|leader|troops|police|army|court|protests?)$"
)


def _seen(body: str) -> tuple[dict[str, int], dict[str, int]]:
    """Counts of words written small, and of words written with a capital inside a sentence."""
    small: dict[str, int] = {}
    large: dict[str, int] = {}
    for match in _WORD.finditer(body):
        word = match[0]
        if word[0].islower():
            small[word] = small.get(word, 0) + 1
        elif body[max(0, match.start() - 2) : match.start()].strip(" ") not in {"", ".", '"', "?", "!"} or (
            match.start() > 1 and body[match.start() - 2].isalnum()
        ):
            key = word.lower()
            large[key] = large.get(key, 0) + 1
    return small, large
