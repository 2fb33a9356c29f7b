"""Following a dataset while it is served: what counts as a change, and what is answered before, during and after."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from werkzeug.test import Client, TestResponse

from ashraf_atlas import watched_files, watching
from ashraf_atlas.problem_page import MOST, Needed, problem_page
from ashraf_atlas.problems import DatasetError, Problem
from ashraf_atlas.serving import app_of
from ashraf_atlas.watched_files import changes, state_of
from ashraf_atlas.watching import Watched
from tests.conftest import ROOT, Copy

Follow = Callable[[Path], list[tuple[str, ...]]]


@pytest.fixture
def followed() -> Iterator[Follow]:
    """Return `followed(folder)`: a list to which the names of changed files are added as they are noticed."""
    stop = threading.Event()
    threads = []

    def follow(folder: Path) -> list[tuple[str, ...]]:
        seen: list[tuple[str, ...]] = []
        before = state_of(folder)

        def note() -> None:
            for it in changes(folder, before, stop):
                seen.append(it)

        thread = threading.Thread(target=note, daemon=True)
        thread.start()
        threads.append(thread)
        return seen

    yield follow
    stop.set()
    for thread in threads:
        thread.join(timeout=10)
        assert not thread.is_alive()


def until(it: Callable[[], object], seconds: float = 15) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not it():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


# --- what counts as a change -----------------------------------------------------------------------------------------


def test_a_file_that_is_written_is_a_change(choir: Copy, followed: Follow) -> None:
    seen = followed(choir.folder)
    choir.replace("claims.csv", "A soprano", "An alto")
    until(lambda: seen == [("claims.csv",)])


def test_an_editor_may_put_another_file_in_its_place(choir: Copy, followed: Follow) -> None:
    seen = followed(choir.folder)
    choir.write("claims.csv~new", choir.text("claims.csv"))
    (choir.folder / "claims.csv~new").rename(choir.folder / "claims.csv")
    until(lambda: seen == [("claims.csv",)])


def test_several_files_that_are_written_together_are_one_change(choir: Copy, followed: Follow) -> None:
    seen = followed(choir.folder)
    for file in ("claims.csv", "story.toml", "places.geojson"):
        choir.write(file, choir.text(file) + "\n")
    until(lambda: seen == [("claims.csv", "places.geojson", "story.toml")])


def test_files_that_no_dataset_has_are_no_change(choir: Copy, followed: Follow) -> None:
    seen = followed(choir.folder)
    choir.write(".claims.csv.swp", "x")
    choir.write("notes.txt", "x")
    choir.write("claims.csv", choir.text("claims.csv") + "\n")
    until(lambda: seen)
    assert seen == [("claims.csv",)]


def test_words_in_a_folder_that_is_new_are_a_change(choir: Copy, followed: Follow) -> None:
    seen = followed(choir.folder)
    (choir.folder / "text").mkdir()
    choir.write("text/de.csv", "key,text\n")
    until(lambda: seen == [("text/de.csv",)])
    choir.write("text/de.csv", "key,text\na,b\n")
    until(lambda: len(seen) == 2)


def test_a_folder_may_go_and_come_back(choir: Copy, followed: Follow) -> None:
    seen = followed(choir.folder)
    away = choir.folder.with_name("away")
    choir.folder.rename(away)
    until(lambda: len(seen) == 1)
    assert "story.toml" in seen[0]
    away.rename(choir.folder)
    until(lambda: len(seen) == 2)
    choir.replace("claims.csv", "A soprano", "An alto")
    until(lambda: seen[2:] == [("claims.csv",)])


def test_a_link_is_followed_to_its_file_and_a_loop_of_links_is_not(
    choir: Copy, followed: Follow, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text(choir.text("claims.csv"), encoding="utf-8")
    (choir.folder / "claims.csv").unlink()
    (choir.folder / "claims.csv").symlink_to(elsewhere)
    (choir.folder / "again").symlink_to(choir.folder)
    (choir.folder / "text").symlink_to(choir.folder)
    (choir.folder / "accounts.csv").unlink()
    (choir.folder / "accounts.csv").symlink_to("accounts.csv")
    seen = followed(choir.folder)
    elsewhere.write_text("x", encoding="utf-8")
    until(lambda: seen)
    assert "claims.csv" in seen[0]


def test_a_system_that_watches_nothing_is_looked_at_every_second(
    choir: Copy, followed: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*paths: Path, **options: object) -> Iterator[None]:
        raise OSError(28, "OS file watch limit reached")

    monkeypatch.setattr(watched_files, "watch", refuse)
    seen = followed(choir.folder)
    choir.replace("claims.csv", "A soprano", "An alto")
    until(lambda: seen == [("claims.csv",)])


# --- what is answered ------------------------------------------------------------------------------------------------


@pytest.fixture
def serve() -> Iterator[Callable[[Path], Watched]]:
    """Return `serve(folder)`: an app that follows it until the test ends."""
    started: list[tuple[Watched, threading.Thread]] = []

    def start(folder: Path, base_path: str = "/") -> Watched:
        app = Watched(folder, base_path)
        thread = threading.Thread(target=app.follow, daemon=True)
        thread.start()
        started.append((app, thread))
        return app

    yield start
    for app, thread in started:
        app.stop()
        thread.join(timeout=10)
        assert not thread.is_alive()


def script_of(page: TestResponse) -> str:
    """The address of the script of a page of problems."""
    return f"/{re.findall(r'<script defer src=.([^ >]+).>', page.text)[0]}"


def version(client: Client) -> str:
    return str(client.get("/watch?since=another").json["version"])


def test_the_page_follows_the_dataset_through_problems_and_back(
    choir: Copy, serve: Callable[[Path], Watched], capsys: pytest.CaptureFixture[str]
) -> None:
    client = Client(serve(choir.folder))
    assert "<title>The Wandering Choir</title>" in client.get("/").text
    data = re.findall(r"static/story[^\"]+", client.get("/").text)[0]
    first = version(client)
    choir.set("claims.csv", "clm_geese_1", "report_date", "<b>1993-13")
    second = str(client.get(f"/watch?since={first}").json["version"])
    assert second != first
    page = client.get("/")
    assert page.status_code == 200
    assert "1 problem in 1 file" in page.text
    assert "&quot;&lt;b&gt;1993-13&quot;" in page.text
    assert "<b>" not in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert client.get(f"/{data}").status_code == 200, "a page that is still open may ask for what it needs"
    assert client.get(script_of(page)).status_code == 200
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-08")
    assert str(client.get(f"/watch?since={second}").json["version"]) not in (first, second)
    assert "<title>The Wandering Choir</title>" in client.get("/").text
    assert capsys.readouterr().out == (
        "claims.csv changed: 1 problem in 1 file, shown in the page\nclaims.csv changed: the page shows it\n"
    )


def test_a_dataset_that_is_broken_at_the_start_is_served_as_its_problems(
    choir: Copy, serve: Callable[[Path], Watched]
) -> None:
    (choir.folder / "story.toml").unlink()
    client = Client(serve(choir.folder))
    assert "the file is missing" in client.get("/?year=2013").text
    assert client.get(script_of(client.get("/"))).status_code == 200
    assert client.get("/nowhere").status_code == 404


def test_a_folder_that_is_not_there_is_awaited(tmp_path: Path, tiny: Path, serve: Callable[[Path], Watched]) -> None:
    folder = tmp_path / "later"
    client = Client(serve(folder))
    assert "no such folder" in client.get("/").text
    first = version(client)
    shutil.copytree(tiny, folder)
    client.get(f"/watch?since={first}")
    until(lambda: "<title>The Wandering Choir</title>" in client.get("/").text)


def test_it_goes_on_answering_while_the_dataset_is_read_anew(
    choir: Copy, serve: Callable[[Path], Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(serve(choir.folder))
    reading, go_on = threading.Event(), threading.Event()
    make = watching.app_of

    def slow(*arguments: object, **options: object) -> object:
        reading.set()
        assert go_on.wait(timeout=15)
        return make(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "app_of", slow)
    choir.replace("story.toml", 'The Wandering Choir"\ns', 'The Resting Choir"\ns')
    assert reading.wait(timeout=15)
    assert "<title>The Wandering Choir</title>" in client.get("/").text
    first = version(client)
    go_on.set()
    assert client.get(f"/watch?since={first}").json["version"] != first
    assert "<title>The Resting Choir</title>" in client.get("/").text


def test_a_fault_of_the_program_is_a_page_too_and_the_server_goes_on(
    choir: Copy,
    serve: Callable[[Path], Watched],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*arguments: object, **options: object) -> object:
        raise ZeroDivisionError

    client = Client(serve(choir.folder))
    first = version(client)
    with monkeypatch.context() as patched:
        patched.setattr(watching, "app_of", fail)
        choir.replace("claims.csv", "A soprano", "An alto")
        second = str(client.get(f"/watch?since={first}").json["version"])
        assert "The program failed over this dataset" in client.get("/").text
        assert "ZeroDivisionError" in capsys.readouterr().err
    choir.replace("claims.csv", "An alto", "A bass")
    client.get(f"/watch?since={second}")
    assert "<title>The Wandering Choir</title>" in client.get("/").text


def test_only_some_pages_may_keep_the_server_busy(
    choir: Copy, serve: Callable[[Path], Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = serve(choir.folder)
    client = Client(app)
    first = version(client)
    for _ in range(watching.MOST_WAITING):
        app._waiting.acquire()
    assert client.get(f"/watch?since={first}").json["version"] == first, "answered at once, though nothing changed"


def test_pages_that_wait_are_told_that_the_server_stops(choir: Copy, serve: Callable[[Path], Watched]) -> None:
    app = serve(choir.folder)
    client = Client(app)
    first = version(client)
    told: list[object] = []
    waiting = threading.Thread(target=lambda: told.append(client.get(f"/watch?since={first}").json))
    waiting.start()
    app.stop()
    waiting.join(timeout=10)
    assert told == [{"version": None}]


def test_it_works_under_a_path(choir: Copy, serve: Callable[..., Watched]) -> None:
    client = Client(serve(choir.folder, "/atlas/"))
    assert client.get("/atlas/watch?since=another").json["version"]
    page = client.get("/atlas/").text
    assert 'data-watch="' in page
    (script,) = re.findall(r"static/atlas[^\"]+js", page)
    assert "client/watching.mjs" in client.get(f"/atlas/{script}").text


def test_without_watch_nothing_of_it_is_there(tiny: Path) -> None:
    client = Client(app_of(tiny))
    page = client.get("/").text
    assert "watch" not in page
    assert "client/watching.mjs" not in client.get(f"/{re.findall(r'static/atlas.[0-9a-f]+.js', page)[0]}").text
    assert client.get("/watch").status_code == 404


# --- the page of problems --------------------------------------------------------------------------------------------


def test_a_long_list_is_cut_and_says_so() -> None:
    problems = [Problem("a.csv", row, "x", "wrong", None, "mend it") for row in range(MOST + 7)]
    page = problem_page(DatasetError(problems), "mine", Needed("1", "x.css", "x.js"))
    assert f"{MOST + 7} problems in 1 file" in page
    assert page.count("<li>") == MOST
    assert "And 7 problems more" in page


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_command_follows_its_files_until_it_is_stopped(choir: Copy, how: signal.Signals) -> None:
    choir.set("attacks.csv", "atk_geese", "place", "nowhere")
    command = [sys.executable, "app.py", "--port", "0", "--geodata", str(choir.folder), "--watch"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        said = process.stdout.readline()
        assert said.startswith(f"{choir.folder.name} is up at http://127.0.0.1:")
        assert said.endswith(" and follows its files; 1 problem in 1 file, shown in the page (press Ctrl+C to stop)\n")
        choir.set("attacks.csv", "atk_geese", "place", "quarry_stage")
        assert process.stdout.readline() == "attacks.csv changed: the page shows it\n"
        with urlopen(said.split()[4]) as answer:
            assert b"<title>The Wandering Choir</title>" in answer.read()
    finally:
        process.send_signal(how)
        _, complaints = process.communicate(timeout=20)
    assert (process.returncode, complaints) == (0, "")
