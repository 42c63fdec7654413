"""The pages for facilitators name only keys, commands and agendas that there are.

A key is written ``<kbd>n</kbd>``; words in italics right behind it are what the key bar calls it.
``<!-- at: closing -->`` says at which screen the keys from there on are pressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from support.project import ROOT
from textual.binding import Binding, BindingType

from facilitator.agendas.finding import find
from facilitator.app import FacilitatorApp
from facilitator.cli.main import main
from facilitator.commands import circle, closing, gather, home, notes, roles, skills
from facilitator.commands.command import HELP, Command, key_name
from facilitator.screens import dialogs, leftovers
from facilitator.widgets.field import Field

GUIDE, README = ROOT / "docs" / "facilitating.md", ROOT / "README.md"
ROLES = ROOT / "docs" / "roles.md"
SKILLS = ROOT / "docs" / "skills.md"
PEOPLE = ROOT / "docs" / "people.md"
NOTES = ROOT / "docs" / "notes.md"
PAGES = (GUIDE, README)
EVERY_PAGE = (*PAGES, ROLES, SKILLS, NOTES)
FEWEST_CALLS = {GUIDE: 5, README: 5, NOTES: 0}
"""More commands than that a page names; one about a single command names no others."""
SCREENS: dict[str, tuple[Command, ...]] = {
    "home": home.COMMANDS,
    "gather": gather.COMMANDS,
    "circle": circle.COMMANDS,
    "closing": closing.COMMANDS,
    "notes": notes.COMMANDS,
    "roles": roles.COMMANDS,
    "one role": roles.COMMANDS_OF_ONE,
    "skills": skills.COMMANDS,
}
MARK = re.compile(
    r"<!-- at: (?P<screen>[^>]*?) -->|<kbd>(?P<key>.*?)</kbd>(?:\s+\*(?P<label>[^*]+)\*)?",
    re.DOTALL,
)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
CALL = re.compile(r"(?:^|[`\s])facilitator((?: [^\s#`<]+)*)", re.MULTILINE)
AGENDA = re.compile(r"`([a-z]+(?:-[a-z]+)+)`")
OWN = "our-"
"""How the names of agendas begin that a reader has written."""


@dataclass(frozen=True)
class Named:
    """A key that a page names: at which screen, and what the key bar is said to call it."""

    screen: str
    key: str
    label: str


def words(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def named(text: str, screen: str = "") -> Iterator[Named]:
    """The keys that a text names, in its order."""
    for found in MARK.finditer(text):
        screen = found["screen"] or screen
        if found["key"]:
            yield Named(screen, found["key"], " ".join((found["label"] or "").split()))


def keys_of(command: Command) -> set[str]:
    return {key_name(key) for key in (command.key, command.typing_key, *command.more_keys) if key}


def bound(bindings: list[BindingType]) -> set[str]:
    """The keys of what is no command: lists, questions, lines to type in."""
    single = (each for each in bindings if isinstance(each, Binding))
    return {key_name(key) for each in single for key in each.key.split(",")}


IN_DIALOGS = (
    bound(dialogs.Dialog.BINDINGS)
    | bound(dialogs.ConfirmScreen.BINDINGS) - {"y"}
    | bound(leftovers.LeftoversScreen.BINDINGS)
    | bound(Field.BINDINGS)
)
EVERYWHERE = IN_DIALOGS | {key_name(FacilitatorApp.COMMAND_PALETTE_BINDING)}


def wrong(key: Named) -> str:
    """What is wrong with a key that a page names, or nothing."""
    if key.screen not in SCREENS:
        return f"{key.key}: no screen is called {key.screen!r}"
    commands = [each for each in (*SCREENS[key.screen], HELP) if key.key in keys_of(each)]
    if not commands and key.key not in EVERYWHERE:
        return f"{key.key}: no key of {key.screen}"
    labels = {each.label for each in commands}
    if key.label and key.label not in labels:
        return f"{key.key}: at {key.screen} it is {labels or 'nothing'}, not {key.label!r}"
    return ""


def called(text: str) -> Iterator[list[str]]:
    """The commands that stand in a text as code, each with its words."""
    for code in CODE.findall(text):
        for found in CALL.findall(code):
            yield found.split()


def wrong_call(call: list[str]) -> str:
    """What is wrong with a command line, or nothing."""
    command: click.Command = main
    for word in call:
        context = click.Context(command)
        if word.startswith("-"):
            known = {name for each in command.get_params(context) for name in each.opts}
            if word not in known:
                return f"{' '.join(call)}: no option {word}"
        elif isinstance(command, click.Group):
            below = command.get_command(context, word)
            if below is None:
                return f"{' '.join(call)}: no command {word}"
            command = below
    return ""


def rows(text: str) -> list[str]:
    """The rows of the tables whose heading speaks of keys."""
    found, inside = [], False
    for line in text.splitlines():
        cells = line.strip()
        if not cells.startswith("|"):
            inside = False
        elif re.match(r"\| (key|when this happens) \|", cells):
            inside = True
        elif inside and not cells.startswith("| ---"):
            found.append(cells)
    return found


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.name)
def test_every_key_that_a_page_names_is_there_and_called_so(page: Path) -> None:
    keys = list(named(words(page)))
    assert len(keys) > (20 if page in PAGES else 2)
    assert [problem for key in keys if (problem := wrong(key))] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_row_of_a_table_of_keys_names_a_key_or_a_command(page: Path) -> None:
    found = rows(words(page))
    assert len(found) > 5
    without = [row for row in found if not any(named(row)) and not any(called(row))]
    assert without == []


@pytest.mark.parametrize("page", [*EVERY_PAGE, PEOPLE], ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_there(page: Path) -> None:
    calls = list(called(words(page)))
    assert len(calls) > FEWEST_CALLS.get(page, 3)
    assert [problem for call in calls if (problem := wrong_call(call))] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_agenda_that_a_page_names_comes_with_the_program(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_AGENDAS", "/nowhere")
    text = words(page)
    started = {call[1] for call in called(text) if call[:1] in (["start"], ["line"]) and call[1:]}
    names = {name for name in (*AGENDA.findall(text), *started) if name[0].isalpha()}
    shipped = sorted(name for name in names if not name.startswith(OWN) and name.islower())
    assert shipped
    for name in shipped:
        assert find(name), name


def test_the_guide_says_for_each_key_of_the_bar_when_to_press_it() -> None:
    told = {key.key for key in named(words(GUIDE)) if key.screen == "circle"}
    bar = {key_name(each.key) for each in circle.COMMANDS if each.in_bar}
    assert bar - told == {"y", "q"}, "only the muster's key, and leaving, have no evening of theirs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_mark_breaks_a_paragraph_in_two(page: Path) -> None:
    """A line that begins with a comment and goes on is HTML to Markdown, keys and all."""
    assert re.findall(r"^ *<!--.*-->.+$", words(page), re.MULTILINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "<!-- at: circle --> <kbd>Z</kbd>",
        "<!-- at: circle --> <kbd>g</kbd> *agenda*",
        "<!-- at: home --> <kbd>g</kbd>",
        "<!-- at: kitchen --> <kbd>n</kbd>",
        "<kbd>n</kbd>",
    ],
)
def test_a_wrong_key_is_noticed(line: str) -> None:
    assert [wrong(key) for key in named(line)] != [""]


@pytest.mark.parametrize(
    "line", ["`facilitator dance`", "`facilitator db dance`", "`facilitator line --dance`"]
)
def test_a_wrong_command_is_noticed(line: str) -> None:
    assert [wrong_call(call) for call in called(line)] != [""]
