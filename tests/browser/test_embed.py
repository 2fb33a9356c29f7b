"""In frames of pages on another origin: it fits, it listens and tells, and it takes nothing from the page around it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Frame, FrameLocator, Page, Route, expect

from tests.browser.conftest import Open, Server
from tests.browser.hosting import atlas_in, embedded, heard, shows, tell
from tests.browser.visitor import wait_for
from tests.conftest import ROOT
from tests.test_javascript import node

Host = Callable[..., Page]
PLAIN = '<iframe src="ATLAS?mode=embed" title="Atlas" width="800" height="500"></iframe>'
TALL = '<div style="height: 3000px">Long</div>'
MOVING: dict[str, Any] = {"reduced_motion": "no-preference"}
BUBBLES = "attack:atk_bubbles"
WHERE = {
    "title": "header.title h1",
    "panel": "#panel",
    "time": "#slider",
    "chart": "#chart",
    "chronology": ".chronology-all",
    "legend": "#legend",
    "follow": "#follow",
    "theme": "#theme",
    "share": "#share",
}
"""Where each part that can be left out stands; the caption is the stage's."""


@pytest.fixture
def host(browser: Browser, lake: Server, tmp_path: Path) -> Iterator[Host]:
    """Return `host(body, **options)`: a page of somebody else's, see `embedded`."""
    with ExitStack() as stack:
        yield lambda body=PLAIN, **options: stack.enter_context(
            embedded(browser, lake.address, tmp_path, body, **options)
        )


