"""Serve the dashboard by waitress, a production-grade server, and say in one sentence where it is."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from waitress import create_server

from ashraf_atlas.dashboard import create_app
from ashraf_atlas.problems import printable

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class ServingError(Exception):
    """The server cannot start; the message is one sentence that says why and what to do."""


def serve(
    geodata: Path, *, host: str = "127.0.0.1", port: int = 8050, base_path: str = "/", watch: bool = False
) -> None:
    """Serve the dataset in `geodata` until interrupted; with `watch`, as it is at any moment.

    Raises `ServingError` if the address cannot be used and, unless watching, `problems.DatasetError` if the dataset is
    not valid. The port is claimed before the dataset is read, so that a taken port is said at once.
    """
    listener = _claim(host, port)
    with listener, (_following if watch else _fixed)(geodata, base_path) as (app, title, told):
        # waitress warns of a queue when a browser opens several connections at once; with these threads none waits long
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = create_server(app, sockets=[listener], threads=16, ident=None)
        where = address(host, listener.getsockname()[1], base_path)
        print(f"{printable(title)} is up at {where}{told} (press Ctrl+C to stop)", flush=True)
        try:
            server.run()
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)
        finally:
            server.close()


@contextmanager
def _fixed(geodata: Path, base_path: str) -> Iterator[tuple[WSGIApplication, str, str]]:
    """The app of a dataset as it is, its title, and nothing more to tell of it."""
    app = create_app(geodata, base_path=base_path)
    yield app.server, app.title, ""


@contextmanager
def _following(geodata: Path, base_path: str) -> Iterator[tuple[WSGIApplication, str, str]]:
    """An app that follows the files of a dataset, its title, and what to tell of it."""
    from ashraf_atlas.watching import watching  # not loaded unless it is wanted

    with watching(geodata, base_path) as app:
        now = app.edition
        yield app, now.title, f" and follows its files{f'; {now.said}' if now.front else ''}"


def address(host: str, port: int, base_path: str) -> str:
    """Return the address to open in a browser on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}{base_path}"


def _claim(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError) as error:
        raise ServingError(
            f"The host {host!r} is not known on this machine: give an address of it with --host, such as 127.0.0.1."
        ) from error
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(where)
        listener.listen(1024)
    except OSError as error:
        listener.close()
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
