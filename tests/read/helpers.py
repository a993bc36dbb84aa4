"""What the tests of reading share."""

from collections.abc import Callable

from dragoman.types.report import ReadReport, Rejected, Report

Outcome = list[ReadReport | Rejected]
ReadBytes = Callable[..., Outcome]

PROSE = (
    "The foreign minister of Chile met his counterpart from Peru in Arica on Thursday and said that the two"
    " countries would reopen the border. They agreed to meet again in the spring."
)


def reports(outcome: Outcome) -> list[Report]:
    return [one.report for one in outcome if isinstance(one, ReadReport)]


def reasons(outcome: Outcome) -> list[str]:
    return [one.reason for one in outcome if isinstance(one, Rejected)]


def only_reason(outcome: Outcome) -> str:
    """The reason of a rejection that is all that came out."""
    (reason,) = reasons(outcome)
    assert not reports(outcome)
    return reason


def only_report(outcome: Outcome) -> Report:
    assert not reasons(outcome)
    (report,) = reports(outcome)
    return report
