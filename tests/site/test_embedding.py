"""oEmbed and cards, as programs that we did not write read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import html5lib
import micawber
import pytest
from werkzeug.test import Client

from ashraf_atlas.serving import app_of

TINY = Path(__file__).parents[1] / "data" / "tiny"
BASE = "http://choir.example/a/"


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(app_of(TINY, "/a/"))


def ask(client: Client, url: str, **more: object) -> dict[str, object]:
    query = "".join(f"&{name}={value}" for name, value in more.items())
    answer = client.get(f"/a/oembed?url={quote(url, safe='')}{query}", base_url="http://choir.example/")
    assert answer.status_code == 200, answer.text
    return dict(json.loads(answer.text))


def test_a_consumer_from_the_package_index_embeds_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(self: object, url: str) -> str:
        return client.get(url, base_url="http://choir.example/").text

    monkeypatch.setattr(micawber.Provider, "fetch", fetch)
    registry = micawber.ProviderRegistry()
    registry.register(r"http://choir\.example/\S*", micawber.Provider(f"{BASE}oembed"))
    said = registry.request(f"{BASE}year/1991/?theme=dark", maxwidth=640)
    assert (said["type"], said["width"], said["title"]) == ("rich", 640, "1991 – The Wandering Choir")
    text = micawber.parse_text(f"Look:\n{BASE}attack/atk_bubbles/\n", registry)
    assert f'<iframe src="{BASE}attack/atk_bubbles/?mode=embed"' in text


def test_the_answer_has_what_the_specification_asks_for(client: Client) -> None:
    said = ask(client, f"{BASE}year/1991/?theme=dark&play=1&mode=present")
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert (said["width"], said["height"]) == (800, 500)
    assert said["thumbnail_url"] == f"{BASE}year/1991/card.png"
    (frame,) = html5lib.HTMLParser(strict=True).parseFragment(said["html"])
    assert frame.attrib["src"] == f"{BASE}year/1991/?mode=embed&theme=dark", "nothing plays, nothing is on stage"
    assert frame.attrib["title"] == said["title"]
    assert frame.attrib["loading"] == "lazy"


def test_an_address_that_the_page_itself_writes_is_known_too(client: Client) -> None:
    said = ask(client, f"{BASE}?year=1991&select=attack:atk_bubbles&theme=dark")
    assert str(said["title"]).endswith("– The Wandering Choir") and "/attack/atk_bubbles/" in str(said["html"])
    assert "/year/1992/?mode=embed&quot;" in str(ask(client, f"{BASE}?year=1992")["html"]).replace('"', "&quot;")


@pytest.mark.parametrize(
    ("most", "size", "thumbnail"),
    [
        ({"maxwidth": 400, "maxheight": 300}, (400, 300), False),
        ({"maxwidth": 5000, "maxheight": 5000}, (800, 500), True),
        ({"maxwidth": 10}, (320, 500), False),
    ],
)
def test_it_is_no_larger_than_asked_for(
    client: Client, most: dict[str, int], size: tuple[int, int], thumbnail: bool
) -> None:
    said = ask(client, BASE, **most)
    assert (said["width"], said["height"]) == size
    assert ("thumbnail_url" in said) == thumbnail


def test_xml_says_the_same(client: Client) -> None:
    answer = client.get(f"/a/oembed?url={BASE}year/1991/&format=xml", base_url="http://choir.example/")
    assert answer.mimetype == "text/xml"
    root = ElementTree.fromstring(answer.text)
    assert {it.tag: it.text for it in root} == {k: str(v) for k, v in ask(client, f"{BASE}year/1991/").items()}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=https://elsewhere.example/a/", 404),
        ("url=http://choir.example/b/", 404),
        ("url=http://choir.example/a/year/1066/", 404),
        ("url=http://choir.example.evil.example/a/", 404),
        ("url=javascript:alert(1)", 404),
        ("url=http://[", 404),
        ("url=http://choir.example/a/&format=yaml", 501),
        ("url=http://choir.example/a/&maxwidth=wide", 400),
        ("url=http://choir.example/a/&maxwidth=-1", 400),
        ("", 400),
        ("&".join(f"x{n}=1" for n in range(500)), 400),
    ],
)
def test_errors_are_those_of_the_specification(client: Client, query: str, status: int) -> None:
    answer = client.get(f"/a/oembed?{query}", base_url="http://choir.example/")
    assert answer.status_code == status
    assert len(answer.data) < 100


@pytest.mark.parametrize("folder", ["", "year/1991/", "attack/atk_bubbles/"])
def test_a_page_leads_to_its_code_and_has_its_card(client: Client, folder: str) -> None:
    page = client.get(f"/a/{folder}", base_url="http://choir.example/").text
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    for kind, form in (("application/json+oembed", "json"), ("text/xml+oembed", "xml")):
        (link,) = tree.findall(f".//link[@type='{kind}']")
        answer = client.get(link.attrib["href"], base_url="http://choir.example/")
        assert answer.status_code == 200
        assert f"{BASE}{folder}?mode=embed" in answer.text
        assert form in answer.mimetype
    told = {
        it.attrib.get("property") or it.attrib.get("name"): it.attrib["content"]
        for it in tree.findall(".//meta[@content]")
    }
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:title"] == tree.findtext(".//title")
    assert told["og:description"] and told["og:image:alt"]
    picture = client.get(told["og:image"], base_url="http://choir.example/")
    assert picture.mimetype == "image/png"
    assert picture.data[16:24] == bytes([0, 0, 4, 176, 0, 0, 2, 118]), "1200 by 630"


@pytest.mark.parametrize(
    ("query", "folder"),
    [
        ("year=1991", "year/1991/"),
        ("year=1992&select=attack:atk_bubbles&theme=dark", "attack/atk_bubbles/"),
        ("select=attack%3Aatk_bubbles", "attack/atk_bubbles/"),
        ("select=place:old_mill&year=1993", "year/1993/"),
        ("year=1066", ""),
        ("theme=dark", ""),
    ],
)
def test_an_address_that_the_page_writes_has_the_card_of_what_it_shows(client: Client, query: str, folder: str) -> None:
    page = client.get(f"/a/?{query}", base_url="http://choir.example/").text
    assert f'<meta property="og:image" content="{BASE}{folder}card.png">' in page
    assert 'data-root="./"' in page and "data-start" not in page and '="../' not in page
    for address in re.findall(r'(?:src|href)="\./([^"]+)"', page):
        assert client.get(f"/a/{address}").status_code == 200, address


def test_the_story_is_described_as_a_dataset(client: Client) -> None:
    page = client.get("/a/", base_url="http://choir.example/").text
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    about = json.loads(found)
    assert (about["@type"], about["name"], about["license"]) == (
        "Dataset", "The Wandering Choir", "https://creativecommons.org/publicdomain/zero/1.0/",
    )  # fmt: skip
    assert about["temporalCoverage"] == "1990/1995"
    for it in about["distribution"]:
        answer = client.get(it["contentUrl"], base_url="http://choir.example/")
        assert (answer.status_code, answer.mimetype) == (200, it["encodingFormat"])


def test_robots_and_icon_are_there(client: Client) -> None:
    assert client.get("/a/robots.txt").text == "User-agent: *\nAllow: /\n"
    assert client.get("/a/favicon.svg").mimetype == "image/svg+xml"
