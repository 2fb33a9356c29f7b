"""The texts of every language: words of the interface, of a dataset over those that come with the embedded story, and
translations of the dataset's own story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ashraf_atlas.cells import CELL_TYPES, LANGUAGE
from ashraf_atlas.csv_file import read_csv
from ashraf_atlas.draft import Draft, Row
from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.schema import TEXTS
from ashraf_atlas.sheet import Sheet
from ashraf_atlas.validation import judged

FOLDER = "text"
ENDING = ".csv"
FALLBACK = "en"
"""The language whose words stand in for those that another one lacks."""

OF_THE_STORY = ":"
"""In a key: it is of a text of the story, not of the interface."""

Texts = dict[str, dict[str, str]]
"""By language and key."""



@dataclass(frozen=True)
class Text:
    """A row of a dataset's own file of texts."""

    key: str
    text: str
    original: str
    status: str
    line: int = field(compare=False)
    """Where it stands in the file."""


OwnTexts = dict[str, list[Text]]
"""By language."""


def read(folder: Path) -> tuple[Texts, OwnTexts, list[Problem]]:
    """Return the words of the interface, the texts that are the dataset's own, and what is wrong with its files.

    Of the former every language has every key of the fallback.
    """
    rows, problems = _read(folder)
    own = _words(rows)
    base = {} if folder.resolve() == geodata_folder().resolve() else _words(_read(geodata_folder())[0])
    languages = sorted({*base, *own})
    words = {
        language: {
            **base.get(FALLBACK, {}),
            **own.get(FALLBACK, {}),
            **base.get(language, {}),
            **own.get(language, {}),
        }
        for language in languages
    }
    return words, rows, problems


def _words(rows: OwnTexts) -> Texts:
    return {
        language: {it.key: it.text for it in texts if OF_THE_STORY not in it.key}
        for language, texts in rows.items()
    }


def spoken(draft: Draft, texts: Texts) -> Iterator[Problem]:
    """The interface has words in the language of the story."""
    for story in draft.of("story"):
        language = story["language"]
        if language and language not in texts:
            row = Row(story.file, draft.sheets["story"].where("language"), story.cells)
            mend = f"add {FOLDER}/{language}.csv, or write a language that has its words: {', '.join(texts)}"
            yield row.problem("language", "the interface has no words in it", mend)


def _read(folder: Path) -> tuple[OwnTexts, list[Problem]]:
    texts: OwnTexts = {}
    paths, problems = _files(folder / FOLDER)
    for path in paths:
        file = f"{FOLDER}/{path.name}"
        fault = CELL_TYPES[LANGUAGE].fault(path.stem)
        if fault or path.suffix != ENDING:
            what = fault[0] if fault else f"an ending other than {ENDING}"
            problems.append(Problem(file, 0, NOWHERE, what, path.stem, f"name it {FOLDER}/en.csv, for English"))
            continue
        sheet, found = read_csv(TEXTS, folder, file)
        problems += found
        if sheet:
            _, wrong = judged(sheet)
            problems += wrong
            if not found and not wrong:
                texts[path.stem] = list(_texts(sheet))
    return texts, problems


def _texts(sheet: Sheet) -> Iterator[Text]:
    rows = sheet.rows.tolist()
    columns = [sheet.columns[it.name].cells if it.name in sheet.columns else [""] * len(rows) for it in TEXTS.columns]
    for key, text, original, status, line in zip(*columns, rows, strict=True):
        yield Text(key, text, original, status, line)


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files of words in a folder, which need not be there."""
    if not (folder.exists() or folder.is_symlink()):
        return [], []
    try:
        return sorted(it for it in folder.iterdir() if it.suffix.lower() == ENDING), []
    except OSError as error:
        what = f"not a folder that can be read ({(error.strerror or str(error)).lower()})"
        mend = f"put files such as {FOLDER}/en.csv into one, or remove it"
        return [], [Problem(FOLDER, 0, NOWHERE, what, None, mend)]
