"""Several drafts of one node become one node with one type and one name, and everything that points at it agrees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.mapping.assemble import assemble
from pipeline.mapping.claims import named_reference, of, stated, typed
from pipeline.model.graph import Evidence

WHY = Evidence(source="rule", by="test")


def test_the_more_telling_type_wins_whatever_the_order() -> None:
    plain = of("https://n.example/#o", typed("Organization", WHY), stated("name", "Wire", WHY))
    telling = of("https://n.example/#o", typed("NewsMediaOrganization", WHY), stated("name", "Wire", WHY))
    for drafts in ((plain, telling), (telling, plain)):
        (node,) = assemble(drafts).nodes
        assert node["@type"] == "NewsMediaOrganization"


def test_another_name_becomes_an_alternate_name_with_its_evidence() -> None:
    long = of("https://n.example/#c", stated("name", "United States", WHY), stated("alternateName", "America", WHY))
    short = of("https://n.example/#c", stated("name", "U.S.", WHY))
    graph = assemble((long, short))
    (node,) = graph.nodes
    assert node["name"] == "United States"
    assert node["alternateName"] == ["America", "U.S."]
    assert [(each.property, each.value) for each in graph.statements if each.value == "U.S."] == [
        ("alternateName", "U.S.")
    ]


def test_a_pointer_with_type_and_name_says_what_the_node_says() -> None:
    article = of(
        "https://n.example/#a",
        stated("publisher", named_reference("https://n.example/#o", "Organization", "Wire News"), WHY),
    )
    wire = of("https://n.example/#o", typed("NewsMediaOrganization", WHY), stated("name", "Wire", WHY))
    node = assemble((article, wire)).nodes[0]
    assert node["publisher"] == {"@id": "https://n.example/#o", "@type": "NewsMediaOrganization", "name": "Wire"}


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from(["Person", "Place", "City", "Country"]), st.text(min_size=1)),
        min_size=1,
    )
)
def test_every_node_has_one_type_and_one_name(claims: list[tuple[str, str, str]]) -> None:
    drafts = [
        of(f"https://n.example/#{one}", typed(kind, WHY), stated("name", name, WHY)) for one, kind, name in claims
    ]
    for node in assemble(drafts).nodes:
        assert isinstance(node["@type"], str)
        assert isinstance(node["name"], str)
