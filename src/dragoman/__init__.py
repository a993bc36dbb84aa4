"""Dragoman: political events from English news reports, each cell with its evidence."""

__version__ = "0.1.0"
