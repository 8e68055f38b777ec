"""Records: what dataclasses give."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import cached_property

import pytest

from digest.records import record


@record
class Point:
    """A place."""

    x: int
    y: int = 0
    """Upwards."""

    def moved(self, x: int) -> Point:
        return dataclasses.replace(self, x=self.x + x)


@record
class Square:
    """One field, and what is made of it."""

    side: int

    @cached_property
    def area(self) -> int:
        return self.side**2


@record
class Nothing:
    """A message that says all by being there."""


def test_fields_are_given_by_place_or_by_name() -> None:
    assert Point(1) == Point(x=1, y=0) != Point(0, 1)
    assert (Point(3, 4).x, Point(3, 4).y) == (3, 4)


@pytest.mark.parametrize(("args", "said"), [((), "'x'"), ((1, 2, 3), "from 2 to 3")])
def test_wrong_arguments_are_refused(args: tuple[int, ...], said: str) -> None:
    make: Callable[..., Point] = Point
    with pytest.raises(TypeError, match=said):
        make(*args)


def test_records_of_two_types_differ() -> None:
    square: object = Square(1)
    assert square not in {Point(1), (1,), Nothing()}
    assert Nothing() == Nothing() != square


def test_a_record_is_a_key() -> None:
    assert {Point(1): "a"}[Point(1)] == "a"
    assert len({Square(1), Square(1), Square(2)}) == 2


def test_a_record_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    with pytest.raises(AttributeError, match="frozen"):
        point.z = 2  # type: ignore[attr-defined]
    assert point == Point(1)


def test_a_record_shows_its_fields() -> None:
    assert repr(Point(1)) == "Point(x=1, y=0)"


def test_replace_and_fields_take_a_record_for_a_dataclass() -> None:
    assert Point(1, 2).moved(4) == Point(5, 2)
    assert [field.name for field in dataclasses.fields(Point)] == ["x", "y"]
    assert dataclasses.fields(Point)[1].default == 0
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 0}
    assert dataclasses.is_dataclass(Square)
    assert dataclasses.fields(Square)[0].type == "int"


def test_a_record_is_copied_and_pickled() -> None:
    for one in (Point(1, 2), Square(3), Nothing()):
        assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one


def test_a_record_has_room_for_its_fields_alone_unless_it_keeps_properties() -> None:
    assert not hasattr(Point(1), "__dict__")
    square = Square(3)
    assert square.area is square.area
    assert vars(square) == {"area": 9}


def test_a_record_is_matched_by_place() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_a_default_that_can_change_is_refused() -> None:
    changing: tuple[object, ...] = ([], dataclasses.field(default_factory=list))
    for default in changing:

        class Shared:
            items: object = default

        with pytest.raises(TypeError, match="needs a dataclass"):
            record(Shared)
