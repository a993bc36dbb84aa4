"""A brief as text, Markdown or an HTML page."""

from dragoman.brief.html_page import html_page
from dragoman.brief.markdown import markdown
from dragoman.brief.model import Brief
from dragoman.brief.plain import plain
from dragoman.errors import UsageError

_FORMATS = {"text": plain, "markdown": markdown, "html": html_page}


def render(brief: Brief, form: str) -> str:
    """The brief as "text" (for a terminal, 100 columns), "markdown" or "html" (one page that needs nothing else).

    Raises UsageError for another format.
    """
    if form not in _FORMATS:
        raise UsageError(f"no format {form!r}: choose from {', '.join(_FORMATS)}")
    return _FORMATS[form](brief)
