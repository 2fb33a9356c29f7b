"""Relocations as lines in pixels: cut at the edges of the circles, with points along the way (`scene/arcs.mjs`)."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

Pixel = tuple[float, float]


@dataclass(frozen=True)
class Way:
    """A line of at least two points, in pixels; or of none, where the circles at its ends touch."""

    points: Sequence[Pixel]

    @cached_property
    def lengths(self) -> list[float]:
        """The way from the first point to each."""
        return list(accumulate((math.dist(one, other) for one, other in pairwise(self.points)), initial=0.0))

    @property
    def length(self) -> float:
        """The length of the whole line."""
        return self.lengths[-1]

    def at(self, fraction: float) -> Pixel:
        """Return the point at a fraction 0–1 of its length."""
        wanted = self.length * min(max(fraction, 0), 1)
        i = min(max(bisect_left(self.lengths, wanted), 1), len(self.points) - 1)
        span = self.lengths[i] - self.lengths[i - 1]
        part = (wanted - self.lengths[i - 1]) / span if span > 0 else 0
        (x0, y0), (x1, y1) = self.points[i - 1 : i + 1]
        return x0 + part * (x1 - x0), y0 + part * (y1 - y0)

    @property
    def heading(self) -> float:
        """The direction in which it ends, in radians clockwise from east."""
        (x1, y1), (x0, y0) = self.points[-1], self.at(0.97)
        return math.atan2(y1 - y0, x1 - x0)

    def trimmed(self, from_radius: float, to_radius: float) -> Way:
        """Return the part of it outside the circles at its ends."""
        total = self.length
        if not total > from_radius + to_radius + 2:
            return Way(())
        each = zip(self.points, self.lengths, strict=True)
        inside = [point for point, way in each if from_radius < way < total - to_radius]
        return Way([self.at(from_radius / total), *inside, self.at(1 - to_radius / total)])
