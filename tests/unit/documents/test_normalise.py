"""No control or invisible character gets past normalising; words are what people see."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate.documents.normalise import clean, fold


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("a\x00b\x01c\x02d", "abcd"),
        ("exam\u00adple", "example"),
        ("ﬁve ﬂags, oﬃce", "five flags, office"),
        ("⼯作经历", "工作经历"),
        ("⻓沙 ⻔ ⻚", "长沙 门 页"),
        ("Ku\u0308ster", "Küster"),
        ("K¨uster", "Küster"),
        ("Andr´e", "André"),
        ("caf e\u0301", "caf é"),
        ("zero\u200bwidth \u202eoverride\u202c", "zerowidth override"),
        ("tag\U000e0041\U000e0042s", "tags"),
        ("a\u00a0b\tc  d\u3000e", "a b c d e"),
        ("icon \ue0b7 here", "icon here"),
        ("well\u2010known 555-\u00ad\u20105555", "well-known 555-5555"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("nonchar \ufffe\uffff\ufdd0", "nonchar"),
        ("⟦name⟧", "name"),
    ],
)
def test_cleaning(raw, seen):
    assert clean(raw) == seen


@given(st.text(st.characters(codec=None), max_size=300))
def test_nothing_unwanted_gets_through(text):
    """Given any text, the result is NFKC on one line, without control, invisible, private or surrogate characters."""
    result = clean(text)
    assert result == unicodedata.normalize("NFKC", result)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Co"} for c in result)
    assert not any(c in result for c in "\u00ad\u200b\u200e\u202e\ufeff\ufffe\u27e6\u27e7")
    assert result == " ".join(result.split())
    result.encode()


@given(st.text(max_size=100))
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


def test_folding_is_for_comparing():
    assert fold("  Éducation & Training: ") == "education training"
