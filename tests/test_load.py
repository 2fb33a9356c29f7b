"""Files that are broken as files: each is told in one clear line, and nothing is half-loaded."""

# ruff: noqa: E501 (a case is one line)

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.problems import DatasetError, Problem, quoted
from ashraf_atlas.schema import TABLES
from tests.conftest import Copy

CSV_FILES = [table.file for table in TABLES.values() if table.format == "csv"]
MAY_BE_EMPTY = [table.file for table in TABLES.values() if table.format == "csv" and table.may_be_empty]


def told(copy: Copy) -> str:
    """The one problem of a copy."""
    (problem,) = copy.problems()
    return problem


# --- what is right ---------------------------------------------------------------------------------------------------


def test_both_datasets_are_valid(geodata: Path, tiny: Path) -> None:
    assert len(load(geodata)["places"]) == 33
    assert len(load(tiny)["places"]) == 5


def test_cells_have_their_types(tiny: Path) -> None:
    tables = load(tiny)
    assert set(tables) == {*TABLES, "texts", "own_texts"}
    assert isinstance(tables["places"], gpd.GeoDataFrame)
    assert tables["places"].crs == "EPSG:4326"
    assert (tables["places"].geometry.x[0], tables["places"].geometry.y[0]) == (9.16, 47.69)
    assert tables["places"]["area_km2"].isna().tolist() == [False, True, True, True, True]
    range_ = tables["presence"].iloc[1]
    assert (range_["people"], range_["low"], range_["date"]) == (pd.NA, 36, "1991~")
    assert tables["presence"]["people"].dtype == "Int64"
    claim = tables["claims"].iloc[0]
    assert claim["speaker"] == ("choir", "brass_band")
    assert claim["scope"] == ""
    assert tables["checks"].iloc[2]["sum_of"] == ()
    assert tables["story"]["default_view"] == (47.6, 9.4, 8.5)
    assert tables["story"]["first_year"] == 1990


def test_html_in_a_text_stays_text(choir: Copy) -> None:
    choir.set("attacks.csv", "atk_geese", "summary", "<img src=x onerror=alert(1)> & so on")
    assert load(choir.folder)["attacks"].iloc[1]["summary"] == "<img src=x onerror=alert(1)> & so on"


def test_words_of_the_dataset_go_over_those_that_come_with_the_program(choir: Copy) -> None:
    embedded = load(choir.folder)["texts"]["en"]
    key = next(iter(embedded))
    (choir.folder / "text").mkdir()
    choir.write("text/en.csv", f"key,text\n{key},Changed\n")
    choir.write("text/de.csv", f"key,text\n{key},Anders\n")
    texts = load(choir.folder)["texts"]
    assert texts["en"] == {**embedded, key: "Changed"}
    assert texts["de"] == {**embedded, key: "Anders"}


def test_a_file_of_words_is_named_by_its_language_and_checked_too(choir: Copy) -> None:
    (choir.folder / "text").mkdir()
    choir.write("text/en copy.csv", "key,text\n")
    choir.write("text/de.csv", "key,text\na,A\na,B\nb,\n")
    assert [it.split(": ")[:2] for it in choir.problems()] == [
        ["text/de.csv:3:key", "the same key as in line 2"],
        ["text/de.csv:4:text", "nothing is given"],
        ["text/en copy.csv:0:-", "not a language code"],
    ]


@pytest.mark.parametrize("file", [*CSV_FILES, "places.geojson", "story.toml"])
def test_a_byte_order_mark_and_windows_line_ends_are_accepted(choir: Copy, file: str) -> None:
    choir.write(file, "\ufeff" + choir.text(file).replace("\n", "\r\n"))
    assert choir.problems() == []


@pytest.mark.parametrize("file", MAY_BE_EMPTY)
def test_a_header_alone_is_enough_where_nothing_points_into_the_table(choir: Copy, file: str) -> None:
    for table in TABLES.values():
        if table.format == "csv" and table.may_be_empty:
            choir.write(table.file, choir.text(table.file).split("\n")[0] + "\n")
    assert choir.problems() == []


