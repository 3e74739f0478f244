"""The committed build of the sample article: where it is, what it is made from, and its clock."""

from __future__ import annotations

from datetime import datetime

from tests.cases import ROOT

COMMITTED = ROOT / "output" / "sample"
SLUG = "north-korean-official-departs-for-russia"
SOURCE = f"tests/data/cases/{SLUG}/1-source.txt"
NOW = datetime.fromisoformat("2014-11-18T12:00:00+09:00")
"""Three hours after publication, so that the news sitemap has the article."""
