"""What can happen to the bytes of any file."""

# ruff: noqa: E501 (a pool is a table)

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Draw = Callable[..., Any]

ENCODINGS = (
    "latin-1", "cp1252", "cp1256", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig", "cp037", "shift_jis", "koi8-r",
)  # fmt: skip

PIECES = (
    b"\x00", b"\xff", b"\xe4", b"\xc3\x28", b"\xed\xa0\x80", b"\xef\xbf\xbe", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n", b"\r\n",
    b'"', b"'", b",", b";", b"\t", b"#", b"\x1a", b"\x85", b"\xe2\x80\xa8", b"{", b"}", b"[", b"]", b":", b"=", b"\\", b"\\u0000",
    b"\\ud800", b"NaN", b"1e999", b"-1", b"null", b'"""', b" ",
)  # fmt: skip


def changed(content: bytes, draw: Draw) -> bytes:
    """Return a file whose bytes have been changed in one to four ways."""
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from(CHANGES))(content, draw)
    return content


def _at(content: bytes, draw: Draw) -> int:
    return int(draw(st.integers(0, len(content))))


def recode(content: bytes, draw: Draw) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(draw(st.sampled_from(ENCODINGS)), "replace")


def insert(content: bytes, draw: Draw) -> bytes:
    at = _at(content, draw)
    return content[:at] + draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6))) + content[at:]


def overwrite(content: bytes, draw: Draw) -> bytes:
    at = _at(content, draw)
    piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=3)))
    return content[:at] + piece + content[at + len(piece) :]


def delete(content: bytes, draw: Draw) -> bytes:
    at = _at(content, draw)
    return content[:at] + content[at + draw(st.integers(1, 40)) :]


def cut_off(content: bytes, draw: Draw) -> bytes:
    return content[: _at(content, draw)]


def repeat(content: bytes, draw: Draw) -> bytes:
    start, end = sorted((_at(content, draw), _at(content, draw)))
    return content[:end] + content[start:end] * draw(st.integers(1, 3)) + content[end:]


def replace_everywhere(content: bytes, draw: Draw) -> bytes:
    return content.replace(draw(st.sampled_from(PIECES)), draw(st.sampled_from(PIECES)))


def line_ends(content: bytes, draw: Draw) -> bytes:
    return content.replace(b"\n", draw(st.sampled_from([b"\r\n", b"\r", b"\n\n", b"\n\r", b"", b"\x0b", b"\x85"])))


def something_else(content: bytes, draw: Draw) -> bytes:
    return bytes(draw(st.binary(max_size=40)))


CHANGES = (recode, insert, insert, insert, overwrite, overwrite, delete, cut_off, repeat, replace_everywhere, line_ends, something_else)
