"""Persons' names in a sentence: the recogniser's, those that the tables know, and what the report calls people by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dragoman.ontology.gazetteer import gazetteer
from dragoman.ontology.knowledge import Known, Person, Role, knowledge, person_key
from dragoman.ontology.phrases import fold
from dragoman.resolve.found import Found
from dragoman.types.text import Sentence

RESPECT = {
    "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "gen.", "gen", "sen.", "rep.", "col.", "sir", "lord", "fr.",
    "fr", "rev.", "rev", "msgr.", "msgr", "capt.", "lt.", "maj.", "brig.", "sgt.", "prof.", "prof", "adm.", "gov.",
}  # fmt: skip

_ADDRESS = {
    "alhaja", "alhaji", "bapak", "begum", "dato", "datuk", "daw", "frau", "hajja", "herr", "ibu", "madame", "maulana",
    "mme", "monsieur", "mwalimu", "mzee", "senor", "senora", "shri", "signor", "smt",
}  # fmt: skip
"""How people are addressed before their names, in words that end other people's: "Begum Zia", "Hasina Begum"."""
_HONOURS = {"cbe", "jp", "kc", "mbe", "mep", "mp", "obe", "phd", "qc", "sc"}
"""What stands after names: "Edward Fitzgerald QC"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with the known names, roles and full names of persons found in it."""

    sentence: Sentence
    names: tuple[Found[Known], ...]
    roles: tuple[Found[Role], ...]
    people: tuple[Found[Person], ...] = ()


def name_spans(reading: Reading) -> list[tuple[int, int]]:
    """Token ranges of persons' names: the recogniser's, and lone surnames that are known."""
    tokens, taken, found = reading.sentence.tokens, set[int](), list[tuple[int, int]]()
    for person in reading.people:
        if person.last - person.first > 1:
            found.append((person.first, person.last))
            taken.update(range(person.first, person.last))
    known = frozenset(taken)
    for name in reading.names:
        several = name.value.kind != "people" and name.last - name.first > 1
        word = reading.sentence.tokens[name.first].text
        several = several or (name.value.kind == "capital" and fold(word) not in knowledge().surnames)
        if several or name.value.kind in {"state", "nationality"} or _is_located(reading, name.first):
            taken.update(range(name.first, name.last))
    i = 0
    while i < len(tokens):
        if tokens[i].entity == "PERSON" and i not in taken:
            last = i + 1
            while (
                last < len(tokens)
                and tokens[last].entity == "PERSON"
                and last not in taken
                and (not tokens[last].entity_begins or (tokens[last].dep == "appos" and tokens[last].head == last - 1))
            ):
                last += 1
            last += _goes_on(reading, last, taken)
            found.append(_trim(reading, i, last))
            i = last
        elif i not in known and (run := _titled_run(reading, i) or _known_run(reading, i, taken)) > i:
            found.append((i, run))
            i = run
        else:
            i += 1
    for role in reading.roles:
        listed = listed_names(reading, role)
        found = [(a, b) for a, b in found if not any(a < last and first < b for first, last in listed)] + listed
    return sorted(
        (first, last)
        for first, last in found
        if first < last and not _is_make(reading, last - 1) and not is_town(reading, first, last)
    )


def _goes_on(reading: Reading, last: int, taken: set[int]) -> bool:
    """Whether the family name follows, which the recogniser missed: "Ashraf Na'alowa" but not "Obama White House"."""
    tokens = reading.sentence.tokens
    if last >= len(tokens) or last in taken or tokens[last].entity or tokens[last].pos != "PROPN":
        return False
    begun = tokens[last - 1].dep == "compound" and tokens[last - 1].head == last
    ends = last + 1 == len(tokens) or not tokens[last + 1].text[:1].isupper()
    known = any(r.first <= last < r.last for r in reading.roles)
    return begun and ends and tokens[last].text[:1].isupper() and not tokens[last].text.isupper() and not known


_WHERE = {"in", "at", "near", "off", "outside"}
_OF_PHRASE = 10
"""Words that may stand between a plural title and the names that follow it."""
_PARTICLES = {"al", "el", "bin", "ibn", "ben", "de", "da", "dos", "del", "van", "von", "der", "ould", "abu", "-"}


