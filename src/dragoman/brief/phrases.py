"""An event as an English sentence.

The table ``data/phrases.tsv`` says what a type, a mode and the words that told it read as; the status decides the form
of the verb. A sentence never says more than the coding: what is planned "is to" happen, what one side vouches for
"allegedly" happened.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.brief.names import is_plural, listed, sentence_case
from dragoman.brief.records import Mention
from dragoman.errors import DataError
from dragoman.ontology.tables import rows

_TYPE_WORDS = {
    "AGREE": "commitment",
    "CONSULT": "talks or visit",
    "SUPPORT": "support in words",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "retreat or release",
    "REQUEST": "demand",
    "ACCUSE": "accusation",
    "REJECT": "refusal or denial",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilization",
    "COERCE": "coercion",
    "ASSAULT": "violence",
}
UNDONE = "negated, to come"
"""Stands for the status ``negated`` where it is said of what is to come: "will not", "would not"."""
_TO_COME = re.compile(r"\b(?:will|would|shall|won|wouldn|going)\b[^,;.]{0,24}$", re.I)
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb and what follows it; ``{r}`` in ``rest`` is the recipient."""

    base: str
    past: str
    participle: str
    rest: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """How an event reads: with a recipient, without one, and, where nobody is named as its actor, passively."""

    event_type: str
    mode: str
    stems: tuple[str, ...]
    towards: Verb
    alone: Verb
    passive: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """The table, in its order."""
    return tuple(
        Phrase(
            row["type"],
            row["mode"],
            tuple(stem.strip() for stem in row["words"].split(",") if stem.strip()),
            _verb(row["with"]),
            _verb(row["alone"]),
            row["passive"],
        )
        for row in rows("phrases.tsv", "dragoman.brief")
    )


def _verb(cell: str) -> Verb:
    forms, _, rest = cell.partition(" ")
    try:
        base, past, participle = forms.split("/")
    except ValueError as error:
        raise DataError(f"dragoman.brief/data/phrases.tsv: {cell!r} needs base/past/participle") from error
    return Verb(base, past, participle, rest)


def phrase_of(event_type: str, mode: str, words: str = "") -> Phrase:
    """The phrase of a type, a mode and the words that told it: those that name the words come first."""
    folded = words.lower()
    fitting = [p for p in phrases() if p.event_type == event_type and p.mode in (mode, "")]
    worded = [p for p in fitting if any(re.search(rf"\b{re.escape(stem)}", folded) for stem in p.stems)]
    plain = [p for p in fitting if not p.stems]
    ordered = [*sorted(worded, key=lambda p: p.mode != mode), *sorted(plain, key=lambda p: p.mode != mode)]
    return ordered[0] if ordered else _unknown(event_type)


def _unknown(event_type: str) -> Phrase:
    """An event of a type that the table doesn't know, by its code."""
    towards, alone = (Verb("act", "acted", "acted", f"{rest}({event_type})") for rest in ("towards {r} ", ""))
    return Phrase(event_type, "", (), towards, alone, f"concerned ({event_type})")


def told_words(mention: Mention) -> str:
    """The trigger with spun wording put right, and the coder's predicate."""
    trigger = mention.trigger.text
    for wording in mention.wording:
        trigger = trigger.replace(wording.text, wording.restored)
    predicate = re.match(r"[A-Z]+ ([^(/]+)/", mention.why)
    return f"{trigger} {predicate[1] if predicate else ''}"


def form_of(mention: Mention, status: str) -> str:
    """The status, or ``UNDONE`` where the words before the trigger say so."""
    before = mention.sentence.text[: max(0, mention.trigger.start - mention.sentence.start)]
    return UNDONE if status == "negated" and _TO_COME.search(before) else status


def sentence(phrase: Phrase, status: str, actors: Sequence[str], recipients: Sequence[str]) -> str:
    """An English sentence without its full stop, by the status or ``UNDONE``. ``actors`` and ``recipients`` are names
    as they stand in one.
    """
    if not actors and recipients:
        return sentence_case(f"{listed(recipients)} {_passive(phrase, status, is_plural(recipients))}")
    verb = phrase.towards if recipients else phrase.alone
    rest = verb.rest.format(r=listed(recipients))
    subject = listed(actors) or "an actor not named"
    return sentence_case(f"{subject} {_active(verb, status, is_plural(actors))} {rest}".rstrip())


def _active(verb: Verb, status: str, plural: bool) -> str:
    forms = {
        "planned": f"{'are' if plural else 'is'} to {verb.base}",
        "alleged": f"allegedly {verb.past}",
        "denied": f"{'are' if plural else 'is'} said, and denied, to have {verb.participle}",
        "hypothetical": f"might {verb.base}",
        "negated": f"did not {verb.base}",
        UNDONE: f"will not {verb.base}",
    }
    return forms.get(status, verb.past)


def _passive(phrase: Phrase, status: str, plural: bool) -> str:
    was, be = ("were", "are") if plural else ("was", "is")
    forms = {
        "planned": f"{be} to be {phrase.passive}",
        "alleged": f"{was} allegedly {phrase.passive}",
        "denied": f"{be} said, and denied, to have been {phrase.passive}",
        "hypothetical": f"might be {phrase.passive}",
        "negated": f"{was} not {phrase.passive}",
        UNDONE: f"will not be {phrase.passive}",
    }
    return forms.get(status, f"{was} {phrase.passive}")


def type_words(event_type: str) -> str:
    """A type in plain words."""
    return _TYPE_WORDS.get(event_type, event_type.lower())
