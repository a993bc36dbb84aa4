"""Whether an event happened: from tense, modality, negation, and the verbs and nouns that it hangs on.

The values are the auxiliary modes that the PLOVER manual names (negation, future, hypothesis) and the two that
reported speech gives (alleged, denied).
"""

from dragoman.types.event import Status
from dragoman.types.text import Sentence, Token

_HYPOTHETICAL_AUX = {"could", "may", "might", "should", "must", "can", "ought", "ca"}
_FUTURE_AUX = {"will", "shall", "'ll", "wo", "’ll"}
_PLANNING = {
    "plan", "intend", "want", "hope", "prepare", "expect", "schedule", "slate", "poise", "aim", "vow", "pledge",
    "agree", "promise", "predict", "set", "decide", "commit", "anticipate", "look", "determine", "ready", "wish",
    "project", "arrange", "resolve", "design", "go", "opt", "choose", "move", "elect", "book", "bind", "gear", "mull",
}  # fmt: skip
_PLANNING_ADJECTIVES = {"due", "set", "likely", "ready", "poised", "about", "certain", "bound", "eager", "willing",
                        "prepared", "keen", "scheduled", "expected", "supposed", "sure", "slated"}  # fmt: skip
_TENTATIVE = {
    "try", "attempt", "seek", "threaten", "consider", "urge", "ask", "call", "demand", "allow", "help", "propose",
    "offer", "request", "need", "want", "press", "encourage", "persuade", "enable", "invite", "contemplate", "weigh",
    "authorize", "authorise", "push", "advise", "tell", "order", "require", "fear", "risk", "avoid", "discuss", "warn",
}  # fmt: skip
_PROSPECTS = {
    "proposal", "plan", "idea", "hope", "prospect", "possibility", "risk", "threat", "chance", "bid", "option",
    "danger", "fear", "talk", "effort", "way", "condition", "deal", "promise", "goal", "aim",
}  # fmt: skip
"""Nouns whose "of" or "for" leads to what isn't done yet: "proposals on ending the war"."""
EVIDENCE = {"sign", "signal", "evidence", "indication", "hint", "proof", "suggestion", "trace", "indicator"}
"""Nouns that negate what they are of, where there is none of them."""
_NEGATING = {"fail", "refuse", "decline", "stop", "prevent", "avoid", "refrain", "cease", "cancel", "neglect"}
_DETERRING = {"deter", "dissuade", "discourage", "warn", "caution", "hinder", "keep"}
"""Verbs whose "from" leads to what may or may not come: "worked to deter China from arming"."""
_UNDOING = {
    "cut", "suspend", "halt", "freeze", "scrap", "skip", "boycott", "shelve", "abandon", "snub", "veto", "block",
}  # fmt: skip
"""Verbs whose object, where it is a deed, isn't done: "suspended talks"."""
_ASKING = {
    "appeal", "argue", "ask", "beg", "call", "campaign", "hope", "lobby", "plead", "press", "push", "wait", "wish",
}  # fmt: skip
"""Verbs whose "for" leads to what is wanted: "pressed for the envoy's expulsion"."""
_PREPARING = {"prepare", "preparation", "pave", "lay", "set", "clear", "brace", "ready"}
_PREPARED = {"groundwork", "way", "ground", "stage", "foundation", "path"}
"""What is prepared for what is to come: "paved the way for a visit"."""
_ENDING_IN = {"result", "lead", "end", "culminate"}
"""Verbs whose "in" or "to" leads to what comes of something: "expected to result in a deal"."""
_HEARSAY = {"say", "believe", "understand", "report", "think", "allege", "suspect", "know", "rumor", "rumour", "claim"}
"""Verbs whose passive gives hearsay: "is said to have fled"."""
_PLANNED_ADJECTIVES = {"upcoming", "planned", "forthcoming", "expected", "scheduled", "anticipated", "future",
                       "proposed", "intended", "imminent", "next", "coming", "pending", "prospective"}  # fmt: skip
