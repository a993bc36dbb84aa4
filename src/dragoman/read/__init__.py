"""Reading: files, feeds, web archives and standard input to reports.

``read_paths`` reads what is given, ``read_raw`` reads kept bytes again. Neither raises anything for bad input: it
comes back as ``Rejected``, with its place and the reason, and the rest goes on.
"""

from dragoman.read.limits import Limits
from dragoman.read.run import read_paths, read_raw

__all__ = ["Limits", "read_paths", "read_raw"]
