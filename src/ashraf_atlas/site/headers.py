"""The headers of every answer: who may embed it (anyone: there is nothing to steal), and what the page may not do."""

from __future__ import annotations

from collections.abc import Iterable

from ashraf_atlas.site.files import HASHED, File
from ashraf_atlas.site.policy import answer_policy

NEEDED = ("fullscreen", "screen-wake-lock", "clipboard-write")
REFUSED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
YEAR_S = 31_536_000
SHORT_S = 600

Header = tuple[str, str]


def common(hosts: Iterable[str] = ()) -> list[Header]:
    """Return the headers of every answer; `hosts` are the origins whose pages may hold this one, none means all."""
    permissions = [*(f"{name}=*" for name in NEEDED), *(f"{name}=()" for name in REFUSED)]
    return [
        ("Content-Security-Policy", answer_policy(hosts)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(permissions)),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Access-Control-Allow-Origin", "*"),  # fonts, for frames that have no origin of their own
    ]


def caching(path: str) -> Header:
    """Return how long a file may be kept: for ever if its name is of its content, else until it is asked about."""
    if path.startswith(f"{HASHED}/"):
        return "Cache-Control", f"public, max-age={YEAR_S}, immutable"
    if path == "embed.js":
        return "Cache-Control", f"public, max-age={SHORT_S}"
    return "Cache-Control", "no-cache"


def of_file(path: str, file: File) -> list[Header]:
    """Return the headers that are a file's own."""
    name = path.rpartition("/")[2]
    kept = [("Content-Disposition", f'attachment; filename="{name}"')] if file.attachment else []
    return [("Content-Type", file.media_type), caching(path), *kept]
