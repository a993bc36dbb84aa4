"""Names with a time word in them that stand for no time: papers, programmes, days known by what happened on them."""

import re
from collections.abc import Sequence

_PAPER = (
    r"(?:Times|Telegraph|Mirror|Mail|Express|Post|World|Star|People|Independent|Herald|Monitor|Tribune|Nation|Sun|News|"
    r"Age|Vanguard|Standard|Mercury|Observer|Business Post|Punch|Graphic|Examiner|Dispatch|Record|Sabah)"
)
_DAY = r"(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
_NAMES = re.compile(
    rf"\b(?:(?:[A-Z]{{2,5}}|Russia|Pakistan|India|Zimbabwe|Cyprus|Africa) Today|(?:{_DAY}|Daily|Weekly) {_PAPER}|"
    rf"(?:Mail|Independent|Scotland|Ireland|Wales) on {_DAY}|(?:Bloody|Black|Cyber|Orange|Red) {_DAY}|"
    rf"Black September|{_DAY} Night (?:Live|Football)|Good (?:Morning|Evening) [A-Z]\w+|"
    r"Good Friday (?:[Aa]greement|[Aa]ccords?|[Pp]eace)|October Revolution|"
    r"(?:April|July|June|October|November|September) (?:\d{1,2} )?(?:Movement|Brigades?|Martyrs|Coalition|Front))\b"
)
_TITLE = re.compile(
    r"(?:[\"\u201c]|(?<!\w)``|(?<!\w)'')\s?((?:[A-Z\d][\w\u2019]*\s){1,6}?[A-Z\d][\w\u2019]*)[.,]?\s?(?:[\"\u201d]|'')"
)
"""A text between quotation marks in which each word has a capital: the title of a book, film or programme."""


def names_in(text: str) -> Sequence[tuple[int, int]]:
    """Where the names in a text lie that a time must not be read out of."""
    found = [m.span() for m in _NAMES.finditer(text)]
    return found + [m.span(1) for m in _TITLE.finditer(text)]
