"""The persons of a report: their names, gathered under one, and the offices and countries that the text gives them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.ontology.knowledge import OF_ONE_STATE, Person, Tenure, family_names, knowledge, person_key
from dragoman.ontology.phrases import fold
from dragoman.resolve.homes import is_kin, served_state, whose_kin
from dragoman.resolve.naming import Reading, is_capital, name_spans, name_words, surface, with_unlabelled
from dragoman.resolve.offices import OF_STATE, Title, office_name, titles_of
from dragoman.types.actor import Actor, Choice


@dataclass(slots=True)
class _Record:
    """What has been gathered of one person so far."""

    name: str
    known: Person | None
    family: set[str]
    titles: list[Title] = field(default_factory=list)
    named: int = 0
    choice: Choice | None = None
    """Of whom a surname alone was taken to be, out of those who share it."""
    country: str = ""
    """The state of all those whom a surname alone fits equally well."""
    kin: bool = False
    """Whether the text tells of somebody as a relative of another."""
    beside: set[str] = field(default_factory=set)
    """The states that the sentence names in which somebody is first named in full."""
    relative: "_Record | None" = None
    """Whose relative the text says that somebody is."""


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A person's name on tokens ``first`` to ``last`` (half-open) of a sentence."""

    first: int
    last: int
    actor: Actor
    choice: Choice | None = None


def find_persons(
    readings: Sequence[Reading], day: date | None, countries: Mapping[str, int]
) -> tuple[tuple[PersonSpan, ...], ...]:
    """The persons named in each sentence, one actor for all the names of one person.

    Full names are gathered first over the whole report, so that a headline's surname finds its person. ``day`` is
    the publication date, for the office that somebody held; ``countries`` counts the states that the report names,
    for a surname that several share.
    """
    spans = [name_spans(r) for r in readings]
    labelled = {
        tuple(name_words(r.sentence, *span)) for r, found in zip(readings, spans, strict=True) for span in found
    }
    spans = [with_unlabelled(r, found, labelled) for r, found in zip(readings, spans, strict=True)]
    named = {words[-1] for words in labelled if len(words) > 1}
    spans = [
        [s for s in found if not is_capital(r, s, named, countries)] for r, found in zip(readings, spans, strict=True)
    ]
    records: dict[str, _Record] = {}
    owner: dict[tuple[int, int], _Record] = {}
    for turn in ("full", "family", "given"):
        for r, found in zip(readings, spans, strict=True):
            for first, last in found:
                words = name_words(r.sentence, first, last)
                full = turn == "full"
                if words and (r.sentence.index, first) not in owner and _is_turn(turn, words, records):
                    record = _record(words, records, day, countries, kin=is_kin(r, first))
                    if record is not None and record.known is None and record.name == " ".join(words):
                        record.name = surface(r.sentence, first, last)
                    if record is not None and full and not record.named:
                        record.beside = {n.value.country for n in r.names if n.value.kind in OF_ONE_STATE}
                    if record is not None:
                        owner[r.sentence.index, first] = record
                        record.named += 1
                        record.kin = record.kin or is_kin(r, first)
                        record.titles.extend(titles_of(r, first, last))
                        record.country = record.country or served_state(r, last)
    _relate(readings, spans, owner)
    home = clearly_most(countries)
    actors = {id(record): _actor(record, day, home) for record in records.values()}
    return tuple(
        tuple(
            PersonSpan(
                first,
                last,
                actors[id(owner[r.sentence.index, first])],
                owner[r.sentence.index, first].choice if last - first == 1 else None,
            )
            for first, last in found
            if (r.sentence.index, first) in owner
        )
        for r, found in zip(readings, spans, strict=True)
    )


_LATELY_NAMED = 5
"""How many names back the one is named whose relative is told of without his name: of them, the one named most."""


def _relate(
    readings: Sequence[Reading], spans: Sequence[Sequence[tuple[int, int]]], owner: Mapping[tuple[int, int], _Record]
) -> None:
    """Notes whose relatives those are whom the text tells of as such: "Ahed Tamimi's father, Bassem", "her father"."""
    before: list[_Record] = []
    for r, found in zip(readings, spans, strict=True):
        known = [(*span, owner[key]) for span in found if (key := (r.sentence.index, span[0])) in owner]
        here = {at: record for first, last, record in known for at in range(first, last)}
        for first, _, record in known:
            if is_kin(r, first) and record.known is None and record.relative is None:
                whose = whose_kin(r, first)
                named = before[-_LATELY_NAMED:] if whose is None else [here[at] for at in whose if at in here]
                record.relative = max((p for p in named if p is not record), key=lambda p: p.named, default=None)
                record.known = knowledge().persons.get(person_key(_full_name(record)))
            before.append(record)


