"""A circle in which lines were written down."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.lines import lines_of
from facilitator.core.placing import asked, here_and_now
from facilitator.core.words import plain
from support.agendas import DEBRIEF
from support.play import Circle

PEOPLE = ["Ana", "Bo", "Chidi"]


def circle(*lines: str) -> Circle:
    """A circle in which these lines were written down, while nobody spoke."""
    made = Circle(DEBRIEF, PEOPLE)
    made.do(intents.OpenCircle())
    for line in lines:
        write(made, line)
    return made


def wanted(made: Circle, line: str) -> intents.Intent:
    wish = asked(understand(line, made.names), here_and_now(made.meeting), made.state, made.names)
    assert isinstance(wish, intents.Intent)
    return wish


def write(made: Circle, line: str) -> None:
    made.do(wanted(made, line))


def told(made: Circle) -> list[str]:
    return [plain(line.text, made.names) for line in lines_of(made.state, made.meeting)]


def undo(made: Circle) -> None:
    made.do(intents.Undo(made.state.facts[-1].action))