def test_columns_may_stand_in_any_order_and_blank_lines_between_rows(choir: Copy) -> None:
    rows = [line.split(",", 1) for line in choir.text("accounts.csv").strip().split("\n")]
    choir.write("accounts.csv", "\n\n".join(f"{rest},{id_}" for id_, rest in rows))
    assert choir.problems() == []


def test_files_may_be_links(choir: Copy, tiny: Path) -> None:
    (choir.folder / "claims.csv").unlink()
    (choir.folder / "claims.csv").symlink_to(tiny / "claims.csv")
    assert choir.problems() == []


COMMENTS = [
    "# What belongs here\n",
    "# One, two; three\n#\n\n# and more\n\n",
    '"# saved by a spreadsheet, with ""marks""",,,\n#,,,\n',
    '# a "mark that stays open\n',
    "#id,date,kind\r\n",
]


@pytest.mark.parametrize("above", COMMENTS)
@pytest.mark.parametrize("file", CSV_FILES)
def test_lines_above_the_header_that_start_with_a_hash_are_comments(choir: Copy, file: str, above: str) -> None:
    choir.write(file, above + choir.text(file))
    assert choir.problems() == []


@pytest.mark.parametrize("above", COMMENTS)
def test_comments_are_counted_as_lines(choir: Copy, above: str) -> None:
    choir.write("context.csv", "\ufeff" + above + choir.text("context.csv").replace("1992-08-30", "1992-08-32"))
    assert told(choir).startswith(f"context.csv:{above.count(chr(10)) + 3}:date: ")
    choir.write("context.csv", above + choir.text("context.csv")[len(above) + 1 :].replace(",related", "", 1))
    assert told(choir).startswith(f"context.csv:{above.count(chr(10)) + 1}:related: the column is missing: ")


def test_a_hash_below_the_header_is_a_row(choir: Copy) -> None:
    choir.write("context.csv", choir.text("context.csv") + "# not a comment\n")
    assert told(choir).startswith("context.csv:5:-: too few cells: ")
    choir.write("sources.csv", choir.text("sources.csv").replace("s_study", "#study"))
    assert any(it.startswith('sources.csv:8:id: not an id: "#study": ') for it in choir.problems())


@pytest.mark.parametrize("content", ["# only a comment\n", "#\n\n\n", ",,,\n,,\n"])
def test_a_file_without_any_row_is_said(choir: Copy, content: str) -> None:
    choir.write("claims.csv", content)
    assert told(choir).startswith("claims.csv:0:-: the file holds no rows: let the first row name the columns: id,")


def test_places_may_carry_a_comment_too(choir: Copy) -> None:
    choir.replace("places.geojson", '"features": [', '"comment": ["what belongs here"], "features": [')
    assert choir.problems() == []


def test_rows_are_numbered_as_an_editor_does(choir: Copy) -> None:
    choir.replace("context.csv", "Twelve singers met", "Twelve\nsingers\n\nmet")
    choir.replace("context.csv", "1992-08-30", "1992-08-32")
    assert told(choir).startswith(
        'context.csv:6:date: not an EDTF date: the calendar has no such day or month: "1992-08-32": '
    )


# --- folders and files -----------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert told(Copy(folder)).startswith(f"{folder}:0:-: no such folder: ")


def test_a_file_is_no_folder(tiny: Path) -> None:
    assert told(Copy(tiny / "story.toml")).startswith(f"{tiny / 'story.toml'}:0:-: not a folder: ")


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    problems = Copy(tmp_path).problems()
    assert [it.split(": ")[:2] for it in problems] == [
        [f"{file}:0:-", "the file is missing"] for file in sorted(table.file for table in TABLES.values())
    ]


@pytest.mark.parametrize("file", [table.file for table in TABLES.values()])
def test_a_missing_file_is_one_line_and_ids_in_it_are_not_complained_about(choir: Copy, file: str) -> None:
    (choir.folder / file).unlink()
    assert told(choir).startswith(f"{file}:0:-: the file is missing: add it to ")


