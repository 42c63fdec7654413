"""One definition for each thing that can be done at a screen, or in line mode.

The binding of its keys, its place in the key bar, the palette, the help, and its word in line
mode all come from it.
"""

from __future__ import annotations

from dataclasses import dataclass

KEY_NAMES = {
    "space": "space",
    "enter": "Enter",
    "escape": "Esc",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "percent_sign": "%",
    "asterisk": "*",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "delete": "Del",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "shift+up": "shift ↑",
    "shift+down": "shift ↓",
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does on a screen.

    Attributes:
        name: the action, without ``action_``.
        key: the key that does it, as Textual names keys; nothing for what is done in the line only.
        label: what the key bar says, a verb: short.
        help: what it does, in a sentence.
        typing_key: the key that does it while text is typed, when letters are letters.
        more_keys: other keys that do it; not shown.
        in_bar: whether the key bar shows it.
        at_once: done before any key pressed after it is looked at, for what moves the focus:
            keys come in bursts over a slow line.
        group: the heading under which the help lists it.
        word: the word that does it in line mode; nothing for what only moves a screen.
        takes: what comes behind the word, for people: ``NAME``, ``[MINUTES]``.
    """

    name: str
    key: str
    label: str
    help: str
    typing_key: str = ""
    more_keys: tuple[str, ...] = ()
    in_bar: bool = True
    at_once: bool = False
    group: str = ""
    word: str = ""
    takes: str = ""


def key_name(key: str) -> str:
    """A key as people call it: ``F2``, ``Esc``, ``Ctrl+L``."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        with_it = key.removeprefix("ctrl+")
        return f"Ctrl+{KEY_NAMES.get(with_it, with_it.upper())}"
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


HELP = Command(
    "help",
    "question_mark",
    "keys",
    "Show every key of this screen.",
    "f1",
    word="help",
    takes="[WORD]",
)
