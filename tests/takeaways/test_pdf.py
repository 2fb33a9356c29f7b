"""The handout as a reader and a screen reader meet it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from pypdf import PdfReader

from ashraf_atlas.takeaways.handout import handout
from tests.conftest import Copy
from tests.exported import HARD
from tests.takeaways.taking import blank_stills, taken, wish

STEPS = wish().steps


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return PdfReader(taken("pdf", tmp_path_factory.mktemp("pdf") / "walk.pdf", "--size", "640x360", "--notes"))


def text(file: PdfReader, page: int) -> str:
    """The text of a page in a line. Chromium gives a sign that a font draws like another one back as that other one."""
    return " ".join(file.pages[page].extract_text().split()).replace("\u02bc", "’")


def test_after_the_list_of_stops_each_has_a_sheet_of_a4(file: PdfReader) -> None:
    assert len(file.pages) == 1 + len(STEPS)
    assert [round(it) for it in file.pages[0].mediabox[2:]] == [596, 843]
    first = text(file, 0)
    assert first.startswith("The Wandering Choir Where an invented choir lived on Lake Constance")
    assert all(f"{it.year} {it.title}" in first for it in STEPS)
    assert "To cite: The Wandering Choir, an invented dataset." in first


def test_year_title_text_notes_and_sources_can_be_selected(file: PdfReader) -> None:
    for number, step in enumerate(STEPS, 1):
        said = text(file, number)
        for part in (str(step.year), step.title, step.text, step.notes, "Sources"):
            assert part in said
    assert "The choir: Our book, 1995. example.org/book" in text(file, 1)


def test_every_sheet_says_whose_map_it_is(file: PdfReader) -> None:
    for number in range(len(file.pages)):
        assert "CC0 1.0. Map: Natural Earth · GSHHG · GeoNames" in text(file, number)


def test_addresses_are_links(file: PdfReader) -> None:
    links = {it.get_object().get("/A", {}).get("/URI") for it in file.pages[1].get("/Annots", [])}
    assert {"https://example.org/gazette", "https://example.org/book"} <= links


def test_it_is_tagged_has_an_outline_and_a_picture_a_stop(file: PdfReader) -> None:
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert file.trailer["/Root"]["/Lang"] == "en"
    titles = [str(it.title) for it in _flat(file.outline)]
    assert [it for it in titles if it in {step.title for step in STEPS}] == [it.title for it in STEPS]
    assert all(len(file.pages[number].images) == 1 for number in range(1, len(file.pages)))


def test_it_is_dated_as_the_story_is(file: PdfReader) -> None:
    assert file.metadata is not None
    assert (file.metadata.title, file.metadata["/CreationDate"][:16]) == ("The Wandering Choir", "D:19960101000000")


def _flat(outline: object) -> list[object]:
    return [it for part in outline for it in _flat(part)] if isinstance(outline, list) else [outline]


class Reader(HTMLParser):
    """What a browser takes for text, also in place of a picture, and what for elements."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.text += dict(attrs).get("alt") or ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hard_texts_stay_texts(choir: Copy) -> None:
    hard = HARD.replace("\n", " ")
    for column in ("title", "text", "notes"):
        choir.set("steps.csv", STEPS[1].id, column, hard)
    choir.set("sources.csv", "s_gazette", "title", hard)
    wanted = wish(choir.folder, notes=True)
    read = Reader()
    read.feed(handout(wanted.bundle, blank_stills(wanted), ["p.png"] * len(STEPS), notes=True))
    assert read.text.count(hard) >= 5
    assert read.text.count("</script>") == read.text.count(hard)
    assert "script" not in read.elements
