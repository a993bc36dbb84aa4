"""Rules of law: they tell what may be done to whomever, and not what is done to anybody."""

from dragoman.coding import clause
from dragoman.coding.match import Filled
from dragoman.types.text import Sentence

_RULES = {
    "act", "article", "clause", "code", "constitution", "directive", "law", "legislation", "ordinance", "policy",
    "provision", "regulation", "rule", "statute",
}  # fmt: skip
_ALLOWING = {
    "allow", "authorise", "authorize", "empower", "enable", "entitle", "forbid", "let", "permit", "prescribe",
    "prohibit", "provide", "punish", "require", "stipulate",
}  # fmt: skip
_WHOEVER = {"anybody", "anyone", "everybody", "everyone", "those", "whoever"}
_OFFENDERS = {
    "adult", "convict", "culprit", "foreigner", "individual", "minor", "offender", "people", "person", "violator",
}  # fmt: skip
_MAY = {"can", "could", "may", "might", "shall", "will", "would"}
_FACING = {"face", "risk"}
_MEASURES = {"ASSAULT", "COERCE", "SANCTION"}


def is_norm(sentence: Sentence, filled: Filled) -> bool:
    """Whether a measure or a crime is only a rule's: "anyone who insults the king can be jailed", "the law allows the
    police to detain suspects".
    """
    if filled.entry.event_type not in _MEASURES or sentence.tokens[filled.trigger].tag == "VBD":
        return False
    return any(_is_rule(sentence, at) for at in sentence.path(filled.trigger))


def _is_rule(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what a rule allows, or what may befall whoever does something."""
    token = sentence.tokens[verb]
    subjects = clause.children(sentence, verb, "nsubj", "nsubjpass") or clause.subjects(sentence, verb)
    if token.lemma in _ALLOWING:
        return any(sentence.tokens[s].lemma.lower() in _RULES for s in subjects)
    may = any(sentence.tokens[c].lemma.lower() in _MAY for c in clause.children(sentence, verb, "aux"))
    return (may or token.lemma in _FACING) and any(_is_whoever(sentence, s) for s in subjects)


def _is_whoever(sentence: Sentence, subject: int) -> bool:
    """Whether nobody in particular is meant: "anyone who", "those convicted of", "an adult found guilty of"."""
    word, told = sentence.tokens[subject].lemma.lower(), clause.children(sentence, subject, "relcl", "acl")
    definite = any(sentence.tokens[c].text.lower() == "the" for c in sentence.children[subject])
    numbered = clause.children(sentence, subject, "nummod")
    return bool(told) and not numbered and (word in _WHOEVER or (word in _OFFENDERS and not definite))
