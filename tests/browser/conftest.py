"""A real server and a real Chromium. Each page ends with an empty console and no request to another origin."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-rasterization",  # without a graphics card drawing text by its rules takes twice the time
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


expect.set_options(timeout=30_000)  # what a page does takes its time on a busy machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Server:
    """A running `python app.py`."""

    process: subprocess.Popen[str]
    address: str

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@contextmanager
def serving(*arguments: str) -> Iterator[Server]:
    """Start the program on a free port of this machine and stop it afterwards."""
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", "0", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"http://\S+", said)
    if not found:
        process.kill()
        pytest.fail(f"the server did not start: {said}{process.stdout.read()}")
    server = Server(process, found.group())
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as started:
        yield started


@pytest.fixture(scope="session")
def lake() -> Iterator[Server]:
    """The invented story, which is short."""
    with serving("--geodata", "tests/data/tiny") as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    assert path, "no Chromium on this machine: `python3 tests/run.py` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield started
        started.close()


@dataclass
class Watch:
    """What a page must not do: say something on the console, or ask another origin."""

    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


Open = Callable[..., Page]
Visit = Callable[..., Page]
Start = Callable[..., Server]


COMPLETE = "html[data-ready=true][data-map]"
"""A page that can be used, with the map that it will keep: Plotly's, or paper where that cannot be drawn."""


@contextmanager
def watched(
    browser: Browser, address: str, search: str = "", *, ready: str = COMPLETE, **options: Any
) -> Iterator[tuple[Page, Watch]]:
    """Open a page that is ready for use; afterwards its console must be empty and no other origin asked."""
    context = browser.new_context(**{"viewport": {"width": 1200, "height": 760}, "reduced_motion": "reduce", **options})
    watch = Watch()
    own = urlsplit(address).netloc

    def route(request: Route) -> None:
        if urlsplit(request.request.url).netloc in (own, ""):
            request.continue_()
        else:
            watch.foreign.append(request.request.url)
            request.abort()

    context.route("**/*", route)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.on("console", lambda message: watch.console.append(message.text))
    page.on("pageerror", lambda error: watch.console.append(str(error)))
    page.goto(f"{address}{search}")
    page.wait_for_selector(ready, state="attached", timeout=60_000)  # no graphics card here
    yield page, watch
    context.close()
    assert watch.console == []
    assert watch.foreign == []


@pytest.fixture
def start() -> Iterator[Start]:
    """Return `start(*arguments)`: a server of one's own, which runs until every page of the test is closed."""
    with ExitStack() as stack:
        yield lambda *arguments: stack.enter_context(serving(*arguments))


@pytest.fixture
def opened(browser: Browser, server: Server, start: Start) -> Iterator[Open]:
    """Return `opened(search="", *, address=None, **options)`: a page of its own, with options of a browser context.

    It asks for `start` only so that its pages are closed before the servers stop: idle pages fetch ahead.
    """
    with ExitStack() as stack:

        def open_page(search: str = "", *, address: str | None = None, **options: Any) -> Page:
            return stack.enter_context(watched(browser, address or server.address, search, **options))[0]

        yield open_page


@pytest.fixture(scope="session")
def shared(browser: Browser, server: Server) -> Iterator[tuple[Page, Watch]]:
    """A page that stays open: loading takes longer than what most tests do on it."""
    with watched(browser, server.address) as (page, watch):
        yield page, watch


@pytest.fixture
def visited(shared: tuple[Page, Watch]) -> Visit:
    """Return `visited(year, select=None)`: the shared page, put back to how a visitor meets it, in that year."""
    page, watch = shared

    def visit(year: int, select: str | None = None) -> Page:
        page.evaluate("() => document.querySelectorAll('dialog[open]').forEach((it) => it.close())")
        page.evaluate(
            "wanted => atlas.set({ theme: 'auto', speed: 1, follow: true, playing: false, select: null, ...wanted })",
            {"year": year, "select": select},
        )
        page.wait_for_selector(f'html[data-year="{year}"][data-selected="{select or ""}"]', state="attached")
        assert watch.console == []
        assert watch.foreign == []
        return page

    return visit
