"""Keeps the Markdown minutes of closed meetings in step with the journal."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from facilitator.core.events import FactId
from facilitator.core.fold import fold
from facilitator.core.state import Meeting
from facilitator.core.timing import local_date
from facilitator.journal.store import Journal
from facilitator.minutes.files import MinutesProblem, every_file, find, write
from facilitator.minutes.markdown import markdown
from facilitator.session import Session

FOLDER = "minutes"


class MinutesKeeper:
    """Writes the minutes of a session's meeting when it closes, and after each change from then on.

    Attributes:
        folder: where the minutes lie: beside the journal.
        path: the file that was written last for this meeting, or ``None``.
        problem: why the last writing failed, in words, or nothing.
        kept: whether anything is kept; a rehearsal is thrown away.
    """

    def __init__(self, session: Session, *, kept: bool = True) -> None:
        self.kept = kept
        self.folder = minutes_folder(session.journal.path)
        self.path: Path | None = None
        self.problem = ""
        self._session = session
        self._written = ""
        self._meeting = ""
        self._end = session.subscribe(self._changed)

    def stop(self) -> None:
        """Follow the session no longer."""
        self._end()

    def text(self) -> str:
        """The minutes as they would be written now; empty if there is no meeting."""
        session, meeting = self._session, self._session.meeting
        if meeting is None:
            return ""
        return markdown(session.state, meeting, session.names, session.now())

    def write_missing(self) -> None:
        """Write the minutes of the latest closed meeting, if the program was ended before it could.

        Raises:
            JournalError: the journal can't be read, in words.
        """
        session = self._session
        last = session.group.last_closed()
        if last is None:
            return
        self.problem = ""
        try:
            write_if_missing(session.journal, last, session.now())
        except MinutesProblem as error:
            self.problem = str(error)

    def _changed(self) -> None:
        """Write what changed while the meeting was looked at; looking alone writes nothing.

        A closed meeting without a file gets one.
        """
        meeting = self._session.meeting
        if meeting is None:
            return
        if meeting.id != self._meeting:
            self._meeting, self._written, self.path = meeting.id, "", None
            if meeting.closed is not None:
                self.path = find(self.folder, meeting.id)
                self._written = self.text() if self.path is not None else ""
        if meeting.closed is not None or self.path is not None:
            self._write(meeting)

    def _write(self, meeting: Meeting) -> None:
        text = self.text()
        if text == self._written:
            return
        path = self._put(meeting, text)
        if path is not None:
            self.path, self._written = path, text

    def _put(self, meeting: Meeting, text: str) -> Path | None:
        """Write a text as a meeting's minutes; where it is, or ``None`` with a ``problem``."""
        self.problem = ""
        try:
            return put(self.folder, meeting, text)
        except MinutesProblem as error:
            self.problem = str(error)
            return None


def put(folder: Path, meeting: Meeting, text: str) -> Path:
    """Write a text as a meeting's minutes; where it is.

    Raises:
        MinutesProblem: the system refused, in words.
    """
    began = meeting.opened if meeting.opened is not None else meeting.gathered
    date = local_date(began, meeting.utc_offset).isoformat()
    return write(folder, meeting.id, date, meeting.title, text)


def write_if_missing(journal: Journal, meeting: FactId, now: int) -> None:
    """Write the minutes of a closed meeting, if there is no file of them.

    Raises:
        JournalError: the journal can't be read, in words.
        MinutesProblem: the system refused, in words.
    """
    folder = minutes_folder(journal.path)
    if find(folder, meeting) is not None:
        return
    with journal.reading():
        names = journal.people.names()
    state = fold(journal.facts_of(meeting))
    if (found := state.meetings.get(meeting)) is not None:
        put(folder, found, markdown(state, found, names, now))


def write_anew(journal: Journal, meetings: Collection[FactId], now: int) -> int:
    """Write the minutes of some meetings anew, as far as there are files of them.

    A version that a person edited is kept beside them, as after any other change.

    Args:
        journal: where the meetings and the names are.
        meetings: which.
        now: UTC milliseconds.

    Returns:
        how many files there are of them.

    Raises:
        JournalError: the journal can't be read, in words.
        MinutesProblem: the system refused, in words.
    """
    folder = minutes_folder(journal.path)
    wanted = [each.meeting for each in every_file(folder) if each.meeting in meetings]
    with journal.reading():
        names = journal.people.names()
    for identity in wanted:
        state = fold(journal.facts_of(identity))
        if (meeting := state.meetings.get(identity)) is not None:
            put(folder, meeting, markdown(state, meeting, names, now))
    return len(wanted)


def minutes_folder(journal: Path) -> Path:
    """The folder of minutes that belongs to a journal."""
    return journal.parent / FOLDER
