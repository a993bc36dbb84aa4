"""Who stands where about a predicate: subjects, objects and prepositions, through passives, coordination, control,
relative clauses and participles. Token indices in one sentence; the labels are those of ClearNLP/OntoNotes
dependencies as spaCy's English pipelines give them.
"""

from collections.abc import Iterator

from dragoman.types.text import Sentence, Token

_SUBJECT = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
_OBJECT = {"dobj", "obj"}
_RELATIVE = {"who", "which", "that", "whom", "whose"}
_MAX_STEPS = 12


def children(sentence: Sentence, index: int, *deps: str) -> list[int]:
    """Children of a token with one of the labels, in order."""
    return [c for c in sentence.children[index] if sentence.tokens[c].dep in deps]


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is in the passive, or is a participle after its noun ("troops sent by")."""
    token = sentence.tokens[verb]
    if token.tag != "VBN":
        return False
    if any(sentence.tokens[c].dep in {"nsubjpass", "auxpass", "csubjpass"} for c in sentence.children[verb]):
        return True
    if any(sentence.tokens[c].dep == "agent" for c in sentence.children[verb]):
        return True
    if any(sentence.tokens[c].dep == "aux" for c in sentence.children[verb]):
        return False
    finite = token.dep == "ROOT" or children(sentence, verb, "mark")
    if finite and children(sentence, verb, "nsubj") and sentence.tokens[-1].text == ".":
        return False  # the tagger took a past tense for a participle; only headlines leave the auxiliary out
    if token.dep == "conj":
        return is_passive(sentence, token.head) if not children(sentence, verb, *_SUBJECT) else False
    return token.dep in {"acl", "advcl", "amod", "ROOT", "oprd", "ccomp", "xcomp"} and not children(
        sentence, verb, *_OBJECT
    )


def subjects(sentence: Sentence, verb: int, step: int = 0) -> list[int]:
    """The grammatical subjects of a verb, led through coordination, control, relative clauses and participles."""
    token = sentence.tokens[verb]
    own = children(sentence, verb, *_SUBJECT)
    if own:
        return _through_relative(sentence, verb, own[0])
    if step > _MAX_STEPS or token.head == verb:
        return []
    head = sentence.tokens[token.head]
    match token.dep:
        case "conj":
            first = _first_conjunct(sentence, head)
            return subjects(sentence, first.index, step + 1) if first.pos in {"VERB", "AUX"} else []
        case "acomp" | "attr" if head.pos in {"VERB", "AUX"}:
            return subjects(sentence, token.head, step + 1)
        case "xcomp" | "ccomp" | "advcl" | "prep" | "pcomp" | "oprd":
            return _controller(sentence, verb, step)
        case "relcl" | "acl":
            return [*sentence.equal(token.head), token.head]
    return []


def _first_conjunct(sentence: Sentence, token: Token) -> Token:
    """The verb that a chain of conjuncts goes back to, over those tagged as nouns ("pushing, kicking and slapping")."""
    for _ in range(_MAX_STEPS):
        if token.pos in {"VERB", "AUX"} or token.dep != "conj":
            break
        token = sentence.tokens[token.head]
    return token


def _through_relative(sentence: Sentence, verb: int, subject: int) -> list[int]:
    """The noun that "who" or "which" stands for."""
    if sentence.tokens[subject].text.lower() in _RELATIVE:
        node = sentence.tokens[verb]
        for _ in range(_MAX_STEPS):
            if node.dep == "relcl":
                return [node.head]
            if node.head == node.index:
                break
            node = sentence.tokens[node.head]
        return _cleft(sentence, verb, subject) or [subject]
    return [subject]


def _cleft(sentence: Sentence, verb: int, relative: int) -> list[int]:
    """Whom a cleft names: "it was Chad that refused"."""
    be = sentence.tokens[sentence.tokens[verb].head]
    if be.lemma != "be" or sentence.tokens[verb].dep not in {"ccomp", "advcl", "acl"}:
        return []
    it = any(sentence.tokens[c].text.lower() == "it" for c in children(sentence, be.index, "nsubj", "expl"))
    return [c for c in children(sentence, be.index, "attr") if it and c < relative]


def upper_subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subject of the verb above a subjectless clause: the controller where its object can't act
    ("used a speech to castigate").
    """
    token = sentence.tokens[verb]
    purpose = token.dep == "relcl" and sentence.is_infinitive(verb)
    above_it = purpose or token.dep in {"xcomp", "advcl", "ccomp", "pcomp", "acl"}
    if children(sentence, verb, *_SUBJECT) or not above_it:
        return []
    above = sentence.tokens[token.head]
    for _ in range(_MAX_STEPS):
        if above.pos in {"VERB", "AUX"} or above.head == above.index:
            break
        if above.text.lower() == "as" and (called := children(sentence, above.head, *_OBJECT)):
            return called  # "described the meeting as an effort to divide them"
        above = sentence.tokens[above.head]
    return subjects(sentence, above.index) if above.index != verb else []


