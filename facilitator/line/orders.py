"""What a typed line asks for: a word of the commands, and what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from msgspec import Struct

from facilitator.commands import circle, gather
from facilitator.commands import line as line_only
from facilitator.commands.command import HELP, Command, key_name
from facilitator.core.completing import about_skills
from facilitator.core.forms import QUESTION_SIGN, USED_SIGN, Kind, form_of
from facilitator.core.mending import mending

COMMENT = "#"
"""Begins a line of a script that is for people."""

ALSO = {"agreed": "yes", "exit": "quit"}
"""Other words for the same."""


AN_ENGLISH_WORD = {"a"}
"""A key that begins sentences: *a tree fell* is nobody's arrival."""


class LineError(Exception):
    """A line can't be carried out; the message is a sentence that says why."""


class Order(Struct, frozen=True):
    """A line, understood: the word of a command, and what stands behind it."""

    word: str
    words: str = ""


def _words() -> dict[str, Command]:
    found: dict[str, Command] = {}
    for command in (*circle.COMMANDS, HELP, *line_only.COMMANDS, *gather.COMMANDS):
        if command.word:
            found.setdefault(command.word, command)
    return found


WORDS: Mapping[str, Command] = _words()
"""Every word that line mode knows, and its command; a command of the circle comes first."""

KEYS: Mapping[str, str] = {
    key_name(command.key): command.word
    for command in (*circle.COMMANDS, HELP)
    if command.word and len(key_name(command.key)) == 1 and command.key not in AN_ENGLISH_WORD
}
"""What the keys of the circle do: they are words as well, ``n`` for next."""

_SIGNS = {key: word for key, word in KEYS.items() if not key.isalpha()} | {"\\": "note"}


def understood(line: str) -> Order | None:
    """What a line asks for; ``None`` where it is empty, or a comment.

    Raises:
        LineError: it begins with no word of line mode.
    """
    words = line.strip()
    if not words:
        return None
    if _is_written_down(words):
        return Order("write", words)
    if words.startswith(COMMENT):
        return None
    if _about_skills(words):
        return Order("used" if words[0] == USED_SIGN else "wished", words[1:].strip())
    if words[0] in _SIGNS:
        return Order(_SIGNS[words[0]], words[1:].strip())
    first, *rest = words.split(None, 1)
    return Order(_word(first, alone=not rest), rest[0] if rest else "")


def _is_written_down(words: str) -> bool:
    """Whether a line says by ``#action``, ``TOPIC:``, ``??`` or ``s/old/new/`` what it is."""
    if mending(words) is not None or words.startswith(QUESTION_SIGN):
        return True
    form, rest = form_of(words)
    begun = rest != words and words[0] not in {form.sign[:1], *_SIGNS}
    return begun or form.kind is Kind.LINK


def _about_skills(words: str) -> bool:
    """Whether a line is about skills, and no number of seconds, and no word to be explained."""
    rest = words[1:].strip()
    if not rest or not about_skills(words):
        return False
    if words[0] == USED_SIGN:
        return not rest.isdecimal()
    return rest not in KEYS and rest.casefold() not in {*WORDS, *ALSO}


def _word(typed: str, *, alone: bool) -> str:
    for key in (typed, typed.casefold()):
        if key in KEYS:
            return KEYS[key]
    word = typed.casefold().rstrip(":,.")
    known = [*WORDS, *ALSO]
    if word in known:
        return ALSO.get(word, word)
    fitting = [each for each in known if word and each.startswith(word)]
    if len(fitting) == 1:
        return ALSO.get(fitting[0], fitting[0])
    if fitting:
        raise LineError(f"{typed}: did you mean {any_of(fitting)}?")
    near = get_close_matches(word, [each for each in known if each.isalpha()], n=1)
    if near:
        raise LineError(f"{typed}: did you mean {near[0]}?")
    if alone:
        raise LineError(f"{typed} is no command. help lists them.")
    raise LineError(f"{typed} is no command. To write this down, begin with: note")


def any_of(words: list[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