def state(frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = frame.evaluate("() => atlas.state()")
    return found


def inside(page: Page, selector: str = "iframe") -> FrameLocator:
    return page.frame_locator(selector)


def scrolled(page: Page, least: int = 1) -> None:
    """Wait until the host page is scrolled so far."""
    page.wait_for_function("least => window.scrollY >= least", arg=least)


def over_the_map(page: Page) -> tuple[float, float]:
    box = inside(page).locator("#map-area").bounding_box()
    assert box
    return box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.4


@pytest.mark.parametrize(
    "attributes", ["", 'sandbox="allow-scripts allow-same-origin"', 'loading="lazy"', 'referrerpolicy="no-referrer"']
)
def test_in_each_kind_of_frame_it_can_be_used_and_driven(host: Host, attributes: str) -> None:
    page = host(PLAIN.replace("<iframe", f"<iframe {attributes}"))
    frame = atlas_in(page)
    assert frame.evaluate("() => document.documentElement.dataset.mode") == "embed"
    for part in ("header.title h1", "#map .maplibregl-canvas", "#slider", "#detail h2", "#source-line"):
        expect(inside(page).locator(part).first).to_be_visible()
    page.wait_for_function("() => heard.some(({ type }) => type === 'ready')")
    ready = heard(page, "ready")[0]
    assert ready["years"] == [1990, 1995]
    assert ready["state"]["year"] == 1990
    inside(page).locator("#next").click()
    shows(frame, year=1991)
    tell(page, {"type": "set", "state": {"select": BUBBLES}})
    shows(frame, selected=BUBBLES)
    expect(inside(page).locator("#detail h2")).to_have_text("Soap bubbles over the mill")
    page.wait_for_function("ref => heard.at(-1).state?.select === ref", arg=BUBBLES)
    tell(page, {"type": "next"})
    shows(frame, year=1992)
    tell(page, {"type": "previous"})
    shows(frame, year=1991)
    tell(page, {"type": "play"})
    shows(frame, playing="true")
    tell(page, {"type": "pause"})
    shows(frame, playing="false")


def test_a_host_with_a_strict_policy_of_its_own_can_hold_it(host: Host) -> None:
    policy = "default-src 'none'; frame-src ATLAS; script-src 'self'; img-src data:"
    frame = atlas_in(host(headers={"Content-Security-Policy": policy}))
    assert state(frame)["mode"] == "embed"


def test_three_on_one_page_mind_their_own_business(host: Host) -> None:
    frames = "".join(
        f'<iframe id="f{n}" src="ATLAS?mode=embed&amp;year={year}" title="Atlas {n}" width="400" height="300"></iframe>'
        for n, year in enumerate((1991, 1992, 1993))
    )
    page = host(frames)
    first, second, third = (atlas_in(page, f"#f{n}") for n in range(3))
    tell(page, {"type": "set", "state": {"year": 1995}}, "#f1")
    shows(second, year=1995)
    inside(page, "#f2").locator("#previous").click()
    shows(third, year=1992)
    assert state(first)["year"] == 1991


def test_it_works_where_nothing_may_be_stored(host: Host) -> None:
    refuse = """const no = () => { throw new DOMException('No', 'SecurityError'); };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get: no });
        Object.defineProperty(document, 'cookie', { get: () => '', set: no });"""
    page = host(prepare=lambda it: it.add_init_script(refuse))
    frame = atlas_in(page)
    inside(page).locator("#next").click()
    shows(frame, year=1991)


def test_nothing_is_stored(host: Host) -> None:
    page = host()
    frame = atlas_in(page)
    inside(page).locator("#next").click()
    tell(page, {"type": "set", "state": {"theme": "dark", "select": BUBBLES}})
    shows(frame, selected=BUBBLES)
    kept = frame.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie.length,
            (await indexedDB.databases()).length, (await caches.keys()).length]"""
    )
    assert kept == [0] * 5
    assert page.context.cookies() == []


def test_the_wheel_scrolls_the_page_around_and_with_control_zooms_the_map(host: Host) -> None:
    page = host(PLAIN + TALL)
    frame = atlas_in(page)
    hint = inside(page).locator(".hint")
    page.mouse.move(*over_the_map(page))
    page.mouse.wheel(0, 100)
    scrolled(page, 100)
    expect(hint).to_be_visible()
    expect(hint).to_have_text(re.compile(r"Ctrl \+ scroll"))
    expect(hint).to_be_hidden()
    assert state(frame)["follow"]
    page.evaluate("() => scrollTo(0, 0)")
    page.mouse.move(*over_the_map(page))
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    frame.wait_for_function("() => atlas.state().view !== null")
    assert page.evaluate("() => scrollY") == 0


def test_the_wheel_over_the_panel_scrolls_it_and_at_its_end_the_page_around(host: Host) -> None:
    page = host(PLAIN + TALL)
    frame = atlas_in(page)
    box = inside(page).locator("#panel").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 100)
    page.mouse.wheel(0, 60)
    frame.wait_for_function("() => document.getElementById('panel').scrollTop > 0")
    assert page.evaluate("() => scrollY") == 0
    frame.evaluate("() => { const it = document.getElementById('panel'); it.scrollTop = it.scrollHeight; }")
    page.wait_for_function("() => { scrollBy(0, 0); return true; }")
    # what one gesture began to scroll it scrolls on: another gesture, elsewhere, comes in between
    page.mouse.move(box["x"] + 60, box["y"] + 160)
    for _ in range(40):
        page.mouse.wheel(0, 40)
        if page.evaluate("() => new Promise(done => requestAnimationFrame(() => done(scrollY)))"):
            break
    scrolled(page)


def touching(page: Page) -> Callable[..., None]:
    """Return `touch(kind, *fingers)`, each finger as px right of and below a point of the map."""
    x, y = over_the_map(page)
    devtools = page.context.new_cdp_session(page)

    def touch(kind: str, *fingers: tuple[float, float]) -> None:
        points = [{"x": x + right, "y": y + down, "id": finger} for finger, (right, down) in enumerate(fingers)]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    return touch


def test_one_finger_scrolls_the_page_around(host: Host) -> None:
    page = host(PLAIN + TALL, has_touch=True)
    frame = atlas_in(page)
    touch = touching(page)
    touch("touchStart", (0, 60))
    for moved in range(0, 140, 10):
        touch("touchMove", (0, 60 - moved))
    touch("touchEnd")
    scrolled(page, 60)
    expect(inside(page).locator(".hint")).to_have_text("Use two fingers to move the map")
    assert state(frame)["follow"]


def test_two_fingers_zoom_the_map_and_nothing_else(host: Host) -> None:
    page = host(PLAIN + TALL, has_touch=True)
    frame = atlas_in(page)
    touch = touching(page)
    touch("touchStart", (0, 0))
    touch("touchStart", (0, 0), (40, 0))
    for apart in range(0, 60, 6):
        touch("touchMove", (-apart, 0), (40 + apart, 0))
    touch("touchEnd")
    frame.wait_for_function("() => atlas.state().view !== null")
    assert page.evaluate("() => [scrollY, visualViewport.scale]") == [0, 1]


def test_back_leaves_the_host_page_whatever_was_done_in_the_frame(host: Host) -> None:
    page = host()
    frame = atlas_in(page)
    entries = page.evaluate("() => history.length")
    inside(page).locator("#next").click()
    shows(frame, year=1991)
    inside(page).locator(f'#detail [data-id="{BUBBLES}"]').first.click()
    shows(frame, selected=BUBBLES)
    tell(page, {"type": "set", "state": {"year": 1994}})
    shows(frame, year=1994)
    inside(page).locator("a.skip").focus()
    page.keyboard.press("Enter")
    frame.wait_for_function("() => document.activeElement.id === 'detail'")
    assert page.evaluate("() => history.length") == entries
    page.go_back()
    expect(page.locator("p")).to_have_text("Before")


def test_nothing_takes_the_focus(host: Host) -> None:
    page = host(f'<input autofocus id="field">{PLAIN}')
    frame = atlas_in(page)
    field = page.locator("#field")
    expect(field).to_be_focused()
    for wish in ({"year": 1991}, {"select": BUBBLES}, {"select": "page:sources"}, {"select": None, "year": 1992}):
        tell(page, {"type": "set", "state": wish})
        shows(frame, selected=wish.get("select") or "")
    page.keyboard.type("abc")
    expect(field).to_have_value("abc")
    assert page.evaluate("() => scrollY") == 0


def test_keys_act_in_the_frame_only_when_it_has_the_focus(host: Host) -> None:
    page = host()
    frame = atlas_in(page)
    page.locator("body").press("ArrowRight")
    inside(page).locator(".line-sources").click(position={"x": 1, "y": 1})
    page.keyboard.press("ArrowRight")
    shows(frame, year=1991)


def test_keys_without_a_use_are_passed_on_only_to_a_host_that_wants_them(host: Host) -> None:
    page = host()
    frame = atlas_in(page)

    def told() -> list[str]:
        return [it["key"] for it in heard(page, "key")]

    inside(page).locator(".line-sources").click(position={"x": 1, "y": 1})
    page.keyboard.press("x")
    tell(page, {"type": "keys", "wanted": True})
    tell(page, {"type": "get"})
    page.wait_for_function("() => heard.some(({ type }) => type === 'state')")
    assert told() == []
    page.keyboard.press("q")
    page.keyboard.press("ArrowRight")  # used here
    shows(frame, year=1991)
    page.keyboard.press("Tab")
    inside(page).locator("#year-figure button").click()
    page.keyboard.type("1993")  # nobody else's business
    page.keyboard.press("Enter")
    shows(frame, year=1993)
    page.keyboard.press("PageDown")
    page.wait_for_function("() => heard.at(-1).key === 'PageDown'")
    assert told() == ["q", "PageDown"]


def test_nothing_plays_by_itself_unless_the_address_says_so(host: Host) -> None:
    page = host(PLAIN.replace("<iframe", '<iframe id="a"') + PLAIN.replace("mode=embed", "mode=embed&amp;play=1"))
    still, playing = atlas_in(page, "#a"), atlas_in(page, "iframe:not([id])")
    playing.wait_for_function("() => atlas.state().year > 1991")
    assert state(still)["year"] == 1990
    assert not state(still)["playing"]


def test_off_the_screen_it_stands_still_and_goes_on_when_it_comes_back(host: Host) -> None:
    frames = PLAIN.replace("mode=embed", "mode=embed&amp;play=1&amp;speed=4")
    page = host(frames + TALL)
    frame = atlas_in(page)
    frame.wait_for_function("() => atlas.state().year > 1990")
    page.evaluate("() => scrollTo(0, 2000)")
    # what cannot be seen can be waited for only by the clock: at this speed a year takes less than a second
    left = frame.evaluate("() => new Promise(done => setTimeout(() => done(atlas.state().year), 500))")
    assert frame.evaluate("() => new Promise(done => setTimeout(() => done(atlas.state().year), 2500))") == left
    page.evaluate("() => scrollTo(0, 0)")
    frame.wait_for_function("left => atlas.state().year > left || !atlas.state().playing", arg=left)
    page.evaluate("() => scrollTo(0, 2000)")
    tell(page, {"type": "pause"})
    shows(frame, playing="false")
    page.evaluate("() => scrollTo(0, 0)")
    inside(page).locator("#play").click()  # what was stopped meanwhile has not begun again by itself
    shows(frame, playing="true")


def test_a_hidden_tab_stands_still(opened: Open, lake: Server) -> None:
    playing = "html[data-ready=true][data-playing=true]"  # its few years may be over before Plotly's map is there
    page = opened("?mode=embed&play=1&speed=4", address=lake.address, ready=playing)
    turn = """now => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
        document.dispatchEvent(new Event('visibilitychange'));
        return atlas.state().year;
    }"""
    page.wait_for_function("() => atlas.state().year > 1990")
    left = page.evaluate(turn, "hidden")
    assert page.evaluate("() => new Promise(done => setTimeout(() => done(atlas.state().year), 1500))") == left
    page.evaluate(turn, "visible")
    page.wait_for_function("left => atlas.state().year > left", arg=left)


def test_the_way_to_the_full_page_follows_the_state(host: Host, lake: Server) -> None:
    page = host(PLAIN.replace("mode=embed", "mode=embed&amp;hide=title&amp;theme=dark"))
    frame = atlas_in(page)
    link = inside(page).locator("#full-page")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener")
    tell(page, {"type": "set", "state": {"select": BUBBLES, "view": [47.5, 9.5, 9]}})
    shows(frame, selected=BUBBLES)
    address = link.get_attribute("href") or ""
    assert address.startswith(f"{lake.address}?")
    assert parse_qs(urlsplit(address).query) == {
        "year": ["1991"],
        "select": [BUBBLES],
        "theme": ["dark"],
        "view": ["47.5,9.5,9"],
    }
    with page.expect_popup() as popup:
        link.click()
    wait_for(popup.value, mode="explore", selected=BUBBLES, ready="true")


@pytest.mark.parametrize("part", list(WHERE))
def test_each_part_can_be_left_out_and_its_room_goes_to_the_others(opened: Open, lake: Server, part: str) -> None:
    explore = part in ("theme", "share")  # not there at all in somebody's page
    size = {"width": 1200, "height": 760}
    page = opened("" if explore else "?mode=embed", address=lake.address, viewport=size)
    there = page.locator(WHERE[part])
    expect(there).to_be_visible()
    area = "() => document.getElementById('map-area').offsetWidth * document.getElementById('map-area').offsetHeight"
    before = page.evaluate(area)
    page.evaluate("part => atlas.set({ hide: [part] })", part)
    expect(there).to_be_hidden()
    if part in ("title", "panel", "time", "chart") and not explore:
        page.wait_for_function(f"before => ({area})() > before", arg=before)
    if not explore:
        for never in ("#all-sources", "#full-page"):
            expect(page.locator(never)).to_be_visible()
    page.evaluate("() => atlas.set({ hide: [] })")
    expect(there).to_be_visible()
    page.wait_for_function(f"before => ({area})() === before", arg=before)


def test_with_everything_left_out_map_sources_and_year_remain(opened: Open, lake: Server) -> None:
    page = opened(f"?mode=embed&year=1991&hide={','.join(WHERE)},caption", address=lake.address)
    for part in ("#map .maplibregl-canvas", "#all-sources", "#full-page"):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator(".line-year")).to_have_text("1991")
    expect(page.locator(".line-year")).to_be_visible()
    box = page.locator("#map-area").bounding_box()
    line = page.locator("#source-line").bounding_box()
    assert box and line
    assert box["y"] <= 2
    assert abs(box["width"] - 1200) <= 1
    assert line["y"] - box["y"] - box["height"] <= 2
    page.evaluate("() => atlas.set({ hide: [] })")  # and a chart that came without room is drawn when it gets some
    page.wait_for_function("() => document.querySelector('#chart .main-svg')?.getBoundingClientRect().width > 500")


def wanted_height(width: int, hide: str) -> int:
    """The height that the module of the page gives."""
    module = (ROOT / "assets" / "client" / "embed" / "wanted_height.mjs").as_uri()
    code = f"import({module!r}).then((it) => console.log(it.wantedHeight({width}, {hide.split(',')!r})))"
    done = subprocess.run([str(node()), "-e", code], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize("width", [320, 390, 721, 1000, 1600])
@pytest.mark.parametrize("hide", ["", "chart", "title,panel"])
def test_with_the_height_it_wants_the_map_has_the_room_that_is_meant_for_it(
    opened: Open, lake: Server, width: int, hide: str
) -> None:
    page = opened(f"?mode=embed&hide={hide}", address=lake.address, viewport={"width": width, "height": 600})
    page.set_viewport_size({"width": width, "height": wanted_height(width, hide)})
    sheet = 130 if width <= 720 and "panel" not in hide else 0
    meant = min(max(260, 0.7 * width), 400) + sheet if width <= 720 else min(max(320, 0.45 * width), 640)
    page.wait_for_function(
        "meant => Math.abs(document.getElementById('map-area').offsetHeight - meant) <= 16", arg=meant
    )


def test_the_height_it_wants_depends_on_width_and_state_and_not_on_its_own_height(host: Host) -> None:
    page = host()
    frame = atlas_in(page)
    page.wait_for_function("() => heard.some(({ type }) => type === 'size')")
    assert len(heard(page, "size")) == 1
    page.evaluate("() => { document.querySelector('iframe').height = 1500; }")
    frame.wait_for_function("() => innerHeight === 1500")
    page.evaluate("() => { document.querySelector('iframe').width = 600; }")
    page.wait_for_function("() => heard.filter(({ type }) => type === 'size').length === 2")
    tell(page, {"type": "set", "state": {"hide": ["chart"]}})
    page.wait_for_function("() => heard.filter(({ type }) => type === 'size').length === 3")
    sizes = [it["height"] for it in heard(page, "size")]
    assert sizes[2] < sizes[1]
    assert all(isinstance(it, int) and 300 < it < 900 for it in sizes)


def with_hosts(page: Page, atlas: str, hosts: Callable[[], str]) -> None:
    """Let the atlas's page name those who may talk with it."""

    def answer(route: Route) -> None:
        page_of_atlas = route.fetch()
        body = page_of_atlas.text().replace("<html ", f'<html data-hosts="{hosts()}" ', 1)
        route.fulfill(response=page_of_atlas, body=body)

    page.route(f"{atlas}?*", answer)


