"""From the bytes of a log to its lines, whatever they are encoded in."""

from __future__ import annotations

import re

MOST_BYTES = 100_000_000
"""A log is no longer."""

_MOST_LOOKED_AT = 65_536

_PACKED = (
    (b"\x1f\x8b", "gzip: unpack it first, with gunzip"),
    (b"PK\x03\x04", "zip: unpack it first"),
    (b"BZh", "bzip2: unpack it first, with bunzip2"),
    (b"\xfd7zXZ\x00", "xz: unpack it first, with unxz"),
    (b"\x28\xb5\x2f\xfd", "zstd: unpack it first"),
    (b"%PDF", "PDF: save it as text"),
    (b"SQLite format 3\x00", "a database"),
)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
# What mIRC and terminals color and underline words with.
_COLORED = re.compile(
    r"\x03(?:[0-9]{1,2}(?:,[0-9]{1,2})?)?|\x04(?:[0-9A-Fa-f]{6})?|[\x02\x0f\x11\x16\x1d\x1e\x1f]"
    r"|\x1b\[[0-9;]{0,16}m"
)


class NotText(Exception):
    """Bytes that are no text, with what they are instead."""


def lines_of(data: bytes) -> list[str]:
    """The lines of a log, without colors. A line that is no UTF-8 is read as Windows' Latin.

    Raises:
        NotText: the bytes are packed, or no text at all.
    """
    for beginning, what in _PACKED:
        if data.startswith(beginning):
            raise NotText(what)
    text = _utf_16(data) or _decoded(data)
    if text.count("\x00", 0, _MOST_LOOKED_AT) * 10 > min(len(text), _MOST_LOOKED_AT):
        raise NotText("zeros, for the most part")
    return _LINE_BREAK.split(_COLORED.sub("", text))


def _utf_16(data: bytes) -> str:
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        return ""


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "\n".join(_line(each) for each in data.split(b"\n"))


def _line(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
