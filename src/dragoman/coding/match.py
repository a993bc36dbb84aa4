"""A lexicon entry held against a sentence: do its words and conditions fit at a trigger, and who are the parties?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding import clause
from dragoman.coding.lexicon import Entry, Lexicon, Pos
from dragoman.coding.slots import Slots, complement
from dragoman.coding.view import Parties, View

NEEDS_BOTH = {"CONSULT", "AID", "COOPERATE", "SUPPORT"}
"""Types that are mostly told with both sides: a reading with one is a weaker one."""
_UNDERGOING = {"face", "undergo", "suffer", "receive", "sustain", "draw", "endure", "incur", "attract", "meet"}
"""Verbs whose subject is the one to whom the noun as their object is done ("faced sanctions")."""
_BRACED = {"brace", "braced", "steel"}
"""Words whose "for" leads to what one expects to be done to one."""
_PARTICLES = {"in", "on", "up", "out", "over", "off", "for", "with", "by", "at", "to", "from", "into", "upon", "behind",
              "down", "back", "away", "around"}  # fmt: skip
_KINDS: tuple[tuple[Pos, frozenset[str]], ...] = (
    ("v", frozenset({"VERB", "AUX"})),
    ("n", frozenset({"NOUN", "PROPN"})),
    ("a", frozenset({"ADJ", "ADP", "ADV", "VERB"})),
)
"""The lexicon's parts of speech and the tags of the words that they are looked up for, in this order."""
_INANIMATE_DOERS = {
    "blast", "explosion", "bomb", "missile", "rocket", "drone", "shell", "strike", "attack", "raid",
    "airstrike", "car", "shelling", "bullet", "plane", "warplane", "jet", "fire", "gunfire", "bombing", "clash",
    "resolution", "statement", "report", "decision", "ruling", "law", "decree", "order", "letter", "visit",
    "move", "offensive", "operation", "measure", "sanction", "fighting", "violence", "war", "which", "that",
    "who", "it", "they", "he", "she", "we", "i", "you", "those", "these", "this", "some", "others", "all",
    "one", "many",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filled:
    """An entry that fits, with its words and parties."""

    entry: Entry
    trigger: int
    words: tuple[int, ...]
    actors: Parties
    recipients: Parties
    absorbed: tuple[int, ...] = ()
    """Triggers of further words for the same deed ("staged a protest")."""
    objects: tuple[int, ...] = ()
    """What the verb has for its object, where the entry's conditions ask for it ("garnered support")."""
    certainty: float = 0.5
    """How sure the least sure of its parties is, from 0 to 1."""

    @property
    def score(self) -> float:
        missing = self.entry.event_type in NEEDS_BOTH and not (self.actors and self.recipients)
        return self.entry.weight + bool(self.actors) + bool(self.recipients) - 3 * missing


def best_reading(view: View, trigger: int, event_type: str = "") -> Filled | None:
    """The most specific entry that fits at a token, of one type if that is given."""
    best: Filled | None = None
    for entry in _entries(view, trigger):
        if event_type and entry.event_type != event_type:
            continue
        if best is not None and entry.weight + 2 < best.score:
            break
        filled = fill(view, trigger, entry)
        if filled is not None and (best is None or _rank(filled) > _rank(best)):
            best = filled
    return best


def _rank(filled: Filled) -> tuple[float, bool]:
    """By specificity; of equals the one that knows the mode."""
    return round(filled.score, 6), bool(filled.entry.event_mode)


def _entries(view: View, trigger: int) -> Iterator[Entry]:
    token = view.token(trigger)
    found = _known(view.lexicon, token.pos, token.lemma.lower(), token.text.lower())
    return (entry for entry in found if view.words.issuperset(entry.words))


def _known(lexicon: Lexicon, pos: str, lemma: str, form: str) -> Sequence[Entry]:
    """The entries of a word, the most specific first."""
    for kind, tags in _KINDS:
        if pos in tags and (found := lexicon.of(kind, lemma, form)):
            return found
    return ()


def fill(view: View, trigger: int, entry: Entry) -> Filled | None:
    """The entry's parties at a trigger, None where its words or conditions don't fit."""
    words = _predicate_words(view, trigger, entry)
    if words is None:
        return None
    slots = Slots(view, trigger, entry, words)
    if not all(slots.holds(theme.where, theme.test) for theme in entry.themes):
        return None
    if entry.pos == "v" and _foreign_subject(view, trigger):
        return None
    if entry.needs_complement and not any(complement(view.sentence, trigger, how) for how, _ in entry.complements):
        return None
    recipients, tokens = slots.party(entry.recipient)
    if any(o.test for o in entry.recipient) and not tokens and all(o.test for o in entry.recipient):
        return None
    actors, _ = slots.party(entry.actor)
    if entry.event_type == "CONSULT" and entry.pos == "n" and actors and not recipients:
        actors, recipients = _convened(view, slots, actors)
    if entry.event_type == "MOBILIZE" and entry.pos == "v" and not actors and clause.is_passive(view.sentence, trigger):
        actors = view.at_all(slots.tokens("obj"))
    if entry.pos == "n" and not recipients and entry.recipient:
        recipients = view.at_all(who_undergoes(view, trigger))
        actors = tuple(a for a in actors if a.actor.actor_id not in {r.actor.actor_id for r in recipients})
    if entry.event_type == "REQUEST" and entry.pos == "v" and not recipients:
        clauses = complement(view.sentence, trigger, "that")
        recipients = view.at_all(s for c in clauses for s in clause.children(view.sentence, c, "nsubj", "nsubjpass"))
    if entry.pos == "v" and tokens and not recipients and entry.event_type == "ASSAULT":
        recipients = view.at_all(clause.after(view.sentence, trigger, "in"))
    recipients = tuple(r for r in recipients if r.actor.actor_id not in {a.actor.actor_id for a in actors})
    if entry.reciprocal and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    return Filled(entry, trigger, words, actors, recipients, objects=_asked_for(view, slots))


def _asked_for(view: View, slots: Slots) -> tuple[int, ...]:
    """The nouns by which an object meets the conditions of an entry; parties aside."""
    conditions = [t.test for t in slots.entry.themes if "obj" in t.where and not t.test.negated]
    if slots.entry.pos != "v" or not conditions:
        return ()
    objects = [o for o in slots.tokens("obj") if not view.at(o) and view.token(o).pos == "NOUN"]
    return tuple(o for o in objects if any(view.meets(c, o) for c in conditions))


def _convened(view: View, slots: Slots, actors: Parties) -> tuple[Parties, Parties]:
    """Who called a meeting, and of whom: "she called a meeting of the council"."""
    callers = view.at_all(slots.support("subj"))
    ids = {c.actor.actor_id for c in callers}
    others = tuple(a for a in actors if a.actor.actor_id not in ids)
    return (callers, others) if callers and others else (actors, ())


def who_undergoes(view: View, noun: int) -> list[int]:
    """The subject of "is under sanctions", "came under attack", "faces charges", "braces for a raid"."""
    s, token = view.sentence, view.token(noun)
    above = s.tokens[token.head]
    if token.dep == "dobj" and above.lemma in _UNDERGOING:
        return view.subjects(above.index)
    if token.dep == "pobj" and above.text.lower() in {"under", "below", "beneath"}:
        verb = s.clause(above.index)
        if s.tokens[verb].lemma in {"be", "come", "remain", "stay", "place", "put", "live", "fall"}:
            return clause.subjects(s, verb)
    if token.dep == "pobj" and above.text.lower() == "for" and s.tokens[above.head].lemma in _BRACED:
        return view.subjects(above.head)
    return []


def _foreign_subject(view: View, verb: int) -> bool:
    """Whether an active verb's subject is a thing that acts in no political event ("rain hit the province")."""
    if clause.is_passive(view.sentence, verb):
        return False
    for subject in view.subjects(verb):
        token = view.token(subject)
        if view.at(subject) or view.owner(subject) or token.lemma.lower() in _INANIMATE_DOERS:
            return False
        if view.forms(subject) & view.lexicon.event_nouns or token.pos in {"NUM", "DET", "PRON"}:
            return False
        return token.entity not in {"PERSON", "ORG", "GPE", "NORP"}
    return False


def _predicate_words(view: View, trigger: int, entry: Entry) -> tuple[int, ...] | None:
    others = [w for i, w in enumerate(entry.words) if i != entry.head]
    if not others:
        return (trigger,)
    if entry.pos == "n":
        first = trigger - len(others)
        tokens = [view.token(i) for i in range(max(0, first), trigger)]
        same = [w in {t.text.lower(), t.lemma.lower()} for w, t in zip(others, tokens, strict=False)]
        return (*range(first, trigger), trigger) if first >= 0 and all(same) else None
    found = [trigger]
    for word in others:
        index = _near(view, trigger, word, found)
        if index is None:
            return None
        if _is_loose_preposition(view, index, entry):
            return None
        found.append(index)
    return tuple(sorted(found))


def _is_loose_preposition(view: View, index: int, entry: Entry) -> bool:
    """Whether a particle is a preposition with a noun of its own that no slot names ("gave a speech in")."""
    token = view.token(index)
    if entry.pos != "v" or token.dep != "prep" or token.text.lower() not in _PARTICLES:
        return False
    named = {o.where for o in (*entry.recipient, *entry.actor)} | {w for t in entry.themes for w in t.where}
    named |= {how for how, _ in entry.complements}
    own = clause.children(view.sentence, index, "pobj", "pcomp")
    return bool(own) and token.text.lower() not in named and "obj" not in named


def _near(view: View, trigger: int, word: str, taken: list[int]) -> int | None:
    """A further word of a predicate: below the trigger in the parse, or right after the words found so far."""
    stack = list(view.sentence.children[trigger])
    depth = {c: 1 for c in stack}
    while stack:
        node = stack.pop(0)
        token = view.token(node)
        if node not in taken and word in {token.lemma.lower(), token.text.lower()} and abs(node - trigger) <= 10:
            if token.dep not in {"advcl", "ccomp", "relcl", "nsubj"} or clause.is_small_clause(view.sentence, node):
                return node
        if depth[node] < 3 and token.dep not in {"advcl", "ccomp", "relcl", "nsubj", "conj", "oprd"}:
            for child in view.sentence.children[node]:
                depth[child] = depth[node] + 1
                stack.append(child)
    after = max(taken) + 1
    if after < len(view.sentence.tokens) and word in {view.token(after).text.lower(), view.token(after).lemma}:
        return after
    return None
