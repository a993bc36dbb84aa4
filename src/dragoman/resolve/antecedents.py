"""Whom a pronoun means: candidates from the text before it, ranked by weights fitted on annotated reports.

A conditional logistic regression over the candidates of one pronoun (mention ranking after Denis and Baldridge 2008),
with salience factors after Lappin and Leass 1994 as its features. Candidates are the parties named before, those named
together ("Putin and Kim"), and the things and ideas that nouns name: a pronoun led to one of these is no party. The
weights stand in ``data/antecedents.tsv`` and are fitted by ``training/antecedents.py``.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from dragoman.ontology.pronouns import HE, IT, SHE, THEY
from dragoman.ontology.weights import Rows, fill, fitted
from dragoman.resolve.noted import SUBJECTS, Memory, Noted
from dragoman.resolve.scene import Party
from dragoman.types.text import Sentence

Kind = Literal["he", "it", "they", "title"]
KINDS: tuple[Kind, ...] = ("he", "it", "they")
"""The kinds of pronouns; titles are judged by more (``title_features``)."""
_OBJECTS = {"dobj", "dative", "pobj"}
_KINDS = ("state", "body", "group", "person", "office", "unnamed", "thing", "several", "country")
FEATURES = (
    "always", "same sentence", "1 before", "2 before", "3 before", "4 before", "farther before", "title or first",
    "subject", "main subject", "object", "possessor", "words between", "rivals between", "latest",
    "pronoun subject, it too", "pronoun no subject, it neither",
    "possessive, subject of its clause", "same clause", "teller", "subject of a clause above", "same sentence, subject",
    "how often", "how often lately", "most often",
    *(f"kind: {k}" for k in _KINDS),
    "gender agrees", "plural", "last by pronoun", "same pronoun", "focus",
    "quoted, speaker", "quoted, not speaker", "possessive, same sentence", "object, same sentence",
    "acts, state", "acts, body", "owns, state", "owns, person", "thing, acts", "thing, owns",
    "thing, subject", "thing, same sentence", "thing, words between", "thing, pronoun an object", "thing, possessive",
    "heralded", "told by it", "nobody", "nobody, subject", "nobody, object", "nobody, possessive", "nobody, acts",
)  # fmt: skip
"""What a candidate is judged by, in the order of the columns of ``table``."""
_AWAY = {0: "same sentence", 1: "1 before", 2: "2 before", 3: "3 before", 4: "4 before"}


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun in its sentence. ``speaker`` is the key of who speaks the quotation it stands in, '' outside."""

    kind: Kind
    word: str
    sentence: Sentence
    at: int
    speaker: str = ""
    focus: str = ""
    acts: bool = False
    """Whether it is the subject of a verb of what only people and their institutions do."""
    owns: bool = False
    """Whether it is the possessor of people or institutions: "its army"."""


def candidates(anaphor: Anaphor, here: Sequence[Noted], memory: Memory) -> list[list[Noted]]:
    """What a pronoun may mean: the mentions of each, oldest first. ``here`` are those of its own sentence."""
    heralded = heralds(anaphor.sentence, anaphor.at)
    near = [n for n in here if n.head < anaphor.at or n.head in heralded]
    doing = own_subjects(anaphor.sentence, anaphor.at)
    doers = {n.key for n in near if n.head in doing}
    grouped: dict[str, list[Noted]] = defaultdict(list)
    for one in (*memory.lately(anaphor.sentence.index), *near):
        if _fits(anaphor.kind, one) and one.key not in doers:
            grouped[one.key].append(one)
    if anaphor.kind != "he":
        return list(grouped.values())
    gender = "f" if anaphor.word in SHE else "m"
    return [ms for key, ms in grouped.items() if _gender(key, ms, memory) in {gender, ""}]


def heralds(sentence: Sentence, at: int) -> set[int]:
    """Those whom a pronoun may point ahead to, the subjects of the clause that its own stands before: "when he met
    Putin, Lukashenko said".
    """
    clause = sentence.tokens[sentence.clause(at)]
    above = sentence.tokens[clause.head]
    if clause.dep != "advcl" or clause.index > above.index:
        return set()
    subjects = [c for c in sentence.children[above.index] if sentence.tokens[c].dep in SUBJECTS and c > clause.index]
    return {n for s in subjects for n in (s, *(c for c in sentence.children[s] if sentence.tokens[c].dep == "conj"))}


