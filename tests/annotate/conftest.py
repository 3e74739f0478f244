"""The annotator with the models of this machine, loaded once for all tests of the folder."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.run.engines import load_annotator


@pytest.fixture(scope="session")
def annotate() -> Annotate:
    """The annotator as the pipeline loads it."""
    return load_annotator()
