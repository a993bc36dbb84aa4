"""How much input is too much."""

from dataclasses import dataclass

from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep hostile or broken input from using up memory or time. What exceeds one is rejected.

    Bytes are counted after decompression. ``expansion`` is how many times larger than its compressed form a file
    may become; it is judged after the first 16 MB. ``page_elements`` and ``page_depth`` (the sum of all elements'
    depths) bound the time that a web page takes; large news pages have 1,600 and 18,000.
    Raises UsageError for a limit below 1.
    """

    report_bytes: int = 5_000_000
    report_characters: int = 400_000
    file_bytes: int = 4 * 1024**3
    feed_bytes: int = 5_000_000
    expansion: int = 200
    page_elements: int = 12_000
    page_depth: int = 1_000_000

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) < 1:
                raise UsageError(f"the limit {name} must be at least 1")
