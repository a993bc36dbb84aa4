"""Claims, and the denials that answer them."""

from datetime import date, timedelta

from factories import Told, days, identity, person, report, state, told
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import find_claims, group_events, with_claims
from dragoman.types.claim import Claim
from dragoman.types.event import EventMention
from dragoman.types.link import LinkInput
from dragoman.types.report import Report

NORLAND, SELIM, BREVIA = state("NOR"), state("SLM"), state("BRV")
SPOKESMAN = person("Ola Vik", "NOR", "GOV")
DAY = date(2024, 5, 7)
Coded = tuple[Report, tuple[EventMention, ...]]


def claims(*reports: Coded) -> list[Claim]:
    inputs = [LinkInput(identity(one), (one.source_id,), "", one.text, one.published.date) for one, _ in reports]
    mentions = [mention for _, found in reports for mention in found]
    return find_claims(mentions, group_events(mentions, inputs, {}), inputs)


def accusation(name: str = "a", when: date | None = DAY, published: date = DAY) -> Coded:
    """Selim accuses Norland of arming rebels; the arming is coded as alleged by Selim."""
    sentence = f"Selim accused Norland of arming rebels in the hills, paper {name} wrote."
    article = report(sentence, name, published=published)
    selim, norland = ((SELIM, "Selim"),), ((NORLAND, "Norland"),)
    return article, told(
        article,
        Told(sentence, "accused", "ACCUSE", selim, norland, days(when), mode="allege"),
        Told(sentence, "arming", "AID", norland, (), status="alleged", claimants=((SELIM, "Selim", "accused"),)),
    )


def denial(
    name: str = "b", when: date = DAY + timedelta(2), word: str = "denied", about: str = "the accusation"
) -> Coded:
    sentence = f"Ola Vik {word} {about} by Selim, paper {name} wrote."
    article = report(sentence, name, published=when)
    return article, told(
        article, Told(sentence, word, "REJECT", ((SPOKESMAN, "Ola Vik"),), ((SELIM, "Selim"),), days(when))
    )


def by_stance(found: list[Claim], stance: str) -> list[Claim]:
    return [claim for claim in found if claim.stance == stance]


def test_an_accusation_and_the_deed_it_alleges_are_one_claim_about_the_deed() -> None:
    (claim,) = claims(accusation())
    assert (claim.claimant, claim.stance, claim.made_on) == (SELIM, "asserts", DAY)
    assert claim.event_id
    assert len(claim.mention_ids) == 2


def test_the_denial_of_the_accused_answers_the_accusation() -> None:
    found = claims(accusation(), denial())
    (asserted,), (denied,) = by_stance(found, "asserts"), by_stance(found, "denies")
    assert denied.claimant == SPOKESMAN
    assert denied.answers == (asserted.claim_id,)
    assert asserted.answers == ()


def test_a_denial_comes_after_the_accusation_and_in_time() -> None:
    for apart in (-1, 46):
        (denied,) = by_stance(claims(accusation(), denial(when=DAY + timedelta(apart))), "denies")
        assert denied.answers == ()


def test_a_third_party_answers_nothing() -> None:
    sentence = "Brevia denied the accusation by Selim."
    article = report(sentence, "b", published=DAY)
    other = Told(sentence, "denied", "REJECT", ((BREVIA, "Brevia"),), ((SELIM, "Selim"),), days(DAY))
    (denied,) = by_stance(claims(accusation(), (article, told(article, other))), "denies")
    assert denied.answers == ()


def test_rejecting_a_charge_is_a_denial_and_rejecting_a_plan_is_not() -> None:
    assert by_stance(claims(denial(word="rejected", about="the allegations")), "denies")
    assert not claims(denial(word="rejected", about="the peace plan"))


def test_a_denied_event_is_denied_by_its_claimant_and_answers_who_asserted_it() -> None:
    sentence = "Norland is not arming rebels, Ola Vik said."
    article = report(sentence, "b", published=DAY)
    event = Told(
        sentence,
        "arming",
        "AID",
        ((NORLAND, "Norland"),),
        (),
        status="denied",
        claimants=((SPOKESMAN, "Ola Vik", "said"),),
    )
    found = claims(accusation(), (article, told(article, event)))
    (asserted,), (denied,) = by_stance(found, "asserts"), by_stance(found, "denies")
    assert denied.answers == (asserted.claim_id,)


def test_doubting_is_neither() -> None:
    sentence = "Norland shelled Selim, though Brevia doubted it."
    article = report(sentence, "a", published=DAY)
    event = Told(
        sentence,
        "shelled",
        "ASSAULT",
        ((NORLAND, "Norland"),),
        ((SELIM, "Selim"),),
        status="alleged",
        claimants=((BREVIA, "Brevia", "doubted"),),
    )
    (claim,) = claims((article, told(article, event)))
    assert claim.stance == "doubts"


def test_events_know_their_claims() -> None:
    article, found = accusation()
    inputs = [LinkInput(identity(article), ("a",), "", article.text, DAY)]
    events = group_events(found, inputs, {})
    (claim,) = find_claims(found, events, inputs)
    assert [event.claims for event in with_claims(events, [claim]) if event.claims] == [(claim.claim_id,)]


def test_a_report_that_happened_without_a_claimant_makes_no_claim() -> None:
    sentence = "Norland shelled Selim."
    article = report(sentence, "a", published=DAY)
    event = Told(sentence, "shelled", "ASSAULT", ((NORLAND, "Norland"),), ((SELIM, "Selim"),))
    assert claims((article, told(article, event))) == []


SET = [accusation("a"), accusation("c", None), denial(), denial("d", DAY + timedelta(9))]


@settings(max_examples=24, deadline=None)
@given(st.permutations(SET))
def test_claims_do_not_hang_on_the_order(order: list[Coded]) -> None:
    assert claims(*order) == claims(*SET)