def _controller(sentence: Sentence, verb: int, step: int) -> list[int]:
    """Who does what a subjectless clause tells: the object of the verb above ("urged X to"), else its subject."""
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    if above.pos in {"ADP", "SCONJ"} or above.dep in {"prep", "agent"}:
        return _after_preposition(sentence, above, step)
    if above.pos in {"VERB", "AUX"}:
        if token.dep in {"xcomp", "ccomp"} and token.tag in {"VB", "VBG"}:
            objects = children(sentence, above.index, *_OBJECT)
            if objects:
                return objects
        if above.lemma in _ASKING and token.tag == "VB":
            for preposition in ("on", "upon", "to", "for", "with"):
                if asked := after(sentence, above.index, preposition):
                    return asked
        return subjects(sentence, above.index, step + 1)
    if above.pos in {"ADJ", "NOUN"}:
        return subjects(sentence, above.index, step + 1) or subjects_of_noun(sentence, above.index)
    return []


_CHARGING = {"accuse", "suspect", "convict", "acquit", "absolve", "clear", "guilty"}
"""Verbs with an object and "of": the parser may hang the "of" on the object ("accused the minister of arming")."""
_ASKING = {"call", "appeal", "plead", "prevail", "rely", "count", "pray"}
"""Verbs that ask through a preposition: whom they ask is the one to act ("called on the junta to release")."""
_OF_OBJECT = {"of", "from", "for", "into", "on", "over"}
"""Prepositions after which the object of the verb is the one who acts: "accused X of", "stopped X from"."""


def _after_preposition(sentence: Sentence, preposition: Token, step: int) -> list[int]:
    """Who does what a gerund after a preposition tells; charges and counts are stepped over ("on charges of")."""
    above = sentence.tokens[preposition.head]
    word = preposition.text.lower()
    for _ in range(4):
        if above.pos not in {"NOUN", "ADP", "PROPN"} or above.dep not in {"pobj", "prep", "dobj"}:
            break
        if above.pos == "ADP":
            word = above.text.lower() if word in _OF_OBJECT | {"including"} else word
        elif above.dep == "dobj" and word == "of" and sentence.tokens[above.head].lemma in _CHARGING:
            return [above.index]
        elif children(sentence, above.index, "poss"):
            return children(sentence, above.index, "poss")
        above = sentence.tokens[above.head]
    if above.pos not in {"VERB", "AUX"}:
        return subjects_of_noun(sentence, above.index)
    if word in _OF_OBJECT:
        if is_passive(sentence, above.index):
            return _laid_on(sentence, above.index) or subjects(sentence, above.index, step + 1)
        if found := _laid_on(sentence, above.index) or children(sentence, above.index, *_OBJECT):
            return found
    undergoing = children(sentence, above.index, "nsubjpass")
    return undergoing or subjects(sentence, above.index, step + 1)


def _laid_on(sentence: Sentence, verb: int) -> list[int]:
    """On whom sanctions and the like are laid: he did what they are for ("imposed sanctions on Li for buying arms")."""
    if sentence.tokens[verb].lemma not in {"impose", "place", "slap", "put", "levy", "clamp", "announce", "extend"}:
        return []
    things = children(sentence, verb, *_OBJECT, "nsubjpass")
    return after(sentence, verb, "on") or [t for o in things for t in after(sentence, o, "on")]


def subjects_of_noun(sentence: Sentence, noun: int) -> list[int]:
    """Whose a noun is: its possessor, or the subject of the verb that it is the object of."""
    owners = children(sentence, noun, "poss")
    if owners:
        return owners
    token = sentence.tokens[noun]
    if token.dep in _OBJECT and sentence.tokens[token.head].pos in {"VERB", "AUX"}:
        return subjects(sentence, token.head)
    return []


def agent(sentence: Sentence, verb: int) -> list[int]:
    """The by-phrase of a passive."""
    for by in children(sentence, verb, "agent"):
        if found := children(sentence, by, "pobj"):
            return found
    for by in children(sentence, verb, "prep"):
        if sentence.tokens[by].text.lower() == "by":
            return children(sentence, by, "pobj")
    return []


