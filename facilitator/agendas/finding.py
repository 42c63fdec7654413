"""Which agendas there are, and where: the group's own folder first, then those that ship."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

import platformdirs
from msgspec import Struct

from facilitator.agendas.problems import UnknownAgenda, quoted

ENDING = ".toml"
FOLDER_VARIABLE = "FACILITATOR_AGENDAS"
"""Names the group's own folder, where it is not the usual one."""

USUAL = ("debrief-commons", "weekly-circle")
"""What most circles need."""

_PACKAGE = Path(__file__).resolve().parents[1]


class Found(Struct, frozen=True):
    """An agenda file that can be named.

    Attributes:
        name: what to call it on the command line.
        path: the file.
        shipped: whether it came with the program; the group's own did not.
    """

    name: str
    path: Path
    shipped: bool


def own_folder() -> Path:
    """The folder of the group's own agendas; it need not exist yet."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    return platformdirs.user_data_path("facilitator", appauthor=False) / "agendas"


def shipped_folder() -> Path:
    """The folder of the agendas that come with the program."""
    installed = _PACKAGE / "shipped_agendas"
    return installed if installed.is_dir() else _PACKAGE.parent / "agendas"


def shipped(name: str) -> Path:
    """The file of an agenda that comes with the program, whatever the group calls its own."""
    return shipped_folder() / f"{name}{ENDING}"


def all_agendas() -> list[Found]:
    """Every agenda that can be named, by name; the group's own hides a shipped namesake."""
    found = {agenda.name: agenda for agenda in _in_folder(shipped_folder(), shipped=True)}
    found |= {agenda.name: agenda for agenda in _in_folder(own_folder(), shipped=False)}
    return [found[name] for name in sorted(found)]


def rank(found: Found, *, used_last: bool) -> tuple[int, bool, bool]:
    """What puts agendas in the order in which a person chooses one of them.

    First those that most circles need, then the one that the group used last, its own, the others.
    """
    usual = USUAL.index(found.name) if found.name in USUAL else len(USUAL)
    return usual, not used_last, found.shipped


def is_path(name_or_path: str) -> bool:
    """Whether words name a file rather than an agenda."""
    separators = {"/", os.sep, os.altsep or os.sep}
    return any(mark in name_or_path for mark in separators) or name_or_path.endswith(ENDING)


def find(name_or_path: str) -> Path:
    """The file of an agenda, given its name or its path.

    Raises:
        UnknownAgenda: there is no such agenda; the message says which there are.
    """
    if is_path(name_or_path):
        return _find_file(name_or_path)
    agendas = {agenda.name: agenda.path for agenda in all_agendas()}
    if name_or_path in agendas:
        return agendas[name_or_path]
    close = get_close_matches(name_or_path, list(agendas), n=1, cutoff=0.5)
    advice = f"did you mean {close[0]}?" if close else f"there are {', '.join(agendas) or 'none'}"
    raise UnknownAgenda(f"there is no agenda {quoted(name_or_path)}; {advice}")


def _find_file(name: str) -> Path:
    if not name.endswith(ENDING):
        raise UnknownAgenda(f"{quoted(name)} is not an agenda: the file's name must end with .toml")
    path = Path(name)
    try:
        there = path.exists()
    except OSError:
        there = True  # reading it will say what is in the way
    if not there:
        raise UnknownAgenda(f"there is no file {quoted(name)}")
    return path


def _in_folder(folder: Path, *, shipped: bool) -> list[Found]:
    try:
        files = [path for path in folder.iterdir() if path.suffix == ENDING and path.is_file()]
    except OSError:
        return []
    return [Found(path.stem, path, shipped) for path in files if not path.name.startswith(".")]
