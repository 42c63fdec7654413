"""Every list to choose from: letters that fit nothing choose nothing, whatever is pressed then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.agendas import ASSEMBLY, CHOICE
from support.files import do, who
from support.prepared import Prepare, all_of, gathered, going_to, opened, turn
from support.project import ROOT
from support.screens import PEOPLE, desk

from facilitator.core import intents
from facilitator.core.events import Hat
from facilitator.screens.picking import PickScreen
from facilitator.session import Session
from facilitator.widgets.choice_list import ChoiceList


def held(session: Session) -> None:
    """A circle was held that did not get to its muster."""
    opened(*PEOPLE, agenda=ASSEMBLY)(session)
    do(
        session,
        intents.GiveHat(Hat.FACILITATOR, who(session, "Ana")),
        intents.GiveHat(Hat.NOTE_TAKER, who(session, "Bo")),
        intents.CloseCircle(),
    )


def hand(session: Session) -> None:
    do(session, intents.RaiseHand("step-1", who(session, "Bo")))


def beside(session: Session) -> None:
    session.alive = lambda: frozenset({"t1", "t2"})


def noted(session: Session) -> None:
    do(session, intents.TakeNote(("the pots",), "step-2", who(session, "Ana")))


def struck(session: Session) -> None:
    assert session.meeting is not None
    do(session, *map(intents.StrikeLine, session.meeting.notes))


TURN = turn(*PEOPLE)
ROUND = all_of(opened(*PEOPLE), going_to(2))
ROLES = all_of(opened(*PEOPLE), going_to(4))
STACK = all_of(opened(*PEOPLE, agenda=ASSEMBLY), hand)
MUSTER = all_of(opened(*PEOPLE, agenda=ASSEMBLY), going_to(3))
CHOOSING = opened(*PEOPLE, agenda=CHOICE)
NEXT = all_of(held, gathered(*PEOPLE))

WRITTEN = all_of(TURN, noted)
STRUCK = all_of(WRITTEN, struck)

EVERY_PICKER: list[tuple[str, Prepare, tuple[str, ...]]] = [
    ("Which agenda?", held, ("s",)),
    ("Whose minutes?", held, ("m",)),
    ("Who does not take it this time?", NEXT, ("escape", "p")),
    ("What was not reached?", NEXT, ("escape", "l")),
    ("Who is leaving?", TURN, ("x",)),
    ("Who is out for a moment, or back?", TURN, ("e",)),
    ("Who changes places?", TURN, ("S",)),
    ("Who changes places with Ana?", TURN, ("S", "enter")),
    ("Which hat changes heads?", TURN, ("t",)),
    ("Who is facilitator from now on?", TURN, ("t", "enter")),
    ("Who has arrived?", MUSTER, ("y",)),
    ("Pass the facilitator's seat from t1 to", all_of(TURN, beside), ("T",)),
    ("Whose name is to be mended?", TURN, ("R",)),
    ("Who is new, or no longer?", TURN, ("*",)),
    ("Who sits elsewhere?", TURN, ("M",)),
    ("Ana sits behind", TURN, ("M", "enter")),
    ("Who nominates?", CHOOSING, ("v",)),
    ("Whom does Ana nominate?", CHOOSING, ("v", "enter")),
    ("Who is proposed?", CHOOSING, ("P",)),
    ("Options of the group", TURN, ("O",)),
    ("Balance: for the facilitator's eyes", TURN, ("B",)),
    ("Who names themselves?", TURN, ("B", *"some", "enter")),
    ("Time", TURN, ("m",)),
    ("Whose clock?", TURN, ("m", *"person", "enter")),
    ("The clock for Ana", TURN, ("m", *"person", "enter", "enter")),
    ("Round", TURN, ("r",)),
    ("Who starts this round?", ROUND, ("r", "enter")),
    ("Whose hand is up?", STACK, ("h",)),
    ("The stack", STACK, ("k",)),
    ("The hand of Bo", STACK, ("k", "enter")),
    ("Who speaks now?", TURN, ("j",)),
    ("Agenda: go to a step", TURN, ("A",)),
    ("“Parking”, 10 min: what is it?", TURN, ("A", *"add", "enter", *"Parking", "enter")),
    ("Move which step?", TURN, ("A", *"move", "enter")),
    ("“Skill” comes after", TURN, ("A", *"move", "enter", "enter")),
    ("Drop which step?", TURN, ("A", *"drop", "enter")),
    ("Defer which step to the next meeting?", TURN, ("A", *"defer", "enter")),
    ("Which role is claimed?", ROLES, ("c",)),
    ("Who takes “Pots”?", ROLES, ("c", "enter")),
    ("What happened: take something back", TURN, ("H",)),
    ("What is written down", WRITTEN, ("E",)),
    ("Ana: the pots", WRITTEN, ("E", "enter")),
    ("Whose is it?", WRITTEN, ("E", "enter", *"person", "enter")),
    ("At which step was that?", WRITTEN, ("E", "enter", *"step", "enter")),
    ("What is it?", WRITTEN, ("E", "enter", *"turn", "enter")),
    ("Enter takes a wording up again", WRITTEN, ("E", "enter", *"history", "enter")),
    ("Struck lines", STRUCK, ("E", "enter")),
    ("Struck: Enter brings it back", STRUCK, ("E", "enter", "enter")),
    ("Who facilitates next time?", TURN, ("C", "f")),
    ("Who takes notes next time?", TURN, ("C", "t")),
]


PICKED_FROM_ELSEWHERE = [
    *("Who swaps turns?", "Who x instead of Ana, who does the next time?"),
    *("Objections", "Who objects?", "Which role changes hands?", "Pots: Ana hands over"),
    *("Who takes it?", "Who has “Pots”?", "Which role is offered?", "Who takes “Pots”? (x)"),
    *("The circle decides: who has “Pots”?", "Release “Pots”?", "What is “Pots”?"),
    *("Who has “Pots” after Ana?", "Who signs the handoff of “Pots”?"),
    *("The handoff of “Pots” in words", "What kind of role is “Pots”?", "“Pots” becomes part of"),
    *("How long can terms be in this group?", "Who practices with whom?", "Practice what?"),
    *("Who learns x?", "Who can do it now?", "What did Ana learn?", "Of which sort is x?"),
    *("What is not so?", "1 of 3 · Ana: borrow the PA", "Whose is it: borrow the PA?"),
]
"""The lists of memory, roles, skills and commitments: chosen from in their own tests."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize(
    ("title", "prepare", "keys"),
    [pytest.param(*each, id=each[0]) for each in EVERY_PICKER],
)
async def test_letters_that_fit_nothing_choose_nothing(
    path: Path, title: str, prepare: Prepare, keys: tuple[str, ...]
) -> None:
    async with desk(path, prepare, home=prepare is held) as at:
        await at.press(*keys)
        picker = at.screen
        assert isinstance(picker, PickScreen)
        assert picker.query_one("#box").border_title == title
        choices, before = picker.query_one(ChoiceList), at.facts()
        wanted = choices.count
        await at.type("zzz")
        assert "Nothing fits these letters." in at.text("#choices")
        for then in (["enter"], ["down", "enter"], ["up", "pagedown", "enter"]):
            await at.burst(*then)
            assert at.screen is picker
            assert (at.line, choices.highlighted) == ("zzz", None)
        assert at.facts() == before
        await at.press("ctrl+u")
        assert (choices.count, choices.highlighted) == (wanted, 0)