_HYPOTHETICAL_ADJECTIVES = {"possible", "potential", "threatened", "hypothetical", "any", "likely", "further",
                            "feared"}  # fmt: skip
_ALLEGED_WORDS = {"allegedly", "reportedly", "apparently", "purportedly", "supposedly", "alleged", "reported",
                  "suspected", "purported", "apparent", "seemingly", "supposed", "presumed", "claimed"}  # fmt: skip
_NEGATIONS = {"not", "n't", "never", "no", "n’t", "without", "neither", "nor", "hardly"}
_CONDITIONS = {"if", "unless", "whether", "should", "lest", "until"}
_STEPS = 4


def status_of(sentence: Sentence, trigger: int, *, noun: bool, past_report: bool = False) -> tuple[Status, str]:
    """The status of an event at its own predicate, and the word that shows it ("" for a plain statement).

    ``past_report`` says that the event stands in reported speech in the past, where "would" is "will".
    """
    token = sentence.tokens[trigger]
    shown, sign = _by_evidence(sentence, token)
    if shown in {"negated", "hypothetical"}:
        return shown, sign
    own, word = _of_its_form(sentence, token, noun, past_report)
    return (shown, sign) if own == "happened" else (own, word)


def _of_its_form(sentence: Sentence, token: Token, noun: bool, past_report: bool) -> tuple[Status, str]:
    if token.dep in {"oprd", "prt"}:
        token = sentence.tokens[token.head]  # "set him free": the verb carries the tense
    if noun:
        token = _begun(sentence, token)
        own = _of_noun(sentence, token)
        if own is not None:
            return own
        carrier = sentence.tokens[token.head]
        if token.dep == "pobj" and carrier.text.lower() == "without":
            return "negated", "without"
        above = sentence.tokens[carrier.head]
        if token.dep == "pobj" and carrier.text.lower() == "for" and above.lemma in _ASKING:
            return "hypothetical", above.text
        paved = above.lemma.lower() in _PREPARED and sentence.tokens[above.head].lemma in _PREPARING
        if token.dep == "pobj" and carrier.text.lower() == "for" and (paved or above.lemma.lower() in _PREPARING):
            return "planned", above.text
        if token.dep == "pobj" and above.lemma in _ENDING_IN:
            return _of_carrier(sentence, above, past_report)
        if token.dep in {"dobj", "nsubj", "nsubjpass", "attr"} and carrier.pos in {"VERB", "AUX"}:
            return _of_carrier(sentence, carrier, past_report)
        return "happened", ""
    return _of_verb(sentence, token, past_report, 0)


_BEGINNINGS = {"start", "beginning", "opening", "launch", "resumption", "continuation", "holding", "convening"}


def _begun(sentence: Sentence, noun: Token) -> Token:
    """The noun that tells whether a deed is done where it is one's start: "vetoed the start of talks"."""
    above = sentence.tokens[noun.head]
    if noun.dep == "pobj" and above.text.lower() == "of" and sentence.tokens[above.head].lemma in _BEGINNINGS:
        return sentence.tokens[above.head]
    return noun


def _of_carrier(sentence: Sentence, verb: Token, past_report: bool) -> tuple[Status, str]:
    if verb.lemma in _UNDOING or _negates(sentence, verb):
        return "negated", verb.text
    if verb.lemma in {"plan", "announce", "schedule", "prepare", "expect", "anticipate", "await", "postpone"}:
        return "planned", verb.text
    if verb.lemma in {"propose", "threaten", "consider", "demand", "seek", "want", "fear", "urge", "offer", "weigh"}:
        return "hypothetical", verb.text
    return _of_verb(sentence, verb, past_report, 0)


def _of_noun(sentence: Sentence, noun: Token) -> tuple[Status, str] | None:
    for child in sentence.children[noun.index]:
        word = sentence.tokens[child].text.lower()
        if word in {"no", "neither"} and sentence.tokens[child].dep in {"det", "neg"}:
            return "negated", word
        if word in _ALLEGED_WORDS:
            return "alleged", word
        if word in _PLANNED_ADJECTIVES and sentence.tokens[child].dep in {"amod", "acl"}:
            return "planned", word
        if word in _HYPOTHETICAL_ADJECTIVES and sentence.tokens[child].dep in {"amod", "det"}:
            return "hypothetical", word
    return None


