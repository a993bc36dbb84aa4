"""Values as the outside sees them: the contract's records, and files of them for other programs."""

from dragoman.export.columns import What
from dragoman.export.write import FORMATS, Format, to_line, write_records

__all__ = ["FORMATS", "Format", "What", "to_line", "write_records"]
