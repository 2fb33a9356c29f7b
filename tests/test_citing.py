"""Other programs must read what the page offers to cite: BibTeX by a parser, CSL-JSON by the rules of its schema."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from tests.test_javascript import node

SCRIPT = Path(__file__).parent / "js" / "every_citation.mjs"
NASTY = 'A {brace} } { \\cmd $x_1$ 50% #1 & ~ ^ | <b> "q" “q” é ű اشرف @misc{x, y={z}} \\'
FIELDS = {
    "id": str,
    "type": str,
    "title": str,
    "container-title": str,
    "author": list,
    "version": str,
    "issued": dict,
    "accessed": dict,
    "URL": str,
    "language": str,
    "note": str,
}
"""What of CSL-JSON is used, and of which JSON type it is."""
TYPES = {"dataset", "webpage", "report", "document"}

MACROS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
}
"""Commands of LaTeX that pylatexenc has not heard of, or gives as another sign."""

Cited = list[dict[str, Any]]


def cited(facts: Mapping[str, Any]) -> Cited:
    """Every citation of a story, as the page makes them."""
    program = node()
    assert program
    run = subprocess.run(
        [program, SCRIPT], input=json.dumps(facts), capture_output=True, text=True, encoding="utf-8", check=True
    )
    return list(json.loads(run.stdout))


@pytest.fixture(scope="module")
def facts(geodata: Path) -> dict[str, Any]:
    return payload(build_story(load(geodata)))


@pytest.fixture(scope="module")
def real(facts: dict[str, Any]) -> Cited:
    return cited(facts)


def entries(citations: Cited) -> dict[str, dict[str, str]]:
    """Each BibTeX entry by its key, read as one file; texts as TeX would print them, addresses as they are."""
    file = "\n\n".join({it["bibtex"]: None for it in citations})
    library = bibtexparser.parse_string(file, parse_stack=[RemoveEnclosingMiddleware()])
    assert not library.failed_blocks
    latex = get_default_latex_context_db()
    latex.add_context_category("more", prepend=True, macros=[MacroTextSpec(*pair) for pair in MACROS.items()])
    printed = cache(LatexNodes2Text(latex_context=latex).latex_to_text)
    return {
        it.key: {field.key: field.value if field.key == "url" else printed(field.value) for field in it.fields}
        for it in library.entries
    }


def test_every_bibtex_entry_is_read_and_says_what_the_source_says(real: Cited, facts: dict[str, Any]) -> None:
    read = entries(real)
    assert len(read) == len({it["bibtex"] for it in real})
    for id_, source in facts["sources"].items():
        assert read[id_]["author"] == source["publisher"], id_
        assert read[id_]["title"] == source["title"], id_
        assert read[id_].get("url", "") == source["url"], id_
        assert read[id_]["year"] == (source["date"][:4] or "n.d."), id_


def test_every_csl_item_keeps_to_the_schema(real: Cited) -> None:
    for it in real:
        (item,) = json.loads(it["csl"])
        assert {"id", "type", "title"} <= set(item) <= set(FIELDS), item
        assert item["type"] in TYPES
        for name, value in item.items():
            assert isinstance(value, FIELDS[name]) and value, (name, item)
        for name in {"issued", "accessed"} & set(item):
            assert set(item[name]) <= {"date-parts", "season", "circa"}
            assert 1 <= len(item[name]["date-parts"]) <= 2
            for parts in item[name]["date-parts"]:
                assert 1 <= len(parts) <= 3
                assert all(isinstance(part, int) and part > 0 for part in parts)
        assert all(set(name) == {"literal"} for name in item.get("author", []))


def test_the_same_is_said_in_every_form(real: Cited) -> None:
    read = entries(real)
    for it in real:
        (item,) = json.loads(it["csl"])
        assert it["title"] == item["title"] == read[item["id"]]["title"]
        for form in ("apa", "chicago_entry", "chicago_note"):
            text = it[form].replace(item.get("URL", "-"), "-")
            assert unquoted(item["title"]) in unquoted(text), text
            assert item.get("URL", "") in it[form]
            assert not re.search(r"undefined|null|NaN|\{\w+\}|[^.]\.\.(?!\.)|,,| {2}", text), text


def test_texts_that_mean_something_to_tex_or_json_come_back_as_they_were(tiny: Path) -> None:
    facts = payload(build_story(load(tiny)))
    facts["sources"]["s_study"] |= {"publisher": NASTY, "title": NASTY}
    facts["story"]["creator"] = NASTY
    citations = cited(facts)
    read = entries(citations)
    assert read["s_study"]["title"] == read["s_study"]["author"] == NASTY
    assert {fields["author"] for key, fields in read.items() if key.startswith("choir_")} == {NASTY}
    items = {item["id"]: item for it in citations for item in json.loads(it["csl"])}
    assert items["s_study"]["title"] == NASTY
    assert items["choir_1990"]["author"] == [{"literal": NASTY}]


def unquoted(text: str) -> str:
    """A text without quotation marks, which a style may change."""
    return re.sub("[“”‘’\"']", "", text)
