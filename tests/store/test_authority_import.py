"""What is known elsewhere is taken over as a whole, or not at all with every contradiction listed."""

from __future__ import annotations

import bz2
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.model.errors import UsageError
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_editing import add, find, merge
from pipeline.store.authority_export import export_csv, export_json_ld
from pipeline.store.authority_formats import bodies, countries, opened, read, read_csv
from pipeline.store.authority_import import Counts, Imported, import_entities
from tests.store.test_authority import ALPHA, event, only, person

TABLE = """kind,slug,name,names,identifiers,titles
person,ann-lee,Ann Lee,Ann Li-Novak|A. Lee,Q42,judge
organization,,Harbour Board,HB,https://harbour.example/,
"""


@pytest.fixture
def authority() -> Iterator[Authority]:
    with Authority.open(Path(":memory:")) as opened_:
        yield opened_


def imported(authority: Authority, path: Path, content: str | bytes, form: str = "") -> Counts:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with opened(path, form) as entities:
        return import_entities(authority, entities)


def item(qid: str, label: str, **claims: Any) -> dict[str, Any]:
    """One entity as Wikidata writes it."""
    human = {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]}
    return {
        "id": qid,
        "labels": {"en": {"value": label}},
        "aliases": {"en": [{"value": f"{label} Senior"}]},
        "descriptions": {"en": {"value": "Ghanaian judge"}},
        "claims": claims or human,
    }


def test_a_table_is_taken_over_and_a_second_time_changes_nothing(authority: Authority, tmp_path: Path) -> None:
    assert imported(authority, tmp_path / "a.csv", TABLE) == Counts(2, 0)
    before = export_csv(authority)
    assert imported(authority, tmp_path / "a.csv", TABLE) == Counts(0, 2)
    assert export_csv(authority) == before


def test_articles_are_matched_with_what_was_imported(authority: Authority, tmp_path: Path) -> None:
    imported(authority, tmp_path / "a.csv", TABLE)
    answer = only(authority.settle([person(ALPHA, "Ann Lee", titles=("chief judge",))]), ALPHA)
    assert answer.same_as == ("http://www.wikidata.org/entity/Q42",)


def test_an_imported_person_of_another_walk_of_life_is_not_linked(authority: Authority, tmp_path: Path) -> None:
    imported(authority, tmp_path / "a.csv", TABLE)
    answer = only(authority.settle([person(ALPHA, "Ann Lee", titles=("striker",))]), ALPHA)
    assert answer.same_as == ()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("person,ann-lee,Ann Lee,,Q42,\nperson,bo-li,Bo Li,,Q42|Q43,\n", "would be .*Q42 and .*Q43 at once"),
        ("person,,Ann Lee,,Q42,\nplace,,Ann Lee,,Q42,\n", "is a place here, but .* is the person"),
        ("person,,Ann Lee,,Q42,\nperson,,Bo Li,,isni:0000 0001 2222 3333,\nperson,,Cy,,Q42|isni:0000000122223333,\n", "has identifiers of"),
        ("robot,,R2,,,\n", "give a kind"),
        ("person,,,,Q1,\n", "and a name"),
    ],
)  # fmt: skip
def test_contradictions_are_listed_and_nothing_is_half_done(
    authority: Authority, tmp_path: Path, rows: str, message: str
) -> None:
    before = export_csv(authority)
    with pytest.raises(UsageError, match=rf"(?s)nothing was imported.*a\.csv, line \d.*{message}"):
        imported(authority, tmp_path / "a.csv", "kind,slug,name,names,identifiers,titles\n" + rows)
    assert export_csv(authority) == before


