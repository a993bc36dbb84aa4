"""A brief in its three formats."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import factories as f
import pytest
from brief import sample as s
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.brief import BriefInput, make_brief, render
from dragoman.brief.elements import tag
from dragoman.brief.wording import clean
from dragoman.errors import UsageError

FORMATS = ("text", "markdown", "html")
VOID = {"meta", "br", "img", "link", "input"}


class Page(HTMLParser):
    """The elements of a page, and whether they close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_all_sections_and_lines(form: str) -> None:
    text = render(make_brief(s.records()), form)
    flat = " ".join(re.sub(r"\\(?=[^\w\s])", "", text).split()).lower()
    for part in ("4 reports, 3 independent", "is to visit rus and blr", "antony blinken accused chn", "issued a denial",
                 "according to tan kefei", "who denied it", "actors", "sources", "spun copy, 0.90",
                 "minister of national defense of china"):  # fmt: skip
        assert part in flat, part
    assert text.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    assert render(make_brief(s.records()), form) == render(make_brief(s.records()), form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_archive_says_so(form: str) -> None:
    assert "holds no reports yet" in render(make_brief(BriefInput((), (), (), (), (), (), ())), form)


def test_another_format_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        render(make_brief(s.records()), "pdf")


def test_the_page_is_whole_and_loads_nothing() -> None:
    text = render(make_brief(s.records()), "html")
    page = Page(text)
    assert page.open == []
    names = [name for name, _ in page.seen]
    assert not set(names) & {"script", "img", "link", "iframe", "object", "form", "base", "svg"}
    policy = next(a["content"] for n, a in page.seen if n == "meta" and a.get("http-equiv"))
    assert policy is not None and policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert names.count("h1") == 1 and "title" in names and '<html lang="en">' in text
    assert not re.search(r"url\(|@import|\ssrc=|\son\w+=", text.replace("src=x onerror=alert(2)", ""))


def test_links_within_the_page_have_their_targets() -> None:
    page = Page(render(make_brief(s.records()), "html"))
    ids = {a["id"] for _, a in page.seen if a.get("id")}
    assert {a["href"] for n, a in page.seen if n == "a"} == {f"#{i}" for i in ids}


def test_hostile_titles_stay_text() -> None:
    made = make_brief(s.records())
    page = Page(render(made, "html"))
    assert "<script>alert(1)</script>" in page.text
    assert all(not (a.get("href") or "").startswith("javascript:") for _, a in page.seen)
    assert not any(key.startswith("on") for _, a in page.seen for key in a)
    markdown = render(made, "markdown")
    assert not re.search(r"(?<!\\)<(?:script|img)|(?<!\\)\]\(", markdown)
    assert "\x1b" not in render(made, "text") + markdown + render(made, "html")


def test_evidence_opens_with_marks_and_reasons() -> None:
    text = render(make_brief(s.records()), "html")
    assert '<mark class="trigger">visit</mark>' in text and '<mark class="actor">Li Shangfu</mark>' in text
    assert "made for a test" in text and "<details>" in text
    alone = s.records(reports=(s.COPY,), mentions=(s.SPUN,), events=(s.event(s.SPUN),), claims=(), stories=())
    spun = render(make_brief(alone), "html")
    assert "Read as: " in spun and "“go to” for “visit”" in spun


def test_a_long_span_of_days_stands_apart_from_its_sentence() -> None:
    span = replace(s.EVENTS[1], when=f.days(date(2022, 12, 30), date(2023, 1, 2), "week"))
    text = render(make_brief(s.records(events=(span,))), "text")
    assert "30 Dec 2022 – 2 Jan 2023  Li Shangfu" in text


def test_text_keeps_to_its_width() -> None:
    assert max(map(len, render(make_brief(s.records()), "text").split("\n"))) <= 100


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_any_text_comes_back_as_text(content: str, attribute: str) -> None:
    page = Page(tag("p", content, title=attribute))
    assert [name for name, _ in page.seen] == ["p"] and page.open == []
    assert clean(page.text) == clean(content)


@given(st.text())
def test_clean_text_has_no_control_characters(text: str) -> None:
    assert clean(text).isprintable() or all(c.isprintable() or c.isspace() or ord(c) > 127 for c in clean(text))
    assert "\x1b" not in clean(text) and "\n" not in clean(text)
    clean(text).encode("utf-8")
