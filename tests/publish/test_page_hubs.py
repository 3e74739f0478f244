"""A page tells subscribers which hubs announce its changes (W3C WebSub, discovery by HTML links)."""

from __future__ import annotations

from lxml import html
from msgspec.structs import replace

from pipeline import config
from pipeline.model.article import Article
from pipeline.model.graph import Graph
from pipeline.model.newsroom import Endpoint
from pipeline.publish.html import page
from pipeline.run import recipe

ARTICLE = Article(slug="a", url="https://example.org/a", source="a.txt", headline="A bridge opens")
WITH_HUB = replace(config.DEFAULT, endpoints=(Endpoint(name="hub", url="https://hub.example/", kind="websub"),))


def test_a_page_names_the_hub_and_itself() -> None:
    head = html.document_fromstring(page(ARTICLE, Graph(nodes=()), WITH_HUB).decode())
    assert head.xpath("//link[@rel='hub']/@href") == ["https://hub.example/"]
    assert head.xpath("//link[@rel='self']/@href") == ["https://example.org/a"]


def test_without_a_hub_it_names_none() -> None:
    head = html.document_fromstring(page(ARTICLE, Graph(nodes=()), config.DEFAULT).decode())
    assert head.xpath("//link[@rel='hub' or @rel='self']") == []


def test_another_hub_makes_pages_anew() -> None:
    assert recipe.settings(WITH_HUB) != recipe.settings(config.DEFAULT)
