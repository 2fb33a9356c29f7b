"""A view goes into other people's hands: by its link, in their page, as a QR code, as a picture with its sources."""

from __future__ import annotations

import io
import re
from html import escape
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.browser.conftest import Open, Server, Visit
from tests.browser.hosting import atlas_in, embedded, hosted, shows
from tests.browser.visitor import press, spot, wait_for

KILLINGS = "attack:atk_2013_09_01"
ATTACK = (0xB3, 0x40, 0x1A)
PAPER = {"light": (0xFB, 0xFA, 0xF7), "dark": (0x14, 0x19, 0x1C)}
ROOM = (70, 66, 60)
KEEP_WRITTEN = """() => {
    window.written = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        window.written.push(text);
        fillText.call(this, text, x, y);
    };
}"""
LOSE_CONTEXT = """() => new Promise(done => {
    const canvas = document.querySelector('.maplibregl-canvas');
    canvas.addEventListener('webglcontextlost', () => done(), { once: true });
    canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
})"""
HOLD_PICTURE = """() => {
    const { toBlob } = HTMLCanvasElement.prototype;
    const let_go = new Promise(done => { window.letGo = done; });
    HTMLCanvasElement.prototype.toBlob = function (done, type) {
        let_go.then(() => toBlob.call(this, done, type));
    };
}"""
CHANGE_LEGEND = """() => {
    const { load } = FontFaceSet.prototype;
    FontFaceSet.prototype.load = function (...asked) {
        const first = document.querySelector("#legend > span");
        first.before(first.cloneNode(true));
        return load.apply(this, asked);
    };
}"""
KEEP_REVOKED = """() => {
    window.revoked = [];
    const { revokeObjectURL } = URL;
    URL.revokeObjectURL = (address) => {
        window.revoked.push(address);
        revokeObjectURL.call(URL, address);
    };
}"""


def share(page: Page) -> Locator:
    page.click("#share")
    dialog = page.locator("dialog.share")
    expect(dialog).to_be_visible()
    return dialog


def code(page: Page | FrameLocator, name: str) -> str:
    return page.locator(f"#share-{name}").text_content() or ""


def codes(page: Page) -> dict[str, str]:
    return {name: code(page, name) for name in ("link", "iframe", "element")}


def choice(page: Page, name: str, value: str = "1") -> Locator:
    return page.locator(f'.share-options [name="{name}"][value="{value}"]')


def shown_in(link: str, opened: Open) -> dict[str, Any]:
    """The state that a reader of a link meets."""
    return dict(opened(re.sub(r"^https?://[^/]+/", "", link)).evaluate("() => atlas.state()"))


def read_qr(picture: bytes | Image.Image) -> list[str]:
    image = picture if isinstance(picture, Image.Image) else Image.open(io.BytesIO(picture))
    return [found.text for found in zxingcpp.read_barcodes(image.convert("RGB"))]


