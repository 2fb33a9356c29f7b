"""`serve --watch`: what is served follows the dataset, and open pages follow what is served.

A thread notices changes and builds the app anew while the old one goes on answering; then one takes the other's place
at once. A dataset that is not valid has a page of its problems instead. Open pages ask one address whether there is
another edition, see `assets/client/watching.mjs`; nothing of this is there without `--watch`.
"""

from __future__ import annotations

import json
import logging
import secrets
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from waitress import create_server
from werkzeug.wrappers import Request, Response

from ashraf_atlas.embedded import assets_folder
from ashraf_atlas.problem_page import Needed, failure_page, problem_page
from ashraf_atlas.problems import DatasetError, printable
from ashraf_atlas.serving import app_of
from ashraf_atlas.site import styles
from ashraf_atlas.site.build import Options
from ashraf_atlas.site.files import File, Site, hashed
from ashraf_atlas.site.scripts import watching_script
from ashraf_atlas.site.shelf import Shelf
from ashraf_atlas.site.wsgi import SiteApp
from ashraf_atlas.watched_files import State, changes, state_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HOLD_S = 20.0
"""How long a page that asks whether there is another edition is kept waiting for the answer."""

MOST_WAITING = 8
"""So many pages may wait at once; the others are answered at once, so that threads are left for everything else."""

FAREWELL_S = 0.4
"""How long a server that is told to stop goes on, so that waiting pages get their answer and ask no more."""

MOST_NAMED = 3


@dataclass(frozen=True)
class Edition:
    """What is served until the dataset changes again."""

    version: str
    title: str
    wsgi: WSGIApplication
    front: SiteApp | None
    """What answers for the page itself, where that is not `wsgi`: while there are problems."""
    said: str
    """What the terminal says of it."""


class Watched:
    """A WSGI app that serves a dataset folder as it is now."""

    def __init__(self, geodata: Path, base_path: str) -> None:
        """Read the dataset; one that is not valid is served as its problems."""
        self._geodata, self._base_path = geodata, base_path
        self._stopping = threading.Event()
        self._turned = threading.Condition()
        self._waiting = threading.Semaphore(MOST_WAITING)
        self._run = secrets.token_hex(4)  # the pages of an earlier run are to see that this is another one
        self._number = 0
        self._good: WSGIApplication | None = None
        self._before: State = state_of(geodata)
        self.edition = self._made()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request from the edition of this moment."""
        edition = self.edition
        path = environ.get("PATH_INFO")
        if path == f"{self._base_path}watch":
            return self._answer(Request(environ))(environ, start_response)
        if edition.front and path and path[len(self._base_path) :] in ("", *edition.front.shelf.site.files):
            return edition.front(environ, start_response)
        return edition.wsgi(environ, start_response)

    def follow(self) -> None:
        """Make a new edition whenever files have changed, until stopped; say so in one line each."""
        for changed in changes(self._geodata, self._before, self._stopping):
            made = self._made()
            with self._turned:
                self.edition = made
                self._turned.notify_all()
            print(f"{_named(changed)} changed: {made.said}", flush=True)

    def stop(self) -> None:
        """Answer every page that waits, and notice nothing more."""
        self._stopping.set()
        with self._turned:
            self._turned.notify_all()

    def _answer(self, request: Request) -> Response:
        """Say which edition there is, at once or when it is another than the page has; null if there will be none."""
        known = request.args.get("since")
        if self._waiting.acquire(blocking=False):
            try:
                with self._turned:
                    self._turned.wait_for(
                        lambda: self._stopping.is_set() or self.edition.version != known, timeout=HOLD_S
                    )
            finally:
                self._waiting.release()
        version = None if self._stopping.is_set() else self.edition.version
        answer = Response(json.dumps({"version": version}), mimetype="application/json")
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    def _made(self) -> Edition:
        """An edition of the dataset as it is now."""
        self._number += 1
        version = f"{self._run}-{self._number}"
        name = self._geodata.resolve().name or str(self._geodata)
        try:
            app = app_of(self._geodata, self._base_path, Options(watch=version))
        except DatasetError as error:
            page, said = partial(problem_page, error, name), f"{error.summary}, shown in the page"
        except Exception:  # whatever it is, the server goes on
            traceback.print_exc()
            page, said = partial(failure_page, name), "the program failed over it"
        else:
            self._good = app
            return Edition(version, app.title, app, None, "the page shows it")
        front = _front(page, version, name, self._base_path)
        return Edition(version, name, self._good or front, front, said)


@contextmanager
def watching(geodata: Path, base_path: str) -> Iterator[Watched]:
    """Serve a dataset that may change: give the app, and follow the files until it is over.

    The first Ctrl+C, or being terminated, lets the pages know before the server ends.
    """
    watched = Watched(geodata, base_path)
    follower = threading.Thread(target=watched.follow, name="watching", daemon=True)

    def end(signum: int, frame: FrameType | None) -> None:
        if watched._stopping.is_set():
            raise KeyboardInterrupt
        watched.stop()
        timer = threading.Timer(FAREWELL_S, signal.raise_signal, (signal.SIGINT,))
        timer.daemon = True
        timer.start()

    before = {it: signal.signal(it, end) for it in (signal.SIGINT, signal.SIGTERM)}
    follower.start()
    try:
        yield watched
    finally:
        watched.stop()
        follower.join(timeout=5)
        for it, handler in before.items():
            signal.signal(it, handler)


def _front(page: Callable[[Needed], str], version: str, name: str, base_path: str) -> SiteApp:
    """A small site of this page, and of the script and the fonts it needs."""
    fonts = styles.fonts(assets_folder())
    script = hashed("watching.js", watching_script(assets_folder()))
    html = page(Needed(version, next(it for it in fonts if it.endswith(".css")), script[0]))
    files = {**fonts, **dict([script]), **{it: File.of(it, html) for it in ("index.html", "404.html")}}
    return SiteApp(Shelf(Site(files, (), name, version)), base_path)


def serve_watching(geodata: Path, base_path: str, claimed: socket.socket, where: str) -> None:
    """Serve a dataset as it is at any moment, at a port that is claimed already, until interrupted.

    By waitress, in one process: the thread that follows the files, and the pages that wait for it, are in it.
    """
    claimed.listen(1024)
    with watching(geodata, base_path) as app:
        now = app.edition
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page opens several connections at once
        server = create_server(app, sockets=[claimed], threads=16, ident=None)
        told = f" and follows its files{f'; {now.said}' if now.front else ''}"
        print(f"{printable(now.title)} is up at {where}{told} (press Ctrl+C to stop)", flush=True)
        try:
            server.run()
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)
        finally:
            server.close()


def _named(files: tuple[str, ...]) -> str:
    more = len(files) - MOST_NAMED
    return ", ".join(files[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
