"""What the cards of the opening and of the roles step say about roles."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.commands.choosing import HANDOFF
from facilitator.commands.command import key_name
from facilitator.commands.paper import BOARD, CLAIM, OFFER
from facilitator.core.roles.concerns import concerns, handoffs_due
from facilitator.core.roles.standing import Standing, missing, standing
from facilitator.core.roles.wording import next_words, role_line
from facilitator.core.state import Meeting, Role, State
from facilitator.core.words import Names, called, length, short_date
from facilitator.ui.role_words import WORRIES, concern_said
from facilitator.ui.text import fit
from facilitator.ui.views import Paragraph, Tone

HEADING = "Roles to look at"
LONGEST = 600
"""Cells of one role that are shown: nobody can fill the card with a single line."""


def concern_paragraphs(state: State, names: Names, day: str) -> list[Paragraph]:
    """What about its roles the group should look at on an ISO date; nothing if all is well."""
    found = concerns(state, day)
    if not found:
        return []
    items = []
    for each in found:
        name, words = concern_said(each, state, names)
        glyph = WORRIES[each.matter][0]
        items.append(Paragraph(Tone.ITEM, fit(f"{name}: {words}", LONGEST), glyph))
    hint = f"{key_name(BOARD.key)} shows the roles board"
    return [Paragraph(Tone.HEADING, HEADING), *items, Paragraph(Tone.HINT, hint)]


def role_paragraphs(state: State, meeting: Meeting, names: Names, day: str) -> Iterable[Paragraph]:
    """The roles of a meeting on an ISO date: what nobody has first, then what several claim."""
    roles = [(role, standing(role, day)) for role in state.roles_of(meeting.id)]
    roles.sort(key=lambda each: _ORDER.get(each[1], len(_ORDER)))
    for role, stands in roles:
        line = fit(role_line(role, day, names), LONGEST)
        purpose = fit(role.purpose, LONGEST)
        match stands:
            case Standing.OPEN:
                yield Paragraph(Tone.ITEM, _open(role), "·", purpose)
            case Standing.CONTESTED:
                words = f"{line} ({key_name(CLAIM.key)})"
                yield Paragraph(Tone.ITEM, words, "≠", purpose)
            case _:
                yield Paragraph(Tone.DONE, line, "✓", purpose)
    keys = (
        f"{key_name(CLAIM.key)} claims a role for someone",
        f"{key_name(OFFER.key)} offers another one",
        f"{key_name(BOARD.key)} shows all of them",
    )
    yield Paragraph(Tone.HINT, " · ".join(keys))


_ORDER = {Standing.OPEN: 0, Standing.CONTESTED: 1}


def _open(role: Role) -> str:
    """``Bring the pots, 2 weeks``."""
    return f"{fit(role.name, LONGEST)}, {length(role.days, role.months)}"


def handoff_paragraphs(state: State, names: Names, day: str) -> Iterable[Paragraph]:
    """What changes hands on an ISO date, and what each handoff lacks."""
    due = handoffs_due(state, day)
    for role, term in due:
        ends = f"{called(term.person, names)} until {short_date(term.ends)}"
        far = next_words(role, term, names) or "nobody is next yet"
        yield Paragraph(Tone.ITEM, fit(f"{role.name}: {ends}; {far}", LONGEST), "⇄")
        for words in missing(role, term, names):
            yield Paragraph(Tone.HINT, fit(words, LONGEST), "·")
    walk = f"{key_name(HANDOFF.key)} walks through a handoff: its words, two signatures"
    yield Paragraph(Tone.HINT, walk if due else "No stewardship changes hands just now.")
