"""Colours of the atlas, light and dark, as one table; CSS variables and the map style are made from it.

The tokens come from the project's look: each text colour has a contrast of at least 4.5:1 on paper and card,
each mark at least 3:1 on land and on water (`tests/test_theme.py` measures them).
"""

from __future__ import annotations

from collections.abc import Mapping

THEMES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "paper": "#FBFAF7",
        "card": "#FFFFFF",
        "ink": "#1B2327",
        "soft": "#56616A",
        "faint": "#646E75",
        "line": "#E2DED5",
        "control": "#8A8F8C",
        "water": "#DCE6EA",
        "land": "#F4F0E7",
        "border": "#BDB5A4",
        "province": "#D9D2C3",
        "province-held": "#ECE6D6",
        "relocation": "#0B6E75",
        "attack": "#B3401A",
        "attack-earlier": "#AD6A52",
        "presence": "#2B5C8A",
    },
    "dark": {
        "paper": "#14191C",
        "card": "#1A2024",
        "ink": "#ECE9E2",
        "soft": "#A6B0B5",
        "faint": "#8C979E",
        "line": "#2B3338",
        "control": "#6C777E",
        "water": "#10171B",
        "land": "#20282C",
        "border": "#4B565C",
        "province": "#313B40",
        "province-held": "#283237",
        "relocation": "#4FC3C9",
        "attack": "#F0865C",
        "attack-earlier": "#B26D52",
        "presence": "#7FB2E0",
    },
}
"""Theme name → token → colour."""

CUSTODY: Mapping[str, tuple[str, ...]] = {
    "light": ("#7A4FA3", "#8A6100", "#B0417F", "#2E7D4F", "#4456B5", "#6B3E26", "#6B7300", "#56616B"),
    "dark": ("#B99AE0", "#D9A94A", "#E58BBE", "#6CC08B", "#94A5F0", "#C99A80", "#BFC65C", "#A9B4BC"),
}
"""Ring colours, given to controllers in the order in which `custody.csv` first names them

After the eighth they begin again.."""


def tokens(theme: str) -> dict[str, str]:
    """Return every colour of a theme by name, the custody rings as `custody-0` … included."""
    rings = {f"custody-{index}": colour for index, colour in enumerate(CUSTODY[theme])}
    return {**THEMES[theme], **rings}


def css_variables() -> str:
    """Return the style sheet that defines every token, following the system unless `data-theme` says otherwise."""
    light, dark = (_declarations(tokens(theme)) for theme in ("light", "dark"))
    return (
        f":root{{color-scheme:light;{light}}}"
        f':root[data-theme="dark"]{{color-scheme:dark;{dark}}}'
        f'@media(prefers-color-scheme:dark){{:root:not([data-theme="light"]){{color-scheme:dark;{dark}}}}}'
    )


def with_alpha(colour: str, alpha: float) -> str:
    """Return a colour (#RRGGBB) that lets through what is under it, as CSS writes it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha})"


def _declarations(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
