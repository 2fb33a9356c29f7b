"""The server for visitors: Granian, the fastest of those measured (`tests/benchmarks/servers.py`), with limits.

The parent makes the app and then forks its workers, so that they share it.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from ashraf_atlas.site.wsgi import SiteApp

if TYPE_CHECKING:
    from ashraf_atlas.serving import Place

HEADERS_MS = 10_000
"""How long a request may take to say what it wants."""

HEADERS_BYTES = 32 * 1024
"""How long that may be: more than any browser sends."""

WAITING = 1024
"""Connections that may wait to be taken."""

AT_ONCE = 512
"""Requests that a worker has in hand; more wait."""

THREADS = 4
"""Threads of a worker: a large download that is made for the first time keeps one busy."""

GRACE_S = 10
"""How long a worker that is told to stop may take to end what it has begun."""

ACCESS = '%(addr)s %(time)s "%(method)s %(path)s" %(status)d %(dt_ms).1f ms'


def run(app: SiteApp, place: Place, up: Callable[[], None]) -> None:
    """Serve the app at a place until interrupted or told to stop; `up` is called once it answers."""
    server = Granian(
        "ashraf_atlas",
        address=place.host,
        port=place.port,
        interface=Interfaces.WSGI,
        workers=place.workers,
        blocking_threads=THREADS,
        http=HTTPModes.http1,
        websockets=False,
        backlog=WAITING,
        backpressure=AT_ONCE,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_MS, max_buffer_size=HEADERS_BYTES),
        log_level=LogLevels.error,
        log_access=place.access_log,
        log_access_format=ACCESS,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE_S,
    )
    threading.Thread(target=_tell_when_up, args=(place, up), daemon=True).start()
    server.serve(target_loader=partial(_made, app), wrap_loader=False)


def _made(app: SiteApp) -> SiteApp:
    """What a worker serves: it has it from its parent."""
    return app


def _tell_when_up(place: Place, up: Callable[[], None]) -> None:
    where = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(place.host, place.host)
    while True:
        try:
            socket.create_connection((where, place.port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return up()
