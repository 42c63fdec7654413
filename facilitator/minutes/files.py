"""Minutes as files: written whole or not at all, over nobody else's words.

Whose a file is stands in its YAML head (``meeting:``), and so does a fingerprint of what the
program wrote (``fingerprint:``): if the rest no longer fits it, a person changed the file, and
their version is kept.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from facilitator.core.events import FactId
from facilitator.core.visible import visible
from facilitator.minutes.filenames import (
    EXTENSION,
    candidates,
    edited_candidates,
    file_name,
    is_edited,
    same_name_key,
)
from facilitator.minutes.head import FENCE, fields

__all__ = ["MinutesFile", "MinutesProblem", "every_file", "file_name", "find", "write"]

_HEAD_END = f"\n{FENCE}\n"
_FINGERPRINT = re.compile(r"^fingerprint:.*\n", re.MULTILINE)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}


class MinutesProblem(Exception):
    """Minutes could not be written or read; the text says what happened and what to do."""


class MinutesFile(Struct, frozen=True):
    """A file in a folder of minutes: the meeting that its head names, or nothing; all its text."""

    path: Path
    meeting: FactId
    text: str


def write(folder: Path, meeting_id: FactId, date: str, title: str, text: str) -> Path:
    """Write a meeting's minutes into a folder, which is made if it is missing.

    The file is there whole or not at all, and only its owner can read it. A file of another
    meeting, or one that is not minutes, is never overwritten: another name is taken. If a
    person changed this meeting's file, their version is kept beside it as
    ``… (edited by hand).md``. If they gave it another name, it keeps that.

    Args:
        folder: where the minutes are.
        meeting_id: the meeting's identity.
        date: the day it was held on, an ISO date.
        title: what it is called.
        text: the minutes, with a YAML head that names the meeting.

    Returns:
        Where they are now.

    Raises:
        MinutesProblem: the system refused.
        ValueError: the text has no head that names the meeting.
    """
    if fields(text).get("meeting") != meeting_id:
        raise ValueError(f"these are not the minutes of {meeting_id}")
    data = _stamped(text).encode()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = _find(folder, meeting_id, file_name(date, title))
        if own is not None:
            _write_over(own, data)
            return own
        return _write_new(folder, candidates(date, title, meeting_id), data)
    except OSError as error:
        raise MinutesProblem(_sentence("written to", folder, error)) from error


def find(folder: Path, meeting_id: FactId) -> Path | None:
    """The file of a meeting's minutes, whatever its name; ``None`` if there is none.

    Raises:
        MinutesProblem: the folder is there and can't be read.
    """
    try:
        return _find(folder, meeting_id)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MinutesProblem(_sentence("read from", folder, error)) from error


def every_file(folder: Path) -> list[MinutesFile]:
    """Every file in a folder, whoever wrote it; those kept of edited minutes have no meeting.

    Raises:
        MinutesProblem: the folder is there and can't be read.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise MinutesProblem(_sentence("read from", folder, error)) from error
    texts = [(path, _text(_bytes(path))) for path in paths]
    return [
        MinutesFile(path, "" if is_edited(path.name) else fields(text).get("meeting", ""), text)
        for path, text in texts
    ]


def _find(folder: Path, meeting_id: FactId, likely: str = "") -> Path | None:
    """The file whose head names the meeting; a likely name spares reading all the others."""
    names = sorted(entry.name for entry in folder.iterdir())
    names.sort(key=lambda name: same_name_key(name) != same_name_key(likely))
    for name in names:
        if name.endswith(EXTENSION) and not is_edited(name) and not name.startswith("."):
            path = folder / name
            if fields(_text(_bytes(path))).get("meeting") == meeting_id:
                return path
    return None


def _write_new(folder: Path, names: Iterator[str], data: bytes) -> Path:
    """Write a file under the first name that is free."""
    taken = {same_name_key(entry.name) for entry in folder.iterdir()}
    with _whole(folder, data) as temporary:
        for name in names:
            if same_name_key(name) not in taken and _settled(temporary, folder / name):
                break
    _sync(folder)
    return folder / name


def _write_over(path: Path, data: bytes) -> None:
    """Replace a file, unless it is the same; what a person changed in it is kept."""
    before = _bytes(path)
    if before == data:
        return
    if not _untouched(before):
        _keep(path, before)
    with _whole(path.parent, data) as temporary:
        temporary.replace(path)
    _sync(path.parent)


def _keep(path: Path, edited: bytes) -> None:
    """Keep a version that a person edited, unless the same one is kept already."""
    names = edited_candidates(path.name)
    kept = [entry for entry in path.parent.iterdir() if is_edited(entry.name)]
    if not any(_bytes(entry) == edited for entry in kept):
        _write_new(path.parent, names, edited)


@contextmanager
def _whole(folder: Path, data: bytes) -> Iterator[Path]:
    """A file with all of the data on disk, to be moved to its place; afterwards it is gone."""
    handle, name = tempfile.mkstemp(prefix=".minutes-", suffix=".tmp", dir=folder)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _settled(temporary: Path, path: Path) -> bool:
    """Give a file its name, unless somebody else has taken it in the meantime."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return False
    except OSError:
        # Some file systems (FAT, some shared folders) have no links.
        if os.path.lexists(path):
            return False
        temporary.replace(path)
    return True


def _sync(folder: Path) -> None:
    """Bring the names in a folder to disk, where the system can do that."""
    with suppress(PermissionError, NotImplementedError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _bytes(path: Path) -> bytes:
    """What is in a file; nothing if it is no file or may not be read."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except PermissionError:
        return b""


def _text(data: bytes) -> str:
    """Text as an editor may have saved it: byte order mark, line ends and last lines aside."""
    lines = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return lines.rstrip() + "\n"


def _stamped(text: str) -> str:
    """The text with its fingerprint as the last line of the head."""
    head, end, rest = text.partition(_HEAD_END)
    return f'{head}\nfingerprint: "{_fingerprint(text)}"{end}{rest}'


def _untouched(data: bytes) -> bool:
    """Whether a file still is what the program wrote."""
    text = _text(data)
    stamp = fields(text).get("fingerprint")
    return stamp is not None and stamp == _fingerprint(_FINGERPRINT.sub("", text, count=1))


def _fingerprint(text: str) -> str:
    return hashlib.sha256(_text(text.encode()).encode()).hexdigest()[:16]


def _sentence(what_failed: str, folder: Path, error: OSError) -> str:
    if error.errno in _FULL:
        why = "the disk is full. Make some room and try again."
    elif error.errno in _FORBIDDEN:
        why = "the system does not allow it. Check who owns the folder."
    elif error.errno in _NO_FOLDER:
        why = "there is a file where a folder should be. Move it away and try again."
    else:
        why = f"{error.strerror or 'the system refused'}."
    return f"The minutes could not be {what_failed} {visible(str(folder))}: {why}"
