"""The Dash app that the site is made of: its parts, and no callback on the server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas import figure
from ashraf_atlas.build_story import build_story
from ashraf_atlas.dashboard import create_app
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.site.scripts import dash_answers
from ashraf_atlas.wiring import WIRES

Answers = dict[str, str]


@pytest.fixture(scope="module")
def answers() -> Answers:
    """What Dash asks for, by name: its layout and its callbacks."""
    facts = payload(build_story(load(Path(__file__).parents[1] / "geodata")))
    return dash_answers(create_app(facts, {**figure.looks(facts), "files": {}, "feed": "", "downloads": []}))


def component(tree: Any, wanted: str) -> dict[str, Any]:
    children = tree["props"].get("children") if isinstance(tree, dict) else tree
    if isinstance(tree, dict) and tree["props"].get("id") == wanted:
        return tree
    for child in children if isinstance(children, list) else [children] if isinstance(children, dict) else []:
        if isinstance(child, dict) and (found := component(child, wanted)):
            return found
    return {}


def test_every_callback_runs_in_the_browser(answers: Answers) -> None:
    callbacks = json.loads(answers["_dash-dependencies"])
    assert len(callbacks) == len(WIRES)
    assert all(it["clientside_function"]["namespace"] == "atlas" for it in callbacks)


@pytest.mark.parametrize("part", ["map", "detail", "chronology", "chart", "share", "follow", "play"])
def test_the_page_has_the_ids_of_the_contract(answers: Answers, part: str) -> None:
    assert component(json.loads(answers["_dash-layout"]), part)


@pytest.mark.parametrize("graph", ["map", "chart"])
def test_no_graph_has_a_mode_bar_or_an_upload_button(answers: Answers, graph: str) -> None:
    config = component(json.loads(answers["_dash-layout"]), "looks")["props"]["data"]["graphs"][graph]["config"]
    assert config["displayModeBar"] is False
    assert config["showSendToCloud"] is False


def test_nothing_on_the_page_tells_how_facts_were_gathered(answers: Answers) -> None:
    facts = json.dumps(json.loads(answers["_dash-layout"]), ensure_ascii=False).lower()
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