def _is_turn(turn: str, words: Sequence[str], records: Mapping[str, _Record]) -> bool:
    """Whether a name is led to its person in this turn: full names first, then those that families have, and last those
    that may be given ones ("Rishi"), wherever they stand.
    """
    if turn == "full" or len(words) > 1:
        return turn == "full" and len(words) > 1
    word = fold(words[0])
    return turn == "given" or word in knowledge().surnames or any(word in r.family for r in records.values())


_CLEAR = 1.6
"""How much oftener than any other the state of a report must be named for what is left open to be of it."""


def clearly_most(countries: Mapping[str, int]) -> str:
    """The state named clearly more often than any other, '' if there is none."""
    ranked = sorted(countries.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= _CLEAR * ranked[1][1]):
        return ""
    return ranked[0][0]


def _record(
    words: list[str], records: dict[str, _Record], day: date | None, countries: Mapping[str, int], *, kin: bool
) -> _Record | None:
    """The record of a name; made anew for a name that fits none. A relative's only name (``kin``) is a given one."""
    key = person_key(" ".join(words))
    if len(words) > 1 and _is_short(words[-1]):
        key = fold(" ".join(words))
        return records.setdefault(key, _Record(" ".join(words), None, {key}))
    given = kin and len(words) == 1
    same = _same_family(words, records) if len(words) == 1 and key not in records else None
    if same is not None and (same.kin or not given):
        return same
    known = None if given else knowledge().persons.get(key)
    if known is not None:
        key = person_key(known.name)
    if key in records:
        return records[key]
    if known is None and not given and (same := _same_family(words, records)) is not None:
        return same
    choice, country = None, ""
    if known is None and len(words) == 1 and not given:
        fitting, choice = _by_surname(fold(words[0]), day, countries)
        known = fitting[0] if len(fitting) == 1 else None
        states = {p.country for p in fitting}
        country = fitting[0].country if len(states) == 1 and states <= set(countries) else ""
        if known is not None and person_key(known.name) in records:
            return records[person_key(known.name)]
    if not any(w[:1].isupper() and len(w) > 1 for w in words):
        return None
    family = family_names(known) if known else {fold(words[-1])}
    made = _Record(known.name if known else " ".join(words), known, family, choice=choice, country=country)
    return records.setdefault(person_key(known.name) if known else key, made)


def _is_short(word: str) -> bool:
    """Whether a family name is left at its first letter: "Sergei K."."""
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def _same_family(words: list[str], records: Mapping[str, _Record]) -> _Record | None:
    """A person already named whose name this shortens: by the family name before the given one, the one named most."""
    folded = [fold(w) for w in words]
    if len(folded) == 1:
        by_family = [r for r in records.values() if folded[0] in r.family]
        by_given = [r for r in records.values() if folded[0] in _record_words(r)]
        return max(by_family or by_given, key=lambda r: r.named, default=None)
    fitting = [r for r in records.values() if folded[-1] in r.family and set(folded) <= _record_words(r)]
    return fitting[-1] if fitting else None


def _record_words(record: _Record) -> set[str]:
    return {fold(w) for w in record.name.replace("-", " ").split()} | record.family


def _by_surname(
    surname: str, day: date | None, countries: Mapping[str, int]
) -> tuple[tuple[Person, ...], Choice | None]:
    """Whom the press of that day calls by this surname: who is in office then, before others; of a state that the
    report names, before others; several where they fit equally well. Nobody else: a surname is many people's.
    """
    people = [p for p in knowledge().surnames.get(surname, ()) if not _is_yet_to_come(p, day)]
    lately = len(people) == 1
    people = [p for p in people if day is None or p.country in countries or _holds_office(p, day, lately=lately)]
    named = max((countries.get(p.country, 0) for p in people), default=0)
    ranked = sorted(((_likelihood(p, day, countries, named), p) for p in people), key=lambda r: -r[0])
    if len(ranked) < 2:
        return tuple(p for _, p in ranked), None
    shown = tuple((p.name, round(points, 2)) for points, p in ranked[:_CANDIDATES])
    if ranked[0][0] == ranked[1][0]:
        best = tuple(p for points, p in ranked if points == ranked[0][0])
        return best, Choice("several fit a surname equally well", shown)
    return (ranked[0][1],), Choice("in office, of a state that the report names, of high rank", shown)


def _is_yet_to_come(person: Person, day: date | None) -> bool:
    """Whether all that somebody is known for begins after a day."""
    return day is not None and bool(person.tenures) and all(t.first > day.isoformat() for t in person.tenures)


def _holds_office(person: Person, day: date, *, lately: bool = False) -> bool:
    """Whether somebody is in office on a day, or was so ``lately``."""
    days = [day, *(day - timedelta(days=365 * back) for back in range(1, _LATELY + 1) if lately)]
    return any(t.held_on(d.isoformat()) for t in person.tenures for d in days)


