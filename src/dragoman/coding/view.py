"""A sentence as the coder sees it: who stands at a token, and whether a word meets a condition."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.coding import clause
from dragoman.coding.lexicon import Lexicon, Test
from dragoman.types.actor import ActorMention
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Sentence, Token

Parties = tuple[ActorMention, ...]
_QUANTITIES = {
    "dozen", "hundred", "thousand", "million", "score", "number", "group", "handful", "crowd", "majority", "most",
    "many", "some", "few", "member", "series", "part", "pair", "couple", "all", "several", "one", "two", "three",
    "both", "wave", "team", "column", "convoy", "body", "rest", "half", "any", "each", "none", "lot", "ten", "family",
    "minority", "generation", "string", "mass", "coalition", "alliance", "network", "leadership", "bloc", "side",
}  # fmt: skip
_OWNED_BY = ("of", "by", "from", "in")
_PERSON_PRONOUNS = {"he", "she", "him", "her", "who", "whom", "i", "me"}


@dataclass(frozen=True)
class View:
    """A sentence with its parties by head token, and the lexicon."""

    sentence: Sentence
    parties: Mapping[int, Parties]
    lexicon: Lexicon

    @cached_property
    def words(self) -> frozenset[str]:
        """All word forms and lemmas of the sentence, in small letters."""
        return frozenset(w.lower() for t in self.sentence.tokens for w in (t.text, t.lemma))

    def token(self, index: int) -> Token:
        return self.sentence.tokens[index]

    def at(self, index: int) -> Parties:
        """Parties that a token heads, with those coordinated with it."""
        found: list[ActorMention] = []
        for node in clause.coordinated(self.sentence, index):
            found.extend(self.parties.get(node) or self._partitive(node))
        return unique(found)

    def _partitive(self, index: int) -> Parties:
        """ "Dozens of soldiers", "members of the council": the party after "of"."""
        if self._is_quantity(index):
            for inner in clause.after(self.sentence, index, "of"):
                return self.at(inner)
        return ()

    def _is_quantity(self, index: int) -> bool:
        token = self.token(index)
        return token.lemma.lower() in _QUANTITIES or token.pos in {"NUM", "DET", "ADJ", "PRON"}

    def at_all(self, indices: Iterable[int]) -> Parties:
        return unique(m for i in indices for m in self.at(i))

    def owner(self, index: int) -> Parties:
        """Whose a thing or a deed is: its possessor, its nationality, or the party after "of" or "by"."""
        if found := self.possessor(index):
            return found
        for word in _OWNED_BY:
            if found := self.at_all(clause.after(self.sentence, index, word)):
                return found
        return ()

    def possessor(self, index: int) -> Parties:
        """Whose a thing is, by a possessive or a nationality before it."""
        for child in clause.children(self.sentence, index, "poss", "compound", "amod", "nmod"):
            found = self.at(child)
            if self.token(child).dep != "poss":
                found = tuple(m for m in found if not m.actor.actor_id.startswith("place:"))
            if found:
                return found
        return ()

    def subjects(self, verb: int) -> list[int]:
        """The subjects of a verb that can act; of the verb above where an object that can't act stands between."""
        found = clause.subjects(self.sentence, verb)
        if found and not self.at_all(found):
            upper = clause.upper_subjects(self.sentence, verb)
            return upper if self.at_all(upper) else found
        return found

    def meets(self, test: Test, index: int) -> bool:
        """Whether the word at a token meets a condition."""
        return self._meets(test.what, index) != test.negated

    def _meets(self, what: str, index: int) -> bool:
        if not what.startswith("@"):
            return what.lower() in self.forms(index)
        match what[1:]:
            case "any":
                return True
            case "official":
                return any(_is_official(m) for m in self.at(index))
            case "actor":
                return bool(self.at(index) or self.possessor(index))
            case "person":
                return self._is_person(index)
            case "state":
                return any(m.actor.kind == "state" for m in self.at(index))
            case "place":
                return any(m.actor.actor_id.startswith(("place:", "state:")) for m in self.at(index))
            case "event":
                return bool(self.forms(index) & self.lexicon.event_nouns) or self.token(index).lemma in {"it", "this"}
            case "visitor" if any(m.actor.kind in {"person", "office"} and _is_official(m) for m in self.at(index)):
                return True
            case name:
                words = self.lexicon.classes[name]
                inner = clause.after(self.sentence, index, "of") if self._is_quantity(index) else []
                return any(self.forms(i) & words for n in (index, *inner) for i in clause.coordinated(self.sentence, n))

    def _is_person(self, index: int) -> bool:
        token = self.token(index)
        if token.text.lower() in _PERSON_PRONOUNS or token.entity == "PERSON":
            return True
        kinds = {m.actor.kind for m in self.at(index) if not m.actor.actor_id.startswith("place:")}
        return bool(kinds & {"person", "office"}) or ("unnamed" in kinds and token.tag in {"NN", "NNP", "NNS"})

    def _titles(self, index: int) -> set[str]:
        """The words before a name that say what its bearer is ("defence minister Li"), alone and in pairs."""
        words = [t.text.lower() for t in clause.preceding_words(self.sentence, index) if t.dep in {"compound", "nmod"}]
        if self.token(index).pos != "PROPN" or not words:
            return set()
        return {*words, *(" ".join(pair) for pair in zip(words, words[1:], strict=False))}

    def forms(self, index: int) -> set[str]:
        """A noun's lemma and surface, alone and with the word or two before it."""
        token = self.token(index)
        found = {token.lemma.lower(), token.text.lower()} | self._titles(index)
        for back in (1, 2):
            if index >= back:
                before = " ".join(t.text.lower() for t in self.sentence.tokens[index - back : index])
                found |= {f"{before} {token.lemma.lower()}", f"{before} {token.text.lower()}"}
        return found


