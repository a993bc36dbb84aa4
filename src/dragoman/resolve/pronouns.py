"""Pronouns and bare titles ("the ministry", "he", "its", "both sides") led back to whom they mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.knowledge import Role, knowledge
from dragoman.ontology.phrases import fold
from dragoman.resolve.parties import Party, Scene, slug
from dragoman.resolve.persons import office_name
from dragoman.types.actor import Actor
from dragoman.types.text import Sentence, Token

_HE = {"he", "him", "his", "himself"}
_SHE = {"she", "her", "hers", "herself"}
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
_IT = {"it", "its", "itself"}
_THEY = {"they", "them", "their", "theirs", "themselves"}
_I = {"i", "me", "my", "mine", "myself"}
_WE = {"we", "us", "our", "ours", "ourselves"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_REACH = 3
"""How many sentences back an antecedent may stand."""
_DOMESTIC = {"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "CVL", "SPY", "PTY", "LAB", "EDU", "MED", "JRN"}


@dataclass(frozen=True, slots=True)
class Seen:
    """An earlier mention, as an antecedent."""

    sentence: int
    party: Party
    subject: bool
    gender: str = ""
    group: tuple[Party, ...] = ()
    """The party with those coordinated with it ("Putin and Kim")."""


def settle(
    scenes: Sequence[Scene], parties: Sequence[Sequence[Party]], focus: str, *, clear: bool
) -> list[list[Party]]:
    """The parties of each sentence with bare titles given their state, and pronouns their antecedents.

    ``focus`` is the country a report is about: the state of "the police" and "a court" that have no other; where it
    is ``clear``, of people of any kind.
    """
    seen: list[Seen] = []
    settled: list[list[Party]] = []
    for scene, found in zip(scenes, parties, strict=True):
        closed = [p for p in found if not p.open]
        mine = [_with_country(scene, p, closed, seen, focus, clear) if p.open else p for p in found]
        mine.extend(_pronouns(scene.sentence, mine, seen))
        mine.sort(key=lambda p: (p.first, p.last, p.actor.actor_id))
        subjects = {t.index for t in scene.sentence.tokens if t.dep in _SUBJECTS}
        seen.extend(
            Seen(
                scene.sentence.index, p, p.head in subjects, _gender(scene.sentence, p), _group(scene.sentence, p, mine)
            )
            for p in mine
        )
        settled.append(mine)
    return settled


def _with_country(
    scene: Scene, party: Party, closed: Sequence[Party], seen: Sequence[Seen], focus: str, clear: bool
) -> Party:
    """A role without a state takes it from its possessive, from the same role before, from a place in its sentence
    (people), or from the report (authorities).
    """
    sentence = scene.sentence
    if not party.open or party.role is None or party.actor.country:
        return party
    role = party.role
    owner = _owner(sentence, party, closed, seen)
    if owner:
        return replace(party, actor=_of_country(party.actor, owner, role.noun), open=False)
    if fellow := _fellow(sentence, party, closed):
        return replace(party, actor=_of_country(party.actor, fellow, role.noun), open=False)
    if party.definite and (earlier := _same_before(sentence, role, seen)) is not None:
        return replace(party, actor=earlier.actor, open=False)
    domestic = bool(set(role.sectors[:1]) & _DOMESTIC) and not _is_foreign(sentence, party)
    if (local := _local(scene, party)) and domestic and not set(role.sectors[:1]) & _OF_A_STATE:
        return replace(party, actor=_of_country(party.actor, local, role.noun))
    if role.sectors[:1] == ("CVL",):
        near = next((country for _, _, _, country in scene.toponyms if country), focus if clear else "")
        return replace(party, actor=_of_country(party.actor, near, role.noun)) if near else party
    if clear and party.role.kind != "body" and not _is_foreign(sentence, party):
        return replace(party, actor=_of_country(party.actor, focus, role.noun))
    if focus and domestic:
        return replace(party, actor=_of_country(party.actor, focus, role.noun))
    return party


def _fellow(sentence: Sentence, party: Party, closed: Sequence[Party]) -> str:
    """The country of the one beside whom others are named: "Mr. Pompeo and other officials"."""
    head = sentence.tokens[party.head]
    if head.dep != "conj" or not any(sentence.tokens[c].text.lower() == "other" for c in sentence.children[party.head]):
        return ""
    return next((p.actor.country for p in closed if p.head == head.head), "")


def _local(scene: Scene, party: Party) -> str:
    """The country of the nearest place in which a sentence sets something: "in Yerevan ... police detained"."""
    tokens = scene.sentence.tokens
    places = [(first, country) for first, _, _, country in scene.toponyms if country]
    places += [(n.first, n.value.country) for n in scene.reading.names if n.value.kind in {"state", "capital"}]
    set_in = [(abs(first - party.head), country) for first, country in places if _is_where(tokens, first)]
    return min(set_in, default=(0, ""))[1]


def _is_where(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name tells where something is: "in Goma", "across northern Syria"."""
    before = [t for t in tokens[max(0, first - 3) : first] if t.dep == "prep"]
    return bool(before) and before[-1].text.lower() in _WHERE and tokens[first].pos == "PROPN"


