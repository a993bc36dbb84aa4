"""Whom a name means: one actor, several, or none, and then who is spelled nearly so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast

from dragoman.errors import UsageError
from dragoman.ontology.knowledge import Known, family_names, knowledge, person_key
from dragoman.ontology.phrases import fold
from dragoman.ontology.pronouns import PRONOUNS
from dragoman.query.filters import Door, Filter
from dragoman.query.records import Record, actors

_NAMED = ("state", "body", "agency", "group")
"""What the tables' other names stand for; a capital or a nationality is more than a name of its state."""
_MOSTLY = 0.9
"""Of the times that a phrase stands in the reports, what one actor must have for the others to be slips."""
_NEAR = 0.75
_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Fit:
    """Whom a name fits. ``actors`` are their records, those whom it names exactly first; ``actor_id`` is the one who
    is meant, '' where that is open.
    """

    actors: tuple[Record, ...]
    actor_id: str = ""


def find(door: Door, name: str) -> Fit:
    """Whom ``name`` fits. It names somebody exactly who is so called in the archive; else whom the tables spell so;
    else whose surname it is or whom reports call so; else who holds an office of that name. A code of a country or
    sector (CHN, MIL) is nobody's name.
    """
    fitting = actors(door, Filter(actor=name))
    exact = [] if _is_code(name, fitting) else _exactly(door, name.strip(), actors(door))
    known = {who["actor_id"] for who in exact}
    listed = (*exact, *(who for who in fitting if who["actor_id"] not in known))
    meant = exact or fitting
    return Fit(listed, _text(meant[0], "actor_id") if len(meant) == 1 and name.strip() else "")


def the_one(door: Door, name: str, fit: Fit | None = None) -> str:
    """The id of the actor whom ``name`` means (``fit``, if that is known). Raises UsageError for several or none."""
    fit = fit or find(door, name)
    if fit.actor_id:
        return fit.actor_id
    if not fit.actors:
        raise UsageError(none_fits(door, name))
    raise UsageError(f"{name!r} fits {len(fit.actors)} actors, such as {which_one(fit)!r}: name one of them")


def which_one(fit: Fit) -> str:
    """What to ask for to get the page of the first who fits: the name, or the id where several have that name."""
    first = fit.actors[0]
    same = sum(fold(_text(who, "name")) == fold(_text(first, "name")) for who in fit.actors)
    return _text(first, "name" if same == 1 else "actor_id")


def none_fits(door: Door, name: str) -> str:
    """That nobody in the archive is called so, whom the tables know by the name, and who is spelled nearly so."""
    everyone = actors(door)
    if not everyone:
        return "the archive holds no coded reports yet: 'dragoman add PATH' adds some"
    known = " or ".join(found for found in _known_names(name) if found != name)
    who = f"{name!r} ({known})" if known else repr(name)
    near = _near(name, everyone)
    hint = f"; spelled nearly so: {', '.join(near)}" if near else ""
    return f"no actor {who} in the archive{hint}"


def _is_code(name: str, fitting: Iterable[Record]) -> bool:
    return any(name == who["country"] or name in cast(list[str], who["sectors"]) for who in fitting)


def _exactly(door: Door, name: str, everyone: Sequence[Record]) -> list[Record]:
    if not name:
        return []
    for tier in (_so_called, _so_spelled):
        if found := tier(name, everyone):
            return found
    return _for_short(door, name, everyone) or _in_office(door, name, everyone)


def _so_called(name: str, everyone: Sequence[Record]) -> list[Record]:
    """By id or by name."""
    return [who for who in everyone if who["actor_id"] == name] or _with_name({fold(name)}, everyone)


def _so_spelled(name: str, everyone: Sequence[Record]) -> list[Record]:
    """By another spelling, short form or alias of the tables."""
    return _with_name({fold(known) for known in _known_names(name)}, everyone)


