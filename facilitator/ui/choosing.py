"""What a selection is about, as it stands: the role, who is nominated how often, the result."""

from __future__ import annotations

from collections import Counter

from facilitator.commands.choosing import VOICE
from facilitator.commands.command import key_name
from facilitator.core.agenda import Selection
from facilitator.core.roles.standing import role_called
from facilitator.core.roles.wording import next_words, role_line
from facilitator.core.selection import (
    Asking,
    asking,
    nominations,
    proposed,
    selection_here,
    standing_objections,
)
from facilitator.core.state import Meeting, State
from facilitator.core.words import Names, called, length, number
from facilitator.ui.text import fit

LONGEST = 160
"""Cells of one line: two lines of a small screen, so that each of them has room."""


def about_selection(state: State, meeting: Meeting, names: Names, day: str) -> tuple[str, ...]:
    """What stands beside the question of a selection on an ISO date; nothing at other steps.

    While people nominate it is what the role is for; then how often each was nominated; once
    somebody is chosen, until when.
    """
    plan, step = selection_here(meeting), meeting.step_id
    if plan is None or step is None:
        return ()
    asked = asking(meeting, step)
    lines: list[str] = []
    if asked is Asking.CHOSEN:
        lines += _result(state, plan, names, day)
    elif asked is Asking.NOMINATE:
        lines += _role(plan)
    if asked is not Asking.CHOSEN:
        lines += _tally(meeting, step, names)
        lines += _against(meeting, step)
    return tuple(fit(" ".join(line.split()), LONGEST) for line in lines)


def _role(plan: Selection) -> list[str]:
    """What for, for how long, and what there is to do and to know."""
    lines = [plan.purpose] if plan.purpose.strip() else []
    weekly = f"; each week: {', '.join(plan.weekly)}" if plan.weekly else ""
    lines.append(f"For {length(0, plan.months)}{weekly}")
    if plan.skills:
        lines.append(f"To know, and to pass on: {', '.join(plan.skills)}")
    return lines


def _tally(meeting: Meeting, step: str, names: Names) -> list[str]:
    said = Counter(each.person for each in nominations(meeting, step).values())
    if not said:
        return []
    tally = [f"{called(person, names)} {times}" for person, times in said.most_common()]
    return [f"Nominated: {', '.join(tally)}"]


def _against(meeting: Meeting, step: str) -> list[str]:
    proposal = proposed(meeting, step)
    count = len(standing_objections(meeting, proposal)) if proposal is not None else 0
    if not count:
        return []
    stand = "1 objection stands" if count == 1 else f"{number(count)} objections stand"
    return [f"{stand}: {key_name(VOICE.key)} says what takes care of it"]


def _result(state: State, plan: Selection, names: Names, day: str) -> list[str]:
    """Until when, or whose successor somebody is now."""
    role = role_called(state, plan.role)
    if role is None:
        return []
    held = role.held_on(day)
    following = next_words(role, held[0], names) if len(held) == 1 else ""
    return [role_line(role, day, names) + (f"; {following}" if following else "")]
