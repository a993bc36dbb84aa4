"""Toponyms as keys: one form for all spellings of a name."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "\u02bb": "",
        "\u02bc": "",
        "\u02bf": "",
        "\u02be": "",
        "\u2018": "",
        "\u2019": "",
        "'": "",
        "`": "",
        ".": "",
    }
)
_BREAKS = re.compile(r"[^\w]+|_+")
_SHORT = re.compile(r"\b(?:st|ste|mt|ft)(?= )|^[nsew](?= )|(?<= )(?:co|twp)$")
_LONG = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "co": "county",
    "twp": "township",
}
"""What is written short in names: "St. Louis", "Mt. Kenya", "S. Korea", "Lee Co."."""


@lru_cache(maxsize=50_000)
def toponym_key(name: str) -> str:
    """Small letters without accents, apostrophes and full stops; other signs become single spaces; no "the"; words
    that are often written short in full.
    """
    low = name.lower().translate(_LETTERS)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    spaced = _BREAKS.sub(" ", low).strip()
    return _SHORT.sub(lambda m: _LONG[m[0]], spaced.removeprefix("the "))


@cache
def ordinary_words() -> frozenset[str]:
    """English words, in small letters, that happen to be towns' or counties' names as well."""
    return frozenset((files("dragoman.ontology") / "data" / "ordinary_names.txt").read_text(encoding="utf8").split())
