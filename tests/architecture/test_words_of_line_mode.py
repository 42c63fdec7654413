"""Whatever a key does on a screen, a word does in line mode, or on the command line."""

from __future__ import annotations

import click

from facilitator.cli.main import main
from facilitator.commands import circle, closing, gather, home, line
from facilitator.commands.command import HELP
from facilitator.line.running import HANDLERS

MOVES_A_SCREEN = {"leave_line", "scroll(1)", "scroll(-1)", "to_seats", "recall(-1)"}
"""What has no word, since there is no screen."""

AT_THE_CLOSE = {
    "close": "close",
    "when": "meet",
    "facilitator": "meet",
    "note_taker": "meet",
    "suggested": "meet",
    "commitment": "!",
    "balance": "balance",
    "undo": "undo",
    "redo": "redo",
    "minutes": "minutes",
    "off_record": "off",
}
"""The keys of the closing, and the words that do the same."""


AT_FIRST: dict[str, tuple[str, str]] = {
    "start": ("line", "agenda"),
    "resume": ("line", "--join"),
    "take_notes": ("line", "--join"),
    "mend": ("line", "--last"),
    "minutes": ("minutes", "show"),
    "commitments": ("commitments", "list"),
    "roles": ("roles", "list"),
    "skills": ("skills", "list"),
}
"""The keys of the first screen, and the command with the word or option that does the same."""

NEEDS_NO_WORD = {"quit_program", "rehearse"}
"""The line that ends a line, and a rehearsal: it is of the keys."""


def test_every_command_has_a_word_unless_it_only_moves_a_screen() -> None:
    wordless = {each.name for each in (*circle.COMMANDS, *gather.COMMANDS, HELP) if not each.word}
    assert wordless <= MOVES_A_SCREEN


def test_line_mode_does_what_there_are_words_for_and_nothing_else() -> None:
    commands = (*circle.COMMANDS, *gather.COMMANDS, *line.COMMANDS, HELP)
    assert set(HANDLERS) == {each.word for each in commands if each.word}


def test_every_key_of_the_closing_has_its_word() -> None:
    keys = {each.name for each in closing.COMMANDS} - MOVES_A_SCREEN - {"back"}
    assert keys == set(AT_THE_CLOSE)
    assert set(AT_THE_CLOSE.values()) <= set(HANDLERS)


def test_a_word_that_two_screens_share_takes_the_same_at_both() -> None:
    taken: dict[str, str] = {}
    for each in (*circle.COMMANDS, *gather.COMMANDS):
        if each.word:
            assert taken.setdefault(each.word, each.takes) == each.takes, each.word


def test_every_key_of_the_first_screen_has_its_command() -> None:
    assert {each.name for each in home.COMMANDS} == {*AT_FIRST, *NEEDS_NO_WORD}
    context = click.Context(main)
    for name, word in AT_FIRST.values():
        command = main.get_command(context, name)
        assert command is not None
        words = {word for each in command.params for word in (each.name, *each.opts)}
        assert word in words | set(getattr(command, "commands", ()))
