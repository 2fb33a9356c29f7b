"""Style sheets over the stage's own, for pictures: whose map it is stands in each of them, or beside it."""

from __future__ import annotations

CREDITS = """
html[data-mode="present"] #attribution {
  display: block !important; position: absolute; z-index: 1; margin: 0; padding: 0; border: 0; background: none;
  inset: auto calc(22 * var(--unit)) calc(1.7 * var(--unit)) auto;
  font: 500 calc(5.6 * var(--unit))/1 var(--sans); color: var(--soft); white-space: nowrap;
}
"""
"""Below the line of progress."""

WORDLESS = """
html[data-mode="present"] #caption > * { visibility: hidden !important; }
html[data-mode="present"] #caption { padding-block-start: calc(24 * var(--unit)) !important; }
html[data-mode="present"] .caption-words { padding-block-start: calc(20 * var(--unit)); }
"""
"""The words of the caption are written elsewhere, with a title over them: the map keeps clear of them all the same."""

CAPTIONLESS = """
html[data-mode="present"] #caption {
  visibility: hidden !important; display: block; block-size: calc(30 * var(--unit)); padding: 0; overflow: hidden;
}
"""
"""The words stand outside the picture, which has only a margin for them, so that no circle is cut off below."""
