"""From the state to the card of a step that has no turns: what is read aloud, and looked at."""

from __future__ import annotations

from facilitator.core import agenda
from facilitator.core.roles.wording import role_line
from facilitator.core.state import Meeting, State
from facilitator.core.words import Names
from facilitator.dates import asked_about
from facilitator.ui.commitment_words import asked_paragraphs
from facilitator.ui.notes import promise_line
from facilitator.ui.role_cards import concern_paragraphs, handoff_paragraphs, role_paragraphs
from facilitator.ui.views import Paragraph, Tone


def step_card(state: State, meeting: Meeting, names: Names, day: str) -> tuple[Paragraph, ...]:
    """What stands on the screen during a step that has no turns, on an ISO date."""
    step = meeting.step
    if step is None:
        return ()
    card = [Paragraph(Tone.TITLE, step.title)]
    card.extend(Paragraph(Tone.SAY, line) for line in _paragraphs(step.script))
    if isinstance(step, agenda.Opening):
        card.extend(Paragraph(Tone.ITEM, words, "•") for words in step.agreements)
        asked = asked_about(state.commitments.values(), day, meeting.id)
        card.extend(asked_paragraphs(asked, names, day))
        card.extend(concern_paragraphs(state, names, day))
    elif isinstance(step, agenda.Roles):
        card.extend(role_paragraphs(state, meeting, names, day))
    elif isinstance(step, agenda.Handoffs):
        card.extend(handoff_paragraphs(state, names, day))
    elif isinstance(step, agenda.Commitments | agenda.Closing):
        card.extend(_promise_paragraphs(state, meeting, names, day))
    return tuple(card)


def _promise_paragraphs(state: State, meeting: Meeting, names: Names, day: str) -> list[Paragraph]:
    promises = state.commitments_of(meeting.id)
    paragraphs = [Paragraph(Tone.ITEM, promise_line(each, names, day), "!") for each in promises]
    paragraphs += [
        Paragraph(Tone.ITEM, role_line(role, day, names), "✓")
        for role in state.roles_of(meeting.id)
        if role.held_on(day)
    ]
    if not paragraphs:
        paragraphs.append(Paragraph(Tone.HINT, "Nothing was promised yet."))
    paragraphs.append(Paragraph(Tone.HINT, "! writes down a commitment: ! @name what by when"))
    return paragraphs


def _paragraphs(script: str) -> list[str]:
    """The paragraphs of a script; single line ends inside one are no breaks."""
    blocks = script.replace("\r\n", "\n").split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]
