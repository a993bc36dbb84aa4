"""What holds for every text, whatever is in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.clean import clean
from dragoman.types.report import Rejected, Report
from dragoman.types.text import CleanText, Passage

SCRAPS = [
    "[ad_1]",
    "MINSK, Feb. 28 (BelTA) - ",
    "By Anna Kovacs",
    "China\u2019s protection minister, Sergei Ok. Shoigu, held a name along with his counterpart final month.",
    "\u201cOppose the Chilly Struggle,\u201d he mentioned in an announcement.",
    "Advertisement",
    "the go to to Chinese language officers",
    "pro\u00adtest\u200b",
    "&amp;&quot;&nbsp;&#8217;&shy;",
    "The police said.The army",
    "  \t ",
    "\u00a0\u00a0",
    "Source: www.example.org",
    "READ MORE: SOMETHING ELSE ENTIRELY",
    "<p>",
    "<br/>",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\x00",
    "Safety Council",
    "Worldwide Legal Court docket",
    "go to [ad_2] to",
    "September, Friday 20, 2024",
    "\ufb01re",
    "``quoted''",
    ". ",
    "\u2014 ",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=12)), max_size=25).map("".join),
    st.lists(st.sampled_from(SCRAPS), max_size=25).map(" ".join),
)


def pieces_hold(passage: Passage) -> None:
    """Pieces lie end to end over the passage and in order over the source; unrestored ones are the same characters."""
    at = source_at = 0
    for piece in passage.pieces:
        assert piece.start == at and piece.source_start >= source_at
        assert piece.end >= piece.start and piece.source_end >= piece.source_start
        at, source_at = piece.end, piece.source_end
        said = passage.source[piece.source_start : piece.source_end]
        if not piece.restored:
            assert said == passage.text[piece.start : piece.end]
            assert piece.rule == "" and piece.end > piece.start
        else:
            assert piece.rule and said
    assert at == len(passage.text)


def covered_once(result: CleanText) -> None:
    """Kept and removed stretches don't overlap and leave no character out that shows."""
    for field, source in (("title", result.report.title), ("text", result.report.text)):
        seen = [0] * len(source)
        stretches = [(r.start, r.end) for r in result.removed if r.field == field]
        for passage in result.passages:
            if passage.field == field:
                stretches += [(piece.source_start, piece.source_end) for piece in passage.pieces]
        for start, end in stretches:
            assert 0 <= start <= end <= len(source)
            for place in range(start, end):
                seen[place] += 1
        assert all(times <= 1 for times in seen)
        assert all(times == 1 or sign.isspace() for times, sign in zip(seen, source, strict=True))


@settings(max_examples=400, deadline=None)
@given(text=texts, title=st.one_of(st.just(""), texts))
def test_every_character_is_kept_or_removed_and_leads_back(text: str, title: str) -> None:
    result = clean(Report("r", text, title=title))
    if isinstance(result, Rejected):
        assert result.reason and result.source_id == "r"
        return
    assert any(passage.field == "text" for passage in result.passages)
    for passage in result.passages:
        pieces_hold(passage)
        assert passage.text.strip() and passage.text == passage.text.strip()
    covered_once(result)


@settings(max_examples=150, deadline=None)
@given(text=texts, data=st.data())
def test_spans_are_verbatim(text: str, data: st.DataObject) -> None:
    result = clean(Report("r", text))
    if isinstance(result, Rejected):
        return
    passage = data.draw(st.sampled_from(result.passages))
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    span = passage.span(start, end)
    assert text[span.start : span.end] == span.text
    assert span.end > span.start


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert clean(Report("r", text)) == clean(Report("r", text))