async def test_nothing_is_let_go_where_no_step_fits_the_letters(path: Path) -> None:
    async with desk(path, NEXT) as at:
        await at.press("escape", "l")
        await at.type("zzz")
        before = at.facts()
        await at.burst("down", "delete", "ctrl+d")
        assert (at.at, at.facts()) == ("LeftoversScreen", before)


def test_every_picker_of_the_screens_is_tried() -> None:
    sources = [*(ROOT / "facilitator").glob("screens/*.py"), ROOT / "facilitator" / "journeys.py"]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    named = re.findall(r'\b_?(?:pick\w*|menu|\w+Screen)[(,]\s*f?"([^"]+)"', text)
    shapes = [re.sub(r"\\{.*?\\}", ".*", re.escape(title)) for title in named]
    titles = [title for title, *_ in EVERY_PICKER]
    questions = set(re.findall(r'\bConfirmScreen\(\s*f?"([^"]+)"|LinesScreen\("([^"]+)"', text))
    asked_otherwise = {re.escape(title) for pair in questions for title in pair if title}
    titles += PICKED_FROM_ELSEWHERE
    untried = {
        shape
        for shape in shapes
        if shape not in asked_otherwise and not any(re.fullmatch(shape, each) for each in titles)
    }
    assert untried == set()
    assert len(shapes) > 20
