"""Finds a place for each label where it covers nothing that matters (`scene/labels.mjs`), and no other label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ashraf_atlas.picture.shown import Box, box_of

SIDES = {
    "left": (-1.0, 0.0),
    "right": (1.0, 0.0),
    "below": (0.0, 1.0),
    "above": (0.0, -1.0),
    "below-left": (-0.75, 0.75),
    "above-left": (-0.75, -0.75),
    "below-right": (0.75, 0.75),
    "above-right": (0.75, -0.75),
}
"""Where a label may stand around its anchor, best first: direction."""

EDGE = 4
"""Pixels at the edge of the map that stay free."""

LINE = 17
"""The height of a line of label."""


@dataclass(frozen=True)
class Wanted:
    """A label to be laid: what it names, where that is and how large; the most important comes first."""

    ref: str
    tone: str
    """place, anchor, relocation or town."""
    lines: tuple[str, ...]
    x: float
    y: float
    r: float
    width: float = 0
    """That of its longest line."""
    optional: bool = True
    """Whether it is left out where there is no free side."""
    sides: tuple[str, ...] = tuple(SIDES)
    reach: tuple[float, ...] = (0,)
    """Distances from what it names at which there is room to look."""
    dot: float = 0
    """Radius of a dot that is drawn with it."""

    @property
    def height(self) -> float:
        """The height of all its lines."""
        return len(self.lines) * LINE


@dataclass(frozen=True)
class Label:
    """A label that has found its place."""

    wanted: Wanted
    box: Box
    align: str
    """start, middle or end."""


class Boxes:
    """Many boxes, looked at together."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        """Begin with some."""
        self._edges = np.array([(it.left, it.top, it.right, it.bottom) for it in boxes]).reshape(-1, 4)

    def add(self, box: Box) -> None:
        """Add one."""
        self._edges = np.vstack([self._edges, (box.left, box.top, box.right, box.bottom)])

    def cover(self, box: Box) -> float:
        """Return how much of a box they cover, each by itself."""
        left, top, right, bottom = self._edges.T
        width = np.minimum(right, box.right) - np.maximum(left, box.left)
        height = np.minimum(bottom, box.bottom) - np.maximum(top, box.top)
        return float((np.clip(width, 0, None) * np.clip(height, 0, None)).sum())


def lay(wanted: Sequence[Wanted], taken: Sequence[Box], width: float, height: float) -> list[Label]:
    """Choose a side for each label; one is left out where it would lie over another or off the map."""
    obstacles, rooms, laid = Boxes(taken), Boxes(()), list[Label]()
    for label in wanted:
        best, least = None, 0.0
        for spot, room in _spots(label):
            if not _fits(room, width, height) or rooms.cover(room):
                continue
            cost = obstacles.cover(room)
            if best is None or cost < least:
                best, least = (spot, room), cost
            if not cost:
                break
        if best and not (least and label.optional):
            laid.append(best[0])
            rooms.add(best[1])
    return laid


def _fits(box: Box, width: float, height: float) -> bool:
    return box.left >= EDGE and box.top >= EDGE and box.right <= width - EDGE and box.bottom <= height - EDGE


def _spots(label: Wanted) -> Iterator[tuple[Label, Box]]:
    """Close by first; where that is taken, a little farther off is better than over something."""
    for away in label.reach:
        for side in label.sides:
            dx, dy = SIDES[side]
            gap = label.r + 6 + away
            left = label.x + dx * gap - (label.width if dx < 0 else 0 if dx > 0 else label.width / 2)
            top = label.y + dy * gap - (label.height if dy < 0 else 0 if dy > 0 else label.height / 2)
            box = Box(left, top, left + label.width, top + label.height)
            room = box.around(box_of(label.x, label.y, label.dot)) if label.dot else box
            yield Label(label, box, "end" if dx < 0 else "start" if dx > 0 else "middle"), room
