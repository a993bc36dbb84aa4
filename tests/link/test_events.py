"""Mentions that tell one event become one; those that contradict each other don't, whatever the order."""

from dataclasses import replace
from datetime import date
from typing import Any

from factories import Told, actor, city, clean, days, identity, person, report, state, told
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import group_events
from dragoman.types.actor import Actor
from dragoman.types.event import EventMention, Status
from dragoman.types.link import Event, LinkInput
from dragoman.types.place import Place
from dragoman.types.report import Report

NORLAND, SELIM = state("NOR"), state("SLM")
BREKKE = person("Tomas Brekke", "NOR", "GOV")
LUND = person("Ida Lund", "NOR", "GOV")
HADDAD = person("Amira Haddad", "SLM", "GOV")
MONDAY, TUESDAY, FRIDAY = date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 10)
PORT, FAR = city("Port Selim", "SLM", 10.0, 10.0), city("Old Fort", "SLM", 14.0, 14.0)


def visit(
    name: str, when: date | None = TUESDAY, who: Actor = BREKKE, published: date | None = TUESDAY, **more: Any
) -> tuple[Report, tuple[EventMention, ...]]:
    words = who.name
    sentence = f"{words} visited Haddad in Port Selim or Old Fort to discuss the pipeline, report {name} says."
    article = report(sentence, name, published=published)
    event = Told(sentence, "visited", "CONSULT", ((who, words),), ((HADDAD, "Haddad"),), days(when), **more)
    return article, told(article, event)


def group(*reports: tuple[Report, tuple[EventMention, ...]], family: dict[str, str] | None = None) -> list[Event]:
    inputs = [LinkInput(identity(one), (one.source_id,), one.title, one.text, one.published.date) for one, _ in reports]
    return group_events([mention for _, found in reports for mention in found], inputs, family or {})


def test_two_reports_of_one_visit_are_one_event() -> None:
    events = group(visit("a"), visit("b"))
    assert len(events) == 1
    assert (events[0].n_reports, events[0].n_independent, events[0].reports) == (2, 2, ("a", "b"))
    assert [who.name for who in events[0].actors] == ["Tomas Brekke"]


def test_a_copy_is_no_further_witness() -> None:
    a, b = visit("a"), visit("b")
    one_family = {identity(a[0]): "x", identity(b[0]): "x"}
    assert group(a, b, family=one_family)[0].n_independent == 1


def test_nobody_s_country_stands_on_both_sides_of_an_agreement() -> None:
    sentence = "Brekke and Haddad signed the treaty on Tuesday, the ministry says."
    both = ((BREKKE, "Brekke"), (HADDAD, "Haddad"))
    a = report(sentence, "a", published=TUESDAY)
    b = report(sentence.replace("the ministry", "a paper"), "b", published=TUESDAY)
    one = Told(sentence, "signed", "SUPPORT", both, (), days(TUESDAY))
    other = Told(b.text, "signed", "SUPPORT", ((BREKKE, "Brekke"),), ((SELIM, "Haddad"),), days(TUESDAY))
    (event,) = group((a, told(a, one)), (b, told(b, other)))
    assert [who.name for who in event.actors] == ["Tomas Brekke"]
    assert [who.name for who in event.recipients] == ["Amira Haddad"]


def test_a_spun_name_beside_its_original_is_no_other_name() -> None:
    office = actor("Customs Office", "NOR", "body", "GOV")
    bureau = actor("Duties Bureau", "NOR", "body", "GOV")
    a = visit("a", claimants=((office, "report a", "says"),))
    b = visit("b", claimants=((bureau, "report b", "says"),))
    inputs = [
        LinkInput(identity(one), (one.source_id,), one.title, one.text, one.published.date, spun=one is b[0])
        for one, _ in (a, b)
    ]
    mentions = [*a[1], *b[1]]
    one_family = {identity(a[0]): "x", identity(b[0]): "x"}
    (event,) = group_events(mentions, inputs, one_family)
    assert [who.actor.name for who in event.claimants] == ["Customs Office"]
    (event,) = group_events(mentions, inputs, {})
    assert [who.actor.name for who in event.claimants] == ["Customs Office", "Duties Bureau"]


