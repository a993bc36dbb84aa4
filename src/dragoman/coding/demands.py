"""Demands that no verb of asking tells: "the envoy said that Britain should take its citizens back"."""

from collections.abc import Iterator

from dragoman.coding import clause
from dragoman.coding.saying import SAYING
from dragoman.coding.view import View
from dragoman.types.coded import CodedEvent
from dragoman.types.text import Token

_DEONTIC = {"should", "must", "ought"}
_NOT_ASKED = {"it", "there", "this", "that", "what", "which"}


def demands(view: View) -> Iterator[CodedEvent]:
    """A REQUEST for each statement that another party should or must do something."""
    for verb in view.sentence.tokens:
        if verb.pos == "VERB" and verb.lemma in SAYING:
            for child in clause.children(view.sentence, verb.index, "ccomp"):
                modal = _modal(view, child)
                if modal is not None and (event := _demand(view, verb, child, modal)) is not None:
                    yield event


def _modal(view: View, child: int) -> Token | None:
    helpers = (view.token(c) for c in clause.children(view.sentence, child, "aux"))
    return next((t for t in helpers if t.text.lower() in _DEONTIC), None)


def _demand(view: View, verb: Token, child: int, modal: Token) -> CodedEvent | None:
    speakers = view.at_all(clause.children(view.sentence, verb.index, "nsubj"))
    asked = clause.children(view.sentence, child, "nsubj", "nsubjpass")
    own = {m.actor.actor_id for m in speakers}
    others = tuple(m for m in view.at_all(asked) if m.actor.actor_id not in own)
    if not speakers or not others or any(view.token(a).text.lower() in _NOT_ASKED for a in asked):
        return None
    return CodedEvent(
        sentence=view.sentence.index,
        trigger=modal.index,
        words=(modal.index,),
        event_type="REQUEST",
        event_mode="",
        actors=speakers,
        recipients=others,
        rule=f"REQUEST: {verb.lemma} that another {modal.text.lower()}",
        score=3.0,
        said=True,
    )
