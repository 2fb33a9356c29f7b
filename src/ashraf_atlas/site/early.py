"""The one script that stands in every page itself: what must hold before any other is there."""

from __future__ import annotations

import base64
import hashlib

EARLY = """((asked) => {
const { dataset } = document.documentElement, [mode, theme] = ["mode", "theme"].map((it) => asked.get(it));
if (mode) dataset.asked = mode;
if (theme === "dark" || theme === "light") dataset.theme = theme;
const unfold = () => {
  if (dataset.ready) return;
  for (const rest of document.querySelectorAll(".written-rest")) rest.outerHTML = rest.textContent;
};
addEventListener("error", unfold, true);
addEventListener("unhandledrejection", unfold);
addEventListener("DOMContentLoaded", () => setTimeout(unfold, 15000));
})(new URLSearchParams(location.search || location.hash.slice(1)));
"""
"""Mode and theme that the address asks for, before anything is painted; and the whole story in words, should a script
fail, or not come in a quarter of a minute."""


def script_hash(script: str) -> str:
    """Return how a policy names a script that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode('ascii')}'"
