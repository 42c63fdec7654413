"""What waits since the last circle: commitments, roles to look at, the next skill share."""

from __future__ import annotations

from facilitator.commands.command import key_name
from facilitator.commands.home import COMMITMENTS, ROLES
from facilitator.core.commitments.standing import promises
from facilitator.core.commitments.wording import count_words
from facilitator.core.events import Hat
from facilitator.core.roles.concerns import concerns
from facilitator.core.rota import whose_turn
from facilitator.core.skills.sharing import next_share, share_words
from facilitator.core.state import State
from facilitator.core.words import called
from facilitator.dates import dated, with_its_day
from facilitator.session import Session
from facilitator.ui.commitment_words import commitment_line
from facilitator.ui.role_words import concern_line
from facilitator.ui.text import visible

MOST_PROMISES = 4
MOST_CONCERNS = 3


def what_waits(session: Session, *, next_time: bool) -> list[str]:
    """The next circle, where none is under way, and what outlasts circles.

    Raises:
        JournalError: the file can't be read, in words.
    """
    parts = _next_time(session) if next_time else []
    state = session.lasting()
    return [
        *(["Next circle: " + ", ".join(parts)] if parts else []),
        *_commitments_to_keep(session, state),
        *_roles_to_look_at(session, state),
        *_skill_share(session, state),
    ]


def _next_time(session: Session) -> list[str]:
    """What was planned for the next circle; where nobody was named, whose turn it is."""
    group, names = session.group, session.names
    planned = group.next_time()
    if planned is None:
        return []
    when = with_its_day(planned.when or "", planned.said_on)
    parts = [visible(when) if when else "no date yet"]
    if planned.facilitator:
        parts.append(f"{visible(called(planned.facilitator, names))} facilitates")
    elif turn := whose_turn(group.history(), Hat.FACILITATOR):
        name = visible(called(turn.person, names))
        parts.append(f"{name}'s turn to facilitate ({turn.brief})")
    if planned.note_taker:
        parts.append(f"{visible(called(planned.note_taker, names))} takes notes")
    return parts if len(parts) > 1 or planned.when else []


def _commitments_to_keep(session: Session, state: State) -> list[str]:
    """How many commitments are due, and the most pressing of what is still to be done."""
    day, names = session.day_here, session.names
    every = promises(dated(state.commitments.values()), day)
    ahead = [each for each in every if not each.standing.over]
    counts = count_words(ahead)
    lines = [f"Commitments: {counts}"] if counts else []
    lines += [commitment_line(each, names, day) for each in ahead[:MOST_PROMISES]]
    more = len(ahead) - MOST_PROMISES
    key = f"{key_name(COMMITMENTS.key)} {COMMITMENTS.label}"
    return [*lines, f"and {more} more · {key}"] if more > 0 else lines


def _roles_to_look_at(session: Session, state: State) -> list[str]:
    """The most pressing of what about its roles the group should look at."""
    found = concerns(state, session.day_here)
    lines = [concern_line(each, state, session.names) for each in found[:MOST_CONCERNS]]
    more = len(found) - len(lines)
    return [*lines, f"and {more} more · {key_name(ROLES.key)} {ROLES.label}"] if more else lines


def _skill_share(session: Session, state: State) -> list[str]:
    """When skills are shared next, of which sort, and what about; nothing before a debrief."""
    held = session.group.occasions()
    if not held:
        return []
    share = next_share(state, held)
    return [visible(share_words(share, state, session.day_here))] if share is not None else []
