"""`<ashraf-atlas>` in a page of another origin: attributes, methods, events, height, and nothing left behind."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import playwright
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Server
from tests.browser.hosting import SCRIPT, atlas_in, embedded, shows

Host = Callable[..., Page]
LOAD = '<script src="ATLASembed.js"></script>'
LINK = '<a href="ATLAS?year=1991">The choir in 1991</a>'
ELEMENT = f'<ashraf-atlas year="1991">{LINK}</ashraf-atlas>'
BUBBLES = "attack:atk_bubbles"
TYPES = ROOT / "assets" / "element" / "embed.d.ts"
NOTE = """window.told = [];
for (const name of ['ready', 'change'])
    document.addEventListener(name, ({ detail }) => told.push([name, detail.year, detail.select]), true);
const shifts = window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });"""


@pytest.fixture
def host(browser: Browser, lake: Server, tmp_path: Path) -> Iterator[Host]:
    """Return `host(body, **options)`: a page of somebody else's that loads embed.js, see `embedded`."""
    with ExitStack() as stack:
        yield lambda body=ELEMENT, **options: stack.enter_context(
            embedded(browser, lake.address, tmp_path, LOAD + body, **{"script": NOTE, **options})
        )


def does(page: Page, script: str) -> Any:
    """Run a script in which `it` is the first element."""
    return page.evaluate(f"async () => {{ const it = document.querySelector('ashraf-atlas'); {script} }}")


def becomes(page: Page, what: str) -> None:
    """Wait until it is so of the first element."""
    page.wait_for_function(f"() => {{ const it = document.querySelector('ashraf-atlas'); return {what}; }}")


def test_it_is_a_named_frame_at_the_view_and_the_link_is_for_those_without_scripts(host: Host) -> None:
    page = host(f"<p>Text</p>{ELEMENT}<p>More text</p>")
    frame = atlas_in(page, "ashraf-atlas iframe")
    shows(frame, mode="embed", year=1991)
    element = page.locator("ashraf-atlas iframe")
    expect(element).to_have_attribute("title", "The choir in 1991")
    expect(element).to_have_attribute("allow", "fullscreen; screen-wake-lock; clipboard-write")
    expect(element).to_have_attribute("loading", "lazy")
    expect(page.locator("ashraf-atlas a")).to_be_hidden()
    does(page, "it.label = 'A map of the choir'")
    expect(element).to_have_attribute("title", "A map of the choir")


def test_without_scripts_the_link_is_there(host: Host) -> None:
    page = host(java_script_enabled=False)
    expect(page.locator("ashraf-atlas a")).to_be_visible()


def test_a_picture_stands_for_it_until_it_is_there_and_nothing_jumps(host: Host) -> None:
    page = host(f"<p>Text</p>{ELEMENT}<p id='after'>More text</p>")
    picture = page.locator("ashraf-atlas img")
    assert (does(page, "return it.shadowRoot.querySelector('img')?.src ?? 'gone'")).endswith(
        ("year/1991/card.png", "gone")
    )
    top = page.locator("#after").bounding_box()
    does(page, "await it.ready")
    expect(picture).to_have_count(0)
    assert page.locator("#after").bounding_box() == top
    assert page.evaluate("() => shifts") == []


@pytest.mark.parametrize("attributes", ["", 'hide="chart"', 'hide="title,panel"', 'height="333"'])
@pytest.mark.parametrize("width", [380, 720, 721, 1200])
def test_the_room_that_is_kept_is_the_room_it_takes(host: Host, width: int, attributes: str) -> None:
    page = host(
        ELEMENT.replace("<ashraf-atlas", f"<ashraf-atlas {attributes}"), viewport={"width": width + 16, "height": 700}
    )
    before = does(page, "return it.offsetHeight")
    atlas_in(page, "ashraf-atlas iframe")
    does(page, "await it.ready; await new Promise(requestAnimationFrame)")
    assert does(page, "return it.offsetHeight") == before
    assert (before == 333) == ("height" in attributes)


