"""The downloads as a visitor gets them: the same bytes as from the command line, each made once."""

from __future__ import annotations

import json
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from werkzeug.test import Client

from ashraf_atlas.downloads import listed
from ashraf_atlas.exports import EXPORTS, downloads
from ashraf_atlas.exports.bundle import Bundle
from ashraf_atlas.serving import app_of
from tests.exported import DATASETS, exported

FILES = list(downloads("choir"))
IDENTITY = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(app_of(DATASETS["choir"], "/a/b/"))


@pytest.mark.parametrize("it", FILES, ids=lambda it: it.file)
def test_a_download_is_what_the_command_writes(client: Client, it: Any) -> None:
    answer = client.get(f"/a/b/data/{it.file}", headers=IDENTITY)
    assert answer.status_code == 200
    assert answer.data == exported("choir", it.format, it.table)
    assert answer.headers["Content-Type"].split(";")[0] == EXPORTS[it.format].media_type
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{it.file}"'
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_names_are_those_of_the_story() -> None:
    assert [it.file for it in FILES if not it.table] == [
        "choir.zip", "choir.geojson", "choir.gpkg", "choir.parquet", "choir.kml", "choir-places.jsonld",
    ]  # fmt: skip


def test_who_has_it_already_is_not_sent_it_again(client: Client) -> None:
    first = client.get("/a/b/data/choir.zip", headers=IDENTITY)
    again = client.get("/a/b/data/choir.zip", headers={**IDENTITY, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_nothing_else_is_there(client: Client) -> None:
    for file in ("ashraf.zip", "story.csv", "choir", "claims.CSV"):
        assert client.get(f"/a/b/data/{file}").status_code == 404, file
    assert client.get("/data/choir.zip").status_code == 404
    assert b"schema_version" not in client.get("/a/b/data/..%2fstory.toml").data


def test_the_page_is_told_of_every_download(client: Client) -> None:
    told = listed("choir")
    assert len(told) == len(FILES)
    assert told[0] == {"format": "datapackage", "table": None, "file": "choir.zip", "href": "data/choir.zip"}
    assert told[-1] == {"format": "csv", "table": "sources", "file": "sources.csv", "href": "data/sources.csv"}
    (script,) = re.findall(r'src="\./(static/story[^"]+)"', client.get("/a/b/").text)
    layout = client.get(f"/a/b/{script}").text.split("='", 1)[1].split("';\n", 1)[0]
    page = json.loads(re.sub(r"\\(.)", r"\1", layout.replace('\\\\"', "")))["props"]["children"]
    assert next(it["props"]["data"]["downloads"] for it in page if it["props"].get("id") == "looks") == told
    for it in told:
        assert client.head(f"/a/b/{it['href']}").status_code == 200


def test_nothing_is_made_before_it_is_asked_for_and_then_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def slowly(bundle: Bundle) -> bytes:
        made.append(threading.current_thread().name)
        time.sleep(0.05)  # so that the others come while it is being made
        return b"made"

    monkeypatch.setitem(EXPORTS, "geojson", replace(EXPORTS["geojson"], make=slowly))
    server = app_of(DATASETS["choir"])
    assert made == []
    with ThreadPoolExecutor(8) as visitors:
        answers = list(visitors.map(lambda _: Client(server).get("/data/choir.geojson").data, range(8)))
    assert answers == [b"made"] * 8
    assert len(made) == 1


def test_different_downloads_at_the_same_time_do_not_disturb_each_other() -> None:
    server = app_of(DATASETS["choir"])
    with ThreadPoolExecutor(6) as visitors:
        got = visitors.map(lambda it: Client(server).get(f"/data/{it.file}", headers=IDENTITY).data, FILES * 2)
        assert list(got) == [exported("choir", it.format, it.table) for it in FILES * 2]
