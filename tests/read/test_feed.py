from datetime import date

import pytest

from dragoman.read import Limits
from dragoman.types.report import Published
from tests.read.helpers import PROSE, ReadBytes, only_reason, only_report, reasons, reports

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def rss(items: str) -> bytes:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'{HEAD}<rss version="2.0" {spaces}><channel><title>Lake Post</title>{items}</channel></rss>'.encode()


def test_rss(read_bytes: ReadBytes) -> None:
    item = (
        "<item><title>Border &amp;amp; trade</title><link>https://example.org/1</link>"
        "<dc:creator>Ana Rojas</dc:creator>"
        "<pubDate>Thu, 07 Mar 2019 23:10:00 -0300</pubDate><description>Short.</description>"
        f"<content:encoded><![CDATA[<p>{PROSE}</p><ul><li>One &mdash; two</li></ul><script>x()</script>]]>"
        "</content:encoded></item>"
    )
    report = only_report(read_bytes("a.xml", rss(item)))
    assert report.text == f"{PROSE}\nOne — two"
    assert (report.title, report.url, report.byline) == ("Border & trade", "https://example.org/1", "Ana Rojas")
    assert (report.publisher, report.source_id) == ("Lake Post", "a.xml:1")
    assert report.published == Published(date(2019, 3, 7), "page")


def test_atom(read_bytes: ReadBytes) -> None:
    data = (
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Post</title>'
        "<entry><id>tag:example.org,2019:1</id>"
        '<title type="html">Border &lt;b&gt;reopens&lt;/b&gt;</title><link rel="self" href="https://example.org/self"/>'
        '<link href="https://example.org/1"/><published>2019-03-07T10:00:00Z</published>'
        "<author><name>Ana Rojas</name></author><summary>Short.</summary>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p><p>The end.</p></div></content>'
        "</entry></feed>"
    )
    report = only_report(read_bytes("a.atom", data.encode()))
    assert report.text == f"{PROSE}\nThe end."
    assert (report.source_id, report.title) == ("tag:example.org,2019:1", "Border reopens")
    assert (report.url, report.byline, report.publisher) == ("https://example.org/1", "Ana Rojas", "Lake Post")
    assert report.published == Published(date(2019, 3, 7), "page")


def test_an_entry_without_text_is_rejected_and_the_rest_goes_on(read_bytes: ReadBytes) -> None:
    good = f"<item><description>{PROSE}</description></item>"
    outcome = read_bytes("a.rss", rss(f"{good}<item><title>Only a title</title></item>{good}"))
    assert [report.source_id for report in reports(outcome)] == ["a.rss:1", "a.rss:3"]
    assert "text is empty" in reasons(outcome)[0]


def test_a_cut_off_feed_is_read_as_far_as_it_goes(read_bytes: ReadBytes) -> None:
    data = rss(f"<item><description>{PROSE}</description></item>" * 3)
    outcome = read_bytes("a.rss", data[: data.rindex(b"<item>")])
    assert len(reports(outcome)) == 2
    assert "cut off" in reasons(outcome)[0]


def test_html_entities_and_stray_ampersands(read_bytes: ReadBytes) -> None:
    outcome = read_bytes("a.rss", rss(f"<item><description>{PROSE}&nbsp;Bed & board&eacute;.</description></item>"))
    assert "boardé." in only_report(outcome).text


def test_entities_of_a_dtd_are_not_expanded(read_bytes: ReadBytes, tmp_path: object) -> None:
    secret = f"{tmp_path}/secret.txt"
    with open(secret, "w") as file:
        file.write("the secret words")
    inner = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{inner}<!ENTITY x SYSTEM "file://{secret}">]>'
    data = f"{HEAD}{dtd}<rss><channel><item><description>{PROSE} &x; &l9;</description></item></channel></rss>"
    report = reports(read_bytes("a.rss", data.encode()))[0]
    assert "secret" not in report.text
    assert len(report.text) < 1000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html><body><p>Hello</p></body></html>", "no RSS or Atom feed"),
        (b"<?xml version='1.0'?><data/>", "no RSS or Atom feed"),
        (b"not xml at all", "no RSS or Atom feed"),
        (rss(""), "no entries"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
    ],
)
def test_what_is_no_feed(read_bytes: ReadBytes, data: bytes, reason: str) -> None:
    assert reason in only_reason(read_bytes("a.xml", data))


def test_a_feed_over_the_limit(read_bytes: ReadBytes) -> None:
    assert "more than 1,000 bytes" in only_reason(read_bytes("a.rss", rss("x" * 2000), limits=Limits(feed_bytes=1000)))


@pytest.mark.parametrize(
    "items",
    [
        "<item><description>" * 20_000,
        "<item><author>" + "a." * 300_000 + f"</author><description>{PROSE}</description></item>",
        "<item><description>" + "word &lt;b " * 50_000 + "</description></item>",
        "<item " + " ".join(f"a{n}='x'" for n in range(50_000)) + f"><description>{PROSE}</description></item>",
    ],
)
def test_hostile_feeds_end_soon(read_bytes: ReadBytes, items: str) -> None:
    assert read_bytes("a.rss", rss(items))
