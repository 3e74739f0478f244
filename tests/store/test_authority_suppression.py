"""A person who must no longer be named is gone from everything, and the suppression does not name them either."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.errors import UsageError
from pipeline.model.identity import Identities, Proposal
from pipeline.store.authority import Authority
from pipeline.store.authority_editing import add, find
from tests.store.test_authority import ALPHA, BETA, event, person

PROPOSALS = [
    person(ALPHA, "Ann Lee", titles=("clerk",), participants=("Bo Chen",), alternate_names=("Lee",)),
    person(ALPHA, "Bo Chen", local="person-2", participants=("Ann Lee",)),
    event(ALPHA, "Ann Lee's trial", "2030-01-02", participants=("Ann Lee", "Bo Chen")),
    person(BETA, "ANN LEE"),
]


def hidden(answers: Identities) -> set[str]:
    return {local for local, each in answers.items() if each.suppressed}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "authority.db"


def test_nothing_in_the_file_names_the_person_any_more(path: Path) -> None:
    with Authority.open(path) as authority:
        authority.settle(PROPOSALS)
        authority.suppress(find(authority, "person/ann-lee"), (), "court order")
        authority.settle(PROPOSALS)
    content = b"".join(each.read_bytes() for each in path.parent.iterdir()).lower()
    assert b"chen" in content
    assert b"ann lee" not in content
    assert b"ann-lee" not in content


def test_articles_learn_that_the_person_is_withheld_before_and_after_the_next_build(path: Path) -> None:
    with Authority.open(path) as authority:
        authority.settle(PROPOSALS)
        authority.suppress(find(authority, "person/ann-lee"), ())
        assert hidden(authority.identities(ALPHA)) == {"person-1"}
        answers = authority.settle(PROPOSALS)
        assert hidden(answers[ALPHA]) == {"person-1"}
        assert hidden(answers[BETA]) == {"person-1"}
        assert authority.identities(ALPHA) == answers[ALPHA]


def test_the_others_of_the_story_keep_their_ids(path: Path) -> None:
    with Authority.open(path) as authority:
        before = authority.settle(PROPOSALS)[ALPHA]
        authority.suppress(find(authority, "person/ann-lee"), ())
        after = authority.settle(PROPOSALS)[ALPHA]
        assert after["person-2"].slug == before["person-2"].slug == "bo-chen"
        assert "lee" not in after["event-1"].slug
        assert after["event-1"].name == "[name withheld]"


def test_a_settled_suppression_is_stable(path: Path) -> None:
    with Authority.open(path) as authority:
        authority.suppress(None, ("Ann Lee",))
        first = authority.settle(PROPOSALS)
        dump = list(authority.connection.iterdump())
        assert authority.settle(PROPOSALS) == first
        assert list(authority.connection.iterdump()) == dump


def test_what_is_named_after_the_person_is_withheld_with_them(path: Path) -> None:
    body = Proposal(
        article=f"{ALPHA}/b", local="organization-1", kind="organization", type="Organization",
        key="ann-lee-foundation", name="Ann Lee Foundation",
    )  # fmt: skip
    with Authority.open(path) as authority:
        authority.settle([body])
        authority.suppress(None, ("Ann Lee",))
        assert authority.settle([body])[body.article]["organization-1"].suppressed
    assert b"Lee Foundation" not in path.read_bytes()
    assert b"lee-foundation" not in path.read_bytes()


def test_an_unknown_person_can_be_suppressed_in_advance(path: Path) -> None:
    with Authority.open(path) as authority:
        assert authority.suppress(None, ("Ann Lee",), "minor") == 1
        assert hidden(authority.settle(PROPOSALS)[ALPHA]) == {"person-1"}


def test_a_lifted_suppression_names_the_person_again(path: Path) -> None:
    with Authority.open(path) as authority:
        authority.suppress(None, ("Ann Lee",))
        assert authority.lift("ann lee")
        assert not authority.lift("ann lee")
        assert hidden(authority.settle(PROPOSALS)[ALPHA]) == set()


def test_a_single_word_is_too_much_to_suppress(path: Path) -> None:
    with Authority.open(path) as authority, pytest.raises(UsageError, match="give a full name"):
        authority.suppress(None, ("Lee",))


def test_only_persons_can_be_suppressed(path: Path) -> None:
    with Authority.open(path) as authority:
        add(authority, kind="place", name="Far Away")
        with pytest.raises(UsageError, match="only persons"):
            authority.suppress(find(authority, "place/far-away"), ())
