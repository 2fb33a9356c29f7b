"""The data package under the frictionless validator, and as the dataset folder that it is."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from ashraf_atlas.__main__ import main
from ashraf_atlas.load import load
from ashraf_atlas.schema import TABLES
from tests.conftest import Copy
from tests.exported import DATASETS, HARD, bundle, export_of, exported, file_of, unzipped


def described(content: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        package: dict[str, Any] = json.loads(archive.read("datapackage.json"))
    return package


def resource(content: bytes, name: str) -> dict[str, Any]:
    return next(it for it in described(content)["resources"] if it["name"] == name)


@pytest.mark.parametrize("dataset", DATASETS)
def test_it_is_valid_as_a_zip_and_as_a_folder(dataset: str, tmp_path: Path) -> None:
    content = exported(dataset, "datapackage")
    folder = unzipped(content, tmp_path / "folder")
    for path in (file_of(content, tmp_path / "package.zip"), folder / "datapackage.json"):
        report = validate(str(path))
        assert report.valid, report.flatten(["name", "type", "title", "note"])
        assert report.stats["tasks"] == len(described(content)["resources"])


@pytest.mark.parametrize(
    ("file", "old", "new", "error"),
    [
        ("claims.csv", "clm_geese_1,atk_geese", "clm_geese_1,atk_ducks", "foreign-key"),
        ("attacks.csv", ",armed_assault,", ",pillow_fight,", "foreign-key"),
        ("places.csv", "old_mill,mill", "old_mill,mill", ""),
        ("presence.csv", "pop_mill_1990,old_mill", "pop_mill_1990,new_mill", "foreign-key"),
        ("claims.csv", "clm_geese_2", "clm_geese_1", "primary-key"),
        ("claims.csv", ",wounded,", ",hurt,", "constraint-error"),
        ("presence.csv", ",38,", ",many,", "type-error"),
        ("attacks.csv", "Geese on the stage", "", "constraint-error"),
        ("estimates.csv", "atk_geese", "atk_ducks", "foreign-key"),
    ],
)
def test_its_rules_find_what_is_wrong(tmp_path: Path, file: str, old: str, new: str, error: str) -> None:
    folder = unzipped(exported("choir", "datapackage"), tmp_path)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for it in package["resources"]:
        del it["bytes"], it["hash"]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    text = (folder / file).read_bytes().decode()
    assert old in text
    (folder / file).write_bytes(text.replace(old, new, 1).encode())
    report = validate(str(folder / "datapackage.json"))
    found = {it[0] for it in report.flatten(["type"])}
    assert error in found if error else report.valid, found


@pytest.mark.parametrize("dataset", DATASETS)
def test_unzipped_it_is_a_dataset_that_exports_to_the_very_same_bytes(
    dataset: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = exported(dataset, "datapackage")
    folder = unzipped(content, tmp_path / "again")
    assert main(["check", str(folder)]) == 0
    capsys.readouterr()
    assert export_of(folder, "datapackage") == content


@pytest.mark.parametrize("dataset", DATASETS)
def test_unzipped_it_holds_the_same_facts(dataset: str, tmp_path: Path) -> None:
    before = bundle(dataset).tables
    after = load(unzipped(exported(dataset, "datapackage"), tmp_path))
    assert before["story"] == after["story"]
    assert before["own_texts"] == after["own_texts"]
    for name, table in TABLES.items():
        if table.format == "toml":
            continue
        names = sorted(before[name].columns)
        assert names == sorted(after[name].columns)
        for column in names:
            assert before[name][column].equals(after[name][column]), f"{name}.{column}"


def test_hard_texts_comments_and_odd_files_come_through_unchanged(choir: Copy, tmp_path: Path) -> None:
    choir.set("attacks.csv", "atk_geese", "summary", HARD)
    choir.set_place("old_mill", note=HARD, area_km2=0, precision_m=0.25, name_ar="الطاحونة القديمة")
    story = choir.text("story.toml").replace("schema_version = 1", 'schema_version = "1" # as text')
    choir.write("story.toml", f'{story}\ncreator = "Ann \\"A\\" O’Neil \\\\ & <Co>\\tor\\nso"\n')
    choir.write("presence.csv", f"# a comment\n{choir.text('presence.csv')}".replace("\n", "\r\n"))
    content = export_of(choir.folder, "datapackage")
    folder = unzipped(content, tmp_path / "again")
    assert export_of(folder, "datapackage") == content
    after = load(folder)
    assert after["attacks"].iloc[1]["summary"] == HARD
    assert after["places"].iloc[0][["note", "area_km2", "precision_m"]].tolist() == [HARD, 0, 0.25]
    assert after["story"]["creator"] == 'Ann "A" O’Neil \\ & <Co>\tor\nso'
    assert validate(str(file_of(content, tmp_path / "package.zip"))).valid


def test_a_coarsened_point_stays_where_it_is_however_often_it_travels(choir: Copy, tmp_path: Path) -> None:
    for number, place in enumerate(("old_mill", "boathouse", "quarry_stage", "vorarlberg")):
        choir.set_place(place, coarsen_m=700 * (number + 1) + 0.5)
    first = export_of(choir.folder, "datapackage")
    second = export_of(unzipped(first, tmp_path / "second"), "datapackage")
    third = export_of(unzipped(second, tmp_path / "third"), "datapackage")
    assert first == second == third


def test_it_says_what_it_is() -> None:
    package = described(exported("ashraf", "datapackage"))
    assert package["profile"] == "data-package"
    story = bundle("ashraf").tables["story"]
    assert (package["name"], package["version"]) == ("ashraf", story["version"])
    assert package["created"] == f"{story['issued']}T00:00:00Z"
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
    ]
    assert package["citation"].startswith("Ashraf Atlas (2026)")
    assert package["contributors"][0]["title"]
    assert len(package["sources"]) == len(bundle("ashraf").story.sources)
    assert {it["name"] for it in package["resources"]} >= {"places", "places_geojson", "text_en", "estimates"}


def test_every_column_is_described_and_lists_say_what_they_are() -> None:
    package = described(exported("choir", "datapackage"))
    fields = [field for it in package["resources"] if "schema" in it for field in it["schema"]["fields"]]
    assert all(field["description"].endswith(".") for field in fields)
    claims = resource(exported("choir", "datapackage"), "claims")["schema"]
    assert claims["primaryKey"] == "id"
    assert {it["fields"]: it["reference"]["resource"] for it in claims["foreignKeys"]} == {
        "attack": "attacks", "people_group": "kinds", "source_type": "kinds",
    }  # fmt: skip
    speaker = next(it for it in claims["fields"] if it["name"] == "speaker")
    assert "with ; between its members" in speaker["description"]
    assert "ids in speakers" in speaker["description"]
    metric = next(it for it in claims["fields"] if it["name"] == "metric")
    assert metric["constraints"] == {"required": True, "enum": ["killed", "wounded", "missing", "detained"]}


def test_what_is_worked_out_is_marked_as_such() -> None:
    content = exported("choir", "datapackage")
    for name in ("estimates", "presence_by_year"):
        assert resource(content, name)["derived"] is True
        assert "the atlas’s own rule" in resource(content, name)["description"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        readme = archive.read("README.md").decode()
    assert "`estimates.csv`: Worked out by the atlas’s own rule" in readme


def test_the_words_of_the_program_are_not_taken_for_those_of_the_dataset(choir: Copy) -> None:
    assert "text_en" not in {it["name"] for it in described(export_of(choir.folder, "datapackage"))["resources"]}
    (choir.folder / "text").mkdir()
    choir.write("text/de.csv", "key,text\ntime.play,Abspielen\n")
    content = export_of(choir.folder, "datapackage")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("text/de.csv") == b"key,text\r\ntime.play,Abspielen\r\n"


def test_a_licence_of_another_kind_has_no_invented_name(choir: Copy) -> None:
    choir.replace("story.toml", 'licence = "CC0 1.0"', 'licence = "Ask the choir"')
    assert "name" not in described(export_of(choir.folder, "datapackage"))["licenses"][0]


def test_a_version_of_before_zip_files_is_no_problem(choir: Copy) -> None:
    text = choir.text("story.toml")
    choir.write("story.toml", text.replace('issued = "1996-01-01"', 'issued = "1491~/1492-08"'))
    content = export_of(choir.folder, "datapackage")
    assert described(content)["created"] == "1491-01-01T00:00:00Z"
