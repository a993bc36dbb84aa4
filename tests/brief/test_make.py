"""What a brief takes out of an archive's records."""

from dataclasses import replace
from datetime import date, timedelta

import factories as f
import pytest
from brief import sample as s

from dragoman.brief import SHORT, BriefInput, Length, make_brief
from dragoman.types.actor import Actor
from dragoman.types.link import Conflict


def test_head_counts_copies_once() -> None:
    head = make_brief(s.records()).head
    assert (head.n_reports, head.n_independent, head.n_events) == (4, 3, 4)
    assert (head.first, head.last, head.undated) == ("14 Aug 2023", "20 Aug 2023", 0)
    assert (head.n_claims, head.n_denied) == (1, 1)


def test_a_shorter_brief_says_what_it_leaves_out() -> None:
    whole, short = make_brief(s.records()), make_brief(s.records(), Length(1, 0, 1, 1, 1))
    assert [len(part.lines) for part in short.stories] == [1]
    assert short.stories[0].more == whole.stories[0].more + len(whole.stories[0].lines) - 1
    assert short.head == whole.head and not short.exchanges
    assert short.more["sources"] == len(whole.sources) - 1
    assert SHORT.stories < Length().stories


def test_story_lines_are_sentences_in_the_order_of_days() -> None:
    story = make_brief(s.records()).stories[0]
    assert [line.text for line in story.lines] == [
        "Li Shangfu (Minister of National Defense of China) is to visit Rus and Blr",
        "Li Shangfu visited Rus",
    ]
    assert (story.n_reports, story.n_independent, story.days) == (3, 2, "14–16 Aug 2023")


def test_an_office_is_told_once_in_a_story() -> None:
    story = make_brief(s.records()).stories[0]
    assert sum("(Minister of National Defense of China)" in line.text for line in story.lines) == 1


def test_a_spun_copy_is_named_under_the_original_sentence() -> None:
    planned = next(line for line in make_brief(s.records()).stories[0].lines if line.status == "planned")
    assert [e.source_id for e in planned.evidence] == ["first"]
    assert planned.evidence[0].also == ("copy",)
    assert (planned.n_reports, planned.n_independent) == (2, 1)
    assert planned.said_by == "Tan Kefei"


def test_evidence_is_verbatim_and_marked() -> None:
    planned = next(line for line in make_brief(s.records()).stories[0].lines if line.status == "planned")
    evidence = planned.evidence[0]
    assert evidence.sentence == s.FIRST.text
    assert dict((role, text) for role, text in evidence.pieces if role != "") == {
        "actor": "Li Shangfu", "trigger": "visit", "recipient": "Blr", "claimant": "Tan Kefei",
    }  # fmt: skip
    assert evidence.why == "made for a test"


def test_restored_wording_stands_beside_the_original() -> None:
    alone = s.records(reports=(s.COPY,), mentions=(s.SPUN,), events=(s.event(s.SPUN),), claims=(), stories=())
    evidence = make_brief(alone).stories[0].lines[0].evidence[0]
    assert evidence.sentence == s.COPY.text
    assert evidence.restored == s.COPY.text.replace("go to", "visit")
    assert evidence.changes == (("go to", "visit"),)


def test_a_denial_stands_beside_the_claim_that_it_answers() -> None:
    (exchange,) = make_brief(s.records()).exchanges
    assert [line.text for line in exchange.charges] == ["Antony Blinken accused Chn"]
    assert [(a.line.text, a.of) for a in exchange.answers] == [("Chn issued a denial", "told in the same report")]
    assert exchange.charges[0].words == "accused Chn of sending arms"


def test_a_denial_of_another_day_and_report_is_no_more_than_a_guess() -> None:
    later = f.report("Chn denied everything.", "later", "", date(2023, 8, 23))
    denial = s.mention(later, f.Told("Chn denied everything.", "denied", "REJECT", ((s.CHINA, "Chn"),)))
    claims = (s.CLAIMS[0], replace(s.claim(denial, "c3", "denies", ("c1",)), made_on=date(2023, 8, 23)))
    made = make_brief(s.records((s.SPAT, later), (s.CHARGE, denial), (), claims, ()))
    assert made.exchanges[0].answers[0].of == "may answer claim: the accused side spoke 3 days later"
    assert made.head.n_denied == 0


