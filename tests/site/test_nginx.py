"""The nginx configurations of the README, run as they stand there (but for ports and folders)."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import brotli
import pytest

from ashraf_atlas.__main__ import main
from tests.conftest import ROOT
from tests.site.test_server import TINY, children, running

AROUND = """
include /etc/nginx/modules-enabled/*.conf;
daemon off;
USER
worker_processes 1;
pid PLACE/nginx.pid;
error_log PLACE/error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path PLACE/body;
    proxy_temp_path PLACE/proxy;
    fastcgi_temp_path PLACE/fastcgi;
    uwsgi_temp_path PLACE/uwsgi;
    scgi_temp_path PLACE/scgi;
{written}
}}
"""


def configurations() -> list[str]:
    return re.findall(r"```nginx\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def nginx(written: str, place: Path) -> Iterator[str]:
    """Run nginx with a configuration of the README on a free port; give its address."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    assert Path(program).exists(), "no nginx on this machine: `python3 tests/run.py` installs it"
    port = free_port()
    assert written.count("listen 8080;") == 1
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of a test are closed to everybody else
    text = (
        AROUND.replace("USER", user)
        .format(written=written.replace("listen 8080;", f"listen 127.0.0.1:{port};"))
        .replace("PLACE", str(place))
    )
    (place / "nginx.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen([program, "-c", str(place / "nginx.conf"), "-e", str(place / "error.log")])
    try:
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert process.poll() is None and time.monotonic() < deadline, (place / "error.log").read_text()
                time.sleep(0.02)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_a_copy_that_is_killed_under_load_costs_no_page(tmp_path: Path) -> None:
    balanced, _ = configurations()
    with running("--workers", "2") as (one, first), running("--workers", "2") as (_, second):
        for port, address in (("8051", first), ("8052", second)):
            assert balanced.count(f"127.0.0.1:{port} ") == 1
            balanced = balanced.replace(f"127.0.0.1:{port} ", f"{address.removeprefix('http://').rstrip('/')} ")
        with nginx(balanced, tmp_path) as front:
            expected = urlopen(front).read()
            got: list[bytes | str] = []
            over = threading.Event()

            def visit() -> None:
                while not over.is_set():
                    try:
                        got.append(urlopen(front, timeout=20).read())
                    except OSError as error:
                        got.append(str(error))

            visitors = [threading.Thread(target=visit) for _ in range(8)]
            for visitor in visitors:
                visitor.start()
            until(lambda: len(got) > 200)
            for process in [one.pid, *children(one.pid)]:
                os.kill(process, signal.SIGKILL)
            killed_at = len(got)
            until(lambda: len(got) > killed_at + 400)
            over.set()
            for visitor in visitors:
                visitor.join()
            assert {it for it in got if it != expected} == set(), f"of {len(got)} pages"


def until(met: object) -> None:
    deadline = time.monotonic() + 60
    while not met():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The frozen site behind nginx, under /a/b/."""
    place = tmp_path_factory.mktemp("nginx")
    assert main(["freeze", str(place / "atlas"), TINY]) == 0
    _, plain = configurations()
    assert plain.count("/srv/atlas/") == 1
    with nginx(plain.replace("/srv/atlas/", f"{place}/atlas/"), place) as front:
        yield f"{front}a/b/"


def ask(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urlopen(Request(address, headers={k.replace("_", "-"): v for k, v in headers.items()})) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_frozen_files_are_sent_compressed_and_kept_as_the_server_does(frozen: str) -> None:
    status, headers, content = ask(frozen)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html", "no-cache")
    assert ask(frozen, If_None_Match=headers["ETag"])[0] == 304
    script = re.findall(r"static/atlas\.[0-9a-f]+\.js", content.decode())[0]
    _, headers, packed = ask(f"{frozen}{script}", Accept_Encoding="br")
    assert headers["Content-Encoding"] == "br"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert brotli.decompress(packed) == ask(f"{frozen}{script}")[2]
    assert ask(f"{frozen}{script}", Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip"


def test_its_pages_and_its_friendly_404_are_there(frozen: str) -> None:
    assert ask(f"{frozen}year/1991/")[0] == 200
    with urlopen(f"{frozen}year/1991") as answer:
        assert answer.url == f"{frozen}year/1991/"
    status, _, content = ask(f"{frozen}nothing")
    assert status == 404 and b"Nothing is here" in content


def test_nothing_beside_the_folder_is_sent(frozen: str) -> None:
    for path in ("../nginx.conf", "..%2fnginx.conf", "%2e%2e/nginx.conf"):
        assert ask(f"{frozen}{path}")[0] in (400, 404)
