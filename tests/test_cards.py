"""Share cards: their words, their size, their letters, the same bytes each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import ImageChops

from ashraf_atlas import picture
from ashraf_atlas.basemap.style import ATTRIBUTION
from ashraf_atlas.picture.fonts import FILES, SANS, SERIF, Face, font_files, width
from ashraf_atlas.picture.png import png
from ashraf_atlas.picture.sentences import killed_figure, year_title
from ashraf_atlas.picture.share_card import card_svg
from ashraf_atlas.picture.svg import is_right_to_left, shortened, text, wrapped
from ashraf_atlas.picture.words import Words
from tests.pictured import SVG, Facts, opened, years_of

LARGEST = 150_000


def said(svg: str) -> str:
    """All words of a picture, lines joined."""
    found = ["".join(it.itertext()) for it in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    return re.sub(r"\s+", " ", " ".join(found))


def test_a_year_s_card_says_the_year_what_it_holds_and_whose_facts_and_map_it_is(
    ashraf_facts: Facts, basemap_folder: Path
) -> None:
    for year in years_of(ashraf_facts):
        words = said(card_svg(ashraf_facts, basemap_folder, year=year))
        for part in (str(year), year_title(Words(ashraf_facts, "en"), year), ATTRIBUTION):
            assert part in words
        assert ashraf_facts["story"]["citation"] in words


def test_an_attack_s_card_says_what_is_known_of_the_killed(ashraf_facts: Facts, basemap_folder: Path) -> None:
    for id_, attack in ashraf_facts["attacks"].items():
        words = said(card_svg(ashraf_facts, basemap_folder, attack=id_))
        assert attack["title"] in words
        figure = killed_figure(Words(ashraf_facts, "en"), attack)
        for part in [figure.amount, figure.what, *figure.lines] if figure else [attack["kind"].replace("_", " ")]:
            assert part in words, id_


def test_the_card_of_the_whole_says_title_and_subtitle(ashraf_facts: Facts, basemap_folder: Path) -> None:
    words = said(card_svg(ashraf_facts, basemap_folder))
    assert words.startswith(ashraf_facts["story"]["title"]) or ashraf_facts["story"]["title"] in words
    assert ashraf_facts["story"]["subtitle"] in words
    assert "Camp Ashraf" in words


@pytest.mark.parametrize("asked", [{}, {"year": 2013}, {"year": 1983}, {"attack": "atk_2013_09_01"}])
def test_a_card_is_a_small_png_of_the_size_that_networks_ask_for(
    ashraf_facts: Facts, basemap_folder: Path, asked: Facts
) -> None:
    content = picture.card(ashraf_facts, basemap_folder, **asked)
    assert opened(content).format == "PNG"
    assert opened(content).size == (1200, 630)
    assert 10_000 < len(content) < LARGEST


def test_the_palette_leaves_the_picture_as_it_was(ashraf_facts: Facts, basemap_folder: Path) -> None:
    svg = card_svg(ashraf_facts, basemap_folder, year=2013)
    small, full = (opened(png(svg, small=it)).convert("RGB") for it in (True, False))
    histogram = ImageChops.difference(small, full).convert("L").histogram()
    assert sum(histogram[8:]) < 0.001 * sum(histogram)


def test_the_same_gives_the_same_bytes_in_another_process(
    ashraf_facts: Facts, basemap_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "facts.json").write_text(json.dumps(ashraf_facts), encoding="utf-8")
    script = (
        "import json, sys; from pathlib import Path; from ashraf_atlas import picture;"
        "facts = json.loads(Path(sys.argv[1]).read_text(encoding='utf-8'));"
        "sys.stdout.buffer.write(picture.card(facts, Path(sys.argv[2]), year=2013))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "facts.json"), str(basemap_folder)]
    run = subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": "7", "PATH": ""})
    assert run.stdout == picture.card(ashraf_facts, basemap_folder, year=2013)


def ink(words: str, face: Face, family: str | None = None) -> tuple[int, int, int, int] | None:
    """The box of what is drawn of a text that begins at 20, 60."""
    line = text(words, 20, 60, face, {"fill": "#000"})
    line = re.sub(r'font-family="[^"]*"', f'font-family="{family}"', line) if family else line
    paper = '<rect width="900" height="90" fill="#fff"/>'
    sheet = f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90">{paper}{line}</svg>'
    return ImageChops.invert(opened(png(sheet, small=False)).convert("L")).getbbox()


def test_no_font_of_the_system_is_used() -> None:
    assert ink("Camp Ashraf", Face(SANS, 30), "DejaVu Sans") is None
    assert ink("Camp Ashraf", Face(SANS, 30), "sans-serif") is None
    assert len(font_files()) == len(FILES)


def test_fonts_that_were_tidied_away_are_made_again() -> None:
    Path(font_files()[0]).unlink()
    assert ink("Camp Ashraf", Face(SANS, 30))


def test_many_cards_can_be_made_at_once(ashraf_facts: Facts, basemap_folder: Path) -> None:
    years = [2009, 2011, 2013, 2016]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda year: picture.card(ashraf_facts, basemap_folder, year), years))
    assert together == [picture.card(ashraf_facts, basemap_folder, year) for year in years]


@pytest.mark.parametrize("family", [SANS, SERIF])
@pytest.mark.parametrize("weight", [400, 500, 600, 650])
def test_letters_are_as_wide_as_they_were_measured(family: str, weight: int) -> None:
    face = Face(family, 40, weight)
    box = ink("HHnnoo 1200 nnHH", face)
    assert box
    assert box[2] - box[0] == pytest.approx(width("HHnnoo 1200 nnHH", face), abs=8)


def test_weights_come_out_as_they_were_asked_for() -> None:
    boxes = [ink("mmmmmmmmmmmmm", Face(SANS, 40, weight)) for weight in (400, 600, 650, 700)]
    widths = [box[2] - box[0] for box in boxes if box]
    assert widths == sorted(set(widths))


def test_letters_of_the_extended_files_are_of_the_same_family() -> None:
    assert "Extended" in text("Durrës, Łódź", 0, 0, Face(SERIF, 30), {})
    assert "Extended" not in text("Durrës", 0, 0, Face(SERIF, 30), {})
    assert ink("Łódź", Face(SERIF, 30)) != ink("Łódź", Face(SANS, 30))


def test_arabic_script_is_joined_and_begins_on_the_right() -> None:
    joined, apart = (ink(words, Face(SANS, 30)) for words in ("قرارگاه", "ق ر ا ر گ ا ه"))
    assert joined
    assert apart
    assert joined[2] - joined[0] < 0.8 * (apart[2] - apart[0])
    assert is_right_to_left("2013 قرارگاه Camp")
    assert not is_right_to_left("Camp قرارگاه")


def test_a_long_title_is_cut_at_a_word_with_an_ellipsis(tiny_facts: Facts, basemap_folder: Path) -> None:
    face = Face(SERIF, 42, 650)
    long = "An exceedingly long title that never comes to an end " * 4
    lines = wrapped(long, 350, face, 3)
    assert len(lines) == 3
    assert all(width(it, face) <= 350 for it in lines)
    assert lines[-1].endswith("…")
    assert set(" ".join(lines).rstrip("…").split()) <= set(long.split())
    assert shortened("Donaudampfschifffahrtsgesellschaft", 200, face).endswith("…")
    assert shortened("Ashraf", 350, face) == "Ashraf"
    longer = {**tiny_facts, "story": {**tiny_facts["story"], "title": long, "subtitle": long * 9, "citation": long * 9}}
    edge = 424
    for it in ElementTree.fromstring(card_svg(longer, basemap_folder)).findall(f"{SVG}text"):
        assert float(it.get("y", 0)) < 630
        size, weight = float(it.get("font-size", 0)), int(it.get("font-weight", 0))
        family = SERIF if "Serif" in it.get("font-family", "") else SANS
        if family == SERIF:
            assert 44 + width("".join(it.itertext()), Face(family, size, weight, -0.015)) < edge


def test_a_number_stays_with_what_it_counts() -> None:
    face = Face(SERIF, 31)
    lines = wrapped("5 attacks, 66 people reported killed, 2 relocations", 352, face, 5)
    assert not any(re.search(r"\d$", it) for it in lines)


def test_a_story_from_right_to_left_has_its_words_on_the_right(tiny_facts: Facts, basemap_folder: Path) -> None:
    story = {**tiny_facts["story"], "title": "گروه کر سرگردان", "language": "fa"}
    svg = card_svg({**tiny_facts, "story": story, "text": {"fa": tiny_facts["text"]["en"]}}, basemap_folder, year=1992)
    title = next(
        it for it in ElementTree.fromstring(svg).findall(f"{SVG}text") if story["title"] in "".join(it.itertext())
    )
    assert title.get("text-anchor") == "end"
    assert float(title.get("x", 0)) > 1100
    assert "۱۹۹۲" in svg


def test_what_a_story_says_is_never_markup(tiny_facts: Facts, basemap_folder: Path) -> None:
    nasty = "<script>\"&'</script>"
    story = {**tiny_facts["story"], "title": nasty, "subtitle": nasty, "citation": nasty}
    named = {id_: {**it, "name": nasty, "names": {}} for id_, it in tiny_facts["places"].items()}
    svg = card_svg({**tiny_facts, "story": story, "places": named}, basemap_folder)
    assert "<script" not in svg
    assert nasty in said(svg)