@pytest.mark.parametrize(("days", "claimant"), [(8, s.BLINKEN), (3, f.person("Hua Li", "CHN"))])
def test_a_late_denial_or_one_of_its_own_side_stands_by_itself(days: int, claimant: Actor) -> None:
    later = f.report("Chn denied everything.", "later", "", date(2023, 8, 20) + timedelta(days))
    denial = s.mention(later, f.Told("Chn denied everything.", "denied", "REJECT", ((s.CHINA, "Chn"),)))
    answer = replace(s.claim(denial, "c3", "denies", ("c1",)), made_on=date(2023, 8, 20) + timedelta(days))
    claims = (replace(s.CLAIMS[0], claimant=claimant), answer)
    made = make_brief(s.records((s.SPAT, later), (s.CHARGE, denial), (), claims, ()))
    assert sorted((len(e.charges), len(e.answers)) for e in made.exchanges) == [(0, 1), (1, 0)]


def test_what_was_not_said_is_no_claim() -> None:
    unsaid = replace(s.CHARGE, status="negated")
    made = make_brief(s.records((s.SPAT,), (unsaid,), (), (s.claim(unsaid, "c1", "asserts"),), ()))
    assert made.exchanges == () and made.head.n_claims == 0


def test_repeated_claims_of_one_sentence_are_one() -> None:
    twice = (s.CLAIMS[0], replace(s.CLAIMS[0], claim_id="c9", claimant=s.TAN))
    made = make_brief(s.records((s.SPAT,), (s.CHARGE,), (), twice, ()))
    assert len(made.exchanges) == 1 and made.head.n_claims == 1


def test_copies_stand_under_their_original() -> None:
    sources = make_brief(s.records()).sources
    assert [source.source_id for source in sources] == ["first", "other", "spat"]
    (copy,) = sources[0].copies
    assert (copy.source_id, copy.kind, copy.score, copy.reason) == ("copy", "spun", 0.9, "the wording is machine-spun")


def test_actors_by_their_part_in_events() -> None:
    made = {a.name: a for a in make_brief(s.records()).actors}
    li = made["Li Shangfu"]
    assert (li.n_events, li.n_as_actor, li.n_as_recipient) == (2, 2, 0)
    assert li.office == "Minister of National Defense of China" and li.country == ""
    assert made["Tan Kefei"].n_as_claimant == 1 and made["Tan Kefei"].country == "China"


def test_what_reports_differ_on_is_told() -> None:
    conflict = Conflict("place", (("Minsk", ("first",)), ("Moscow", ("copy",))))
    made = make_brief(s.records(events=(s.event(s.PLANNED, s.SPUN, conflicts=(conflict,)),)))
    assert made.stories[0].lines[0].conflicts == ("place: Minsk; Moscow",)


def test_lines_that_read_the_same_are_one_and_the_rest_is_counted() -> None:
    text = " ".join(f"Li Shangfu arrived in Rus, and day {i} went by." for i in range(30))
    long = f.report(text, "long", "", date(2023, 8, 14))
    told = [
        f.Told(f"Li Shangfu arrived in Rus, and day {i} went by.", "arrived", "CONSULT", ((s.LI, "Li Shangfu"),),
               ((s.RUSSIA, "Rus"),), f.days(date(2023, 8, 1 + i % 15)), mode="visit")
        for i in range(30)
    ]  # fmt: skip
    mentions = [s.mention(long, one, i) for i, one in enumerate(told)]
    story = replace(s.STORIES[0], source_ids=("long",), n_independent=1)
    made = make_brief(s.records((long,), mentions, [s.event(m) for m in mentions], (), (story,)))
    assert len(made.stories[0].lines) + made.stories[0].more == 15
    assert made.stories[0].hint == "dragoman events --source long"
    assert made.stories[0].more > 0


def test_events_of_no_story_are_not_lost() -> None:
    parts = make_brief(s.records(stories=())).stories
    assert [part.title for part in parts] == ["Other events"]
    assert sum(len(part.lines) + part.more for part in parts) == 4


def test_the_order_of_the_records_changes_nothing() -> None:
    given = s.records()
    turned = BriefInput(*(tuple(reversed(getattr(given, name))) for name in BriefInput.__dataclass_fields__))
    assert make_brief(turned) == make_brief(given)


def test_an_empty_archive_makes_an_empty_brief() -> None:
    made = make_brief(BriefInput((), (), (), (), (), (), ()))
    assert made.head.n_reports == 0 and made.stories == () and made.sources == ()
