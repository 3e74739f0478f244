"""``init`` writes settings that load as they are, and explains every key there is."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import msgspec
from click.testing import CliRunner

from pipeline import config
from pipeline.cli import main
from pipeline.model.newsroom import (
    AnnotatorSettings,
    ChatEndpoint,
    Endpoint,
    FetchSettings,
    HoldRule,
    Newsroom,
    Publisher,
    Site,
)

TEMPLATE = files("pipeline.cli").joinpath("newsroom.template.toml").read_text(encoding="utf-8")


def uncommented() -> str:
    """The template with every example switched on."""
    return re.sub(r"^# (?=\w+ = |\[)", "", TEMPLATE, flags=re.MULTILINE)


def keys(record: type[msgspec.Struct]) -> set[str]:
    return {each.encode_name for each in msgspec.structs.fields(record)}


def test_the_template_loads_as_it_is_and_with_every_example_switched_on() -> None:
    assert config.parse(TEMPLATE, name="template").site.url == "https://example.org"
    assert config.parse(uncommented(), name="template").endpoints[0].secret_env == "AGGREGATOR_SECRET"


def test_the_template_explains_every_key() -> None:
    settings = tomllib.loads(uncommented())
    assert set(settings) == keys(Newsroom)
    assert set(settings["site"]) == keys(Site)
    assert set(settings["publisher"]) == keys(Publisher)
    assert set(settings["endpoints"][0]) == keys(Endpoint)
    assert set(settings["holds"][0]) == keys(HoldRule)
    assert set(settings["annotator"]) == keys(AnnotatorSettings)
    assert set(settings["annotator"]["chat"]) == keys(ChatEndpoint)
    assert set(settings["fetch"]) == keys(FetchSettings)


def test_defaults_shown_in_the_template_are_the_defaults() -> None:
    shown = config.parse(uncommented(), name="template").endpoints[0]
    plain = Endpoint(name=shown.name, url=shown.url)
    assert (shown.timeout_s, shown.max_attempts, shown.in_flight) == (
        plain.timeout_s,
        plain.max_attempts,
        plain.in_flight,
    )
    chat = config.parse(uncommented(), name="template").annotator.chat
    assert chat is not None
    assert msgspec.structs.replace(chat, key_env=None) == ChatEndpoint(url=chat.url, model=chat.model)
    fetching = config.parse(uncommented(), name="template").fetch
    assert msgspec.structs.replace(fetching, cache=None, private_hosts=()) == FetchSettings()


def test_an_existing_file_is_not_replaced(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(tmp_path)]).exit_code == 0
    again = runner.invoke(main, ["init", str(tmp_path)])
    assert again.exit_code == 2
    assert "--force" in again.output
