"""The real server process: several workers, a graceful stop, and people who do not behave."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.conftest import ROOT

TINY = str(ROOT / "tests" / "data" / "tiny")


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program on a free port, and its address."""
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", "0", "--geodata", TINY, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    try:
        yield process, found[0]
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running("--workers", "2") as (_, found):
        yield found


def connect(address: str) -> socket.socket:
    where = urlsplit(address)
    connection = socket.create_connection((where.hostname, where.port), timeout=20)
    connection.settimeout(20)
    return connection


def answer_to(address: str, sent: bytes) -> bytes:
    """What comes back until the server is done or closes."""
    with connect(address) as connection:
        connection.sendall(sent)
        got = b""
        while b"\r\n\r\n" not in got:
            part = connection.recv(65536)
            if not part:
                break
            got += part
        return got


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def children(pid: int) -> list[int]:
    said = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(it) for it in said.split()]


def memory(pid: int) -> int:
    """Bytes of its own that a process holds."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123, a file of the system
        return sum(int(line.split()[1]) for line in file if line.startswith("Private_")) * 1024


@pytest.mark.parametrize(
    ("sent", "statuses"),
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + b"x" * 200_000 + b"\r\n\r\n", {431}),
        (b"GET /" + b"x" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", {404, 414, 431, 400}),
        (b"".join([b"GET / HTTP/1.1\r\nHost: a\r\n", *(b"X%d: 1\r\n" % n for n in range(5000)), b"\r\n"]), {431, 400}),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\nx", {405}),
        (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", {400}),
        (b"NONSENSE\r\n\r\n", {400}),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200 + b"\r\n\r\n", {400, 0}),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", {404, 400}),
        (b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: a\r\n\r\n", {200, 400, 404}),
    ],
    ids=[
        "a huge header",
        "a huge address",
        "many headers",
        "a huge body",
        "no host",
        "nonsense",
        "tls",
        "path",
        "proxy",
    ],
)
def test_what_is_not_right_gets_a_short_clean_answer(address: str, sent: bytes, statuses: set[int]) -> None:
    answer = answer_to(address, sent)
    assert status_of(answer) in statuses
    assert b"Traceback" not in answer and b"root:x:0" not in answer
    with urlopen(f"{address}healthz") as still:
        assert still.read() == b"OK\n"


def test_those_who_are_slow_keep_nobody_waiting(address: str) -> None:
    slow = [connect(address) for _ in range(150)]
    try:
        for connection in slow:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        begun = time.monotonic()
        with ThreadPoolExecutor(8) as visitors:
            assert set(visitors.map(lambda _: urlopen(address).status, range(40))) == {200}
        assert time.monotonic() - begun < 10, "far less than a slow one may take"
        said = slow[0].recv(100)  # fails after 20 seconds
        assert said == b"" or status_of(said) == 408
    finally:
        for connection in slow:
            connection.close()


def test_memory_does_not_grow_with_junk() -> None:
    with running("--workers", "1") as (process, address):
        (worker,) = [it for it in children(process.pid) if memory(it)]

        def junk(first: int, count: int) -> None:
            with ThreadPoolExecutor(8) as visitors:
                list(visitors.map(lambda n: urlopen(f"{address}?{n}={n * 7919}").read(), range(first, first + count)))

        junk(0, 1500)
        before = memory(worker)
        junk(1500, 8500)
        assert memory(worker) - before < 12_000_000


def test_what_has_begun_is_ended_before_it_stops() -> None:
    with running("--workers", "2") as (process, address):
        got: list[int] = []

        def visit(_: int) -> None:
            try:
                with urlopen(Request(address, headers={"Connection": "close"}), timeout=10) as answer:
                    got.append(len(answer.read()))
            except OSError:
                got.append(-1)  # refused: it had stopped already

        with ThreadPoolExecutor(8) as visitors:
            for number in range(200):
                visitors.submit(visit, number)
            process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
        assert 0 not in got
        assert len(set(got) - {-1}) <= 1, "no page was sent in part"
    with pytest.raises(OSError, match="refused"):
        connect(address)


def test_a_worker_that_dies_is_replaced() -> None:
    with running("--workers", "2") as (process, address):
        before = set(children(process.pid))
        victim = max(before)
        os.kill(victim, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while victim in children(process.pid) or len(children(process.pid)) < len(before):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert urlopen(address).status == 200


def test_a_second_atlas_does_not_share_the_port(address: str) -> None:
    port = str(urlsplit(address).port)
    done = subprocess.run(
        [sys.executable, "app.py", "--port", port, "--geodata", TINY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in done.stderr


def test_each_request_is_a_line_if_that_is_wanted() -> None:
    with running("--workers", "1", "--access-log") as (process, address):
        urlopen(f"{address}year/1991/?theme=dark").read()
        assert process.stdout
        giving_up = threading.Timer(20, process.kill)  # then nothing more is said
        giving_up.start()
        said = process.stdout.readline()
        giving_up.cancel()
    assert re.search(r'127\.0\.0\.1 .* "GET /year/1991/" 200 ', said), said


@pytest.mark.parametrize("number", ["0", "-1", "65", "many", "1.5"])
def test_a_wrong_number_of_workers_is_said(number: str) -> None:
    done = subprocess.run(
        [sys.executable, "app.py", "--workers", number], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "write one from 1 to 64" in done.stderr
