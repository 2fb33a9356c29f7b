"""Pages of somebody else, on a port and so an origin of their own, that hold the atlas in frames."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import ROOT

SCRIPT = ROOT / "assets" / "element" / "embed.js"
HOST = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,"></head>
<body>
{body}
</body></html>"""
LISTEN = "window.heard = []; addEventListener('message', ({ data, source }) => heard.push({ ...data, from: source }));"
"""What the pages of a host do at the least: keep the messages they hear."""


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder, and keeps the test's output to itself."""

    more: Mapping[str, str] = {}

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def hosted(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder from a port, and so from an origin, of its own."""
    handler: Any = type("Handler", (Silent,), {"more": headers or {}})
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_address[1]}/"
    host.shutdown()
    host.server_close()


@contextmanager
def embedded(
    browser: Browser,
    atlas: str,
    folder: Path,
    body: str,
    *,
    headers: Mapping[str, str] | None = None,
    script: str = "",
    prepare: Callable[[Page], None] | None = None,
    **options: Any,
) -> Iterator[Page]:
    """A host page with this body, in which ATLAS stands for the atlas's address.

    Its console must stay empty, and nobody but its own server and the atlas's may be asked for anything.
    """
    whole = body.replace("ATLAS", atlas) + '\n<script src="host.js"></script>'
    (folder / "index.html").write_text(HOST.format(body=whole), encoding="utf-8")
    (folder / "host.js").write_text(f"{LISTEN}\n{script.replace('ATLAS', atlas)}", encoding="utf-8")
    (folder / "before.html").write_text(HOST.format(body="<p>Before</p>"), encoding="utf-8")
    said: list[str] = []
    asked: list[str] = []
    policy = {name: value.replace("ATLAS", atlas) for name, value in (headers or {}).items()}
    with hosted(folder, policy) as address:
        context = browser.new_context(
            **{"viewport": {"width": 1000, "height": 700}, "reduced_motion": "reduce", **options}
        )
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        if prepare:
            prepare(page)
        page.goto(f"{address}before.html")
        page.goto(address)
        yield page
        context.close()
    known = {urlsplit(address).netloc, urlsplit(atlas).netloc}
    assert [url for url in asked if url.startswith("http") and urlsplit(url).netloc not in known] == []
    assert said == [], said


def atlas_in(page: Page, selector: str = "iframe") -> Frame:
    """The atlas in a frame of the page, once its map is there."""
    handle = page.wait_for_selector(selector, state="attached")
    assert handle
    frame = handle.content_frame()
    assert frame
    frame.wait_for_selector("html[data-ready=true][data-map]", state="attached", timeout=60_000)
    frame.evaluate("() => atlas.ready.then(() => true)")
    return frame


def shows(frame: Frame, **attributes: object) -> None:
    """Wait until `<html data-…>` in the frame has these values."""
    for name, value in attributes.items():
        frame.wait_for_selector(f'html[data-{name}="{value}"]', state="attached")


def tell(page: Page, message: Mapping[str, Any], selector: str = "iframe") -> None:
    """Send a message from the host page into a frame."""
    page.evaluate(
        "([at, message]) => document.querySelector(at).contentWindow.postMessage({ atlas: 1, ...message }, '*')",
        [selector, dict(message)],
    )


def heard(page: Page, type_: str) -> list[dict[str, Any]]:
    """What the host page has heard of one type."""
    found: list[dict[str, Any]] = page.evaluate(
        "type => heard.filter(it => it.atlas === 1 && it.type === type).map(({ from, ...it }) => it)", type_
    )
    return found
