"""The palette and the help: both tell what the keys do, from the same definitions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from support.prepared import Prepare, all_of, gathered, going_to, nothing, opened, turn
from support.screens import LARGE, PEOPLE, Desk, desk
from textual.command import CommandList, CommandPalette

from facilitator.commands.command import key_name
from facilitator.screens.commanded import Commanded
from facilitator.screens.help import HelpScreen, KeyTable

TALL = (120, 80)
EVERYWHERE: list[tuple[str, Prepare, tuple[str, ...]]] = [
    ("HomeScreen", nothing, ()),
    ("GatherScreen", gathered(*PEOPLE), ("escape",)),
    ("CircleScreen", turn(*PEOPLE), ()),
    ("CircleScreen", all_of(opened(*PEOPLE), going_to(4)), ()),
    ("ClosingScreen", turn(*PEOPLE), ("C",)),
    ("ReaderScreen", turn(*PEOPLE), ("C", "m")),
]
everywhere = pytest.mark.parametrize(
    ("name", "prepare", "keys"),
    EVERYWHERE,
    ids=["home", "gather", "turn", "roles", "close", "read"],
)


@asynccontextmanager
async def at_screen(
    path: Path, name: str, prepare: Prepare, keys: tuple[str, ...]
) -> AsyncIterator[tuple[Desk, Commanded]]:
    async with desk(path, prepare, size=TALL) as at:
        await at.press(*keys)
        assert at.at == name
        assert isinstance(at.screen, Commanded)
        yield at, at.screen


async def offered(at: Desk) -> list[str]:
    """The titles that the open palette shows."""
    assert isinstance(at.screen, CommandPalette)
    found = at.screen.query_one(CommandList)
    await at.searched()
    options = [found.get_option_at_index(place) for place in range(found.option_count)]
    return [str(option.prompt).partition("\n")[0] for option in options]


@everywhere
async def test_the_palette_offers_what_can_be_done_now_and_textuals_own(
    tmp_path: Path, name: str, prepare: Prepare, keys: tuple[str, ...]
) -> None:
    async with at_screen(tmp_path / "c.db", name, prepare, keys) as (at, screen):
        wanted = [command.label.capitalize() for command in screen.available()]
        textuals = sorted(command.title for command in at.app.get_system_commands(at.screen))
        await at.press("ctrl+p")
        titles = await offered(at)
        assert titles == wanted + [title for title in textuals if title not in wanted]


@everywhere
async def test_help_lists_every_command_with_its_keys(
    tmp_path: Path, name: str, prepare: Prepare, keys: tuple[str, ...]
) -> None:
    async with at_screen(tmp_path / "c.db", name, prepare, keys) as (at, screen):
        for key in ("?", "f1"):
            await at.press(key)
            assert isinstance(at.screen, HelpScreen)
            table = " ".join(str(at.screen.query_one(KeyTable).render()).split())
            for command in screen.COMMANDS_OF_SCREEN:
                typing = f"{key_name(command.typing_key)} " if command.typing_key else ""
                assert f"{key_name(command.key)} {typing}{command.help}" in table
            await at.press("escape")
            assert at.at == name


@everywhere
async def test_the_bar_shows_only_keys_that_apply(
    tmp_path: Path, name: str, prepare: Prepare, keys: tuple[str, ...]
) -> None:
    async with at_screen(tmp_path / "c.db", name, prepare, keys) as (at, screen):
        wanted = [key_name(each.key) for each in screen.available() if screen.shows(each)]
        assert [*at.bar()] == [*wanted, "?"]
        assert [*at.bar()][-1] == "?"


async def test_a_command_from_the_palette_does_what_its_key_does(tmp_path: Path) -> None:
    async with desk(tmp_path / "c.db", turn(*PEOPLE)) as at:
        await at.press("ctrl+p")
        await at.type("pass")
        assert "Pass" in await offered(at)
        await at.press("enter")
        await at.settle()
        assert at.kinds()[-2:] == ["turn-ended", "turn-began"]
        assert at.facts()[-2][1]["outcome"] == "passed"
        assert at.at == "CircleScreen"


async def test_a_command_is_found_by_a_word_of_its_help(tmp_path: Path) -> None:
    async with desk(tmp_path / "c.db", turn(*PEOPLE)) as at:
        await at.press("ctrl+p")
        await at.type("stop the clock and")
        assert await offered(at) == ["Pause"]


async def test_a_command_with_a_choice_in_it_runs_from_the_palette(tmp_path: Path) -> None:
    async with desk(tmp_path / "c.db", gathered(*PEOPLE)) as at:
        await at.press("escape", "ctrl+p")
        await at.type("takes notes")
        await offered(at)
        await at.press("enter")
        await at.settle()
        assert at.last()[0] == "hat-given"
        assert at.last()[1]["hat"] == "note-taker"


async def test_the_palette_opens_while_words_are_typed_and_leaves_them(tmp_path: Path) -> None:
    async with desk(tmp_path / "c.db", turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("half a")
        before = at.facts()
        await at.press("ctrl+p")
        await offered(at)
        await at.press("escape")
        await at.type(" note")
        assert at.words == "half a note"
        assert at.facts() == before


async def test_help_says_what_every_glyph_means(tmp_path: Path) -> None:
    async with desk(tmp_path / "c.db", turn(*PEOPLE), size=LARGE) as at:
        await at.press("?", "end")
        for meaning in ("▶ speaks", "› next", "✓ heard", "↷ passed", "↺ come back to", "○ away"):
            assert meaning in at.shown()


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_help_can_be_scrolled_to_its_end_on_a_small_terminal(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path / "c.db", turn(*PEOPLE), size=size) as at:
        await at.press("?")
        assert "not yet" not in at.shown()
        await at.press("end")
        for _ in range(20):
            await at.settle()
            if "○ away" in at.shown():
                break
        assert "away" in at.shown()
