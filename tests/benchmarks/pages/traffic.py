"""What a page asks of the network, as Chromium counts it: bytes as they were transferred, headers included.

What a worker fetches itself is told to nobody but the worker, and is not slowed down either. That is one file of one
page: MapLibre's own worker, 6 kB, on the page of MapLibre alone. It is in the latter's favour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession

HTTP = ("http", "https")


@dataclass
class Asked:
    """One request: where to, when it was made and when its answer was there (s on Chromium's clock)."""

    url: str
    began: float
    ended: float | None = None
    transferred: float = 0


class Traffic:
    """The requests of a page from when this is made, by the session that watches the page."""

    def __init__(self, session: CDPSession) -> None:
        self._asked: dict[str, Asked] = {}
        session.on("Network.requestWillBeSent", self._begin)
        session.on("Network.loadingFinished", self._end)

    def until(self, milliseconds: float) -> list[Asked]:
        """Return those made until so long after the first one, which is that of the page itself."""
        began = min(it.began for it in self._asked.values())
        latest = began + milliseconds / 1000
        return [it for it in self._asked.values() if it.began <= latest]

    def transferred(self, milliseconds: float) -> float:
        """Return the bytes of what had come by then."""
        began = min(it.began for it in self._asked.values())
        latest = began + milliseconds / 1000
        return sum(it.transferred for it in self._asked.values() if it.ended is not None and it.ended <= latest)

    def all(self) -> list[Asked]:
        """Return every request there was."""
        return list(self._asked.values())

    def _begin(self, told: dict[str, Any]) -> None:
        if urlsplit(told["request"]["url"]).scheme in HTTP:
            self._asked.setdefault(told["requestId"], Asked(told["request"]["url"], told["timestamp"]))

    def _end(self, told: dict[str, Any]) -> None:
        asked = self._asked.get(told["requestId"])
        if asked:
            asked.ended, asked.transferred = told["timestamp"], told["encodedDataLength"]


def elsewhere(asked: list[Asked], address: str) -> int:
    """Return how many requests went to another origin than that of the page."""
    return sum(urlsplit(it.url).netloc != urlsplit(address).netloc for it in asked)
