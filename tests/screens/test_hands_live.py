"""The stack: hands go up in a few keys, are heard in their order, and nothing reorders itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import do, who
from support.prepared import Prepare, all_of, opened, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Desk, Size, desk

from facilitator.commands.circle import SHUT
from facilitator.core import intents
from facilitator.core.events import Wish
from facilitator.core.stack import stack
from facilitator.screens.circle import CircleScreen
from facilitator.session import Session

SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]
ASSEMBLED = opened(*PEOPLE, agenda=ASSEMBLY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def hands(*names: str, wish: Wish = Wish.SPEAK) -> Prepare:
    """Hands went up one after the other."""

    def prepare(session: Session) -> None:
        assert session.meeting is not None
        step = session.meeting.step_id or ""
        do(session, *(intents.RaiseHand(step, who(session, name), wish) for name in names))

    return prepare


def called(session: Session) -> None:
    """The first on the stack has the word."""
    assert session.meeting is not None
    first = stack(session.meeting)[0]
    do(session, intents.CallHand(first.id, session.meeting.speaking or ""))


def on_stack(at: Desk) -> list[str]:
    """The names on the stack, in the order they are heard."""
    return [at.session.names[hand.person] for hand in stack(at.meeting)]


def wishes(at: Desk) -> list[tuple[str, Wish]]:
    """The names on the stack and what their hands are for."""
    return [(at.session.names[hand.person], hand.wish) for hand in stack(at.meeting)]


ANA_HEARD = all_of(ASSEMBLED, hands("Ana"), called, hands("Ana", "Bo"))
"""Ana speaks, and wants to speak again before Bo, who was not heard yet."""


async def test_a_hand_is_raised_with_three_keys(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("h", "c", "enter")
        assert at.last() == (
            "hand-raised",
            {"step": "step-1", "person": who(at.session, "Chidi"), "wish": "speak", "turn": ""},
        )
        assert "1 · Chidi" in at.text("#stack")


async def test_letters_that_come_after_enter_do_not_change_what_the_hand_is_for(
    path: Path,
) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.burst("h", "d", "e", "enter", "?")
        assert wishes(at) == [("Dee", Wish.SPEAK)]


async def test_three_keys_are_enough_among_five_hundred_people(path: Path) -> None:
    crowd = [
        f"{first}{second} {third}" for first in "BCDF" for second in "aeiou" for third in range(25)
    ]
    async with desk(path, opened(*crowd, "Zoë", agenda=ASSEMBLY), size=SMALL) as at:
        assert len(at.meeting.present) == 501
        await at.press("h", "z", "enter")
        assert on_stack(at) == ["Zoë"]
        assert "1 · Zoë" in at.text("#hands")


@pytest.mark.parametrize(
    ("sign", "wish", "word"),
    [
        ("?", Wish.QUESTION, "question"),
        ("!", Wish.PROCESS, "process"),
        (">", Wish.RESPONSE, "response"),
        (".", Wish.LAST_WORD, "last word"),
    ],
)
async def test_a_sign_behind_the_name_says_what_a_hand_is_for(
    path: Path, sign: str, wish: Wish, word: str
) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("h")
        await at.enter("bo" + sign)
        assert wishes(at) == [("Bo", wish)]
        assert f"1 · Bo {word}" in at.text("#stack")


async def test_a_sign_without_letters_is_for_the_first_of_the_list(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("h", "!", "enter")
        assert wishes(at) == [("Ana", Wish.PROCESS)]


async def test_a_sign_that_was_wiped_again_counts_for_nothing(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("h", "b", "?", "backspace", "enter")
        assert wishes(at) == [("Bo", Wish.SPEAK)]


async def test_escape_raises_no_hand(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        before = at.facts()
        await at.press("h", "b", "escape")
        assert at.at == "CircleScreen"
        assert at.facts() == before


async def test_a_hand_that_is_up_already_is_said_and_not_raised_twice(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Bo"))) as at:
        before = at.facts()
        await at.press("h", "b", "enter")
        assert at.facts() == before
        assert at.said() == ["Bo's hand is up already."]


async def test_who_was_heard_at_this_step_is_told_where_hands_are_raised(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Chidi"), called)) as at:
        await at.press("h")
        lines = at.text("#choices").splitlines()
        assert [line.split() for line in lines[:3]] == [["Ana"], ["Bo"], ["Chidi", "heard", "here"]]


async def test_process_goes_first_then_responses_then_questions(path: Path) -> None:
    raised = all_of(
        ASSEMBLED,
        hands("Ana"),
        hands("Bo", wish=Wish.QUESTION),
        hands("Chidi", wish=Wish.RESPONSE),
        hands("Dee", wish=Wish.PROCESS),
    )
    async with desk(path, raised) as at:
        assert [line.split()[2] for line in at.text("#stack").splitlines()[:4]] == [
            "Dee",
            "Chidi",
            "Bo",
            "Ana",
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_next_gives_the_word_to_the_first_hand(path: Path, size: Size) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Chidi", "Ana")), size=size) as at:
        assert at.bar()["n"] == "Chidi speaks"
        await at.next()
        assert at.speaker == "Chidi"
        assert "Chidi speaks" in at.view.caption
        assert "▶ Chidi" in at.shown()


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_two_are_announced(path: Path, size: Size) -> None:
    raised = all_of(ASSEMBLED, hands("Chidi", "Ana", "Dee"), called)
    async with desk(path, raised, size=size) as at:
        assert at.view.caption == "Chidi speaks · Ana next, then Dee"
        assert "Ana next, then Dee" in " ".join(at.shown().split())


async def test_a_response_stands_indented_under_the_speaker(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana", "Bo"), called)) as at:
        await at.press("h", "d", ">", "enter")
        speaker, answer, other = at.text("#stack").splitlines()[:3]
        assert speaker.startswith("▶ Ana")
        assert answer.startswith("↳ 1 · Dee response")
        assert other.startswith("2 · Bo")
        await at.next()
        await at.next()
        assert "↳" not in at.text("#stack")


async def test_who_was_not_heard_yet_is_suggested_with_the_reason(path: Path) -> None:
    async with desk(path, ANA_HEARD) as at:
        assert on_stack(at) == ["Ana", "Bo"]
        assert at.text("#status").split("  ")[0].strip() == (
            "s: Bo before Ana? not heard in this step yet"
        )
        assert at.bar()["s"] == "suggested"


async def test_a_suggestion_is_taken_with_a_key_and_the_others_keep_their_order(
    path: Path,
) -> None:
    async with desk(path, all_of(ANA_HEARD, hands("Chidi"))) as at:
        await at.press("s")
        assert at.speaker == "Bo"
        assert on_stack(at) == ["Ana", "Chidi"]


async def test_a_suggestion_that_is_not_taken_changes_no_order(path: Path) -> None:
    async with desk(path, ANA_HEARD) as at:
        assert at.bar()["n"] == "next speaker"
        await at.next()
        assert at.speaker == "Ana"
        assert on_stack(at) == ["Bo"]


async def test_where_nobody_is_suggested_the_key_is_not_offered(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana", "Bo"))) as at:
        before = at.facts()
        assert "s" not in at.bar()
        await at.press("s")
        assert at.facts() == before


async def test_the_stack_menu_lets_anyone_on_it_speak_now(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana", "Bo", "Chidi"))) as at:
        await at.press("k")
        await at.enter("chi")
        assert "The hand of Chidi" in at.shown()
        await at.press("enter")
        assert at.speaker == "Chidi"
        assert on_stack(at) == ["Ana", "Bo"]


async def test_the_stack_menu_lowers_a_hand(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana", "Bo"))) as at:
        await at.press("k", "enter", "down", "enter")
        assert at.kinds()[-1] == "hand-lowered"
        assert on_stack(at) == ["Bo"]


async def test_the_stack_menu_lets_others_go_first(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana", "Bo", "Chidi"))) as at:
        await at.press("k", "enter", "down", "down", "enter")
        assert at.kinds()[-1] == "hand-moved"
        assert on_stack(at) == ["Bo", "Chidi", "Ana"]


async def test_the_menu_of_an_empty_stack_says_how_a_hand_goes_up(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        assert "No hand is up." in at.text("#stack")
        await at.press("k")
        assert at.at == "CircleScreen"
        assert at.said() == ["No hand is up. h raises one."]


async def test_a_closed_stack_takes_one_last_word_and_opens_again(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana"))) as at:
        await at.press("K")
        assert at.kinds()[-1] == "stack-closed"
        await at.after(5 * SECOND)
        assert "1 hand · stack closed" in at.text("#status")
        before = at.facts()
        await at.press("h", "b", "enter")
        assert at.facts() == before
        assert at.said()[-1] == (
            "The stack is closed: a last word or a point of process can be raised."
        )
        await at.press("h", "b", ".", "enter")
        assert wishes(at) == [("Ana", Wish.SPEAK), ("Bo", Wish.LAST_WORD)]
        await at.press("h", "d", ".", "enter")
        assert on_stack(at) == ["Ana", "Bo"]
        assert at.said() == ["The last word is somebody's already. Lower that hand first."]
        await at.press("K")
        assert at.kinds()[-1] == "stack-reopened"
        await at.press("h", "d", "enter")
        assert "Dee" in on_stack(at)


async def test_a_hand_in_a_round_waits_until_the_stack_is_opened(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("h", "d", "enter")
        assert at.speaker == "Ana"
        assert "1 hand up" in at.text("#status")
        assert "✋ Dee" in at.shown()
        await at.next()
        assert at.speaker == "Bo"
        await at.press("f")
        assert at.meeting.floor is not None
        await at.next()
        assert at.speaker == "Dee"


async def test_changing_the_floor_keeps_round_and_stack_where_they_were(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.next()
        await at.press("h", "d", "enter", "f")
        assert at.said()[-1] == "The stack is open · h raises a hand"
        assert on_stack(at) == ["Dee"]
        await at.next()
        assert at.speaker == "Dee"
        await at.press("h", "a", "enter", "f")
        assert at.said()[-1] == "The round goes on."
        await at.next()
        assert at.speaker == "Chidi"
        await at.press("f")
        assert on_stack(at) == ["Ana"]


async def test_back_at_a_closed_stack_it_is_not_called_open(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana"))) as at:
        await at.press("K")
        assert isinstance(at.screen, CircleScreen)
        assert at.screen.label_of(SHUT) == "open stack"
        await at.press("f", "f")
        assert at.said()[-1] == "Back at the stack; it is closed · K opens it"


async def test_raising_a_hand_is_taken_back_with_undo(path: Path) -> None:
    async with desk(path, all_of(ASSEMBLED, hands("Ana"))) as at:
        await at.press("h", "b", "enter", "u")
        assert on_stack(at) == ["Ana"]


async def test_a_hand_is_raised_in_the_middle_of_a_note(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("/")
        await at.type("half a")
        await at.press("ctrl+t", "d", "enter")
        await at.type(" note")
        assert on_stack(at) == ["Dee"]
        assert at.line == "half a note"


async def test_a_name_is_called_from_a_stack_that_a_small_terminal_cuts(path: Path) -> None:
    crowd = [f"Person {number}" for number in range(30)]
    raised = all_of(opened(*crowd, agenda=ASSEMBLY), hands(*crowd))
    async with desk(path, raised, size=SMALL) as at:
        lines = at.text("#hands").splitlines()
        assert lines[-1].startswith("… ")
        shown = len(lines) - 1
        assert lines[-1] == f"… {30 - shown} more"
