"""The pictures, and the folder or zip they come in."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ashraf_atlas.__main__ import main
from ashraf_atlas.takeaways import png
from tests.conftest import Copy
from tests.takeaways.taking import TINY, ended, wish

STEPS = wish().steps


@pytest.mark.browser
def test_a_new_folder_holds_a_picture_of_each_stop(choir: Copy, tmp_path: Path) -> None:
    first = next(line for line in choir.text("steps.csv").split("\n") if line.startswith(f"{STEPS[0].id},"))
    again = first.replace(f"{STEPS[0].id},{STEPS[0].order},", "step_again,9999,")
    choir.write("steps.csv", f"{choir.text('steps.csv').rstrip()}\n{again}\n")
    out = tmp_path / "walk"
    run = ended("png", out, choir.folder, "--size", "640x360", "--theme", "light")
    assert (run.returncode, run.stderr) == (0, "")
    pictures = sorted(out.iterdir())
    years = [step.year for step in (*STEPS, STEPS[0])]
    assert [it.name[:8] for it in pictures] == [f"{number:02}-{year}-" for number, year in enumerate(years, 1)]
    assert pictures[0].name == "01-1990-at-the-mill.png"
    for path in pictures:
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("PNG", (640, 360))
            corner = picture.convert("RGB").getpixel((2, 357))
            assert corner == (251, 250, 247), "the paper of the light theme, where the caption stands"
            grey = picture.convert("L")
            assert grey.crop((22, 250, 200, 350)).getextrema()[0] < 90, "the caption is not in the picture"
            assert grey.crop((400, 352, 618, 360)).getextrema()[0] < 180, "whose map it is is not in the picture"
    maps = [Image.open(path).convert("RGB").crop((0, 0, 640, 200)).tobytes() for path in pictures]
    assert maps[0] == maps[-1], "the same stop looks another way when it is come to last"
    assert len(set(maps)) == len(STEPS)
    assert sorted(tmp_path.iterdir()) == sorted([out, choir.folder])


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the pictures had been taken."""
    monkeypatch.setattr(png, "make", lambda wanted: {"01-1990-x.png": b"one", "02-1991-y.png": b"two"})


@pytest.mark.usefixtures("made")
def test_a_zip_holds_the_same_dated_as_the_story_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "walk.zip"
    assert main(["export", "png", str(out), str(TINY)]) == 0
    with zipfile.ZipFile(BytesIO(out.read_bytes())) as archive:
        assert {it.filename: archive.read(it) for it in archive.infolist()} == png.make(wish())
        assert {it.date_time[:3] for it in archive.infolist()} == {(1996, 1, 1)}
    assert capsys.readouterr().out.endswith(f", {out.stat().st_size:,} bytes.\n")


@pytest.mark.usefixtures("made")
def test_a_folder_that_is_not_empty_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["export", "png", str(tmp_path), str(TINY)]) == 1
    said = capsys.readouterr().err
    assert said == f"ashraf-atlas: {tmp_path} is not empty: give a folder that is not there yet, or an empty one.\n"
    assert [it.name for it in tmp_path.iterdir()] == ["mine.txt"]
    assert main(["export", "png", str(tmp_path / "new"), str(TINY)]) == 0
    assert sorted(it.name for it in (tmp_path / "new").iterdir()) == ["01-1990-x.png", "02-1991-y.png"]


@pytest.mark.parametrize(
    ("title", "name"), [("É, ‘à la’ 2013!", "e-a-la-2013"), ("../../etc", "etc"), ("اشرف", ""), ("x" * 200, "x" * 60)]
)
def test_names_are_such_as_every_system_takes(title: str, name: str, choir: Copy) -> None:
    choir.set("steps.csv", STEPS[0].id, "title", title)
    step = wish(choir.folder).steps[0]
    assert png.named(step) == (name or step.id)
