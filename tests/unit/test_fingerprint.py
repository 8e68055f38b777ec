"""Fingerprints are pinned: translations in content/ carry them for years."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import fingerprint
from digest.fingerprint import of_bytes, of_text, of_value, short
from digest.model import Image, Source

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_the_version_changes_with_the_values_below() -> None:
    assert fingerprint.VERSION == 1


def test_texts_and_bytes_are_pinned() -> None:
    assert of_bytes(b"") == "cae66941d9efbd404e4d88758ea67670"
    assert of_text("İğne") == "13f60c7f30ee83904b8f9b5f354ed7fb"
    assert of_text("\ud800") == "b4fe3de0239399efbfffc79686f435f9"
    assert short("\ud800") == "38da57e7"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "3bf6ded28f1dd5ecbf9f715d990931f4"),
        (True, "50a50a98b6c7ccfe304f0538a774b0d3"),
        (0, "4b06a0124273e166a8d3f60f2a9abbce"),
        (1.5, "637e6032af72f08db7b65d950b82456e"),
        ("a", "6dd8176fac481df3d6d5265cc036cda7"),
        ("\ud800", "fd70085ee5f6bf4d10e2a8b3ab6bb6bf"),
        ({2: 1, "1": 0}, "abe6a6c8adc26a0b2488e38096764643"),
        ((), "b13836b4229a60dbfa9e009147ed7271"),
        ({}, "648822f80dcd42d978a3d3e49d74aa03"),
        (("a",), "d50dd9c9bf2efe4410539d9d36dd6921"),
        ({"b": 1, "a": 2}, "c40c124f6e71a2aff18eff9baf7c7d44"),
        (Source("Reuters"), "e86283dc94691ce2ab182fcbbace0e84"),
        (
            (1, True, None, 1.5, "a", ("b",), {"k": [2]}, Image("a.png", "x")),
            "5baa4b5805135efcfcb0248eacc5f911",
        ),
    ],
)
def test_values_are_pinned(value: object, expected: str) -> None:
    assert of_value(value) == expected


def test_a_paragraph_is_known_by_its_words_and_not_by_its_spaces() -> None:
    assert short("Bakan konuştu.") == "52cff18f"
    assert short("  Bakan\n\tkonuştu. ") == "52cff18f"
    assert short("Bakan konuştu") != "52cff18f"


def test_a_list_is_a_tuple_and_the_order_of_keys_is_nothing() -> None:
    assert of_value([1, [2]]) == of_value((1, (2,)))
    assert of_value({"a": 1, "b": 2}) == of_value({"b": 2, "a": 1})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), ("a", ("b",))),
        ((1, 2), (12,)),
        ("1", 1),
        (True, 1),
        (None, "None"),
        ({"a": None}, {"a": ()}),
        ({"a": "b"}, ("a", "b")),
        (Source("a"), ("a", "")),
        ((), ((),)),
    ],
)
def test_values_that_look_alike_differ(one: object, other: object) -> None:
    assert of_value(one) != of_value(other)


@given(PLAIN, PLAIN)
def test_only_equal_values_have_one_fingerprint(one: object, other: object) -> None:
    assert (of_value(one) == of_value(other)) == (repr(_sorted(one)) == repr(_sorted(other)))


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {"keys": [(key, _sorted(value[key])) for key in sorted(value)]}
    return [_sorted(item) for item in value] if isinstance(value, tuple) else value


@dataclass
class Holder:
    """Holds anything."""

    value: object


@pytest.mark.parametrize("value", [Path("a"), {1, 2}, b"x", object(), Source, Holder(object())])
def test_what_has_no_stable_form_has_no_fingerprint(value: object) -> None:
    with pytest.raises(TypeError, match="no fingerprint for"):
        of_value(value)
