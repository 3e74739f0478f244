"""The command ``newsgraph``: each command is a module of its own, imported when it is called."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from pipeline import __version__
from pipeline.model.errors import DeliveryError, PipelineError

COMMANDS: dict[str, str] = {
    "init": "Write a commented newsroom.toml.",
    "normalize": "Print the Article record of every source.",
    "annotate": "Print what is found in the text, with evidence.",
    "map": "Print the JSON-LD document of every source.",
    "build": "Build every source into the output folder.",
    "validate": "Check files, folders and pages, ours or not.",
    "explain": "Explain the code of a finding.",
    "preview": "Show why the machine says what it says.",
    "held": "List and release what waits for an editor.",
    "authority": "Who is who across articles: list, decide, import.",
    "embed": "Put an article's JSON-LD into a page of your own.",
    "publish": "Deliver what the outbox holds.",
    "outbox": "See what waits for which endpoint, and why.",
    "retract": "Take a published article back, everywhere.",
    "history": "Show what happened to one article.",
    "receive": "Run the reference receiver.",
    "conform": "Test an endpoint against the push protocol.",
    "demo": "The whole road, with a receiver on this machine.",
    "doctor": "Say what is installed and what is missing.",
}
"""Command name -> what it does, in the order of the help text; the module is ``pipeline.cli.<name>``."""


class LazyGroup(click.Group):
    """Lists the commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of the road."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import the module of one command, or None if there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"pipeline.cli.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101 - a module of ours without a command is our bug
        return command

    def invoke(self, ctx: click.Context) -> Any:  # what the command returns
        """Run the command; what is wrong with setup or world is one line and an exit code, not a traceback."""
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            click.secho(f"newsgraph: {error}", err=True, fg="red")
            sys.exit(3 if isinstance(error, DeliveryError) else 2)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The help text's list, made without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsgraph")
def main() -> None:
    """News articles in, checked schema.org JSON-LD out."""
