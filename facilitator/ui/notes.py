"""From the state to what is written down: notes, and what is still open."""

from __future__ import annotations

from facilitator.core.commitments.wording import due_read_back, lineage_words, owner_words
from facilitator.core.entities import Nomination, Note, Objection
from facilitator.core.events import PersonId
from facilitator.core.facts import place
from facilitator.core.forms import IDEA_SIGN, QUESTION_SIGN
from facilitator.core.roles.standing import Standing, standing
from facilitator.core.state import Commitment, Meeting, State
from facilitator.core.step import Filing
from facilitator.core.words import Names, by, called, plain, time_of_day
from facilitator.dates import asked_about
from facilitator.ui.skill_notes import said_of_skills
from facilitator.ui.views import NoteView


def note_views(state: State, meeting: Meeting, names: Names) -> tuple[NoteView, ...]:
    """Everything written down in a meeting, in the order in which it was."""

    def time(at: int) -> str:
        return time_of_day(at, meeting.utc_offset)

    def who(person: PersonId, nobody: str) -> str:
        return called(person, names) if person else nobody

    written = [
        (
            place(note.id),
            NoteView(
                time(note.at), sign_of(note, meeting), who(note.person, ""), plain(note.text, names)
            ),
        )
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


def sign_of(note: Note, meeting: Meeting) -> str:
    """The sign of a note that was typed as more than that: ``??`` a question that was left open."""
    step = meeting.steps.get(note.step)
    usual = step.filed_as if step is not None else Filing.NOTE
    return "" if note.filing is usual else NOTE_SIGNS.get(note.filing, "")


NOTE_SIGNS = {
    Filing.BUILD: IDEA_SIGN,
    Filing.QUESTION: QUESTION_SIGN,
    Filing.LINK: "→",
    Filing.TOPIC: "§",
}
"""What stands before notes of a kind of their own."""


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
    promises = [each for each in state.commitments_of(meeting.id) if not each.over]
    nobodys = sum(not promise.owner for promise in promises)
    undated = sum(not promise.due for promise in promises)
    due = len(asked_about(state.commitments.values(), day, meeting.id))
    counts = (
        (contested, "role claimed by several", "roles claimed by several"),
        (unclaimed, "role unclaimed", "roles unclaimed"),
        (due, "commitment due, not spoken of", "commitments due, not spoken of"),
        (nobodys, "commitment without an owner", "commitments without an owner"),
        (undated, "commitment without a date", "commitments without a date"),
    )
    lines = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return tuple(lines)


def not_reached(meeting: Meeting) -> tuple[str, ...]:
    """The titles of the steps that nobody has been to."""
    visited = {visit.step for visit in meeting.visits}
    return tuple(meeting.steps[step].title for step in meeting.plan if step not in visited)


def became_lines(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """What a meeting said of commitments that were made before it, with their lineage."""
    return [
        f"{owner_words(each, names)}: {plain(each.what, names)} · {lineage_words(each, names, day)}"
        for each in state.followed_up(meeting.id)
    ]


def promise_line(promise: Commitment, names: Names, day: str) -> str:
    """``Chidi: borrow the PA · by friday (Fri 28 Nov)``, on an ISO date."""
    who = called(promise.owner, names) if promise.owner else "nobody yet"
    due = due_read_back(promise, day)
    return f"{who}: {plain(promise.what, names)}{f' · {due}' if due else ''}"
