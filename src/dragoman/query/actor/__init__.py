"""One actor: whom a name means, and all that the archive and the tables know of it."""

from dragoman.query.actor.find import Fit, find, none_fits, the_one, which_one
from dragoman.query.actor.model import ActorPage, page_record
from dragoman.query.actor.page import actor_page

__all__ = ["ActorPage", "Fit", "actor_page", "find", "none_fits", "page_record", "the_one", "which_one"]
