"""The app as a WSGI host sees it: addresses, headers, and no callback on the server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from ashraf_atlas.dashboard import create_app
from ashraf_atlas.wiring import WIRES


@pytest.fixture(scope="module")
def client(request: pytest.FixtureRequest) -> FlaskClient:
    return create_app(Path(__file__).parents[1] / "geodata").server.test_client()


def component(tree: Any, wanted: str) -> dict[str, Any]:
    children = tree["props"].get("children") if isinstance(tree, dict) else tree
    if isinstance(tree, dict) and tree["props"].get("id") == wanted:
        return tree
    for child in children if isinstance(children, list) else [children] if isinstance(children, dict) else []:
        if isinstance(child, dict) and (found := component(child, wanted)):
            return found
    return {}


def test_every_callback_runs_in_the_browser(client: FlaskClient) -> None:
    callbacks = client.get("/_dash-dependencies").get_json()
    assert len(callbacks) == len(WIRES)
    assert all(it["clientside_function"]["namespace"] == "atlas" for it in callbacks)


@pytest.mark.parametrize("part", ["map", "detail", "chronology", "chart", "share", "follow", "play"])
def test_the_page_has_the_ids_of_the_contract(client: FlaskClient, part: str) -> None:
    assert component(client.get("/_dash-layout").get_json(), part)


@pytest.mark.parametrize("graph", ["map", "chart"])
def test_no_graph_has_a_mode_bar_or_an_upload_button(client: FlaskClient, graph: str) -> None:
    config = component(client.get("/_dash-layout").get_json(), graph)["props"]["config"]
    assert config["displayModeBar"] is False
    assert config["showSendToCloud"] is False


def test_nothing_on_the_page_tells_how_facts_were_gathered(client: FlaskClient) -> None:
    facts = json.dumps(client.get("/_dash-layout").get_json(), ensure_ascii=False).lower()
    for word in (
        "dossier",
        "stored copy",
        "stored page",
        "stored excerpt",
        "seed_",
        "the seed",
        "this brief",
        "corpus",
    ):
        assert word not in facts, word


def test_every_answer_forbids_other_origins(client: FlaskClient) -> None:
    for address in ("/", "/_dash-layout", "/data/basemap/overview.geojson", "/healthz", "/nothing"):
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-"), address
        assert "unsafe-eval" not in policy
        assert "http" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_first_page_names_no_other_origin(client: FlaskClient) -> None:
    assert "://" not in client.get("/").get_data(as_text=True)


def test_large_answers_are_compressed(client: FlaskClient) -> None:
    for address in ("/_dash-layout", "/data/basemap/overview.geojson"):
        answer = client.get(address, headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br", address
        assert len(answer.data) < 260_000, address


def test_it_says_that_it_is_well_and_what_is_not_there(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/data/basemap/nothing.geojson").status_code == 404
    assert "schema_version" not in client.get("/data/basemap/..%2f..%2fstory.toml").get_data(as_text=True)


def test_a_base_path_is_before_every_address() -> None:
    client = create_app(Path(__file__).parent / "data" / "tiny", base_path="/a/b/").server.test_client()
    assert "/a/b/assets/dashboard.mjs" in client.get("/a/b/").get_data(as_text=True)
    assert client.get("/a/b/data/basemap/overview.geojson").status_code == 200
    assert client.get("/data/basemap/overview.geojson").status_code == 404
