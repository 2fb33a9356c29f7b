"""The film as a player meets it."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from ashraf_atlas.takeaways.encoder import encoder, encoding
from ashraf_atlas.takeaways.wish import TakeawayError
from tests.conftest import Copy
from tests.takeaways.taking import ended, wish

FPS = 5
SIZE = (640, 360)
SECONDS = 1
"""That each stop stands: those of the story would only be longer to wait for."""

STEPS = wish().steps


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film of the invented story, in a hurry."""
    from shutil import copytree

    from tests.takeaways.taking import TINY

    folder = tmp_path_factory.mktemp("mp4")
    story = Copy(copytree(TINY, folder / "tiny"))
    for step in STEPS:
        story.set("steps.csv", step.id, "seconds", str(SECONDS))
    out = folder / "walk.mp4"
    run = ended("mp4", out, story.folder, "--size", "640x360", "--fps", str(FPS))
    assert (run.returncode, run.stderr) == (0, "")
    return out


@pytest.fixture(scope="module")
def frames(file: Path) -> list[bytes]:
    """Every frame, in grey."""
    command = [encoder(), "-v", "error", "-i", str(file), "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    plain = subprocess.run(command, check=True, capture_output=True).stdout
    size = SIZE[0] * SIZE[1]
    return [plain[at : at + size] for at in range(0, len(plain), size)]


def test_it_is_h264_that_every_player_knows(file: Path) -> None:
    told = subprocess.run([encoder(), "-i", str(file)], check=False, capture_output=True, text=True).stderr
    assert re.search(r"Video: h264 \(High\).*yuv420p\(tv, bt709, progressive\), 640x360", told), told
    assert f"{FPS} fps" in told
    assert "Audio" not in told
    for name, tag in {"title": "The Wandering Choir", "date": "1996-01-01", "copyright": "CC0 1.0, "}.items():
        assert f"{name:<16}: {tag}" in told


def test_it_begins_to_play_before_all_of_it_is_there(file: Path) -> None:
    content = file.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_each_stop_stands_for_its_seconds_and_the_map_travels_between(frames: list[bytes]) -> None:
    standing = SECONDS * FPS
    still = [_near(one, other) for one, other in pairwise(frames)]
    runs = "".join("s" if it else "m" for it in still)
    assert len(frames) > len(STEPS) * standing + (len(STEPS) - 1) * FPS, "no time to travel"
    assert runs.startswith("s" * (standing - 1))
    assert runs.endswith("s" * (standing - 1))
    assert len(re.findall("m+", runs)) >= len(STEPS) - 1, runs
    assert not _near(frames[0], frames[-1])


def _near(one: bytes, other: bytes) -> bool:
    """Whether two frames show the same: the encoder changes a grey here and there."""
    return sum(abs(a - b) > 40 for a, b in zip(one, other, strict=True)) < 120


def test_an_encoder_that_fails_is_one_sentence(tmp_path: Path) -> None:
    failing = tmp_path / "ffmpeg"
    failing.write_text("#!/bin/sh\necho 'Unknown encoder libx264.' >&2\nexit 1\n")
    failing.chmod(0o755)
    picture = (Path(__file__).parents[2] / "assets" / "pictures" / "atlas-2013.png").read_bytes()
    with (
        pytest.raises(TakeawayError, match=r"^The encoder .*/ffmpeg failed: Unknown encoder libx264\.$"),
        encoding(str(failing), tmp_path / "x.mp4", SIZE, FPS, {}) as add,
    ):
        add(picture, 50)
