"""The presentation as its users meet it: slides, words that can be edited, notes, and what is told of pictures."""

from __future__ import annotations

import io
import shutil
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from ashraf_atlas.takeaways.pptx import presentation
from tests.conftest import Copy
from tests.exported import HARD
from tests.takeaways.taking import blank_stills, taken, wish

STEPS = wish().steps
TITLES = [it.title for it in STEPS]
CREDITS = "The Wandering Choir, version 0.1.0, CC0 1.0. Map: Natural Earth · GSHHG · GeoNames"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return taken("pptx", tmp_path_factory.mktemp("pptx") / "walk.pptx", "--size", "640x360")


@pytest.fixture(scope="module")
def slides(file: Path) -> list[Any]:
    deck = Presentation(str(file))
    assert deck.slide_width * 9 == deck.slide_height * 16
    return list(deck.slides)


def words(slide: Any) -> list[str]:
    return [it.text_frame.text for it in slide.shapes if it.has_text_frame]


def picture(slide: Any) -> Any:
    (found,) = (it for it in slide.shapes if it.shape_type == MSO_SHAPE_TYPE.PICTURE)
    return found


def test_there_is_a_slide_for_each_stop_with_its_title(slides: list[Any]) -> None:
    assert [it.shapes.title.text for it in slides] == TITLES


def test_year_text_and_sources_are_texts_to_edit(slides: list[Any]) -> None:
    for slide, step in zip(slides, STEPS, strict=True):
        title, text, year, sources, credits = words(slide)
        assert (title, text, year, credits) == (step.title, step.text, str(step.year), CREDITS)
        assert sources.startswith("Sources: ")
    assert words(slides[0])[3] == "Sources: Lake Gazette; The choir"


def test_the_notes_hold_what_is_said_and_every_source_with_its_address(slides: list[Any]) -> None:
    notes = [it.notes_slide.notes_text_frame.text for it in slides]
    for told, step in zip(notes, STEPS, strict=True):
        assert told.startswith(f"{step.notes}\n\nSources:\n" if step.notes else "Sources:\n")
    assert "\nThe choir: Our book, 1995. https://example.org/book" in notes[0]
    assert notes[-1].endswith(
        "To cite: The Wandering Choir, an invented dataset. CC0 1.0: "
        f"https://creativecommons.org/publicdomain/zero/1.0/\n{CREDITS}"
    )


def test_the_picture_is_as_large_as_asked_for_and_lies_under_the_words(file: Path, slides: list[Any]) -> None:
    deck = Presentation(str(file))
    for slide in slides:
        map_ = picture(slide)
        assert (map_.left, map_.top, map_.width, map_.height) == (0, 0, deck.slide_width, deck.slide_height)
        assert Image.open(io.BytesIO(map_.image.blob)).size == (640, 360)
        assert next(iter(slide.shapes)).shape_id == map_.shape_id


def test_the_picture_is_told_to_those_who_do_not_see_it(slides: list[Any]) -> None:
    told = [picture(it)._element.nvPicPr.cNvPr.get("descr") for it in slides]
    for said, step in zip(told, STEPS, strict=True):
        assert said.startswith(f"Map, {step.year}: {step.title}. {step.text} Named on the map: ")
    assert "Old Mill, " in told[0]
    assert "Events of 1991 in the atlas: " in told[1]


def test_the_map_is_in_the_picture(slides: list[Any]) -> None:
    for slide in slides:
        colours = Image.open(io.BytesIO(picture(slide).image.blob)).convert("RGB").getcolors(640 * 360)
        assert colours is not None
        assert len(colours) > 500, "a plain picture"


def test_no_words_stand_twice_in_the_picture_and_over_it(slides: list[Any]) -> None:
    """Where the caption is, the picture is plain: the darkest colour of the theme, and no bright letters."""
    shot = Image.open(io.BytesIO(picture(slides[0]).image.blob)).convert("L")
    below = shot.crop((0, round(shot.height * 0.86), shot.width, shot.height))
    assert below.getextrema()[1] < 90, "bright letters are in the picture"


def test_it_says_whose_it_is(file: Path) -> None:
    about = Presentation(str(file)).core_properties
    assert (about.title, about.author, about.version) == ("The Wandering Choir", "The Wandering Choir", "0.1.0")
    assert "CC0 1.0" in about.comments
    assert about.created.isoformat() == about.modified.isoformat() == "1996-01-01T00:00:00"


def test_the_same_pictures_give_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = wish()
    first = presentation(wanted, blank_stills(wanted))
    monkeypatch.setenv("TZ", "Asia/Tehran")
    time.tzset()
    try:
        assert presentation(wanted, blank_stills(wanted)) == first
    finally:
        monkeypatch.undo()
        time.tzset()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {it.date_time[:3] for it in archive.infolist()} == {(1996, 1, 1)}
        contents = {it: archive.read(it) for it in archive.namelist()}
    for leftover in (b"thumbnail", b"printerSettings1", b"app.xml", b"screen4x3"):
        assert not [it for it, content in contents.items() if leftover in content or leftover in it.encode()], leftover


def test_hard_texts_stay_texts(choir: Copy) -> None:
    choir.set("steps.csv", STEPS[1].id, "title", HARD)
    wanted = wish(choir.folder)
    deck = Presentation(io.BytesIO(presentation(wanted, blank_stills(wanted))))
    assert deck.slides[1].shapes.title.text_frame.text == HARD


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here, and it is large")
def test_libreoffice_opens_it(file: Path, tmp_path: Path) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/user", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True)
    pages = PdfReader(tmp_path / "walk.pdf").pages
    assert len(pages) == len(TITLES)
    assert all(title in it.extract_text() for title, it in zip(TITLES, pages, strict=True))
