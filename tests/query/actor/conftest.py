"""An archive of five reports about persons that the tables know, and one that they don't."""

from collections.abc import Iterator
from datetime import date

import pytest
from factories import Told, actor, city, clean, days, person, read, report, state, told

from dragoman.link import relink
from dragoman.store import Archive, Entry, open_archive

RUSSIA, PAKISTAN = state("RUS"), state("PAK")
LAVROV = person("Sergey Lavrov", "RUS", office="Minister of Foreign Affairs of Russia")
IMRAN = person("Imran Khan", "PAK", "OPP", "PTY")
ZARA = person("Zara Khan", "PAK", "JRN")
TROLL = person("Odd Berg", "NOR", office="Keeper of Seals")
MINISTRY = actor("Ministry of Defence of Norway", "NOR", "office", "GOV")
WAGNER = actor("Wagner Group", "RUS", "group", "PRM")
NOBODY = actor("foreign minister", "", "unnamed", "GOV")

TALKS = (
    "Sergey Lavrov met Imran Khan in Karsk on Monday, and the two of them spoke for hours about grain, gas and the"
    " mending of a railway that nobody has used since the flood, while the town's band played in the rain outside."
)
BLAME = "Zara Khan accused Lavrov of threats. The minister denied it, and he blamed the Wagner Group of Odd Berg."
VISIT = "The foreign minister will visit Imran Khan."


def _talks(title: str, source_id: str, day: date, publisher: str) -> Entry:
    article = report(TALKS, source_id, title, day, publisher=publisher)
    met = Told(TALKS, "met", "CONSULT", ((LAVROV, "Sergey Lavrov"),), ((IMRAN, "Imran Khan"),),
               days(date(2023, 8, 14)), city("Karsk", "SLM", 1.0, 2.0))  # fmt: skip
    mentions = told(article, met)
    return Entry(read(article), clean(article), mentions, (*mentions[0].actors, *mentions[0].recipients))


def _blame() -> Entry:
    article = report(BLAME, "blame.txt", "Harsh words", date(2023, 9, 1), publisher="The Post")
    accused = Told(BLAME, "accused", "ACCUSE", ((ZARA, "Zara Khan"),), ((LAVROV, "Lavrov"),), mode="allege",
                   claimants=((ZARA, "Zara Khan", "accused"),))  # fmt: skip
    denied = Told(BLAME, "denied", "REJECT", ((LAVROV, "The minister"),), ((ZARA, "Zara Khan"),))
    blamed = Told(BLAME, "blamed", "ACCUSE", ((LAVROV, "he"), (RUSSIA, "he")),
                  ((WAGNER, "Wagner Group"), (TROLL, "Odd Berg")))  # fmt: skip
    mentions = told(article, accused, denied, blamed)
    named = [party for mention in mentions for party in (*mention.actors, *mention.recipients)]
    return Entry(read(article), clean(article), mentions, tuple(named))


def _visit() -> Entry:
    article = report(VISIT, "visit.txt", "A visit", None)
    (one,) = told(article, Told(VISIT, "visit", "CONSULT", ((NOBODY, "The foreign minister"),),
                                ((IMRAN, "Imran Khan"),), status="planned"))  # fmt: skip
    lavrov = told(article, Told(VISIT, "visit", actors=((LAVROV, "foreign minister"),)))[0].actors
    norway = told(article, Told(VISIT, "visit", actors=((MINISTRY, "visit"),)))[0].actors
    return Entry(read(article), clean(article), (one,), (*one.actors, *one.recipients, *lavrov, *norway))


@pytest.fixture(scope="session")
def khans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    entries = [
        _talks("Talks in Karsk", "talks.txt", date(2023, 8, 14), "The Gazette"),
        _talks("Two men, one railway", "copy.txt", date(2023, 8, 15), "The Post"),
        _blame(),
        _visit(),
    ]
    with open_archive(tmp_path_factory.mktemp("khans") / "a.sqlite") as opened:
        opened.add_batch(entries)
        relink(opened)
        yield opened
