"""Years of promises: each stands in one way, and what is kept never comes back by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from support.group import Group
from support.play import seen

from facilitator.core import events, intents
from facilitator.core.commitment import Commitment, Fate
from facilitator.core.commitments.standing import Standing, asked_for, promises
from facilitator.core.commitments.wording import lineage_words, promise_words, standing_words
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.intents import Intent, Refusal

PEOPLE = ("Ana", "Bo", "Chidi")
PICKS = st.integers(0, 10_000)
WHAT = ("sweep", "call the printer", "borrow the PA")
OF_ONE = (
    events.CommitmentKept,
    events.CommitmentRenegotiated,
    events.CommitmentReleased,
    events.CommitmentCarried,
)


class Years(RuleBasedStateMachine):
    """A group of three that promises, over years with months in which nothing happens."""

    def __init__(self) -> None:
        super().__init__()
        self.group = Group(*PEOPLE)
        self.done: list[str] = []
        self.over: dict[str, Fate] = {}

    def send(self, wish: Intent) -> None:
        if isinstance(self.group.send(wish), Refusal):
            return
        self.done.append(self.group.last_action)
        # Nobody undid anything: what was over stays over.
        now = self.all()
        assert all(now[one].fate is fate for one, fate in self.over.items())
        self.remember()

    def remember(self) -> None:
        self.over = {one: each.fate for one, each in self.all().items() if each.over}

    def all(self) -> dict[str, Commitment]:
        return self.group.state.commitments

    def one(self, pick: int) -> str:
        known = [*self.all()]
        return known[pick % len(known)] if known else "99@none"

    def day(self, days: int) -> str:
        return (self.group.today + timedelta(days=days)).isoformat() if days else ""

    @rule(days=st.sampled_from((1, 7, 30, 400)))
    def time_goes_by(self, days: int) -> None:
        self.group.wait(days)

    @rule(pick=PICKS, days=st.sampled_from((0, 1, 7, 90)), several=st.booleans())
    def somebody_promises(self, pick: int, days: int, several: bool) -> None:
        people = [self.group.who(name) for name in PEOPLE]
        due = "" if not days else f"in {days} days"
        others = tuple(people) if several else ()
        owner = people[pick % 3]
        self.send(intents.Commit((WHAT[pick % 3],), "", owner, due, self.day(days), others))

    @rule(pick=PICKS, how=st.integers(0, 3))
    def it_is_kept_or_carried(self, pick: int, how: int) -> None:
        one = self.one(pick)
        self.send(intents.CarryCommitment(one) if how else intents.KeepCommitment(one))

    @rule(pick=PICKS, reason=st.sampled_from(("", "ill", "the van broke")))
    def it_is_released(self, pick: int, reason: str) -> None:
        self.send(intents.ReleaseCommitment(self.one(pick), (reason,)))

    @rule(pick=PICKS, days=st.sampled_from((-3, 0, 2, 40)), anew=st.booleans())
    def it_is_renegotiated(self, pick: int, days: int, anew: bool) -> None:
        due = f"in {days} days" if days else None
        what = (WHAT[pick % 3],) if anew else None
        wish = intents.RenegotiateCommitment(self.one(pick), due, self.day(days), what, ("so",))
        self.send(wish)

    @rule(pick=PICKS)
    def something_is_undone_and_perhaps_done_again(self, pick: int) -> None:
        if not self.done:
            return
        before = seen(self.group.state)
        if isinstance(self.group.send(intents.Undo(self.done[pick % len(self.done)])), Refusal):
            return
        undoing = self.group.last_action
        self.done.append(undoing)
        if pick % 2:
            self.group.do(intents.Undo(undoing))
            assert seen(self.group.state) == before
        self.remember()

    @invariant()
    def each_stands_in_exactly_one_way(self) -> None:
        state, today = self.group.state, self.group.today.isoformat()
        found = promises(state.commitments.values(), today)
        assert sorted(each.commitment.id for each in found) == sorted(state.commitments)
        for each in found:
            fate = each.commitment.fate
            assert each.standing.over is fate.over
            assert (each.standing.value == fate.value) or not fate.over
            assert bool(each.commitment.over_on) is fate.over
        asked = asked_for(state.commitments.values(), today)
        assert {each.standing for each in asked} <= {Standing.DUE, Standing.OVERDUE}

    @invariant()
    def the_lineage_is_what_the_journal_says(self) -> None:
        state = self.group.state
        in_force = [fact for fact in state.facts if fact.action not in state.struck]
        for one, commitment in state.commitments.items():
            told = [fact for fact in in_force if fact.id == one or _about(fact) == one]
            ends = [
                isinstance(f.body, (events.CommitmentKept, events.CommitmentReleased)) for f in told
            ]
            if True in ends:
                told = told[: ends.index(True) + 1]
            assert [each.id for each in commitment.lineage] == [fact.id for fact in told]
            last = commitment.lineage[-1]
            assert (commitment.what, commitment.due, commitment.due_on) == (
                *(last.what, last.due, last.due_on),
            )
        if state.facts:
            assert seen(fold(state.facts)) == seen(state)

    @invariant()
    def whoever_looks_is_told_in_words(self) -> None:
        names, today = self.group.names, self.group.today.isoformat()
        for each in promises(self.all().values(), today):
            assert lineage_words(each.commitment, names, today).startswith("promised ")
            assert promise_words(each.commitment, names, today)
            assert standing_words(each.commitment, each.standing, today)


def _about(fact: Fact) -> str:
    return fact.body.commitment if isinstance(fact.body, OF_ONE) else ""


Years.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestYears: Any = Years.TestCase
