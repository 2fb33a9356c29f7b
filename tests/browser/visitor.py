"""What a visitor does and sees, as verbs: they wait for what is on the page, never for time."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page


def wait_for(page: Page, **attributes: str) -> None:
    """Wait until `<html data-…>` has these values."""
    at_once = "".join(f'[data-{name}="{value}"]' for name, value in attributes.items())
    page.wait_for_selector(f"html{at_once}", state="attached")


def press(page: Page, key: str, **attributes: str) -> None:
    """Press a key and wait for what it leads to."""
    page.keyboard.press(key)
    wait_for(page, **attributes)


def go_to(page: Page, year: int) -> None:
    """Set the year as a script on the page would."""
    page.evaluate("year => atlas.set({ year })", year)
    wait_for(page, year=str(year))


def spot(page: Page, ref: str) -> dict[str, Any]:
    """Where something is drawn, in page pixels."""
    found = page.evaluate("ref => atlas.locate(ref)", ref)
    assert found, f"{ref} is not drawn"
    return dict(found)


def click_on_map(page: Page, ref: str) -> None:
    """Click the middle of a mark on the map itself, as it is drawn by WebGL or as SVG."""
    at = spot(page, ref)
    assert at["visible"], f"{ref} is not visible: {at}"
    hit = page.evaluate(
        """([x, y]) => {
            const hit = document.elementFromPoint(x, y);
            return hit?.closest('.paper-map') ? 'MAP' : hit?.tagName;
        }""",
        [at["x"], at["y"]],
    )
    assert hit in ("CANVAS", "MAP"), f"{ref} lies under a {hit} at {at}"
    page.mouse.click(at["x"], at["y"])


def settle(page: Page) -> None:
    """End a running flight and draw the present state: asking where something is does both."""
    page.evaluate("() => atlas.locate('nothing:at_all')")


def labels(page: Page) -> dict[str, str]:
    """What stands beside each place and relocation on the map: reference → text of its lines."""
    settle(page)
    return dict(
        page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('#drawing .labels > g')]
                .map(g => [g.dataset.key, [...g.querySelectorAll('text')].map(t => t.textContent).join(' | ')]))"""
        )
    )


def drawn(page: Page, layer: str) -> list[str]:
    """References of what is drawn in a layer of the map: lines, circles, marks, movers."""
    settle(page)
    return list(
        page.evaluate(
            "layer => [...document.querySelectorAll(`#drawing .${layer} > g`)].map(g => g.dataset.key)", layer
        )
    )


def story(page: Page) -> dict[str, Any]:
    """The story as the server sends it to the page."""
    return dict(
        page.evaluate(
            """async () => {
                const layout = JSON.parse(atlasData['_dash-layout']);
                return layout.props.children.find(it => it.props.id === 'story').props.data;
            }"""
        )
    )
