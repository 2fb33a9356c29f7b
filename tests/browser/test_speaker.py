"""The speaker's window: what comes next, notes and sources, in step with the stage whatever happens to either."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Start
from tests.browser.visitor import story, wait_for

HALL = {"width": 1280, "height": 720}
Beside = Callable[[Page], Page]


@pytest.fixture
def beside() -> Iterator[Beside]:
    """Return `beside(stage)`: the speaker's window that the key S opens; its console stays empty too."""
    said: list[str] = []

    def open_speaker(stage: Page) -> Page:
        with stage.context.expect_page() as opening:
            stage.keyboard.press("s")
        page = opening.value
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.wait_for_selector("html[data-ready=true][data-map]", state="attached", timeout=60_000)
        expect(page.locator(".speaker-link")).to_have_text("In step with the stage")
        return page

    yield open_speaker
    assert said == []


def expect_agreement(stage: Page, speaker: Page) -> None:
    """Wait until both windows show one stop: what is still on its way between them may yet move either."""
    for _ in range(100):
        here = stage.locator("html").get_attribute("data-step")
        if speaker.locator("html").get_attribute("data-step") == here:
            return
        stage.evaluate("() => new Promise(frame => requestAnimationFrame(() => requestAnimationFrame(frame)))")
    raise AssertionError("stage and speaker do not come to show the same stop")


def stops(page: Page) -> list[dict[str, object]]:
    return list(story(page)["steps"].values())