@pytest.mark.parametrize("file", [table.file for table in TABLES.values()])
def test_an_empty_file_is_one_line(choir: Copy, file: str) -> None:
    for content in ("", "\n\n", "\ufeff"):
        choir.write(file, content)
        assert told(choir).startswith(f"{file}:0:-: the file is empty: ")


@pytest.mark.parametrize("file", ["claims.csv", "places.geojson", "story.toml"])
def test_a_folder_in_place_of_a_file_is_said(choir: Copy, file: str) -> None:
    (choir.folder / file).unlink()
    (choir.folder / file).mkdir()
    assert told(choir).startswith(f"{file}:0:-: a folder stands where a file should: ")


def test_a_link_that_leads_nowhere_is_said(choir: Copy) -> None:
    (choir.folder / "claims.csv").unlink()
    (choir.folder / "claims.csv").symlink_to("gone.csv")
    assert told(choir) == "claims.csv:0:-: the file is missing: mend the link, which leads nowhere"


def test_a_file_that_may_not_be_read_is_said(choir: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == "claims.csv":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", refuse)
    assert told(choir) == "claims.csv:0:-: the file cannot be read: permission denied; change who may read it"


# --- bytes -----------------------------------------------------------------------------------------------------------


def test_a_byte_that_is_not_utf_8_is_told_with_its_place(choir: Copy) -> None:
    choir.write(
        "places.geojson",
        choir.text("places.geojson").replace("Mühle", "M\ufffdhle").encode().replace(b"\xef\xbf\xbd", b"\xfc"),
    )
    assert told(choir) == ("places.geojson:2:-: not UTF-8: byte 0xfc is byte 129 of the line: save it as UTF-8 text")


def test_in_csv_the_byte_has_a_column_too(choir: Copy) -> None:
    content = choir.text("speakers.csv").encode().replace(b"The brass band", b"The br\xe4ss b\xe4nd")
    choir.write("speakers.csv", content)
    assert told(choir) == (
        "speakers.csv:5:name: not UTF-8: byte 0xe4 is byte 18 of the line (and 1 more in the file): save it as UTF-8 text"
    )


def test_the_byte_is_found_in_a_cell_of_several_lines(choir: Copy) -> None:
    choir.replace("context.csv", "Twelve singers met", "Twelve\nsingers m#t")
    choir.write("context.csv", choir.text("context.csv").encode().replace(b"#", b"\xe9"))
    assert told(choir).startswith("context.csv:3:summary: not UTF-8: byte 0xe9 is byte 10 of the line: ")


@pytest.mark.parametrize(("file", "old", "line"), [("claims.csv", "A soprano", 4), ("story.toml", "CC0 1.0", 9)])
def test_a_nul_byte_is_told_with_its_line(choir: Copy, file: str, old: str, line: int) -> None:
    choir.replace(file, old, "\0")
    assert told(choir).startswith(f"{file}:{line}:-: a NUL byte, which no text has: ")


def test_other_kinds_of_file_are_recognised(choir: Copy) -> None:
    text = choir.text("claims.csv")
    choir.write("claims.csv", text.encode("utf-16"))
    assert told(choir) == "claims.csv:0:-: the file is UTF-16 text: save it as UTF-8 text"
    choir.write("claims.csv", b"PK\x03\x04 and so on")
    assert told(choir).startswith("claims.csv:0:-: the file is a ZIP archive or a spreadsheet: ")


# --- rows and columns ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("separator", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_another_separator_is_said(choir: Copy, separator: str, name: str) -> None:
    choir.write("accounts.csv", choir.text("accounts.csv").replace(",", separator))
    assert told(choir).startswith(f"accounts.csv:1:-: the cells are separated by {name}: ")


@pytest.mark.parametrize("file", CSV_FILES)
def test_each_missing_column_is_one_line(choir: Copy, file: str) -> None:
    table = next(it for it in TABLES.values() if it.file == file)
    choir.write(file, pd.read_csv(choir.folder / file, dtype=str)[["id"]].to_csv(index=False))
    assert [it.split(": ")[:2] for it in choir.problems()] == [
        [f"{file}:1:{name}", "the column is missing"] for name in sorted(table.names[1:])
    ]


@pytest.mark.parametrize("name", ["place", "people", "low", "measure", "status", "sources"])
def test_a_missing_column_is_the_only_problem(choir: Copy, name: str) -> None:
    counts = pd.read_csv(choir.folder / "presence.csv", dtype=str, keep_default_na=False)
    choir.write("presence.csv", counts.drop(columns=name).to_csv(index=False))
    assert told(choir).startswith(f"presence.csv:1:{name}: the column is missing: add it: ")


def test_without_ids_references_are_not_complained_about(choir: Copy) -> None:
    choir.write("speakers.csv", pd.read_csv(choir.folder / "speakers.csv").drop(columns="id").to_csv(index=False))
    assert told(choir).startswith("speakers.csv:1:id: the column is missing: ")


def test_a_misspelt_column_is_one_line(choir: Copy) -> None:
    choir.replace("claims.csv", "report_date", "reportdate")
    assert (
        told(choir) == 'claims.csv:1:report_date: the column is missing: "reportdate": rename reportdate to report_date'
    )


def test_an_unknown_column_is_said_with_the_closest_known_name(choir: Copy) -> None:
    choir.write(
        "sources.csv",
        "".join(
            f"{line},x\n" for line in choir.text("sources.csv").replace("reliability", "reliability,urls").splitlines()
        ).replace("urls,x", "urls"),
    )
    assert told(choir) == 'sources.csv:1:urls: an unknown column: "urls": remove it; the closest known name is url'


def test_a_file_without_its_header_is_one_line(choir: Copy) -> None:
    choir.write("custody.csv", choir.text("custody.csv").split("\n", 1)[1])
    assert told(choir).startswith(
        'custody.csv:1:-: the first row is not the header: "cus_mill,old_mill,1990-04/1992-10~,'
    )


def test_two_columns_of_one_name_are_said(choir: Copy) -> None:
    choir.write("custody.csv", choir.text("custody.csv").replace("note", "legal_basis"))
    assert sorted(it.split(": ")[:2] for it in choir.problems()) == [
        ["custody.csv:1:legal_basis", "two columns have this name"],
        ["custody.csv:1:note", "the column is missing"],
    ]


def test_a_column_without_a_name_is_said(choir: Copy) -> None:
    choir.write("custody.csv", "".join(f"{line},\n" for line in choir.text("custody.csv").splitlines()))
    assert told(choir).startswith('custody.csv:1:-: an unknown column: "": remove it; ')


@pytest.mark.parametrize(("cells", "many"), [("one too many,s_gazette", "too many"), ("", "too few")])
def test_a_row_of_another_length_is_one_line(choir: Copy, cells: str, many: str) -> None:
    choir.replace("accounts.csv", "Nobody claimed it.,s_gazette", f"Nobody claimed it.{',' + cells if cells else ''}")
    assert told(choir).startswith(f"accounts.csv:4:-: {many} cells: ")
    choir.replace("accounts.csv", "acc_bubbles_4", "acc_bubbles_5")


def test_a_name_that_is_missing_in_the_header_is_one_line(choir: Copy) -> None:
    choir.replace("presence.csv", ",source_type", "")
    assert told(choir).startswith("presence.csv:1:source_type: the column is missing: ")


def test_a_header_that_fits_no_row_is_one_line(choir: Copy) -> None:
    choir.write(
        "presence.csv",
        "".join(f"{line},\n" for line in choir.text("presence.csv").splitlines()).replace(",\n", "\n", 1),
    )
    assert told(choir).startswith("presence.csv:1:-: 15 cells where every row has 16: ")


def test_a_crooked_row_still_lends_its_id(choir: Copy) -> None:
    choir.replace("attacks.csv", "Regrettable foam,", "Regrettable, foam,")
    assert told(choir).startswith('attacks.csv:2:-: too many cells: 13 where the header has 12: "atk_bubbles": ')


def test_an_open_quotation_mark_is_told_where_it_opens(choir: Copy) -> None:
    choir.replace("context.csv", "The choir and the town agreed", '"The choir and the town agreed')
    assert told(choir).startswith("context.csv:3:-: a quotation mark is never closed: ")


def test_ids_after_an_open_quotation_mark_are_not_complained_about(choir: Copy) -> None:
    choir.replace("attacks.csv", "Geese on the stage", '"Geese on the stage')
    assert told(choir).startswith("attacks.csv:3:-: a quotation mark is never closed: ")


def test_tables_that_may_not_be_empty_need_rows(choir: Copy) -> None:
    choir.write("sources.csv", choir.text("sources.csv").split("\n")[0])
    choir.write("places.geojson", '{"type": "FeatureCollection", "features": []}')
    assert choir.problems() == [
        "places.geojson:0:-: no features: add at least one, a place",
        "sources.csv:1:-: no rows: add at least one, a source",
    ]


# --- GeoJSON and TOML ------------------------------------------------------------------------------------------------


def test_broken_json_is_told_with_its_line(choir: Copy) -> None:
    choir.replace("places.geojson", '"id": "boathouse",', '"id": "boathouse"')
    assert told(choir).startswith("places.geojson:3:-: not valid JSON in line 3, column 54 (expecting ',' delimiter): ")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("[" * 100_000, "not valid JSON"),
        ('{"type": "FeatureCollection", "features": [NaN]}', "not valid JSON"),
        ('{"type": 1, "type": 2}', 'not valid JSON: remove what it cannot hold: "type" is written twice'),
        ("[]", "not a FeatureCollection"),
        ('{"type": "Point"}', "not a FeatureCollection"),
        ('{"type": "FeatureCollection"}', "no list of features"),
        ('{"type": "FeatureCollection", "features": {}}', "no list of features"),
        ('{"type": "FeatureCollection", "features": [], "crs": {"name": "EPSG:3857"}}', "another coordinate system"),
    ],
)
def test_what_is_no_collection_of_features_is_said(choir: Copy, content: str, what: str) -> None:
    choir.write("places.geojson", content)
    assert told(choir).startswith(f"places.geojson:0:-: {what}")


