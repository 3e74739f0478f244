"""ZIP archives: what is read of them, and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fetch import FetchSettings
from pipeline.model.finding import Finding
from tests.fetch.gathered import codes, gather, sources


def packed(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def read(content: bytes, **settings: int) -> list[str]:
    return codes(gather("-", stdin=lambda: content, settings=FetchSettings(**settings)))


def test_an_archive_gives_its_files_sorted_with_their_sidecars(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(packed({"b/two.txt": b"Two", "a.txt": b"One", "a.sidecar.json": b'{"headline": "Given"}'}))
    found = gather(path)
    assert codes(found) == ["a.txt", "b/two.txt"]
    first, second = sources(found)
    assert (first.name, first.content, second.content) == (str(path), b"One", b"Two")
    assert first.sidecar is not None
    assert first.sidecar.headline == "Given"


def test_the_content_and_not_the_name_tells_an_archive(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_bytes(packed({"a.txt": b"One"}))
    assert codes(gather(tmp_path)) == ["a.txt"]


def test_what_packing_adds_is_left_out() -> None:
    assert read(packed({"__MACOSX/a.txt": b"x", ".DS_Store": b"x", "folder/": b"", "a.txt": b"One"})) == ["a.txt"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:\\a.txt"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert read(packed({name: b"One", "z.txt": b"Two"})) == ["archive-path-escape", "z.txt"]


def test_a_link_is_not_followed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("passwd.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert read(file.getvalue()) == ["source-missing"]


def test_a_bomb_of_one_member_stops() -> None:
    assert read(packed({"a.txt": b"0" * 30_000_000})) == ["archive-bomb"]


def test_a_bomb_of_many_members_stops() -> None:
    bomb = packed({f"{number:03}.txt": b"0" * 9_000_000 for number in range(20)})
    found = read(bomb, max_ratio=100)
    assert found[-1] == "archive-bomb"
    assert len(found) < 21


def test_members_that_share_their_bytes_count_once() -> None:
    content = bytearray(packed({"a.txt": b"0" * 5_000_000, "b.txt": b"1"}))
    assert read(bytes(content)) == ["a.txt", "b.txt"]


def test_an_archive_in_an_archive_is_not_opened() -> None:
    assert read(packed({"inner.zip": packed({"a.txt": b"One"})})) == ["archive-nested"]


def test_too_many_members_are_refused() -> None:
    assert read(packed({f"{number}.txt": b"x" for number in range(11)}), max_members=10) == ["archive-too-many"]


def test_an_office_document_is_told() -> None:
    assert read(packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})) == ["source-unsupported"]


def test_empty_and_media_members_are_told_and_the_others_read() -> None:
    members = {"a.txt": b" ", "b.jpg": b"\xff\xd8\xff\xe0", "c.txt": b"Text"}
    assert read(packed(members)) == ["source-empty", "source-skipped", "c.txt"]


def test_a_cut_archive_is_a_finding() -> None:
    content = packed({"a.txt": b"One"})
    assert read(content[: len(content) // 2]) == ["archive-broken"]


def test_a_damaged_member_does_not_stop_the_others() -> None:
    content = bytearray(packed({"a.txt": b"One" * 100, "b.txt": b"Two"}))
    content[40] ^= 0xFF
    assert read(bytes(content)) == ["archive-broken", "b.txt"]


def test_an_encrypted_member_is_told() -> None:
    content = bytearray(packed({"a.txt": b"One"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert read(bytes(content)) == ["archive-encrypted"]


def test_a_sidecar_beside_an_archive_holds_it_back(tmp_path: Path) -> None:
    (tmp_path / "news.zip").write_bytes(packed({"a.txt": b"One", "b.txt": b"Two"}))
    (tmp_path / "news.sidecar.json").write_bytes(b"{}")
    assert codes(gather(tmp_path / "news.zip")) == ["source-held-back"]


def test_one_address_cannot_be_that_of_a_whole_archive() -> None:
    found = gather("-", stdin=lambda: packed({"a.txt": b"One"}), url="https://news.example/a")
    assert codes(found) == ["source-held-back"]


def test_a_format_forced_on_another_source_is_told() -> None:
    assert codes(gather("-", stdin=lambda: b"Text", format="zip")) == ["format-wrong"]
    assert codes(gather("-", stdin=lambda: packed({"a.txt": b"One"}), format="zip")) == ["a.txt"]


@given(st.integers(0, 300), st.binary(max_size=30))
@settings(deadline=None)
def test_no_damage_makes_it_raise(at: int, inserted: bytes) -> None:
    content = packed({"a.txt": b"One" * 30, "b/c.txt": b"Two"})
    found = gather("-", stdin=lambda: content[:at] + inserted + content[at + 5 :])
    assert all((isinstance(each, Finding) and each.hint) or not isinstance(each, Finding) for each in found)
