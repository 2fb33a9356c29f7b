"""Before an audience: the walk from stop to stop, by the keys of a clicker, with nothing else on screen."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open, Server, Start, watched
from tests.browser.visitor import click_on_map, spot, story, wait_for
from tests.conftest import Copy

MOVING = {"reduced_motion": "no-preference"}
HALL: dict[str, Any] = {"viewport": {"width": 1280, "height": 720}}
SEEN = ("place:tehran", "place:camp_ashraf")
FORWARD = ("PageDown", "ArrowRight", "ArrowDown", "Space", "Enter", "n")
BACK = ("PageUp", "ArrowLeft", "ArrowUp", "Backspace")


def state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("() => atlas.state()")
    return found


def arrived(page: Page, **wanted: object) -> None:
    """Wait until the map has come to rest where the page says it is."""
    wait_for(page, arrived="true", **wanted)


def keys(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def hurry(choir: Copy) -> None:
    """Let each stop stand for a second only."""
    for line in choir.text("steps.csv").splitlines()[1:]:
        choir.set("steps.csv", line.split(",")[0], "seconds", "1")


def watch_years(page: Page) -> None:
    """Note each year that stands on stage from now on."""
    page.evaluate(
        """() => {
            window.passed = [];
            const year = document.querySelector('.caption-year');
            const note = () => window.passed.push(Number(year.textContent));
            new MutationObserver(note).observe(year, { childList: true, characterData: true, subtree: true });
        }"""
    )


def year_figure(page: Page) -> str:
    return page.locator(".caption-year").inner_text()


def stops(page: Page) -> list[dict[str, Any]]:
    return list(story(page)["steps"].values())


def stop(page: Page, number: int) -> dict[str, Any]:
    return stops(page)[number - 1]


def test_the_stage_shows_map_year_caption_and_progress_and_nothing_else(opened: Open) -> None:
    page = opened("?mode=present&step=2", **HALL)
    arrived(page, step="2", mode="present")
    shown = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((it) => it.children.length === 0
            && it.textContent.trim()
            && it.checkVisibility({ visibilityProperty: true })
            && !it.closest('svg, .spoken, script, style, title')
            && it.getBoundingClientRect().width > 1).map((it) => it.closest('[class]').className)"""
    )
    assert set(shown) == {"caption-year", "caption-text", "caption-sources"}
    assert page.locator(".progress i").bounding_box()
    row = stop(page, 2)
    assert year_figure(page) == str(row["year"])
    assert page.locator(".caption-text").inner_text() == row["text"]
    assert page.locator(".caption-sources").inner_text().startswith("Sources: ")


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (800, 500), (390, 844)]
)
def test_what_the_audience_reads_is_a_thirtieth_of_the_height(opened: Open, width: int, height: int) -> None:
    page = opened("?mode=present&step=5", viewport={"width": width, "height": height})
    arrived(page, step="5")
    sizes = page.evaluate(
        """() => {
            const unit = parseFloat(getComputedStyle(document.getElementById('map-area')).getPropertyValue('--unit'));
            const size = (it) => parseFloat(getComputedStyle(it).fontSize);
            const all = (names) => [...document.querySelectorAll(names)].map(size);
            return {
                caption: all('.caption-year, .caption-text, .caption-sources'),
                labels: all('#drawing .label.place, #drawing .label.relocation').map((px) => px * unit),
            };
        }"""
    )
    assert sizes["labels"]
    least = min(height / 30, width / 38.5)  # a screen higher than wide is read from nearby
    assert min(*sizes["caption"], *sizes["labels"]) >= round(least, 1) - 0.1
    caption = page.locator("#caption").bounding_box()
    assert caption
    assert caption["x"] >= 0
    assert caption["x"] + caption["width"] <= width
    assert caption["y"] + caption["height"] <= height + 1
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_clicker_of_two_hundred_keys_is_followed_stop_by_stop(opened: Open) -> None:
    page = opened("?mode=present", **HALL, **MOVING)
    arrived(page, step="1")
    last, at = state(page)["steps"], 1
    assert last >= 15
    chance = random.Random(20130901)
    pressed = 0
    while pressed < 200:
        burst = [chance.choice(FORWARD if chance.random() < 0.6 else BACK) for _ in range(chance.randint(1, 12))]
        for key in burst:
            at = min(last, at + 1) if key in FORWARD else max(1, at - 1)
        keys(page, *burst)
        pressed += len(burst)
        wait_for(page, step=str(at))
        if chance.random() < 0.15:
            arrived(page, step=str(at))
            assert year_figure(page) == str(stop(page, at)["year"])
    arrived(page, step=str(at))
    assert page.locator(".caption-text").inner_text() == stop(page, at)["text"]


