"""From the state to what is written down: notes, what is still open, the card of a step."""

from __future__ import annotations

from facilitator.core import agenda
from facilitator.core.entities import Nomination, Objection
from facilitator.core.events import PersonId
from facilitator.core.facts import place
from facilitator.core.roles.concerns import handoffs_due
from facilitator.core.roles.standing import Standing, missing, standing
from facilitator.core.roles.wording import next_words, role_line
from facilitator.core.state import Commitment, Meeting, State
from facilitator.core.words import Names, by, called, plain, short_date, time_of_day
from facilitator.ui.skill_notes import said_of_skills
from facilitator.ui.views import NoteView, Paragraph, Tone


def note_views(state: State, meeting: Meeting, names: Names) -> tuple[NoteView, ...]:
    """Everything written down in a meeting, in the order in which it was."""

    def time(at: int) -> str:
        return time_of_day(at, meeting.utc_offset)

    def who(person: PersonId, nobody: str) -> str:
        return called(person, names) if person else nobody

    written = [
        (place(note.id), NoteView(time(note.at), "", who(note.person, ""), plain(note.text, names)))
        for note in meeting.notes.values()
    ]
    written += [
        (place(each.id), NoteView(time(each.at), "=", "", plain(each.text, names)))
        for each in meeting.decisions.values()
    ]
    written += [
        (
            place(each.id),
            NoteView(
                time(each.at),
                "!",
                who(each.owner, "nobody yet"),
                plain(each.what, names),
                by(each.due),
            ),
        )
        for each in state.commitments_of(meeting.id)
    ]
    written += [
        (place(each.id), NoteView(time(each.at), "%", who(each.by, ""), _nominated(each, names)))
        for each in meeting.nominations.values()
    ]
    written += [
        (place(each.id), NoteView(time(each.at), "≠", who(each.person, ""), _objected(each, names)))
        for each in meeting.objections.values()
    ]
    written += [
        (place(first.id), NoteView(time(first.at), sign, who(first.person, ""), words))
        for first, sign, words in said_of_skills(meeting, names)
    ]
    return tuple(view for _, view in sorted(written, key=lambda each: each[0]))


def _nominated(each: Nomination, names: Names) -> str:
    why = plain(each.reason, names)
    return f"nominates {called(each.person, names)}{f': {why}' if why else ''}"


def _objected(each: Objection, names: Names) -> str:
    how = plain(each.how, names)
    done = f" → {how or 'integrated'}" if each.integrated else ""
    return f"objects: {plain(each.reason, names)}{done}"


def still_open(state: State, meeting: Meeting, day: str) -> tuple[str, ...]:
    """What the circle should look at before it closes, on an ISO date, a sentence each."""
    standings = [standing(role, day) for role in state.roles_of(meeting.id)]
    unclaimed = standings.count(Standing.OPEN)
    contested = standings.count(Standing.CONTESTED)
    promises = state.commitments_of(meeting.id)
    nobodys = sum(not promise.owner for promise in promises)
    undated = sum(not promise.due for promise in promises)
    counts = (
        (contested, "role claimed by several", "roles claimed by several"),
        (unclaimed, "role unclaimed", "roles unclaimed"),
        (nobodys, "commitment without an owner", "commitments without an owner"),
        (undated, "commitment without a date", "commitments without a date"),
    )
    lines = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return tuple(lines)


def not_reached(meeting: Meeting) -> tuple[str, ...]:
    """The titles of the steps that nobody has been to."""
    visited = {visit.step for visit in meeting.visits}
    return tuple(meeting.steps[step].title for step in meeting.plan if step not in visited)


def promise_line(promise: Commitment, names: Names) -> str:
    """``Chidi: borrow the PA · by friday``."""
    who = called(promise.owner, names) if promise.owner else "nobody yet"
    due = f" · {by(promise.due)}" if promise.due else ""
    return f"{who}: {plain(promise.what, names)}{due}"


def step_card(state: State, meeting: Meeting, names: Names, day: str) -> tuple[Paragraph, ...]:
    """What stands on the screen during a step that has no turns, on an ISO date."""
    step = meeting.step
    if step is None:
        return ()
    card = [Paragraph(Tone.TITLE, step.title)]
    card.extend(Paragraph(Tone.SAY, line) for line in _paragraphs(step.script))
    if isinstance(step, agenda.Opening):
        card.extend(Paragraph(Tone.ITEM, words, "•") for words in step.agreements)
    elif isinstance(step, agenda.Roles):
        card.extend(_role_paragraphs(state, meeting, names, day))
    elif isinstance(step, agenda.Handoffs):
        card.extend(_handoff_paragraphs(state, names, day))
    elif isinstance(step, agenda.Commitments | agenda.Closing):
        card.extend(_promise_paragraphs(state, meeting, names, day))
    return tuple(card)


def _role_paragraphs(state: State, meeting: Meeting, names: Names, day: str) -> list[Paragraph]:
    paragraphs = []
    for role in state.roles_of(meeting.id):
        match standing(role, day):
            case Standing.OPEN:
                paragraphs.append(Paragraph(Tone.ITEM, role.name, "·", role.purpose))
            case Standing.CONTESTED:
                paragraphs.append(Paragraph(Tone.ITEM, role_line(role, day, names), "≠"))
            case _:
                paragraphs.append(Paragraph(Tone.DONE, role_line(role, day, names), "✓"))
    paragraphs.append(Paragraph(Tone.HINT, "c claims a role for someone · o offers another one"))
    return paragraphs


def _handoff_paragraphs(state: State, names: Names, day: str) -> list[Paragraph]:
    due = handoffs_due(state, day)
    paragraphs = []
    for role, term in due:
        lacking = missing(role, term, names)
        ends = f"{called(term.person, names)} until {short_date(term.ends)}"
        far = next_words(role, term, names) or "nobody is next yet"
        paragraphs.append(Paragraph(Tone.ITEM, f"{role.name}: {ends}; {far}", "⇄"))
        paragraphs.extend(Paragraph(Tone.HINT, words, "·") for words in lacking)
    if not due:
        paragraphs.append(Paragraph(Tone.HINT, "No stewardship changes hands just now."))
        return paragraphs
    paragraphs.append(Paragraph(Tone.HINT, "d walks through a handoff: its words, two signatures"))
    return paragraphs


def _promise_paragraphs(state: State, meeting: Meeting, names: Names, day: str) -> list[Paragraph]:
    promises = state.commitments_of(meeting.id)
    paragraphs = [Paragraph(Tone.ITEM, promise_line(each, names), "!") for each in promises]
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
