"""Signs put right, and led back."""

import pytest
from clean.helpers import body, cleaned


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("China\u2019s \u201cview\u201d", 'China\'s "view"'),
        ("pro\u00adtest\u200bers", "protesters"),
        ("the\u00a0UN  and\tNATO", "the UN and NATO"),
        ("Trade &amp; Aid &quot;now&quot; &#8217;s&nbsp;end", 'Trade & Aid "now" \'s end'),
        ("\ufb01re at the \ufb02eet", "fire at the fleet"),
        ("He left.The army stayed", "He left. The army stayed"),
        ("It was \u201cover.\u201dThe army stayed", 'It was "over." The army stayed'),
        ('He said: "It is over."The army stayed', 'He said: "It is over." The army stayed'),
        ('He left."We stay" was the answer', 'He left. "We stay" was the answer'),
        ("``Never'' was the answer", '"Never" was the answer'),
        ("The U.S.Army and node.js at 3.5", "The U.S.Army and node.js at 3.5"),
        ("AT&T and R&D; &unknown; &", "AT&T and R&D; &unknown; &"),
        ("long\u2011range", "long-range"),
        ("It was late \u2014 too late\u2026", "It was late \u2014 too late\u2026"),
    ],
)
def test_signs(source: str, text: str) -> None:
    assert body(cleaned(source)) == [text]


def test_a_word_with_a_soft_hyphen_leads_back_to_all_of_it() -> None:
    passage = cleaned("The pro\u00adtest ended.").passages[0]
    start = passage.text.index("protest")
    assert passage.span(start, start + 7).text == "pro\u00adtest"


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    lines = [
        "The two governments agreed on Tuesday to open the crossing that has",
        "been closed since the spring floods, officials said after a meeting",
        "in the border town of Mandera.",
    ]
    text = "\n".join(lines) + "\n\nTraders said they had heard such promises before. They would wait for the trucks."
    assert body(cleaned(text))[0] == " ".join(lines)
    assert len(body(cleaned(text))) == 2


def test_short_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    lines = ["The two governments agreed to open the crossing, officials said.", "Traders said they would wait for it."]
    assert body(cleaned("\n".join(lines))) == lines
