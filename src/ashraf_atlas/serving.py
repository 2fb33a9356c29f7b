"""Serve the dashboard, and say in one sentence where it is."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ashraf_atlas.problems import printable
from ashraf_atlas.progress import Tell, progress, to_nobody
from ashraf_atlas.site.build import Options, build_site
from ashraf_atlas.site.folder import is_frozen, read_site
from ashraf_atlas.site.shelf import SOMEWHERE, Shelf
from ashraf_atlas.site.wsgi import SiteApp


class ServingError(Exception):
    """The server cannot start; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Place:
    """Where to serve, and how."""

    host: str = "127.0.0.1"
    port: int = 8050
    base_path: str = "/"
    workers: int = 1
    access_log: bool = False


def app_of(
    folder: Path,
    base_path: str = "/",
    options: Options = Options(),  # noqa: B008, it is frozen
    tell: Tell = to_nobody,
) -> SiteApp:
    """Return the WSGI app that serves a dataset, or a site that was frozen from one; `tell` is told how far it is.

    Raises `problems.DatasetError` if the dataset is not valid, and `site.folder.FrozenError`.
    """
    if is_frozen(folder):
        return SiteApp(Shelf(read_site(folder)), base_path)
    told = options if options.base_url else replace(options, base_url=SOMEWHERE)
    site = build_site(folder, told, tell)
    # before the processes part, or each of them would make it again for its first visitor: seconds of a long story
    _ = site.files["index.html"].content
    return SiteApp(Shelf(site), base_path)


def serve(folder: Path, place: Place, options: Options, *, watch: bool = False) -> None:
    """Serve a dataset, or a frozen site, until interrupted; with `watch`, a dataset as it is at any moment.

    Raises `ServingError` if the address cannot be used and, unless watching, what `app_of` raises. The port is claimed
    before the dataset is read, so that a taken port is said at once.
    """
    with _claim(place.host, place.port) as claimed:
        address_, port = claimed.getsockname()[:2]
        where = address(place.host, port, place.base_path)
        if watch:
            from ashraf_atlas.watching import serve_watching  # neither it nor its server is loaded unless it is wanted

            serve_watching(folder, place.base_path, claimed, where)
            return
        with progress(sys.stderr) as tell:
            app = app_of(folder, place.base_path, options, tell)
        from ashraf_atlas.production import run

        run(app, replace(place, host=address_, port=port), _told(app.title, where))
    print("Stopped.", flush=True)


def _told(title: str, where: str) -> Callable[[], None]:
    return lambda: print(f"{printable(title)} is up at {where} (press Ctrl+C to stop)", flush=True)


def address(host: str, port: int, base_path: str) -> str:
    """Return the address to open in a browser on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}{base_path}"


def _claim(host: str, port: int) -> socket.socket:
    """Return a socket that holds the port. Nobody else has it; the workers of the server may share it."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError) as error:
        raise ServingError(
            f"The host {host!r} is not known on this machine: give an address of it with --host, such as 127.0.0.1."
        ) from error
    try:
        with socket.socket(family, kind, protocol) as alone:  # one that shares would not see another that shares
            alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            alone.bind(where)
            alone.listen()
            where = (where[0], alone.getsockname()[1], *where[2:])
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(where)
    except OSError as error:
        raise ServingError(_why_not(error, host, port)) from error
    return listener


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is taken by another program: "
            "stop it, or choose another port with --port (0 takes a free one)."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may not be opened by this user: choose one above 1023 with --port."
    return f"The address {host}:{port} cannot be used ({error.strerror}): give another with --host and --port."