def test_a_held_key_never_queues(opened: Open) -> None:
    page = opened("?mode=present", **HALL, **MOVING)
    arrived(page, step="1")
    last = state(page)["steps"]
    page.keyboard.down("PageDown")
    for _ in range(60):
        page.keyboard.down("PageDown")  # as a held key repeats
    page.keyboard.up("PageDown")
    arrived(page, step=str(last))


def test_on_the_way_the_years_in_between_pass(opened: Open) -> None:
    page = opened("?mode=present", **HALL, **MOVING)
    arrived(page, step="1")
    watch_years(page)
    keys(page, "End")
    arrived(page, step=str(state(page)["steps"]))
    passed = page.evaluate("() => window.passed")
    assert passed == sorted(passed)
    assert len(passed) >= 3  # as many as this machine has frames for, and it can have few


def test_who_wants_no_motion_is_there_at_once(opened: Open) -> None:
    page = opened("?mode=present", **HALL)
    arrived(page, step="1")
    watch_years(page)
    keys(page, "End")
    last = state(page)["steps"]
    arrived(page, step=str(last))
    assert page.evaluate("() => window.passed") == [stop(page, last)["year"]]


def test_a_reload_comes_back_to_the_same_stop(opened: Open) -> None:
    page = opened("?mode=present", **HALL)
    keys(page, "PageDown", "PageDown", "PageDown")
    wait_for(page, step="4")
    page.reload()
    arrived(page, step="4", mode="present")


def test_figures_and_enter_go_to_a_year_or_a_stop(opened: Open) -> None:
    page = opened("?mode=present", **HALL)
    keys(page, "2", "0")
    assert year_figure(page) == "20"
    keys(page, "1", "6", "Enter")
    wait_for(page, year="2016")
    keys(page, "3", "Enter")
    wait_for(page, step="3")
    keys(page, "2", "0", "1", "4", "Enter")  # no stop stands in that year
    wait_for(page, year="2014")
    assert state(page)["step"] is None
    keys(page, "PageDown")
    page.wait_for_selector("html[data-step]", state="attached")
    assert state(page)["year"] > 2014


def test_the_curtain_falls_and_rises_where_it_was(opened: Open) -> None:
    page = opened("?mode=present&step=3", **HALL)
    for key, colour in (("b", "black"), (".", "black"), ("w", "white"), (",", "white")):
        keys(page, key)
        page.wait_for_selector(f".curtain[data-colour={colour}]")
        keys(page, key)
        page.wait_for_selector(".curtain:not([data-colour=black], [data-colour=white])", state="attached")
    keys(page, "b")
    page.wait_for_selector(".curtain[data-colour=black]")
    keys(page, "PageDown")  # first the audience sees again where it was
    page.wait_for_selector(".curtain[data-colour='']", state="attached")
    assert state(page)["step"] == 3
    keys(page, "PageDown")
    wait_for(page, step="4")


