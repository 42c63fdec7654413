"""Whatever people type is shown as they typed it, in every screen and dialog, and runs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, who
from support.prepared import Prepare, all_of, gathered, going_to
from support.prepared import opened as begun
from support.screens import SMALL, USUAL, Desk, Size, desk

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Commitments, Opening, RoleOpening, Roles
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Hat
from facilitator.session import Session
from facilitator.ui.text import visible

WORDS = {
    "closing tag": "[/]",
    "markup": "[bold]x[/bold] [@click=app.quit]y[/]",
    "variable": "$x ${y} {z} %s",
    "escape": "\x1b[2J\x07",
    "commands": """=cmd|'/c calc'!A1"; drop table event; --""",
    "right to left": "\u202eabc",
    "long": "x" * 10_000,
    "one long line": "word " * 1_999 + "end",
    "family": "👩‍👩‍👧‍👦 Ko\u0308nig",
    "line separators": "a\u2028b\u0085c",
}
every_word = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
LINES = {name: words for name, words in WORDS.items() if len(words.splitlines()) == 1}
NAMES = {name: words for name, words in WORDS.items() if visible(words) == words}
AT_SIZES = [
    *(pytest.param(words, USUAL, id=name) for name, words in WORDS.items()),
    *(pytest.param(WORDS[name], SMALL, id=f"small {name}") for name in ("long", "closing tag")),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def agenda(words: str) -> Agenda:
    """An agenda that says the same everywhere."""
    return Agenda(
        title=words,
        purpose=words,
        steps=(
            Opening(title=words, script=words, agreements=(words,)),
            RoundStep(title=words, prompt=words, script=words, seconds_each=60),
            Roles(title=words, script=words, openings=(RoleOpening(words, words),)),
            Commitments(title=words, script=words),
            Closing(title=words, script=words),
        ),
    )


def everything(words: str) -> Prepare:
    """Names, title, notes, promises, roles and the next date, all the same words."""

    def prepare(session: Session) -> None:
        all_of(begun(words, "Bo", agenda=agenda(words), title=words), going_to(3))(session)
        person = who(session, " ".join(words.split()))
        role = next(iter(session.state.roles))
        do(
            session,
            intents.TakeNote((words,), "step-2", person),
            intents.RecordDecision((words,), "step-2"),
            intents.Commit((words,), "step-2", person, words),
            intents.OfferRole(words + "2", "step-3"),
            intents.ClaimRole(role, person),
            intents.GiveHat(Hat.FACILITATOR, person),
            intents.PlanNext(words, person, person),
        )

    return prepare


def start(words: str) -> str:
    """How words begin when they are shown."""
    return visible(" ".join(words.split()))[:5].strip()


def sound(at: Desk, words: str) -> None:
    """The words are on the screen, and nothing in them has done anything."""
    shown = at.shown()
    assert at.app.is_running
    assert start(words) in shown
    assert not any(each in shown for each in ("\x1b", "\x07", "\u202e"))


@pytest.mark.parametrize(("words", "size"), AT_SIZES)
async def test_a_gathering_shows_words_as_they_are(path: Path, words: str, size: Size) -> None:
    async with desk(path, gathered(words, agenda=agenda(words)), size=size) as at:
        sound(at, words)
        await at.paste(words)
        await at.press("enter", "escape", "f", "r")
        sound(at, words)
        await at.press("escape", "D", "escape", "x", "u")
        sound(at, words)


@pytest.mark.parametrize(("words", "size"), AT_SIZES)
async def test_a_circle_shows_words_as_they_are(path: Path, words: str, size: Size) -> None:
    async with desk(path, everything(words), size=size) as at:
        sound(at, words)
        for keys in (("A",), ("x",), ("t",), ("t", "enter"), ("c",), ("c", "enter"), ("H",)):
            await at.press(*keys)
            sound(at, words)
            await at.press("escape")
        await at.press("[")
        sound(at, words)
        assert len(at.text("KeyBar").split("   ")) > 3
        await at.next()
        sound(at, words)
        await at.press("]")
        sound(at, words)
        await at.press("escape", "ctrl+p")
        assert at.app.is_running


@pytest.mark.parametrize("words", LINES.values(), ids=LINES.keys())
async def test_words_that_are_captured_and_taken_back_are_said_as_they_are(
    path: Path, words: str
) -> None:
    async with desk(path, begun("Ana", "Bo", agenda=agenda("Calm"))) as at:
        await at.press("/")
        for line in ("note: ", "= ", "! @bo "):
            await at.paste(line + words)
            await at.press("enter")
            if at.in_dialog():
                assert start(words)[:3] in at.text("#words")
                await at.press("enter")
        assert at.kinds()[-2] == "decision-recorded"
        assert at.kinds()[-1] == "commitment-made"
        await at.press("f9")
        assert at.said()[-1].startswith("Taken back: commitment")
        assert start(words)[:3] in at.shown()
        assert at.app.is_running


@every_word
async def test_the_end_and_the_beginning_show_words_as_they_are(path: Path, words: str) -> None:
    async with desk(path, everything(words)) as at:
        await at.press("C")
        sound(at, words)
        await at.press("m")
        assert at.at == "ReaderScreen"
        await at.press("escape", "d")
        await at.press("escape", "f")
        sound(at, words)
        await at.press("escape", "enter")
        assert at.kinds()[-1] == "meeting-closed"
        sound(at, words)
        await at.press("escape")
        assert at.at == "HomeScreen"
        sound(at, words)
        await at.press("m")
        sound(at, words)
        await at.press("enter")
        assert at.at == "ReaderScreen"


@pytest.mark.parametrize("words", NAMES.values(), ids=NAMES.keys())
async def test_a_refusal_says_a_name_as_it_is(path: Path, words: str) -> None:
    async with desk(path, begun(words, agenda=agenda("Calm"))) as at:
        await at.press("a")
        await at.paste(words)
        await at.press("enter")
        assert at.at == "AskScreen"
        assert at.text("#why").startswith(start(words)[:3])


async def test_empty_words_are_asked_for_again(path: Path) -> None:
    async with desk(path, begun("Ana", agenda=agenda("Calm"))) as at:
        before = at.facts()
        await at.press("/", "space", "enter")
        assert at.at == "CircleScreen"
        for keys in (("a", "space", "enter"), ("o", "enter")):
            await at.press(*keys)
            assert "Nothing is written there yet." in at.shown()
            await at.press("escape")
            assert at.at == "CircleScreen"
        assert at.facts() == before