def _of_verb(sentence: Sentence, verb: Token, past_report: bool, step: int) -> tuple[Status, str]:
    words = {sentence.tokens[c].text.lower(): sentence.tokens[c] for c in sentence.children[verb.index]}
    negation = next((w for w in words if w in _NEGATIONS and words[w].dep in {"neg", "preconj", "advmod"}), None)
    negation = negation or _nobody(sentence, verb)
    if negation:
        return "negated", negation
    if doubt := next((w for w in words if w in _ALLEGED_WORDS), None):
        return "alleged", doubt
    if condition := next((w for w in words if w in _CONDITIONS and words[w].dep in {"mark", "aux"}), None):
        return "hypothetical", condition
    if modal := next((w for w in words if w in _FUTURE_AUX and words[w].dep == "aux"), None):
        return "planned", modal
    if modal := next((w for w in words if w in _HYPOTHETICAL_AUX and words[w].dep == "aux"), None):
        return "hypothetical", modal
    if "would" in words or "'d" in words:
        return ("planned" if past_report and "have" not in words else "hypothetical"), "would"
    return _of_chain(sentence, verb, past_report, step)


_NOBODY = {"nobody", "none", "neither", "nor", "no"}


def _nobody(sentence: Sentence, verb: Token) -> str:
    """The word that makes nobody of a verb's subject: "no suspects were held", "neither Moscow nor Minsk agreed"."""
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].dep in {"nsubj", "nsubjpass"}:
            below = (sentence.tokens[c] for c in (child, *sentence.children[child]))
            own = (t.text.lower() for t in below if t.index == child or t.dep in {"det", "preconj", "neg", "cc"})
            return next((w for w in own if w in _NOBODY), "")
    return ""


def _of_chain(sentence: Sentence, verb: Token, past_report: bool, step: int) -> tuple[Status, str]:
    """The status that a verb takes from the one it hangs on: "is expected to visit", "failed to meet"."""
    has_to = sentence.is_infinitive(verb.index)
    head = sentence.tokens[verb.head]
    if verb.head == verb.index or step >= _STEPS:
        return ("planned", "to") if has_to and verb.tag == "VB" else ("happened", "")
    if has_to and any(sentence.tokens[c].dep == "mark" for c in sentence.children[verb.index]):
        return "planned", "for ... to"
    if verb.dep == "conj" and head.pos in {"VERB", "AUX"} and not _own_subject(sentence, verb):
        return _of_verb(sentence, head, past_report, step + 1)
    if verb.dep in {"acl", "relcl"} and (be := sentence.equation(verb.head)) is not None:
        words = (sentence.tokens[c] for c in sentence.children[be])
        if negation := next((t.text.lower() for t in words if t.dep == "neg"), ""):
            return "negated", negation
    if verb.dep in {"xcomp", "ccomp", "acl", "advcl", "pcomp"} and (has_to or verb.tag == "VBG"):
        return _under(sentence, verb, head, past_report, step, has_to)
    return "happened", ""