@pytest.mark.parametrize(
    ("feature", "what"),
    [
        ("null", "-: not a feature with properties"),
        ('{"type": "Feature", "properties": null}', "-: not a feature with properties"),
        ('{"properties": {"id": "old_mill", "kind": []}}', 'kind: neither text nor a number: "[]"'),
        ('{"properties": {"id": "old_mill", "kind": true}}', 'kind: neither text nor a number: "true"'),
        ('{"properties": {}, "geometry": null}', "geometry: not a point"),
        ('{"properties": {}, "geometry": {"type": "LineString"}}', 'geometry: not a point: "LineString"'),
        ('{"properties": {}, "geometry": {"type": "Point"}}', 'geometry: not coordinates of a point: "null"'),
        (
            '{"properties": {}, "geometry": {"type": "Point", "coordinates": [9]}}',
            "geometry: not coordinates of a point",
        ),
        ('{"properties": {}, "geometry": {"type": "Point", "coordinates": ["9", "4"]}}', "geometry: not coordinates"),
        ('{"properties": {}, "geometry": {"type": "Point", "coordinates": [200, 300]}}', "geometry: outside the globe"),
        (
            '{"properties": {}, "geometry": {"type": "Point", "coordinates": [47, 109]}}',
            "geometry: latitude and longitude look swapped",
        ),
    ],
)
def test_a_feature_that_is_no_place_is_told_by_its_number(choir: Copy, feature: str, what: str) -> None:
    collection = json.loads(choir.text("places.geojson"))
    collection["features"].append(json.loads(feature))
    choir.write("places.geojson", json.dumps(collection))
    assert any(it.startswith(f"places.geojson:6:{what}") for it in choir.problems())


