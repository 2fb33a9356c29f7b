"""The arguments that `serve` and `freeze` share: where the site will be, and who may hold it."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from ashraf_atlas.site.build import Options

HOST = re.compile(r"(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def site_options(parser: argparse.ArgumentParser) -> None:
    """Let a command say where the site will be, and who may hold it in a frame."""
    parser.add_argument(
        "--base-url", type=base_url, metavar="URL", help="the address of the site, for cards, oEmbed and whole links"
    )
    parser.add_argument(
        "--host-page",
        dest="hosts",
        type=origin,
        action="append",
        default=[],
        metavar="ORIGIN",
        help="a site whose pages may hold the atlas in a frame and talk to it; may be given again (all may)",
    )


def wanted_options(arguments: argparse.Namespace) -> Options:
    """Return what the arguments say of the site."""
    from ashraf_atlas.site.build import Options

    return Options(base_url=arguments.base_url, hosts=tuple(arguments.hosts))


def base_url(text: str) -> str:
    """Return an address as it is typed, with a slash at its end."""
    if not _is_address(text) or urlsplit(text).query or urlsplit(text).fragment:
        raise argparse.ArgumentTypeError(f"not a web address: {text!r} (write one such as https://example.org/atlas/)")
    return f"{text.rstrip('/')}/"


def origin(text: str) -> str:
    """Return an origin as it is typed."""
    if not _is_address(text) or urlsplit(text).path.strip("/") or urlsplit(text).query:
        raise argparse.ArgumentTypeError(f"not an origin: {text!r} (write one such as https://example.org)")
    return text.rstrip("/")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = text.isascii() and not re.search(r"[\s\"'<>;,\\]", text)
    return plain and parts.scheme in ("http", "https") and bool(HOST.fullmatch(parts.netloc))
