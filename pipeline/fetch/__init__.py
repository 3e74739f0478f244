"""What the user named (files, folders, globs, ``-``, addresses) to sources, or findings that say why there is none.

The shell joins it to the stages like this; a sidecar is read by the stage that knows its schema, so the reader is handed in:

    from pipeline import fetch
    from pipeline.normalize import sidecar

    for each in fetch.gather(arguments, settings=fetch.FetchSettings(), parse_sidecar=sidecar.parse, ...):
        ...  # a Source with its sidecar already attached, or a Finding

A source whose sidecar is wrong is not given out: the sidecar may hold an embargo or a withdrawal.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.fetch.gathering import gather
    from pipeline.fetch.sidecars import ParseSidecar
    from pipeline.fetch.web import Get, Page, Web
    from pipeline.model.newsroom import FetchSettings

__all__ = ["FetchSettings", "Get", "Page", "ParseSidecar", "Web", "gather"]

_MODULES = {
    "FetchSettings": "model.newsroom",
    "Get": "fetch.web",
    "Page": "fetch.web",
    "ParseSidecar": "fetch.sidecars",
    "Web": "fetch.web",
    "gather": "fetch.gathering",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: the network library costs 0.2 s, and ``packaged`` needs none of it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"pipeline.{_MODULES[name]}"), name)
