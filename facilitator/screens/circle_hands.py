"""The keys of the stack, and of calling on people by name."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Floor, Outcome, PersonId
from facilitator.core.rounds import outcomes
from facilitator.core.stack import heard_at, stack, suggestion
from facilitator.core.words import called
from facilitator.screens.circle_lines import CircleLines
from facilitator.screens.raising import HandUp
from facilitator.ui.stack import WISHES
from facilitator.widgets.choice_list import Choice


class CircleHands(CircleLines):
    """Hands raised, taken and lowered; round and stack; a jump to anyone."""

    def action_hand(self) -> None:
        """Ask whose hand goes up, and for what."""
        heard = heard_at(self.meeting, self.meeting.step_id or "")
        step = self.meeting.step_id or ""
        choices = [
            Choice(
                person,
                called(person, self.session.names),
                "heard here" if person in heard else "",
            )
            for person in self.meeting.present
        ]
        hand = HandUp("Whose hand is up?", choices)

        def raised(person: PersonId) -> None:
            self.do(intents.RaiseHand(step, person, hand.wish))

        self.pick_one(hand, raised)

    def action_suggested(self) -> None:
        """Let the person speak who has not been heard yet."""
        suggested = suggestion(self.meeting)
        if suggested is None:
            self.say("Nobody is suggested just now.")
        else:
            self.do(intents.CallHand(suggested.hand.id, self.meeting.speaking or ""))

    def action_stack(self) -> None:
        """Pick a hand, and what becomes of it."""
        hands = stack(self.meeting)
        if not hands:
            self.say("No hand is up. h raises one.")
            return
        names = self.session.names
        speaking = self.meeting.speaking or ""

        def what(hand: str) -> None:
            name = called(self.meeting.hands[hand].person, names)
            self.menu(
                f"The hand of {name}",
                (
                    ("Give the word now", "", intents.CallHand(hand, speaking)),
                    ("Lower it", "the wish is withdrawn", intents.LowerHand(hand)),
                    ("Let others go first", "to the end of the stack", intents.MoveHand(hand)),
                ),
            )

        choices = [
            Choice(hand.id, f"{place}  {called(hand.person, names)}", WISHES[hand.wish])
            for place, hand in enumerate(hands, start=1)
        ]
        self.pick("The stack", choices, what)

    def action_floor(self) -> None:
        """From the round to the stack, or back."""
        step, stacked = self.meeting.step_id or "", self.meeting.floor is Floor.STACK
        if not self.do(intents.GiveFloor(step, Floor.ROUND if stacked else Floor.STACK)):
            return
        if stacked:
            self.say("The round goes on.")
        elif step in self.meeting.closed_stacks:
            self.say("Back at the stack; it is closed · K opens it")
        else:
            self.say("The stack is open · h raises a hand")

    def action_shut(self) -> None:
        """Close the stack, or open it again."""
        step = self.meeting.step_id or ""
        if step in self.meeting.closed_stacks:
            if self.do(intents.ReopenStack(step)):
                self.say("The stack is open again.")
        elif self.do(intents.CloseStack(step)):
            self.say("The stack is closed · h NAME . gives a last word")

    def action_call_on(self) -> None:
        """Let anyone speak now, whom a name is typed of."""
        meeting, going = self.meeting, self.meeting.round
        instead_of = meeting.speaking or ""
        said = outcomes(meeting, going) if going is not None else {}
        how = {person: outcome.value for person, outcome in said.items()}
        if going is None:
            how = dict.fromkeys(heard_at(meeting, meeting.step_id or ""), "heard here")
        speaker = meeting.turn.person if meeting.turn is not None else ""
        choices = [
            Choice(person, called(person, self.session.names), how.get(person, ""))
            for person in meeting.present
            if person != speaker and meeting.attendance[person].in_room
        ]
        # Who can't be called in this round any more stands behind those who can.
        choices.sort(key=lambda choice: said.get(choice.id) is Outcome.HEARD)

        def call(person: PersonId) -> None:
            self.do(intents.CallOn(person, instead_of))

        self.pick("Who speaks now?", choices, call)
