"""Hand-coded events of sample reports, and how far a coding agrees with them.

``gold_*.tsv``: doc, types, actor, recipient, when, place, status, claimant, evidence; see ``docs/codebook.md``.
Alternatives stand behind ``/``, equal parties behind `` & ``; a party is ``Name``, ``Name|ISO`` or ``ISO``.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dragoman.types.actor import ActorMention
from dragoman.types.text import Span

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "examples" / "reports"
FURTHER = HERE / "reports"
"""Hand-coded reports that aren't in the demonstration: dense analyses, spun and rewritten ones."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One hand-coded event."""

    doc: str
    types: tuple[str, ...]
    actor: str
    recipient: str
    when: tuple[str, ...]
    place: str
    status: tuple[str, ...]
    claimant: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many gold events were found, with the right parties, of how many; and how many codings were none of them."""

    gold: int
    coded: int
    events: int
    tuples: int

    @property
    def event_f1(self) -> float:
        return 2 * self.events / max(1, self.gold + self.coded)

    @property
    def tuple_f1(self) -> float:
        return 2 * self.tuples / max(1, self.gold + self.coded)


def load() -> dict[str, list[Gold]]:
    """All gold events by report; for those of ``no_events.txt`` none."""
    names = (HERE / "no_events.txt").read_text(encoding="utf8").splitlines()
    found = defaultdict(list, {name: list[Gold]() for name in names if not name.startswith("#")})
    for path in sorted(HERE.glob("gold_*.tsv")):
        for line in path.read_text(encoding="utf8").splitlines():
            if line.strip() and not line.startswith("#"):
                doc, types, actor, recipient, when, place, status, claimant, evidence = line.split("\t")
                found[doc].append(
                    Gold(
                        doc,
                        tuple(types.split("/")),
                        actor,
                        recipient,
                        tuple(when.split("/")),
                        place,
                        tuple(status.split("/")),
                        claimant,
                        evidence,
                    )  # fmt: skip
                )
    return found


class Coding(Protocol):
    """What is compared with the gold: an event mention, or something like it."""

    @property
    def event_type(self) -> str: ...
    @property
    def actors(self) -> tuple[ActorMention, ...]: ...
    @property
    def recipients(self) -> tuple[ActorMention, ...]: ...
    @property
    def status(self) -> str: ...
    @property
    def sentence(self) -> Span: ...


def agreement(gold: Sequence[Gold], mentions: Sequence[Coding]) -> Agreement:
    """How far the codings of one report agree with its gold; a second coding of a paired event is free."""
    used, repeats = paired(gold, mentions)
    tuples = sum(parties_agree(gold[i], mentions[j]) for i, j in used.items())
    return Agreement(len(gold), len(mentions) - len(repeats), len(used), tuples)


def paired(gold: Sequence[Gold], mentions: Sequence[Coding]) -> tuple[dict[int, int], set[int]]:
    """Gold events with the codings paired with them, the best pairs first; and the codings that tell one of these
    again.
    """
    pairs = sorted(
        ((score, i, j) for i, g in enumerate(gold) for j, m in enumerate(mentions) if (score := likeness(g, m))),
        key=lambda p: (-p[0], p[1], p[2]),
    )
    used: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in used and j not in taken:
            used[i] = j
            taken.add(j)
    return used, {j for _, i, j in pairs if i in used and j not in taken}


def likeness(gold: Gold, mention: Coding) -> int:
    """0 where a coding isn't the event; more the more of it agrees."""
    if mention.event_type not in gold.types:
        return 0
    told = _told_in(gold.evidence, mention.sentence.text)
    parties = parties_agree(gold, mention)
    return 2 * told + 2 * parties + (mention.status in gold.status) if told or parties else 0


def _told_in(evidence: str, sentence: str) -> bool:
    wanted, given = words_of(evidence), set(words_of(sentence))
    return bool(wanted) and sum(w in given for w in wanted) >= 0.8 * len(wanted)


def parties_agree(gold: Gold, mention: Coding) -> bool:
    """Whether both sides agree; a meeting's sides may change places."""
    straight = _side(gold.actor, mention.actors) and _side(gold.recipient, mention.recipients)
    crossed = _side(gold.actor, mention.recipients) and _side(gold.recipient, mention.actors)
    return straight or ("CONSULT" in gold.types and crossed)


def parties_are_exact(gold: Gold, mention: Coding) -> bool:
    """Whether both sides agree and nobody is named who doesn't belong there."""
    if _exact(gold.actor, mention.actors) and _exact(gold.recipient, mention.recipients):
        return True
    both, everybody = f"{gold.actor}/{gold.recipient}", (*mention.actors, *mention.recipients)
    return "CONSULT" in gold.types and parties_agree(gold, mention) and _exact(both, everybody)


def is_named(cell: str, party: ActorMention) -> bool:
    """Whether a side of a gold event names a party."""
    return any(_is(party, p) for alternative in cell.split("/") for p in alternative.split(" & ") if p != "-")


def _exact(cell: str, parties: Sequence[ActorMention]) -> bool:
    return cell == "-" or (_side(cell, parties) and all(_side(cell, [p]) for p in parties))


def _side(cell: str, parties: Sequence[ActorMention]) -> bool:
    if "-" in cell.split("/") and not parties or cell == "-":
        return True
    wanted = [p for alternative in cell.split("/") for p in alternative.split(" & ")]
    return any(_is(party, p) for party in parties for p in wanted)


def _is(party: ActorMention, wanted: str) -> bool:
    name, _, country = wanted.partition("|")
    if re.fullmatch("[A-Z]{3}", name):
        return party.actor.country == name
    if country and party.actor.country == country:
        return True
    mine, theirs = set(words_of(party.actor.name)), set(words_of(name))
    return bool(theirs) and (theirs <= mine or (bool(mine) and mine <= theirs))


def words_of(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)
