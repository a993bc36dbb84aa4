"""Dragoman: political events from English news reports, each cell with its evidence.

>>> import dragoman
>>> with dragoman.open("news.sqlite") as archive:      # doctest: +SKIP
...     archive.add("reports/")
...     archive.events(actor="China", event_type="CONSULT")
...     archive.to_pandas("events")
"""

from dragoman.api import Corpus, open
from dragoman.version import __version__

__all__ = ["Corpus", "__version__", "open"]
