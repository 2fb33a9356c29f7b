"""Great circles and boxes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pyproj import Geod

from ashraf_atlas.geo import bounds, great_circle

TEHRAN, PARIS = (51.389, 35.6892), (2.3522, 48.8566)
ASHRAF, LIBERTY = (44.5667, 34.0667), (44.2465778, 33.3002611)


def test_tehran_to_paris_bends_north_and_has_the_most_points() -> None:
    way = great_circle(*TEHRAN, *PARIS)
    assert len(way) == 64
    assert (way[0], way[-1]) == (TEHRAN, PARIS)
    assert way[32] == (29.2059, 45.0671)  # halfway a straight line would be near 42° north


def test_ashraf_to_liberty_has_a_point_about_each_60_km() -> None:
    assert great_circle(*ASHRAF, *LIBERTY) == ((44.5667, 34.0667), (44.4059, 33.6836), (44.2466, 33.3003))


def test_points_are_evenly_spaced() -> None:
    way = great_circle(*TEHRAN, *PARIS)
    metres = [Geod(ellps="WGS84").inv(*one, *other)[2] for one, other in pairwise(way)]
    assert min(metres) == pytest.approx(max(metres), rel=0.001)


def test_the_way_back_is_the_same_way() -> None:
    assert great_circle(*PARIS, *TEHRAN) == great_circle(*TEHRAN, *PARIS)[::-1]


def test_neighbours_have_two_points() -> None:
    assert len(great_circle(44.0, 33.0, 44.1, 33.1)) == 2


def test_one_place_to_itself_is_no_way() -> None:
    assert great_circle(*PARIS, *PARIS) == (PARIS, PARIS)


@pytest.mark.parametrize(("west", "east", "last"), [(170, -170, 190), (-170, 170, -190)])
def test_across_the_180th_meridian_it_runs_on(west: float, east: float, last: float) -> None:
    way = great_circle(west, 10, east, 12)
    assert way[-1] == (last, 12)
    assert all(abs(one - other) < 1 for (one, _), (other, _) in pairwise(way))


def test_coordinates_have_four_decimals() -> None:
    assert all(round(number, 4) == number for point in great_circle(*TEHRAN, *PARIS) for number in point)


def test_bounds_are_west_south_east_north() -> None:
    assert bounds([TEHRAN, PARIS]) == (2.3522, 35.6892, 51.389, 48.8566)
    assert bounds([PARIS]) == (2.3522, 48.8566, 2.3522, 48.8566)


def test_bounds_of_nothing_are_an_error() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        bounds([])