def _under(
    sentence: Sentence, verb: Token, head: Token, past_report: bool, step: int, has_to: bool
) -> tuple[Status, str]:
    if head.pos == "ADP":
        if head.text.lower() == "without":
            return "negated", "without"
        if head.text.lower() in {"from", "against"} and _negates(sentence, sentence.tokens[head.head]):
            return "negated", sentence.tokens[head.head].text
        if head.text.lower() == "from" and sentence.tokens[head.head].lemma in _DETERRING:
            return "hypothetical", sentence.tokens[head.head].text
        if sentence.tokens[head.head].lemma in _PROSPECTS:
            return "hypothetical", sentence.tokens[head.head].text
        if head.text.lower() in {"of", "about", "for"} and sentence.tokens[head.head].lemma in _TENTATIVE:
            return "hypothetical", sentence.tokens[head.head].text
        return "happened", ""
    if _negates(sentence, head):
        return "negated", head.text
    if head.lemma == "be" and has_to and verb.dep in {"xcomp", "ccomp"}:
        above, word = _of_verb(sentence, head, past_report, step + 1)
        return (above, word) if above == "negated" else ("planned", f"{head.text} to")
    if head.lemma == "have" and has_to and verb.dep in {"xcomp", "ccomp"}:
        return "hypothetical", f"{head.text} to"
    if head.lemma in _HEARSAY and has_to and head.tag == "VBN":
        return "alleged", head.text
    if head.lemma in _TENTATIVE:
        return "hypothetical", head.text
    if head.lemma in _PLANNING or head.text.lower() in _PLANNING_ADJECTIVES:
        above, word = _of_verb(sentence, head, past_report, step + 1)
        return (above, word) if above in {"negated", "hypothetical"} else ("planned", head.text)
    if verb.dep == "advcl" and has_to:
        return "planned", "to"
    if verb.dep == "acl" and has_to:
        return "hypothetical", "to"
    if verb.dep == "xcomp":
        return _of_verb(sentence, head, past_report, step + 1)
    return "happened", ""


def _negates(sentence: Sentence, verb: Token) -> bool:
    """Whether what hangs on a verb isn't done: "refused to meet", "ruled out talks"."""
    if verb.lemma == "rule":
        return any(sentence.tokens[c].text.lower() == "out" for c in sentence.children[verb.index])
    return verb.lemma in _NEGATING


_INSIDE = {"acl", "ccomp", "dobj", "pcomp", "pobj", "prep", "nsubj", "nsubjpass", "xcomp"}
"""How what a sign is of hangs on the sign."""


def _by_evidence(sentence: Sentence, token: Token) -> tuple[Status, str]:
    """What a sign of a deed makes of it, however deep it stands in what the sign is of: "no proof suggesting that they
    plan an assault" negates, "any signs that" leaves it open, signs alone are no more than an allegation.
    """
    while token.dep in _INSIDE:
        token = sentence.tokens[token.head]
        before = sentence.tokens[max(token.index - 1, 0)]
        if token.pos == "ADV" and before.lemma in EVIDENCE:
            token = before  # "no sign yet of": parsers hang the "of" on the adverb
        if token.lemma == "be":  # or on the verb: "there isn't a sign yet of"
            below = (sentence.tokens[c] for c in sentence.children[token.index])
            token = next((t for t in below if t.dep in {"attr", "nsubj"} and t.lemma in EVIDENCE), token)
        if token.lemma in EVIDENCE and token.pos == "NOUN":
            own = {sentence.tokens[c].text.lower() for c in sentence.children[token.index]}
            around = own | {sentence.tokens[c].text.lower() for c in sentence.children[token.head]}
            if around & _NEGATIONS:
                return "negated", token.lemma
            return ("hypothetical" if "any" in own else "alleged"), token.lemma
    return "happened", ""


def _own_subject(sentence: Sentence, verb: Token) -> bool:
    return any(sentence.tokens[c].dep in {"nsubj", "nsubjpass"} for c in sentence.children[verb.index])


def is_futurate(sentence: Sentence, trigger: int) -> bool:
    """Whether a verb of motion in the progressive tells of what is to come: "heading to Moscow", "is leaving for"."""
    token = sentence.tokens[trigger]
    if token.tag != "VBG" or token.dep not in {"ROOT", "acl", "relcl", "ccomp"}:
        return False
    helpers = {sentence.tokens[c].text.lower() for c in sentence.children[trigger] if sentence.tokens[c].dep == "aux"}
    return not helpers & {"was", "were", "been", "had", "has", "have"}


def is_purpose(sentence: Sentence, trigger: int) -> bool:
    """Whether a verb tells what something past was done for: "summoned the envoy to protest"."""
    token = sentence.tokens[trigger]
    head = sentence.tokens[token.head]
    has_to = sentence.is_infinitive(trigger)
    return has_to and token.dep == "advcl" and head.tag == "VBD"
