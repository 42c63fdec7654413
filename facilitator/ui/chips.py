"""What stands in and behind the line in which notes are typed: what it asks for and becomes."""

from __future__ import annotations

from facilitator.core.agenda import Roles
from facilitator.core.capture import Captured
from facilitator.core.forms import FORMS, ROLE_SIGN, USED_SIGN, WISHED_SIGN, Kind
from facilitator.core.lines import Line, latest_lines, substituted
from facilitator.core.placing import Place, owner, sense, speaker
from facilitator.core.roles.meant import wanted
from facilitator.core.roles.standing import needed_roles
from facilitator.core.state import Meeting, State
from facilitator.core.step import Filing, Step
from facilitator.core.vocabulary import Sense
from facilitator.core.words import Names, called, listed, plain, time_of_day

USUAL = "/ note   ! commitment   = decision   @name"
AT_ROLES = "% role: name   / note   ! commitment   = decision"
_PLACEHOLDERS = {
    Filing.SKILL: "+ skill used   ? skill wished for   + first aid, cooking   @name",
    Filing.TEACH: "+ what they can teach   ? what they wish for   @name",
    Filing.WISH: "? what they wish to learn   + skill used   @name",
}
MOST_TAGS = 3
"""So many projects of a line are shown behind it."""

MOST_SKILLS = 4
"""So many skills of a line are told one by one."""

_MEANINGS = {form.kind: form.meaning for form in FORMS}
_SIGNS = {Sense.USED: USED_SIGN, Sense.TEACHES: USED_SIGN, Sense.WISHED: WISHED_SIGN}


def placeholder(place: Place, step: Step | None) -> str:
    """What an empty line says that can be typed in it, at a step."""
    if isinstance(step, Roles):
        return AT_ROLES
    return _PLACEHOLDERS.get(place.filing, USUAL)


def known_skills(state: State) -> tuple[str, ...]:
    """What the group's skills are called, and those that its roles need: for completion."""
    known = [skill.name for skill in state.skills.known.values()]
    needed = (words for role in needed_roles(state) for words in role.skills)
    return tuple(dict.fromkeys((*known, *needed)))


def known_roles(state: State) -> tuple[str, ...]:
    """What the group's roles are called: for completion."""
    return tuple(role.name for role in needed_roles(state))


def note_chips(captured: Captured, place: Place, step: Step | None, names: Names) -> str:
    """What a note will become: ``idea · Ana``, ``question left open``, ``witnessed · Bo``."""
    usual = step.filed_as.value if step is not None else Filing.NOTE.value
    what = usual if captured.kind is Kind.NOTE else _MEANINGS[captured.kind]
    whose = speaker(captured, place)
    said = called(whose, names) if whose else ""
    tags = (f"#{word}" for word in captured.projects[:MOST_TAGS])
    return " · ".join(filter(None, (what, said, *tags)))


def mending_chips(captured: Captured, state: State, meeting: Meeting, names: Names) -> str:
    """What a line would be once it is mended: ``mends · the cups are here``."""
    if captured.mends is None:
        return ""
    for line in latest_lines(state, meeting):
        text = substituted(line.text, captured.mends, names)
        if text is not None:
            return f"mends · {plain(text, names)}"
    return f"no line has “{captured.mends.old}” in it"


def mended_chips(
    captured: Captured, chips: str, line: Line, now: Line | None, meeting: Meeting
) -> str:
    """What a line would be that is mended: ``mends ! commitment · Chidi · 19:42``.

    Args:
        captured: what is typed instead of it.
        chips: what that would be as a new line.
        line: as it was when it was taken up.
        now: as it is, unless it is gone.
        meeting: where it was written down.
    """
    if captured.kind in (Kind.SKILL, Kind.ROLE, Kind.MENDING):
        chips = "a line does not become that"
    if now is None:
        news = "struck meanwhile: Enter writes it anew"
    else:
        news = "changed elsewhere meanwhile" if now != line else ""
    # Before all else: where there is little room, the end is cut.
    told = (news, f"mends {chips}", time_of_day(line.at, meeting.utc_offset))
    return " · ".join(filter(None, told))


def promise_chips(
    captured: Captured, place: Place, meeting: Meeting, names: Names, when: str
) -> str:
    """What a commitment will become: ``! commitment · Ana and Bo · by friday (Fri 4 Dec)``.

    Args:
        captured: the line.
        place: where it was begun.
        meeting: the meeting.
        names: what people are called.
        when: by when, in words, with the day that was understood.
    """
    whose = owner(captured, place)
    if captured.owner:
        who = listed([called(each, names) for each in (captured.owner, *captured.others)])
    elif captured.stranger:
        who = f"whose? nobody here is {captured.stranger}"
    elif whose:
        speaks = meeting.turn is not None and meeting.turn.person == whose
        who = f"whose? {called(whose, names)} ({'who speaks' if speaks else 'who spoke'})"
    else:
        who = "whose?"
    tags = (f"#{word}" for word in captured.projects[:MOST_TAGS])
    return " · ".join(("! commitment", who, when or "by when?", *tags))


def role_chips(captured: Captured, place: Place, state: State, names: Names) -> str:
    """What a line about a role will become: ``% role claimed · Pots · Ana``."""
    found = wanted(captured, place.person, state, names)
    return f"{ROLE_SIGN} {found.meant.what} · {found.meant.words} · {found.taker.words}"


def skill_chips(captured: Captured, place: Place, state: State, names: Names) -> str:
    """What a line about skills will become: ``+ used · first aid, wiring (new) · Bo``."""
    said = sense(captured, place)
    skills = _skills(captured, state) or "which skill?"
    whose = owner(captured, place)
    who = called(whose, names) if whose else "whose?"
    if captured.stranger:
        who = f"whose? nobody here is {captured.stranger}"
    return f"{_SIGNS[said]} {said.value} · {skills} · {who}"


def _skills(captured: Captured, state: State) -> str:
    """The skills of a line by the names that the group has for them; which are new to it."""
    told = []
    for words in captured.skills[:MOST_SKILLS]:
        known = state.skills.named(words)
        told.append(known.name if known is not None else f"{words} (new)")
    more = len(captured.skills) - MOST_SKILLS
    return ", ".join([*told, *([f"{more} more"] if more > 0 else [])])
