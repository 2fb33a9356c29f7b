"""SVG becomes PNG, in the project’s own fonts only; the same gives the same bytes each time."""

from __future__ import annotations

import io
import re
from typing import Any

import numpy as np
import resvg_py
from PIL import Image

from ashraf_atlas.picture.fonts import font_files

COLOURS = 256
"""As many as a small PNG can have."""

FREQUENT = 96
"""So many of them are those that are seen most."""


def png(svg: str, *, small: bool = True) -> bytes:
    """Return a picture as PNG; `small`: with a palette, a third of the size and hardly another to look at."""
    made = resvg_py.svg_to_bytes(svg_string=_varied(svg), skip_system_fonts=True, font_files=font_files())
    return _with_palette(bytes(made)) if small else bytes(made)


def _varied(svg: str) -> str:
    """Weights between the hundreds are told to the renderer as what they are, a place on the font's axis."""
    return re.sub(
        r'font-weight="(\d)([1-9]\d|0[1-9])"',
        lambda it: f'font-weight="{it[1]}00" style="font-variation-settings:\'wght\' {it[1]}{it[2]}"',
        svg,
    )


def _with_palette(picture: bytes) -> bytes:
    """The colours that are seen most stay what they are; of the others each becomes the nearest that is kept."""
    pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).astype(np.uint32)
    packed = pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]
    values, place, counts = np.unique(packed, return_inverse=True, return_counts=True)
    colours = np.column_stack([values >> 16, values >> 8 & 255, values & 255]).astype(np.int32)
    kept = _kept(colours, counts)
    nearest = np.argmin([np.square(colours - it).sum(axis=1) for it in kept], axis=0).astype(np.uint8)
    image = Image.fromarray(nearest[place].reshape(packed.shape))
    image.putpalette(kept.astype(np.uint8).tobytes())
    saved = io.BytesIO()
    image.save(saved, "PNG", compress_level=7)  # the last twentieth of the size would cost a third of the time
    return saved.getvalue()


def _kept(colours: Any, counts: Any) -> Any:
    """The colours of the palette: the most frequent, then those that are missed most, by how far and how often."""
    first = np.argsort(-counts, kind="stable")[:FREQUENT]
    chosen = list(first)
    missed = np.min([np.square(colours - colours[it]).sum(axis=1) for it in first], axis=0)
    while len(chosen) < min(COLOURS, len(colours)):
        chosen.append(int(np.argmax(missed * np.sqrt(counts))))
        missed = np.minimum(missed, np.square(colours - colours[chosen[-1]]).sum(axis=1))
    return colours[chosen]
