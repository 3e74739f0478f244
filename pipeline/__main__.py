"""``python -m pipeline`` and the command ``newsgraph``: a clean file is answered before the command line is loaded."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer, or hand over to the command line."""
    from pipeline.run import quick  # noqa: PLC0415 - in the order of need

    line = quick.answer(sys.argv[1:])
    if line is not None:
        sys.stdout.write(line + "\n")
        return
    from pipeline.cli import main as command  # noqa: PLC0415 - 0.05 s that the answer above does not need

    command(prog_name="newsgraph")


if __name__ == "__main__":
    main()