def test_a_property_that_every_feature_lacks_is_one_line(choir: Copy) -> None:
    choir.write("places.geojson", choir.text("places.geojson").replace('"precision_m"', '"precision"'))
    assert told(choir) == (
        'places.geojson:1:precision_m: the property is missing in every feature: "precision": rename precision to precision_m'
    )


def test_a_property_that_one_feature_lacks_is_told_there(choir: Copy) -> None:
    choir.replace("places.geojson", '"country": "CH", ', "")
    assert told(choir).startswith("places.geojson:3:country: nothing is given: give the country it lies in")


@pytest.mark.parametrize(
    ("old", "new", "start"),
    [
        ('title = "The Wandering Choir"', "title = The Wandering Choir", "story.toml:3:-: not valid TOML in line 3 ("),
        ('language = "en"', 'language = "en', "story.toml:8:-: not valid TOML in line 8 ("),
        (
            'language = "en"',
            'language = "xx"',
            'story.toml:8:language: the interface has no words in it: "xx": add text/xx.csv',
        ),
        ("first_year = 1990\n", "", "story.toml:0:first_year: the key is missing: add it"),
        ("first_year = 1990", "frist_year = 1990", 'story.toml:6:first_year: the key is missing: "frist_year": rename'),
        ("first_year = 1990", "first_year = 1999", 'story.toml:6:first_year: after the last year, 1995: "1999": '),
        ("first_year = 1990", "first_year = [1990]", 'story.toml:6:first_year: neither text nor a number: "[1990]": '),
        ("first_year = 1990", "first_year = true", 'story.toml:6:first_year: neither text nor a number: "true": '),
        ("schema_version = 1", "schema_version = 2", 'story.toml:5:schema_version: an unknown word: "2": write 1'),
        (
            "[47.6, 9.4, 8.5]",
            "[147.6, 9.4, 8.5]",
            'story.toml:12:default_view: not a view of the map: "147.6;9.4;8.5": ',
        ),
        ("[47.6, 9.4, 8.5]", "[47.6, 9.4]", 'story.toml:12:default_view: not a view of the map: "47.6;9.4": '),
        ("[47.6, 9.4, 8.5]", '["a", "b"]', 'story.toml:12:default_view: not a number: "a;b": '),
        ('id = "choir"', 'id = "choir"\nsub_title = "x"', 'story.toml:3:sub_title: an unknown key: "sub_title": '),
    ],
)
def test_story_toml_is_told_by_line_and_key(choir: Copy, old: str, new: str, start: str) -> None:
    choir.replace("story.toml", old, new)
    assert told(choir).startswith(start)