def test_attributes_drive_it_and_follow_it_without_an_echo(host: Host) -> None:
    page = host()
    frame = atlas_in(page, "ashraf-atlas iframe")
    does(page, "await it.ready")
    frame.evaluate("() => { window.asked = []; addEventListener('message', ({ data }) => asked.push(data.type)); }")
    frame.locator("#next").click()
    becomes(page, "it.getAttribute('year') === '1992'")
    page.evaluate("() => { told.length = 0; }")
    does(page, "it.year = 1993")
    shows(frame, year=1993)
    page.wait_for_function("() => told.length === 1")
    assert frame.evaluate("() => asked") == ["set"]  # what it follows it does not ask for
    does(page, "it.setAttribute('select', 'attack:atk_bubbles')")
    becomes(page, "it.year === 1991")  # the attack's own
    does(page, "it.theme = 'dark'; it.hide = ['chart', 'title']")
    shows(frame, theme="dark", hide="title chart")
    becomes(page, "it.getAttribute('hide') === 'title,chart' || it.getAttribute('hide') === 'chart,title'")
    frame.locator("#panel-close").click()
    becomes(page, "!it.hasAttribute('select')")
    frame.locator("#next").click()
    becomes(page, "it.getAttribute('year') === '1992'")
    frame.locator("#play").click()
    becomes(page, "it.hasAttribute('play') && it.playing")
    does(page, "it.removeAttribute('play')")
    shows(frame, playing="false")
    frame.locator("#zoom-in").click()
    becomes(page, "it.view?.length === 3")
    does(page, "it.view = null")
    frame.wait_for_function("() => atlas.state().follow")
    page.evaluate("() => { told.length = 0; }")
    does(page, "for (let year = 1990; year <= 1995; year += 1) it.year = year")
    shows(frame, year=1995)
    becomes(page, "it.state.year === 1995")
    assert [year for _, year, _ in page.evaluate("() => told")] == [1995]  # what it was on the way is no news


def test_a_wish_that_cannot_be_granted_is_taken_back(host: Host) -> None:
    page = host()
    does(page, "await it.ready; it.year = 2999")
    becomes(page, "it.getAttribute('year') === '1991'")
    does(page, "it.select = 'attack:none'")
    becomes(page, "!it.hasAttribute('select')")


def test_what_was_changed_while_it_came_is_so_when_it_is_there(host: Host) -> None:
    page = host(f"{ELEMENT}", script=f"{NOTE} document.querySelector('ashraf-atlas').setAttribute('year', '1994');")
    frame = atlas_in(page, "ashraf-atlas iframe")
    shows(frame, year=1994)
    becomes(page, "it.year === 1994 && it.state.year === 1994")


def test_methods_wait_for_it_and_events_tell_of_it(host: Host) -> None:
    page = host(
        script=NOTE
        + "const it = document.querySelector('ashraf-atlas'); it.next(); it.set({ select: 'attack:atk_bubbles' });"
    )
    frame = atlas_in(page, "ashraf-atlas iframe")
    shows(frame, selected=BUBBLES)
    page.wait_for_function("ref => told.at(-1)?.[2] === ref", arg=BUBBLES)
    assert page.evaluate("() => told[0][0]") == "ready"
    assert does(page, "return (await it.ready).year") == 1991
    does(page, "it.set({ select: null }); it.next()")
    shows(frame, selected="", year=1992)
    does(page, "it.previous()")
    shows(frame, year=1991)
    does(page, "it.play()")
    shows(frame, playing="true")
    does(page, "it.pause()")
    shows(frame, playing="false")
    becomes(page, "!it.state.playing")
    does(page, "it.state.year = 5")
    assert does(page, "return it.state.year") == 1991


def test_several_are_apart_and_moving_or_leaving_breaks_nothing(host: Host) -> None:
    page = host(
        f'<div id="one">{ELEMENT}</div><div id="two"><ashraf-atlas year="1992" id="second"></ashraf-atlas></div>'
    )
    atlas_in(page, "ashraf-atlas iframe")
    second = atlas_in(page, "#second iframe")
    entries = page.evaluate("() => history.length")
    does(page, "await it.ready; it.year = 1995")
    becomes(page, "it.state.year === 1995")
    shows(second, year=1992)
    does(page, "document.querySelector('#two').append(it)")
    shows(atlas_in(page, "#two ashraf-atlas:not([id]) iframe"), year=1995)
    does(page, "window.first = document.querySelector('ashraf-atlas:not([id])'); first.remove()")
    expect(page.locator("iframe")).to_have_count(1)
    page.evaluate("() => { first.year = 1990; first.hide = ['chart']; document.querySelector('#one').append(first); }")
    frame = atlas_in(page, "#one iframe")
    shows(frame, year=1990, hide="chart")
    page.evaluate("async () => { await first.ready; first.next(); }")
    shows(frame, year=1991)
    assert page.evaluate("() => history.length") == entries


