"""What a report has named so far, sentence by sentence: what a later pronoun or title may mean."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.ontology.pronouns import COUNTED
from dragoman.resolve.scene import Party
from dragoman.types.text import Sentence

REACH = 4
"""How many sentences back an antecedent may stand."""
SUBJECTS = {"nsubj", "nsubjpass"}
MISSIONS = {"embassy", "embassies", "consulate", "consulates"}
_MODIFIERS = {"compound", "npadvmod", "nmod"}
BODIES = {"IGO", "EUR", "UNO", "NGO", "MNC"}
"""What stands for the country of bodies that are of no state."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A noun phrase that a later pronoun may mean. ``parties`` is empty for a thing."""

    key: str
    sentence: int
    head: int
    parties: tuple[Party, ...] = ()
    kind: str = "thing"
    subject: bool = False
    main: bool = False
    dep: str = ""
    plural: bool = False
    gender: str = ""
    pronoun: str = ""
    said: frozenset[str] = frozenset()
    """The nouns that its phrase calls it by: "Prince X", "X, the general"."""
    count: int = 0
    """How many its phrase counts: "two sailors"."""
    shares: tuple[float, ...] = ()
    """Of those put together, how often and how lately each was named, as a share of all of their kind."""


@dataclass
class Memory:
    """What was named so far, sentence by sentence."""

    noted: list[Noted] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    genders: dict[str, str] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)
    """The nouns by which somebody was called before."""
    aside: list[Noted] = field(default_factory=list)
    """Bodies and groups named only beside another noun, whom titles may mean, but no pronoun."""
    of_states: dict[str, list[Noted]] = field(default_factory=dict)
    """By state, where it or somebody of it is named."""

    def add(self, found: Iterable[Noted]) -> None:
        for one in found:
            self.noted.append(one)
            self.counts[one.key] += 1
            self.called.setdefault(one.key, set()).update(one.said)
            if one.gender:
                self.genders.setdefault(one.key, one.gender)
            if (named := as_state(one)) is not None:
                self.of_states.setdefault(named.key, []).append(named)

    def lately(self, sentence: int) -> list[Noted]:
        return [n for n in self.noted if sentence - REACH <= n.sentence < sentence]


def as_state(one: Noted) -> Noted | None:
    """A mention as one of the state of its party; None where it has none."""
    if len(one.parties) != 1 or one.parties[0].actor.sectors[:1] == ("JRN",) and one.kind == "body":
        return None  # whom a paper reports of is no compatriot of it
    role = one.parties[0].role
    if role is not None and role.noun.split()[-1] in MISSIONS:
        return None  # nor are those who stand outside an embassy
    country = one.parties[0].actor.country
    return replace(one, key=f"country:{country}", kind="country") if country and country not in BODIES else None


def note(sentence: Sentence, parties: Sequence[Party], genders: Sequence[str]) -> list[Noted]:
    """The noun phrases of a sentence: its parties, those named together, and things."""
    root = _root(sentence)
    found = [note_party(sentence, p, g) for p, g in zip(parties, genders, strict=True)]
    found += _several(sentence, root, parties)
    taken = {i for p in parties for i in range(p.first, p.last)}
    for token in sentence.tokens:
        noun = token.pos in {"NOUN", "PROPN"} and token.dep not in _MODIFIERS
        if noun and token.index not in taken:
            found.append(
                Noted(
                    f"thing:{token.lemma.lower()}", sentence.index, token.index, (), "thing",
                    token.dep in SUBJECTS, token.head == root and token.dep in SUBJECTS, token.dep,
                    token.tag in {"NNS", "NNPS"},
                )
            )  # fmt: skip
    return found


def _root(sentence: Sentence) -> int:
    return next((t.index for t in sentence.tokens if t.head == t.index), 0)


def note_party(sentence: Sentence, party: Party, gender: str = "") -> Noted:
    """The mention of a party."""
    token = sentence.tokens[party.head]
    subject = token.dep in SUBJECTS
    pronoun = token.text.lower() if token.pos == "PRON" else ""
    return Noted(
        party.actor.actor_id, sentence.index, party.head, (party,), party.actor.kind, subject,
        subject and token.head == _root(sentence), token.dep, party.plural, gender, pronoun,
        _nouns_of(sentence, party), count_of(sentence, party),
    )  # fmt: skip


def count_of(sentence: Sentence, party: Party) -> int:
    """How many a phrase counts, 0 where it doesn't."""
    words = [t.text.lower() for t in sentence.tokens[party.first : party.last]]
    return next((COUNTED.get(w) or int(w) for w in words if w in COUNTED or (w.isdigit() and len(w) < 4)), 0)


def _nouns_of(sentence: Sentence, party: Party) -> frozenset[str]:
    """The nouns by which a phrase calls somebody, in small letters: before his name, and in apposition to it."""
    tokens, children = sentence.tokens, sentence.children
    own = range(party.first, party.last)
    apposed = [c for c in children[party.head] if tokens[c].dep == "appos"]
    if tokens[party.head].dep == "appos":
        apposed.append(tokens[party.head].head)
    before = [c for c in children[party.head] if c not in own and tokens[c].dep in {"compound", "nmod"}]
    return frozenset(tokens[i].lemma.lower() for i in (*before, *apposed) if tokens[i].pos in {"NOUN", "PROPN"})


def _several(sentence: Sentence, root: int, parties: Sequence[Party]) -> list[Noted]:
    """Parties named together: coordinated, or subject and object of one verb."""
    at = defaultdict(list)
    for p in parties:
        at[p.head].append(p)
    found = []
    for head in sorted(at):
        token = sentence.tokens[head]
        held = list(at[head])
        if token.dep != "conj":
            for other in _conjuncts(sentence, head):
                held += at.get(other, [])
        if token.dep in SUBJECTS and len(held) == 1:
            held += _objects(sentence, token.head, at)
        unique = {p.actor.actor_id: p for p in held}
        if len(unique) > 1:
            subject = token.dep in SUBJECTS
            key = "+".join(sorted(unique))
            found.append(
                Noted(
                    key, sentence.index, head, tuple(unique.values()), "several", subject,
                    subject and token.head == root, token.dep, True,
                )
            )  # fmt: skip
    return found


def _conjuncts(sentence: Sentence, head: int) -> list[int]:
    found, stack = [], [head]
    while stack:
        below = [c for c in sentence.children[stack.pop()] if sentence.tokens[c].dep == "conj"]
        found += below
        stack += below
    return found


def _objects(sentence: Sentence, verb: int, at: dict[int, list[Party]]) -> list[Party]:
    """Whom somebody does a thing to or with: "met B", "met together with B", "held talks with B"."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.dep == "dobj" and child in at:
            return at[child]
        inner = sentence.children[child] if token.dep in {"dobj", "advmod"} else ()
        for preposition in (child, *inner):
            if sentence.tokens[preposition].text.lower() == "with" and sentence.tokens[preposition].dep == "prep":
                for below in sentence.children[preposition]:
                    if below in at:
                        return at[below]
    return []
