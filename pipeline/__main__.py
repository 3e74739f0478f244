"""``python -m pipeline`` is the command ``newsgraph``."""

from pipeline.cli import main

main(prog_name="newsgraph")
