"""Pictures become a film that plays everywhere: H.264 in MP4, which begins to play before all of it is there."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from ashraf_atlas.takeaways.wish import Size, TakeawayError

FILTERS = "scale=out_color_matrix=bt709:out_range=tv,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709"
"""To the colours of high-definition video, and saying so: else players guess, and the map gets another tint."""

CODED = [
    *("-vf", FILTERS, "-pix_fmt", "yuv420p"),
    *("-c:v", "libx264", "-preset", "faster", "-crf", "18", "-profile:v", "high"),
    *("-movflags", "+faststart"),
]

SAME_BYTES = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
"""Nothing of when and by what it was made."""


def encoder() -> str:
    """Return the program that encodes: the one of `imageio-ffmpeg`, else one of the system. Raises `TakeawayError`."""
    try:
        import imageio_ffmpeg

        path: str = imageio_ffmpeg.get_ffmpeg_exe()
        return path
    except (ImportError, RuntimeError):
        found = shutil.which("ffmpeg")
    if not found:
        from ashraf_atlas.takeaways import EXTRA

        raise TakeawayError(f"The mp4 needs an encoder: {EXTRA} brings one, or install ffmpeg.")
    return found


@contextmanager
def encoding(
    program: str, out: Path, size: Size, fps: int, about: Mapping[str, str]
) -> Iterator[Callable[[bytes, int], None]]:
    """Give a function that adds a picture (PNG) for so many frames; the film is whole once the block has ended."""
    shape = f"{size[0]}x{size[1]}"
    given = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", shape, "-framerate", str(fps), "-i", "-"]
    told = [word for name, text in about.items() for word in ("-metadata", f"{name}={text}")]
    command = [program, "-hide_banner", "-loglevel", "error", "-y", *given, *CODED, "-g", str(fps * 5), *SAME_BYTES]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*command, *told, str(out)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,  # an interrupt from the keyboard is ours to deal with
        )
        assert process.stdin is not None
        pipe = process.stdin

        def add(picture: bytes, times: int) -> None:
            plain = Image.open(io.BytesIO(picture)).convert("RGB").tobytes()
            for _ in range(times):
                pipe.write(plain)

        try:
            yield add
            pipe.close()
            if process.wait():
                raise BrokenPipeError
        except BrokenPipeError as error:
            process.wait()
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines() or ["it said nothing"]
            raise TakeawayError(f"The encoder {program} failed: {lines[-1].rstrip('.')}.") from error
        finally:
            process.kill()
            process.wait()
