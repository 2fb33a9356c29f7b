"""A site as a folder: written as a whole or not at all, with compressed forms and a list of hashes; and read again."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from ashraf_atlas.new_folder import new_folder
from ashraf_atlas.progress import Tell
from ashraf_atlas.site.compressed import ENCODINGS, Encoding, compressible
from ashraf_atlas.site.files import File, Site
from ashraf_atlas.site.pages import Page

MANIFEST = "manifest.json"
KIND = "ashraf-atlas site"


class FrozenError(Exception):
    """A folder is no frozen site, or not all of one; one sentence that says what and what to do."""


def write_site(site: Site, out: Path, tell: Tell) -> None:
    """Write a site into the folder `out`; one that is there already is replaced if it is a frozen site itself.

    Raises `new_folder.NewFolderError`; what was there stays as it was then.
    """
    with new_folder(out, replaces=is_frozen) as folder:
        listed: dict[str, Any] = {}
        everything = list(site)
        for number, (path, file) in enumerate(everything):
            tell(0.5 * number / len(everything), path)
            _write(folder / path, file.content)
            listed[path] = {
                "sha256": file.hash,
                "bytes": len(file.content),
                "type": file.media_type,
                **({"attachment": True} if file.attachment else {}),
            }
        work = [(path, file, it) for path, file in everything if compressible(file) for it in ENCODINGS.values()]
        with ThreadPoolExecutor() as pool:
            for number, _ in enumerate(pool.map(partial(_pack, folder), work)):
                tell(0.5 + 0.5 * number / len(work), "compressing")
        manifest = {
            "kind": KIND,
            "title": site.title,
            "edition": site.edition,
            "base_url": site.base_url,
            "hosts": list(site.hosts),
            "pages": [asdict(page) for page in site.pages],
            "files": listed,
        }
        _write(folder / MANIFEST, (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())


def _pack(folder: Path, work: tuple[str, File, Encoding]) -> None:
    path, file, encoding = work
    _write(folder / f"{path}{encoding.ending}", encoding.compress(file.content, True))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def is_frozen(folder: Path) -> bool:
    """Return whether a folder holds a frozen site."""
    return _manifest(folder) is not None


def read_site(folder: Path) -> Site:
    """Return the site that was written into a folder; its files are read when they are first asked for.

    Raises `FrozenError` if a file is missing or is another than the one that was written.
    """
    manifest = _manifest(folder)
    if manifest is None:
        raise FrozenError(f"{folder} holds no frozen site: make one with ashraf-atlas freeze.")
    files = {
        path: File(partial(_read, folder, path), it["type"], bool(it.get("attachment")))
        for path, it in manifest["files"].items()
    }
    for path, file in files.items():
        if not (folder / path).is_file() or file.hash != manifest["files"][path]["sha256"]:
            raise FrozenError(f"{folder / path} is not what was frozen: freeze the site again.")
    packed = {
        f"{path}{it.ending}": File(partial(_read, folder, f"{path}{it.ending}"), file.media_type)
        for path, file in files.items()
        for it in ENCODINGS.values()
        if (folder / f"{path}{it.ending}").is_file()
    }
    return Site(
        files,
        tuple(Page(**it) for it in manifest["pages"]),
        manifest["title"],
        manifest["edition"],
        manifest["base_url"],
        tuple(manifest["hosts"]),
        packed,
    )


def _read(folder: Path, path: str) -> bytes:
    return (folder / path).read_bytes()


def _manifest(folder: Path) -> dict[str, Any] | None:
    try:
        read = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return read if isinstance(read, dict) and read.get("kind") == KIND else None