_OF_A_STATE = {"GOV", "MIL", "SPY"}
"""Sectors whose people act for their state wherever they are."""
_WHERE = {"in", "at", "near", "inside", "within", "across", "throughout", "outside", "around"}


_BORDERLESS = {
    "delegation", "delegate", "participant", "guest", "visitor", "counterpart", "partner", "neighbor",
    "neighbour", "head", "nation", "country", "state", "leader", "force", "power", "ally", "side", "expert",
    "analyst", "diplomat", "government", "regime", "administration", "envoy", "member",
}  # fmt: skip
"""Nouns that, without an article, mean those of any state."""


def _is_foreign(sentence: Sentence, party: Party) -> bool:
    """Whether a phrase says itself whose it is ("rebel-held", "the Biden administration"), or means anybody's."""
    words = sentence.tokens[party.first : party.last]
    if any(t.text == "-" or (t.pos == "PROPN" and t.index != party.head) for t in words):
        return True
    plain = party.role is not None and " " not in party.role.noun
    return plain and not party.definite and sentence.tokens[party.head].lemma.lower() in _BORDERLESS


def _same_before(sentence: Sentence, role: Role, seen: Sequence[Seen]) -> Party | None:
    """Whom a bare title with "the" means: a person who holds it, else the last one called by the same noun, or the last
    body that has it in its name ("the court": the International Court of Justice).
    """
    noun = role.noun.split()[-1]
    counts = Counter(s.party.actor.actor_id for s in seen)
    holders = [s for s in seen if s.party.actor.kind == "person" and _holds(s.party.actor, role.noun)]
    if role.kind == "person" and holders:
        near = [s for s in holders if s.sentence >= sentence.index - _REACH] or holders
        return max(enumerate(near), key=lambda e: (_salience(e[1], sentence.index, counts), e[0]))[1].party
    same = (s.party for s in reversed(seen) if _is_called(s.party, role, noun))
    return next((p for p in same if p.actor.country), None)


def _is_called(party: Party, role: Role, noun: str) -> bool:
    if party.role is not None:
        return party.role.noun.split()[-1] == noun
    return role.kind == "body" and party.actor.kind == "body" and noun in party.actor.name.lower().split()


def _holds(actor: Actor, noun: str) -> bool:
    """Whether a person's office is what a bare title says: "the minister" of a defense minister."""
    head = noun.split(" of ")[0].split()[-1]
    return bool(actor.office) and head in actor.office.lower().split()


def _owner(sentence: Sentence, party: Party, closed: Sequence[Party], seen: Sequence[Seen]) -> str:
    for child in sentence.children[party.head]:
        token = sentence.tokens[child]
        if token.dep == "poss" and token.pos == "PRON":
            antecedent = _antecedent(token.text.lower(), sentence, child, closed, seen)
            if antecedent is not None:
                return antecedent.party.actor.country
    return ""


def _of_country(actor: Actor, country: str, noun: str) -> Actor:
    adjective = knowledge().adjectives.get(country, country)
    role = next((r for r in (knowledge().roles.get(noun),) if r is not None and r.office), None)
    office = office_name(role, country) if role else ""
    if office:
        return Actor(slug("office", office), office, "office", country, actor.sectors, office)
    return Actor(slug("party", country, noun), f"{adjective} {noun}", "unnamed", country, actor.sectors)


def _pronouns(sentence: Sentence, mine: Sequence[Party], seen: Sequence[Seen]) -> list[Party]:
    found: list[Party] = []
    for token in sentence.tokens:
        word = token.text.lower()
        if (
            token.pos == "PRON"
            and not _is_expletive(sentence, token.index)
            and word in _HE | _SHE | _IT | _THEY | _I | _WE
        ):
            antecedent = _antecedent(word, sentence, token.index, [*mine, *found], seen)
            if antecedent is not None:
                whole = antecedent.group if word in _THEY and antecedent.group else (antecedent.party,)
                at = {"head": token.index, "first": token.index, "last": token.index + 1, "role": None}
                found.extend(replace(p, **at) for p in whole)  # type: ignore[arg-type]
    return found


