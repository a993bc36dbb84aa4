"""The words that place a period by another: "last", "next", "the same"."""

import re
from typing import Final

from dragoman.resolve.times.reading import Anchor

BACK: Final = frozenset({"last", "past", "previous", "preceding", "prior", "final", "this past", "latest"})
AHEAD: Final = frozenset({"next", "coming", "following", "subsequent", "this coming", "upcoming", "ensuing"})
FROM_FOCUS: Final = frozenset(
    {
        "previous",
        "preceding",
        "prior",
        "following",
        "same",
        "that",
        "that same",
        "very same",
        "very next",
        "subsequent",
        "ensuing",
    }
)
"""Those that lean on the date named before; the others lean on the day of publication."""
REL: Final = (
    r"(?P<rel>this past|this coming|that same|very same|very next|last|past|this|current|next|coming|following|"
    r"previous|preceding|prior|same|that|final|subsequent|ensuing|upcoming)"
)


def is_last_of_something(m: re.Match[str], anchor: Anchor) -> bool:
    """ "The final week of talks" is no last week; without an article "final" is how machine-spun copies put it."""
    owned = m[0].lower().startswith("the ") or re.search(r"\b(?:the|an?|its|their|his|her)\s+$", anchor.before, re.I)
    return bool(owned) or bool(re.match(r"\s+of\b", anchor.after))
