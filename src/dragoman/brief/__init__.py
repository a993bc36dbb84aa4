"""What an archive says, for a reader who has two minutes; each line leads to its evidence."""

from dragoman.brief.make import SHORT, Length, make_brief
from dragoman.brief.model import Brief
from dragoman.brief.records import BriefInput
from dragoman.brief.render import render

__all__ = ["SHORT", "Brief", "BriefInput", "Length", "make_brief", "render"]
