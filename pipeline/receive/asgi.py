"""The receiver for any ASGI server, set by environment variables: ``uvicorn --factory pipeline.receive.asgi:create``.

``NEWSGRAPH_RECEIVE_STORE`` (a path), ``NEWSGRAPH_RECEIVE_SECRET`` (Standard Webhooks, several apart by spaces),
``NEWSGRAPH_RECEIVE_TOKEN`` (bearer). `newsgraph receive` has every other option.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from starlette.applications import Starlette

from pipeline.model.errors import UsageError
from pipeline.receive.application import application
from pipeline.receive.checks import full_check
from pipeline.receive.requests import Settings
from pipeline.standards.standard_webhooks import secret_bytes, separate


def create() -> Starlette:
    """The application; raises ``UsageError`` for a secret that is broken."""
    store = Path(os.environ.get("NEWSGRAPH_RECEIVE_STORE", "received.sqlite"))
    return application(store, settings=settings(os.environ), check=full_check())


def settings(environment: Mapping[str, str]) -> Settings:
    """The receiver's settings from the environment."""
    secret, token = environment.get("NEWSGRAPH_RECEIVE_SECRET", ""), environment.get("NEWSGRAPH_RECEIVE_TOKEN", "")
    try:
        keys = tuple(secret_bytes(each) for each in separate(secret)) if secret else ()
    except ValueError as error:
        raise UsageError(f"NEWSGRAPH_RECEIVE_SECRET: {error}. Copy the secret anew.") from None
    return Settings(keys=keys, tokens=(token,) if token else ())
