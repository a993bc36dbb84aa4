"""The places about a trigger where parties stand: slots of verbs and nouns, through light verbs and settings."""

from dataclasses import dataclass

from dragoman.coding import clause
from dragoman.coding.lexicon import Entry, Option, Test
from dragoman.coding.view import Parties, View, unique
from dragoman.types.text import Sentence, Token

SUPPORT_VERBS = {
    "hold", "make", "pay", "conduct", "carry", "launch", "stage", "mount", "issue", "have", "begin", "start",
    "open", "resume", "continue", "give", "deliver", "undertake", "lead", "impose", "perform", "offer", "sign",
    "reach", "commit", "take", "do", "finish", "complete", "conclude", "extend", "send", "announce", "organise",
    "organize", "convene", "wage", "order", "renew", "intensify", "step", "unleash", "strike", "enter",
    "attend", "join", "lodge", "file", "express", "voice", "maintain", "provide", "bring", "level", "set",
    "declare", "place", "use", "execute", "initiate", "receive", "kick", "wrap", "embark", "engage", "plan",
    "expand", "tighten", "ease", "lift", "hail", "seek", "draw", "put", "run", "table", "raise", "fire",
    "swear", "throw", "call", "summon", "chair", "host", "propose", "schedule", "prepare", "pursue", "repeat",
    "reiterate", "enforce", "tender", "submit",
}  # fmt: skip
"""Verbs whose subject does what a noun as their object tells ("launched an attack")."""
CLAIMED = {"responsibility", "credit", "blame"}
"""What the doer of a deed claims or takes for it."""
_BELOW_OF = {"by", "with", "between", "to", "from", "on", "against"}
"""Prepositions that the parser often hangs on the noun after "of" or "by" ("the attack by rebels on the town")."""
_CARRIERS = {"engage", "embark", "be", "go", "enter"}
"""Verbs that carry a noun after a preposition ("engaged in talks")."""
_ATTENDING = {"fixture", "regular", "guest", "participant", "attendee", "observer", "speaker", "newcomer"}
"""What those are who attend: "became fixtures at its summits"."""
_SETTING_OUT = {"leave", "depart", "set", "arrive", "fly", "travel", "return", "start", "begin"}
"""Verbs that carry a journey after a preposition ("left for a visit to")."""


def complement(sentence: Sentence, trigger: int, how: str) -> list[int]:
    """The heads of a predicate's complements of a kind: ``to``, ``ing``, ``that``, ``obj`` or a preposition."""
    match how:
        case "to" | "ing" | "that":
            found = clause.children(sentence, trigger, "xcomp", "ccomp", "acl")
            return [c for c in found if clause_kind(sentence, c) == how]
        case "obj":
            return clause.children(sentence, trigger, "dobj", "obj")
    return clause.after(sentence, trigger, how)


def clause_kind(sentence: Sentence, verb: int) -> str:
    """Whether a clause is an infinitive (``to``), a gerund (``ing``) or finite (``that``)."""
    if sentence.is_infinitive(verb):
        return "to"
    return "ing" if sentence.tokens[verb].tag == "VBG" and not clause.children(sentence, verb, "aux") else "that"


