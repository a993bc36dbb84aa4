"""Toponyms as keys: one form for all spellings of a name."""

import re
import unicodedata

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


def toponym_key(name: str) -> str:
    """Small letters without accents, apostrophes and full stops; other signs become single spaces; no "the"."""
    low = name.lower().translate(_LETTERS)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    spaced = _BREAKS.sub(" ", low).strip()
    return spaced.removeprefix("the ")
