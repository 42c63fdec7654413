"""Clock readings in figures three lines high, to be read from where people stand; no Textual."""

from __future__ import annotations

HEIGHT = 3

_FIGURES = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("╺━┓", "┏━┛", "┗━╸"),
    "3": ("╺━┓", " ━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "╺━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "╺━┛"),
    ":": ("•", " ", "•"),
    "+": ("   ", "╺╋╸", "   "),
    "!": ("╻", "┃", "•"),
    "‖": ("╻╻", "┃┃", "╹╹"),
    " ": (" ", " ", " "),
}


def large(reading: str) -> tuple[str, ...]:
    """A clock's reading as three lines of equal width; nothing if it has other letters in it."""
    if not reading or any(letter not in _FIGURES for letter in reading):
        return ()
    return tuple(" ".join(_FIGURES[letter][line] for letter in reading) for line in range(HEIGHT))