def test_an_event_of_one_mention_keeps_its_fields() -> None:
    (event,) = group(visit("a", place=PORT, mode="visit"))
    assert (event.event_mode, event.place, event.when.first, event.status) == ("visit", PORT, TUESDAY, "happened")
    assert event.conflicts == ()


def test_who_meets_whom_has_no_order() -> None:
    sentence = "Haddad received Tomas Brekke in Port Selim to discuss the pipeline."
    article = report(sentence, "b", published=TUESDAY)
    turned = Told(sentence, "received", "CONSULT", ((HADDAD, "Haddad"),), ((BREKKE, "Tomas Brekke"),), days(TUESDAY))
    (event,) = group(visit("a"), (article, told(article, turned)))
    assert len(event.actors) == len(event.recipients) == 1


def test_other_persons_of_one_country_are_other_events() -> None:
    assert len(group(visit("a"), visit("b", who=LUND))) == 2


def test_a_state_between_two_of_its_ministers_does_not_chain_them() -> None:
    events = group(visit("a"), visit("b", who=NORLAND, mode="visit"), visit("c", who=LUND))
    together = [{who.actor_id for who in event.actors} for event in events]
    assert not any({BREKKE.actor_id, LUND.actor_id} <= ids for ids in together)
    assert len(events) == 2


def test_somebody_is_the_same_where_the_country_is_not_told() -> None:
    assert len(group(visit("a"), visit("b", who=replace(BREKKE, country="")))) == 1


def test_who_does_to_whom_has_an_order() -> None:
    sentence = "Report {name} tells at length of how Brekke blamed Lund, whom he succeeded, and of how it all began."
    both = []
    for name, one, two in (("a", BREKKE, LUND), ("b", LUND, BREKKE)):
        article = report(sentence.format(name=name), name, published=TUESDAY)
        sides = ((one, one.name.split()[-1]),), ((two, two.name.split()[-1]),)
        both.append((article, told(article, Told(article.text, "blamed", "ACCUSE", *sides, days(TUESDAY)))))
    assert len(group(*both)) == 2


def test_other_days_are_other_events() -> None:
    assert len(group(visit("a", MONDAY), visit("b", FRIDAY))) == 2


def test_days_do_not_chain() -> None:
    events = group(visit("a", date(2024, 5, 6)), visit("b", date(2024, 5, 7)), visit("c", date(2024, 5, 8)))
    assert all((e.when.last - e.when.first).days <= 1 for e in events if e.when.first and e.when.last)
    assert len(events) == 2


def test_the_next_day_is_a_conflict_and_the_reports_are_named() -> None:
    (event,) = group(visit("a", MONDAY), visit("b", TUESDAY))
    (conflict,) = event.conflicts
    assert (conflict.field, conflict.values) == ("date", (("2024-05-06", ("a",)), ("2024-05-07", ("b",))))


def test_an_undated_mention_joins_only_a_report_of_the_same_days() -> None:
    assert len(group(visit("a"), visit("b", None, published=FRIDAY))) == 1
    assert len(group(visit("a"), visit("b", None, published=date(2024, 6, 1)))) == 2
    assert len(group(visit("a"), visit("b", None, published=None))) == 2


def test_places_far_apart_are_other_events() -> None:
    assert len(group(visit("a", place=PORT), visit("b", place=FAR))) == 2


def test_a_telephone_call_is_no_visit() -> None:
    assert len(group(visit("a", mode="visit"), visit("b", mode="phone"))) == 2


def test_what_one_report_has_and_another_denies_is_one_event_with_a_conflict() -> None:
    (event,) = group(visit("a", status="alleged"), visit("b", status="denied"))
    assert event.status == "alleged"
    assert [conflict.field for conflict in event.conflicts] == ["status"]


