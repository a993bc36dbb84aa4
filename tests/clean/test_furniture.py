"""Page furniture out, the report's own lines kept."""

import pytest
from clean.helpers import body, cleaned, removed

LEAD = "The foreign minister of Ghana arrived in Lomé on Tuesday for two days of talks on the border."
MORE = "Officials of both sides said that a joint patrol would begin its work before the end of the rainy season."

FURNITURE = [
    "Source link",
    "[ad_1]",
    "Advertisement",
    "ADVERTISEMENT",
    "- Advertisement -",
    "Story continues below",
    "Article continues after this advertisement",
    "Video Embed",
    "Share this article",
    "Facebook Twitter WhatsApp Email",
    "Share | Tweet | Print",
    "12 shares",
    "Sign up for our newsletter",
    "Subscribe to our daily briefing and never miss a story.",
    "Get the latest news delivered to your inbox",
    "Photo: Ama Boateng/Reuters",
    "Getty Images",
    "A trader waits at the crossing near Aflao. (Photo by Kofi Mensah)",
    "HN9XqUMiCP8pEQf.png",
    "border crossing 12.JPG",
    "https://example.org/a/b?c=d",
    "3/16 2009 A boy sells oranges at the crossing near Aflao. (Volta Region, May 2, 2009)",
    "READ MORE: Togo opens new port",
    "Read more about the border here",
    "Also read: Five facts on Aflao",
    "Follow us on Twitter",
    "Follow Ama Boateng on X: @amaboateng",
    "@amaboateng @kofimensah",
    "Tags: Ghana, Togo, border",
    "#ghana #togo",
    "© 2021 Example Media. All rights reserved.",
    "Copyright 2021 Example Media",
    "Updated 3:15 PM",
    "Published 10:04 GMT, 12 May 2021",
    "2 hours ago",
    "5 min read",
    "We use cookies to give you the best experience on our website.",
    "Accept all cookies",
    "Your email address will not be published. Required fields are marked *",
    "Comments are closed.",
    "Skip to main content",
    "Home > World > Africa",
    "* * *",
    "TOGO OPENS NEW CONTAINER PORT IN LOME",
    "This story was originally published by Example Daily.",
    "Click here to watch the interview",
    "Media playback is unsupported on your device",
    "Log in to comment",
    "Most read in Africa",
    "Trending now",
    "Ama Boateng/The Example",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_furniture_goes_and_is_told(line: str) -> None:
    result = cleaned(f"{LEAD}\n{line}\n{MORE}")
    assert body(result) == [LEAD, MORE]
    assert [text.strip() for _, text in removed(result)] == [line]


KEPT = [
    "Follow-up talks were held in Accra on Friday.",
    "Share prices in Lagos fell after the announcement, traders said.",
    "Copyright law was the subject of the second round of talks in Geneva.",
    "Video footage showed soldiers entering the compound at dawn.",
    "Photographs of the dead were shown on state television, angering families.",
    "Advertisement spending by the ruling party doubled, the commission found.",
    "Sign language interpreters were at the summit for the first time.",
    "Subscribers of the state telephone company were cut off for a week.",
    "Comments by the president drew a protest from Nairobi.",
    "Source close to the talks said that the deal was dead.",
    "The cookie factory was shelled again overnight, killing two workers.",
    "Sources said the general had left the country.",
    "Tags were put on the ears of the seized cattle, police said.",
    "He wrote on Twitter that the army would stay.",
    "Published reports said that six people had been killed.",
    "At 10:13 p.m., the rebels entered the city.",
    "“WE WILL NOT LEAVE THIS SQUARE,” THE BANNER SAID.",
    "The hotline, cut in 2016, works again.",
    "By Monday, the rebels had taken the airport.",
    "The image, captured near midnight, contributed to the anger in the capital.",
]


@pytest.mark.parametrize("line", KEPT)
def test_a_sentence_of_the_report_stays(line: str) -> None:
    kept = body(cleaned(f"{LEAD}\n{line}\n{MORE}"))
    assert kept == [LEAD, line.replace("“", '"').replace("”", '"'), MORE]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Source: www.example.org", "example.org"),
        ("Source: https://www.example.org/world/a-1.html", "example.org"),
        ("CLICK HERE TO READ MORE FROM THE EXAMPLE TIMES", "The Example Times"),
        ("This article was originally published in Example Daily.", "Example Daily"),
        ("Source: Example Daily", "Example Daily"),
    ],
)
def test_furniture_that_names_the_publisher(line: str, publisher: str) -> None:
    assert cleaned(f"{LEAD}\n{MORE}\n{line}").report.publisher == publisher


def test_a_given_publisher_stays() -> None:
    from dragoman.clean import clean
    from dragoman.types.report import Report
    from dragoman.types.text import CleanText

    result = clean(Report("r", f"{LEAD}\nSource: www.example.org", publisher="Example"))
    assert isinstance(result, CleanText) and result.report.publisher == "Example"


def test_a_list_of_links_goes_with_its_heading() -> None:
    links = "Related stories\nTogo opens new port\nFive facts on the border\nWho is the new minister?"
    result = cleaned(f"{LEAD}\n{MORE}\n{links}")
    assert body(result)[:2] == [LEAD, MORE]
    assert [text for _, text in removed(result)][:3] == links.split("\n")[:3]


def test_furniture_inside_a_line_goes_alone() -> None:
    result = cleaned("The talks failed. [ad_1] The envoy left <b>at once</b>. pic.twitter.com/abc123")
    assert body(result) == ["The talks failed. The envoy left at once."]
    assert {rule for rule, _ in removed(result)} == {"ad-tag", "html-tag", "picture-link"}


def test_a_credit_glued_to_its_caption_goes() -> None:
    assert body(cleaned("Getty Images People wait at the crossing. Hide Caption 4 of 12")) == [
        "People wait at the crossing."
    ]
    assert body(cleaned("Reuters first reported on the offer.")) == ["Reuters first reported on the offer."]


def test_editorial_brackets_stay() -> None:
    text = "“We are picking [up] parts,” he said. “[In] the field we found more.”"
    assert body(cleaned(text)) == ['"We are picking [up] parts," he said. "[In] the field we found more."']


def test_the_title_again_and_a_paragraph_again_go() -> None:
    result = cleaned(f"Minister arrives in Lomé\n{LEAD}\n{MORE}\n{LEAD}", title="Minister Arrives in Lomé")
    assert body(result) == [LEAD, MORE]
    assert [rule for rule, _ in removed(result)] == ["repeated-title", "repeated-line"]


def test_a_text_all_in_capitals_is_no_furniture() -> None:
    lines = ["THE MINISTER ARRIVED IN LOME TODAY", "TALKS ON THE BORDER BEGAN AT NOON", "A PATROL IS PLANNED"]
    assert body(cleaned("\n".join(lines))) == lines


def test_a_picture_s_credit_goes_and_its_caption_stays() -> None:
    caption = "The ferry lay off Lomé for three days before the coast guard let its passengers go on land again."
    result = cleaned(f"Image copyright AFP Image caption {caption}\nThe image copyright law is disputed.")
    assert body(result) == [caption, "The image copyright law is disputed."]
