"""Starting the program: one clear sentence when it is up, one when it cannot be."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from ashraf_atlas.serving import address

ROOT = Path(__file__).resolve().parents[1]


def app(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "app.py", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_it_says_where_it_is_and_nothing_of_a_development_server() -> None:
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        said = process.stdout.readline()
        found = re.fullmatch(r"Ashraf Atlas is up at (http://127\.0\.0\.1:\d+/) \(press Ctrl\+C to stop\)\n", said)
        assert found, said
        with urlopen(found[1]) as answer:
            assert answer.status == 200
            assert "Werkzeug" not in answer.headers.get("Server", "")
    finally:
        process.terminate()
        _, complaints = process.communicate(timeout=20)
    assert complaints == ""


def test_a_taken_port_is_said_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = app("--port", str(port))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"Port {port} on 127.0.0.1 is taken" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--geodata", "no-such-folder"], 1, "no-such-folder"),
        (["--geodata", "app.py"], 1, "app.py"),
        (["--host", "no.such.host.invalid"], 1, "--host"),
        (["--port", "99999"], 2, "99999"),
        (["--base-path", "a b"], 2, "a b"),
        (["--nonsense"], 2, "--nonsense"),
    ],
)
def test_a_wrong_command_or_path_gets_a_sentence_and_no_traceback(arguments: list[str], status: int, said: str) -> None:
    done = app("--port", "0", *arguments) if "--port" not in arguments else app(*arguments)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_address_to_open_is_one_of_this_machine() -> None:
    assert address("0.0.0.0", 8050, "/") == "http://127.0.0.1:8050/"
    assert address("::", 1, "/a/") == "http://[::1]:1/a/"


def test_a_wsgi_host_finds_the_server() -> None:
    code = "import app; from werkzeug.test import Client; print(Client(app.server).get('/').status_code)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "200\n", done.stderr
