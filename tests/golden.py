"""``make golden`` and ``make sample``: write what the tests compare with. Read the difference before you commit it."""

from __future__ import annotations

import os
import shutil
import sys

from pipeline.model.codec import decode
from pipeline.model.finding import Finding
from pipeline.run.edition import build
from pipeline.run.engines import load_annotator
from pipeline.run.reading import Request
from tests import cases, sample


def main() -> None:
    """Write the cases, or with ``--sample`` the committed build."""
    os.chdir(cases.ROOT)
    if "--sample" in sys.argv:
        write_sample()
        return
    annotate = load_annotator()
    for slug in cases.SLUGS:
        folder = cases.CASES / slug
        shutil.rmtree(folder / cases.PUBLICATIONS, ignore_errors=True)
        for name, content in cases.steps(cases.prepared(slug, annotate)).items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        write_codes(slug)


def write_codes(slug: str) -> None:
    """Bring the codes of ``case.toml`` up to date; what the case shows is written by hand."""
    path = cases.CASES / slug / "case.toml"
    findings = decode((cases.CASES / slug / cases.FINDINGS).read_bytes(), tuple[Finding, ...])
    codes = ", ".join(f'"{each}"' for each in sorted({each.code for each in findings}))
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("codes = ")]
    path.write_text("\n".join((*kept, f"codes = [{codes}]")) + "\n", encoding="utf-8")


def write_sample() -> None:
    """Build the sample article with its fixed clock; what a run keeps for itself is left out."""
    shutil.rmtree(sample.COMMITTED, ignore_errors=True)
    request = Request(arguments=(sample.SOURCE,), workers=0)
    build(request, cases.newsroom(), sample.COMMITTED, now=sample.NOW, say=lambda _: None)
    shutil.rmtree(sample.COMMITTED / ".state")


if __name__ == "__main__":
    main()
