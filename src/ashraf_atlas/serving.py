"""Serve the dashboard by waitress, a production-grade server, and say in one sentence where it is."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from pathlib import Path

from waitress import create_server

from ashraf_atlas.dashboard import create_app


class ServingError(Exception):
    """The server cannot start; the message is one sentence that says why and what to do."""


def serve(geodata: Path, *, host: str = "127.0.0.1", port: int = 8050, base_path: str = "/") -> None:
    """Serve the dataset in `geodata` until interrupted.

    Raises `ServingError` if the address cannot be used and `problems.DatasetError` if the dataset is not valid.
    The port is claimed before the dataset is read, so that a taken port is said at once.
    """
    listener = _claim(host, port)
    with listener:
        app = create_app(geodata, base_path=base_path)
        # waitress warns of a queue when a browser opens several connections at once; with these threads none waits long
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = create_server(app.server, sockets=[listener], threads=16, ident=None)
        print(
            f"{app.title} is up at {address(host, listener.getsockname()[1], base_path)} (press Ctrl+C to stop)",
            flush=True,
        )
        try:
            server.run()
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)
        finally:
            server.close()


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