def _is_expletive(sentence: Sentence, index: int) -> bool:
    """Whether "it" means nobody: "it is good that", "it seems that"."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.text.lower() != "it" or token.dep not in {"nsubj", "expl"} or head.lemma not in {"be", "seem", "appear"}:
        return token.dep == "expl"
    return any(sentence.tokens[c].dep in {"ccomp", "xcomp", "advcl", "csubj"} for c in sentence.children[head.index])


def _group(sentence: Sentence, party: Party, mine: Sequence[Party]) -> tuple[Party, ...]:
    """The parties coordinated with one that comes first among them."""
    if sentence.tokens[party.head].dep == "conj":
        return ()
    heads, stack = {party.head}, [party.head]
    while stack:
        below = [c for c in sentence.children[stack.pop()] if sentence.tokens[c].dep == "conj"]
        heads.update(below)
        stack.extend(below)
    return tuple(p for p in mine if p.head in heads) if len(heads) > 1 else ()


def _antecedent(word: str, sentence: Sentence, at: int, mine: Sequence[Party], seen: Sequence[Seen]) -> Seen | None:
    if word in _I | _WE:
        speaker = _speaker(sentence, at, mine, seen)
        return Seen(sentence.index, speaker, True) if speaker else None
    clause = _clause(sentence, at)
    near = [
        Seen(
            sentence.index, p, sentence.tokens[p.head].dep in _SUBJECTS, _gender(sentence, p), _group(sentence, p, mine)
        )
        for p in mine
        if p.last <= at and (_fits(word, p) or word in _THEY) and not _same_clause(sentence, p.head, at, clause)
    ]
    near = [s for s in near if _fits(word, s.party) or len(s.group) > 1]
    back = [
        s
        for s in seen
        if sentence.index - _REACH <= s.sentence < sentence.index
        and (_fits(word, s.party) or (word in _THEY and len(s.group) > 1))
    ]
    gender = "f" if word in _SHE else "m" if word in _HE else ""
    teller = _teller(sentence, at)
    told = next((s for s in near if s.party.head == teller), None)
    if told is not None and _gender_of(told.party.actor.actor_id, (*seen, *near)) in {gender, ""}:
        return told
    agreeing = [
        s for s in (*back, *near) if not gender or _gender_of(s.party.actor.actor_id, (*seen, *near)) in {gender, ""}
    ]
    if not agreeing:
        return None
    counts = Counter(s.party.actor.actor_id for s in seen)
    return max(enumerate(agreeing), key=lambda e: (_salience(e[1], sentence.index, counts), e[0]))[1]


def _teller(sentence: Sentence, at: int) -> int | None:
    """The subject of the verb whose clause a pronoun is the subject of: "China announced that it would"."""
    verb = sentence.tokens[sentence.tokens[at].head]
    if sentence.tokens[at].dep not in _SUBJECTS or verb.dep != "ccomp":
        return None
    above = sentence.children[verb.head]
    return next((c for c in above if sentence.tokens[c].dep == "nsubj" and c < at), None)


def _salience(candidate: Seen, sentence: int, counts: Counter[str]) -> float:
    """Nearness first, then subjects, names, and those named often (after Lappin and Leass 1994, much simplified)."""
    named = candidate.party.actor.kind in {"person", "state", "body", "group"}
    often = min(counts[candidate.party.actor.actor_id], 4)
    return 2.6 * (candidate.sentence - sentence) + 2.2 * candidate.subject + 0.9 * named + 0.3 * often


def _gender(sentence: Sentence, party: Party) -> str:
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


def _gender_of(actor_id: str, seen: Sequence[Seen]) -> str:
    return next((s.gender for s in seen if s.party.actor.actor_id == actor_id and s.gender), "")


def _fits(word: str, party: Party) -> bool:
    kind = party.actor.kind
    person = kind == "person" or (kind == "office" and not party.plural)
    person = person or (party.role is not None and party.role.kind == "person" and not party.plural)
    if word in _HE | _SHE:
        return person
    if word in _IT:
        return not person and not party.plural and not party.actor.actor_id.startswith("place:")
    return party.plural or kind in {"body", "group"}


def _clause(sentence: Sentence, index: int) -> int:
    """The verb that a token depends on."""
    token = sentence.tokens[index]
    while token.head != token.index and token.pos not in {"VERB", "AUX"}:
        token = sentence.tokens[token.head]
    return token.index


def _same_clause(sentence: Sentence, other: int, at: int, clause: int) -> bool:
    """Arguments of one verb don't corefer unless the pronoun is a possessive."""
    return sentence.tokens[at].dep != "poss" and sentence.tokens[other].head == clause == sentence.tokens[at].head


_SAY = {"say", "tell", "add", "state", "write", "declare", "warn", "announce", "reply", "insist", "note", "mention"}


def _speaker(sentence: Sentence, at: int, mine: Sequence[Party], seen: Sequence[Seen]) -> Party | None:
    """Whom "I" and "we" in a quotation mean: the subject of the verb of saying."""
    if not any(first <= at < last for first, last in sentence.quoted):
        return None
    for token in sentence.tokens:
        if token.lemma in _SAY and not any(first <= token.index < last for first, last in sentence.quoted):
            for child in sentence.children[token.index]:
                party = next((p for p in mine if p.head == child), None)
                if sentence.tokens[child].dep == "nsubj" and party is not None:
                    return party
    subjects = [s for s in seen if s.subject and sentence.index - 2 <= s.sentence and _fits("he", s.party)]
    return subjects[-1].party if subjects else None
