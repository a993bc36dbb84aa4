"""Pronouns ("he", "its", "they", "we") led back to whom they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.knowledge import knowledge
from dragoman.ontology.phrases import fold
from dragoman.ontology.pronouns import HE, IT, SHE, THEY, WE, I
from dragoman.resolve.antecedents import FEATURES, Anaphor, Kind, candidates, is_person, table, weights
from dragoman.resolve.counted import counted
from dragoman.resolve.found import relative_noun
from dragoman.resolve.noted import Memory, Noted, note
from dragoman.resolve.reasons import ranked
from dragoman.resolve.scene import Party
from dragoman.types.actor import Actor, Choice
from dragoman.types.text import Sentence

_MALE = {
    "mr", "mr.", "sir", "lord", "king", "prince", "emir", "sultan", "sheikh", "shah", "pope", "man", "boy",
    "father", "brother", "son", "husband", "uncle", "chairman", "spokesman", "businessman", "congressman",
    "policeman", "gunman", "grandfather", "nephew", "imam", "ayatollah", "monk", "priest", "bishop", "widower",
}  # fmt: skip
_FEMALE = {
    "mrs", "mrs.", "ms", "ms.", "lady", "dame", "queen", "princess", "woman", "girl", "mother", "sister",
    "daughter", "wife", "aunt", "chairwoman", "spokeswoman", "businesswoman", "congresswoman", "policewoman",
    "grandmother", "niece", "nun", "widow", "actress", "first lady", "baroness", "duchess", "female",
}  # fmt: skip
RELATIONS = frozenset(
    "adversary ally archrival attacker counterpart enemy foe guest host neighbor neighbour opponent partner rival "
    "visitor".split()
)
"""Nouns for others than the one whose they are: Lavrov's counterparts are no Russians."""
_KINDS: dict[Kind, frozenset[str]] = {"he": HE | SHE, "it": IT, "they": THEY}


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The pronouns of a sentence."""

    sentence: Sentence
    focus: str
    memory: Memory
    answering: Party | None = None
    """Who speaks in the sentence outside quotation marks, where it answers a question."""

    def all(self, mine: Sequence[Party]) -> list[Party]:
        """Whom the pronouns mean, as parties that stand there. ``mine`` are the sentence's other parties."""
        found: list[Party] = []
        for token in self.sentence.tokens:
            together = counted(self.sentence, token.index, self.memory, mine)
            if together or (token.pos == "PRON" and not self._is_empty(token.index)):
                at = {"head": token.index, "first": token.index, "last": token.index + 1, "role": None}
                meant = together or self.meant(token.index, [*mine, *found])
                found.extend(replace(p, **at) for p in meant)  # type: ignore[arg-type]
        return found

    def _is_empty(self, at: int) -> bool:
        """Whether a pronoun means nobody: "it is good that", "His Majesty"."""
        return _is_expletive(self.sentence, at) or _is_of_address(self.sentence, at)

    def owner(self, party: Party, closed: Sequence[Party]) -> Actor | None:
        """Whom a possessive before a title means: "his ministry"."""
        for child in self.sentence.children[party.head]:
            token = self.sentence.tokens[child]
            if token.dep != "poss" or _is_of_address(self.sentence, child):
                continue
            if token.text.lower() == "whose":
                noun = relative_noun(self.sentence, child)
                return next((p.actor for p in closed if p.head == noun), None)
            if token.pos == "PRON" and (meant := self.meant(child, closed)):
                return meant[0].actor
        return None

    def is_relation(self, party: Party) -> bool:
        """Whether a title is of others than those whose it is: "his counterparts", but not "its own ally"."""
        below = [self.sentence.tokens[c] for c in self.sentence.children[party.head]]
        return self.sentence.tokens[party.head].lemma.lower() in RELATIONS and not any(t.text == "own" for t in below)

    def meant(self, at: int, mine: Sequence[Party]) -> tuple[Party, ...]:
        """Whom a pronoun means."""
        word = self.sentence.tokens[at].text.lower()
        speaker = _speaker(self.sentence, at, mine, self.memory) or self.answering
        if word in I | WE:
            return (speaker,) if speaker else ()
        kind: Kind | None = next((k for k, words in _KINDS.items() if word in words), None)
        if kind is None:
            return ()
        genders = [gender_of(self.sentence, p) for p in mine]
        said = speaker.actor.actor_id if speaker else ""
        acts, owns = _acts(self.sentence, at), _owns(self.sentence, at, mine)
        anaphor = Anaphor(kind, word, self.sentence, at, said, self.focus, acts, owns)
        chosen, choice = choose(anaphor, note(self.sentence, mine, genders), self.memory)
        return tuple(replace(p, choice=choice) for p in chosen.parties) if chosen else ()


