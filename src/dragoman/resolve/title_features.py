"""By what it is judged whom a bare title means: the features of each candidate, and their fitted weights.

To what tells of pronouns (``antecedents``) come what a title says itself (its noun, sector and number), who stands on
the other side of its verb, and how much its report deals with each state. The weights stand in ``data/titles.tsv``, for
titles with an article and without one, and are fitted by ``training/antecedents.py``.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np

from dragoman.ontology.knowledge import acts_for_a_state
from dragoman.ontology.plover import OFFICIAL, UNLAWFUL
from dragoman.ontology.weights import Features, Rows, fill, fitted
from dragoman.resolve import antecedents
from dragoman.resolve.antecedents import Anaphor, own_subjects
from dragoman.resolve.found import RELATIVE, relative_noun
from dragoman.resolve.noted import BODIES, Memory, Noted
from dragoman.resolve.offices import office_name
from dragoman.resolve.title import LANDS, OF_A_STATE, Title, is_anybodys, is_domestic, local_state, opens_in
from dragoman.resolve.together import SIDES
from dragoman.types.actor import Actor
from dragoman.types.text import Sentence

TitleKind = Literal["title", "bare"]
"""A title with an article ("the court"), and one without ("a court", "police")."""
TITLE_KINDS: tuple[TitleKind, ...] = ("title", "bare")
_SECTORS = (
    "GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "LAB", "SOC", "CVL", "REB", "UAF", "PRM", "CRM", "BUS", "EDU",
    "MED", "JRN", "NGO", "SPY", "UNK", "other",
)  # fmt: skip
_CLASSES = ("state", "international", "body", "group", "official", "person", "several", "unnamed")
_UNIONS = {
    "bloc",
    "alliance",
    "union",
    "grouping",
    "association",
    "league",
    "organisation",
    "organization",
    "community",
}
_CROSSINGS = tuple(f"{a} across {b}" for a in ("official", "people") for b in ("official", "people"))
FEATURES = (
    *antecedents.FEATURES,
    *(f"{s}: {c}" for s in _SECTORS for c in (*_CLASSES, "nobody")), *(f"union: {c}" for c in _CLASSES),
    "so called before", "a state", "domestic", "foreign", "a state, person", "a state, plural", "land",
    "a state, same noun", "a state, same sector", "a state, local", "a state, local, of a state", "a state, opening",
    "place here", "a state, of a party here", "a state, focus", "clear focus", "clear focus, domestic",
    "of a person", "of a place", "of an unnamed", "dateline", "capital, dateline", "capital, first named",
    "capital, most in the report",
    "first named", "share in the report", "said so", "said so, share", "sector said so",
    "sector said so, share", "share before", "share lately", "most in the report", *_CROSSINGS,
    "named", "same noun", "in its name", "in its office", "all in its office",
    "other office", "same sector", "other sector",
    "apposed", "qualified",
    "several, counted", "several, of parties here", "several, share", "several, least share", "several, so called",
    "several, sides",
    "several, states", "several, groups", "several, mixed", "several, land", "several, people",
    "several, most named", "several, other number",
    "nobody, plural", "nobody, domestic", "nobody, foreign", "nobody, qualified",
)  # fmt: skip
"""What a candidate is judged by, in the order of the columns of ``table``."""


@cache
def weights(kind: TitleKind) -> Rows:
    """The fitted weights for titles of a kind."""
    return fitted("titles.tsv", "dragoman.resolve", FEATURES, (kind,))[:, 0]


def kind_of(title: Title) -> TitleKind:
    """Whether a title has an article."""
    return "title" if title.party.definite else "bare"


def table(title: Title, found: Sequence[Sequence[Noted]], memory: Memory) -> Rows:
    """Features of each candidate, and of nobody in the last row."""
    sentence, head = title.scene.sentence, title.party.head
    anaphor = Anaphor("title", title.noun, sentence, head, "", title.setting.focus)
    general = antecedents.table(anaphor, found, memory)
    made = np.zeros((len(found) + 1, len(FEATURES)))
    made[:, : general.shape[1]] = general
    judged = _Judged(title, found, memory)
    for row, mentions in zip(made, found, strict=False):
        fill(row, judged.features(mentions), FEATURES)
    fill(made[-1], {
        f"{judged.sector}: nobody": 1.0, "nobody, plural": float(title.party.plural),
        "nobody, domestic": float(judged.domestic), "nobody, foreign": float(judged.anybodys),
        "nobody, qualified": float(judged.qualified),
    }, FEATURES)  # fmt: skip
    return made


class _Judged:
    """A title: what is the same for all of its candidates."""

    def __init__(self, title: Title, found: Sequence[Sequence[Noted]], memory: Memory) -> None:
        self.title = title
        self.called = memory.called
        first = title.role.sectors[:1]
        self.sector = first[0] if first and first[0] in _SECTORS else "other"
        self.official = bool(set(first) & OFFICIAL)
        self.local = local_state(title.scene, title.party)
        self.opening = opens_in(title)
        self.told = {c for _, _, _, c in title.scene.toponyms}
        self.across = [n for n in title.here if n.head in across(title.scene.sentence, title.party.head)]
        token = title.scene.sentence.tokens[title.party.head]
        self.capital = title.party.first < token.index and token.text[:1].isupper() and not token.text.isupper()
        self.qualified = len(title.phrase) > 1 + title.party.definite
        states = [ms for ms in found if ms[-1].kind == "country"]
        self.named = max(1, sum(map(len, states)))
        self.lately = sum(map(self._nearness, states)) or 1.0
        heads = range(title.party.first, title.party.last)
        self.near = {p.actor.country for n in title.here if n.head not in heads for p in n.parties if p.actor.country}
        self.noun, self.domestic, self.anybodys = title.noun, is_domestic(title), is_anybodys(title)
        of_state = bool(set(first) & OF_A_STATE)
        self.as_state = {
            "a state": 1.0,
            "domestic": float(self.domestic),
            "foreign": float(self.anybodys),
            "a state, person": float(title.role.kind == "person"),
            "a state, plural": float(title.party.plural),
            "land": float(self.noun in LANDS),
        }
        self.at_home = "a state, local, of a state" if of_state else "a state, local"
        keys = (("said so", self.noun), ("sector said so", next(iter(title.role.sectors), "")))
        self.said = [(told, counts, counts.total()) for told, key in keys if (counts := title.setting.said.get(key))]

    def features(self, mentions: Sequence[Noted]) -> Features:
        last = mentions[-1]
        kind = _class_of(last)
        made = {
            f"{self.sector}: {kind}": 1.0,
            "so called before": float(self.noun in self.called.get(last.key, ())),
        }
        if self.noun in _UNIONS:
            made[f"union: {kind}"] = 1.0
        return made | (self._of_state(mentions) if kind == "state" else self._of_named(mentions))

    def _of_state(self, mentions: Sequence[Noted]) -> dict[str, float]:
        setting, first = self.title.setting, self.title.role.sectors[:1]
        country = mentions[-1].key.partition(":")[2]
        parties = [p for m in mentions for p in m.parties]
        same_noun = any(p.role is not None and p.role.noun.split()[-1] == self.noun for p in parties)
        same_sector = any(p.actor.sectors[:1] == first and p.actor.kind != "state" for p in parties)
        focus, dateline, is_first = country == setting.focus, country == setting.dateline, country == setting.first
        share = setting.shares.get(country, 0.0)
        most = share == 1.0
        made = self.as_state | {
            "a state, same noun": float(same_noun),
            "a state, same sector": float(same_sector),
            self.at_home: float(country == self.local),
            "a state, opening": float(country == self.opening),
            "place here": float(country in self.told),
            "a state, of a party here": float(country in self.near),
            "a state, focus": float(focus),
            "clear focus": float(focus and setting.clear),
            "clear focus, domestic": float(focus and setting.clear and self.domestic),
            "dateline": float(dateline),
            "capital, dateline": float(self.capital and dateline),
            "capital, first named": float(self.capital and is_first),
            "capital, most in the report": float(self.capital and most),
            "first named": float(is_first),
            "share in the report": share,
            "most in the report": float(most),
            "share before": len(mentions) / self.named,
            "share lately": self._nearness(mentions) / self.lately,
        }
        for told, counts, total in self.said:
            made[told] = math.log1p(counts[country])
            made[f"{told}, share"] = counts[country] / total
        if parties:
            one = parties[-1].actor
            made["of a person"] = float(one.kind == "person")
            made["of a place"] = float(one.actor_id.startswith("place:"))
            made["of an unnamed"] = float(one.kind == "unnamed" and not made["of a place"])
        for other in self.across:
            if any(p.actor.country == country for p in other.parties):
                official = any(acts_for_a_state(p.actor) for p in other.parties)
                sides = ["official" if side else "people" for side in (self.official, official)]
                made[" across ".join(sides)] = 1.0
        return made

    def _of_named(self, mentions: Sequence[Noted]) -> dict[str, float]:
        title, role, last = self.title, self.title.role, mentions[-1]
        parties = [p for m in mentions for p in m.parties]
        names = {w for p in last.parties for w in p.actor.name.lower().split()}
        offices = {w for p in last.parties for w in p.actor.office.lower().split()}
        whole = [p.actor.office.lower() for p in last.parties]
        sectors = set.intersection(*(set(p.actor.sectors) for p in last.parties))
        several = last.kind == "several"
        made = {
            "named": 1.0,
            "same noun": float(any(p.role is not None and p.role.noun.split()[-1] == self.noun for p in parties)),
            "in its name": float(self.noun in names),
            "in its office": float(self.noun in offices),
            "all in its office": float(" " in role.noun and any(role.noun in o for o in whole)),
            "other office": float(self._is_of_other_office(last)),
            "same sector": float(bool(sectors & set(role.sectors[:1]))),
            "other sector": float(bool(role.sectors) and bool(sectors) and not sectors & set(role.sectors)),
            "apposed": float(is_apposed(title.scene.sentence, last, title.party.head)),
            "qualified": float(self.qualified),
        }
        if several:
            actors = [p.actor for p in last.parties]
            people = all(a.kind in {"person", "office"} for a in actors)
            states = sum(a.kind == "state" for a in actors) / len(actors)
            groups = sum(a.kind in {"group", "body", "agency"} for a in actors) / len(actors)
            made |= {
                "several, counted": float(title.count > 0),
                "several, of parties here": sum(a.country in self.near for a in actors) / len(actors),
                "several, share": sum(last.shares),
                "several, least share": min(last.shares, default=0.0),
                "several, so called": float(all(self._is_called(a) for a in actors)),
                "several, sides": float(self.noun in SIDES and states != 1),
                "several, states": float(states == 1),
                "several, groups": float(groups == 1),
                "several, mixed": float(self.noun in SIDES and states + groups == 1 and 0 < states < 1),
                "several, land": float(self.noun in LANDS and states == 1),
                "several, people": float(role.kind == "person" and people),
                "several, most named": float(last.key.startswith("most:")),
                "several, other number": float(title.count not in {0, len(actors)}),
            }
        return made

    def _is_of_other_office(self, one: Noted) -> bool:
        """Whether a title is that of an office and somebody is known in another: no prime minister is the minister."""
        role, (party, *rest) = self.title.role, one.parties
        office = office_name(role, party.actor.country) if role.office else ""
        return bool(office and party.actor.office) and not rest and party.actor.office != office

    def _is_called(self, actor: Actor) -> bool:
        """Whether somebody has the title by his office, or was called by it."""
        return self.noun in actor.office.lower().split() or self.noun in self.called.get(actor.actor_id, ())

    def _nearness(self, mentions: Sequence[Noted]) -> float:
        """How often somebody is named, the nearer the more."""
        at = self.title.scene.sentence.index
        return sum(1 / (1 + at - m.sentence) for m in mentions)


def _class_of(one: Noted) -> str:
    if one.kind == "country":
        return "state"
    if one.kind in {"several", "group", "unnamed"}:
        return one.kind
    sectors = {s for p in one.parties for s in p.actor.sectors}
    if one.kind in {"person", "office"}:
        return "official" if sectors & OFFICIAL else "person"
    if sectors & UNLAWFUL:
        return "group"
    return "international" if any(p.actor.country in BODIES for p in one.parties) else "body"


def is_apposed(sentence: Sentence, one: Noted, head: int) -> bool:
    """Whether a mention and a word of its sentence stand in apposition: "the party, the PNDS,", "the spokesman of the
    division, Ann Lee".
    """
    if one.sentence != sentence.index:
        return False
    tokens = sentence.tokens
    inner = {o for p in sentence.children[head] if tokens[p].dep == "prep" for o in sentence.children[p]}
    if one.kind == "person" and tokens[one.head].dep == "appos" and tokens[one.head].head in inner:
        return True
    return (tokens[head].dep == "appos" and tokens[head].head == one.head) or (
        tokens[one.head].dep == "appos" and tokens[one.head].head == head
    )


_ACROSS = {"against", "at", "by", "for", "from", "of", "on", "to", "with"}


def across(sentence: Sentence, head: int) -> set[int]:
    """Who stands on the other side of a word's verb: its subjects for an object, its objects for a subject."""
    token = sentence.tokens[head]
    if token.dep not in {"nsubj", "nsubjpass"}:
        return {
            relative_noun(sentence, s) if sentence.tokens[s].tag in RELATIVE else s
            for s in own_subjects(sentence, head)
        }
    found = set[int]()
    for child in sentence.children[token.head]:
        below = sentence.tokens[child]
        if below.dep in {"dobj", "dative"}:
            found.add(child)
        elif below.dep in {"prep", "agent"} and below.text.lower() in _ACROSS:
            found.update(sentence.children[child])
    return found