# --- telling ---------------------------------------------------------------------------------------------------------


def test_all_problems_of_all_files_are_told_together_in_order(choir: Copy) -> None:
    choir.set("claims.csv", "clm_bubbles_2", "report_date", "1991-13")
    choir.set("claims.csv", "clm_bubbles_1", "value", "-4")
    choir.set("presence.csv", "pop_mill_1990", "place", "old_mil")
    (choir.folder / "sources.csv").unlink()
    assert [it.split(": ")[0] for it in choir.problems()] == [
        "claims.csv:3:value", "claims.csv:4:report_date", "presence.csv:2:place", "sources.csv:0:-",
    ]  # fmt: skip


def test_a_problem_is_one_line_whatever_the_value() -> None:
    problem = Problem("a.csv", 7, "b", "wrong", 'a "quote",\na line\x1b[31m and \udce9', "mend it")
    assert str(problem) == r'a.csv:7:b: wrong: "a \"quote\",\na line\x1b[31m and \udce9": mend it'
    assert quoted("x" * 200) == f'"{"x" * 79}…"'
    assert quoted("اشرف") == '"اشرف"'


def test_the_error_counts_problems_and_files() -> None:
    problems = [Problem("b.csv", 2, "x", "wrong", None, "mend"), Problem("a.csv", 9, "x", "wrong", None, "mend")]
    assert DatasetError(problems).summary == "2 problems in 2 files"
    assert DatasetError(problems[:1]).summary == "1 problem in 1 file"
    assert str(DatasetError(problems)) == "a.csv:9:x: wrong: mend\nb.csv:2:x: wrong: mend"


