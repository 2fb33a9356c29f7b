"""What of a site is ready to be sent: its files in the forms that browsers take, and pages that know where they are."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass
from html import escape

from ashraf_atlas.site.compressed import ENCODINGS, compressible
from ashraf_atlas.site.files import HASHED, File, Site
from ashraf_atlas.site.pages import Page

SOMEWHERE = "https://somewhere.invalid/"
"""The base URL of a site that is told where it is by each request."""

MOST_PAGES = 512
"""Pages kept, for all the names that the server is called by."""


@dataclass(frozen=True)
class Sent:
    """A file as it is sent: its bytes, their encoding if any, their tag, and whether others get other bytes."""

    content: bytes
    encoding: str
    tag: str
    varies: bool


class Shelf:
    """The files of a site, each compressed when it is first asked for in that form, and kept."""

    def __init__(self, site: Site) -> None:
        """Nothing is made yet."""
        self.site = site
        self.open = site.base_url == SOMEWHERE
        """Whether the pages are told where they are by each request."""
        self._kept: dict[tuple[str, str], Sent] = {}
        self._pages: OrderedDict[tuple[str, str, str, bool], Sent] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, path: str, encoding: str, base_url: str) -> Sent:
        """Return a file of the site in an encoding (empty for none), told that the root is at `base_url`."""
        if self.open and not path.startswith(f"{HASHED}/") and path.endswith((".html", "oembed.json", "oembed.xml")):
            return self._page(path, encoding, base_url, None)
        key = (path, encoding)
        if key not in self._kept:
            made = self._sent(path, self.site.files[path], encoding)
            self._kept[key] = made  # two who ask at once make it twice, and the same
        return self._kept[key]

    def not_found(self, base_path: str) -> bytes:
        """Return the page for an address where there is nothing."""
        content = self.site.files["404.html"].content
        return content.replace(b"</main>", f'<p><a href="{base_path}">{self.site.title_html}</a></p>\n</main>'.encode())

    def at_root(self, page: Page, encoding: str, base_url: str) -> Sent:
        """Return a page as it stands at the root, where the address itself says what it begins with."""
        return self._page(page.file, encoding, base_url, page)

    def _page(self, path: str, encoding: str, base_url: str, moved: Page | None) -> Sent:
        key = (path, encoding, base_url, moved is not None)
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        file = self.site.files[path]
        content = file.content.replace(SOMEWHERE.encode(), base_url.encode())
        if moved:
            start = f' data-start="{escape(moved.start)}"'
            content = content.replace(start.encode(), b"").replace(f'="{moved.root}'.encode(), b'="./')
        made = self._sent(path, File(lambda: content, file.media_type), encoding)
        with self._lock:
            self._pages[key] = made
            while len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        return made

    def _sent(self, path: str, file: File, encoding: str) -> Sent:
        varies = compressible(file)
        used = encoding if varies else ""
        content = self._packed(path, file, used) if used else file.content
        tag = hashlib.sha256(file.content).hexdigest()[:20]
        return Sent(content, used, f'"{tag}{f"-{used}" if used else ""}"', varies)

    def _packed(self, path: str, file: File, encoding: str) -> bytes:
        ready = self.site.packed.get(f"{path}{ENCODINGS[encoding].ending}")
        return ready.content if ready else ENCODINGS[encoding].compress(file.content, False)
