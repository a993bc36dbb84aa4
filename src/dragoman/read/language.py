"""Is a report English?"""

import re
import unicodedata
from functools import cache
from typing import Protocol

from dragoman.errors import BadReport

ENGLISH = "en"

# Words that make up a fifth of English prose and hardly occur in other languages.
_FUNCTION_WORDS = frozenset(
    "the and that with from which said says his has been this would their not were who they will its it of to".split()
)
_ENGLISH_SHARE = 0.08
_FEWEST_WORDS = 12
_FEWEST_LETTERS = 20
_LATIN_SHARE = 0.5
_SURELY_ENGLISH = 0.5
_SURELY_NOT = 0.001
_SAMPLE = 1500
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# The languages that news comes in. Languages that short English is taken for (Pidgin, Latin, Interlingua and the
# like) are left out on purpose.
_LANGUAGES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "gl": "Galician", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean",
    "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "my": "Burmese", "ne": "Nepali",
    "nl": "Dutch", "no": "Norwegian", "nn": "Norwegian", "om": "Oromo", "pa": "Punjabi", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "xh": "Xhosa", "yo": "Yoruba",
    "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


class _Identifier(Protocol):
    labels: list[str]

    def set_languages(self, langs: list[str]) -> None: ...

    def rank(self, text: str) -> list[tuple[str, float]]: ...


def require_english(text: str) -> str:
    """``en`` where ``text`` is English, empty where it is too short to tell. Raises BadReport for another language.

    English function words decide most texts; only where they are few, a language model (py3langid) is asked, and
    believed if it all but rules English out. Looks at 1,500 characters each from the beginning, the middle and the end.
    """
    sample = _sample(text)
    words = [word.lower() for word in _WORD.findall(sample)]
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words) if words else 0.0
    letters = sum(map(len, words))
    if letters >= _FEWEST_LETTERS and _latin_share(words) < _LATIN_SHARE:
        raise BadReport(_not_english(_classify(sample)[0]))
    if len(words) < _FEWEST_WORDS:
        return ENGLISH if share >= _ENGLISH_SHARE else ""
    if share >= _ENGLISH_SHARE:
        return ENGLISH
    other, chance = _classify(sample)
    if chance < _SURELY_NOT:
        raise BadReport(_not_english(other))
    return ENGLISH if chance >= _SURELY_ENGLISH else ""


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _latin_share(words: list[str]) -> float:
    letters = "".join(words)
    return sum(1 for letter in letters if letter < "ɐ" or _is_latin(letter)) / len(letters)


@cache
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _not_english(code: str) -> str:
    return f"not English ({_LANGUAGES[code]})"


def _classify(sample: str) -> tuple[str, float]:
    """The likeliest language other than English, and the probability of English (0 to 1)."""
    ranked = _identifier().rank(sample)
    return next(code for code, _ in ranked if code != ENGLISH), dict(ranked)[ENGLISH]


@cache
def _identifier() -> _Identifier:
    # Imported here: loading it takes longer than reading a thousand English reports.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if code in _LANGUAGES])
    return identifier
