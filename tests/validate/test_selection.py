from pipeline.model.finding import Finding
from pipeline.validate.selection import PathRule, Selection, chosen, record, unknown


def finding(code, message="m"):
    return Finding(code=code, severity="error", message=message, path="a")


FOUND = (finding("profile-advised"), finding("profile-value"), finding("unknown-type"))


def codes(findings):
    return [each.code for each in findings]


def test_patterns_choose_and_ignore_and_ignoring_wins():
    assert codes(chosen(FOUND, Selection(select=("profile-*",)), path="a")) == ["profile-advised", "profile-value"]
    assert codes(chosen(FOUND, Selection(ignore=("profile-*",)), path="a")) == ["unknown-type"]
    assert codes(chosen(FOUND, Selection(select=("profile-*",), ignore=("profile-value",)), path="a")) == [
        "profile-advised"
    ]


def test_a_rule_for_a_path_holds_there_only():
    selection = Selection(paths=(PathRule("archive/*", ("unknown-type",)),))
    assert codes(chosen(FOUND, selection, path="archive/2014/a.json")) == ["profile-advised", "profile-value"]
    assert codes(chosen(FOUND, selection, path="a.json")) == codes(FOUND)


def test_a_baseline_hides_what_it_knows_as_often_as_it_knows_it():
    known = record(FOUND)
    assert unknown(FOUND, known) == ()
    assert unknown((*FOUND, FOUND[0]), known) == (FOUND[0],)
    assert unknown((finding("unknown-type", "other"),), known) == (finding("unknown-type", "other"),)