def listed_names(reading: Reading, role: Found[Role]) -> list[tuple[int, int]]:
    """The names of those who hold a plural title, listed in commas after it: "the governors of Osh and Khujand, Aybek
    Jumaev and Rustam Nazarov, met". None where the tables know a name for a place's.
    """
    tokens = reading.sentence.tokens
    if role.value.kind != "person" or tokens[role.last - 1].tag not in {"NNS", "NNPS"}:
        return []
    at = next((i for i in range(role.last, min(role.last + _OF_PHRASE, len(tokens))) if tokens[i].text == ","), None)
    if at is None or any(t.pos in {"VERB", "AUX"} for t in tokens[role.last : at]):
        return []
    found, joined, at = list[tuple[int, int]](), False, at + 1
    while (last := _run_of_name(reading, at, _PARTICLES)) - at > 1:
        found.append((at, last))
        word = tokens[last].text if last < len(tokens) else ""
        if word not in {",", "and"} or joined:
            break
        joined = word == "and" or (last + 1 < len(tokens) and tokens[last + 1].text == "and")
        at = last + 1 + (word == "," and joined)
    closed = bool(found) and found[-1][1] < len(tokens) and tokens[found[-1][1]].text in {",", ".", ";", ")"}
    known = any(n.first < last and first < n.last for n in reading.names for first, last in found)
    placed = known or any(_is_on_the_map(reading, *f) for f in found)
    return found if joined and closed and len(found) > 1 and not placed else []


def _run_of_name(reading: Reading, at: int, within: Collection[str] = ()) -> int:
    """The end of a run of capitalised words that begins at a token; ``within`` may stand in it in small letters."""
    tokens, last = reading.sentence.tokens, at
    while last < len(tokens) and (
        (tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper())
        or (last > at and tokens[last].text.lower() in within)
    ):
        last += 1
    return last


def _is_on_the_map(reading: Reading, first: int, last: int) -> bool:
    """Whether a name is that of a place and of nobody known."""
    name = surface(reading.sentence, first, last)
    return person_key(name) not in knowledge().persons and bool(gazetteer().entries(name))


_CLERGY = {"bishop", "archbishop", "cardinal", "pastor", "reverend", "rabbi", "imam", "mufti", "sheikh", "ayatollah"}


def _titled_run(reading: Reading, i: int) -> int:
    """The end of a name of two or three words right after a title, whatever the recogniser or the tables take them for:
    "Chamber president Nelly Ugarte", "Bishop Israel Bravo"; 0 if there is none.
    """
    tokens = reading.sentence.tokens
    titled = any(r.last == i and r.value.kind == "person" for r in reading.roles)
    if i == 0 or not (titled or (tokens[i - 1].text[:1].isupper() and fold(tokens[i - 1].text) in _CLERGY)):
        return 0
    last = _run_of_name(reading, i)
    whole = all(t.dep == "compound" and t.head == last - 1 for t in tokens[i : last - 1])
    known = any(n.last - n.first > 1 and n.first < last and n.last > i for n in reading.names)
    known = known or any(r.first < last and r.last > i for r in reading.roles)
    return last if 1 < last - i < 4 and whole and not known else 0


