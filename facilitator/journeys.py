"""The ways from the first screen through the others, and back to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from textual.app import App

from facilitator.agendas import AgendaError, all_agendas, load, rank, shipped
from facilitator.clock import Clock
from facilitator.core.agenda import Agenda
from facilitator.core.intents import CallMeeting
from facilitator.core.words import counted, short_date
from facilitator.journal.problems import JournalError
from facilitator.journal.store import Journal
from facilitator.keeper import MinutesKeeper
from facilitator.rehearsal import AGENDA as REHEARSAL_AGENDA
from facilitator.rehearsal import seat_everyone, temporary_journal
from facilitator.screens.circle import UNOPENED, CircleScreen
from facilitator.screens.closing import CLOSED, ClosingScreen
from facilitator.screens.commanded import show_next
from facilitator.screens.commitments import CommitmentsScreen
from facilitator.screens.gather import BEGUN, GatherScreen
from facilitator.screens.notes import NotesScreen
from facilitator.screens.picking import OneOf, let_pick
from facilitator.screens.reader import ReaderScreen
from facilitator.screens.roles import RolesScreen
from facilitator.screens.skills import SkillsScreen
from facilitator.session import Session
from facilitator.ui.text import visible
from facilitator.widgets.choice_list import Choice


class Journeys:
    """Pushes screens for a session, and for rehearsals in sessions of their own."""

    def __init__(self, app: App[None], session: Session, clock: Clock) -> None:
        self._app = app
        self._session = session
        self._clock = clock
        self._keeper = MinutesKeeper(session)
        self._rehearsals = ExitStack()

    def write_missing_minutes(self) -> None:
        """Write the minutes of the last circle, if the program was ended before it could."""
        with self._in_words():
            self._keeper.write_missing()

    def close(self) -> None:
        """Throw a rehearsal away, in whose middle the program was quit."""
        self._rehearsals.close()

    def start(self) -> None:
        """Choose an agenda, then gather."""
        agendas, last = {}, ""
        with self._in_words():
            last = self._session.group.last_agenda()
        ranked = []
        for found in all_agendas():
            try:
                agenda = load(found.path)
            except AgendaError:
                self._warn(f"{found.name} has mistakes: facilitator agendas check {found.path}")
                continue
            agendas[str(found.path)] = agenda
            ranked.append((rank(found, used_last=agenda.title == last), str(found.path)))
        choices = [
            Choice(path, agendas[path].title, f"{agendas[path].minutes} min")
            for _, path in sorted(ranked)
        ]

        def chosen(path: str | None) -> None:
            if path is not None:
                self.call_meeting(agendas[path], "")

        let_pick(self._app, OneOf("Which agenda?", choices), chosen)

    def call_meeting(self, agenda: Agenda, title: str) -> None:
        """Call a meeting, in which holds what the group chose before, and gather."""
        with self._in_words():
            chosen = self._session.group.settings()
            refusal = self._session.send(CallMeeting(title, agenda, chosen))
            if refusal is not None:
                self._warn(refusal.words)
            else:
                self._gather(self._session, self._keeper)

    def resume(self, meeting: str, *, all_seated: bool = False) -> None:
        """Go to a meeting that waits; where all are seated, there are no names to type first."""
        with self._in_words():
            self._session.enter(meeting)
            found = self._session.meeting
            if found is not None and found.opened is None:
                self._gather(self._session, self._keeper, all_seated=all_seated)
            elif found is not None:
                self._circle(self._session, self._keeper)

    def take_notes(
        self, meeting: str, back: Callable[[str | None], object] = lambda _: None
    ) -> bool:
        """Go to the notes of a meeting that waits; whether that could be done.

        Args:
            meeting: its identity.
            back: is told how the notes were left.
        """

        def left(outcome: str | None) -> None:
            self._session.leave()
            back(outcome)

        try:
            self._session.enter(meeting)
        except JournalError as error:
            self._warn(str(error))
            return False
        show_next(self._app, NotesScreen(self._session, self._keeper), left)
        return True

    def rehearse(self, then: Callable[[], object] = lambda: None) -> None:
        """Run a circle in a journal that is thrown away when it is left."""
        place = self._rehearsals.enter_context(ExitStack())
        journal = Journal.open(place.enter_context(temporary_journal()))
        session = Session(journal, self._clock, self._session.terminal)
        keeper = MinutesKeeper(session, kept=False)
        place.callback(journal.close)
        place.callback(keeper.stop)
        session.send(CallMeeting("Rehearsal", load(shipped(REHEARSAL_AGENDA))))
        seat_everyone(session)

        def left() -> None:
            place.close()
            then()

        self._gather(session, keeper, left, all_seated=True)

    def mend_last(self) -> None:
        """Go back to the closing of the last circle; reopened, it goes on."""
        with self._in_words():
            last = self._session.group.last_closed()
            if last is not None:
                self._session.enter(last)
                self._mend(last)

    def _mend(self, last: str) -> None:
        def mended(outcome: str | None) -> None:
            if outcome == CLOSED:
                self._session.leave()
            else:
                self.resume(last)

        show_next(self._app, ClosingScreen(self._session, self._keeper), mended)

    def commitments(self) -> None:
        """Go to the commitments of the group, at no meeting."""
        self._at_no_meeting(CommitmentsScreen)

    def roles(self) -> None:
        """Go to the roles board, at no meeting."""
        self._at_no_meeting(RolesScreen)

    def skills(self) -> None:
        """Go to the skills of the group, at no meeting."""
        self._at_no_meeting(SkillsScreen)

    def _at_no_meeting(self, screen: type[CommitmentsScreen | RolesScreen | SkillsScreen]) -> None:
        with self._in_words():
            self._session.enter("")
            self._app.push_screen(screen(self._session))

    def read_minutes(self) -> None:
        """Choose one of the meetings, and read its minutes."""
        with self._in_words():
            choices = [
                Choice(each.id, each.title, f"{short_date(each.day)}, {counted(each.people)}")
                for each in self._session.group.meetings()
                if each.opened is not None
            ]
            let_pick(self._app, OneOf("Whose minutes?", choices), self._read)

    def _read(self, meeting: str | None) -> None:
        if meeting is None:
            return
        with self._in_words():
            self._session.enter(meeting)
            found = self._session.meeting
            title = found.title if found is not None else ""
            self._session.leave()
            show_next(self._app, ReaderScreen(title, self._keeper.text()))

    def _gather(
        self,
        session: Session,
        keeper: MinutesKeeper,
        then: Callable[[], None] = lambda: None,
        *,
        all_seated: bool = False,
    ) -> None:
        """Gather people; go on to the circle when it begins."""

        def gathered(outcome: str | None) -> None:
            if outcome == BEGUN:
                self._circle(session, keeper, then)
            else:
                session.leave()
                then()

        show_next(self._app, GatherScreen(session, all_seated=all_seated), gathered)

    def _circle(
        self, session: Session, keeper: MinutesKeeper, then: Callable[[], None] = lambda: None
    ) -> None:
        """Run the circle until it is left or closed."""

        def left(outcome: str | None) -> None:
            if outcome == UNOPENED:
                self._gather(session, keeper, then, all_seated=True)
            else:
                session.leave()
                then()

        show_next(self._app, CircleScreen(session, keeper), left)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Say what is wrong with the journal, and stay where we are."""
        try:
            yield
        except JournalError as error:
            self._warn(str(error))

    def _warn(self, words: str) -> None:
        self._app.notify(visible(words), severity="warning", markup=False)
