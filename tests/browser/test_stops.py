"""Every stop of the embedded walk as a hall sees it: no label over another, nothing under the caption or cut off."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Open
from tests.browser.visitor import wait_for

SEEN = """() => {
    const box = (it) => {
        const { left, top, right, bottom } = it.getBoundingClientRect();
        return { left, top, right, bottom };
    };
    const named = (it) => ({ ...box(it), name: it.dataset.key });
    const all = (layer) => [...document.querySelectorAll(`#drawing .${layer} > g`)].map(named);
    return {
        labels: all('labels'), drawn: [...all('marks'), ...all('circles'), ...all('movers')],
        caption: box(document.querySelector('#caption')), words: box(document.querySelector('.caption-text')),
        sources: box(document.querySelector('.caption-sources')), year: box(document.querySelector('.caption-year')),
        progress: box(document.querySelector('.progress')),
    };
}"""
TOUCH = 1.5
"""Pixels by which the boxes of two texts may meet: a box is higher than its letters."""


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    width = min(one["right"], other["right"]) - max(one["left"], other["left"])
    height = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(width > TOUCH and height > TOUCH)


@pytest.mark.parametrize(("width", "height", "theme"), [(1280, 720, "light"), (1920, 1080, "dark")])
def test_every_stop_can_be_shown(opened: Open, width: int, height: int, theme: str) -> None:
    page = opened(f"?mode=present&theme={theme}", viewport={"width": width, "height": height})
    wait_for(page, complete="true")
    wrong = []
    for number in range(1, page.evaluate("() => atlas.state().steps") + 1):
        page.evaluate("step => atlas.set({ step })", number)
        wait_for(page, step=str(number), arrived="true")
        seen = page.evaluate(SEEN)
        assert seen["labels"]
        for at, label in enumerate(seen["labels"]):
            others = [*seen["labels"][at + 1 :], {**seen["caption"], "name": "the caption"}]
            wrong += [f"{number}: {label['name']} over {it['name']}" for it in others if overlap(label, it)]
            if label["left"] < 0 or label["top"] < 0 or label["right"] > width:
                wrong.append(f"{number}: {label['name']} is cut off")
        for it in seen["drawn"]:
            if overlap(it, {**seen["caption"], "top": seen["words"]["top"]}):
                wrong.append(f"{number}: {it['name']} under the caption")
        assert seen["sources"]["bottom"] <= seen["progress"]["top"]
        assert seen["year"]["right"] <= seen["words"]["left"]
        assert seen["words"]["right"] <= width
    assert wrong == []
