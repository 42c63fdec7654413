"""What came of a topic: what is asked when a step is left, and the answer that nothing did."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from facilitator.core import events, intents
from facilitator.core.commitment import Commitment
from facilitator.core.events import FactId, Lacking, Setting, StepId
from facilitator.core.facts import place
from facilitator.core.intents import GoToStep, Intent, Refusal
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.state import Meeting, State
from facilitator.core.walking import go_to_step


class Lack(Struct, frozen=True):
    """What is lacking when a step is left; once it was asked about it is not asked about again.

    Attributes:
        visit: the visit to the step, so that the next one asks anew.
        lacking: an outcome, a promise behind what was decided, whose a promise is, by when.
        line: the commitment, where it is about one.
    """

    visit: FactId
    lacking: Lacking
    line: FactId = ""


def lacks(state: State, meeting: Meeting) -> list[Lack]:
    """What is lacking at the step that the circle is at, were it left now; often nothing.

    It is about steps that end in something, and only if they were talked about in this visit.
    Off the record nothing can be written down, and so nothing is asked.
    """
    step = meeting.step
    if step is None or not step.closes_topic or meeting.off is not None or not meeting.visits:
        return []
    visit = meeting.visits[-1]
    if not _talked_about(meeting, visit.step, visit.id):
        return []
    return [Lack(visit.id, lacking, line) for lacking, line in _lacking(state, meeting, visit.step)]


def asked_on_leaving(state: State, meeting: Meeting, wanted: Intent | None) -> list[Lack]:
    """What is lacking if the circle goes on in its agenda, and the group wants to be asked."""
    onward = isinstance(wanted, GoToStep) and is_onward(meeting, wanted)
    return lacks(state, meeting) if onward and meeting.chosen(Setting.OUTCOMES) else []


def is_onward(meeting: Meeting, wanted: GoToStep) -> bool:
    """Whether it goes forwards in the agenda; back to a step nothing is left behind."""
    plan = meeting.plan
    if wanted.step not in plan or wanted.leaving != meeting.step_id:
        return False
    return wanted.leaving not in plan or plan.index(wanted.step) > plan.index(wanted.leaving)


def decided_at(meeting: Meeting, step: StepId) -> list[events.Text]:
    """The wordings that were agreed on at a step, in order."""
    return [each.text for each in meeting.decisions.values() if each.step == step]


def promised_at(state: State, meeting: Meeting, step: StepId) -> list[Commitment]:
    """What was promised at a step of a meeting, in order."""
    return [each for each in state.commitments_of(meeting.id) if each.step == step]


def _lacking(state: State, meeting: Meeting, step: StepId) -> Iterator[tuple[Lacking, FactId]]:
    promised = promised_at(state, meeting, step)
    since = place(meeting.visits[-1].id)
    taken_on = any(
        term.meeting == meeting.id and place(term.id) > since
        for role in state.roles.values()
        for term in role.terms
    )
    if not promised and not taken_on:
        yield (Lacking.PROMISE if decided_at(meeting, step) else Lacking.OUTCOME), ""
    for each in promised:
        if not each.over and not each.owner:
            yield Lacking.OWNER, each.id
        if not each.over and not each.due:
            yield Lacking.DATE, each.id


def _talked_about(meeting: Meeting, step: StepId, visit: FactId) -> bool:
    """Whether somebody spoke in a visit to a step, or something was written down."""
    since = place(visit)
    happened = [
        *((each.id, each.step) for each in meeting.turns.values()),
        *((each.id, each.step) for each in meeting.notes.values()),
        *((each.id, each.step) for each in meeting.decisions.values()),
    ]
    return any(at == step and place(one) > since for one, at in happened)


@rule(intents.NothingCameOf, Stage.LIVE, seat=True)
def nothing_came_of(case: Case, intent: intents.NothingCameOf) -> Decision:
    """Nothing is a good answer: it is written down, and the circle goes on, in one action."""
    meeting = case.meeting
    onward = GoToStep(intent.leaving, intent.step)
    gone: Decision = go_to_step(case, onward)
    if isinstance(gone, Refusal):
        return gone
    found = lacks(case.state, meeting)
    asked = next(
        (each for each in found if (each.lacking, each.line) == (intent.lacking, intent.line)), None
    )
    if asked is None:
        return Refusal("Something was written down meanwhile, or taken back. Look again.")
    return [events.NothingCame(intent.leaving, asked.visit, asked.lacking), *gone]
