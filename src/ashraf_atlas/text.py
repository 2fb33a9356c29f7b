"""The words of the interface: those of a dataset over those that come with the embedded story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ashraf_atlas.cells import CELL_TYPES, LANGUAGE
from ashraf_atlas.csv_file import read_csv
from ashraf_atlas.draft import Draft, Row
from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.problems import NOWHERE, Problem
from ashraf_atlas.schema import TEXTS
from ashraf_atlas.validation import faults

FOLDER = "text"
ENDING = ".csv"
FALLBACK = "en"
"""The language whose words stand in for those that another one lacks."""

Texts = dict[str, dict[str, str]]
"""By language and key."""


def read(folder: Path) -> tuple[Texts, Texts, list[Problem]]:
    """Return the words of a dataset, those of them that are its own, and what is wrong with its files.

    Of the former every language has every key of the fallback.
    """
    own, problems = _read(folder)
    base = {} if folder.resolve() == geodata_folder().resolve() else _read(geodata_folder())[0]
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
    return words, own, problems


def spoken(draft: Draft, texts: Texts) -> Iterator[Problem]:
    """The interface has words in the language of the story."""
    for story in draft.of("story"):
        language = story["language"]
        if language and language not in texts:
            row = Row(story.file, draft.sheets["story"].where("language"), story.cells)
            mend = f"add {FOLDER}/{language}.csv, or write a language that has its words: {', '.join(texts)}"
            yield row.problem("language", "the interface has no words in it", mend)


def _read(folder: Path) -> tuple[Texts, list[Problem]]:
    texts: Texts = {}
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
            wrong = faults(sheet)
            problems += wrong
            if not found and not wrong:
                texts[path.stem] = dict(zip(sheet.frame["key"], sheet.frame["text"], strict=True))
    return texts, problems


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
