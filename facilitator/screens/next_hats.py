"""Who has which hat next time: named at the closing, and suggested by the rota."""

from __future__ import annotations

from facilitator.commands.command import key_name
from facilitator.commands.memory import SUGGESTED_NEXT
from facilitator.core.events import NOBODY, Hat, PersonId
from facilitator.core.intents import PlanNext
from facilitator.core.rota import ROTATING, Suggestion, candidates, looked_at, suggestions
from facilitator.core.words import called
from facilitator.dates import planned_words
from facilitator.screens.remembering import Remembering
from facilitator.widgets.choice_list import Choice


class NextHats(Remembering):
    """The closing's part in which the hats for the next time are given."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where somebody is suggested can that be taken."""
        if action == "suggested" and self.session.meeting is not None:
            return bool(self._suggested())
        return super().check_action(action, parameters)

    def next_lines(self) -> list[str]:
        """When the circle meets again, and who has which hat then, or could."""
        planned, names = self.meeting.next_meeting, self.session.names
        suggested = self._suggested()

        def name(person: PersonId, hat: Hat) -> str:
            if person != NOBODY:
                return called(person, names)
            if (turn := suggested.get(hat)) is None:
                return "nobody yet"
            return f"nobody yet (it would be {called(turn.person, names)}'s turn)"

        return [
            planned_words(self.meeting) or "no date yet",
            f"facilitator next time: {name(planned.facilitator, Hat.FACILITATOR)}",
            f"note-taker next time: {name(planned.note_taker, Hat.NOTE_TAKER)}",
        ]

    def next_key(self) -> str:
        """The key that takes what is suggested, if something is."""
        return f"as suggested: {key_name(SUGGESTED_NEXT.key)}" if self._suggested() else ""

    def action_facilitator(self) -> None:
        """Pick who facilitates next time."""
        self._pick_hat("Who facilitates next time?", Hat.FACILITATOR)

    def action_note_taker(self) -> None:
        """Pick who takes notes next time."""
        self._pick_hat("Who takes notes next time?", Hat.NOTE_TAKER)

    def _pick_hat(self, title: str, hat: Hat) -> None:
        """Those whose turn it is come first, each with the reason."""
        names, past = self.session.names, [*self.past(), looked_at(self.meeting)]
        choices = [
            Choice(each.person, called(each.person, names), each.reason)
            for each in candidates(past, hat, self._rested_first())
        ]
        self.pick(title, choices, lambda person: self.do(planning(hat, person)))

    def action_suggested(self) -> None:
        """Plan the hats for next time as suggested."""
        for refusal in self.session.send_all(
            [planning(hat, each.person) for hat, each in self._suggested().items()]
        ):
            self.accepted(refusal)

    def _suggested(self) -> dict[Hat, Suggestion]:
        """Whose turn it is, for each hat of the next time that nobody was named for."""
        named = self.meeting.next_meeting
        return suggestions(
            [*self.past(), looked_at(self.meeting)],
            self._rested_first(),
            worn={Hat.FACILITATOR: named.facilitator, Hat.NOTE_TAKER: named.note_taker},
            planned={},
        )

    def _rested_first(self) -> list[PersonId]:
        """Who is here; of those who owe the same, whoever had neither hat today comes first."""
        worn = [self.meeting.hats.get(hat) for hat in ROTATING]
        return sorted(self.meeting.present, key=lambda one: one in worn)


def planning(hat: Hat, person: PersonId) -> PlanNext:
    """What names somebody for a hat of the next time."""
    if hat is Hat.FACILITATOR:
        return PlanNext(facilitator=person)
    return PlanNext(note_taker=person)
