"""What a fact says, in a few words: for undo, and for the list of what happened."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.events import Body, FactId, Lacking, Outcome, PersonId, Stop
from facilitator.core.facts import Fact, Unknown
from facilitator.core.forms import Kind
from facilitator.core.state import State
from facilitator.core.step import Filing
from facilitator.core.teller import Teller, Telling
from facilitator.core.telling_of_commitments import TELLINGS_OF_COMMITMENTS
from facilitator.core.telling_of_roles import TELLINGS_OF_ROLES
from facilitator.core.telling_of_selections import TELLINGS_OF_SELECTIONS
from facilitator.core.telling_of_skills import TELLINGS_OF_SKILLS
from facilitator.core.words import by, minutes, span

HOW_IT_ENDED = {
    Outcome.HEARD: "was heard",
    Outcome.PASSED: "passed",
    Outcome.LATER: "comes back at the end",
}

HOW_IT_STOPPED = {
    Stop.PAUSE: "circle paused",
    Stop.SILENCE: "silence",
    Stop.CATCHING_UP: "waited for the notes",
    Stop.BREAK: "break",
    Stop.LEFT: "the facilitator's terminal was left",
    Stop.ASLEEP: "time that was not counted",
}

NOTHING_CAME = {
    Lacking.OUTCOME: "nothing was decided or promised",
    Lacking.PROMISE: "nothing was promised",
    Lacking.OWNER: "whose a commitment is was left open",
    Lacking.DATE: "the date of a commitment was left open",
}

_NOTED = {Filing.QUESTION: "open question", Filing.LINK: "link", Filing.TOPIC: "topic"}


def _turned(tell: Teller, said: events.LineTurned) -> str:
    """``a commitment now: “borrow the PA”, Chidi, by friday``."""
    what = _NOTED.get(said.filing, said.into.value) if said.into is Kind.NOTE else said.into.value
    whose = tell.who(said.person) if said.person else ""
    return ", ".join(filter(None, (f"{what} now: {tell.quoted(said.text)}", whose, by(said.due))))


_TELLINGS: dict[type[Body], Telling] = {
    events.ReplicaTaken: lambda _, said: f"this copy writes as {said.name}",
    events.MeetingGathered: lambda _, said: f"“{said.title}” called",
    events.MeetingImported: lambda _, said: f"imported from {said.file} ({said.source})",
    events.MeetingTitled: lambda _, said: f"called “{said.title}”",
    events.MeetingAbandoned: lambda _, __: "circle dropped",
    events.PersonArrived: lambda tell, said: f"{tell.who(said.person)} arrived",
    events.PersonMarked: lambda tell, said: (
        f"{tell.who(said.person)} is {'a' if said.newcomer else 'no'} newcomer"
    ),
    events.PersonSeated: lambda tell, said: f"{tell.who(said.person)} changed seats",
    events.SeatsSwapped: lambda tell, said: (
        f"{tell.who(said.one)} and {tell.who(said.other)} swapped seats"
    ),
    events.PersonSteppedOut: lambda tell, said: f"{tell.who(said.person)} is out for a moment",
    events.PersonCameBack: lambda tell, said: f"{tell.who(said.person)} is back",
    events.CategoryTaken: lambda tell, said: (
        f"{tell.who(said.person)}: {said.category or 'no word for the balance'}"
    ),
    events.RotaSkipped: lambda tell, said: f"{tell.who(said.person)} skips {said.hat.value}",
    events.TurnsSwapped: lambda tell, said: (
        f"{tell.who(said.other)} and {tell.who(said.person)} swap turns: {said.hat.value}"
    ),
    events.SeatGiven: lambda _, said: f"facilitator's seat: terminal {said.terminal}",
    events.SettingChosen: lambda _, said: f"{said.setting.value}: {'on' if said.on else 'off'}",
    events.StepAdded: lambda _, said: f"“{said.step.title}” added",
    events.StepMoved: lambda tell, said: f"{tell.step(said.step)} moved",
    events.StepDropped: lambda tell, said: (
        f"{tell.step(said.step)} {'deferred to next time' if said.deferred else 'dropped'}"
    ),
    events.LeftoverDropped: lambda _, __: "a step not reached before is not offered any more",
    events.StepExtended: lambda tell, said: (
        f"the room agreed to {said.minutes:+d} min for {tell.step(said.step)}"
    ),
    events.ClockChosen: lambda tell, said: (
        f"clock {said.style.value if said.style is not None else 'as planned'} for "
        f"{tell.step(said.step) if said.step else tell.who(said.person)}"
    ),
    events.Mustered: lambda tell, said: f"{tell.who(said.person)} ticked off",
    events.FloorGiven: lambda _, said: (
        "the stack has the floor" if said.floor is events.Floor.STACK else "back to the round"
    ),
    events.RoundTurned: lambda tell, said: (
        f"round goes {said.direction.value} from {tell.who(said.start)}"
    ),
    events.RoundTimed: lambda _, said: f"{span(said.seconds * 1000)} for each",
    events.AskedAgain: lambda _, __: "those not yet heard asked once more",
    events.HandRaised: lambda tell, said: (
        f"{tell.who(said.person)} raised a hand: {said.wish.value}"
    ),
    events.HandLowered: lambda tell, said: f"{tell.hand(said.hand)} lowered a hand",
    events.HandMoved: lambda tell, said: f"{tell.hand(said.hand)} lets others go first",
    events.StackClosed: lambda _, __: "stack closed",
    events.StackReopened: lambda _, __: "stack open again",
    events.BreakPlanned: lambda _, said: (
        f"a break of {said.minutes} min after this turn" if said.minutes else "no break after all"
    ),
    events.TimeLeftOut: lambda _, said: f"{minutes(said.ended - said.began)} not counted",
    events.ClockSetBack: lambda _, said: f"clock set back by {minutes(said.by)}",
    events.WordingReadBack: lambda tell, said: (
        f"read back {tell.quoted(said.text)}" if said.text else "wording not agreed yet"
    ),
    events.PersonLeft: lambda tell, said: f"{tell.who(said.person)} left",
    events.HatGiven: lambda tell, said: (
        f"{said.hat.value}: {tell.who(said.person) if said.person else 'nobody'}"
    ),
    events.MeetingOpened: lambda _, __: "circle opened",
    events.StepBegan: lambda tell, said: f"went to {tell.step(said.step)}",
    events.RoundBegan: lambda tell, said: f"round starts with {tell.who(said.start)}",
    events.TurnBegan: lambda tell, said: f"{tell.who(said.person)} speaks",
    events.TurnEnded: lambda tell, said: f"{tell.speaker(said.turn)} {HOW_IT_ENDED[said.outcome]}",
    events.TurnPaused: lambda tell, said: f"{tell.speaker(said.turn)} paused",
    events.TurnResumed: lambda tell, said: f"{tell.speaker(said.turn)} went on",
    events.TurnExtended: lambda tell, said: f"{said.seconds:+d} s for {tell.speaker(said.turn)}",
    events.RecordStopped: lambda _, __: "off the record",
    events.RecordResumed: lambda _, __: "on the record again",
    events.NothingCame: lambda tell, said: (
        f"{NOTHING_CAME[said.lacking]} at {tell.step(said.step)}"
    ),
    events.CirclePaused: lambda _, said: HOW_IT_STOPPED[said.stop],
    events.CircleResumed: lambda _, __: "circle went on",
    events.NoteTaken: lambda tell, said: (
        f"{_NOTED.get(said.filing, 'note')} {tell.quoted(said.text)}"
    ),
    events.DecisionRecorded: lambda tell, said: f"decision {tell.quoted(said.text)}",
    events.LineMended: lambda tell, said: f"mended to {tell.quoted(said.text)}",
    events.LineStruck: lambda _, __: "a line struck",
    events.LineMoved: lambda tell, said: (
        f"a note moved to {tell.step(said.step)}"
        + (f", {tell.who(said.person)}" if said.person else "")
    ),
    events.LineTurned: _turned,
    events.NextMeetingPlanned: lambda _, said: f"next meeting {said.when or 'without a date'}",
    events.MeetingClosed: lambda _, __: "circle closed",
    events.Undone: lambda _, __: "something taken back",
    **TELLINGS_OF_COMMITMENTS,
    **TELLINGS_OF_ROLES,
    **TELLINGS_OF_SKILLS,
    **TELLINGS_OF_SELECTIONS,
}


def described(fact: Fact, state: State, names: Mapping[PersonId, str]) -> str:
    """What a fact says, in a few words; never raises."""
    body = fact.body
    if isinstance(body, Unknown):
        return f"something that this version can't read ({body.kind})"
    if isinstance(body, events.PersonArrived) and body.person == events.THE_FACT_ITSELF:
        body = events.PersonArrived(fact.id, body.newcomer)
    if isinstance(body, events.RoleClaimed) and body.role == events.JUST_OPENED:
        body = replace(body, role=fact.action)
    telling = _TELLINGS[type(body)]
    return telling(Teller(state, state.meetings.get(fact.meeting), names, fact), body)


def unread_words(state: State) -> str:
    """What to say about facts that this version can't read; nothing if there are none."""
    count = len(state.unread)
    if not count:
        return ""
    facts = "1 fact" if count == 1 else f"{count} facts"
    return f"{facts} of this circle can't be read by this version; nothing of them is lost."


def told(action: FactId, state: State, names: Mapping[PersonId, str]) -> str:
    """What an action did, in a few words: its first two facts, and how many more like them.

    Of an undoing, what it undid.
    """
    followed = [action]
    facts = _of(action, state)
    while (target := _undone_by(facts)) and target not in followed:
        followed.append(target)
        facts = _of(target, state)
    words = "; ".join(described(fact, state, names) for fact in facts[:2])
    alike = {type(fact.body) for fact in facts[:2]}
    if more := sum(type(fact.body) in alike for fact in facts[2:]):
        words += f"; and {more} more"
    if len(followed) == 1:
        return words
    again = len(followed) % 2
    return f"{'done again' if again else 'taken back'}: {words or 'something'}"


def _of(action: FactId, state: State) -> list[Fact]:
    return [fact for fact in state.facts if fact.action == action]


def _undone_by(facts: list[Fact]) -> FactId:
    """The action that these facts undo, if they do."""
    body = facts[0].body if facts else None
    return body.target if isinstance(body, events.Undone) else ""