def test_it_works_under_a_policy_that_allows_nothing_inline(host: Host) -> None:
    policy = "default-src 'none'; script-src 'self' ATLAS; frame-src ATLAS; img-src data: ATLAS"
    page = host(headers={"Content-Security-Policy": policy})
    atlas_in(page, "ashraf-atlas iframe")
    does(page, "await it.ready")
    assert does(page, "return it.offsetHeight") > 300


def test_loaded_twice_it_is_loaded_once(host: Host) -> None:
    page = host(LOAD + ELEMENT)
    atlas_in(page, "ashraf-atlas iframe")
    expect(page.locator("iframe")).to_have_count(1)


def test_its_height_settles_also_where_a_scroll_bar_comes_by_it(host: Host) -> None:
    page = host(f'<div id="box">{ELEMENT}</div>')
    atlas_in(page, "ashraf-atlas iframe")
    does(page, "await it.ready")
    # without a scroll bar it is just too high for its box, with one not: the browser's own is hidden in tests
    widths = does(
        page,
        """const box = document.querySelector('#box');
        const [fits, widths] = [it.offsetHeight - 3, []];
        const bar = () => { box.style.paddingRight = it.offsetHeight > fits ? '15px' : '0'; };
        new ResizeObserver(bar).observe(it);
        // what never settles is not the same for so many frames, however slow the machine
        const still = () => widths.length >= 60 && new Set(widths.slice(-60)).size === 1;
        for (let i = 0; i < 300 && !still(); i += 1) {
            await new Promise(requestAnimationFrame);
            widths.push(it.offsetWidth);
        }
        return widths.slice(-60);""",
    )
    assert len(set(widths)) == 1


def test_css_of_the_page_has_the_last_word_on_its_height(host: Host) -> None:
    page = host(f"<style>ashraf-atlas {{ height: 40vh }}</style>{ELEMENT}")
    atlas_in(page, "ashraf-atlas iframe")
    does(page, "await it.ready")
    assert does(page, "return it.offsetHeight") == 280


def test_it_is_small_and_needs_nothing(host: Host) -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 5 * 1024
    assert not re.search(r"\bimport\b|\brequire\(|\beval\b|innerHTML", SCRIPT.read_text(encoding="utf-8"))


def test_the_types_are_typescript_and_name_what_is_there(host: Host) -> None:
    program = next((Path(playwright.__file__).parent / "driver").glob("node*"))  # new enough to know types
    script = """import { stripTypeScriptTypes } from "node:module"; import { readFileSync } from "node:fs";
        stripTypeScriptTypes(readFileSync(process.argv[1], "utf8"), { mode: "strip" });"""
    parsed = subprocess.run(
        [program, "--input-type=module", "--no-warnings", "-e", script, str(TYPES)], capture_output=True, text=True
    )
    assert parsed.returncode == 0, parsed.stderr
    types = TYPES.read_text(encoding="utf-8")
    body = types.split("interface AshrafAtlasElement")[1].split("\n}")[0]
    named = set(re.findall(r"^  (?:readonly )?(\w+)[:(]", body, re.MULTILINE))
    page = host("<ashraf-atlas></ashraf-atlas>")
    there = does(
        page,
        """const names = Object.getOwnPropertyNames(Object.getPrototypeOf(it));
        return names.filter(name => !/Callback$|^constructor$/.test(name));""",
    )
    assert named - {"addEventListener", "removeEventListener"} == set(there)
    parts = re.search(r"export const PARTS = (\[.*\]);", (ROOT / "assets/client/state.mjs").read_text(encoding="utf-8"))
    assert parts
    assert re.findall(r'"(\w+)"', types.split("type AtlasPart =")[1].split(";")[0]) == json.loads(parts[1])
    state = set(re.findall(r"^  (\w+):", types.split("interface AtlasState {")[1].split("\n}")[0], re.MULTILINE))
    atlas_in(page, "ashraf-atlas iframe")
    assert set(does(page, "return Object.keys(await it.ready)")) == state