def test_what_might_happen_is_not_what_happened() -> None:
    assert len(group(visit("a"), visit("b", status="hypothetical"))) == 2


def test_a_planned_visit_that_took_place_is_no_conflict() -> None:
    (event,) = group(visit("a", status="planned"), visit("b"))
    assert (event.status, event.conflicts) == ("happened", ())


def test_rebels_are_not_their_state() -> None:
    rebels = actor("rebels", "NOR", "unnamed", "REB")

    def strike(name: str, who: Actor) -> tuple[Report, tuple[EventMention, ...]]:
        sentence = f"Forces shelled Haddad and her guards at the bridge, report {name} says."
        article = report(sentence, name, published=TUESDAY)
        event = Told(sentence, "shelled", "ASSAULT", ((who, "Forces"),), ((HADDAD, "Haddad"),), days(TUESDAY))
        return article, told(article, event)

    assert len(group(strike("a", rebels), strike("b", NORLAND))) == 2


def test_an_office_is_its_holder() -> None:
    title = "Minister of Fisheries of Norland"
    holder = person("Tomas Brekke", "NOR", "GOV", office=title)
    office = actor(title, "NOR", "office", "GOV")
    sentence = f"The {title} visited Haddad in Port Selim to discuss the pipeline."
    article = report(sentence, "b", published=TUESDAY)
    by_title = Told(sentence, "visited", "CONSULT", ((office, title),), ((HADDAD, "Haddad"),), days(TUESDAY))
    (event,) = group(visit("a", who=holder), (article, told(article, by_title)))
    assert event.actors == (holder,)


def test_two_predicates_of_a_sentence_stay_two_events() -> None:
    sentence = "Norland shelled Selim at dawn and bombed Selim at dusk."
    article = report(sentence, "a", published=TUESDAY)
    parties = {"actors": ((NORLAND, "Norland"),), "recipients": ((SELIM, "Selim"),), "when": days(TUESDAY)}
    both = [Told(sentence, word, "ASSAULT", **parties) for word in ("shelled", "bombed")]
    assert len(group((article, told(article, *both)))) == 2


Drawn = tuple[date | None, Actor, Status, Place | None]
STATUSES: tuple[Status, ...] = ("happened", "planned", "denied", "alleged")
SET = [
    visit("a", MONDAY),
    visit("b", TUESDAY, status="denied"),
    visit("c", None, who=NORLAND, mode="visit"),
    visit("d", TUESDAY, who=LUND),
    visit("e", date(2024, 5, 8), place=PORT),
    visit("f", FRIDAY, status="hypothetical"),
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(SET))
def test_events_do_not_hang_on_the_order_of_reports(order: list[tuple[Report, tuple[EventMention, ...]]]) -> None:
    assert group(*order) == group(*SET)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, MONDAY, TUESDAY, FRIDAY]),
            st.sampled_from([BREKKE, LUND, NORLAND]),
            st.sampled_from(STATUSES),
            st.sampled_from([None, PORT, FAR]),
        ),
        max_size=7,
    )
)
def test_every_mention_is_in_one_event_that_agrees_with_itself(drawn: list[Drawn]) -> None:
    made = [visit(f"r{i}", day, who, status=s, place=p) for i, (day, who, s, p) in enumerate(drawn)]
    events = group(*made)
    held = sorted(mention_id for event in events for mention_id in event.mention_ids)
    assert held == sorted(mention.mention_id for _, found in made for mention in found)
    assert len({event.event_id for event in events}) == len(events)
    for event in events:
        persons = {who.actor_id for who in event.actors if who.kind == "person"}
        assert len(persons) <= 1
        assert 1 <= event.n_independent <= event.n_reports


def test_the_clean_text_of_the_factory_leads_back() -> None:
    article, found = visit("a")
    passage = clean(article).passages[0]
    assert passage.span(0, 6).text == article.text[:6]
    assert all(article.text[m.sentence.start : m.sentence.end] == m.sentence.text for m in found)
