"""What waits since the last circle, and what about its roles the group should look at, in lines."""

from __future__ import annotations

from facilitator.commands.command import key_name
from facilitator.commands.home import ROLES
from facilitator.core.events import Hat
from facilitator.core.roles.concerns import concerns
from facilitator.core.rota import whose_turn
from facilitator.core.skills.sharing import next_share, share_words
from facilitator.core.words import by, called
from facilitator.journal.group import named
from facilitator.session import Session
from facilitator.ui.role_words import concern_line
from facilitator.ui.text import visible

MOST_PROMISES = 4
MOST_CONCERNS = 3


def what_waits(session: Session, *, next_time: bool) -> list[str]:
    """The next circle, where none is under way, and what was promised at the last one.

    Raises:
        JournalError: the file can't be read, in words.
    """
    names, lines = session.names, []
    if next_time and (parts := _next_time(session)):
        lines.append("Next circle: " + ", ".join(parts))
    promises = session.group.promises()
    for promise in promises[:MOST_PROMISES]:
        owner = called(promise.owner, names) if promise.owner else "nobody yet"
        due = f" · {by(promise.due)}" if promise.due else ""
        lines.append(visible(f"! {owner}: {named(promise.what, names)}{due}"))
    if len(promises) > MOST_PROMISES:
        lines.append(f"and {len(promises) - MOST_PROMISES} more commitments")
    return lines


def _next_time(session: Session) -> list[str]:
    """What was planned for the next circle; where nobody was named, whose turn it is."""
    group, names = session.group, session.names
    planned = group.next_time()
    if planned is None:
        return []
    parts = [visible(planned.when) if planned.when else "no date yet"]
    if planned.facilitator:
        parts.append(f"{visible(called(planned.facilitator, names))} facilitates")
    elif turn := whose_turn(group.history(), Hat.FACILITATOR):
        name = visible(called(turn.person, names))
        parts.append(f"{name}'s turn to facilitate ({turn.brief})")
    if planned.note_taker:
        parts.append(f"{visible(called(planned.note_taker, names))} takes notes")
    return parts if len(parts) > 1 or planned.when else []


def roles_to_look_at(session: Session) -> list[str]:
    """The most pressing of what about its roles the group should look at.

    Raises:
        JournalError: the file can't be read, in words.
    """
    state, names = session.lasting(), session.names
    found = concerns(state, session.day_here)
    lines = [concern_line(each, state, names) for each in found[:MOST_CONCERNS]]
    more = len(found) - len(lines)
    return [*lines, f"and {more} more · {key_name(ROLES.key)} {ROLES.label}"] if more else lines


def skill_share(session: Session) -> list[str]:
    """When skills are shared next, of which sort, and what about; nothing before a debrief.

    Raises:
        JournalError: the file can't be read, in words.
    """
    held = session.group.occasions()
    if not held:
        return []
    state = session.lasting()
    share = next_share(state, held)
    return [visible(share_words(share, state, session.day_here))] if share is not None else []


def beyond_meetings(session: Session) -> list[str]:
    """What there is to look at that outlasts meetings: roles, and when skills are shared.

    Raises:
        JournalError: the file can't be read, in words.
    """
    return [*roles_to_look_at(session), *skill_share(session)]
