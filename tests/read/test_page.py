from datetime import date

import pytest

from dragoman.errors import BadReport
from dragoman.read import Limits, read_raw
from dragoman.read.article import extract
from dragoman.types.report import Published
from tests.read.helpers import PROSE, ReadBytes, only_reason, only_report

MORE = (
    "Traders in Tacna welcomed the decision. The crossing had been closed for two years, and many of them had lost"
    " most of their income, the chamber of commerce said."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Border reopens - Lake Post</title>
<meta property="og:site_name" content="Lake Post"><link rel="canonical" href="https://www.example.org/world/border">
<meta name="author" content="Ana Rojas"><meta property="article:published_time" content="2019-03-07T10:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Border reopens</h1>
<p>{PROSE}</p><h2>What traders say</h2><p>{MORE}</p></article>
<div class="comments"><p>I have never read anything like this before, well done to all.</p></div>
<footer>© Lake Post</footer></body></html>"""


def test_text_and_metadata(read_bytes: ReadBytes) -> None:
    report = only_report(read_bytes("a.html", PAGE.encode()))
    assert report.text == f"{PROSE}\nWhat traders say\n{MORE}"
    assert (report.title, report.publisher, report.byline) == ("Border reopens", "Lake Post", "Ana Rojas")
    assert report.url == "https://www.example.org/world/border"
    assert report.published == Published(date(2019, 3, 7), "page")


def test_the_callers_date_goes_before_the_pages(read_bytes: ReadBytes) -> None:
    given = Published(date(2019, 3, 8), "given")
    assert only_report(read_bytes("a.html", PAGE.encode(), published=given)).published == given


def test_the_host_stands_in_for_a_missing_site_name() -> None:
    page = extract(PAGE.replace("og:site_name", "og:nothing"), "", Limits())
    assert page.publisher.casefold() in ("example.org", "www.example.org")


def test_a_date_in_the_url() -> None:
    html = f"<html><body><article><p>{PROSE}</p></article></body></html>"
    assert extract(html, "https://example.org/world/2019/mar/07/border", Limits()).published == date(2019, 3, 7)
    assert extract(html, "https://example.org/world/border", Limits()).published is None


def test_raw_reads_to_the_same_report(read_bytes: ReadBytes) -> None:
    (read,) = read_bytes("a.html", PAGE.encode("utf-16"))
    assert read_raw(read.raw, "a.html", origin=read.report.origin) == read


def test_declared_encoding(read_bytes: ReadBytes) -> None:
    page = PAGE.replace("utf-8", "iso-8859-2").replace("Tacna", "Gdańsk").replace("©", "").encode("iso8859-2")
    assert "Gdańsk" in only_report(read_bytes("a.html", page)).text


def test_an_article_in_chunks_is_put_together() -> None:
    chunk = '<div class="grid"><div class="article__body chunk"><p>{}</p></div></div><div class="ad">Buy now</div>'
    paragraphs = [f"Paragraph {number}. {PROSE} {MORE}" for number in range(8)]
    html = f"<html><body><div>{''.join(map(chunk.format, paragraphs))}</div></body></html>"
    assert extract(html, "", Limits()).text.split("\n") == paragraphs


def test_a_list_of_articles_is_not_taken_for_chunks() -> None:
    post = '<article><h2>Title {0}</h2><div class="entry-content"><p>Post {0}. ' + PROSE + "</p></div></article>"
    html = f"<html><body><main>{''.join(map(post.format, range(3)))}</main></body></html>"
    assert "Post 0." in extract(html, "", Limits()).text


def test_a_table_for_layout() -> None:
    html = f"<html><body><table><tr><td><p>{PROSE}</p><p>{MORE}</p></td></tr></table></body></html>"
    assert extract(html, "", Limits()).text == f"{PROSE}\n{MORE}"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><body></body></html>", "no article text"),
        ("<html><body>" + "<div>" * 100_000 + PROSE, "nested too deeply"),
        ("<html><body>" + "<b><p>" * 50_000 + PROSE, "more than 12,000 elements"),
        ("<html><body>" + ("<div>" * 240 + PROSE + "</div>" * 240) * 40, "nested too deeply"),
        ("<html><p " + " ".join(f"a{n}='>'" for n in range(100_000)) + f">{PROSE}", "more than 1,000 attributes"),
        ('<html><!-- <p a="--><p ' + " ".join(f"a{n}" for n in range(100_000)) + f">{PROSE}", "attributes"),
        ("<html><script>'<</script><p " + " ".join(f"a{n}" for n in range(100_000)) + f">{PROSE}", "attributes"),
    ],
)
def test_hostile_pages_are_refused_soon(html: str, reason: str) -> None:
    with pytest.raises(BadReport, match=reason):
        extract(html, "", Limits())


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">' + '{"@type":' * 100_000 + "</script>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"'
        + 'a \\"' * 100_000
        + "</script>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"'
        + "a." * 100_000
        + '"}}</script>',
        '<meta name="author" content="' + "a." * 500_000 + '">',
        "<title>" + " - " * 500_000 + "</title>",
        '<link rel="canonical" href="http://[x">',
    ],
)
def test_hostile_metadata_costs_only_itself(head: str) -> None:
    assert extract(f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>", "", Limits()).text == PROSE


def test_hostile_class_names() -> None:
    html = f'<html><body><div class="{"article-" * 200_000}"><p>{PROSE}</p></div></body></html>'
    assert extract(html, "", Limits()).text == PROSE


def test_a_page_in_another_language(read_bytes: ReadBytes) -> None:
    text = "O ministro das Relações Exteriores encontrou na quinta-feira seu homólogo e disse que a fronteira abrirá."
    html = f"<html><body><article><p>{text}</p></article></body></html>"
    assert only_reason(read_bytes("a.html", html.encode())) == "not English (Portuguese)"