def own_subjects(sentence: Sentence, at: int) -> list[int]:
    """The subjects of the verb to which a word is an object: "A telephoned B and urged him" doesn't mean A."""
    token = sentence.tokens[at]
    if token.dep not in {"dobj", "dative", "pobj"}:
        return []
    for verb in sentence.path(sentence.clause(at)):
        found = [c for c in sentence.children[verb] if sentence.tokens[c].dep in {"nsubj", "nsubjpass"}]
        if found or sentence.tokens[verb].dep != "conj":
            return found
    return []


def _gender(key: str, mentions: Sequence[Noted], memory: Memory) -> str:
    return memory.genders.get(key) or next((m.gender for m in mentions if m.gender), "")


def is_person(party: Party) -> bool:
    """Whether a party is one person, named or not."""
    office = party.actor.kind == "office" or (party.role is not None and party.role.kind == "person")
    return party.actor.kind == "person" or (office and not party.plural)


def _fits(kind: Kind, one: Noted) -> bool:
    if one.kind == "thing":
        return kind == "it" and not one.plural or kind == "they" and one.plural
    if one.kind == "several":
        return kind == "they"
    (party,) = one.parties
    person = is_person(party)
    if kind == "he":
        return person
    if kind == "it":
        return not person and not party.plural and not one.key.startswith("place:")
    return party.plural or one.kind in {"body", "group"}


