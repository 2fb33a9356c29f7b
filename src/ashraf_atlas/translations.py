"""A story in other languages: which of its texts text/<lang>.csv can give, what is wrong there, and its tables as they
read in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from ashraf_atlas.cells import CELL_TYPES, closest
from ashraf_atlas.columns import KINDS, Table
from ashraf_atlas.draft import Draft
from ashraf_atlas.problems import Problem
from ashraf_atlas.schema import TABLES
from ashraf_atlas.text import FALLBACK, FOLDER, OF_THE_STORY, OwnTexts, Text

if TYPE_CHECKING:
    from ashraf_atlas.load import Tables

OF: Mapping[str, Table] = {
    **{kind: TABLES[name] for kind, name in KINDS.items()},
    "correction": TABLES["corrections"],
    "kind": TABLES["kinds"],
    "story": TABLES["story"],
}
"""The word in front of the colon of a key, and the table it looks into."""

NAME_IN = "name_"
"""How a column starts that holds a name in the language whose code follows."""

_KEY = re.compile(r"([a-z]+):([a-z][a-z0-9_]*)\.([a-z_]+)")
_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def spoken(table: Table) -> tuple[str, ...]:
    """Return the columns of a table whose cells are words for readers."""
    return tuple(it.name for it in table.columns if it.spoken)


def problems(draft: Draft, own: OwnTexts, words: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Yield what is wrong with the keys of a dataset's texts, and with the places for values in them."""
    for language, rows in own.items():
        file = f"{FOLDER}/{language}.csv"
        for row in rows:
            if OF_THE_STORY in row.key:
                if fault := _fault(row.key, draft):
                    yield Problem(file, row.line, "key", fault[0], row.key, fault[1])
            elif fault := _misplaced(row, words):
                yield Problem(file, row.line, "text", fault[0], row.text, fault[1])


def _fault(key: str, draft: Draft) -> tuple[str, str] | None:
    found = _KEY.fullmatch(key)
    if not found:
        return "not a text of the story", "write kind:id.column, such as attack:ID.title"
    kind, id_, column = found.groups()
    table = OF.get(kind)
    if table is None:
        return "an unknown kind", f"known are {', '.join(OF)}"
    if column not in spoken(table):
        return "not a text that can be translated", f"of this kind these can: {', '.join(spoken(table))}"
    known = draft.ids(table.name) or tuple(row["id"] for row in draft.of(table.name))
    if id_ in known or (kind != "story" and draft.knows(table.name, id_)):
        return None
    near = closest(id_, known)
    return f"{table.file} has no such id", f"did you mean {near}?" if near else "write an id of that file, or remove it"


def _misplaced(row: Text, words: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """A word of the interface has places for the values that the atlas fills in, and no others."""
    known = [words[FALLBACK][key] for key in _forms(row.key) if key in words.get(FALLBACK, {})]
    if not known:
        return None  # nothing to hold it against
    places = {it for text in known for it in _PLACEHOLDER.findall(text)}
    strange = [it for it in _PLACEHOLDER.findall(row.text) if it not in places]
    if not strange:
        return None
    near = closest(strange[0], sorted(places))
    return f"{{{strange[0]}}} is filled by nothing", f"write {{{near}}}" if near else "leave it out"


def _forms(key: str) -> tuple[str, ...]:
    stem = re.sub(r"_(zero|one|two|few|many|other)$", "", key)
    return (key,) if stem == key else (key, *(f"{stem}_{it}" for it in ("one", "other")))


def translations(tables: Tables, language: str) -> dict[tuple[str, str, str], str]:
    """Return the translations that can be used, by table, id and column.

    One whose original has been changed since is left out: it may say what is no longer so.
    """
    found = {}
    for row in tables["own_texts"].get(language, ()):
        match = _KEY.fullmatch(row.key)
        if match:
            table, id_, column = OF[match[1]], match[2], match[3]
            found[table.name, id_, column] = (row.text, row.original)
    originals = dict(texts(tables))
    return {key: text for key, (text, original) in found.items() if not original or original == originals.get(key, "")}


def has_translations(tables: Tables, language: str) -> bool:
    """Return whether any text or name of the story is there in a language."""
    named = tables["places"].get(NAME_IN + language)
    return any(OF_THE_STORY in row.key for row in tables["own_texts"].get(language, ())) or (
        named is not None and bool(named.astype(bool).any())
    )


def translated(tables: Tables, language: str) -> Tables:
    """Return the tables with every text and name that they have in a language in the place of the story's own."""
    said = translations(tables, language)
    made: dict[str, Any] = dict(tables)
    for name, table in TABLES.items():
        own = {key[1:]: text for key, text in said.items() if key[0] == name}
        if name == "story":
            head = tables["story"]
            made[name] = {**head, **{column: text for (_, column), text in own.items()}, "language": language}
            continue
        frame = tables[name].copy()
        for column in {column for _, column in own}:
            declared = table.column(column)
            assert declared is not None
            value = CELL_TYPES[declared.type].value
            cells = [
                value(own[id_, column]) if (id_, column) in own else cell
                for id_, cell in zip(frame["id"], frame[column], strict=True)
            ]
            frame[column] = pd.Series(cells, index=frame.index, dtype="object")
        if name == "places":
            _rename(frame, tables["story"]["language"], language)
        made[name] = frame
    return made


def _rename(places: pd.DataFrame, own: str, language: str) -> None:
    """Call places as the language does; how the story's own language calls them is one of their names then."""
    usual = list(places["name"])
    if NAME_IN + language in places:
        places["name"] = [it or name for it, name in zip(places[NAME_IN + language], usual, strict=True)]
    if NAME_IN + own not in places:
        places[NAME_IN + own] = usual


def texts(tables: Tables) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield every text of the story that can be translated, by table, id and column."""
    for name, table in TABLES.items():
        rows = [tables["story"]] if name == "story" else tables[name].to_dict("records")
        for row in rows:
            for column in spoken(table):
                cell = ";".join(row[column]) if isinstance(row[column], tuple) else row[column]
                if cell:
                    yield (name, row["id"], column), cell
