from __future__ import annotations

import pytest

from ashraf_atlas.exports.lines import box, cut


@pytest.mark.parametrize(
    ("way", "lines"),
    [
        (((0, 0), (1, 1)), (((0, 0), (1, 1)),)),
        (((170, 10), (190, 14)), (((170, 10), (180, 12)), ((-180, 12), (-170, 14)))),
        (((-170, 10), (-190, 14)), (((-170, 10), (-180, 12)), ((180, 12), (170, 14)))),
        (((180, 0), (185, 1)), (((-180, 0), (-175, 1)),)),
        (((175, 0), (180, 1)), (((175, 0), (180, 1)),)),
        (((-180, 0), (-175, 1)), (((-180, 0), (-175, 1)),)),
        (((180, 0), (175, 1)), (((180, 0), (175, 1)),)),
        (((179, 0), (180, 1), (181, 2)), (((179, 0), (180, 1)), ((-180, 1), (-179, 2)))),
    ],
)
def test_a_way_is_cut_where_it_crosses_the_meridian(
    way: tuple[tuple[float, float], ...], lines: tuple[object, ...]
) -> None:
    assert cut(*way) == lines


@pytest.mark.parametrize(
    ("shapes", "around"),
    [
        ([[(2, 48)], [(51, 35)]], (2, 35, 51, 48)),
        ([[(170, 0)], [(-170, 5)]], (170, 0, -170, 5)),
        ([[(170, 1), (180, 2)], [(-180, 2), (-170, 3)], [(100, 0)]], (100, 0, -170, 3)),
        ([[(-100, 0), (100, 1)], [(0, 5)]], (-100, 0, 100, 5)),
        ([[(5, 5)]], (5, 5, 5, 5)),
        ([[], [(5, 5)]], (5, 5, 5, 5)),
        ([], None),
    ],
)
def test_the_box_around_shapes_is_the_narrowest(shapes: list[list[tuple[float, float]]], around: object) -> None:
    assert box(shapes) == around
