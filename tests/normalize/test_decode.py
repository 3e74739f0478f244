import pytest
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


@pytest.mark.parametrize(
    ("codec", "story"),
    [
        ("cp932", "市議会は金曜日、古い橋を五月に閉鎖すると発表した。ケーブルを交換するためだという。"),
        ("euc_jp", "市議会は金曜日、古い橋を五月に閉鎖すると発表した。ケーブルを交換するためだという。"),
        ("cp949", "시의회는 금요일 낡은 다리를 오월에 폐쇄한다고 발표했다. 케이블을 교체하기 위해서다."),
        ("gb18030", "市政府星期五表示，这座老桥将在五月关闭，因为要更换它的缆索。市长说，新的桥会在明年开放。"),
        ("big5hkscs", "市政府星期五表示，這座老橋將在五月關閉，因為要更換它的纜索。市長說，新的橋會在明年開放。"),
        ("cp1251", "Городской совет сообщил в пятницу, что старый мост закроют в мае на год, чтобы заменить тросы."),
        ("koi8-u", "Городской совет сообщил в пятницу, что старый мост закроют в мае на год, чтобы заменить тросы."),
        ("cp1253", "Το δημοτικό συμβούλιο ανακοίνωσε την Παρασκευή ότι η παλιά γέφυρα θα κλείσει τον Μάιο."),
        ("cp1255", "מועצת העיר הודיעה ביום שישי כי הגשר הישן ייסגר בחודש מאי לצורך החלפת הכבלים."),
        ("cp1256", "أعلن مجلس المدينة يوم الجمعة أن الجسر القديم سيغلق في مايو لاستبدال كابلاته."),
        ("cp874", "สภาเมืองกล่าวเมื่อวันศุกร์ว่าสะพานเก่าจะปิดในเดือนพฤษภาคมเพื่อเปลี่ยนสายเคเบิล"),
        ("cp1252", "Die Stadträte ließen über Züge, Brücken und Straßen abstimmen; für München hieß es: »später«."),
    ],
)
@pytest.mark.parametrize("page", [True, False])
def test_an_undeclared_encoding_is_guessed_by_its_common_characters(codec, story, page):
    text = f"<html><body><p>{story}</p></body></html>" if page else story
    assert read(text.encode(codec)) == (text, ["charset-guessed"])


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
