"""A new agenda file to start from: a template with comments, or a copy of another agenda."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.agendas.finding import ENDING, find, own_folder
from facilitator.agendas.problems import AgendaError, BadAgenda, escaped, quoted
from facilitator.agendas.reading import check

_SAFE_NAME = re.compile(r"[^\W_]+(-[^\W_]+)*")
_LONGEST_NAME = 60
_NAMES_OF_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)

_TEMPLATE = '''\
# An agenda. `facilitator agendas check {name}` says whether it can be read;
# `facilitator agendas show {name}` shows it with its times.
#
# - A step begins with [[step]]. Steps happen in the order in which they stand here.
# - kind is opening, round, discussion, muster, roles, selection, handoffs, commitments, break or
#   closing.
# - minutes is the planned length. clock is "down", "up" or "hidden".
# - script is for reading aloud; text between """ and """ may be several lines long.
# - A line that begins with # is a comment: the program passes over it.

title = "{title}"
purpose = "One sentence: what is this circle for?"

[[step]]
kind = "opening"
title = "Welcome"
minutes = 5
clock = "hidden"
script = """
Welcome, everyone. I will read what we agree to; if something is missing, say so."""
agreements = [
  "Phones are off.",
  "One person speaks at a time.",
  "It is always fine to pass.",
  "What is said here stays here.",
]

[[step]]
kind = "round"
title = "Check-in"
prompt = "How are you, in one sentence?"
minutes = 7
seconds_each = 30    # 30 seconds for 12 people are 6 minutes
filing = "check-in"  # or witnessed, skill, teach, wish, build, check-out, note

[[step]]
kind = "round"
title = "Our question"
prompt = "What do you want to talk about today?"
minutes = 13
seconds_each = 60
rounds = 1           # with 2, everyone is asked twice: plan twice the minutes
filing = "note"
asks = false         # leaving it does not ask what came of it: a decision, a commitment, nothing

# In a discussion nobody is asked in turn: whoever raises a hand is put on the stack.
[[step]]
kind = "discussion"
title = "Our talk"
prompt = "What should we do about it?"
minutes = 12
seconds_each = 60

[[step]]
kind = "roles"
title = "Roles"
minutes = 8

# As many of these as there are roles to take. A micro-role is held for two weeks at most: days
# says for how long. With months = 3 it is a stewardship: whoever has it trains the next one, and
# skills = ["Keeping the book"] is the list of what is passed on.
[[step.openings]]
name = "Book the room"
purpose = "We know where we meet next, and who has the key."
days = 14

# Two steps for roles of months. Take away the first # of their lines to have them.
#[[step]]
#kind = "selection"   # the circle chooses somebody: nominations, a proposal, consent
#title = "Who keeps the pantry"
#role = "Pantry steward"
#months = 3
#weekly = ["Order bread by Tuesday.", "Count what is left."]   # a list, as skills is
#skills = ["The keys"]
#minutes = 25
#
#[[step]]
#kind = "handoffs"    # those whose terms end soon are handed over, one after the other
#title = "Roles change hands"
#minutes = 10

[[step]]
kind = "commitments"
title = "What we promised"
minutes = 5

[[step]]
kind = "round"
title = "Check-out"
prompt = "What do you take home with you, in a few words?"
minutes = 5
clock = "hidden"
seconds_each = 20
filing = "check-out"

[[step]]
kind = "closing"
title = "Close"
minutes = 3
clock = "hidden"
script = "When do we meet again, who facilitates, and who takes notes? Thank you, all of you."
'''


class WillNotWrite(AgendaError):
    """The new file was not written, because of its name or of a file that is there already."""


def template(name: str) -> str:
    """The text of a starter file for an agenda of this name.

    Raises:
        WillNotWrite: the name is not safe as the name of a file.
    """
    _refuse_unsafe(name)
    words = name.replace("-", " ")
    return _TEMPLATE.format(name=name, title=words[0].upper() + words[1:])


def copy_of(name_or_path: str) -> str:
    """The text of another agenda, its comments included.

    Raises:
        UnknownAgenda: there is no such agenda.
        BadAgenda: there is, but it has mistakes, which a copy would have too.
    """
    path = find(name_or_path)
    problems = check(path)
    if problems:
        raise BadAgenda(problems)
    return path.read_text(encoding="utf-8-sig")


def write_new(name: str, text: str, to: str | None = None) -> Path:
    """Write a new agenda file, never over another one.

    Args:
        name: what the agenda is called.
        text: what the file will say.
        to: a folder or a file; the group's own folder if it is not given.

    Returns:
        The file that was written.

    Raises:
        WillNotWrite: the name is not safe, or there is a file of this name already.
        OSError: the disk or the folder does not allow it.
    """
    _refuse_unsafe(name)
    path = _place_for(name, to)
    if to is None:
        _keep_to_oneself(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        there = f"there is a file {escaped(str(path))} already"
        raise WillNotWrite(f"{there}; choose another name, or delete it first") from None
    return path


def _keep_to_oneself(folder: Path) -> None:
    """Make the group's own folder, and the one around it that the journal is in, private."""
    for each in (folder.parent, folder):
        if not each.exists():
            each.mkdir(mode=0o700, parents=True)


def _place_for(name: str, to: str | None) -> Path:
    if to is None:
        return own_folder() / f"{name}{ENDING}"
    if "\0" in to:
        raise WillNotWrite(f"{quoted(to)} cannot be the name of a file")
    if to.endswith(ENDING) and not Path(to).is_dir():
        return Path(to)
    return Path(to) / f"{name}{ENDING}"


def _refuse_unsafe(name: str) -> None:
    if not _SAFE_NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        right = f"letters and digits, with hyphens between, {_LONGEST_NAME} at most"
        example = 'such as "friday-circle"'
        raise WillNotWrite(f"{quoted(name)} cannot name an agenda: use {right}, {example}")
    if _NAMES_OF_DEVICES.fullmatch(name):
        raise WillNotWrite(f"{quoted(name)} means a device on some computers; add a word to it")
