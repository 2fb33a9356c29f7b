"""Colours: readable text, visible marks, both themes complete."""

from __future__ import annotations

import pytest

from ashraf_atlas.theme import CUSTODY, THEMES, css_variables, tokens

TEXT = ("ink", "soft", "faint", "relocation", "attack", "presence")
MARKS = ("relocation", "attack", "attack-earlier", "presence", *(f"custody-{index}" for index in range(8)))


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(theme: str, ground: str, text: str) -> None:
    assert contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["land", "water"])
@pytest.mark.parametrize("mark", MARKS)
def test_marks_can_be_seen_on_land_and_water(theme: str, ground: str, mark: str) -> None:
    colours = tokens(theme)
    assert contrast(colours[mark], colours[ground]) >= 3


def test_both_themes_have_every_token() -> None:
    assert set(tokens("light")) == set(tokens("dark"))


def test_no_two_rings_have_one_colour() -> None:
    assert all(len(set(colours)) == len(colours) for colours in CUSTODY.values())


def test_the_style_sheet_follows_the_system_unless_told_otherwise() -> None:
    sheet = css_variables()
    assert '@media(prefers-color-scheme:dark){:root:not([data-theme="light"])' in sheet
    assert sheet.count("--paper:") == 3