def test_the_list_of_stops_jumps(opened: Open) -> None:
    page = opened("?mode=present&step=2", **HALL)
    keys(page, "g")
    expect(page.locator("dialog.stops .stop")).to_have_count(state(page)["steps"])
    expect(page.locator("dialog.stops .stop:focus")).to_have_attribute("data-stop", "1")
    keys(page, "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    wait_for(page, step="5")
    expect(page.locator("dialog[open]")).to_have_count(0)
    keys(page, "g", "Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    wait_for(page, step="5", mode="present")


def test_escape_leads_out_one_thing_at_a_time(opened: Open) -> None:
    page = opened("?mode=present&step=5", **HALL)
    arrived(page)
    keys(page, "z")
    page.wait_for_function("() => !atlas.state().follow")
    keys(page, "b", "l")
    page.wait_for_selector(".curtain[data-colour=black]")
    page.wait_for_selector(".light:not([hidden])", state="attached")
    keys(page, "Escape")
    page.wait_for_selector(".light", state="hidden")
    keys(page, "Escape")
    page.wait_for_selector(".curtain[data-colour='']", state="attached")
    keys(page, "Escape")
    page.wait_for_function("() => atlas.state().follow")
    wait_for(page, mode="present")
    year = state(page)["year"]
    keys(page, "Escape")
    wait_for(page, mode="explore", year=str(year))
    expect(page.locator("#detail h2")).to_be_visible()
    keys(page, "p")
    wait_for(page, mode="present", step="5")


def test_the_button_leads_on_stage_to_where_one_is(opened: Open) -> None:
    page = opened("?year=2012", viewport={"width": 1440, "height": 900})
    page.click("#present")
    wait_for(page, mode="present")
    page.wait_for_selector("html[data-step]", state="attached")
    assert state(page)["year"] <= 2012
    keys(page, "Space")  # the button that was pressed does not take the key
    page.wait_for_function("() => atlas.state().year >= 2012")
    page.go_back()
    wait_for(page, mode="explore", year="2012")


def test_the_stage_looks_the_same_whichever_way_one_comes(opened: Open) -> None:
    direct = opened("?mode=present&step=1", **HALL)
    arrived(direct, step="1")
    wanted = seen_at(direct)
    page = opened("", **HALL)
    redrawn(page)
    keys(page, "p")
    arrived(page, mode="present", step="1")
    page.wait_for_function("() => window.redrawn > 0")  # by Plotly, which Dash has told of the size
    arrived(page)
    assert seen_at(page) == pytest.approx(wanted, abs=1)
    redrawn(page)
    page.set_viewport_size({"width": 1024, "height": 768})
    page.wait_for_function("() => window.redrawn > 0")
    arrived(page)
    # what was drawn for the other size may be told once more: the wait is for the map to be of this size again
    page.evaluate("() => { window.redrawn = 0; }")
    page.set_viewport_size(HALL["viewport"])
    width = HALL["viewport"]["width"]
    page.wait_for_function("width => document.querySelector('#map-area').clientWidth === width", arg=width)
    page.wait_for_function("() => window.redrawn > 0")
    page.wait_for_function(
        "([places, wanted]) => places.every((place, i) => Math.abs(atlas.locate(place).x - wanted[2 * i]) < 1)",
        arg=[list(SEEN), wanted],
    )
    arrived(page)
    assert seen_at(page) == pytest.approx(wanted, abs=1)


def seen_at(page: Page) -> list[float]:
    """Return where two places of the story stand on the page, in px."""
    return [spot(page, place)[axis] for place in SEEN for axis in ("x", "y")]


def redrawn(page: Page) -> None:
    """Count in `window.redrawn` how often Plotly draws its map from now on."""
    page.evaluate(
        """() => {
            window.redrawn = 0;
            document.querySelector('#map .js-plotly-plot').on('plotly_afterplot', () => { window.redrawn += 1; });
        }"""
    )


def test_a_spot_of_light_follows_the_pointer_while_it_is_held(opened: Open) -> None:
    page = opened("?mode=present&step=5", **HALL)
    arrived(page)
    before = page.evaluate("() => atlas.state().view")
    page.mouse.move(400, 200)
    page.mouse.down()
    page.wait_for_selector(".light:not([hidden])")
    page.mouse.move(600, 260, steps=4)
    assert page.evaluate("() => document.querySelector('.light').style.getPropertyValue('--x')") == "600px"
    page.mouse.up()
    page.wait_for_selector(".light", state="hidden")
    assert page.evaluate("() => atlas.state().view") == before
    assert state(page)["step"] == 5


def test_a_swipe_turns_the_page(opened: Open) -> None:
    page = opened("?mode=present&step=3", viewport={"width": 844, "height": 390}, has_touch=True)
    arrived(page)
    client = page.context.new_cdp_session(page)

    def swipe(from_x: int, to_x: int) -> None:
        points = [from_x, (from_x + to_x) // 2, to_x]
        for kind, x in zip(("touchStart", "touchMove", "touchMove"), points, strict=True):
            client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 150}]})
        client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(600, 300)
    wait_for(page, step="4")
    swipe(300, 600)
    wait_for(page, step="3")
    assert page.evaluate("() => atlas.state().follow")


