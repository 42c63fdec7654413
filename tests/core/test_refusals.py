"""Every sentence with which the rules say no, and when they say it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from support.play import Circle
from support.scenes import (
    called,
    closed,
    dropped,
    going,
    gone,
    last_speaking,
    opened,
    paused,
    speaking,
    turn,
)

from facilitator import core
from facilitator.core import intents
from facilitator.core.events import NOBODY, Hat, Outcome
from facilitator.core.intents import Here, Intent, Refusal
from facilitator.core.rules import decide
from facilitator.core.state import State
from facilitator.core.walking import step_away

At = Callable[[Circle], Intent]


ALREADY, TELL = True, False

TABLE: list[tuple[Callable[[], Circle], At, str, bool]] = [
    (dropped, lambda _: intents.OpenCircle(), "This circle was dropped before it began.", TELL),
    (closed, lambda _: intents.PauseCircle(), "The circle is closed. Undo reopens it.", TELL),
    (closed, lambda _: intents.CloseCircle(), "The circle is closed already.", ALREADY),
    (called, lambda _: intents.PauseCircle(), "The circle has not begun yet.", TELL),
    (called, lambda _: intents.TakeNote(("x",), ""), "The circle has not begun yet.", TELL),
    (opened, lambda _: intents.OpenCircle(), "The circle has begun already.", ALREADY),
    (
        speaking,
        lambda _: intents.AbandonMeeting(),
        "Something happened in this circle. It can be closed, not dropped.",
        TELL,
    ),
    (called, lambda _: intents.Welcome(" \t"), "Type a name first.", TELL),
    (called, lambda _: intents.GiveTitle(" "), "Type what this circle is called.", TELL),
    (called, lambda c: intents.GiveTitle(c.meeting.title), "That is so already.", ALREADY),
    (
        called,
        lambda _: intents.Welcome("ANA "),
        "ANA is here already. For another one, add a letter: ANA B.",
        TELL,
    ),
    (
        called,
        lambda _: intents.MarkNewcomer("9@x", True),
        "That person is not in this circle. Add them first.",
        TELL,
    ),
    (called, lambda c: intents.MarkNewcomer(c.who("Ana"), False), "That is so already.", ALREADY),
    (
        called,
        lambda c: intents.TakeSeat("9@x", c.who("Ana")),
        "That person is not in this circle. Add them first.",
        TELL,
    ),
    (
        called,
        lambda c: intents.TakeSeat(c.who("Ana"), "9@x"),
        "That person is not in this circle. Add them first.",
        TELL,
    ),
    (
        called,
        lambda c: intents.TakeSeat(c.who("Ana"), NOBODY),
        "That is their seat already.",
        ALREADY,
    ),
    (
        called,
        lambda c: intents.TakeSeat(c.who("Ana"), c.who("Ana")),
        "That is their seat already.",
        ALREADY,
    ),
    (gone, lambda c: intents.Leave(c.who("Zoë")), "Zoë is not in the room.", ALREADY),
    (
        gone,
        lambda c: intents.GiveHat(Hat.GUARDIAN, c.who("Zoë")),
        "Zoë is not in this circle. Add them first.",
        TELL,
    ),
    (called, lambda _: intents.GiveHat(Hat.GREETER, NOBODY), "That is so already.", ALREADY),
    (
        Circle,
        lambda _: intents.OpenCircle(),
        "Nobody is here yet. Type the names of those who are, then begin.",
        TELL,
    ),
    (
        opened,
        lambda _: intents.GoToStep("step-2", "step-3"),
        "The circle has moved on already.",
        ALREADY,
    ),
    (
        opened,
        lambda _: intents.GoToStep("step-1", "step-77"),
        "There is no such step on this agenda.",
        TELL,
    ),
    (
        opened,
        lambda c: intents.BeginTurn("9@x", c.who("Ana")),
        "That round is over already.",
        ALREADY,
    ),
    (
        speaking,
        lambda c: intents.BeginTurn(going(c), c.who("Ana")),
        "Ana is speaking.",
        ALREADY,
    ),
    (speaking, lambda c: intents.BeginTurn(going(c), c.who("Zoë")), "Ana is speaking.", TELL),
    (speaking, lambda _: intents.EndTurn("9@x"), "That turn is over already.", ALREADY),
    (speaking, lambda _: intents.ExtendTurn("9@x"), "That turn is over already.", ALREADY),
    (
        speaking,
        lambda c: intents.ExtendTurn(turn(c), -60),
        "A turn can get up to an hour more, and not less than nothing.",
        TELL,
    ),
    (speaking, lambda _: intents.PauseTurn("9@x"), "That clock stands still already.", ALREADY),
    (speaking, lambda c: intents.ResumeTurn(turn(c)), "That clock is running already.", ALREADY),
    (
        last_speaking,
        lambda c: intents.EndTurn(turn(c), Outcome.LATER),
        "Zoë is the last in this round: there is nobody to come back after.",
        TELL,
    ),
    (paused, lambda _: intents.PauseCircle("tea"), "The circle is paused already.", ALREADY),
    (opened, lambda _: intents.ResumeCircle(), "The circle is going on already.", ALREADY),
    (
        opened,
        lambda _: intents.TakeNote((" ", "\n"), ""),
        "There are no words to write down yet.",
        TELL,
    ),
    (
        opened,
        lambda _: intents.RecordDecision((), ""),
        "What was agreed? Type the wording after the =.",
        TELL,
    ),
    (
        opened,
        lambda _: intents.Commit(("",), ""),
        "What was promised? Type it after the !, as in: ! @name borrow the PA.",
        TELL,
    ),
    (opened, lambda _: intents.PlanNext("", "9@x"), "That person is not known to the group.", TELL),
    (opened, lambda _: intents.PlanNext(), "That is so already.", ALREADY),
    (opened, lambda _: intents.Undo("99@x"), "That was taken back already.", ALREADY),
    (opened, lambda c: intents.Undo(c.id), "There is nothing left to undo here.", TELL),
]


@pytest.mark.parametrize(("where", "wish", "words", "already"), TABLE)
def test_a_refusal_says_why(
    where: Callable[[], Circle], wish: At, words: str, *, already: bool
) -> None:
    circle = where()
    assert circle.refusal(wish(circle)) == Refusal(words, already)


def test_someone_who_was_heard_is_not_heard_again_and_someone_away_is_not_called() -> None:
    circle = speaking()
    circle.do(intents.Leave(circle.who("Ana")))
    circle.do(intents.Leave(circle.who("Zoë")))
    heard = circle.refusal(intents.BeginTurn(going(circle), circle.who("Ana")))
    away = circle.refusal(intents.BeginTurn(going(circle), circle.who("Zoë")))
    assert heard == Refusal("Ana has been heard in this round. Another round hears everyone again.")
    assert away == Refusal("Zoë is not in the room.")


def test_without_a_circle_there_is_nothing_to_do_anything_to() -> None:
    refused = decide(State(), intents.OpenCircle(), Here(0, "t1"))
    assert refused == Refusal("There is no circle here. Start one first.")


def test_an_intent_of_a_newer_version_is_refused_in_words() -> None:
    class Dance(Intent, frozen=True):
        """Not invented yet."""

    refused = decide(State(), Dance(), Here(0, "t1"))
    assert refused == Refusal("This version of the program does not know how to do that.")


def test_every_refusal_in_the_rules_is_said_in_these_tests() -> None:
    here = Path(__file__)
    tested = "".join(each.read_text("utf-8") for each in here.parent.glob("test_refusals*.py"))
    for file in sorted(Path(core.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                said = [part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
                assert all(str(words.value).strip() in tested for words in said), said


def test_the_agenda_ends_where_it_ends() -> None:
    circle = opened()
    assert step_away(circle.meeting, -1) is None
    assert step_away(circle.meeting, 6) is None
    assert step_away(circle.meeting, 5) == intents.GoToStep("step-1", "step-6")
