"""The closing: promises read back, the next date, minutes written and written again."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import ask, do, who
from support.prepared import all_of, going_to, opened, resumed, turn
from support.screens import PEOPLE, SMALL, Desk, desk

from facilitator.core import intents
from facilitator.core.events import Hat
from facilitator.session import Session

TITLE = "Flood kitchen"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def promised(session: Session) -> None:
    """At the last step: two promises, one of them nobody's; one role claimed, one open."""
    all_of(opened(*PEOPLE, title=TITLE), going_to(4), going_to(6))(session)
    roles = {role.name: role.id for role in session.state.roles.values()}
    do(
        session,
        intents.Commit(("borrow the PA",), "step-6", who(session, "Chidi"), "friday"),
        intents.Commit(("wash up",), "step-6"),
        intents.RecordDecision(("Doors open at 17:00",), "step-6"),
        intents.ClaimRole(roles["Pots"], who(session, "Ana")),
    )


def minutes(path: Path) -> list[Path]:
    folder = path.parent / "minutes"
    return sorted(folder.iterdir()) if folder.exists() else []


def flat(at: Desk) -> str:
    """The screen's words, wherever its lines break."""
    return " ".join(at.shown().split())


async def test_everything_promised_is_read_back(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C")
        assert at.at == "ClosingScreen"
        for words in (
            "! Chidi: borrow the PA · by friday",
            "! nobody yet: wash up",
            "= Doors open at 17:00",
            "Pots: Ana until Sun 7 Dec",
            "Calls: open",
            "1 role unclaimed",
            "1 commitment without an owner",
            "not reached: Witness, Skill, Read back",
            "no date yet",
        ):
            assert words in flat(at)


async def test_closing_writes_the_minutes_and_says_where(path: Path) -> None:
    async with desk(path, promised, size=(200, 60)) as at:
        await at.press("C", "enter")
        assert at.kinds()[-1] == "meeting-closed"
        [written] = minutes(path)
        assert "borrow the PA" in written.read_text("utf-8")
        assert "✓ The circle is closed." in at.shown()
        assert "".join(str(written).split()) in "".join(at.shown().split())
        before = at.facts()
        await at.press("enter")
        assert at.facts() == before
        assert "Enter" not in at.bar()


async def test_what_changes_after_the_close_is_in_the_minutes_at_once(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "enter", "!")
        await at.enter("@dee call the printer by Monday")
        kind, body = at.last()
        assert (kind, body["due"]) == ("commitment-made", "Monday")
        assert body["owner"] == who(at.session, "Dee")
        [written] = minutes(path)
        assert "call the printer" in written.read_text("utf-8")


async def test_undo_opens_a_closed_circle_again_and_the_minutes_say_so(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "enter")
        [written] = minutes(path)
        closed = written.read_text("utf-8")
        await at.press("u")
        assert at.meeting.live
        assert at.kinds()[-1] == "undone"
        assert "Then Enter closes the circle." in flat(at)
        assert "Enter" in at.bar()
        assert written.read_text("utf-8") != closed
        await at.press("escape")
        assert at.at == "CircleScreen"
        await at.press("C", "enter")
        assert minutes(path) == [written]


async def test_redo_closes_it_again(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "enter", "u", "U")
        assert at.meeting.closed is not None


async def test_the_minutes_have_the_day_that_the_words_mean(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "d")
        await at.enter("next friday 19:00")
        assert "next friday 19:00 (Fri 28 Nov)" in flat(at)
        await at.press("enter")
        assert "next friday 19:00 (Fri 28 Nov)" in minutes(path)[0].read_text("utf-8")


async def test_the_next_date_and_hats_are_planned_one_by_one(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "d")
        await at.enter("Fri 4 Dec, 18:30")
        await at.press("f")
        await at.enter("bo")
        await at.press("t")
        await at.enter("dee")
        assert at.last() == (
            "next-meeting-planned",
            {
                "when": "Fri 4 Dec, 18:30",
                "facilitator": who(at.session, "Bo"),
                "note_taker": who(at.session, "Dee"),
                "on": "",
            },
        )
        for words in (
            "› Fri 4 Dec, 18:30",
            "facilitator next time: Bo",
            "note-taker next time: Dee",
        ):
            assert words in at.shown()
        await at.press("d")
        assert at.line == "Fri 4 Dec, 18:30"


async def test_whoever_had_the_hat_today_comes_last_and_before_them_who_had_another(
    path: Path,
) -> None:
    async with desk(path, promised) as at:
        do(
            at.session,
            intents.GiveHat(Hat.FACILITATOR, who(at.session, "Ana")),
            intents.GiveHat(Hat.NOTE_TAKER, who(at.session, "Bo")),
        )
        await at.press("C", "f")
        rows = [row.split()[0] for row in at.text("#choices").splitlines()]
        assert rows == ["Chidi", "Dee", "Bo", "Ana"]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_going_back_closes_nothing(path: Path, key: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("C", key)
        assert at.at == "CircleScreen"
        assert at.facts() == before
        assert at.speaker == "Ana"


async def test_after_the_close_back_leads_to_the_first_screen(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "enter")
        assert at.bar()["Esc"] == "first screen"
        await at.press("escape")
        assert at.at == "HomeScreen"
        assert "Resume" not in at.shown()


async def test_the_way_out_is_shown_on_a_small_terminal_too(path: Path) -> None:
    async with desk(path, promised, size=SMALL) as at:
        await at.press("C")
        assert "Esc back" in at.text("KeyBar")
        await at.press("enter")
        assert "Esc first screen" in at.text("KeyBar")


async def test_the_minutes_are_read_before_and_after_the_close(path: Path) -> None:
    async with desk(path, promised) as at:
        for keys in (("C", "m"), ("enter", "m")):
            await at.press(*keys)
            assert at.at == "ReaderScreen"
            assert "borrow the PA" in at.shown()
            await at.press("escape")
            assert at.at == "ClosingScreen"


async def test_minutes_that_cannot_be_written_are_said_and_the_journal_is_safe(
    path: Path,
) -> None:
    (path.parent / "minutes").write_text("in the way", "utf-8")
    async with desk(path, promised, size=(200, 60)) as at:
        await at.press("C", "enter")
        assert at.kinds()[-1] == "meeting-closed"
        assert "The circle is closed, and safe in the journal." in flat(at)
        assert "there is a file where a folder should be" in flat(at)
        (path.parent / "minutes").unlink()
        await at.press("!")
        await at.enter("sweep the hall")
        assert len(minutes(path)) == 1
        assert "there is a file" not in flat(at)


async def test_a_file_changed_by_hand_is_kept_beside_the_new_one(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "enter")
        [written] = minutes(path)
        written.write_text(written.read_text("utf-8") + "\nby hand\n", "utf-8")
        await at.press("!")
        await at.enter("sweep the hall")
        kept = [each for each in minutes(path) if "by hand" in each.read_text("utf-8")]
        assert len(minutes(path)) == 2
        assert kept


async def test_a_closed_circle_is_not_offered_again(path: Path) -> None:
    async with desk(path, promised) as at:
        await at.press("C", "enter", "escape")
    async with desk(path, resumed, home=True) as at:
        assert "Resume" not in at.shown()
        assert ask(path, "SELECT count(*) FROM meetings WHERE closed IS NOT NULL") == [(1,)]


async def test_what_is_shown_to_all_is_what_all_agreed_to(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), size=SMALL) as at:
        await at.after(60_000)
        await at.next()
        await at.press("C", "b")
        assert at.at == "ConfirmScreen"
        assert "the names of all who spoke" in at.text("#words")
        await at.press("enter")
        shown = at.text("_Lines")
        assert "Ana" in shown
        assert "Chidi" not in shown
        assert "Dee" not in shown
        assert "2 people have not spoken" in shown
