"""What a text adds to a toponym that moves or narrows it: "southern Gaza", "off the coast of Alaska", "near Goma"."""

import re

_SIDE = (
    r"(?:far[- ])?(?:north|south)(?:[- ]?(?:east|west))?(?:ern)?(?:most)?|(?:far[- ])?(?:east|west)(?:ern)?(?:most)?|"
    r"central|upper|lower|inner|outer|coastal|rural|greater"
)
_BEFORE = re.compile(
    r"\b(?P<words>"
    rf"(?:{_SIDE})"
    rf"|(?:the )?(?:{_SIDE}|centre|center|heart|middle|outskirts|edge|suburbs|coast|shores?|tip) of(?: the)?"
    r"|off(?: the)?(?: \w+)?(?: (?:coast|shores?|tip) of)?(?: the)?"
    r"|(?:just )?(?:near|outside|around|close to|not far from|on the way to|east of|west of|north of|south of)(?: the)?"
    r"|(?:[\d.,]+ ?(?:km|kilomet(?:re|er)s?|miles?) )(?:\w+ )?(?:of|from)(?: the)?"
    r"|(?:on |at |along |near )?the borders? (?:with|of)(?: the)?"
    r")\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['\u2019]s?)?\s+(?P<words>border|borderlands?|coast|coastline|outskirts|suburbs|countryside)\b", re.IGNORECASE
)
_REACH = 48


def qualifier(text: str, start: int, end: int) -> str:
    """The words before or after a toponym at ``start`` to ``end``, in small letters; '' where there are none."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before:
        return " ".join(before["words"].lower().split())
    after = _AFTER.match(text[end : end + _REACH])
    return after["words"].lower() if after else ""
