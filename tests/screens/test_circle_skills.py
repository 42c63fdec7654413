"""Skills in a circle: written down while people speak, paired at their step, learned at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import who
from support.prepared import Prepare, all_of, turn
from support.screens import SMALL, Desk, desk
from support.skills import ASKED, PAIR, PEOPLE, TEACH, WISH, known, sharing, spoken
from textual.widgets import Input

from facilitator.core.events import Sense
from facilitator.core.skill import Skill
from facilitator.widgets.field import EntryField


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def skill(at: Desk, words: str) -> Skill:
    found = at.session.state.skills.named(words)
    assert found is not None, words
    return found


def asked(at: Desk) -> str:
    """What the line of notes says that can be typed in it."""
    field = at.screen.query_one("#words", Input)
    return str(field.placeholder)


@pytest.mark.parametrize(
    ("typed", "chips", "sense", "whose"),
    [
        ("+ cooking for 100", "+ used · Cooking for 100 · Ana", Sense.USED, "Ana"),
        ("? sound system", "? wished for · sound system (new) · Ana", Sense.WISHED, "Ana"),
        ("+ @bo first aid", "+ used · First aid · Bo", Sense.USED, "Bo"),
        ("? dee: wiring, knots", "? wished for · wiring (new), knots (new) · Dee", None, "Dee"),
    ],
)
async def test_a_line_says_what_it_will_become_and_becomes_it(
    path: Path, typed: str, chips: str, sense: Sense | None, whose: str
) -> None:
    async with desk(path, all_of(spoken(), known)) as at:
        await at.press("/")
        await at.type(typed)
        assert chips in at.shown()
        before = len(at.facts())
        await at.press("enter")
        new = at.facts()[before:]
        assert {kind for kind, _ in new} == {"skill-filed"}
        assert len(new) == (1 if sense else 2)
        _, body = new[-1]
        assert (body["person"], body["step"]) == (who(at.session, whose), f"step-{ASKED}")
        assert sense is None or body["sense"] == sense.value
        assert at.line == ""


@pytest.mark.parametrize(
    ("typed", "chips", "words"),
    [
        ("+", "+ used · which skill? · Ana", "Which skill? Type it after the +, as in: + first"),
        ("?", "? wished for · which skill? · Ana", "Which skill? Type it after the ?, as in: ? f"),
    ],
)
async def test_a_line_that_says_too_little_comes_back_with_the_reason(
    path: Path, typed: str, chips: str, words: str
) -> None:
    async with desk(path, spoken()) as at:
        await at.press("/")
        await at.type(typed)
        assert chips in at.shown()
        before = at.facts()
        await at.press("enter")
        assert at.facts() == before
        assert words in at.said()[-1]
        assert at.line.strip() == typed


@pytest.mark.parametrize("typed", ["?? who has the key", "+1", "+1 for that"])
async def test_what_asks_or_agrees_is_still_a_note(path: Path, typed: str) -> None:
    async with desk(path, spoken()) as at:
        await at.press("/")
        await at.enter(typed)
        assert at.last()[0] == "note-taken"


async def test_where_people_say_what_they_teach_a_plus_is_an_offer(path: Path) -> None:
    async with desk(path, spoken(TEACH)) as at:
        assert asked(at).startswith("+ what they can teach")
        assert at.bar()["I"] == "teaches"
        await at.press("I")
        await at.type("knots")
        assert f"+ teaches · knots (new) · {at.speaker}" in at.shown()
        await at.press("enter")
        assert at.last()[1]["sense"] == "teaches"
        assert f"★ {at.speaker} knots" in at.text("#notes")
        await at.enter("a note without a sign")
        assert at.last()[1]["filing"] == "teach"


@pytest.mark.parametrize(
    ("prepare", "words", "keys"),
    [
        (spoken(ASKED), "+ skill used   ? skill wished for", {"I", "W", "L"}),
        (spoken(WISH), "? what they wish to learn", {"I", "W"}),
        (turn(*PEOPLE), "/ note   ! commitment", set()),
    ],
)
async def test_the_line_asks_for_what_the_step_is_about(
    path: Path, prepare: Prepare, words: str, keys: set[str]
) -> None:
    async with desk(path, prepare) as at:
        assert asked(at).startswith(words)
        assert set(at.bar()) & {"I", "W", "J", "L", "i"} == keys


async def test_a_key_begins_the_line_with_the_sign(path: Path) -> None:
    async with desk(path, spoken()) as at:
        await at.press("W")
        assert at.line == "? "
        await at.enter("wiring")
        assert list(skill(at, "wiring").wishes) == [who(at.session, "Ana")]
        await at.press("escape", "u")
        assert at.session.state.skills.named("wiring") is None
        assert "Taken back: Ana wishes for “wiring”" in at.said()[-1]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("+ fir", "+ First aid"),
        ("? cooking for 100, fac", "? cooking for 100, Facilitating"),
        ("+ @bo kee", "+ @bo Keeping the book"),
        ("+ @b", "+ @Bo"),
        ("thanks @chi", "thanks @Chidi"),
    ],
)
async def test_tab_completes_a_skill_of_the_group_or_a_person(
    path: Path, typed: str, whole: str
) -> None:
    async with desk(path, all_of(spoken(), known)) as at:
        await at.press("/")
        await at.type(typed)
        await at.press("tab")
        assert at.line == whole


async def test_a_note_is_not_completed_with_skills(path: Path) -> None:
    async with desk(path, all_of(spoken(), known)) as at:
        await at.press("/")
        await at.type("fir")
        field = at.screen.focused
        assert isinstance(field, EntryField)
        assert not field._suggestion


async def test_what_one_line_filed_stands_in_one_line_of_the_notes(path: Path) -> None:
    async with desk(path, spoken()) as at:
        await at.press("/")
        await at.enter("+ first aid, cooking")
        await at.enter("? wiring")
        notes = at.text("#notes").splitlines()
        assert notes[0].strip().endswith("+ Ana first aid, cooking")
        assert notes[1].strip().endswith("? Ana wiring")


async def test_at_its_step_the_circle_sees_who_could_practice_with_whom(path: Path) -> None:
    async with desk(path, all_of(sharing(PAIR), known)) as at:
        panel = at.text("#pairs")
        assert "✓ Bo shows First aid to Dee" in panel
        assert "· Bo shows First aid to Chidi" in panel
        assert "Facilitating: nobody has it yet" in panel
        assert at.bar()["J"] == "2 pairs"
        await at.press("J", "enter")
        assert len([*at.session.state.skills.practicing()]) == 3
        assert "2 pairs made" in at.said()[-1]
        assert at.bar()["J"] == "pairs"
        made = [body["step"] for kind, body in at.facts() if kind == "pairing-made"]
        assert made == ["", f"step-{PAIR}", f"step-{PAIR}"]
        await at.press("u")
        assert len([*at.session.state.skills.practicing()]) == 1


async def test_elsewhere_the_pairs_are_out_of_the_way(path: Path) -> None:
    async with desk(path, all_of(spoken(), known)) as at:
        assert not at.screen.query_one("#pairs").display


async def test_one_pair_is_taken_by_a_few_letters_on_a_small_screen_too(path: Path) -> None:
    async with desk(path, all_of(sharing(PAIR), known), size=SMALL) as at:
        assert at.bar()["J"] == "2 pairs"
        await at.press("J")
        await at.enter("keeping")
        pairs = [*at.session.state.skills.practicing()]
        assert pairs[-1].learner == who(at.session, "Eli")


async def test_another_pair_is_a_skill_a_learner_and_who_shows_it(path: Path) -> None:
    async with desk(path, all_of(sharing(PAIR), known)) as at:
        await at.press("J")
        await at.enter("another pair")
        await at.enter("another skill")
        await at.enter("Knots")
        await at.enter("eli")
        await at.enter("bo")
        pair = [*at.session.state.skills.practicing()][-1]
        assert (at.session.state.skills.called(pair.skill), pair.learner, pair.teacher) == (
            "Knots",
            who(at.session, "Eli"),
            who(at.session, "Bo"),
        )
        await at.press("J")
        await at.enter("knots")
        assert pair.id not in {each.id for each in at.session.state.skills.practicing()}


async def test_who_can_do_it_now_is_written_down_with_who_showed_it(path: Path) -> None:
    async with desk(path, all_of(sharing(PAIR), known)) as at:
        await at.press("L")
        await at.enter("dee: first")
        learned = skill(at, "first aid").learned
        assert learned[who(at.session, "Dee")].teacher == who(at.session, "Bo")
        await at.press("L")
        await at.enter("eli")
        await at.enter("keeping")
        await at.enter("nobody")
        assert skill(at, "keeping the book").learned[who(at.session, "Eli")].teacher == ""
        assert "+ Eli learned Keeping the book" in at.text("#notes")


async def test_the_skills_of_the_group_are_a_key_away(path: Path) -> None:
    async with desk(path, all_of(spoken(), known)) as at:
        await at.press("i")
        assert at.at == "SkillsScreen"
        assert "Keeping the book" in at.shown()
        await at.press("escape")
        assert at.at == "CircleScreen"


async def test_who_has_left_the_room_is_not_paired(path: Path) -> None:
    async with desk(path, all_of(sharing(PAIR), known)) as at:
        await at.press("x")
        await at.enter("eli")
        assert "Eli" not in at.text("#pairs")


async def test_a_line_that_was_said_already_is_told_calmly_and_leaves_the_field(
    path: Path,
) -> None:
    async with desk(path, spoken()) as at:
        await at.press("/")
        await at.enter("+ first aid")
        before = at.facts()
        await at.enter("+ FIRST AID")
        assert at.facts() == before
        assert at.line == ""
        assert "That is written down already." in (*at.said(), at.text("#status").strip())
        assert not at.screen.query_one("#status").has_class("warns")
        assert at.session.drafts.text("capture") == ""
        await at.enter("+ first aid, wiring")
        assert [body["skill"] for _, body in at.facts()[len(before) :]] == ["wiring"]
        assert at.line == ""


async def test_a_line_that_was_said_already_does_not_come_back_with_one_that_is_refused(
    path: Path,
) -> None:
    async with desk(path, spoken()) as at:
        await at.press("/")
        await at.enter("+ first aid")
        await at.paste("+ first aid\n+ @zed wiring\n")
        await at.press("enter", "escape")
        assert "@zed wiring" in at.line
        assert "first aid" not in at.line
