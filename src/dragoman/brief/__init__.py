"""What an archive says, for a reader who has two minutes; each line leads to its evidence."""

from dragoman.brief.make import make_brief
from dragoman.brief.model import Brief
from dragoman.brief.records import BriefInput
from dragoman.brief.render import render

__all__ = ["Brief", "BriefInput", "make_brief", "render"]
