"""Numbers in words and figures, as amounts of time are told in."""

import re

from dragoman.resolve.times.vocab import NUMBERS, SCALES, SMALL, TENS

LARGEST = 10**9
AMOUNT_AFTER = re.compile(
    r"\s+(?:[a-z]+-)?(?:people|troops|soldiers|men|women|children|percent|per cent|million|billion|"
    r"miles|km|kilometers|kilometres|meters|metres|feet|pounds|dollars|euros|tons|tonnes|"
    r"votes|seats|cases|points|jobs|rupees|others|civilians|homes|houses|years|days|hours)\b"
)
"""What follows a number that counts things and so is no year and no day of a month."""


def amount(text: str) -> float | None:
    """The number that "2 1/2", "twenty-four", "a hundred", "1,500" or "three and a half" stands for.

    None where the words give no number ("several"). Never above 10**9.
    """
    low = " ".join(text.lower().replace("-", " ").split())
    low = re.sub(r"^an? (?!hundred|thousand|million|dozen)(?=\w)", "", low)
    half = 0.5 if low.endswith(("and a half", " 1/2")) else 0.0
    low = low.removesuffix(" and a half").removesuffix(" 1/2")
    figures = re.fullmatch(r"[\d,]+(?:\.\d+)?", low)
    whole = float(low.replace(",", "")) if figures else _in_words(low.split())
    return None if whole is None else min(whole + half, LARGEST)


def _in_words(words: list[str]) -> float | None:
    total = current = 0.0
    seen = False
    for word in words:
        if word in SCALES:
            current = max(current, 1) * SCALES[word]
            total, current = (total + current, 0.0) if SCALES[word] >= 1000 else (total, current)
            seen = True
        elif word in NUMBERS:
            current = current * 12 if word == "dozen" and current else current + NUMBERS[word]
            seen = True
        elif word not in ("and", "of"):
            return None
    return total + current if seen else None


def spoken_year(text: str) -> int | None:
    """The year in "nineteen ninety-four" or "two thousand and six"."""
    words = [w for w in re.split(r"[\s-]+", text.lower()) if w not in ("and", "oh")]
    if words[:2] == ["two", "thousand"]:
        rest = _in_words(words[2:]) if words[2:] else 0.0
        return None if rest is None else 2000 + int(rest)
    century = SMALL.index(words[0]) if words[0] in SMALL else TENS.get(words[0], 0)
    if words[1:] == ["hundred"]:
        return century * 100
    rest = _in_words(words[1:])
    return None if rest is None or not 0 < rest < 100 else century * 100 + int(rest)


def plain(number: float) -> str:
    """A number without a needless fraction: "3", "2.5"."""
    return str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0")
