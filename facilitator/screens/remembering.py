"""What earlier meetings bring to the one on the screen; trouble with the file is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.core.events import Hat, PersonId
from facilitator.core.intents import GiveHat, SkipInRota, SwapTurns
from facilitator.core.leftovers import Leftover
from facilitator.core.rota import ROTATING, Past, Suggestion, holders, suggestions
from facilitator.core.state import Meeting
from facilitator.core.words import called, short_date
from facilitator.journal.problems import JournalError
from facilitator.screens.leftovers import LeftoversScreen
from facilitator.screens.live import Live
from facilitator.session import Session
from facilitator.widgets.choice_list import Choice

DOES = {Hat.FACILITATOR: "facilitates", Hat.NOTE_TAKER: "takes notes"}


class Remembering(Live):
    """A screen at one meeting that knows of the earlier ones."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._past: list[Past] | None = None

    def past(self) -> list[Past]:
        """Every other meeting that was closed, the oldest first; read once for each screen."""
        if self._past is None:
            try:
                self._past = self.session.group.history()
            except JournalError:
                return []
        return [each for each in self._past if each.meeting != self.meeting.id]

    def suggestion_lines(self, found: Mapping[Hat, Suggestion]) -> tuple[str, ...]:
        """``Dee facilitates? (not yet)``, ``Bo takes notes? (5 meetings ago)``."""
        names = self.session.names
        return tuple(
            f"{called(each.person, names)} {DOES[hat]}? ({each.reason})"
            for hat, each in found.items()
        )


class BringsBack(Remembering):
    """The gathering's part: hats for those whose turn it is, and steps that were not reached.

    Attributes:
        suggested: who could have which hat that nobody has.
        left: steps of earlier meetings that wait for another one.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.suggested: dict[Hat, Suggestion] = {}
        self.left: list[Leftover] = []
        self._planned: dict[Hat, PersonId] | None = None
        self._looked_at: object = None

    def recall(self, meeting: Meeting) -> None:
        """Look again at what is suggested and what waits."""
        self.suggested = suggestions(
            self.past(),
            meeting.present,
            worn=meeting.hats,
            skipped=meeting.skipped,
            planned=self._named_last_time(),
        )
        agenda = (tuple(meeting.plan), frozenset(meeting.let_go))
        if agenda != self._looked_at:
            try:
                self.left = self.session.group.leftovers()
            except JournalError:
                return
            self._looked_at = agenda

    def _named_last_time(self) -> dict[Hat, PersonId]:
        """Whom the last meeting named for this one."""
        if self._planned is None:
            try:
                planned = self.session.group.next_time()
            except JournalError:
                return {}
            named = (planned.facilitator, planned.note_taker) if planned is not None else ("", "")
            self._planned = {
                hat: person for hat, person in zip(ROTATING, named, strict=True) if person
            }
        return self._planned

    def left_line(self, key: str) -> str:
        """How many steps wait since when, and the key that shows them; nothing, if none do."""
        if not self.left:
            return ""
        past = self.past()
        last = bool(past) and all(each.meeting == past[-1].meeting for each in self.left)
        return f"{len(self.left)} not reached {'last time' if last else 'before'}: {key}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is can be taken up."""
        if action == "suggested":
            return bool(self.suggested)
        if action in ("skip", "swap_turns") and self.session.meeting is not None:
            return bool(self._holders())
        if action == "leftovers":
            return bool(self.left)
        return super().check_action(action, parameters)

    def action_suggested(self) -> None:
        """Give the hats as suggested."""
        gifts = [GiveHat(hat, each.person) for hat, each in self.suggested.items()]
        for refusal in self.session.send_all(gifts):
            self.accepted(refusal)

    def _holders(self) -> dict[Hat, PersonId]:
        """Who has each hat of the rota, or is suggested for it."""
        return holders(self.meeting.hats, self.suggested)

    def action_skip(self) -> None:
        """Somebody does not take the hat this time; of two it is asked who."""
        self._pick_holder(
            "Who does not take it this time?",
            lambda hat, person: self.do(SkipInRota(hat, person)),
        )

    def action_swap_turns(self) -> None:
        """Somebody else takes the hat, and whoever gives it up has it the next time."""

        def instead(hat: Hat, person: PersonId) -> None:
            name = called(person, self.session.names)
            self.pick_person(
                f"Who {DOES[hat]} instead of {name}, who does the next time?",
                (one for one in self.meeting.present if one != person),
                lambda other: self.do(SwapTurns(hat, person, other)),
            )

        self._pick_holder("Who swaps turns?", instead)

    def _pick_holder(self, title: str, then: Callable[[Hat, PersonId], object]) -> None:
        """Go on with who has a hat, or is suggested; of two it is asked who."""
        found, names = self._holders(), self.session.names
        if len(found) == 1:
            then(*next(iter(found.items())))
        elif found:
            choices = [
                Choice(hat.value, called(person, names), DOES[hat]) for hat, person in found.items()
            ]
            self.pick(title, choices, lambda hat: then(Hat(hat), found[Hat(hat)]))

    def action_leftovers(self) -> None:
        """Choose a step that was not reached: it goes on the agenda, or is let go."""
        waiting = {f"{each.meeting} {each.step}": each for each in self.left}
        choices = [Choice(key, each.title, _when(each)) for key, each in waiting.items()]

        def chosen(answer: str | None) -> None:
            if answer is None:
                return
            key = answer.removeprefix(LeftoversScreen.GONE)
            each = waiting[key]
            if answer != key:
                if self.do(each.let_go()):
                    self.say(f"Let go: {each.title} · u brings it back")
            elif self.do(each.taken_up(self.meeting)):
                self.say(f"On the agenda: {each.title}")

        self.app.push_screen(LeftoversScreen("What was not reached?", choices), chosen)


def _when(left: Leftover) -> str:
    """``15 min, Sun 23 Nov, deferred``."""
    parts = [f"{left.minutes} min"] if left.minutes else []
    parts.append(short_date(left.day))
    return ", ".join([*parts, "deferred"] if left.deferred else parts)