def test_a_host_that_is_named_is_heard_and_told(host: Host, lake: Server) -> None:
    own = ["https://other.example"]
    page = host("<p>Soon</p>", prepare=lambda it: with_hosts(it, lake.address, lambda: " ".join(own)))
    own.append(page.evaluate("() => location.origin"))
    page.evaluate(
        "src => document.body.append(Object.assign(document.createElement('iframe'), { src }))",
        f"{lake.address}?mode=embed",
    )
    frame = atlas_in(page)
    page.wait_for_function("() => heard.some(({ type }) => type === 'ready')")
    tell(page, {"type": "set", "state": {"year": 1993}})
    shows(frame, year=1993)


def test_a_host_that_is_not_named_is_neither_heard_nor_told(host: Host, lake: Server) -> None:
    page = host(prepare=lambda it: with_hosts(it, lake.address, lambda: "https://other.example"))
    frame = atlas_in(page)
    tell(page, {"type": "set", "state": {"year": 1993}})
    tell(page, {"type": "get"})
    inside(page).locator("#next").click()
    shows(frame, year=1991)
    assert page.evaluate("() => heard") == []


def test_strange_and_countless_messages_do_no_harm(host: Host) -> None:
    page = host()
    frame = atlas_in(page)
    page.evaluate(
        """() => {
            const post = message => document.querySelector('iframe').contentWindow.postMessage(message, '*');
            const set = state => ({ atlas: 1, type: 'set', state });
            const cyclic = set({});
            cyclic.state.hide = [cyclic];
            const strange = [
                null, 1, 'set', [], {}, { atlas: 1 }, { atlas: 1, type: null }, { atlas: 2, type: 'next' }, cyclic,
                new Map([['atlas', 1]]), set(undefined), set(null), set([1993]), { atlas: 1, type: '__proto__' },
                set(JSON.parse('{"__proto__":{"year":1994},"year":"1994"}')),
                set({ year: 1e99, select: 'x'.repeat(2e6), mode: 'nonsense', view: [NaN, 0, 0], speed: -1 }),
                set({ select: 'attack:__proto__', lang: 'constructor', hide: Array(1e6).fill('panel') }),
            ];
            strange.forEach(post);
            for (let i = 0; i < 10000; i += 1) post(set({ year: 1990 + (i % 5) }));
            for (let i = 0; i < 10000; i += 1) post({ atlas: 1, type: 'get' });
            post(set({ year: 1995 }));
        }"""
    )
    shows(frame, year=1995)
    assert len(heard(page, "state")) < 500
    assert frame.evaluate("() => ({}).year") is None
    inside(page).locator("#previous").click()
    shows(frame, year=1994)