def objects(sentence: Sentence, verb: int) -> list[int]:
    """Direct objects, the noun that a relative clause without one belongs to, and those a coordination shares."""
    own = children(sentence, verb, *_OBJECT)
    if own:
        if sentence.tokens[own[0]].text.lower() in _RELATIVE and sentence.tokens[verb].dep == "relcl":
            return [sentence.tokens[verb].head]
        return own
    token = sentence.tokens[verb]
    if token.dep == "relcl" and (s := children(sentence, verb, *_SUBJECT)):
        owners = {sentence.tokens[c].text.lower() for c in children(sentence, s[0], "poss")}
        if sentence.tokens[s[0]].text.lower() not in _RELATIVE and "whose" not in owners:
            return [token.head]
    for child in children(sentence, verb, "conj"):
        if sentence.tokens[child].pos == "VERB" and child == verb + 2:
            return children(sentence, child, *_OBJECT)
    return _raised(sentence, verb)


def _raised(sentence: Sentence, verb: int) -> list[int]:
    """The subject of an infinitive, which the parser puts below it: "urges Tunis to amend the law"."""
    for child in children(sentence, verb, "ccomp", "xcomp"):
        below = [sentence.tokens[c] for c in sentence.children[child]]
        finite = any(t.tag == "MD" or (t.dep == "mark" and t.text.lower() == "that") for t in below)
        bare = sentence.tokens[child].tag == "VB" and not finite
        if bare or is_small_clause(sentence, child):
            return [t.index for t in below if t.dep in {"nsubj", "nsubjpass"}][:1]
    return []


def is_small_clause(sentence: Sentence, index: int) -> bool:
    """Whether a clause has an adjective or noun and no verb: "called the launch deplorable"."""
    below = {sentence.tokens[c].dep for c in sentence.children[index]}
    nominal = sentence.tokens[index].pos in {"ADJ", "NOUN", "PROPN"}
    return nominal and "nsubj" in below and not below & {"cop", "aux", "mark"}


def infinitives(sentence: Sentence, index: int) -> list[int]:
    """The heads of the to-infinitives that hang on a token."""
    return [c for c in children(sentence, index, "xcomp", "ccomp", "advcl", "acl") if sentence.is_infinitive(c)]


def datives(sentence: Sentence, verb: int) -> list[int]:
    """Indirect objects: "gave Kyiv tanks"."""
    found = [c for c in children(sentence, verb, "dative") if sentence.tokens[c].pos != "ADP"]
    if found:
        return found
    return [o for c in children(sentence, verb, "dative") for o in children(sentence, c, "pobj")]


def after(sentence: Sentence, index: int, preposition: str) -> list[int]:
    """The nouns after a preposition that hangs on a token, or on an adverb or particle of it ("pulled out of")."""
    found: list[int] = []
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.dep in {"prep", "agent", "dative", "prt", "advmod"} and token.text.lower() == preposition:
            found.extend(children(sentence, child, "pobj", "pcomp"))
        if not found and token.dep in {"prep", "advmod", "prt"}:
            for inner in children(sentence, child, "prep"):
                if sentence.tokens[inner].text.lower() == preposition:
                    found.extend(children(sentence, inner, "pobj", "pcomp"))
    return found


def behind(sentence: Sentence, noun: int) -> str:
    """The preposition that governs a noun, in small letters; '' if none does."""
    token = sentence.tokens[noun]
    return sentence.tokens[token.head].text.lower() if token.dep == "pobj" else ""


def first_of_list(sentence: Sentence, noun: int) -> int:
    """The first noun of the list that one stands in."""
    token = sentence.tokens[noun]
    while token.dep == "conj" and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = sentence.tokens[token.head]
    return token.index


def coordinated(sentence: Sentence, index: int) -> Iterator[int]:
    """A token and all that is coordinated with it, or with the name in apposition to it."""
    stack, seen = [index], set[int]()
    while stack:
        node = stack.pop(0)
        if node not in seen:
            seen.add(node)
            yield node
            names = [c for c in children(sentence, node, "appos") if sentence.tokens[c].pos == "PROPN"]
            for other in (node, *names):
                stack.extend(c for c in children(sentence, other, "conj") if sentence.tokens[c].pos != "VERB")


_SUCH_AS = {"as", "including", "like"}


def examples(sentence: Sentence, head: int) -> set[int]:
    """The heads of the examples given of a noun: "states such as Oman and Qatar"."""
    leading = [
        c
        for c in children(sentence, head, "prep")
        if (word := sentence.tokens[c].text.lower()) in _SUCH_AS
        and (word != "as" or any(sentence.tokens[k].text.lower() == "such" for k in sentence.children[c]))
    ]
    return {e for c in leading for o in children(sentence, c, "pobj") for e in coordinated(sentence, o)}


def preceding_words(sentence: Sentence, index: int) -> list[Token]:
    """Compound and adjectival modifiers of a noun, in order."""
    return [
        sentence.tokens[c]
        for c in sentence.children[index]
        if c < index and sentence.tokens[c].dep in {"compound", "amod", "nmod", "poss"}
    ]
