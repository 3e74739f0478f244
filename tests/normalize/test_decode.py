from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.source import Source
from pipeline.normalize.decode import decode

PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


def read(content: bytes, charset: str | None = None):
    outcome = decode(Source(name="a", content=content, charset=charset))
    return outcome.value, [each.code for each in outcome.findings]


def test_utf8_needs_no_declaration():
    assert read("Été “café”".encode()) == ("Été “café”", [])


def test_a_declared_encoding_is_followed():
    assert read(PAGE.format("euc-kr", "다리 폐쇄").encode("euc-kr"))[0].count("다리 폐쇄") == 1
    assert read("Été".encode("cp1252"), charset="iso-8859-1") == ("Été", [])


def test_latin1_is_read_as_windows_1252_as_browsers_do():
    assert read(PAGE.format("iso-8859-1", "“quoted”").encode("cp1252"))[0].count("“quoted”") == 1


def test_utf8_bytes_win_over_a_wrong_declaration_and_are_told():
    text, codes = read(PAGE.format("iso-8859-1", "Été").encode())
    assert "Été" in text
    assert codes == ["charset-wrong"]


def test_windows_bytes_under_a_utf8_declaration_are_told():
    text, codes = read(PAGE.format("utf-8", "Été à la plage, dès l’aube").encode("cp1252"))
    assert "dès l’aube" in text
    assert codes == ["charset-wrong"]


def test_without_any_declaration_the_guess_is_told():
    assert read("Été à la plage".encode("cp1252")) == ("Été à la plage", ["charset-guessed"])


def test_a_byte_order_mark_wins():
    assert read("Été".encode("utf-16"), charset="utf-8") == ("Été", [])
    assert read(b"\xef\xbb\xbf" + "Été".encode(), charset="latin1") == ("Été", [])


def test_utf16_without_a_mark_is_seen_by_its_zeros():
    assert read("A long enough story".encode("utf-16-le"))[0] == "A long enough story"


def test_a_few_nuls_are_left_out_and_told():
    assert read(b"A story\x00 with a few zeros in it") == ("A story with a few zeros in it", ["characters-lost"])


def test_line_ends_become_one_kind():
    assert read(b"a\r\nb\rc\n") == ("a\nb\nc\n", [])


@given(
    st.binary(),
    st.sampled_from([None, "utf-8", "latin1", "utf-16", "hz", "iso-2022-jp", "nonsense", "hex", "shift_jis", "utf-7"]),
)
def test_no_bytes_and_no_label_make_it_raise(content, charset):
    decode(Source(name="a", content=content, charset=charset))
