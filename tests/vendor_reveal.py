"""reveal.js, copied from its npm package into `tests/data/reveal/`: the slide deck that the atlas is tried in.

Run again after changing the version here: `python -m tests.vendor_reveal`. The result is the same each time.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from ashraf_atlas.basemap.registry import Package, fetch

FOLDER = Path(__file__).parent / "data" / "reveal"
REVEAL = Package("reveal.js", "6.0.2", "npm", "MIT", "reveal.js", "Hakim El Hattab")
FILES = {"dist/reveal.js": "reveal.js", "dist/reveal.css": "reveal.css", "LICENSE": "LICENSE"}


def vendor_reveal(folder: Path) -> None:
    """Fetch reveal.js by name and write what a deck needs of it, its licence and `version.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        home = fetch(REVEAL, Path(temporary))
        for inside, name in FILES.items():
            shutil.copyfile(home / inside, folder / name)
    (folder / "version.json").write_text(json.dumps(REVEAL.record(), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    vendor_reveal(FOLDER)
