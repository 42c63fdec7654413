"""What the screens of a meeting share: a session to send intents to, and people to pick from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from textual.await_complete import AwaitComplete

from facilitator.core.events import PersonId
from facilitator.core.intents import Intent, Refusal
from facilitator.core.state import Meeting
from facilitator.core.telling import unread_words
from facilitator.core.words import called
from facilitator.journal.problems import JournalError
from facilitator.screens.dialogs import AskScreen, ConfirmScreen, Question
from facilitator.screens.picking import OneOf, let_pick
from facilitator.screens.saying import Saying
from facilitator.session import Session
from facilitator.ui import present
from facilitator.widgets.choice_list import Choice

Way: TypeAlias = tuple[str, str, Intent | Callable[[], object]]
"""One of a few things to do: what it is called, a detail, and what does it."""


class Live(Saying):
    """A screen at one meeting of a session."""

    POLL_SECONDS = 0.2

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trouble = ""
        self._end_listening: Callable[[], None] | None = None

    def show(self) -> None:
        """Show the meeting as it is."""

    def changed(self) -> None:
        """Something happened: show it."""
        self.show()

    def show_time(self) -> None:
        """Show what changes with the time alone."""

    def begin_following(self) -> None:
        """Show the meeting, and from now on whatever changes."""
        self._end_listening = self.session.subscribe(self.changed)
        self.set_interval(self.POLL_SECONDS, self._tick)
        if words := unread_words(self.session.state):
            self.warn(words)
        self.show()

    @property
    def following(self) -> bool:
        """Whether it shows what changes: from its beginning until it is left."""
        return self._end_listening is not None

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Leave. What happens while the screen goes away is not its concern any more."""
        if self.is_active:
            self._end_following()
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Stop following, if the program ends."""
        self._end_following()

    def _end_following(self) -> None:
        if self._end_listening is not None:
            self._end_listening()
            self._end_listening = None

    def on_screen_resume(self) -> None:
        """After a dialog: show what changed meanwhile."""
        if self.following:
            self.come_back()

    def come_back(self) -> None:
        """It is on top again, or has another size."""
        self.show()

    def on_descendant_focus(self) -> None:
        """Other keys work while text is typed."""
        self.refresh_keys()

    def on_descendant_blur(self) -> None:
        """Letters are keys again."""
        self.refresh_keys()

    def _tick(self) -> None:
        """Follow other terminals, and the time; what is on the screen already stays."""
        if self.following and not self.follow():
            self.show_time()

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        meeting = self.session.meeting
        if meeting is None:
            raise LookupError("a screen of a meeting needs a meeting")
        return meeting

    def headline(self, meeting: Meeting, now: int) -> tuple[str, str, str]:
        """The parts of the first line."""
        return present.Showing(meeting, self.session.names).headline(now)

    def do(self, intent: Intent, *, finishes: str = "") -> bool:
        """Send an intent; say why, if it is refused."""
        return self.accepted(self.session.send(intent, finishes=finishes))

    def accepted(self, refusal: Refusal | None) -> bool:
        """Whether there is no refusal; if there is, say it, unless all is done already."""
        if refusal is not None and not refusal.already:
            self.warn(refusal.words)
        return refusal is None

    def answer(self, intent: Intent) -> str:
        """Send what a dialog was answered; why it is refused, or nothing."""
        refusal = self.session.send(intent)
        return refusal.words if refusal is not None and not refusal.already else ""

    def ask(
        self,
        title: str,
        placeholder: str,
        accept: Callable[[str], str],
        *,
        value: str = "",
        names: tuple[str, ...] = (),
    ) -> None:
        """Ask for a line of words; what is typed survives the end of the program."""
        begun = self.session.drafts.text(title)
        keep = partial(self.session.drafts.keep, title)
        question = Question(title, placeholder, accept, keep, begun or value, names)
        self.app.push_screen(AskScreen(question))

    def follow(self) -> bool:
        """Take in what other programs wrote; whether there was anything. Trouble is told once."""
        try:
            changed = self.session.catch_up()
        except JournalError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.warn(self._trouble)
            return False
        self._trouble = ""
        return changed

    def confirm(self, title: str, words: str, yes: str, intent: Intent) -> None:
        """Say what will happen, and do it if the answer is yes."""
        self.make_sure(title, words, yes, lambda: self.do(intent))

    def make_sure(self, title: str, words: str, yes: str, then: Callable[[], object]) -> None:
        """Say what will happen, and go on if the answer is yes."""

        def answered(sure: bool | None) -> None:
            if sure:
                then()

        self.app.push_screen(ConfirmScreen(title, words, yes), answered)

    def pick_person(
        self, title: str, people: Iterable[PersonId], then: Callable[[PersonId], object]
    ) -> None:
        """Let somebody be picked from a list."""
        self.pick(title, self.people(people), then)

    def people(self, people: Iterable[PersonId]) -> list[Choice]:
        """People to pick from, by what they are called."""
        names = self.session.names
        return [Choice(one, called(one, names)) for one in people]

    def pick(
        self, title: str, choices: Sequence[Choice], then: Callable[[str], object], chosen: str = ""
    ) -> None:
        """Let one of a list be picked, and go on with it."""
        self.pick_one(OneOf(title, choices, chosen=chosen), then)

    def pick_one(self, asked: OneOf, then: Callable[[str], object]) -> None:
        """Let what is asked for be picked, and go on with it, or with the last that was taken."""

        def picked(choice: str | None) -> None:
            if choice is not None:
                then(choice)

        let_pick(self.app, asked, picked)

    def menu(self, title: str, rows: Iterable[Way]) -> None:
        """Let one of a few things be picked: an intent to be sent, or what asks further."""
        ways = {str(place): row for place, row in enumerate(rows)}
        choices = [Choice(key, label, detail) for key, (label, detail, _) in ways.items()]

        def go(key: str) -> None:
            way = ways[key][2]
            if isinstance(way, Intent):
                self.do(way)
            else:
                way()

        self.pick(title, choices, go)

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        self._told("Taken back: ", self.session.undo())

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._told("Done again: ", self.session.redo())

    def _told(self, what: str, result: str | Refusal) -> None:
        if isinstance(result, Refusal):
            self.accepted(result)
        else:
            self.say(what + result)
