import lxml.html

from pipeline.normalize.web.segments import heading_index, segments_of


def segments(body: str, title: str = ""):
    return segments_of(
        lxml.html.document_fromstring(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    )


def test_inline_elements_do_not_split_a_block():
    assert [each.text for each in segments("<p>One <b>two</b> <a href='/'>three</a>.</p>")] == ["One two three."]


def test_a_line_break_splits_a_block():
    assert [each.text for each in segments("<p>One<br>two</p>")] == ["One", "two"]


def test_the_share_of_links_is_told():
    (found,) = segments("<p><a href='/'>abcde</a>fghij</p>")
    assert found.linked == 0.5


def test_scripts_and_form_controls_say_nothing():
    assert segments("<script>x</script><style>y</style><textarea>z</textarea>") == ()


def test_hidden_text_is_marked():
    assert [each.hidden for each in segments("<p style='display:none'>a</p><p hidden>b</p><p>c</p>")] == [
        True,
        True,
        False,
    ]


def test_a_name_that_also_holds_the_heading_is_the_wrappers():
    page = "<div class='newsletter'><h1>Bridge closes for a year</h1><p>Text</p></div><div class='newsletter'><p>Sign up</p></div>"
    assert all("newsletter" not in each.hints for each in segments(page, "Bridge closes for a year"))


def test_a_name_beside_the_heading_stays_furniture():
    page = "<h1>Bridge closes for a year</h1><div class='newsletter'><p>Sign up</p></div>"
    assert "newsletter" in segments(page, "Bridge closes for a year")[1].hints


def test_the_heading_is_the_one_that_the_title_names():
    found = segments("<h1>The Example</h1><h1>Bridge closes for a year</h1>", "Bridge closes for a year - The Example")
    assert found[heading_index(found, "Bridge closes for a year - The Example")].text == "Bridge closes for a year"