def test_the_walk_goes_by_year_and_by_event_too(opened: Open) -> None:
    page = opened("?mode=present&walk=years&year=2010", **HALL)
    keys(page, "PageDown", "PageDown")
    wait_for(page, year="2012", selected="")
    keys(page, "PageUp")
    wait_for(page, year="2011")
    page.evaluate("() => atlas.set({ walk: 'events', year: 2012 })")
    wait_for(page, year="2012")
    seen = []
    for _ in range(3):
        keys(page, "PageDown")
        page.wait_for_function("before => atlas.state().select !== before", arg=seen[-1] if seen else None)
        seen.append(state(page)["select"])
    assert len(set(seen)) == 3
    expect(page.locator(".caption-text")).not_to_be_empty()


def test_a_story_without_stops_is_walked_by_its_years(opened: Open, start: Start, choir: Copy) -> None:
    choir.write("steps.csv", choir.text("steps.csv").splitlines()[0] + "\n")
    page = opened("?mode=present", address=start("--geodata", str(choir.folder)).address, **HALL)
    first = state(page)["year"]
    assert state(page)["steps"] == 0
    keys(page, "PageDown")
    wait_for(page, year=str(first + 1), mode="present")


def test_it_plays_by_itself_until_a_key_is_pressed_and_a_kiosk_goes_on(opened: Open, start: Start, choir: Copy) -> None:
    hurry(choir)
    address = start("--geodata", str(choir.folder)).address
    page = opened("?mode=present&play=1&loop=1&idle=2&speed=2", address=address, **HALL)
    last = state(page)["steps"]
    wait_for(page, step=str(last))
    wait_for(page, step="1")  # from the end it starts over
    keys(page, "Shift")
    wait_for(page, playing="false")
    wait_for(page, playing="true")  # nobody touches it


def test_without_loop_it_stops_at_the_last_stop(opened: Open, start: Start, choir: Copy) -> None:
    hurry(choir)
    page = opened("?mode=present&play=1&speed=4", address=start("--geodata", str(choir.folder)).address, **HALL)
    last = state(page)["steps"]
    wait_for(page, step=str(last), playing="false")
    keys(page, "k")
    wait_for(page, step="1", playing="true")


def test_the_walk_is_finished_without_server_and_network(opened: Open, start: Start) -> None:
    server = start()
    page = opened("?mode=present", address=server.address, **HALL)
    keys(page, "PageDown", "PageDown")
    wait_for(page, step="3", complete="true")
    texts = stops(page)
    server.stop()
    page.context.set_offline(True)
    for number in range(4, len(texts) + 1):
        keys(page, "PageDown")
        arrived(page, step=str(number))
        assert page.locator(".caption-text").inner_text() == texts[number - 1]["text"]
        assert page.locator("#drawing .label.place").count() > 0