def with_unlabelled(
    reading: Reading, found: list[tuple[int, int]], labelled: set[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Adds the runs of capitals that the recogniser left without a label or under a wrong one: those that are named
    as a person elsewhere in the report, in full or by the last name, and those with an age after them.
    """
    tokens = reading.sentence.tokens
    taken = {i for first, last in found for i in range(first, last)}
    taken |= {i for n in reading.names for i in range(n.first, n.last)}
    families = {words[-1] for words in labelled if len(words) > 1}
    given = {words[0] for words in labelled if len(words) > 1}
    added = list(found)
    for first, last in (*_capital_runs(reading, taken), *_lone_nouns(reading, taken)):
        words = tuple(name_words(reading.sentence, first, last))
        known = words in labelled or (len(words) < 4 and words[-1:] and words[-1] in families)
        called = len(words) == 1 and words[0] in given and tokens[first].dep != "compound"
        nameless = not any(t.entity for t in tokens[first:last]) and _stands_as_party(tokens[last - 1].dep)
        called_so = nameless or bool(age_after(reading.sentence, last)) or _is_apposed(reading, last - 1)
        new = 1 < len(words) < 4 and called_so
        if known or called or new:
            added.append((first, last))
    return sorted(added)


_ARMS = {
    "aircraft", "bomb", "bomber", "drone", "fighter", "helicopter", "howitzer", "interceptor", "jet", "launcher",
    "missile", "mortar", "plane", "rifle", "rocket", "shell", "submarine", "tank", "torpedo", "warplane", "weapon",
}  # fmt: skip


_OF_A_TOWN = {
    "battle", "bishop", "blockade", "bombardment", "bombing", "capture", "centre", "center", "city", "district", "east",
    "evacuation", "fall", "governor", "liberation", "loss", "mayor", "north", "occupation", "outskirts", "part",
    "people", "port", "province", "recapture", "region", "resident", "retaking", "road", "seizure", "shelling", "siege",
    "south", "storming", "street", "suburb", "takeover", "town", "university", "village", "west",
}  # fmt: skip
_LARGE = 50_000
"""Inhabitants from which a town is better known than any family of its name."""


def _is_make(reading: Reading, head: int) -> bool:
    """Whether a name is that of a make of arms: "Kalibr missiles", "Shahed drones"."""
    tokens = reading.sentence.tokens
    return tokens[head].dep in {"compound", "nmod"} and tokens[tokens[head].head].lemma in _ARMS


def is_town(reading: Reading, first: int, last: int) -> bool:
    """Whether a name that the recogniser takes for a person's is a town's: a single one after "the capture of" and the
    like that is of a large town and of nobody known, or several words after a preposition of place.
    """
    tokens = reading.sentence.tokens
    word = tokens[first].text
    if first and last - first > 1 and tokens[first - 1].text.lower() in _WHERE:
        return _is_on_the_map(reading, first, last)
    if last - first != 1 or first < 2 or tokens[first - 1].text.lower() != "of" or fold(word) in knowledge().surnames:
        return False
    if tokens[first - 2].lemma.lower() not in _OF_A_TOWN:
        return False
    return any(e.weight >= _LARGE and not e.alias for e in gazetteer().entries(word))


def is_capital(reading: Reading, span: tuple[int, int], named: set[str], countries: Mapping[str, int]) -> bool:
    """Whether a single name is that of the capital of a state that the report names, and of nobody named in full."""
    found = next((n for n in reading.names if (n.first, n.last) == span and n.value.kind == "capital"), None)
    if found is None or reading.sentence.tokens[found.first].text in named:
        return False
    return countries.get(found.value.country, 0) > 1


def _is_located(reading: Reading, first: int) -> bool:
    """Whether a name stands after a preposition of place: then a capital isn't a person of that name."""
    return first > 0 and reading.sentence.tokens[first - 1].text.lower() in {*_WHERE, "from"}


def age_after(sentence: Sentence, last: int) -> str:
    """The age that follows a name in commas ("Ahmed Salim, 16, was"), '' if none does."""
    after = [t.text for t in sentence.tokens[last : last + 3]]
    if len(after) < 3 or after[0] != "," or after[2] not in {",", "."}:
        return ""
    return after[1] if after[1].isdigit() and len(after[1]) == 2 else ""


def _is_apposed(reading: Reading, head: int) -> bool:
    """Whether a name stands in apposition to a person's title: "the society's president, Faith Odhiambo"."""
    token = reading.sentence.tokens[head]
    return token.dep == "appos" and any(r.last - 1 == token.head and r.value.kind == "person" for r in reading.roles)


def _stands_as_party(dep: str) -> bool:
    return dep in {"nsubj", "nsubjpass", "dobj", "appos"}


def _lone_nouns(reading: Reading, taken: set[int]) -> list[tuple[int, int]]:
    """Single words with a capital that the tagger holds for common ones and that act or are acted on: "Trump said"."""
    return [
        (t.index, t.index + 1)
        for t in reading.sentence.tokens
        if t.index not in taken
        and t.pos in {"NOUN", "VERB", "ADJ"}
        and t.text[:1].isupper()
        and _stands_as_party(t.dep)
    ]


def _capital_runs(reading: Reading, taken: set[int]) -> list[tuple[int, int]]:
    tokens, found, i = reading.sentence.tokens, list[tuple[int, int]](), 0
    while i < len(tokens):
        last = i
        while (
            last < len(tokens) and last not in taken and tokens[last].pos == "PROPN" and tokens[last].text[0].isupper()
        ):
            last += 1
        if last > i:
            found.append(_trim(reading, i, last))
        i = max(last, i + 1)
    return [(first, last) for first, last in found if last > first]


def _known_run(reading: Reading, i: int, taken: set[int]) -> int:
    """The end of a known person's name that begins at ``i`` and that the recogniser missed; ``i`` if there is none."""
    tokens = reading.sentence.tokens
    if i in taken or not tokens[i].text[:1].isupper() or tokens[i].pos not in {"PROPN", "NOUN", "ADJ", "VERB", "X"}:
        return i
    last = i
    while last < len(tokens) and last < i + 4 and tokens[last].text[:1].isupper() and last not in taken:
        last += 1
    for end in range(last, i, -1):
        words = name_words(reading.sentence, i, end)
        if len(words) > 1 and person_key(" ".join(words)) in knowledge().persons:
            return end
    word = fold(tokens[i].text)
    if word in _CLERGY and _titled_run(reading, i + 1):
        return i
    labelled = tokens[i].entity in {"", "PERSON", "ORG", "NORP"} or _is_no_place(reading, i)
    alone = labelled and len(word) > 3 and word in knowledge().surnames
    whole = i == 0 or tokens[i - 1].text != "-" or tokens[i - 1].end < tokens[i].start
    return i + 1 if alone and whole and tokens[i].pos in {"PROPN", "X"} and last == i + 1 else i


def _is_no_place(reading: Reading, i: int) -> bool:
    """Whether a subject that the recogniser takes for a place is no town of any size: "Modi arrived"."""
    token = reading.sentence.tokens[i]
    acts = token.entity == "GPE" and token.dep == "nsubj"
    return acts and not any(e.weight >= _LARGE for e in gazetteer().entries(token.text))


def _trim(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """A name without possessive marks and leading titles."""
    tokens = reading.sentence.tokens
    titled = {i for role in reading.roles for i in range(role.first, role.last)}
    while last > first and (
        tokens[last - 1].text in {"'s", "'", "’s"}
        or not tokens[last - 1].text[0].isalpha()
        or (last - first > 2 and tokens[last - 1].text.isupper() and tokens[last - 1].text.lower() in _HONOURS)
    ):
        last -= 1
    while first < last - 1 and first in titled:
        first += 1
    if last - first == 1 and first in titled:
        return first, first
    return first, last


def name_words(sentence: Sentence, first: int, last: int) -> list[str]:
    """The words of a name without titles and initials, but for a family name left at its first letter: "Sergei K."."""
    short = sentence.tokens[last - 1].text
    if last - first == 2 and len(short) == 2 and short.endswith(".") and short[0].isupper():
        return [sentence.tokens[first].text, short]
    words = [t.text for t in sentence.tokens[first:last] if t.text not in {"-", "'s", ".", "’"}]
    kept = [w for w in words if fold(w) not in RESPECT and not (w.endswith(".") and len(w) <= 3)]
    addressed = len(kept) > 1 and fold(kept[0]) in _ADDRESS and person_key(" ".join(kept)) not in knowledge().persons
    return kept[1:] if addressed else kept


def surface(sentence: Sentence, first: int, last: int) -> str:
    """A name as it is written, hyphens and all, without titles of respect before it and marks after it."""
    tokens = list(sentence.tokens[first:last])
    while len(tokens) > 1 and fold(tokens[0].text) in RESPECT | _ADDRESS:
        tokens.pop(0)
    pieces = [t.text if i == 0 or t.start == tokens[i - 1].end else f" {t.text}" for i, t in enumerate(tokens)]
    return "".join(pieces)
