"""How long a log takes to come into a journal, and whether twice the lines take twice the time."""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.report import Figure
from facilitator.core.events import MeetingImported
from facilitator.importing.bringing import bring
from facilitator.importing.reading import Kind, Wanted, read_log
from facilitator.importing.texts import lines_of
from facilitator.journal.store import Journal
from facilitator.keeper import minutes_folder, put
from facilitator.minutes.markdown import markdown

FEW, MANY = 10_000, 100_000
GOAL_SECONDS, GOAL_RATIO = 10.0, 1.3

NICKS = (
    "ana",
    "bo",
    "chidi",
    "dee",
    "eli",
    "fatima",
    "goran",
    "hui",
    "ines",
    "jo",
    "kofi",
    "lucia",
)
SECONDS = 30_000
"""From the first line to the last."""


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Import a long log, and one ten times as long, with their minutes."""
    del effort
    _seconds(folder, 100)  # what is loaded with the first due date is not counted
    few = _seconds(folder, FEW)
    many = _seconds(folder, MANY)
    each = ((few / FEW) * 1e6, (many / MANY) * 1e6)
    return [
        Figure(f"import of {FEW:,} lines, with minutes", "s", (few,)),
        Figure(f"import of {MANY:,} lines, with minutes", "s", (many,), (), GOAL_SECONDS),
        Figure(
            f"a line among {MANY:,} against one among {FEW:,}",
            "µs",
            (each[1],),
            (each[0],),
            GOAL_RATIO,
        ),
    ]


def log_of(lines: int) -> str:
    """A log in the style of the W3C with so many lines, at the same times each time."""
    chance = random.Random(1)
    told = ["12:00:00 <ana> Date: 1 March 2015", "12:00:00 <ana> scribe: bo"]
    for place in range(lines - len(told)):
        second = 12 * 3600 + place * SECONDS // lines
        at = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        nick, words = _said(place, lines, chance)
        told.append(f"{at} <{nick}> {words}")
    return "\n".join(told) + "\n"


def _said(place: int, lines: int, chance: random.Random) -> tuple[str, str]:
    nick = chance.choice(NICKS)
    if place % max(1, lines // 100) == 0:
        return nick, f"Topic: number {place}"
    special = {
        5: (nick, f"ACTION: {chance.choice(NICKS)} to carry table {place} by friday"),
        9: (nick, f"RESOLVED: doors open at {place}"),
        12: ("bo", f"{chance.choice(NICKS)}: we need {place} shelves"),
        13: ("bo", "... and a roof"),
        20: (nick, "s/shelves/racks/"),
        30: (nick, f"https://example.org/{place}"),
    }
    usual = nick, f"line {place} of what was said about the kitchen and the pots"
    return special.get(place % 50, usual)


def _seconds(folder: Path, lines: int) -> float:
    data = log_of(lines).encode()
    began = time.perf_counter()
    log = read_log(lines_of(data), Kind.IRC, Wanted((date(2015, 3, 1), "")))
    journal = Journal.open(folder / f"{lines}.db")
    origin = MeetingImported(Kind.IRC.value, "log.txt", "0" * 64)
    session, _ = bring(journal, log.meetings[0], "Kitchen", origin)
    meeting = session.meeting
    if meeting is None:
        raise RuntimeError("nothing was imported")
    text = markdown(session.state, meeting, session.names, session.now())
    put(minutes_folder(journal.path), meeting, text)
    taken = time.perf_counter() - began
    journal.close()
    return taken
