"""The formats of `ashraf-atlas export` that are made in a browser: their options, and how one is made."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from ashraf_atlas.commands.command import CommandError, folder
from ashraf_atlas.takeaways import EXTRA, OPTIONS, TAKEAWAYS

if TYPE_CHECKING:
    from ashraf_atlas.progress import Tell
    from ashraf_atlas.takeaways.wish import Wish

ZIP = ".zip"

SIZE, SMALLEST, LARGEST = "1920x1080", (640, 360), (3840, 2160)
FPS, MOST_FPS = 25, 60


def taking_options(parser: argparse.ArgumentParser) -> None:
    """Let a command say how a take-away is to be."""
    of = {name: ", ".join(it for it, its in TAKEAWAYS.items() if name in its.options) for name in OPTIONS}
    parser.add_argument(
        "--size", type=_size, metavar="WIDTHxHEIGHT", help=f"with {of['size']}: pixels of the pictures ({SIZE})"
    )
    parser.add_argument(
        "--theme", choices=("light", "dark"), help=f"with {of['theme']}: how the map looks (pdf: light; else dark)"
    )
    parser.add_argument("--fps", type=_fps, metavar="N", help=f"with {of['fps']}: pictures in a second ({FPS})")
    parser.add_argument("--notes", action="store_true", help=f"with {of['notes']}: print the speaker’s notes, too")


def require_fitting(arguments: argparse.Namespace) -> None:
    """End the program if an option does not go with the format."""
    takeaway = TAKEAWAYS.get(arguments.format)
    for name in OPTIONS:
        if getattr(arguments, name) and not (takeaway and name in takeaway.options):
            formats = [it for it, its in TAKEAWAYS.items() if name in its.options]
            arguments.fail(f"--{name} goes with {', '.join(formats)}, not with {arguments.format}")
    width, height = arguments.size or _size(SIZE)
    if arguments.format == "pptx" and width * 9 != height * 16:
        arguments.fail(f"--size {width}x{height} is not 16:9, as slides are: write {SIZE} or 3840x2160")
    if arguments.format == "mp4" and (width % 2 or height % 2):
        arguments.fail(f"--size {width}x{height} has an odd number, which players cannot show: write even ones")


def take(arguments: argparse.Namespace) -> str:
    """Make a take-away, write it as a whole or not at all, and return what came of it."""
    takeaway, out = TAKEAWAYS[arguments.format], arguments.out
    if missing := takeaway.missing():
        raise CommandError(f"The {arguments.format} needs {' and '.join(missing)}, not installed here: {EXTRA}.")
    from ashraf_atlas.exports.bundle import issued
    from ashraf_atlas.new_folder import NewFolderError, new_folder
    from ashraf_atlas.progress import progress
    from ashraf_atlas.takeaways.wish import TakeawayError
    from ashraf_atlas.whole_file import require_writable, write_whole
    from ashraf_atlas.zipped import zipped

    try:
        with progress(sys.stderr) as tell:
            if takeaway.several and out.suffix.lower() != ZIP:
                with new_folder(out) as made:
                    files = takeaway.make(_wish(arguments, tell))
                    for name, content in files.items():
                        (made / name).write_bytes(content)
                return f"{len(files)} files"
            require_writable(out)
            wish = _wish(arguments, tell)
            files = takeaway.make(wish)
            content = zipped(files, issued(wish.bundle)) if takeaway.several else files[""]
            write_whole(out, content)
            return f"{len(content):,} bytes"
    except (NewFolderError, TakeawayError) as error:
        raise CommandError(str(error)) from error


def _wish(arguments: argparse.Namespace, tell: Tell) -> Wish:
    from ashraf_atlas.exports.bundle import read_bundle
    from ashraf_atlas.takeaways.wish import Wish

    where = folder(arguments)
    bundle = read_bundle(where)
    if not bundle.story.steps:
        raise CommandError(
            f"{where / 'steps.csv'} has no stops: write one at least, for the walk is what is taken away."
        )
    return Wish(
        folder=where,
        bundle=bundle,
        theme=arguments.theme or TAKEAWAYS[arguments.format].theme,
        size=arguments.size or _size(SIZE),
        fps=arguments.fps or FPS,
        notes=arguments.notes,
        tell=tell,
    )


def _size(text: str) -> tuple[int, int]:
    """Return a size as it is typed."""
    found = re.fullmatch(r"([1-9][0-9]{2,3})[x×]([1-9][0-9]{2,3})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(least <= it <= most for least, it, most in zip(SMALLEST, size, LARGEST, strict=True)):
        between = f"from {SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}"
        raise argparse.ArgumentTypeError(f"not a size: {text!r} (write one such as {SIZE}, {between})")
    return size


def _fps(text: str) -> int:
    """Return a number of pictures in a second as it is typed."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_FPS:
        raise argparse.ArgumentTypeError(f"not a number of pictures: {text!r} (write one from 1 to {MOST_FPS})")
    return int(text)
