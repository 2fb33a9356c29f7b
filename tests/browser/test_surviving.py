"""Where the page must hold: without its server, in small frames, under a path, with another story."""

from __future__ import annotations

import pytest

from tests.browser.conftest import ROOT, Open, Start, Visit
from tests.browser.visitor import click_on_map, go_to, press, wait_for


def test_after_loading_the_server_may_stop(opened: Open, start: Start) -> None:
    server = start()
    page = opened("?year=2008", address=server.address)
    wait_for(page, complete="true")
    server.stop()
    press(page, "ArrowRight", year="2009")
    click_on_map(page, "attack:atk_2009_07_28")
    wait_for(page, selected="attack:atk_2009_07_28")
    press(page, "Escape", selected="")
    press(page, "Space", playing="true")
    wait_for(page, year="2010")
    press(page, "Space", playing="false")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (800, 500), (390, 844), (320, 640)])
def test_nothing_is_cut_off_or_scrolls_sideways(opened: Open, width: int, height: int) -> None:
    page = opened("?year=2013", viewport={"width": width, "height": height})
    wide = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert wide[0] <= width
    assert wide[1] <= height
    for part in ("#year-figure", "#play", "input#year", "#detail h2", "#map"):
        box = page.locator(part).bounding_box()
        assert box, part
        assert box["x"] >= 0, part
        assert box["x"] + box["width"] <= width + 1, part
    time = page.locator("#time").bounding_box()
    assert time
    assert time["y"] + time["height"] <= height + 1
    for attack in ("atk_2013_02_09", "atk_2013_06_15", "atk_2013_09_01", "atk_2013_12_26"):
        click_on_map(page, f"attack:{attack}")
        wait_for(page, selected=f"attack:{attack}")
        press(page, "Escape", selected="")


def test_the_sheet_on_a_phone_goes_up_and_down(opened: Open) -> None:
    page = opened("?year=2013", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    panel = page.locator("#panel")
    half = panel.bounding_box()
    page.tap("#sheet")
    page.wait_for_selector("#panel[data-sheet=full]")
    full = panel.bounding_box()
    assert half
    assert full
    assert full["height"] > half["height"] + 150
    page.tap("#sheet")
    page.wait_for_selector("#panel[data-sheet=half]")


def test_the_map_is_never_blank(visited: Visit) -> None:
    page = visited(2013)
    for year in (2013, 1995, 2017):
        go_to(page, year)
        page.evaluate("() => atlas.locate('place:tirana')")
        shades = page.evaluate(
            """() => new Promise(done => {
                const map = document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map;
                map.once('render', () => {
                    const gl = map.getCanvas().getContext('webgl2');
                    const seen = new Set();
                    const pixel = new Uint8Array(4);
                    for (let i = 0; i < 400; i += 1) {
                        const [x, y] = [((i % 20) + 0.5) / 20, (Math.floor(i / 20) + 0.5) / 20];
                        gl.readPixels(x * gl.drawingBufferWidth, y * gl.drawingBufferHeight, 1, 1,
                            gl.RGBA, gl.UNSIGNED_BYTE, pixel);
                        seen.add(pixel.join());
                    }
                    done(seen.size);
                });
                map.triggerRepaint();
            })"""
        )
        assert shades >= 2, year


def test_it_runs_under_a_path(opened: Open, start: Start) -> None:
    server = start("--base-path", "/atlas/")
    assert server.address.endswith("/atlas/")
    page = opened("?year=2016", address=server.address)
    click_on_map(page, "attack:atk_2016_07_04")
    wait_for(page, selected="attack:atk_2016_07_04")


def test_another_story_needs_no_code(opened: Open, start: Start) -> None:
    server = start("--geodata", str(ROOT / "tests" / "data" / "tiny"))
    page = opened(address=server.address)
    assert "Ashraf" not in page.locator("body").inner_text()
    first = page.evaluate("() => atlas.state().year")
    press(page, "ArrowRight", year=str(first + 1))


def test_plotly_keeps_its_map_where_map_mjs_looks_for_it(visited: Visit) -> None:
    page = visited(1981)
    assert page.evaluate("() => Plotly.version") == "4.1.1"
    assert (
        page.evaluate(
            "() => typeof document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map.project"
        )
        == "function"
    )


@pytest.mark.parametrize("page_shown", ["", "page:tables", "attack:atk_2013_09_01", "page:ledger"])
def test_at_four_times_the_size_all_can_be_read_without_scrolling_sideways(opened: Open, page_shown: str) -> None:
    page = opened(f"?year=2013&select={page_shown}", viewport={"width": 320, "height": 256})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    hidden = "() => document.getElementById('panel').scrollWidth - document.getElementById('panel').clientWidth"
    assert page.evaluate(hidden) <= 0
    title = page.locator("#detail h2")
    title.scroll_into_view_if_needed()
    box = title.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_with_more_space_between_letters_and_lines_nothing_is_lost(opened: Open, width: int, height: int) -> None:
    page = opened("?year=2013&select=attack:atk_2013_09_01", viewport={"width": width, "height": height})
    page.add_style_tag(content=SPACED)
    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)  # the header follows
    cut = page.evaluate(
        """() => [...document.querySelectorAll('#panel :is(h2, h3, p, dd, dt, li, td, th, button, .entry-title)')]
            .filter((it) => it.offsetParent && !it.closest('.unseen, svg')
                && it.scrollWidth > it.clientWidth + 2 && getComputedStyle(it).overflowX !== 'visible')
            .map((it) => it.textContent.slice(0, 40))"""
    )
    assert cut == []


@pytest.mark.parametrize(("width", "height"), [(360, 740), (390, 844), (844, 390)])
def test_on_a_phone_everything_that_is_pressed_is_large_enough(opened: Open, width: int, height: int) -> None:
    page = opened("?year=2013", viewport={"width": width, "height": height}, has_touch=True, is_mobile=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll(`header.title button, header.title select, .map-buttons button,
                .steps button, .ways button, #detail .entry`)]
            .filter((it) => it.offsetParent && getComputedStyle(it).visibility === 'visible')
            .map((it) => [it.id || it.className, it.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
            .map(([name, box]) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`)"""
    )
    assert small == []