def table(anaphor: Anaphor, found: Sequence[Sequence[Noted]], memory: Memory) -> Rows:
    """Features of each candidate, and of nobody in the last row."""
    made = np.zeros((len(found) + 1, len(FEATURES)))
    latest = max(((ms[-1].sentence, ms[-1].head) for ms in found), default=(0, 0))
    lately = Counter(m.key for ms in found for m in ms)
    most = max((memory.counts[ms[-1].key] for ms in found if ms[-1].kind != "thing"), default=0)
    stands = _stands(anaphor, found)
    for row, mentions in zip(made, found, strict=False):
        last = mentions[-1]
        fill(row, _features(anaphor, mentions, stands), FEATURES)
        fill(row, {
            "how often": math.log1p(memory.counts[last.key]),
            "how often lately": math.log1p(lately[last.key]),
            "most often": float(memory.counts[last.key] == most and last.kind != "thing"),
            "latest": float((last.sentence, last.head) == latest),
        }, FEATURES)  # fmt: skip
    dep = anaphor.sentence.tokens[anaphor.at].dep
    fill(made[-1], {
        "nobody": 1.0,
        "nobody, subject": float(dep in SUBJECTS),
        "nobody, object": float(dep in _OBJECTS),
        "nobody, possessive": float(dep == "poss"),
        "nobody, acts": float(anaphor.acts),
    }, FEATURES)  # fmt: skip
    return made


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where an anaphor stands: what is the same for all of its candidates. ``ends`` is where each was named last, in
    order.
    """

    subject: bool
    possessive: bool
    clause: int
    teller: int | None
    ends: Sequence[tuple[int, int]]
    heralded: set[int]
    told: set[int]


def _stands(anaphor: Anaphor, found: Sequence[Sequence[Noted]]) -> _Stands:
    dep = anaphor.sentence.tokens[anaphor.at].dep
    return _Stands(
        dep in SUBJECTS,
        dep == "poss",
        anaphor.sentence.clause(anaphor.at),
        _teller(anaphor.sentence, anaphor.at),
        sorted((m.sentence, m.head) for ms in found for m in ms[-1:]),
        heralds(anaphor.sentence, anaphor.at),
        _told(anaphor.sentence, anaphor.at),
    )


def _features(anaphor: Anaphor, mentions: Sequence[Noted], stands: _Stands) -> dict[str, float]:
    sentence, at = anaphor.sentence, anaphor.at
    last = _foremost(mentions)
    back = sentence.index - last.sentence
    subject, possessive, clause = stands.subject, stands.possessive, stands.clause
    same = back == 0
    thing = last.kind == "thing"
    between = math.log1p(abs(at - last.head)) if same else math.log1p(at + 1)
    here = (last.sentence, last.head)
    rivals = len(stands.ends) - bisect_right(stands.ends, here) - (here < (mentions[-1].sentence, mentions[-1].head))
    coargument = same and sentence.tokens[last.head].head == clause
    made = {
        "always": 1.0,
        _AWAY.get(back, "farther before"): 1.0,
        "title or first": float(any(m.sentence == 0 for m in mentions)),
        "subject": float(last.subject),
        "main subject": float(last.main),
        "object": float(last.dep in _OBJECTS),
        "possessor": float(last.dep in {"poss", "compound", "amod"}),
        "words between": between,
        "rivals between": math.log1p(rivals),
        "pronoun subject, it too": float(subject and last.subject),
        "pronoun no subject, it neither": float(not subject and not last.subject),
        "possessive, subject of its clause": float(possessive and coargument and last.subject),
        "same clause": float(not possessive and coargument and sentence.tokens[at].head == clause),
        "teller": float(same and stands.teller == last.head),
        "subject of a clause above": float(same and last.subject and _is_above(sentence, last.head, at)),
        "same sentence, subject": float(same and last.subject),
        f"kind: {last.kind}": 1.0,
        "gender agrees": float(bool(last.gender)),
        "plural": float(last.plural),
        "last by pronoun": float(bool(last.pronoun)),
        "same pronoun": float(any(_alike(m.pronoun, anaphor.word) for m in mentions)),
        "heralded": float(same and last.head in stands.heralded),
        "told by it": float(same and last.head in stands.told),
        "focus": float(any(p.actor.country == anaphor.focus != "" for p in last.parties)),
        "quoted, speaker": float(last.key == anaphor.speaker != ""),
        "quoted, not speaker": float(anaphor.speaker not in {"", last.key}),
        "possessive, same sentence": float(possessive and same),
        "object, same sentence": float(not possessive and not subject and same),
        "acts, state": float(anaphor.acts and last.kind == "state"),
        "acts, body": float(anaphor.acts and last.kind in {"body", "group"}),
        "owns, state": float(anaphor.owns and last.kind == "state"),
        "owns, person": float(anaphor.owns and last.kind == "person"),
    }
    if thing:
        made |= {
            "thing, acts": float(anaphor.acts),
            "thing, owns": float(anaphor.owns),
            "thing, subject": float(last.subject),
            "thing, same sentence": float(same),
            "thing, words between": between,
            "thing, pronoun an object": float(not subject and not possessive),
            "thing, possessive": float(possessive),
        }
    return made


def _alike(one: str, other: str) -> bool:
    return bool(one) and any(one in forms and other in forms for forms in (HE, SHE, IT, THEY))


def _foremost(mentions: Sequence[Noted]) -> Noted:
    """The mention of a candidate by which it is judged: of its latest sentence the subject, else the last."""
    latest = [m for m in mentions if m.sentence == mentions[-1].sentence]
    return next((m for m in reversed(latest) if m.subject), latest[-1])


def _is_above(sentence: Sentence, subject: int, at: int) -> bool:
    """Whether a pronoun stands in a clause below the verb of a subject."""
    verb = sentence.tokens[subject].head
    token = sentence.tokens[at]
    while token.head != token.index:
        if token.head == verb:
            return True
        token = sentence.tokens[token.head]
    return False


def _teller(sentence: Sentence, at: int) -> int | None:
    """The subject of the verb whose clause a pronoun is the subject of: "China announced that it would"."""
    verb = sentence.tokens[sentence.tokens[at].head]
    if sentence.tokens[at].dep not in SUBJECTS or verb.dep != "ccomp":
        return None
    above = sentence.children[verb.head]
    return next((c for c in above if sentence.tokens[c].dep == "nsubj" and c < at), None)


def _told(sentence: Sentence, at: int) -> set[int]:
    """The subjects of a clause that a pronoun, or whose it is, tells after it: "China has signed, its army said"."""
    token = sentence.tokens[at]
    doer = sentence.tokens[token.head] if token.dep == "poss" else token
    if doer.dep not in SUBJECTS:
        return set()
    clauses = [c for c in sentence.children[doer.head] if sentence.tokens[c].dep == "ccomp" and c < at]
    return {c for clause in clauses for c in sentence.children[clause] if sentence.tokens[c].dep in SUBJECTS}


@cache
def weights(kind: Kind) -> Rows:
    """The fitted weights for a kind of pronoun."""
    return fitted("antecedents.tsv", "dragoman.resolve", FEATURES, (kind,))[:, 0]