def test_an_import_that_contradicts_an_earlier_link_is_refused(authority: Authority, tmp_path: Path) -> None:
    imported(authority, tmp_path / "a.csv", TABLE)
    with pytest.raises(UsageError, match="at once"):
        imported(authority, tmp_path / "b.csv", "kind,slug,name,identifiers\nperson,ann-lee,Ann Lee,Q99\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,colour\nAnn,red\n", "column 'colour'"),
        ("kind,slug\nperson,a\n", "column 'name'"),
        ("kind,name\nperson,Ann,Lee\n", "more cells than the header"),
        (b"kind,name\nperson,\xff\xfe\n", "no UTF-8 text"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(
    authority: Authority, tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        imported(authority, tmp_path / "a.csv", content)


def test_a_missing_file_or_unknown_form_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"), opened(tmp_path / "none.csv"):
        pass
    with pytest.raises(UsageError, match="give --format"), opened(tmp_path / "names.dat"):
        pass


def test_a_wikidata_dump_is_read_line_by_line_packed_or_not(authority: Authority, tmp_path: Path) -> None:
    lines = [
        json.dumps(item("Q1", "Ann Lee")),
        json.dumps(item("Q2", "Porto", P625=[{}])),
        json.dumps(item("Q3", "x", P9=[])),
    ]
    dump = "[\n" + ",\n".join(lines) + "\n]\n"
    assert imported(authority, tmp_path / "dump.json.bz2", bz2.compress(dump.encode())) == Counts(2, 0)
    assert find(authority, "Ann Lee Senior").slug == "ann-lee"
    assert find(authority, "Porto").kind == "place"


def test_a_person_of_a_registry_is_meant_only_where_more_than_the_name_says_so(
    authority: Authority, tmp_path: Path
) -> None:
    imported(authority, tmp_path / "dump.json", json.dumps(item("Q1", "Ann Lee")))
    judge = person(ALPHA, "Ann Lee", titles=("judge",))
    stranger = person("https://news.example/other", "Ann Lee")
    answers = authority.settle([judge, stranger])
    assert only(answers, ALPHA).same_as == ("http://www.wikidata.org/entity/Q1",)
    assert only(answers, stranger.article).same_as == ()


def test_an_answer_of_the_live_service_is_read(authority: Authority, tmp_path: Path) -> None:
    answer = json.dumps({"entities": {"Q1": item("Q1", "Ann Lee")}})
    assert imported(authority, tmp_path / "Q1.json", answer) == Counts(1, 0)


def test_a_broken_dump_is_named_by_its_line(authority: Authority, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="line 2: is no JSON"):
        imported(authority, tmp_path / "dump.json", "[\n{broken\n]\n")


def test_an_export_is_read_back_as_it_was(authority: Authority, tmp_path: Path) -> None:
    imported(authority, tmp_path / "a.csv", TABLE)
    authority.settle([person(ALPHA, "Ann Lee"), event(ALPHA, "Visit", "2030-01-02", participants=("Ann Lee",))])
    add(authority, kind="person", name="Ann B. Lee")
    merge(authority, find(authority, "person/ann-lee"), find(authority, "person/ann-b-lee"))
    first = export_csv(authority)
    with Authority.open(Path(":memory:")) as other:
        imported(other, tmp_path / "b.csv", first)
        assert export_csv(other) == first
        assert find(other, "person/ann-b-lee").root == find(other, "person/ann-lee").id


def test_an_export_as_json_ld_is_read_back(authority: Authority, tmp_path: Path) -> None:
    imported(authority, tmp_path / "a.csv", TABLE)
    with Authority.open(Path(":memory:")) as other:
        imported(other, tmp_path / "a.jsonld", export_json_ld(authority, "https://news.example"))
        assert export_json_ld(other, "https://news.example") == export_json_ld(authority, "https://news.example")


@pytest.mark.parametrize("form", ["csv", "jsonld"])
def test_an_export_keeps_that_nobody_looked_at_an_entry_and_when_somebody_was_born(
    authority: Authority, tmp_path: Path, form: str
) -> None:
    entry = Imported(where="", kind="person", name="Ann Lee", start=Moment("1980-01-02"), bulk=True)
    import_entities(authority, [entry])
    content = export_csv(authority) if form == "csv" else export_json_ld(authority, "https://news.example")
    with Authority.open(Path(":memory:")) as other:
        imported(other, tmp_path / f"a.{form}", content)
        again = find(other, "person/ann-lee")
        assert (again.bulk, again.start) == (True, "1980-01-02")


def test_no_cell_of_an_export_is_run_by_a_spreadsheet(authority: Authority) -> None:
    add(authority, kind="organization", name="=1+1 Records")
    assert b",'=1+1 Records," in export_csv(authority)


def test_the_tables_that_come_along_agree_with_each_other(authority: Authority) -> None:
    assert import_entities(authority, countries()).added > 240
    assert import_entities(authority, bodies()).added > 40
    assert import_entities(authority, countries()).added == 0


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, max_size=8))
def test_any_names_survive_export_and_import(names: list[str]) -> None:
    with Authority.open(Path(":memory:")) as one, Authority.open(Path(":memory:")) as other:
        wanted = [each for each in names if each.strip() and any(letter.isalnum() for letter in each)]
        import_entities(
            one, [Imported(where=str(index), kind="person", name=each) for index, each in enumerate(wanted)]
        )
        content = export_csv(one)
        import_entities(other, read_csv(content.decode().splitlines(keepends=True), "a.csv"))
        assert export_csv(other) == content


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@graph",
                    "@id",
                    "@type",
                    "name",
                    "sameAs",
                    "entities",
                    "id",
                    "labels",
                    "en",
                    "value",
                    "claims",
                    "P31",
                    "aliases",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["csv", "json-ld", "wikidata"]),
    st.binary(max_size=60) | JSON.map(lambda each: json.dumps(each).encode()),
)
@example("csv", b"\r\x00")
def test_no_content_crashes_an_import(form: str, content: bytes) -> None:
    with Authority.open(Path(":memory:")) as one:
        try:
            import_entities(one, read(io.BytesIO(content), form, "a"))
        except (UsageError, UnicodeDecodeError):  # the second is explained where the file is opened
            assert export_csv(one).count(b"\n") == 1
