"""What can be written into GeoJSON and TOML that is not what is wanted there."""

# ruff: noqa: E501 (a pool is a table)

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from tests.mutating.nasty import words

Draw = Callable[..., Any]

HUGE = 10**400
POINTS = (
    [9.73, 47.5], [47.5, 9.73], [-180, 90], [180, -90], [0, 0], [9.73, 47.5, 400], [9.73], [], [9.73, 47.5, 1, 2], ["9.73", "47.5"],
    [None, None], [HUGE, 1], [1e300, 1e300], [9.73, [47.5]], [[9.73, 47.5]], [True, False], [180.0001, 0], [-0.0, 90], [973, 475], 9.73,
    None, "9.73,47.5", {"lon": 9.73, "lat": 47.5}, [float("nan"), 47.5], [float("inf"), 47.5],
)  # fmt: skip
SHAPES = (
    None, {}, [], "POINT (9 47)", {"type": "Point"}, {"type": "point", "coordinates": [9.73, 47.5]}, {"type": ["Point"], "coordinates": [9, 47]},
    {"type": "Polygon", "coordinates": [[[9, 47], [10, 47], [10, 48], [9, 47]]]}, {"type": "MultiPoint", "coordinates": [[9.73, 47.5]]},
    {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": []}]}, {"type": "Feature", "geometry": None},
    {"type": "LineString", "coordinates": []},
)  # fmt: skip
VALUES = (
    None, True, False, 0, -1, 1, 1.5, -0.0, 1e300, 5e-324, float("nan"), float("inf"), HUGE, -HUGE, 12345678901234567890123456789012345, 2013,
    "", " ", [], {}, [[]], [1], ["a"], {"a": 1}, "\ud800", "\u0000", "\x1b", "<b>x</b>", [None] * 3,
)  # fmt: skip
NAMES = ("id", "name", "name_de", "name_french", "name_", "Name", "coordinates", "type", "", "constructor", "__proto__", "\ud800", "\n", "geometry")

nasty = st.one_of(st.sampled_from(VALUES), words, st.sampled_from(POINTS), st.sampled_from(SHAPES))


def geojson(content: bytes, draw: Draw) -> bytes:
    """Return a GeoJSON file after one to three changes of its tree, and perhaps one of its text."""
    tree = json.loads(content)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(tree))
        where, key = draw(st.sampled_from(places))
        draw(st.sampled_from(TREE_CHANGES))(where, key, draw)
    text = json.dumps(tree, ensure_ascii=draw(st.booleans()))
    return draw(st.sampled_from(SPELLINGS))(text).encode("utf-8", "surrogatepass")


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of the tree with each of its keys."""
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield tree, key
        yield from _places(tree[key])


def _set(where: Any, key: Any, draw: Draw) -> None:
    where[key] = draw(nasty)


def _point(where: Any, key: Any, draw: Draw) -> None:
    if key == "coordinates":
        where[key] = draw(st.sampled_from(POINTS))
    elif key == "geometry":
        where[key] = draw(st.sampled_from(SHAPES))
    else:
        where[key] = draw(words)


def _delete(where: Any, key: Any, draw: Draw) -> None:
    del where[key]


def _rename(where: Any, key: Any, draw: Draw) -> None:
    if isinstance(where, dict):
        where[draw(st.sampled_from(NAMES))] = where.pop(key)


def _double(where: Any, key: Any, draw: Draw) -> None:
    if isinstance(where, list):
        where.append(json.loads(json.dumps(where[key])))


def _wrap(where: Any, key: Any, draw: Draw) -> None:
    for _ in range(draw(st.sampled_from([1, 2, 100]))):
        where[key] = [where[key]]


TREE_CHANGES = (_set, _set, _point, _point, _point, _delete, _rename, _double, _wrap)

SPELLINGS: tuple[Callable[[str], str], ...] = (
    *[lambda text: text] * 8,
    lambda text: text.replace('"id":', '"id": "twice", "id":', 1),
    lambda text: text.replace('"precision_m": 500', '"precision_m": 1e999'),
    lambda text: text.replace('"precision_m": 500', f'"precision_m": {"9" * 5000}'),
    lambda text: text.replace("47.69", "-" + "9" * 4400),
    lambda text: text.replace('"name": ', '"name_' + "x" * 3000 + '": ', 1),
    lambda text: "\ufeff" + text,
    lambda text: text + " ",
    lambda text: text + "{}",
    lambda text: text.replace('"', "'"),
    lambda text: "// comment\n" + text,
)

LITERALS = (
    '""', '" "', "1990", "1991", "1995", "-1", "0", "9999", "10000", "0001", "1990.0", "1990.5", "1e3", "nan", "inf", "-inf", "true", "[]", "{}",
    "[[]]", "[1, 2, 3]", "[47.6, 9.4, 8.5]", "[90, 180, 22]", "[-90, -180, 0]", '["a", 1, true]', "[nan, 0, 0]", "{ a = 1 }", "1990-01-01",
    "1990-13-01", "1990-01-01T00:00:00Z", "00:00:00", "9" * 30, "1" + "0" * 400, "9" * 5000, "0x7c6", '"1990"', '"1991-01-01"', "'''\nx\ny\n'''",
    '"\\u0000"', '"\\ud800"', '"\\u202e"', '"<script>"', '"{%scripts%}"', '"en"', '"xx"', '"fr"', "'C:\\x'", '"https://x.y"', '"1"', "1.0",
    "[" * 900 + "]" * 900, "{a=" * 900 + "1" + "}" * 900, '"' + "x" * 200_000 + '"', "[" + "1," * 5000 + "]",
)  # fmt: skip

KEYS = ("Title", "a.b", '"a b"', '""', "id", "title", "[x]", "[[x]]", "\x00")
LINES = ("[table]", "x = 1", "[[list]]", "a.b.c = 1", "# \udcff", "= 1", "title", '"" = 1')


def toml(content: bytes, draw: Draw) -> bytes:
    """Return a TOML file in which one to three lines are written differently, left out, doubled or moved."""
    lines = content.decode("utf-8").split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        key = lines[at].split(" = ")[0]
        how = draw(st.sampled_from(["value", "value", "value", "text", "key", "delete", "double", "add"]))
        if how == "value":
            lines[at] = f"{key} = {draw(st.sampled_from(LITERALS))}"
        elif how == "text":
            lines[at] = f"{key} = {json.dumps(draw(words), ensure_ascii=False)}"
        elif how == "key":
            lines[at] = lines[at].replace(key, draw(st.sampled_from(KEYS)), 1)
        elif how == "delete":
            del lines[at]
            lines = lines or [""]
        elif how == "double":
            lines.insert(at, lines[at])
        else:
            lines.insert(at, draw(st.sampled_from(LINES)))
    return "\n".join(lines).encode("utf-8", "surrogateescape")
