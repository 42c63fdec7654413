"""Every key of the skills screen, and the keys and words for skills in a circle."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.lists import DOWN, HERE, REDO, UNDO, UP

SKILLS_GROUP = "Skills"

USED = Command(
    "used",
    "I",
    "used",
    "Write down a skill that was used: + first aid, cooking; + @name for somebody else. At the "
    "step that asks what people teach it is an offer.",
    in_bar=False,
    at_once=True,
    group=SKILLS_GROUP,
    word="used",
    takes="[@NAME] SKILL, SKILL",
)
WISHED = Command(
    "wished",
    "W",
    "wished for",
    "Write down a skill that somebody wishes for: ? sound system; ? @name for somebody else.",
    in_bar=False,
    at_once=True,
    group=SKILLS_GROUP,
    word="wished",
    takes="[@NAME] SKILL, SKILL",
)
LEARNED = Command(
    "learned",
    "L",
    "learned",
    "Somebody can do it now: who, what, and who showed it.",
    in_bar=False,
    at_once=True,
    group=SKILLS_GROUP,
    word="learned",
    takes="NAME: SKILL [from NAME]",
)
PAIRS = Command(
    "pairs",
    "J",
    "pairs",
    "Who could practice with whom: take all the suggested pairs, or one, or make another.",
    in_bar=False,
    at_once=True,
    group=SKILLS_GROUP,
    word="pair",
    takes="[all|N|NAME with NAME: SKILL]",
)
SKILLS = Command(
    "skills",
    "i",
    "skills",
    "The skills of the group: who has, teaches, learns and wishes for which.",
    in_bar=False,
    at_once=True,
    group=SKILLS_GROUP,
    word="skills",
    takes="[SKILL|NAME]",
)
TEACHES = Command(
    "teaches",
    "",
    "teaches",
    "Write down a skill that somebody offers to teach.",
    group=SKILLS_GROUP,
    word="teaches",
    takes="[@NAME] SKILL, SKILL",
)

LOOK = Command(
    "look", "enter", "look", "Show who has, teaches, learns and wishes for it.", group=HERE
)
FILTER = Command(
    "filter",
    "slash",
    "filter",
    "Show only what some words fit: a skill, a person, practical, only one.",
    at_once=True,
    group=HERE,
)
ADD = Command(
    "add",
    "a",
    "add",
    "Write down a skill: + @name first aid (used), ? @name wiring (wished for), "
    "* @name knots (teaches).",
    at_once=True,
    group=SKILLS_GROUP,
)
PAIR = Command(
    "pairs",
    "p",
    "pairs",
    "Who could practice with whom: take all the suggested pairs, or one, or make another.",
    at_once=True,
    group=SKILLS_GROUP,
)
LEARN = Command(
    "learned",
    "l",
    "learned",
    "Somebody can do it now: who, what, and who showed it.",
    at_once=True,
    group=SKILLS_GROUP,
)
RENAME = Command(
    "rename",
    "r",
    "rename",
    "Call the skill something else; the name of another one makes it part of that.",
    at_once=True,
    group=SKILLS_GROUP,
)
SORT = Command(
    "sort",
    "s",
    "sort",
    "Say whether the skill is practical or strategic; skill shares alternate.",
    at_once=True,
    group=SKILLS_GROUP,
)
WITHDRAW = Command(
    "withdraw",
    "x",
    "not so",
    "Take back what is said of somebody and this skill, or end a pairing.",
    at_once=True,
    group=SKILLS_GROUP,
)
PEOPLE = Command("people", "v", "by person", "Change between skills and people.", group=HERE)
BACK = Command(
    "back", "escape", "back", "Go back; a filter is left first.", "escape", at_once=True, group=HERE
)
RIGHT = Command("slide(1)", "right", "right", "See more of a long line.", in_bar=False, group=HERE)
LEFT = Command("slide(-1)", "left", "left", "See its beginning again.", in_bar=False, group=HERE)

IN_CIRCLE = (USED, WISHED, PAIRS, LEARNED, SKILLS)
"""The keys of the circle, in the order of a bar."""

COMMANDS = (
    LOOK,
    PAIR,
    LEARN,
    ADD,
    FILTER,
    PEOPLE,
    BACK,
    UNDO,
    RENAME,
    SORT,
    WITHDRAW,
    REDO,
    DOWN,
    UP,
    RIGHT,
    LEFT,
)