def test_it_shows_this_stop_the_next_notes_sources_time_and_every_stop(opened: Open, beside: Beside) -> None:
    stage = opened("?mode=present&step=4", viewport=HALL)
    speaker = beside(stage)
    rows = stops(stage)
    expect(speaker.locator(".speaker-text")).to_have_text(str(rows[3]["text"]))
    expect(speaker.locator(".speaker-title")).to_have_text(str(rows[3]["title"]))
    expect(speaker.locator(".speaker-notes")).to_contain_text(str(rows[3]["notes"])[:60])
    expect(speaker.locator(".speaker-coming")).to_contain_text(str(rows[4]["title"]))
    expect(speaker.locator("#caption .caption-text")).to_have_text(str(rows[4]["text"]))  # the preview on its map
    sources = rows[3]["sources"]
    assert isinstance(sources, list)
    expect(speaker.locator(".speaker-sources li")).to_have_count(len(sources))
    expect(speaker.locator(".speaker-list .stop")).to_have_count(len(rows))
    expect(speaker.locator(".speaker-list .stop[aria-current]")).to_have_attribute("data-stop", "3")
    expect(speaker.locator(".speaker-time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(speaker.locator(".speaker-elapsed")).to_have_text(re.compile(r"^\d+:\d\d$"))
    assert speaker.locator("#drawing .label.place").count() > 0


def test_either_window_drives_the_other(opened: Open, beside: Beside) -> None:
    stage = opened("?mode=present", viewport=HALL)
    speaker = beside(stage)
    stage.keyboard.press("PageDown")
    wait_for(speaker, step="2")
    speaker.keyboard.press("PageDown")
    wait_for(stage, step="3")
    speaker.click(".speaker-forward")
    wait_for(stage, step="4")
    speaker.click(".speaker-list [data-stop='9']")
    wait_for(stage, step="10")
    speaker.keyboard.press("b")
    stage.wait_for_selector(".curtain[data-colour=black]")
    expect(speaker.locator(".speaker-black")).to_have_attribute("aria-pressed", "true")
    stage.keyboard.press("b")
    expect(speaker.locator(".speaker-black")).to_have_attribute("aria-pressed", "false")
    for key in ("PageDown", "PageDown", "PageUp", "PageDown", "PageUp"):
        stage.keyboard.press(key)
        speaker.keyboard.press(key)
    expect_agreement(stage, speaker)
    speaker.keyboard.press("End")
    last = str(len(stops(stage)))
    wait_for(stage, step=last)
    wait_for(speaker, step=last)


def test_closing_or_reloading_either_loses_nothing(opened: Open, beside: Beside) -> None:
    stage = opened("?mode=present&step=6", viewport=HALL)
    speaker = beside(stage)
    speaker.click(".speaker-hold")
    expect(speaker.locator(".speaker-elapsed")).not_to_have_text("0:00")
    stage.reload()
    wait_for(stage, ready="true", step="6")
    stage.keyboard.press("PageDown")
    wait_for(speaker, step="7")
    speaker.reload()
    wait_for(speaker, ready="true", step="7")
    expect(speaker.locator(".speaker-elapsed")).not_to_have_text("0:00")
    speaker.close()
    stage.keyboard.press("PageDown")
    wait_for(stage, step="8")
    again = beside(stage)
    wait_for(again, step="8")
    expect(again.locator(".speaker-elapsed")).not_to_have_text("0:00")  # the stage has kept the time


def test_a_stage_that_is_opened_anew_comes_to_where_the_speaker_is(opened: Open, beside: Beside) -> None:
    stage = opened("?mode=present&step=6", viewport=HALL)
    speaker = beside(stage)
    speaker.keyboard.press("PageDown")
    wait_for(stage, step="7")
    stage.goto("about:blank")
    expect(speaker.locator(".speaker-link")).to_contain_text("No stage is open")
    speaker.keyboard.press("PageDown")
    wait_for(speaker, step="8")
    with speaker.context.expect_page() as opening:
        speaker.click(".speaker-link a")
    wait_for(opening.value, mode="present", step="8")


def test_they_stay_in_step_without_server_and_network(opened: Open, beside: Beside, start: Start) -> None:
    server = start()
    stage = opened("?mode=present", address=server.address, viewport=HALL)
    speaker = beside(stage)
    wait_for(stage, complete="true")
    wait_for(speaker, complete="true")
    for step in ("2", "3"):
        stage.keyboard.press("PageDown")
        wait_for(speaker, step=step)
    server.stop()
    stage.context.set_offline(True)
    last = stage.evaluate("() => atlas.state().steps")
    for step in range(4, last + 1):
        (stage if step % 2 else speaker).keyboard.press("PageDown")
        wait_for(stage, step=str(step), arrived="true")
        wait_for(speaker, step=str(step))


def test_a_blocked_window_is_told_with_the_way_to_open_it(opened: Open) -> None:
    stage = opened("?mode=present&step=2", viewport=HALL)
    stage.evaluate("() => { window.open = () => null; }")
    stage.keyboard.press("s")
    note = stage.locator(".stage-note")
    expect(note).to_contain_text("blocked")
    expect(note.locator("a")).to_have_attribute("href", re.compile(r"mode=speaker.*step=2|step=2.*mode=speaker"))
    stage.keyboard.press("PageDown")
    expect(note).to_be_hidden()
    wait_for(stage, step="3")


@pytest.mark.parametrize(("width", "height"), [(1180, 800), (1440, 900), (800, 500), (390, 844)])
def test_nothing_in_it_overlaps_or_is_out_of_reach(opened: Open, width: int, height: int) -> None:
    page = opened("?mode=speaker&step=12", viewport={"width": width, "height": height})
    expect(page.locator(".speaker-link")).to_contain_text("No stage is open")
    boxes = page.evaluate(
        """() => ['.speaker-bar', '.speaker-talk', '.speaker-next-part', '#map-area', '.speaker-sources-part',
            '.speaker-stops-part'].map((name) => {
                const { left, top, right, bottom } = document.querySelector(name).getBoundingClientRect();
                return { name, left, top, right, bottom };
            })"""
    )
    for at, one in enumerate(boxes):
        assert one["right"] <= width + 1
        assert one["bottom"] - one["top"] > 36, one
        for other in boxes[at + 1 :]:
            across = min(one["right"], other["right"]) - max(one["left"], other["left"])
            down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            assert across <= 1 or down <= 1, (one["name"], other["name"])
