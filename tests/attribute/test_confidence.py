"""How sure a coding is, by itself and in its report."""

from hypothesis import given
from hypothesis import strategies as st
from reading import events

from dragoman.attribute.confidence import confidence_in

SURE = st.integers(1, 99).map(lambda n: n / 100)
THIN = st.floats(0, 2)
TALKS = "France condemned Mali on Monday for expelling its ambassador."
GOALS = (
    "The striker scored twice in the second half. The midfielder missed a penalty. The goalkeeper saved the match. "
    "The coach praised his squad after the final whistle. The league is still open. The team plays a derby on Sunday."
)


@given(SURE)
def test_a_report_of_public_affairs_takes_nothing_away(sure: float) -> None:
    assert confidence_in(sure, 0.0) == sure


@given(SURE, THIN, THIN)
def test_the_thinner_the_report_the_less_sure(sure: float, one: float, other: float) -> None:
    assert confidence_in(sure, max(one, other)) <= confidence_in(sure, min(one, other)) <= sure


def test_the_same_sentence_is_less_sure_among_goals() -> None:
    alone, among = ({e.event_type: e.confidence for e in events(text)} for text in (TALKS, f"{TALKS} {GOALS}"))
    assert among["ACCUSE"] < alone["ACCUSE"] - 0.1
