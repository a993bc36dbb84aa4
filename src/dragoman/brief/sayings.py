"""Claims with the mentions that make them, repetitions and copies in one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.brief.names import unique
from dragoman.brief.records import Claim, Mention, Party
from dragoman.brief.timeline import Archive

_ALIKE = 0.5
"""Share of words from which on two sentences of a report and its copy are one."""
_UNSAID = ("negated", "hypothetical")


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim with its mentions, the one that says it first; several claims where they repeat one another."""

    stance: str
    claim_ids: tuple[str, ...]
    claimants: tuple[Party, ...]
    event_ids: tuple[str, ...]
    content: str
    made_on: date | None
    mentions: tuple[Mention, ...]
    source_ids: tuple[str, ...]
    answers: tuple[str, ...]


def saying_of(claim: Claim, archive: Archive) -> Saying:
    """The claim with its mentions."""
    mentions = [archive.mentions[name] for name in claim.mention_ids if name in archive.mentions]
    ordered = sorted(
        mentions, key=lambda m: (not is_saying(m, claim.stance), not archive.original(m), len(m.wording), m.mention_id)
    )
    return Saying(
        stance=claim.stance,
        claim_ids=(claim.claim_id,),
        claimants=(claim.claimant,),
        event_ids=(claim.event_id,) if claim.event_id else (),
        content=claim.content,
        made_on=claim.made_on,
        mentions=tuple(ordered),
        source_ids=claim.source_ids,
        answers=claim.answers,
    )


def is_saying(mention: Mention, stance: str) -> bool:
    """Whether the mention is the saying itself (an accusation, a denial) and not the deed that is spoken of."""
    return mention.event_type == ("REJECT" if stance == "denies" else "ACCUSE")


def saying_order(saying: Saying) -> tuple[bool, str, str]:
    """By the day, what has none last."""
    return saying.made_on is None, str(saying.made_on or ""), saying.claim_ids[0]


def collapsed(sayings: Iterable[Saying], archive: Archive) -> list[Saying]:
    """One saying for one sentence and its copies, first-hand wording in front. What was not said ("did not accuse",
    "might accuse") is no claim; it stays among the events.
    """
    found: list[Saying] = []
    near: dict[tuple[str, str], list[int]] = {}
    for saying in sorted(filter(_said, sayings), key=saying_order):
        keys = _keys(saying, archive)
        others = sorted({i for key in keys for i in near.get(key, ())})
        same = next((i for i in others if _alike(saying.content, found[i].content)), len(found))
        if same == len(found):
            found.append(saying)
        else:
            found[same] = _joined(found[same], saying, archive)
        for key in keys:
            near.setdefault(key, []).append(same)
    return found


def _said(saying: Saying) -> bool:
    first = saying.mentions[0] if saying.mentions else None
    return not (first and is_saying(first, saying.stance) and first.status in _UNSAID)


def _keys(saying: Saying, archive: Archive) -> list[tuple[str, str]]:
    """Two sayings that share none of these don't repeat one another: stance with sentence, stance with witness."""
    witnesses = {archive.family.get(mention.report_id, mention.report_id) for mention in saying.mentions}
    return [(saying.stance, key) for key in (saying.content, *sorted(witnesses))]


def _alike(a: str, b: str) -> bool:
    one, two = (set(re.findall(r"\w+", text.lower())) for text in (a, b))
    return a == b or len(one & two) >= _ALIKE * max(1, len(one | two))


def _joined(a: Saying, b: Saying, archive: Archive) -> Saying:
    first, second = (a, b) if _firsthand(a, archive) >= _firsthand(b, archive) else (b, a)
    claimants = {p.actor_id: p for p in (*a.claimants, *b.claimants)} if a.content == b.content else {}
    return replace(
        first,
        claim_ids=(*a.claim_ids, *b.claim_ids),
        claimants=tuple(claimants.values()) or first.claimants,
        event_ids=unique([*a.event_ids, *b.event_ids]),
        made_on=min((day for day in (a.made_on, b.made_on) if day), default=None),
        mentions=(*first.mentions, *(m for m in second.mentions if m not in first.mentions)),
        source_ids=unique([*first.source_ids, *second.source_ids]),
        answers=unique([*a.answers, *b.answers]),
    )


def _firsthand(saying: Saying, archive: Archive) -> bool:
    return bool(saying.mentions) and archive.original(saying.mentions[0])
