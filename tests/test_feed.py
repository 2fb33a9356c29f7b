"""The feed of corrections: Atom as RFC 4287 has it, the same bytes on any day."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from werkzeug.test import Client

from ashraf_atlas.build_story import build_story
from ashraf_atlas.feed import ATOM, feed
from ashraf_atlas.load import load
from ashraf_atlas.serving import app_of
from ashraf_atlas.story import Story

TINY = Path(__file__).parent / "data" / "tiny"
NAMES = {"atom": ATOM}


@pytest.fixture(scope="module")
def tiny() -> Story:
    return build_story(load(TINY))


def text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(path, "", NAMES)


def test_a_feed_has_what_a_reader_needs(tiny: Story) -> None:
    root = ElementTree.fromstring(feed(tiny))
    assert root.tag == f"{{{ATOM}}}feed"
    assert text(root, "atom:title") == "The Wandering Choir"
    assert text(root, "atom:author/atom:name") == "The Wandering Choir"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(root, "atom:id"))
    assert text(root, "atom:updated") == "1996-02-01T00:00:00Z"
    assert [link.get("rel") for link in root.findall("atom:link", NAMES)] == ["alternate", "self"]


def test_an_entry_says_what_was_corrected_and_why_and_by_which_source(tiny: Story) -> None:
    (entry,) = ElementTree.fromstring(feed(tiny)).findall("atom:entry", NAMES)
    assert text(entry, "atom:title") == "Number of singers hurt"
    assert text(entry, "atom:content").splitlines() == [
        "2 → 3", "The choir’s book gives 3; the first edition had a slip.", "The choir: Our book",
    ]  # fmt: skip
    assert text(entry, "atom:updated") == "1996-02-01T00:00:00Z"


def test_ids_are_of_the_story_and_stay(tiny: Story) -> None:
    other = replace(tiny, head=replace(tiny.head, id="band"))
    ids = [re.findall(b"<id>(.*)</id>", feed(story)) for story in (tiny, tiny, other)]
    assert ids[0] == ids[1]
    assert not {*ids[0]} & {*ids[2]}


def test_what_xml_cannot_hold_is_shown_as_replaced_and_markup_stays_text(tiny: Story) -> None:
    odd = replace(tiny.corrections[0], what="<b>\x0bone</b> & two")
    root = ElementTree.fromstring(feed(replace(tiny, corrections=(odd,))))
    assert text(root, "atom:entry/atom:title") == "<b>\ufffdone</b> & two"


def test_without_corrections_there_is_still_a_feed(tiny: Story) -> None:
    root = ElementTree.fromstring(feed(replace(tiny, corrections=())))
    assert root.findall("atom:entry", NAMES) == []
    assert text(root, "atom:updated") == "1996-01-01T00:00:00Z"


def test_it_is_served_as_atom_under_the_base_path() -> None:
    client = Client(app_of(TINY, "/choir/"))
    answer = client.get("/choir/data/corrections.atom")
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    assert b"Number of singers hurt" in answer.data


def test_the_page_leads_feed_readers_to_it() -> None:
    page = Client(app_of(TINY, "/choir/")).get("/choir/").text
    link = '<link rel="alternate" type="application/atom+xml" title="The Wandering Choir: Corrections" '
    assert f'{link}href="./data/corrections.atom">' in page
