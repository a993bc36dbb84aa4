"""A report explained: what was coded and why, what was weighed and turned down."""

from dragoman.explain import ExplainedSentence, explain
from dragoman.pipeline import CodedReport, code_report
from dragoman.settings import Settings
from dragoman.types.report import Rejected, Report

TEXT = (
    "Kenya accused Uganda of arming rebels on Friday. Shares in Nairobi struck a record high. "
    "Uganda's foreign ministry denied the accusation."
)


def explained(text: str = TEXT) -> tuple[ExplainedSentence, ...]:
    told = explain(Report("r", text), Settings())
    assert not isinstance(told, Rejected)
    return told


def test_each_coded_event_is_told_with_its_reason() -> None:
    coded = code_report(Report("r", TEXT), Settings())
    assert isinstance(coded, CodedReport)
    shown = [w for s in explained() for w in s.weighed if w.coded]
    assert {w.start for w in shown} == {m.trigger.start for m in coded.attributed.events}
    assert all(w.reason and w.why for w in shown)
    assert any(w.coded.startswith("ACCUSE") and "Kenya → Uganda" in w.coded for w in shown)


def test_words_lead_to_their_characters() -> None:
    for sentence in explained():
        for weighed in sentence.weighed:
            assert TEXT[weighed.start : weighed.end] == weighed.word


def test_what_was_turned_down_says_why() -> None:
    turned_down = [w for s in explained() for w in s.weighed if not w.coded]
    assert all(w.reason for w in turned_down)
    assert "struck" not in {w.word for s in explained() for w in s.weighed if w.coded}


def test_parties_are_shown_with_country() -> None:
    assert any("Kenya (KEN" in party for s in explained() for party in s.parties)


def test_a_pronoun_shows_whom_else_it_might_mean() -> None:
    text = "Sergei Shoigu met Li Shangfu in Moscow. He accused Washington of arming rebels."
    (party,) = [p for s in explained(text) for p in s.parties if p.startswith("He =")]
    assert party.startswith("He = Sergei Shoigu")
    assert "Li Shangfu 0." in party
    assert party.endswith("]")


def test_a_report_that_can_not_be_coded_is_rejected() -> None:
    assert isinstance(explain(Report("r", " "), Settings()), Rejected)


def test_a_private_matter_is_turned_down_as_one() -> None:
    told = explained("Norlink raised its bid for a rival, Semtara, on Monday. Its board rejected Norlink's offer.")
    reasons = {w.reason for s in told for w in s.weighed if not w.coded}
    assert "a private matter in a report of private affairs" in reasons
