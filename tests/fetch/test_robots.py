"""robots.txt by RFC 9309: groups, longest match, wildcards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fetch.robots import FORBID_ALL, parse

HOST = "https://news.test"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /\nAllow: /news/", "/news/a", True),
        ("Allow: /page\nDisallow: /page", "/page", True),
        ("Disallow: /*.gif$", "/a/b.gif", False),
        ("Disallow: /*.gif$", "/a/b.gif?x", True),
        ("Disallow: /*?print", "/a?print=1", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /%7Efoo", "/~foo/x", False),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /fish*x*y", "/fish1x2y3", False),
        ("Disallow: /", "/robots.txt", True),
    ],
)
def test_the_longest_rule_decides(rules: str, path: str, allowed: bool) -> None:
    assert parse(f"User-agent: *\n{rules}", "newsgraph").allows(HOST + path) is allowed


def test_the_own_group_wins_over_the_one_for_all() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-Agent: NewsGraph # us\nDisallow: /x\n"
    assert parse(text, "newsgraph").allows(f"{HOST}/a")
    assert not parse(text, "newsgraph").allows(f"{HOST}/x")
    assert not parse(text, "third").allows(f"{HOST}/a")


def test_groups_of_the_same_agent_are_joined() -> None:
    text = "User-agent: a\nDisallow: /1\nUser-agent: b\nDisallow: /2\nUser-agent: a\nDisallow: /3\n"
    rules = parse(text, "a")
    assert [rules.allows(f"{HOST}/{each}") for each in (1, 2, 3)] == [False, True, False]


def test_a_crawl_delay_is_read() -> None:
    assert parse("User-agent: *\nCrawl-delay: 2.5", "a").delay_s == 2.5
    assert parse("User-agent: *\nCrawl-delay: soon", "a").delay_s is None


def test_forbidding_everything_forbids_everything() -> None:
    assert not FORBID_ALL.allows(f"{HOST}/")


@given(st.text(), st.text(alphabet="/ab*$?.%é "))
@settings(deadline=None)
def test_no_text_makes_it_raise(text: str, path: str) -> None:
    parse(f"User-agent: *\nDisallow: {path}\n{text}", "newsgraph").allows(f"{HOST}/{path}")