def test_a_lost_drawing_context_ends_nothing(browser: Browser, server: Server) -> None:
    with watched(browser, server.address, "?mode=present&step=3", **HALL, **MOVING) as (page, watch):
        _lose_and_restore(page)
        # what MapLibre tidies up after the loss the browser notes on the console; a visitor sees nothing of it
        watch.console[:] = [said for said in watch.console if not said.startswith("WebGL: ")]


def _lose_and_restore(page: Page) -> None:
    arrived(page)
    page.evaluate(
        """() => {
            const gl = document.querySelector('#map .maplibregl-canvas').getContext('webgl2');
            window.lose = gl.getExtension('WEBGL_lose_context');
            window.lose.loseContext();
        }"""
    )
    keys(page, "PageDown")
    arrived(page, step="4")
    keys(page, "PageDown")
    arrived(page, step="5")
    assert page.locator("#drawing .label.place").count() > 0
    page.evaluate("() => window.lose.restoreContext()")
    keys(page, "PageDown")
    arrived(page, step="6")


def test_another_screen_shows_the_same_stop(opened: Open) -> None:
    page = opened("?mode=present&step=6", **HALL, **MOVING)
    arrived(page)
    for width, height in ((1920, 1080), (1024, 768), (844, 390)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """([width, height]) => {
                const box = document.querySelector('#map .maplibregl-canvas').getBoundingClientRect();
                return Math.round(box.width) === width && Math.round(box.height) === height;
            }""",
            arg=[width, height],
        )
        arrived(page, step="6")


def test_a_mark_may_be_pointed_at_and_the_walk_goes_on_from_there(opened: Open) -> None:
    page = opened("?mode=present&walk=years&year=2013", **HALL)
    arrived(page)
    click_on_map(page, "attack:atk_2013_09_01")
    wait_for(page, selected="attack:atk_2013_09_01")
    expect(page.locator(".caption-text")).to_contain_text("Killings at Camp Ashraf")
    keys(page, "PageDown")
    wait_for(page, year="2014", selected="")


def test_the_pointer_rests_out_of_sight(opened: Open) -> None:
    page = opened("?mode=present&step=2", **HALL)
    page.mouse.move(300, 300)
    page.wait_for_selector("html[data-pointer=rests]", state="attached")
    assert page.evaluate("() => getComputedStyle(document.querySelector('#map .maplibregl-canvas')).cursor") == "none"
    page.mouse.move(310, 300)
    page.wait_for_selector("html:not([data-pointer])", state="attached")


def test_tab_cannot_lose_the_keyboard(opened: Open) -> None:
    page = opened("?mode=present&step=2", **HALL)
    keys(page, "Tab", "Shift+Tab", "PageDown")
    wait_for(page, step="3")


def test_the_keys_of_the_stage_are_told_there(opened: Open) -> None:
    page = opened("?mode=present&step=2", **HALL)
    keys(page, "?")
    shown = page.locator("dialog[open]")
    expect(shown).to_contain_text("a spot of light")
    expect(shown).not_to_contain_text("next event")
    keys(page, "Escape")
    keys(page, "PageDown")
    wait_for(page, step="3")


def test_the_screen_is_filled_and_kept_awake(opened: Open) -> None:
    page = opened("?year=2009", **HALL)
    page.evaluate(
        """() => {
            window.asked = [];
            navigator.wakeLock.request = async (kind) => {
                window.asked.push(kind);
                return { released: false, release() { window.asked.push('released'); } };
            };
        }"""
    )
    keys(page, "p")
    wait_for(page, mode="present")
    page.wait_for_function("() => window.asked.join() === 'screen'")
    keys(page, "f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    arrived(page, mode="present")
    keys(page, "Escape")
    page.wait_for_function("() => document.fullscreenElement === null")
    wait_for(page, mode="present")
    keys(page, "Escape")
    wait_for(page, mode="explore")
    page.wait_for_function("() => window.asked.join() === 'screen,released'")