def _likelihood(person: Person, day: date | None, countries: Mapping[str, int], named: int) -> float:
    """How likely the press means somebody by a surname alone: in office, of a state named in the report, prominent."""
    now = day is not None and _holds_office(person, day)
    here = named > 0 and countries.get(person.country, 0) == named
    return 2.0 * now + 2.5 * here + 1.2 * _prominence(person)


_CANDIDATES = 3
_LATELY = 2
"""Years after an office in which the press still calls somebody by a surname that nobody else has."""
_RULING = {"GOV", "MIL", "LEG", "JUD", "SPY", "COP"}
_CHAMBERS = ("Assembly", "Presidium", "Senate", "Parliament", "Court", "Congress", "Chamber", "House")
"""Whose presidents are no heads of state."""
_HEADS = (
    "President of",
    "Prime Minister",
    "Chancellor",
    "King",
    "Supreme Leader",
    "General Secretary",
    "Secretary-General",
)


def _prominence(person: Person) -> int:
    """Heads of state, of government and of bodies before ministers, ministers before others."""
    offices = [t.office for t in person.tenures]
    if any(o.startswith(_HEADS) and not any(c in o for c in _CHAMBERS) for o in offices):
        return 3
    return 2 if any("Minister" in o or "Secretary" in o for o in offices) else int(bool(offices))


def _actor(record: _Record, day: date | None, home: str) -> Actor:
    """The actor of a record: office and country as the text gives them, else as the tables know for the day. Somebody
    with a title of state but no state is of ``home``, the state that the report names most.
    """
    tenure = _tenure(record.known, day)
    country = _of_body(tenure) or _country(record) or _of_kin(record) or _at_home(record, home)
    titles = [t for t in record.titles if t.role.kind == "person"]
    offices = [t for t in titles if t.role.office and office_name(t.role, t.country or country)]
    best = next((t for t in offices if t.country == country), next(iter(offices or titles), None))
    known = tenure.sectors if tenure else _sectors_out_of_office(record.known, day)
    sectors = best.role.sectors if best and (offices or not known) else known
    if best and best.former:
        sectors = ("ELI", *(s for s in sectors if s != "ELI"))
    office = office_name(best.role, best.country or country) if best and best.role.office else ""
    if best and best.former and office:
        office = f"former {office}"
    if not office and tenure and not (best and best.former):
        office = tenure.office
    name = _full_name(record)
    slug = "-".join(person_key(name).replace(".", "").split())
    return Actor(f"person:{slug}", name, "person", country, sectors, office)


def _of_kin(record: _Record) -> str:
    """The state of the one whose relative somebody is."""
    return _country(record.relative) if record.relative else ""


def _full_name(record: _Record) -> str:
    """The name; of a relative called by the given name alone, with the family name that it is told beside."""
    if record.relative is None or " " in record.name or " " not in record.relative.name:
        return record.name
    family = next((w for w in reversed(record.relative.name.split()) if fold(w) in record.relative.family), "")
    return f"{record.name} {family}".strip()


def _at_home(record: _Record, home: str) -> str:
    """The state of somebody whom the tables don't know, and of whom the text doesn't say it: the one of the report,
    unless the sentence that names him first names others only.
    """
    if any(t.role.sectors[:1] in OF_STATE for t in record.titles):
        return home
    if record.known is not None or record.kin or " " not in record.name:
        return ""
    return home if not record.beside or home in record.beside else ""


def _of_body(tenure: Tenure | None) -> str:
    """The code of an international body for somebody who heads one: he speaks for it and not for his state."""
    return tenure.sectors[0] if tenure and tenure.sectors[:1] in {("UNO",), ("EUR",), ("IGO",)} else ""


def _country(record: _Record) -> str:
    if record.known and record.known.country:
        return record.known.country
    votes: dict[str, int] = defaultdict(int)
    for title in record.titles:
        if title.country:
            votes[title.country] += 1
    return max(votes, key=lambda c: votes[c]) if votes else record.country


def _tenure(person: Person | None, day: date | None) -> Tenure | None:
    if person is None or day is None:
        return None
    return next((t for t in person.tenures if t.office and t.held_on(day.isoformat())), None)


def _sectors_out_of_office(person: Person | None, day: date | None) -> tuple[str, ...]:
    """Those of the last office; of somebody who on a day has held it and holds none, first ELI."""
    if person is None or not person.tenures:
        return ()
    iso = day.isoformat() if day else ""
    begun = [t for t in person.tenures if not iso or t.first <= iso] or person.tenures
    last = max(begun, key=lambda t: t.last or "9999")
    ended = bool(iso) and all(t.last and t.last < iso[: len(t.last)] for t in begun)
    ruled = set(last.sectors[:1]) & _RULING
    return ("ELI", *(s for s in last.sectors if s != "ELI")) if ended and ruled else last.sectors
