"""Claims and what answers them.

A claim comes from a mention that somebody vouches for (status alleged), from an accusation that alleges, from a
denial as an act (REJECT) and from a mention that somebody denies. A denial answers the accusations of the same
event, and those that its maker, or its maker's side, stood accused of within the days before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.link.likeness import side_match
from dragoman.link.merge import content_id
from dragoman.link.words import content_stems
from dragoman.types.actor import Actor, ActorMention
from dragoman.types.claim import Claim, Stance
from dragoman.types.event import EventMention
from dragoman.types.link import Event, LinkInput

_ANSWER_DAYS = 45
"""How long after an accusation a denial of the same deed answers it."""
_VAGUE_ANSWER_DAYS = 7
"""The same where the deed isn't told, and the denial is spoken to the accuser."""
_REFUSAL_MODES = frozenset({"assist", "change", "yield", "meet"})
_DENY = ("deny", "denied", "denies", "denying", "denial", "refut", "disput", "disavow", "debunk", "rebut", "contradict")
_DENY_OF_CHARGES = ("reject", "dismiss", "brush", "rebuff", "repudiat")
_CHARGES = frozenset({"accusation", "allegation", "claim", "charge", "report", "assertion", "suggestion", "suspicion"})
_DOUBT = ("doubt", "question", "sceptic", "skeptic", "unsure", "disbelie")


@dataclass(frozen=True, slots=True)
class _Word:
    """One saying in one report, before the same saying elsewhere is found.

    ``mention`` is the saying, or the deed where the saying wasn't coded by itself; ``deed`` what it is about, None
    where that wasn't coded, and ``about`` the deed's event. ``against`` is who stands accused; ``to`` whom a denial
    is spoken to, () where that isn't told.
    """

    claimant: Actor
    stance: Stance
    mention: EventMention
    deed: EventMention | None
    about: str
    made_on: date | None
    against: tuple[Actor, ...] = ()
    to: tuple[Actor, ...] = ()

    @property
    def content(self) -> str:
        return self.mention.sentence.text


def find_claims(mentions: Sequence[EventMention], events: Sequence[Event], reports: Sequence[LinkInput]) -> list[Claim]:
    """Claims with what they answer, sorted by id; the same whatever order the mentions come in."""
    event_of = {mention_id: event.event_id for event in events for mention_id in event.mention_ids}
    by_id = {report.report_id: report for report in reports}
    ordered = sorted(mentions, key=lambda mention: mention.mention_id)
    siblings: dict[tuple[str, str, int], list[EventMention]] = defaultdict(list)
    for mention in ordered:
        siblings[_sentence(mention)].append(mention)
    words = [
        word
        for mention in ordered
        for word in _words(mention, siblings[_sentence(mention)], event_of, by_id[mention.report_id].published)
    ]
    said: dict[tuple[str, str, str], list[_Word]] = defaultdict(list)
    for word in words:
        said[word.claimant.actor_id, word.stance, word.about or word.content].append(word)
    claims = {key: _claim(group, by_id) for key, group in said.items()}
    answered = _answers(said, {key: claim.claim_id for key, claim in claims.items()})
    return sorted(
        (replace(claim, answers=answered.get(key, ())) for key, claim in claims.items()), key=lambda x: x.claim_id
    )


def with_claims(events: Iterable[Event], claims: Iterable[Claim]) -> list[Event]:
    """The events, each with the ids of the claims about it."""
    about: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        about[claim.event_id].append(claim.claim_id)
    return [replace(event, claims=tuple(sorted(about.get(event.event_id, ())))) for event in events]


def _sentence(mention: EventMention) -> tuple[str, str, int]:
    return mention.report_id, mention.sentence.field, mention.sentence.start


def _words(
    mention: EventMention, siblings: list[EventMention], event_of: Mapping[str, str], published: date | None
) -> list[_Word]:
    """What a mention says by itself or together with the others of its sentence."""
    if mention.event_type == "ACCUSE" and mention.event_mode == "allege":
        return _accusation(mention, siblings, event_of, published)
    if _is_denial(mention):
        return _denial(mention, siblings, event_of, published)
    if mention.status not in ("alleged", "denied"):
        return []
    stance: Stance = "denies" if mention.status == "denied" else "asserts"
    against = _who(mention.actors)
    about = event_of[mention.mention_id]
    return [
        _Word(one.actor, _doubted(one.cue, stance), mention, mention, about, published, against)
        for one in mention.claimants
    ]


def _doubted(cue: str, stance: Stance) -> Stance:
    return "doubts" if cue.lower().startswith(_DOUBT) else stance


