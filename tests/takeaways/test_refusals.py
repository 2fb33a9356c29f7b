"""What a person is told when a take-away cannot be made, and what is left when one is stopped."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ashraf_atlas.__main__ import main
from ashraf_atlas.progress import progress
from ashraf_atlas.takeaways import TAKEAWAYS, Takeaway
from ashraf_atlas.takeaways.encoder import encoder
from ashraf_atlas.takeaways.wish import TakeawayError
from tests.conftest import ROOT, Copy
from tests.takeaways.taking import TINY, ended

README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALL = 'pip install "ashraf-atlas[stage]"'


@pytest.mark.parametrize("format_", TAKEAWAYS)
def test_every_format_is_in_the_readme_and_in_the_help(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"\n| `{format_}` | " in README
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    assert f"{format_}: {TAKEAWAYS[format_].help}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("option", ["--size", "--theme", "--fps", "--notes"])
def test_every_option_is_in_the_readme(option: str) -> None:
    assert option in README


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["png", "x", "--fps", "25"], "--fps goes with mp4, not with png"),
        (["pptx", "x", "--notes"], "--notes goes with pdf, not with pptx"),
        (["geojson", "x", "--theme", "dark"], "--theme goes with pptx, pdf, png, mp4, not with geojson"),
        (["pdf", "x", "--table", "claims"], "--table goes with csv, not with pdf"),
        (["png", "x", "--size", "huge"], "not a size: 'huge' (write one such as 1920x1080, from 640x360 to 3840x2160)"),
        (["png", "x", "--size", "3842x2160"], "not a size: '3842x2160'"),
        (["png", "x", "--size", "1920"], "not a size: '1920'"),
        (["png", "x", "--size", "600x338"], "not a size: '600x338'"),
        (["pptx", "x", "--size", "1024x768"], "--size 1024x768 is not 16:9, as slides are"),
        (["mp4", "x", "--size", "641x361"], "--size 641x361 has an odd number, which players cannot show"),
        (["mp4", "x", "--fps", "0"], "not a number of pictures: '0' (write one from 1 to 60)"),
        (["mp4", "x", "--theme", "blue"], "invalid choice: 'blue'"),
    ],
)
def test_a_wrong_command_ends_with_status_2(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        main(["export", *arguments])
    assert ending.value.code == 2
    assert why in capsys.readouterr().err


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The one sentence that is told."""
    assert main(["export", *map(str, arguments)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    return said.err.removeprefix("ashraf-atlas: ").removesuffix("\n")


@pytest.mark.parametrize(("format_", "library"), [(it, its.needs[-1]) for it, its in TAKEAWAYS.items()])
def test_a_library_that_is_not_there_is_told_with_what_brings_it(
    format_: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    told = refused(capsys, format_, tmp_path / "x", TINY)
    assert told == f"The {format_} needs {library}, not installed here: {INSTALL}."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.browser
def test_a_browser_that_is_not_there_is_told(tmp_path: Path) -> None:
    run = ended("png", tmp_path / "x", TINY, PATH="/nowhere", PLAYWRIGHT_BROWSERS_PATH=str(tmp_path / "none"))
    assert run.stderr == (
        "ashraf-atlas: There is no Chromium on this machine: install it, by the system's packages or by "
        "python -m playwright install chromium.\n"
    )
    assert (run.stdout, run.returncode) == ("", 1)
    assert list(tmp_path.iterdir()) == []


def test_an_encoder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(TakeawayError) as told:
        encoder()
    assert str(told.value) == f"The mp4 needs an encoder: {INSTALL} brings one, or install ffmpeg."


def test_the_system_has_an_encoder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ffmpeg").touch(mode=0o755)
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert encoder() == str(tmp_path / "ffmpeg")


@pytest.mark.parametrize("format_", TAKEAWAYS)
def test_a_story_without_stops_is_told(
    format_: str, choir: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choir.write("steps.csv", choir.text("steps.csv").split("\n")[0] + "\n")
    told = refused(capsys, format_, tmp_path / "x.out", choir.folder)
    assert told.startswith(f"{choir.folder / 'steps.csv'} has no stops: ")
    assert not (tmp_path / "x.out").exists()


def test_a_path_that_cannot_be_written_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Takeaway, "make", lambda *given: pytest.fail("the work has begun"))
    assert refused(capsys, "mp4", tmp_path, TINY) == f"{tmp_path} is a folder: give the name of a file in it."
    assert refused(capsys, "pdf", tmp_path / "no" / "x.pdf", TINY).startswith("There is no folder ")
    (tmp_path / "x").touch()
    assert refused(capsys, "png", tmp_path / "x", TINY).startswith(f"{tmp_path / 'x'} is a file: ")


def test_a_broken_dataset_tells_its_problems(choir: Copy, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    choir.set("claims.csv", "clm_geese_1", "report_date", "1993-13")
    assert main(["export", "png", str(tmp_path / "x"), str(choir.folder)]) == 1
    assert capsys.readouterr().err.splitlines()[0].startswith("claims.csv:7:report_date: ")
    assert not (tmp_path / "x").exists()


@pytest.mark.browser
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_one_that_is_stopped_leaves_nothing_and_nobody(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "ashraf_atlas", "export", "png", str(tmp_path / "walk"), str(TINY)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    browsers: list[int] = []
    while len(browsers) < 3:  # Playwright's driver, Chromium, and one of its processes
        assert process.poll() is None
        time.sleep(0.05)
        browsers = offspring(process.pid)
    assert list(tmp_path.iterdir()), "it has begun"
    process.send_signal(signal.SIGTERM)
    said, told = process.communicate(timeout=60)
    assert (said, told, process.returncode) == ("", "", 143)
    assert list(tmp_path.iterdir()) == []
    deadline = time.monotonic() + 20
    while any(map(alive, browsers)):
        assert time.monotonic() < deadline, "a browser runs on"
        time.sleep(0.05)


def offspring(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    try:
        own = (Path("/proc") / str(pid) / "task" / str(pid) / "children").read_text().split()
    except OSError:
        return []
    return [it for child in map(int, own) for it in (child, *offspring(child))]


def alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_it_is_and_is_clean_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = Terminal()
    with progress(out) as tell:
        tell(0, "1 of 4 · 1990 At the mill")
        tell(0.5, "3 of 4 · 1992 A title that is much longer than the terminal is wide")
    first, second, third, nothing = out.getvalue().split("\r\033[K")[0:4]
    assert (first, nothing) == ("", "")
    assert second.endswith("╌ 1 of 4 · 1990 At the mill")
    assert third.startswith("━━━━━━━━━━━━╌")
    assert len(third) == 59
    assert "\n" not in out.getvalue()


def test_nothing_is_shown_where_no_terminal_is() -> None:
    out = io.StringIO()
    with progress(out) as tell:
        tell(0.5, "2 of 4")
    assert out.getvalue() == ""
