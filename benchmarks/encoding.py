"""How many sentences a second the encoder reads."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from dragoman.annotate import load_parser
from dragoman.clean import clean
from dragoman.coding.encoder import encoder
from dragoman.types.report import Rejected, Report

REPORTS = 30


def encoder_speed(reports: Sequence[Report]) -> str:
    """Sentences a second in one process and in two at once, models loaded."""
    texts = [p.text for r in reports[:REPORTS] if not isinstance(c := clean(r), Rejected) for p in c.passages]
    sentences = [s.text for doc in load_parser().parse(texts) for s in doc.sents]
    one = len(sentences) / read_all(sentences)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(read_all, [sentences[:5]] * 4))
        began = time.perf_counter()
        list(pool.map(read_all, [sentences, sentences]))
        two = 2 * len(sentences) / (time.perf_counter() - began)
    return f"{one:.0f} sentences/s in one process, {two:.0f} in two"


def read_all(sentences: list[str]) -> float:
    """Reads sentences; the seconds that it took."""
    encoder()
    began = time.perf_counter()
    for sentence in sentences:
        encoder().read(sentence)
    return time.perf_counter() - began
