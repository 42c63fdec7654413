"""Every key of the first screen."""

from __future__ import annotations

from facilitator.commands.command import Command

ROLES = Command(
    "roles",
    "o",
    "roles",
    "The roles of the group: who has what until when, who is next, what is open.",
)
COMMITMENTS = Command(
    "commitments",
    "c",
    "commitments",
    "The commitments of the group: whose, what, by when, and what became of each.",
)
SKILLS = Command(
    "skills",
    "k",
    "skills",
    "The skills of the group: who has, teaches, learns and wishes for which.",
)
COMMANDS = (
    Command("start", "s", "start a circle", "Choose an agenda and gather people."),
    Command("resume", "r", "resume", "Go back to the circle that waits."),
    Command("take_notes", "n", "take notes", "Take notes at the circle that goes on elsewhere."),
    Command(
        "rehearse",
        "e",
        "rehearse",
        "Try every key with nine invented people; nothing is kept.",
    ),
    COMMITMENTS,
    ROLES,
    SKILLS,
    Command("minutes", "m", "minutes", "Read the minutes of an earlier circle."),
    Command(
        "mend",
        "l",
        "last circle",
        "Go back to the closing of the last circle: add to it, or reopen it.",
    ),
    Command("quit_program", "q", "quit", "Close the program. Everything is saved."),
)