# --- what people do not write, but programs do -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "id_", "column"),
    [
        ("presence.csv", "pop_mill_1990", "high"),
        ("relocations.csv", "rel_all_out", "to"),
        ("claims.csv", "clm_bubbles_1", "report_date"),
        ("attacks.csv", "pol_search", "stakeholders"),
        ("checks.csv", "check_01", "figure"),
        ("checks.csv", "check_01", "sum_of"),
        ("sources.csv", "s_gazette", "url"),
        ("accounts.csv", "acc_bubbles_1", "accused"),
    ],
)
def test_a_cell_of_spaces_is_empty(choir: Copy, file: str, id_: str, column: str) -> None:
    choir.set(file, id_, column, "")
    empty = payload(build_story(load(choir.folder)))
    choir.set(file, id_, column, " \t")
    assert payload(build_story(load(choir.folder))) == empty


@pytest.mark.parametrize("file", [*CSV_FILES, "places.geojson"])
def test_lines_may_end_as_on_old_macintoshes(choir: Copy, file: str) -> None:
    text = choir.text(file).replace("\n", "\r")
    choir.write(file, text)
    assert choir.problems() == []
    choir.write(file, text.encode() + b"\xe4")
    assert choir.problems()[0].startswith(f"{file}:{text.count(chr(13)) + 1}:-: ")


@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("0" * 12 + "9" * 12, "a number too large"),
        ("9" * 5000, "too long: 5000 characters"),
        ("٣", "not a whole number"),
        ("1e3", "not a whole number"),
        ("NaN", "not a whole number"),
    ],
)
def test_what_is_no_whole_number_is_said_however_long_it_is(choir: Copy, number: str, what: str) -> None:
    line = choir.set("presence.csv", "pop_mill_1990", "people", number)
    assert told(choir).startswith(f"presence.csv:{line}:people: {what}: ")


def test_a_number_may_begin_with_zeros(choir: Copy) -> None:
    choir.set("presence.csv", "pop_mill_1990", "people", "0" * 13 + "5")
    assert load(choir.folder)["presence"]["people"][0] == 5


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (10**400, 'precision_m: not a number of 0 or more: "1000'),
        ("\ud83d", 'precision_m: half a character: "\ufffd'),
        ([[[]]], 'precision_m: neither text nor a number: "[[[]]]'),
        ("0." + "0" * 400 + "1", 'precision_m: not a number of 0 or more: "0.000'),
    ],
)
def test_what_json_can_hold_and_no_cell_can_is_said(choir: Copy, value: Any, what: str) -> None:
    number = choir.set_place("old_mill", precision_m=value)
    assert told(choir).startswith(f"places.geojson:{number}:{what}")


def test_a_point_beyond_all_numbers_is_said(choir: Copy) -> None:
    number = choir.set_place("old_mill", point=[10**400, 47])
    assert told(choir).startswith(f"places.geojson:{number}:geometry: not coordinates of a point: ")


def test_a_whole_number_in_json_stays_as_it_is(choir: Copy) -> None:
    choir.set_place("old_mill", note=12345678901234567890123456789012345)
    assert load(choir.folder)["places"]["note"][0] == "12345678901234567890123456789012345"


def test_a_name_in_a_language_has_a_language(choir: Copy) -> None:
    number = choir.set_place("old_mill", name_french="Vieux moulin")
    assert told(choir).startswith(f"places.geojson:{number}:name_french: an unknown property: ")


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_are_told_with_their_place(choir: Copy, character: str) -> None:
    line = choir.set("attacks.csv", "atk_geese", "title", f"Geese{character}")
    assert told(choir).startswith(f"attacks.csv:{line}:title: character 6 is a control character: ")


def test_marks_of_writing_direction_are_text(choir: Copy) -> None:
    choir.set("attacks.csv", "atk_geese", "title", "\u2067اشرف\u2069 \u200fx")
    assert choir.problems() == []


def test_a_foreign_byte_in_the_header_is_told_and_the_column_with_it(choir: Copy) -> None:
    choir.write("accounts.csv", choir.text("accounts.csv").encode().replace(b"accused", b"accus\xe9"))
    assert [it.split(": ")[:2] for it in choir.problems()] == [
        ["accounts.csv:1:-", "not UTF-8"],
        ["accounts.csv:1:accused", "the column is missing"],
    ]