@dataclass(frozen=True, slots=True)
class Slots:
    """The places about a trigger, by their names in the lexicon."""

    view: View
    trigger: int
    entry: Entry
    words: tuple[int, ...]

    def holds(self, where: tuple[str, ...], test: Test) -> bool:
        """Whether something in one of the places meets a condition; a negated one must hold of all."""
        tokens = [t for w in where for t in self.tokens(w)]
        if test.negated:
            return all(self.view.meets(test, t) for t in tokens)
        return any(self.view.meets(test, t) for t in tokens)

    def party(self, options: tuple[Option, ...]) -> tuple[Parties, tuple[int, ...]]:
        """The first option's parties that are there, and the tokens they stand at."""
        spare: tuple[Parties, tuple[int, ...]] = ((), ())
        for option in options:
            tokens = [t for t in self.tokens(option.where) if option.test is None or self.view.meets(option.test, t)]
            direct = self.view.at_all(tokens)
            if direct:
                return self._without_self(direct), tuple(tokens)
            if tokens and not spare[0]:
                spare = (self._indirect(tokens), tuple(tokens))
        return spare

    def _indirect(self, tokens: list[int]) -> Parties:
        """Whose deed or thing stands there: "condemned Israel's raid", "Russian missiles hit"."""
        return unique(m for t in tokens for c in clause.coordinated(self.view.sentence, t) for m in self._owner(c))

    def _owner(self, token: int) -> Parties:
        own = self.view.owner(token)
        if own or self.view.token(token).dep not in {"dobj", "nsubj", "pobj"}:
            return own
        return ()

    def _without_self(self, parties: Parties) -> Parties:
        return tuple(p for p in parties if p.head not in self.words)

    def tokens(self, where: str) -> list[int]:
        """The tokens that stand in a place."""
        if self.entry.pos == "n":
            return self._of_noun(where)
        return self._of_verb(where)

    def _of_verb(self, where: str) -> list[int]:
        s, verb = self.view.sentence, self.trigger
        passive = clause.is_passive(s, verb)
        match where:
            case "subj" if self.entry.pos == "a":
                return self._bearer()
            case "subj":
                return clause.agent(s, verb) if passive else self.view.subjects(verb)
            case "obj":
                found = clause.subjects(s, verb) if passive else clause.objects(s, verb)
                return found or self._extra_object()
            case "dat":
                return clause.datives(s, verb)
        found = clause.after(s, verb, where)
        if where == "by" and passive:
            return []
        for index in (*self.words, *clause.objects(s, verb), *(clause.subjects(s, verb) if passive else ())):
            if not found and index != verb:
                found = clause.after(s, index, where)
        return found or self._clausal(where)

    def _bearer(self) -> list[int]:
        """Of whom a state is told: the object of the verb above ("remanded him in custody"), else the subject."""
        s, head = self.view.sentence, self.view.token(self.view.token(self.trigger).head)
        if head.pos == "VERB" and (found := clause.children(s, head.index, "dobj")):
            return found
        return self.view.subjects(self.trigger)

    def _extra_object(self) -> list[int]:
        """The object of a verb's particle or preposition ("called on Tehran", "cracked down on rallies")."""
        s = self.view.sentence
        for index in self.words:
            if index != self.trigger and (found := clause.children(s, index, "pobj", "dobj")):
                return found
        return []

    def _predicates(self) -> list[int]:
        """What is said of the object ("called it a crime"), and its adjectives."""
        s = self.view.sentence
        heads = clause.children(s, self.trigger, "oprd", "attr", "acomp", "xcomp")
        heads += [c for c in clause.children(s, self.trigger, "ccomp") if clause.is_small_clause(s, c)]
        heads += clause.after(s, self.trigger, "as")
        return heads + [a for h in heads for a in clause.children(s, h, "amod", "conj", "compound")]

    def _of_noun(self, where: str) -> list[int]:
        s, noun = self.view.sentence, self.trigger
        match where:
            case "poss":
                return clause.children(s, noun, "poss") or self.support("subj") or self._of_appositive()
            case "comp":
                return [c for c in clause.children(s, noun, "compound", "amod", "nmod") if c not in self.words]
            case "subj" | "obj" | "dat":
                return self.support(where)
        found = clause.after(s, noun, where)
        if not found and where in _BELOW_OF:
            nearer = [t for word in ("of", "by") if word != where for t in clause.after(s, noun, word)]
            found = [t for inner in nearer for t in clause.after(s, inner, where)]
        if not found and where not in {"of", "poss"}:
            found = self.support(where)
        return found or self._clausal(where)

    def _clausal(self, where: str) -> list[int]:
        """Clauses and predicatives that stand in a place."""
        match where:
            case "to":
                return clause.infinitives(self.view.sentence, self.trigger)
            case "that" | "ing":
                return complement(self.view.sentence, self.trigger, where)
            case "oprd":
                return self._predicates()
        return []

    def _who_claims(self, token: Token) -> list[int]:
        """The subject of "claimed responsibility for", "took credit for"."""
        s = self.view.sentence
        thing = s.tokens[s.tokens[token.head].head]
        if token.dep == "pobj" and thing.lemma in CLAIMED and thing.dep == "dobj":
            return self.view.subjects(thing.head)
        return []

    def _of_appositive(self) -> list[int]:
        """The possessor of the noun that the trigger stands in apposition to: "his first stop, a visit to Egypt"."""
        token = self.view.token(self.trigger)
        return clause.children(self.view.sentence, token.head, "poss") if token.dep == "appos" else []

    def _is_setting(self, token: Token) -> bool:
        """Whether a meeting is where its verb's subject speaks or acts: "in a call with Oslo, the minister said"."""
        s = self.view.sentence
        if self.entry.event_type != "CONSULT" or token.dep != "pobj":
            return False
        preposition = s.tokens[token.head]
        in_clause = s.tokens[preposition.head].pos in {"VERB", "AUX"} and preposition.head != self.trigger
        return in_clause and preposition.text.lower() in {"in", "during", "at", "after", "following", "before"}

    def _carried(self) -> Token:
        """The noun that the verb carries: the trigger, or the first that it is coordinated with."""
        return self.view.token(clause.first_of_list(self.view.sentence, self.trigger))

    def _who_takes_part(self, token: Token) -> list[int]:
        """The subject of "took part in", "had a hand in", "participated in", "were guests at"."""
        s = self.view.sentence
        if token.dep != "pobj" or s.tokens[token.head].text.lower() not in {"in", "at"}:
            return []
        above = s.tokens[s.tokens[token.head].head]
        if above.lemma in _ATTENDING and above.dep == "attr":
            return self.view.subjects(above.head)
        if above.lemma == "participate" and above.pos == "VERB":
            return self.view.subjects(above.index)
        if above.lemma in {"part", "hand", "role"} and above.dep == "dobj":
            return self.view.subjects(above.head)
        if above.lemma == "take" and any(s.tokens[c].lemma == "part" for c in s.children[above.index]):
            return self.view.subjects(above.index)
        return []

    def support(self, where: str) -> list[int]:
        """A place about the verb that carries the noun ("held talks with", "sanctions were imposed on")."""
        s, token = self.view.sentence, self._carried()
        verb = s.tokens[token.head]
        if where == "subj" and (taker := self._who_claims(token)):
            return taker
        if where == "subj" and self._is_setting(token):
            return self.view.subjects(s.clause(token.head))
        if where == "subj" and (taker := self._who_takes_part(token)):
            return taker
        carriers = _CARRIERS | (_SETTING_OUT if self.entry.event_mode == "visit" else set())
        if token.dep == "pobj" and s.tokens[verb.head].lemma in carriers:
            verb = s.tokens[verb.head]
        elif token.dep not in {"dobj", "nsubjpass", "attr", "conj"} or verb.pos not in {"VERB", "AUX"}:
            return []
        if verb.lemma not in SUPPORT_VERBS | carriers:
            return []
        passive = clause.is_passive(s, verb.index)
        match where:
            case "subj":
                found = clause.agent(s, verb.index) if passive else clause.subjects(s, verb.index)
                return [] if verb.lemma == "be" or self.trigger in found else found
            case "obj" | "dat":
                return clause.datives(s, verb.index)
        return clause.after(s, verb.index, where)
