"""The skills of the group: a matrix to look at, to filter, and to mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, who
from support.prepared import Prepare, all_of, opened, sending
from support.screens import PEOPLE, SMALL, Desk, desk
from support.skills import SHARE, between_meetings, held, says

from facilitator.core import intents
from facilitator.core.events import Sense, SkillSort
from facilitator.core.skill import Skill
from facilitator.session import Session
from facilitator.widgets.skill_list import SkillList


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def skill(at: Desk, words: str) -> Skill:
    found = at.session.state.skills.named(words)
    assert found is not None, words
    return found


def rows(at: Desk) -> list[str]:
    """The lines of the matrix, so far as they are in sight."""
    return [line.rstrip() for line in at.text("#skills").splitlines() if line.strip()]


def words(line: str) -> str:
    return " ".join(line.split())


def named(at: Desk) -> list[str]:
    return [line.name for line in at.screen.query_one(SkillList).lines]


async def go(at: Desk, words: str) -> None:
    """Put the cursor on a skill."""
    skills = at.screen.query_one(SkillList)
    skills.cursor = at.session.state.skills.key_of(words)
    await at.settle()


async def test_a_skill_has_a_line_with_who_teaches_has_learns_and_wishes_for_it(
    path: Path,
) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        assert at.at == "SkillsScreen"
        assert named(at) == ["Keeping the book", "Facilitating", "Cooking for 100", "First aid"]
        first, second, _, aid = rows(at)
        assert words(first) == "▌!Keeping the book 1 · · 1 only one + Ana ? Eli"
        assert words(second) == "!Facilitating · · · 1 nobody ? Dee"
        assert words(aid) == "First aid practical 2 1 1 2 ★ Bo + Ana ◐ Dee ? Chidi, Dee"
        assert at.headline() == (
            "Skills",
            "Sun 23 Nov",
            "4 skills · 1 shared · ! 1 with one person",
        )
        assert "★ teaches   + has   ◐ learns   ? wishes   ! only one" in at.shown()
        await at.press("escape")
        assert at.at == "HomeScreen"


async def test_home_says_when_skills_are_shared_next(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        waits = " ".join(at.text("#waits").split())
        assert "Skill share due by Tue 25 Nov, 48 hours after the debrief, practical:" in waits
        assert "First aid (2 wishes), Facilitating and Keeping the book" in waits


async def test_before_the_first_circle_there_is_no_way_to_skills(path: Path) -> None:
    async with desk(path, home=True) as at:
        await at.press("k")
        assert at.at == "HomeScreen"
        assert "Skills" not in at.text("#menu")


async def test_a_group_without_skills_is_told_how_to_begin(path: Path) -> None:
    nothing_known = all_of(opened(*PEOPLE), sending(intents.CloseCircle()))
    async with desk(path, nothing_known, home=True, size=SMALL) as at:
        await at.press("k")
        assert "a writes one down: + @ana first aid (used)" in " ".join(at.shown().split())
        assert set(at.bar()) >= {"a", "p", "l", "Esc"}
        await at.press("enter", "v", "r", "s", "x", "slash")
        assert at.at == "SkillsScreen"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aid", ["First aid"]),
        ("eli", ["Keeping the book"]),
        ("DÉE", ["Facilitating", "First aid"]),
        ("practical", ["First aid"]),
        ("only one", ["Keeping the book"]),
        ("nobody", ["Facilitating"]),
        ("first dee", ["First aid"]),
        ("juggling", []),
    ],
)
async def test_typing_filters_the_lines(path: Path, typed: str, found: list[str]) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k", "/")
        await at.type(typed)
        assert named(at) == found
        if not found:
            assert f"Nothing fits “{typed}”" in at.shown()
        await at.press("enter")
        assert named(at) == found
        await at.press("escape")
        assert len(named(at)) == 4
        assert at.at == "SkillsScreen"


async def test_a_line_for_each_person_shows_what_hangs_on_them(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        assert at.bar()["v"] == "by person"
        await at.press("v")
        assert named(at) == ["Ana", "Bo", "Chidi", "Dee", "Eli"]
        assert "the only one with Keeping the book" in rows(at)[0]
        assert words(rows(at)[3]) == "Dee · · 1 2 ◐ First aid ? Facilitating, First aid"
        assert "r" not in at.bar()
        await at.press("enter")
        assert "the only one with Keeping the book" in at.shown()
        await at.press("escape", "v")
        assert at.bar()["v"] == "by person"


async def test_enter_tells_all_about_a_skill(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        await go(at, "first aid")
        assert "2 people have it · practical" in at.text("#about")
        await at.press("enter")
        assert at.in_dialog()
        shown = at.shown()
        for words in (
            "2 people have it.",
            "★ Bo: offers it since Sun 23 Nov",
            "+ Ana: used it on Sun 23 Nov",
            "◐ Dee learns it from Bo, since Sun 23 Nov",
            "? Chidi, since Sun 23 Nov",
        ):
            assert words in shown
        await at.press("escape")
        assert at.at == "SkillsScreen"


async def test_a_skill_is_written_down_by_hand(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k", "a")
        await at.enter("* @eli knots, sailing")
        assert list(skill(at, "knots").said(Sense.TEACHES)) == [who(at.session, "Eli")]
        assert "sailing" in named(at)
        await at.press("a")
        await at.enter("knots")
        assert "Begin with a sign and a name" in at.shown()
        await at.press("escape", "a")
        await at.enter("+ @zed knots")
        assert "Nobody of that name: zed." in at.shown()
        await at.press("escape", "u")
        assert "knots" not in named(at)


async def test_a_skill_is_renamed(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        await go(at, "cooking for 100")
        await at.press("r", "ctrl+u")
        await at.enter("Cooking for many")
        assert "Cooking for many" in named(at)
        assert at.last()[1]["name"] == "Cooking for many"
        await at.press("u")
        assert "Cooking for 100" in named(at)


async def test_the_name_of_another_skill_asks_before_two_become_one(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        await go(at, "cooking for 100")
        await at.press("r", "ctrl+u")
        await at.enter("first aid")
        assert "“Cooking for 100” becomes part of “First aid”" in at.shown()
        await at.press("escape")
        assert len(named(at)) == 4
        await at.press("r", "ctrl+u")
        await at.enter("first aid")
        await at.press("enter")
        assert named(at) == ["Keeping the book", "Facilitating", "First aid"]
        assert who(at.session, "Chidi") in skill(at, "cooking for 100").used
        await at.press("u")
        assert len(named(at)) == 4


async def test_a_skill_gets_its_sort(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        await go(at, "facilitating")
        await at.press("s")
        await at.enter("strategic")
        assert skill(at, "facilitating").sort is SkillSort.STRATEGIC


async def test_pairs_and_learning_are_written_down_between_meetings(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k", "p", "enter")
        assert [each.meeting for each in at.session.state.skills.practicing()][-2:] == ["", ""]
        await at.press("l")
        await at.enter("chidi: first aid")
        learned = skill(at, "first aid").learned[who(at.session, "Chidi")]
        assert (learned.teacher, learned.meeting) == (who(at.session, "Bo"), "")
        await at.press("u", "u", "u")
        assert len([*at.session.state.skills.practicing()]) == 1


async def test_what_is_not_so_is_taken_back(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k")
        await go(at, "first aid")
        await at.press("x")
        await at.enter("chidi wishes")
        assert list(skill(at, "first aid").wishes) == [who(at.session, "Dee")]
        await at.press("x")
        await at.enter("shows")
        assert not [*at.session.state.skills.practicing()]


async def test_who_left_the_group_is_not_there_any_more(path: Path) -> None:
    def left(at: Session) -> None:
        held(at)
        between_meetings(at)
        do(at, intents.LeaveGroup(who(at, "Ana")))

    async with desk(path, left, home=True) as at:
        await at.press("k")
        assert named(at) == ["First aid", "Facilitating", "Keeping the book", "Cooking for 100"]
        assert "only one  ★ Bo" in rows(at)[0]
        assert "nobody  ? Eli" in rows(at)[2]
        assert "Ana" not in at.text("#skills")


async def test_who_is_forgotten_is_someone(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        at.session.forget(who(at.session, "Bo"))
        await at.press("k")
        assert "★ someone" in at.text("#skills")


async def test_the_cursor_stays_on_its_skill_when_lines_move(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await at.press("k", "down", "down", "down")
        skills = at.screen.query_one(SkillList)
        assert skills.cursor == "first aid"
        await at.press("a")
        await at.enter("+ @bo keeping the book")
        assert skills.cursor == "first aid"
        await at.press("home")
        assert skills.cursor == skills.lines[0].id
        await at.press("end", "down", "pagedown")
        assert skills.cursor == skills.lines[-1].id


async def test_a_long_line_is_slid_along_and_back(path: Path) -> None:
    def crowded(at: Session) -> None:
        names = tuple(f"Person {place}" for place in range(40))
        opened(*names, agenda=SHARE)(at)
        for name in names:
            says(at, name, "First aid")
        do(at, intents.CloseCircle())

    async with desk(path, crowded, home=True, size=SMALL) as at:
        await at.press("k")
        assert "Person 0," in rows(at)[0]
        assert rows(at)[0].endswith("…")
        await at.press(*["right"] * 60)
        assert "Person 39" in rows(at)[0]
        assert "‹" in rows(at)[0]
        await at.press(*["left"] * 60)
        assert "Person 0," in rows(at)[0]


def large(skills: int, people: int) -> Prepare:
    """Many people of whom much is known."""

    def prepare(at: Session) -> None:
        names = [f"Person {place}" for place in range(people)]
        do(at, intents.CallMeeting("", SHARE))
        at.send_all([intents.Welcome(name) for name in names])
        do(at, intents.OpenCircle())
        everyone = list(at.names)
        at.send_all(
            [
                intents.FileSkill(
                    person,
                    (f"Skill {(place * 7 + step) % skills}",),
                    (Sense.USED, Sense.WISHED, Sense.TEACHES)[(place + step) % 3],
                )
                for place, person in enumerate(everyone)
                for step in range(6)
            ]
        )
        do(at, intents.CloseCircle())

    return prepare


async def test_two_hundred_skills_and_five_hundred_people_are_all_there(path: Path) -> None:
    async with desk(path, large(200, 500), home=True) as at:
        await at.press("k")
        assert len(named(at)) == 200
        await at.press("end")
        assert "Skill 9" in at.text("#skills")
        await at.press("v", "end")
        assert len(named(at)) == 500
        await at.press("/")
        await at.type("person 499")
        assert named(at) == ["Person 499"]
