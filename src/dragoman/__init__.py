"""Dragoman: political events from English news reports, each cell with its evidence.

>>> import dragoman
>>> with dragoman.open("news.sqlite") as archive:      # doctest: +SKIP
...     archive.add("reports/")
...     archive.events(actor="China", event_type="CONSULT")
...     archive.to_pandas("events")
"""

from dragoman.api import Corpus, open

__version__ = "0.1.0"

__all__ = ["Corpus", "__version__", "open"]
