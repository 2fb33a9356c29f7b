"""What becomes of a dataset folder: a story that has everything in it, or problems that a person can mend."""

from __future__ import annotations

import io
import json
import re
import warnings
from contextlib import redirect_stdout
from pathlib import Path

from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.problems import DatasetError, Problem
from tests.plain_reader import lacking

VALID, WRONG = "valid", "wrong"


def verdict(folder: Path) -> str:
    """Return VALID or WRONG; fail if anything is lost, if a problem is not told clearly, or at any other word."""
    said = io.StringIO()
    with redirect_stdout(said), warnings.catch_warnings():
        warnings.simplefilter("error")
        found = _verdict(folder)
    assert said.getvalue() == ""
    return found


def _verdict(folder: Path) -> str:
    try:
        story = build_story(load(folder))
    except DatasetError as error:
        assert error.problems, "no problem is told"
        for problem in error.problems:
            assert not unclear(problem, folder), unclear(problem, folder)
        return WRONG
    # words of other languages than the story's own go to the page when they are wanted
    facts = {**payload(story), "text": {language: dict(words) for language, words in story.text.items()}}
    sent = json.dumps(facts, allow_nan=False)
    sent.encode("utf-8")
    assert not surrogates(facts), "half a character"
    lost = lacking(folder, json.loads(sent))
    assert not lost, "\n".join(lost)
    return VALID


def surrogates(facts: object) -> bool:
    return bool(re.search("[\ud800-\udfff]", json.dumps(facts, ensure_ascii=False)))


def unclear(problem: Problem, folder: Path) -> str:
    """Return what is not clear about a problem, "" if it is."""
    line = str(problem)
    if "\n" in line or not line.isprintable():
        return f"not one line: {line!r}"
    if not re.match(r"[^:]*:\d+:.*?: \S", line) and str(folder) not in line:
        return f"no place: {line}"
    if len(line) > 1000:
        return f"too long: {line[:200]}"
    path = folder / problem.file
    if problem.row > _rows(path):
        return f"beyond the last row: {line}"
    if not problem.what or not problem.mend:
        return f"nothing said: {line}"
    return ""


def _rows(path: Path) -> int:
    """How many lines a file has, at most; of GeoJSON as many features or lines."""
    if not path.is_file():
        return 0
    text = path.read_bytes().decode("utf-8", "replace")
    lines = len(re.findall(r"\r\n|\r|\n", text)) + 1
    return max(lines, text.count("{")) if path.suffix == ".geojson" else lines
