"""Options that several commands share, and what they mean: the newsroom's settings and the sources named."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from pipeline import config
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint, Newsroom

if TYPE_CHECKING:
    from pipeline.run.reading import Request

FORMATS = (
    "text", "html", "feed", "rss", "atom", "json-feed", "json-ld", "ninjs", "newsml-g2", "nitf", "wordpress", "wxr", "front-matter",
    "markdown", "article", "e-mail", "zip", "warc",
)  # fmt: skip
"""What ``--format`` can say; stands here because the readers are too heavy for ``--help``."""
ENDPOINT_VARIABLE = "NEWSGRAPH_ENDPOINT"
type Command = Callable[..., Any]


def config_option(command: Command) -> Command:
    """``--config FILE``."""
    return click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Settings; default: newsroom.toml here or above, else built-in defaults.",
    )(command)


def source_options(command: Command) -> Command:
    """SOURCE... and how to read them."""
    decorators = (
        click.argument("sources", nargs=-1, metavar="SOURCE..."),
        click.option(
            "--format",
            "format_",
            metavar="FORMAT",
            help=f"Read every source in this format instead of looking at its content: {', '.join(FORMATS)}.",
        ),
        click.option("--url", help="The address of the one source."),
        click.option(
            "--sidecar",
            type=click.Path(path_type=Path, dir_okay=False),
            help="What the newsroom states of the one source.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(0),
            help="Processes; 0 works in this one. Default: by the number of sources.",
        ),
        click.option("--follow", is_flag=True, help="Fetch the articles that feeds and sitemaps name."),
        config_option,
    )
    for each in reversed(decorators):
        command = each(command)
    return command


def output_options(command: Command) -> Command:
    """``--config FILE`` and ``--output FOLDER``, for commands that work on what was built."""
    option = click.option(
        "--output",
        type=click.Path(path_type=Path, file_okay=False),
        help="The built folder; default: as in the settings.",
    )
    return config_option(option(command))


def output_folder(config_path: Path | None, output: Path | None) -> Path:
    """The folder named, or that of the settings."""
    settings, root = newsroom(config_path)
    return output or root / settings.output


def newsroom(path: Path | None) -> tuple[Newsroom, Path]:
    """The settings and the folder that their relative paths start from."""
    found = path or config.find(Path.cwd())
    settings, root = (config.load(found), found.parent) if found else (config.DEFAULT, Path.cwd())
    if settings.fetch.cache:
        settings = replace(settings, fetch=replace(settings.fetch, cache=str(root / settings.fetch.cache)))
    address = os.environ.get(ENDPOINT_VARIABLE)
    if address and not any(each.url == address for each in settings.endpoints):
        settings = replace(settings, endpoints=(*settings.endpoints, Endpoint(name="environment", url=address)))
    return settings, root


def request(  # noqa: PLR0913 - one argument for each option
    settings: Newsroom,
    *,
    sources: tuple[str, ...],
    format_: str | None,
    url: str | None,
    sidecar: Path | None,
    workers: int | None,
    follow: bool,
) -> Request:
    """What to read, from the options of ``source_options`` and the settings for fetching."""
    from pipeline.run.reading import Request  # noqa: PLC0415 - loads every stage; `--help` must not

    if not sources:
        raise UsageError("No source is named. Name a file, a folder, an address, or `-` for standard input.")
    fetching = replace(settings.fetch, follow=follow or settings.fetch.follow)
    return Request(arguments=sources, format=format_, url=url, sidecar=sidecar, workers=workers, fetching=fetching)


def configured_sources(newsroom: Newsroom, root: Path) -> tuple[str, ...]:
    """The sources of the settings, which are relative to the folder of newsroom.toml, as seen from here."""
    return tuple(each if "://" in each else os.path.relpath(root / each) for each in newsroom.sources)
