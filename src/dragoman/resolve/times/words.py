"""Times that words like "now" and "recently" point at without naming them."""

import re

from dragoman.resolve.times.reading import FROM_PUBLICATION, Anchor, Reading, Rule, rule


def read_present(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Now, currently, at present."""
    if m[0].lower() == "current" and re.match(r"\s+(?:and|account|affairs|events)\b", anchor.after):
        return None
    days = (anchor.published, anchor.published) if anchor.published else None
    return Reading("DATE", "PRESENT_REF", days, "open", FROM_PUBLICATION)


def read_past(m: re.Match[str], anchor: Anchor) -> Reading | None:
    return Reading("DATE", "PAST_REF", None, "open", "some time before publication")


def read_future(m: re.Match[str], anchor: Anchor) -> Reading | None:
    return Reading("DATE", "FUTURE_REF", None, "open", "some time after publication")


def read_soon(m: re.Match[str], anchor: Anchor) -> Reading | None:
    """Soon, of what is to come: "soon after" and "soon became" are told from elsewhere."""
    if anchor.tense != "future" or re.match(r"\s+(?:as|after|afterwards?)\b", anchor.after):
        return None
    if re.search(r"\b(?:as|so|too|how|very)\s+$", anchor.before, re.IGNORECASE):
        return None
    return Reading("DATE", "FUTURE_REF", None, "open", "some time after publication")


RULES: tuple[Rule, ...] = (
    rule(
        "present",
        r"right now|now|nowadays|currently|current|at present|these days|at the moment|the present",
        read_present,
    ),
    rule("past", r"(?:more |most )?recently|recent|the (?:recent |distant )?past(?! \w+s\b)|lately", read_past),
    rule(
        "future",
        r"the (?:near |foreseeable |not[ -]too[ -]distant |distant )?future|the (?:near|short|long) term",
        read_future,
    ),
    rule("soon", "soon", read_soon),
)
