"""HTML elements. Whatever isn't an element already is text and is escaped."""

from html import escape

from dragoman.brief.wording import verbatim


class Html(str):
    """Markup that needs no more escaping."""

    __slots__ = ()


def tag(name: str, *children: str, **attributes: str) -> Html:
    """``<name ...>children</name>``. ``class_`` stands for class, ``a_b`` for a-b; '' leaves an attribute out."""
    named = ((key.strip("_").replace("_", "-"), value) for key, value in attributes.items() if value)
    given = "".join(f' {key}="{escape(verbatim(value))}"' for key, value in named)
    return Html(f"<{name}{given}>{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Elements and texts one after the other."""
    return Html("".join(text if isinstance(text, Html) else escape(verbatim(text)) for text in children))
