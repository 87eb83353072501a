"""The style sheet of the book keeps what its pages can use."""

from interop_course.publish.lean_css import lean, names_in_page, names_in_script, rules

KNOWN = {"here", "there", "a-b"}


def test_a_rule_stays_when_one_of_its_selectors_can_match() -> None:
    css = ".here{a:1} .gone{b:1} .here .gone, p.there{c:1} #gone p{d:1} p{e:1}"
    assert lean(css, KNOWN) == ".here{a:1}\np.there{c:1}\np{e:1}\n"


def test_what_stands_in_not_is_and_attributes_decides_nothing() -> None:
    css = '.here:not(.gone){a:1} :is(.gone,.here) p{b:1} .here[data-x=".gone"]{c:1} .a-b:hover{d:1}'
    assert lean(css, KNOWN).count("{") == 4


def test_rules_in_at_rules_are_looked_at_one_by_one() -> None:
    css = "@media print{.gone{a:1}.here{b:1}} @media screen{.gone{c:1}} @keyframes x{from{d:1}} @font-face{e:1}"
    assert lean(css, KNOWN) == "@media print{.here{b:1}\n}\n@keyframes x{from{d:1}}\n"


def test_strings_comments_and_imports_are_seen_as_such() -> None:
    css = '@import "x.css"; /* .gone { */ .here::before{content:"}{"} p{a:"\\"}"}'
    assert [rule.prelude for rule in rules("@import 'y'; q{a:1}")] == ["q"]
    assert lean(css, KNOWN) == '.here::before{content:"}{"}\np{a:"\\"}"}\n'


def test_names_are_found_in_pages_and_scripts() -> None:
    assert names_in_page("<p class=\"a b-c\" id='d'>") == {"a", "b-c", "d"}
    assert {"pst-sidebar-hidden", "classList"} <= names_in_script('bar.classList.toggle("pst-sidebar-hidden")')
