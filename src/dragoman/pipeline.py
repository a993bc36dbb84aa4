"""The order of the run: clean, annotate, resolve, code, attribute. The only module that imports all stages."""

from dataclasses import dataclass
from functools import cache

from dragoman.annotate import annotate, load_parser
from dragoman.attribute import Labels, attribute
from dragoman.clean import clean
from dragoman.coding import code, contexts_of_event, intensity_of, lexicon, model_version
from dragoman.ontology.plover import quad_of
from dragoman.ontology.tables import data_version
from dragoman.resolve import resolve
from dragoman.settings import Settings
from dragoman.store.entry import report_id_of
from dragoman.types.attributed import Attributed
from dragoman.types.coded import CodedEvent
from dragoman.types.report import Rejected, Report
from dragoman.types.resolved import ResolvedText
from dragoman.version import __version__


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report with all that was found in it."""

    resolved: ResolvedText
    attributed: Attributed


def code_report(report: Report, settings: Settings) -> CodedReport | Rejected:
    """Codes one report. One that has no text left after cleaning is rejected with its reason."""
    cleaned = clean(report)
    if isinstance(cleaned, Rejected):
        return cleaned
    annotated = annotate(cleaned, load_parser(settings.spacy_model))
    resolved = resolve(annotated)
    coded = code(resolved)
    labels = [_labels(resolved, event) for event in coded]
    return CodedReport(resolved, attribute(resolved, coded, labels, report_id_of(report), coder_name()))


def _labels(resolved: ResolvedText, event: CodedEvent) -> Labels:
    sentence = resolved.annotated.sentences[event.sentence]
    text = resolved.annotated.clean.passages[sentence.passage].text[sentence.start : sentence.end]
    intensity = intensity_of(event.event_type, event.event_mode)
    return Labels(contexts_of_event(text, event), quad_of(event.event_type), intensity)


@cache
def coder_name() -> str:
    """Name and version of the coder, with the version of the data it rests on."""
    return f"dragoman {__version__} (lexicon {len(lexicon())}, encoder {model_version()}, data {data_version()})"
