"""From the state to views of the circle: pure, and without a word of layout."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from facilitator.core import timing
from facilitator.core.events import Floor, Outcome, PersonId
from facilitator.core.rounds import not_yet_heard, order, outcomes, turn_seconds, waiting
from facilitator.core.selection import question_of
from facilitator.core.stack import heard_at, stack, suggestion
from facilitator.core.state import Meeting, Round
from facilitator.core.words import Names, called, minutes, plain, span, time_of_day
from facilitator.ui.clocks import standing_still, step_line, stopwatch, turn_clock
from facilitator.ui.off_record import off_in_the_circle, off_words
from facilitator.ui.stack import hand_views, suggested_words
from facilitator.ui.views import CircleView, HandView, Mark, Phase, SeatView

_MARKS = {Outcome.HEARD: Mark.HEARD, Outcome.PASSED: Mark.PASSED, Outcome.LATER: Mark.LATER}


class Showing:
    """One look at a meeting. What several parts of a screen ask is worked out once.

    It is good until the meeting changes; only what depends on the time is asked again.

    Attributes:
        waiting: who is still to be heard in the round that goes on, in order.
        said: how each person's latest turn in it came out.
        hands: the stack.
        suggested: who could be heard before the first on the stack, and why.
    """

    def __init__(self, meeting: Meeting, names: Names) -> None:
        self._meeting = meeting
        self._names = names
        going = meeting.round
        self.waiting = waiting(meeting, going) if going is not None else []
        self.said = outcomes(meeting, going) if going is not None else {}
        self.hands = stack(meeting) if meeting.hands else []
        self.suggested = suggestion(meeting, self.hands) if self.stacked else None

    @property
    def stacked(self) -> bool:
        """Whether the word is given by the stack."""
        return self._meeting.floor is Floor.STACK

    @property
    def following(self) -> list[PersonId]:
        """Who speaks next, and after that."""
        return [hand.person for hand in self.hands] if self.stacked else self.waiting

    def circle(self, now: int) -> CircleView:
        """The circle as it stands: people in seating order, question, clock, who is next."""
        meeting = self._meeting
        clock, left, phase = self.clock(now)
        return CircleView(
            seats=self._seats(),
            question=question_of(meeting, self._names),
            clock=clock,
            caption=self._caption(),
            left=left,
            phase=phase,
            notice=standing_still(meeting, now),
            off=off_in_the_circle(meeting),
        )

    def later(self, view: CircleView, now: int) -> CircleView:
        """The circle at another moment: a view with what the time alone changes."""
        clock, left, phase = self.clock(now)
        notice = standing_still(self._meeting, now)
        return replace(view, clock=clock, left=left, phase=phase, notice=notice)

    def clock(self, now: int) -> tuple[str, float | None, Phase]:
        """The clock that matters: its reading, the share that is left, its phase."""
        step = self._meeting.step
        if step is not None and step.musters and self._meeting.turn is None:
            return stopwatch(self._meeting, now)
        return turn_clock(self._meeting, now)

    def stack(self, now: int) -> tuple[HandView, ...]:
        """The hands that are up, behind who speaks."""
        if not self.stacked and not self.hands:
            return ()
        return hand_views(self._meeting, self.hands, self._names, now)

    def status(self, now: int) -> tuple[str, str, str]:
        """One line on the floor; off the record, that it is so goes before all else."""
        left, how, right = self._status(now)
        off = off_words(self._meeting)
        return (" · ".join(filter(None, (off, left))), "", right) if off else (left, how, right)

    def _status(self, now: int) -> tuple[str, str, str]:
        """Who is still to come; how it goes; the time that it needs.

        While a wording waits to be agreed on, at whichever terminal, it stands there instead.
        """
        meeting = self._meeting
        if meeting.read_back is not None:
            words = plain(meeting.read_back.text, self._names)
            return f"being read back: {words}", "", standing_still(meeting, now)
        if meeting.paused:
            return f"‖ {standing_still(meeting, now)}", "", ""
        if meeting.floor is None:
            here = len(meeting.present)
            return step_line(meeting, now), "", f"{here} here"
        left, how, right = self._stack_line(now) if self.stacked else self._round_line(now)
        if meeting.break_planned:
            left = f"{meeting.break_planned} min break after this turn · {left}"
        return left, how, right

    def _round_line(self, now: int) -> tuple[str, str, str]:
        """Who is still to be heard; which way the round goes; the time that it needs."""
        meeting, going = self._meeting, self._meeting.round
        if going is None:
            return "", "", ""
        later = [person for person in self.waiting if self.said.get(person) is Outcome.LATER]
        not_yet = len(self.waiting) - len(later)
        done = "everyone had a turn" if meeting.turn is None else "the last turn"
        parts = [f"{not_yet} not yet" if not_yet else done]
        if later:
            parts.append("come back to " + ", ".join(map(self._name, later)))
        if self.hands:
            parts.append(f"{len(self.hands)} {'hand' if len(self.hands) == 1 else 'hands'} up")
        start = next(iter(order(meeting, going)), None)
        how = f"{going.direction.value} from {self._name(start)}" if start is not None else ""
        rounds = meeting.rounds_of(going.step)
        if len(rounds) > 1:
            how = f"round {len(rounds)} {how}"
        each = span(turn_seconds(meeting) * 1000)
        left = minutes(timing.step_left(meeting, now, self.waiting))
        over = meeting.turn is None and not self.waiting
        return " · ".join(parts), how, f"{each} each" + ("" if over else f" · about {left} left")

    def _stack_line(self, now: int) -> tuple[str, str, str]:
        """Who is on the stack; who could be heard first; the time of the step."""
        count = len(self.hands)
        parts = [f"{count} {'hand' if count == 1 else 'hands'}" if count else "no hand is up"]
        if self._meeting.step_id in self._meeting.closed_stacks:
            parts.append("stack closed")
        suggested = suggested_words(self.suggested, self._names)
        if suggested:
            parts = [suggested]
        return " · ".join(parts), "", step_line(self._meeting, now)

    def headline(self, now: int) -> tuple[str, str, str]:
        """The title; the step's place and name; the time, the end, how it stands to the plan."""
        meeting, step_id, step = self._meeting, self._meeting.step_id, self._meeting.step
        where = ""
        if step is not None and step_id in meeting.plan:
            place = meeting.plan.index(step_id) + 1
            where = f"{place}/{len(meeting.plan)}  {step.title}"
        if meeting.closed is not None:
            closed = time_of_day(meeting.closed, meeting.utc_offset)
            return meeting.title, where, f"closed {closed}"
        end = timing.projected_end(meeting, now, self.waiting)
        late = round((end - timing.planned_end(meeting, now)) / 60_000)
        stand = f"{abs(late)} min {'over' if late > 0 else 'spare'}" if abs(late) > 2 else "on time"
        clock, ends = (time_of_day(at, meeting.utc_offset) for at in (now, end))
        return meeting.title, where, f"{clock}  ends {ends}  {stand}"

    def _seats(self) -> tuple[SeatView, ...]:
        meeting = self._meeting
        marks = {person: _MARKS[outcome] for person, outcome in self.said.items()}
        if self.stacked:
            marks = dict.fromkeys(heard_at(meeting, meeting.step_id or ""), Mark.HEARD)
        elif meeting.step is not None and meeting.step.musters:
            marks = dict.fromkeys(meeting.mustered.get(meeting.step_id or "", ()), Mark.HEARD)
        marks |= {hand.person: Mark.HAND for hand in self.hands}
        if self.following:
            marks[self.following[0]] = Mark.NEXT
        marks |= away(meeting)
        if meeting.turn is not None:
            marks[meeting.turn.person] = Mark.SPEAKING
        return seats(meeting, self._names, marks)

    def _caption(self) -> str:
        turn = self._meeting.turn
        if turn is None:
            return self._caption_between()
        speaker = f"{self._name(turn.person)} speaks"
        following = self._announced()
        return f"{speaker} · {following}" if following else f"{speaker} · last"

    def _announced(self) -> str:
        """``Ines next``; on the stack the next two, ``Ines next, then Jo``."""
        names = [self._name(person) for person in self.following[: 2 if self.stacked else 1]]
        if not names:
            return ""
        return f"{names[0]} next" + (f", then {names[1]}" if len(names) > 1 else "")

    def _caption_between(self) -> str:
        """What there is to say while nobody speaks."""
        meeting, going = self._meeting, self._meeting.round
        if meeting.step is not None and meeting.step.musters:
            arrived = len(meeting.mustered.get(meeting.step_id or "", ()))
            return f"{arrived} of {len(meeting.present)} have arrived"
        if self.stacked:
            return self._announced() or "h raises a hand"
        if going is None:
            return ""
        if self.waiting:
            begun = meeting.turns_in.get(going.id)
            return self._announced() if begun else f"{self._name(self.waiting[0])} begins"
        return self._caption_at_the_end(going)

    def _caption_at_the_end(self, going: Round) -> str:
        """What there is to say when everybody has had a turn."""
        asked = not_yet_heard(self._meeting, going)
        if not asked:
            return "everyone has been heard" if self._meeting.present else "nobody is here"
        names = ", ".join(map(self._name, asked[:4])) + ("…" if len(asked) > 4 else "")
        if going.asked_again:
            return f"once more: {names}? · j lets them speak"
        return f"not yet heard: {names}"

    def _name(self, person: PersonId) -> str:
        return called(person, self._names)


def seats(meeting: Meeting, names: Names, marks: Mapping[PersonId, Mark]) -> tuple[SeatView, ...]:
    """Everyone who takes part, in order, with their marks; those without one are waiting."""
    return tuple(
        SeatView(
            called(person, names),
            marks.get(person, Mark.WAITING),
            meeting.attendance[person].newcomer,
        )
        for person in meeting.present
    )


def away(meeting: Meeting) -> dict[PersonId, Mark]:
    """The marks of those who are out for a moment."""
    return {person: Mark.AWAY for person, was in meeting.attendance.items() if was.out}
