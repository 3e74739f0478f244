"""An editor's decision wins, can be undone, and is refused where it cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model.errors import UsageError
from pipeline.model.identity import Proposal
from pipeline.store.authority import Authority
from pipeline.store.authority_editing import add, find, link, merge, split, tell_apart, unlink
from tests.store.test_authority import ALPHA, BETA, GAMMA, only, person


@pytest.fixture
def authority() -> Iterator[Authority]:
    with Authority.open(Path(":memory:")) as opened:
        yield opened


def two_smiths(authority: Authority) -> tuple[Proposal, Proposal]:
    """A judge and a goalkeeper, settled as two."""
    proposals = person(ALPHA, "John Smith", titles=("judge",)), person(BETA, "John Smith", titles=("goalkeeper",))
    authority.settle(proposals)
    return proposals


def slugs(authority: Authority) -> list[str]:
    return [each.slug for article in (ALPHA, BETA, GAMMA) for each in authority.identities(article).values()]


def test_merged_entities_answer_with_one_id(authority: Authority) -> None:
    two_smiths(authority)
    merge(authority, find(authority, "person/john-smith"), find(authority, "john-smith-goalkeeper"))
    assert slugs(authority) == ["john-smith", "john-smith"]


def test_a_merged_entity_remembers_the_ids_it_had(authority: Authority) -> None:
    two_smiths(authority)
    merge(authority, find(authority, "person/john-smith"), find(authority, "john-smith-goalkeeper"))
    assert only({BETA: authority.identities(BETA)}, BETA).aliases == ("john-smith-goalkeeper",)
    split(authority, find(authority, "john-smith-goalkeeper"))
    assert only({BETA: authority.identities(BETA)}, BETA).aliases == ()


def test_merge_then_split_is_the_identity(authority: Authority) -> None:
    proposals = two_smiths(authority)
    before = slugs(authority)
    merge(authority, find(authority, "person/john-smith"), find(authority, "john-smith-goalkeeper"))
    split(authority, find(authority, "john-smith-goalkeeper"))
    assert slugs(authority) == before
    assert [only(authority.settle(proposals), each).slug for each in (ALPHA, BETA)] == before


def test_a_chain_of_merges_is_undone_link_by_link(authority: Authority) -> None:
    for name in ("Ann One", "Ann Two", "Ann Three"):
        add(authority, kind="person", name=name)
    one, two, three = (find(authority, f"person/ann-{each}") for each in ("one", "two", "three"))
    merge(authority, two, three)
    merge(authority, one, find(authority, "person/ann-two"))
    assert authority.rows.root(three.id).slug == "ann-one"
    split(authority, find(authority, "person/ann-two"))
    assert authority.rows.root(three.id).slug == "ann-two"
    assert authority.rows.root(one.id).slug == "ann-one"


def test_a_person_and_a_place_cannot_be_merged(authority: Authority) -> None:
    add(authority, kind="person", name="Florence")
    add(authority, kind="place", name="Florence")
    with pytest.raises(UsageError, match=r"florence \(place\) and florence \(person\) cannot be one"):
        merge(authority, find(authority, "person/florence"), find(authority, "place/florence"))


def test_entities_with_contradicting_identifiers_cannot_be_merged(authority: Authority) -> None:
    add(authority, kind="person", name="Ann One", identifiers=("Q11",))
    add(authority, kind="person", name="Ann Two", identifiers=("Q12",))
    with pytest.raises(UsageError, match="holds them for two"):
        merge(authority, find(authority, "ann-one"), find(authority, "ann-two"))


def test_a_merge_that_contradicts_an_earlier_decision_is_refused(authority: Authority) -> None:
    two_smiths(authority)
    one, other = find(authority, "person/john-smith"), find(authority, "john-smith-goalkeeper")
    tell_apart(authority, one, other)
    with pytest.raises(UsageError, match="told apart by an editor"):
        merge(authority, one, other)


def test_telling_apart_what_is_merged_is_refused(authority: Authority) -> None:
    two_smiths(authority)
    merge(authority, find(authority, "person/john-smith"), find(authority, "john-smith-goalkeeper"))
    with pytest.raises(UsageError, match="Split them first"):
        tell_apart(authority, find(authority, "person/john-smith"), find(authority, "john-smith-goalkeeper"))


def test_articles_split_off_mean_somebody_else_from_then_on(authority: Authority) -> None:
    proposals = [person(ALPHA, "Ann Lee"), person(BETA, "Ann Lee")]
    authority.settle(proposals)
    fresh = split(authority, find(authority, "ann-lee"), [BETA])
    assert slugs(authority) == ["ann-lee", fresh.slug]
    edited = person(BETA, "Ann Lee", titles=("judge",))
    assert only(authority.settle([edited]), BETA).slug == fresh.slug
    assert only(authority.settle([edited]), BETA).reason == "an editor said so"


def test_articles_that_do_not_speak_of_somebody_cannot_be_split_off(authority: Authority) -> None:
    authority.settle([person(ALPHA, "Ann Lee")])
    with pytest.raises(UsageError, match="none of these articles speaks"):
        split(authority, find(authority, "ann-lee"), [GAMMA])
    assert slugs(authority) == ["ann-lee"]


def test_a_link_shows_in_every_article(authority: Authority) -> None:
    authority.settle([person(ALPHA, "Ann Lee")])
    link(authority, find(authority, "ann-lee"), "https://www.wikidata.org/wiki/Q42")
    assert only({ALPHA: authority.identities(ALPHA)}, ALPHA).same_as == ("http://www.wikidata.org/entity/Q42",)
    unlink(authority, find(authority, "ann-lee"), "Q42")
    assert only({ALPHA: authority.identities(ALPHA)}, ALPHA).same_as == ()


def test_an_identifier_belongs_to_one_entity(authority: Authority) -> None:
    add(authority, kind="person", name="Ann Lee", identifiers=("Q42",))
    authority.settle([person(ALPHA, "Bo Chen")])
    with pytest.raises(UsageError, match="is person/ann-lee already"):
        link(authority, find(authority, "bo-chen"), "Q42")


def test_an_entity_has_one_identifier_of_a_registry(authority: Authority) -> None:
    entity = add(authority, kind="person", name="Ann Lee", identifiers=("Q42",))
    with pytest.raises(UsageError, match="contradicts"):
        link(authority, entity, "Q43")


def test_an_added_person_is_found_by_the_name_and_by_other_names(authority: Authority) -> None:
    add(authority, kind="person", name="Ann Lee", names=("Ann Li-Novak",), identifiers=("Q42",))
    answers = authority.settle([person(ALPHA, "Ann Li-Novak")])
    assert only(answers, ALPHA).same_as == ("http://www.wikidata.org/entity/Q42",)


def test_a_name_that_several_known_people_bear_links_none(authority: Authority) -> None:
    add(authority, kind="person", name="Ann Lee", identifiers=("Q42",))
    add(authority, kind="person", name="Ann Lee", identifiers=("Q43",))
    answer = only(authority.settle([person(ALPHA, "Ann Lee")]), ALPHA)
    assert answer.same_as == ()
    assert "could be any of 2" in answer.reason


def test_an_unknown_or_ambiguous_reference_is_explained(authority: Authority) -> None:
    two_smiths(authority)
    with pytest.raises(UsageError, match=r"could be person/john-smith, person/john-smith-goalkeeper"):
        find(authority, "John Smith")
    with pytest.raises(UsageError, match="nothing the authority knows"):
        find(authority, "Nobody")
