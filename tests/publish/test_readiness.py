"""What blocks or is reported before publishing."""

from __future__ import annotations

import pytest

from pipeline.model.edition import Edition
from pipeline.model.sidecar import Correction
from pipeline.publish.readiness import article_findings, edition_findings
from tests.publish import samples


def codes(**changes) -> dict[str, str]:
    found = article_findings(samples.article(**changes), samples.GRAPH, samples.NEWSROOM)
    assert all(each.hint for each in found)
    return {each.code: each.severity for each in found}


def test_a_good_article_has_nothing_to_report():
    assert codes() == {}


@pytest.mark.parametrize(
    ("changes", "code", "severity"),
    [
        ({"url": "javascript:alert(1)"}, "url-not-publishable", "error"),
        ({"url": "https://elsewhere.example/a"}, "url-outside-site", "info"),
        ({"url": "https://news.example.evil.example/a"}, "url-outside-site", "info"),
        ({"slug": "../../etc/passwd"}, "slug-not-publishable", "error"),
        ({"slug": ".."}, "slug-not-publishable", "error"),
        ({"slug": ""}, "slug-not-publishable", "error"),
        ({"slug": "a" * 300}, "slug-not-publishable", "error"),
        ({"headline": "a\x03"}, "text-has-illegal-characters", "warning"),
        ({"headline": "\ud800"}, "text-has-illegal-characters", "warning"),
        ({"correction": (Correction(text=" "),)}, "correction-without-text", "error"),
        ({"date_modified": None}, "correction-without-date", "warning"),
        ({"date_published": None}, "date-missing-for-news-sitemap", "info"),
    ],
)
def test_each_fault_has_its_finding(changes, code, severity):
    assert codes(**changes)[code] == severity


def test_two_articles_with_one_slug_or_guid_are_errors():
    edition = Edition(entries=(samples.ENTRY, samples.entry(url=f"{samples.SITE}/other")))
    assert [each.code for each in edition_findings(edition)] == ["slug-shared", "guid-shared"]
    assert edition_findings(samples.EDITION) == ()
