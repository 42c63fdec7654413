"""Rules for calling a meeting and for who is in the room: arrivals, seats, hats, departures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from facilitator.core import events, intents
from facilitator.core.events import PersonId
from facilitator.core.intents import Here, Refusal
from facilitator.core.rulebook import RULES, Case, Decision, Stage, rule
from facilitator.core.state import Meeting, NextMeeting, State

NEWCOMER = "*"
"""Marks a newcomer, typed behind a name and shown there."""

_BULLET = re.compile(r"^\s*(?:[-*•·–]\s+|\d{1,3}[.)]\s+)")


def same_name(name: str) -> str:
    """A name as it is compared: case, spacing and Unicode form make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def names_in_line(words: str, known: Mapping[PersonId, str]) -> list[str]:
    """The names in one typed line, parted by commas or semicolons, in their order.

    Args:
        words: as typed.
        known: what everyone is called whom the group knows: such a name is one, comma and all.
    """
    name, _ = marked_name(words)
    return _names([words] if known_as(name, known) else re.split(r"[,;]", words))


def names_in_list(lines: Iterable[str]) -> list[str]:
    """The names in a list, each with a line of its own, in their order.

    A comma belongs to the name. Bullets and numbers at the start of a line are dropped.
    """
    return _names(_BULLET.sub("", line) for line in lines)


def _names(parts: Iterable[str]) -> list[str]:
    return [name for name in (" ".join(part.split()) for part in parts) if name]


def marked_name(words: str) -> tuple[str, bool]:
    """A typed name, and whether a ``*`` behind it marks a newcomer."""
    name = words.strip()
    if name.endswith(NEWCOMER):
        return name.removesuffix(NEWCOMER).rstrip(), True
    return name, False


def known_as(name: str, names: Mapping[PersonId, str]) -> list[PersonId]:
    """Everyone who goes by a name."""
    wanted = same_name(name)
    return [person for person, called in names.items() if same_name(called) == wanted]


def misnamed(
    meeting: Meeting | None, person: PersonId, name: str, names: Mapping[PersonId, str]
) -> Refusal | None:
    """Why a person can't be called so, or ``None``: a name is told apart from the others here."""
    if not name:
        return Refusal("Type a name first.")
    others = [one for one in known_as(name, names) if one != person]
    if meeting is not None and any(one in meeting.attendance for one in others):
        return _taken(name)
    return None


def call_meeting(_state: State, intent: intents.CallMeeting, here: Here) -> Decision:
    """A meeting keeps its agenda as it is now, and what the group chose before."""
    title = " ".join(intent.title.split()) or intent.agenda.title
    chosen = (events.SettingChosen(setting, on) for setting, on in intent.settings)
    origin = [intent.imported] if intent.imported is not None else []
    return [events.MeetingGathered(title, intent.agenda, here.utc_offset), *origin, *chosen]


RULES[intents.CallMeeting] = call_meeting


@rule(intents.GiveTitle, Stage.UNTIL_CLOSED)
def give_title(case: Case, intent: intents.GiveTitle) -> Decision:
    """A title tells this circle from others on the same agenda."""
    title = " ".join(intent.title.split())
    if not title:
        return Refusal("Type what this circle is called.")
    if title == case.meeting.title:
        return Refusal("That is so already.", already=True)
    return [events.MeetingTitled(title)]


@rule(intents.AbandonMeeting, Stage.UNTIL_CLOSED, seat=True)
def abandon(case: Case, _intent: intents.AbandonMeeting) -> Decision:
    """A circle can be dropped that never began, or was opened by accident."""
    if not untouched(case.state, case.meeting):
        return Refusal("Something happened in this circle. It can be closed, not dropped.")
    return [events.MeetingAbandoned()]


def untouched(state: State, meeting: Meeting) -> bool:
    """Whether nothing happened in a meeting but that people came, and that it was opened."""
    said = meeting.turns, meeting.hands, meeting.notes, meeting.decisions
    ticked = any(meeting.mustered.values())
    claimed = any(role.terms for role in state.roles_of(meeting.id))
    promised = state.commitments_of(meeting.id)
    planned = meeting.next_meeting != NextMeeting()
    return not (any(said) or ticked or claimed or promised or planned)


@rule(intents.Welcome, Stage.UNTIL_CLOSED)
def welcome(case: Case, intent: intents.Welcome) -> Decision:
    """A known name brings that person back; an unknown one makes a person."""
    if not intent.name.strip():
        return Refusal("Type a name first.")
    known = known_as(intent.name, case.here.names)
    out = [person for person in known if case.is_here(person) and not case.in_room(person)]
    if out:
        return [events.PersonCameBack(out[0])]
    if any(map(case.is_here, known)):
        name = " ".join(intent.name.split())
        return _taken(name)
    was_here = [person for person in known if person in case.meeting.attendance]
    person = next(iter(was_here or known), events.THE_FACT_ITSELF)
    return [events.PersonArrived(person, intent.newcomer)]


def _taken(name: str) -> Refusal:
    return Refusal(f"{name} is here already. For another one, add a letter: {name} B.")