def _accusation(
    mention: EventMention, siblings: list[EventMention], event_of: Mapping[str, str], published: date | None
) -> list[_Word]:
    """The accused deed is the claim's event where it was coded with the accuser as its claimant."""
    if mention.status in {"negated", "hypothetical", "planned"}:
        return []
    said: list[_Word] = []
    made = mention.when.first or published
    against = _who(mention.recipients)
    for accuser in _who(mention.actors):
        deeds = [other for other in siblings if other.status in ("alleged", "denied") and _by(other, accuser)]
        about = _each(deeds, event_of)
        said.extend(_Word(accuser, "asserts", mention, deed, event_id, made, against) for deed, event_id in about)
    return said


def _each(deeds: Iterable[EventMention], event_of: Mapping[str, str]) -> list[tuple[EventMention | None, str]]:
    """Deeds with their events, each event once; (None, '') where no deed was coded."""
    found = {event_of[deed.mention_id]: deed for deed in deeds}
    return [(found[event_id], event_id) for event_id in sorted(found)] or [(None, "")]


def _by(mention: EventMention, claimant: Actor) -> bool:
    return any(one.actor.actor_id == claimant.actor_id for one in mention.claimants)


def _is_denial(mention: EventMention) -> bool:
    if mention.event_type != "REJECT" or mention.event_mode in _REFUSAL_MODES:
        return False
    cue = mention.trigger.text.lower()
    if cue.startswith(_DENY):
        return True
    return cue.startswith(_DENY_OF_CHARGES) and bool(_CHARGES & content_stems(mention.sentence.text))


def _denial(
    mention: EventMention, siblings: list[EventMention], event_of: Mapping[str, str], published: date | None
) -> list[_Word]:
    deeds = [other for other in siblings if other.status == "denied"]
    to = _who(mention.recipients)
    made = mention.when.first or published
    return [
        _Word(party.actor, "denies", mention, deed, event_id, made, to=to)
        for party in mention.actors
        for deed, event_id in _each(deeds, event_of)
    ]


def _claim(group: list[_Word], reports: Mapping[str, LinkInput]) -> Claim:
    first = group[0]
    sources = {name for word in group for name in reports[word.mention.report_id].source_ids}
    about = min(word.mention.mention_id for word in group)
    return Claim(
        claim_id=content_id("c", first.claimant.actor_id, first.stance, about, first.about or first.content),
        claimant=min((word.claimant for word in group), key=repr),
        stance=first.stance,
        event_id=first.about,
        content=first.content,
        made_on=min((word.made_on for word in group if word.made_on), default=None),
        mention_ids=tuple(sorted({word.mention.mention_id for word in group})),
        source_ids=tuple(sorted(sources)),
    )


def _answers(
    said: Mapping[tuple[str, str, str], list[_Word]], ids: Mapping[tuple[str, str, str], str]
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    charges = [(key, word) for key, group in said.items() if key[1] == "asserts" for word in group]
    denials = [(key, word) for key, group in said.items() if key[1] == "denies" for word in group]
    by_event: dict[str, set[str]] = defaultdict(set)
    by_accused: dict[str, list[tuple[tuple[str, str, str], _Word]]] = defaultdict(list)
    for key, word in charges:
        if word.about:
            by_event[word.about].add(ids[key])
        for accused in {actor.country or actor.actor_id for actor in word.against}:
            by_accused[accused].append((key, word))
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for key, denial in denials:
        if denial.about:
            found[key] |= by_event[denial.about]
        near = by_accused.get(denial.claimant.country or denial.claimant.actor_id, ())
        found[key].update(ids[charge] for charge, word in near if _answered(word, denial))
    return {key: tuple(sorted(answers)) for key, answers in found.items() if answers}


def _answered(charge: _Word, denial: _Word) -> bool:
    """Whether the accused speaks, to the accuser where that is told, in time, and not of another deed."""
    if charge.deed and denial.deed and not _one_deed(charge.deed, denial.deed):
        return False
    if side_match((denial.claimant,), charge.against) is None:
        return False
    if denial.to and side_match(denial.to, (charge.claimant,)) is None:
        return False
    if charge.mention.report_id == denial.mention.report_id:
        return True
    if charge.made_on is None or denial.made_on is None:
        return False
    days = _ANSWER_DAYS if charge.deed and denial.deed else _VAGUE_ANSWER_DAYS if denial.to else -1
    return 0 <= (denial.made_on - charge.made_on).days <= days


def _one_deed(a: EventMention, b: EventMention) -> bool:
    """Whether two deeds can be the same: of one type, done by one side to one side."""
    if a.event_type != b.event_type:
        return False
    sides = ((a.actors, b.actors), (a.recipients, b.recipients))
    return all(side_match(_who(one), _who(two)) is not None for one, two in sides)


def _who(parties: Sequence[ActorMention]) -> tuple[Actor, ...]:
    return tuple(party.actor for party in parties)