_OFFICIAL = {"GOV", "MIL", "LEG", "JUD", "SPY", "PTY", "REB", "IGO", "UNO", "EUR", "ELI", "NGO"}


def _is_official(mention: ActorMention) -> bool:
    """Whether a party acts for a state, a body or a movement."""
    return mention.actor.kind in {"state", "office", "body"} or bool(set(mention.actor.sectors) & _OFFICIAL)


def unique(mentions: Iterable[ActorMention]) -> Parties:
    """Mentions without repeats of one actor, in order."""
    found: dict[str, ActorMention] = {}
    for mention in mentions:
        found.setdefault(mention.actor.actor_id, mention)
    return tuple(found.values())


def through(event: CodedEvent, view: View, rules: Iterable[Callable[[CodedEvent, View], CodedEvent]]) -> CodedEvent:
    """An event after some rules that put its parties on their sides, one upon the other."""
    for settled in rules:
        event = settled(event, view)
    return event


def standing(event_sentence: int, parties: Iterable[ActorMention], heads: Container[int]) -> Parties:
    """The parties that stand at some words of their event's sentence."""
    return tuple(m for m in parties if m.sentence == event_sentence and m.head in heads)


def without(event_sentence: int, parties: Iterable[ActorMention], heads: Container[int]) -> Parties:
    """The parties but those that stand at some words of their event's sentence."""
    return tuple(m for m in parties if m.sentence != event_sentence or m.head not in heads)


def same_side(a: Iterable[ActorMention], b: Iterable[ActorMention]) -> bool:
    """Whether two sides have an actor or a country in common."""
    others = [m.actor for m in b]
    ids, countries = {o.actor_id for o in others}, {o.country for o in others if o.country}
    return any(m.actor.actor_id in ids or m.actor.country in countries for m in a)


def with_each_other(event: CodedEvent) -> CodedEvent:
    """An event of several doers and nobody else, which each does to the other."""
    first, *rest = unique(event.actors) or (None,)
    if first is None or not rest or event.recipients:
        return event
    return replace(event, actors=(first,), recipients=tuple(rest), rule=f"{event.rule}; with each other")
