"""Short ways to clean a text and look at what came of it."""

from dragoman.clean import clean
from dragoman.types.report import Published, Report
from dragoman.types.text import CleanText


def cleaned(text: str, title: str = "", published: Published | None = None) -> CleanText:
    """The clean text of a report that isn't rejected."""
    result = clean(Report("r", text, title=title, published=published or Published()))
    assert isinstance(result, CleanText), result
    return result


def body(result: CleanText) -> list[str]:
    """The passages of the text, the title left out."""
    return [passage.text for passage in result.passages if passage.field == "text"]


def restored(result: CleanText) -> list[tuple[str, str]]:
    """What spun wording was found, and what stands in its place."""
    return [
        (passage.source[piece.source_start : piece.source_end], passage.text[piece.start : piece.end])
        for passage in result.passages
        for piece in passage.pieces
        if piece.restored and piece.rule != "typography"
    ]


def removed(result: CleanText) -> list[tuple[str, str]]:
    """What was taken out, with the rule that did it."""
    sources = {"title": result.report.title, "text": result.report.text}
    return [(r.rule, sources[r.field][r.start : r.end]) for r in result.removed]