def _with_name(names: set[str], everyone: Sequence[Record]) -> list[Record]:
    """Those who are called so, save a mere noun such as "foreign minister"; a state before a place of its name."""
    found = [who for who in everyone if fold(_text(who, "name")) in names]
    found = [who for who in found if who["kind"] != "unnamed" or who["country"]]
    return [who for who in found if who["kind"] == "state"] or found


def _known_names(name: str) -> Iterator[str]:
    """What the tables call whom they know by ``name``, in whatever case it is written."""
    person = knowledge().persons.get(person_key(name))
    if person is not None:
        yield person.name
    yield from dict.fromkeys(known.name for known in _knowns(name) if known.kind in _NAMED)


def _knowns(name: str) -> Iterator[Known]:
    for form in dict.fromkeys((name, name.upper(), name.title())):
        if (first := knowledge().names.get(form)) is not None:
            yield first
            yield from knowledge().others.get(form, ())


def _for_short(door: Door, name: str, everyone: Sequence[Record]) -> list[Record]:
    """By the surname, or by a phrase that stands for somebody in the reports."""
    phrased, called = _phrased(door, name), fold(_untitled(name))
    return [
        who
        for who in everyone
        if who["actor_id"] in phrased or (who["kind"] == "person" and called in _short_names(_text(who, "name")))
    ]


def _untitled(name: str) -> str:
    """A name without the title before it: "President Xi", "Mr. Li"."""
    title = next(knowledge().roles.find(name), None)
    return person_key(name[title.end :] if title and title.start == 0 and title.end < len(name) else name)


def _short_names(name: str) -> set[str]:
    """A person's surnames, and the whole name for one with a title before it."""
    known = knowledge().persons.get(person_key(name))
    return {person_key(name), *(family_names(known) if known else map(fold, name.split()[-1:]))}


def _phrased(door: Door, name: str) -> set[str]:
    """Ids of those for whom the phrase stands in the reports, with or without "the", save by a slip."""
    if fold(name) in PRONOUNS:
        return set()
    sql = (
        "SELECT actor_id, count(*) AS n FROM actor_mentions"
        " WHERE text COLLATE NOCASE IN (:name, 'the ' || :name) GROUP BY actor_id"
    )
    found = {row["actor_id"]: row["n"] for row in door.rows(sql, {"name": name})}
    mostly = {actor_id for actor_id, n in found.items() if n >= _MOSTLY * sum(found.values())}
    return mostly or set(found)


def _in_office(door: Door, name: str, everyone: Sequence[Record]) -> list[Record]:
    """By an office, in full ("Minister of Foreign Affairs of Russia") or as the press has it ("Russian foreign
    minister"): who holds it in a report.
    """
    offices = [name, *_canonical(name)]
    marks = ", ".join("?" * len(offices))
    sql = f"SELECT DISTINCT actor_id FROM actor_mentions WHERE office COLLATE NOCASE IN ({marks})"
    holding = {row["actor_id"] for row in door.rows(sql, offices)}
    return [who for who in everyone if who["actor_id"] in holding]


def _canonical(phrase: str) -> Iterator[str]:
    """The canonical office of a phrase that names a role and a state."""
    known = knowledge()
    countries = [m.value.country for m in known.names.find(phrase) if m.value.country in known.states]
    roles = [m.value for m in known.roles.find(phrase) if m.value.office]
    for role, country in zip(roles[:1], countries[:1], strict=False):
        yield dict(role.special).get(country) or role.office.replace("{country}", known.states[country])


def _near(name: str, everyone: Sequence[Record]) -> list[str]:
    """Names in the archive of which the whole or a word is spelled nearly so, the likest first."""
    spelled: dict[str, list[str]] = {}
    for who in everyone:
        if who["kind"] != "unnamed":
            full = _text(who, "name")
            for key in {fold(full), *(fold(word) for word in full.split() if len(word) > 3)}:
                spelled.setdefault(key, []).append(full)
    close = get_close_matches(fold(name.strip()), spelled, _MOST_NEAR, _NEAR)
    return list(dict.fromkeys(full for key in close for full in spelled[key]))[:_MOST_NEAR]


def _text(record: Record, key: str) -> str:
    return str(record[key])