def photographed(picture: bytes) -> Image.Image:
    """As a phone sees a screen from the middle of a room: small, askew, a little blurred, darker."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    small = image.resize((image.width // 3, image.height // 3), Image.Resampling.BILINEAR)
    room = Image.new("RGB", (small.width + 240, small.height + 160), ROOM)
    room.paste(small.point(lambda value: int(40 + value * 0.7)), (120, 80))
    return room.rotate(9, Image.Resampling.BICUBIC, fillcolor=ROOM).filter(ImageFilter.GaussianBlur(0.8))


def downloaded(page: Page) -> Image.Image:
    with page.expect_download() as coming:
        page.click("#share-download")
    image = Image.open(coming.value.path())
    image.load()
    return image.convert("RGB")


def test_the_link_leads_to_the_very_view(opened: Open) -> None:
    page = opened(f"?year=2013&select={KILLINGS}&view=34.1,44.5,5", permissions=["clipboard-read", "clipboard-write"])
    before = page.evaluate("() => atlas.state()")
    dialog = share(page)
    expect(dialog).to_contain_text("Killings at Camp Ashraf, 1 September 2013")
    dialog.get_by_role("button", name="Copy: Link to this view").click()
    expect(dialog.locator(".copied").first).to_have_text("Copied")
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert link == code(page, "link")
    after = shown_in(link, opened)
    for name in ("year", "select", "view", "mode"):
        assert after[name] == before[name]


def test_every_code_can_be_copied(opened: Open) -> None:
    page = opened("?year=2013", permissions=["clipboard-read", "clipboard-write"])
    share(page)
    for name, text in codes(page).items():
        section = page.locator(".share-code", has=page.locator(f"#share-{name}"))
        section.locator("button.copy").click()
        expect(section.get_by_role("status")).to_have_text("Copied")
        assert page.evaluate("() => navigator.clipboard.readText()").replace("\r\n", "\n") == text


def test_the_choices_change_all_the_codes_at_once(visited: Visit) -> None:
    page = visited(2013, KILLINGS)
    share(page)
    usual = codes(page)
    for name, value, said in [("playing", "1", "play"), ("hide", "legend", "legend")]:
        choice(page, name, value).check()
        assert all(said in text and said not in usual[which] for which, text in codes(page).items())
        choice(page, name, value).uncheck()
        assert codes(page) == usual
    page.select_option(".share-options [name=theme]", "dark")
    assert all("dark" in text for text in codes(page).values())
    page.select_option(".share-options [name=theme]", "auto")
    choice(page, "select").uncheck()
    assert all(KILLINGS not in text for text in codes(page).values())
    choice(page, "select").check()
    choice(page, "year", "start").check()
    expect(choice(page, "select")).to_be_disabled()
    assert all("2013" not in text for text in codes(page).values())
    choice(page, "year", "now").check()
    assert codes(page) == usual
    page.keyboard.press("Escape")


def test_a_frame_has_the_size_that_was_chosen_within_limits(visited: Visit) -> None:
    page = visited(2013)
    share(page)
    width, height = (page.locator(f".share-options [name={side}]") for side in ("width", "height"))
    assert 'width="100%" height="600"' in code(page, "iframe")
    expect(width).to_be_disabled()
    page.select_option(".share-options [name=size]", "small")
    assert 'width="640" height="400"' in code(page, "iframe")
    height.fill("70")
    assert 'height="400"' in code(page, "iframe")  # not yet a height
    height.press_sequentially("0")
    assert 'width="640" height="700"' in code(page, "iframe")
    expect(page.locator(".share-options [name=size]")).to_have_value("own")
    width.fill("12")
    width.press("Tab")
    expect(width).to_have_value("320")
    assert 'width="320" height="700"' in code(page, "iframe")
    page.keyboard.press("Escape")


def test_where_the_visitor_has_put_the_map_is_shared_if_wanted(opened: Open) -> None:
    page = opened("?year=2013")
    page.click("#zoom-in")
    page.wait_for_function("() => atlas.state().view && !atlas.state().follow")
    share(page)
    assert all("view=" in text for text in codes(page).values())
    choice(page, "view").uncheck()
    assert all("view=" not in text for text in codes(page).values())


def test_the_frame_shows_the_view_in_a_page_of_another_origin(opened: Open, browser: Browser, tmp_path: Path) -> None:
    page = opened(f"?year=2013&select={KILLINGS}")
    share(page)
    html = f"<!doctype html><title>A newspaper</title><p>Before</p>{code(page, 'iframe')}<p>After</p>"
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    with hosted(tmp_path) as address:
        context = browser.new_context(viewport={"width": 1000, "height": 760}, reduced_motion="reduce")
        host = context.new_page()
        host.goto(address)
        expect(host.locator("iframe")).to_have_attribute("title", re.compile("Killings at Camp Ashraf"))
        inside = host.frame_locator("iframe").locator(
            f'html[data-ready=true][data-year="2013"][data-mode=embed][data-selected="{KILLINGS}"]'
        )
        expect(inside).to_be_attached(timeout=30_000)
        context.close()


def test_the_element_shows_the_view_where_there_are_scripts(
    opened: Open, browser: Browser, server: Server, tmp_path: Path
) -> None:
    page = opened(f"?year=2013&select={KILLINGS}")
    share(page)
    choice(page, "hide", "chart").check()
    with embedded(browser, server.address, tmp_path, code(page, "element")) as host:
        shows(atlas_in(host, "ashraf-atlas iframe"), year=2013, mode="embed", selected=KILLINGS, hide="chart")
        assert "Killings at Camp Ashraf" in str(host.locator("ashraf-atlas iframe").get_attribute("title"))


def test_the_element_is_a_plain_link_where_there_are_no_scripts(opened: Open, browser: Browser, tmp_path: Path) -> None:
    page = opened(f"?year=2013&select={KILLINGS}")
    share(page)
    html = f'<!doctype html><meta charset="utf-8">{code(page, "element")}'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    with hosted(tmp_path) as address:
        context = browser.new_context(java_script_enabled=False)
        host = context.new_page()
        host.goto(address)
        link = host.get_by_role("link", name="Killings at Camp Ashraf, 1 September 2013 – Ashraf Atlas")
        expect(link).to_be_visible()
        assert link.get_attribute("href") == code(page, "link")
        context.close()


def test_where_copying_is_refused_the_text_is_selected_and_that_is_said(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    frame_code = f'<iframe src="{escape(server.address)}?year=2013" width="320" height="400"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html>{frame_code}", encoding="utf-8")
    with hosted(tmp_path) as address:
        context = browser.new_context(reduced_motion="reduce")
        host = context.new_page()
        host.goto(address)
        frame = host.frame_locator("iframe")
        expect(frame.locator("html[data-ready=true]")).to_be_attached(timeout=30_000)
        frame.locator("#share").click()
        dialog = frame.locator("dialog.share")
        dialog.get_by_role("button", name="Copy: Code: frame").click()
        expect(dialog).to_contain_text("The browser does not allow copying. The text is selected.")
        assert dialog.evaluate("() => getSelection().toString()") == code(frame, "iframe")
        box = dialog.bounding_box()
        assert box and box["width"] <= 320 and box["height"] <= 400
        assert dialog.evaluate("it => it.scrollWidth <= it.clientWidth")
        context.close()


def test_the_qr_code_is_the_link_also_from_the_middle_of_a_room(opened: Open) -> None:
    page = opened(f"?year=2013&select={KILLINGS}&theme=dark", viewport={"width": 1280, "height": 800})
    share(page)
    link = code(page, "link")
    assert read_qr(page.locator("#share-qr .qr").screenshot()) == [link]
    page.click("#share-qr-large")
    large = page.locator("dialog.qr-large")
    expect(large).to_contain_text(link)
    assert large.bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": 800}
    seen = page.screenshot()
    assert Image.open(io.BytesIO(seen)).convert("RGB").getpixel((3, 3)) == (255, 255, 255)
    assert read_qr(seen) == [link]
    assert read_qr(photographed(seen)) == [link]
    page.keyboard.press("Escape")
    expect(large).to_have_count(0)
    expect(page.locator("dialog.share")).to_be_visible()
    assert page.evaluate("() => document.activeElement.id") == "share-qr-large"
    choice(page, "playing").check()
    assert code(page, "link") != link
    assert read_qr(page.locator("#share-qr .qr").screenshot()) == [code(page, "link")]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_is_the_map_with_its_source_line(opened: Open, theme: str) -> None:
    page = opened(f"?year=2013&select={KILLINGS}&theme={theme}")
    page.evaluate(KEEP_WRITTEN)
    at = spot(page, KILLINGS)
    area = page.locator("#map-area").bounding_box()
    assert area
    share(page)
    expect(page.locator("#share-picture img")).to_be_visible()
    image = downloaded(page)
    map_height = int(area["height"]) * 2
    assert image.width == int(area["width"]) * 2
    assert image.height > map_height + 150
    if theme == "light":
        assert image.getpixel((int(at["x"] - area["x"]) * 2, int(at["y"] - area["y"]) * 2)) == ATTACK
    above = image.crop((0, 0, image.width, map_height))
    below = image.crop((0, map_height + 4, image.width, image.height))
    assert len(above.getcolors(2**24) or []) > 500  # coasts, borders, marks, words
    often, colour = max(below.getcolors(2**24) or [])
    assert colour == PAPER[theme]
    assert often < 0.97 * below.width * below.height  # there are words on the paper
    written = " ".join(page.evaluate("() => window.written"))
    for said in (
        "Killings at Camp Ashraf, 1 September 2013",
        "The map in 2013. Ashraf Atlas: ",
        "CC BY 4.0",
        "To cite: ",
    ):
        assert said in written
    assert str(page.locator("#attribution").text_content()) in written
    assert code(page, "link") in written
    name = page.evaluate("() => document.querySelector('#share-download').download")
    assert name == "ashraf-2013-atk_2013_09_01.png"


def test_the_picture_has_the_letters_of_the_page(opened: Open) -> None:
    page = opened("?year=2013", device_scale_factor=2)
    area = page.locator("#map-area").bounding_box()
    label = page.locator("#drawing .label.place.line-0", has_text="Tirana").bounding_box()
    assert area and label
    clip = {side: round(size) for side, size in label.items()}
    shot = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")  # type: ignore[arg-type]
    share(page)
    expect(page.locator("#share-picture img")).to_be_visible()
    left, top = (round(clip["x"] - area["x"]) * 2, round(clip["y"] - area["y"]) * 2)
    part = downloaded(page).crop((left, top, left + shot.width, top + shot.height)).convert("L")
    pairs = zip(shot.tobytes(), part.tobytes(), strict=True)
    assert sum(abs(one - other) > 90 for one, other in pairs) < 0.02 * shot.width * shot.height


@pytest.mark.parametrize("size", [(1440, 900), (390, 844), (800, 500)], ids=str)
def test_nothing_moves_when_the_picture_comes(opened: Open, size: tuple[int, int]) -> None:
    page = opened("?year=2013", viewport={"width": size[0], "height": size[1]})
    page.evaluate(HOLD_PICTURE)
    share(page)
    below = page.locator("#share-qr-large")
    before = below.bounding_box()
    page.evaluate("() => window.letGo()")
    expect(page.locator("#share-download")).to_be_visible()
    assert below.bounding_box() == before
    room, picture = page.locator(".share-frame").bounding_box(), page.locator(".share-frame img").bounding_box()
    assert room and picture
    inner = {"width": room["width"] - 2, "height": room["height"] - 2}
    assert all(picture[side] <= inner[side] for side in inner)
    assert any(picture[side] > 0.98 * inner[side] for side in inner)
    assert picture["width"] * picture["height"] > 0.75 * inner["width"] * inner["height"], "mostly empty room"


def test_the_picture_comes_also_where_the_legend_changes_meanwhile(opened: Open) -> None:
    """As at the end of a flight."""
    page = opened("?year=2013")
    page.evaluate(CHANGE_LEGEND)
    share(page)
    expect(page.locator("#share-download")).to_be_visible()


def test_nothing_is_left_of_it_once_it_is_closed(opened: Open) -> None:
    page = opened("?year=2013")
    assert page.locator("dialog.share").count() == 0
    page.evaluate(KEEP_REVOKED)
    before = page.evaluate("() => document.querySelector('.maplibregl-canvas').width")
    share(page)
    picture = page.locator("#share-picture img")
    expect(picture).to_be_visible()
    address = picture.get_attribute("src")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.share")).to_have_count(0)
    assert page.evaluate("() => document.activeElement.id") == "share"
    page.wait_for_function("before => document.querySelector('.maplibregl-canvas').width === before", arg=before)
    assert page.evaluate("() => window.revoked") == [address]


def test_a_map_that_cannot_be_drawn_is_said_and_the_rest_works(opened: Open) -> None:
    page = opened("?year=2013")
    page.evaluate(LOSE_CONTEXT)
    dialog = share(page)
    expect(dialog.locator("#share-picture")).to_contain_text("The picture cannot be drawn here.")
    expect(dialog.locator("#share-download")).to_be_hidden()
    assert "year=2013" in code(page, "iframe")


def test_the_keyboard_stays_in_it_and_goes_back_to_the_button(visited: Visit) -> None:
    page = visited(2012)
    page.focus("#share")
    page.keyboard.press("Enter")
    expect(page.locator("#share-picture img")).to_be_visible()
    met = set()
    for _ in range(45):
        page.keyboard.press("Tab")
        inside, tag, name = page.evaluate(
            """() => {
                const { id, name, className, tagName } = document.activeElement;
                return [document.activeElement.closest('dialog.share') !== null, tagName, id || name || className];
            }"""
        )
        assert inside or tag == "BODY"  # which stands for the browser's own controls
        met.add(name)
    assert {"share-download", "share-qr-large", "copy", "close"} <= met
    assert {"year", "playing", "hide", "theme", "size", "height"} <= met
    press(page, "ArrowRight", year="2012")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.share")).to_have_count(0)
    assert page.evaluate("() => document.activeElement.id") == "share"


def test_opening_it_stops_the_years(opened: Open) -> None:
    page = opened("?year=1988&speed=4", reduced_motion="no-preference")
    press(page, "Space", playing="true")
    share(page)
    wait_for(page, playing="false")
    assert "play" not in code(page, "link")
    year = page.evaluate("() => document.documentElement.dataset.year")
    assert f"year={year}" in code(page, "iframe")


def test_the_close_button_and_a_press_beside_it_close_it(visited: Visit) -> None:
    page = visited(2012)
    dialog = share(page)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    share(page)
    page.mouse.click(8, 300)
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize(
    ("width", "height", "touch"), [(1440, 900, False), (800, 500, False), (390, 844, True), (320, 640, True)]
)
def test_it_fits(opened: Open, width: int, height: int, touch: bool) -> None:
    page = opened("?year=2013", viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch)
    dialog = share(page)
    expect(dialog.locator("#share-picture img")).to_be_visible()
    box = dialog.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= height
    assert dialog.evaluate("it => it.scrollWidth <= it.clientWidth")
    for control in dialog.locator("button, select, .share-choice, #share-download").all():
        size = control.bounding_box()
        assert size and size["height"] >= (44 if touch else 24)
    for words in dialog.locator("p, label span, legend, pre, h3").all():
        assert words.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") >= 12