def choose(anaphor: Anaphor, here: Sequence[Noted], memory: Memory) -> tuple[Noted | None, Choice]:
    """What a pronoun means; None where it means nobody, or a thing."""
    found = candidates(anaphor, here, memory)
    best, choice = ranked(found, table(anaphor, found, memory), weights(anaphor.kind), FEATURES)
    chosen = found[best][-1] if best < len(found) else None
    return (None if chosen is None or chosen.kind == "thing" else chosen), choice


_ACTING = {
    "accept", "accuse", "act", "agree", "aim", "allow", "announce", "appeal", "appoint", "approve", "arrest", "ask",
    "attack", "back", "ban", "blame", "block", "call", "cancel", "claim", "condemn", "confirm", "consider", "criticise",
    "criticize", "cut", "deny", "decide", "declare", "decline", "defend", "demand", "deploy", "dismiss",
    "expect", "expel", "fear", "fight", "fire", "halt", "help", "hope", "host", "impose", "insist", "intend", "invade",
    "join", "know", "launch", "lift", "order", "oppose", "plan", "pledge", "praise", "promise", "propose", "protest",
    "pull", "recall", "recognise", "recognize", "refuse", "reject", "release", "respond", "say", "see", "seek", "seize",
    "send", "shell", "sign", "stop", "strike", "support", "suspend", "tell", "think", "threaten", "try", "urge", "want",
    "warn", "welcome", "withdraw", "work",
}  # fmt: skip
"""Verbs of what only people and their institutions do."""


def _acts(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in _ACTING


def _owns(sentence: Sentence, at: int, mine: Sequence[Party]) -> bool:
    token = sentence.tokens[at]
    return token.dep == "poss" and any(p.head == token.head for p in mine)


def _is_expletive(sentence: Sentence, index: int) -> bool:
    """Whether "it" means nobody: "it is good that", "it seems that"."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.text.lower() != "it" or token.dep not in {"nsubj", "expl"} or head.lemma not in {"be", "seem", "appear"}:
        return token.dep == "expl"
    return any(sentence.tokens[c].dep in {"ccomp", "xcomp", "advcl", "csubj"} for c in sentence.children[head.index])


_ADDRESSES = {"majesty", "excellency", "highness", "holiness", "eminence", "honour", "honor", "lordship"}


def _is_of_address(sentence: Sentence, at: int) -> bool:
    """Whether a possessive is part of how somebody is addressed: "His Majesty", "Her Excellency"."""
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    return sentence.tokens[at].dep == "poss" and after[:1].isupper() and after.lower() in _ADDRESSES


def gender_of(sentence: Sentence, party: Party) -> str:
    """What the words of a phrase, or a title before it, say of a person's gender: m, f or ''."""
    words = {t.text.lower() for t in sentence.tokens[max(0, party.first - 2) : party.last]}
    words |= {t.lemma.lower() for t in sentence.tokens[party.first : party.last]}
    if words & _FEMALE:
        return "f"
    if words & _MALE:
        return "m"
    return _by_given_name(party.actor) if party.actor.kind == "person" else ""


def _by_given_name(actor: Actor) -> str:
    """What a person's given names tell: the first that tells anything ("Luiz Inacio Lula da Silva")."""
    names = [fold(w) for w in actor.name.split()]
    return next((knowledge().genders[n] for n in names[:-1] if n in knowledge().genders), "")


_SAY = {"say", "tell", "add", "state", "write", "declare", "warn", "announce", "reply", "insist", "note", "mention"}


def _speaker(sentence: Sentence, at: int, mine: Sequence[Party], memory: Memory) -> Party | None:
    """Whom "I" and "we" in a quotation mean: the subject of the verb of saying."""
    if not sentence.is_quoted(at):
        return None
    for token in sentence.tokens:
        if token.lemma in _SAY and not sentence.is_quoted(token.index):
            for child in sentence.children[token.index]:
                party = next((p for p in mine if p.head == child), None)
                if sentence.tokens[child].dep == "nsubj" and party is not None:
                    return party
    lately = (n for n in reversed(memory.noted) if sentence.index - 2 <= n.sentence and n.subject)
    return next((n.parties[0] for n in lately if len(n.parties) == 1 and is_person(n.parties[0])), None)
