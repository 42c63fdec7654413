"""Years of roles: whatever people do, terms end, and nobody leaves a stewardship untrained."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from support.group import PANTRY_SKILLS, Group
from support.play import seen
from support.role_wishes import NOTHING

from facilitator.core import events, intents
from facilitator.core.events import RoleKind
from facilitator.core.fold import fold
from facilitator.core.intents import Intent, Refusal
from facilitator.core.roles.board import ORDER, board
from facilitator.core.roles.concerns import concern_words, concerns, handoffs_due
from facilitator.core.roles.standing import Standing, missing, standing, untrained
from facilitator.core.tenure import Ending, Role, Term
from facilitator.core.terms import day_of

PEOPLE = ("Ana", "Bo", "Chidi", "Dee")
PICKS = st.integers(0, 10_000)


class Years(RuleBasedStateMachine):
    """A group of four with a few roles, over years with months in which nothing happens."""

    def __init__(self) -> None:
        super().__init__()
        self.group = Group(*PEOPLE)
        self.done: list[str] = []

    @initialize()
    def begin(self) -> None:
        self.group.do(
            intents.OfferRole("Pantry", role_kind=RoleKind.STEWARDSHIP, skills=PANTRY_SKILLS),
            intents.OfferRole("Money", months=1),
            intents.OfferRole("Pots"),
        )

    def send(self, wish: Intent) -> None:
        """Ask for something; if it is done, an undo can take it back."""
        before = len(self.group.state.facts)
        bound = {term.id for role, term in self.terms() if role.kind.handed_over}
        self._sent(wish, before)
        for role in self.group.state.roles.values():
            for term in role.terms:
                if term.id in bound:
                    assert term.ending not in (Ending.GIVEN_BACK, Ending.LAPSED)

    def _sent(self, wish: Intent, before: int) -> None:
        if not isinstance(self.group.send(wish), Refusal) and len(self.group.state.facts) > before:
            self.done.append(self.group.last_action)

    def role(self, pick: int) -> Role:
        roles = [*self.group.state.roles.values()]
        return roles[pick % len(roles)]

    def terms(self) -> list[tuple[Role, Term]]:
        return [(role, term) for role in self.group.state.roles.values() for term in role.running]

    @rule(days=st.sampled_from((1, 7, 14, 30, 90, 200)))
    def time_goes_by(self, days: int) -> None:
        self.group.wait(days)

    @rule(pick=PICKS, who=st.sampled_from(PEOPLE))
    def somebody_claims(self, pick: int, who: str) -> None:
        self.send(intents.ClaimRole(self.role(pick).id, self.group.who(who)))

    @rule(what=st.integers(1, 3), who=st.sampled_from(PEOPLE))
    def somebody_takes_on_what_nobody_had_thought_of(self, what: int, who: str) -> None:
        self.send(intents.TakeOnRole(f"Role {what}", self.group.who(who), months=what % 2))

    @rule(pick=PICKS, what=PICKS, who=st.sampled_from(PEOPLE))
    def something_is_done_about_a_term(self, pick: int, what: int, who: str) -> None:
        terms = self.terms()
        if not terms:
            return
        role, term = terms[pick % len(terms)]
        skill = role.skills[what % len(role.skills)] if role.skills else "Juggling"
        person = self.group.who(who)
        self.send(
            (
                intents.NameSuccessor(term.id, person),
                intents.BeginShadowing(term.id),
                intents.RecordLed(term.id),
                intents.TickSkill(term.id, skill),
                intents.ConfirmSkill(term.id, skill),
                intents.SignHandoff(term.id, term.person),
                intents.SignHandoff(term.id, term.successor),
                intents.SettleClaim(term.id),
                intents.ReleaseTerm(term.id),
            )[what % 9]
        )

    @rule(pick=PICKS)
    def a_handoff_goes_all_the_way(self, pick: int) -> None:
        terms = self.terms()
        if not terms:
            return
        role, term = terms[pick % len(terms)]
        others = [person for person in map(self.group.who, PEOPLE) if person != term.person]
        self.send(intents.NameSuccessor(term.id, others[pick % len(others)]))
        self.send(intents.BeginShadowing(term.id))
        self.send(intents.RecordLed(term.id))
        for skill in role.skills:
            self.send(intents.TickSkill(term.id, skill))
            self.send(intents.ConfirmSkill(term.id, skill))
        found = self.group.state.term(term.id)
        for person in (term.person, found[1].successor if found is not None else NOTHING):
            self.send(intents.SignHandoff(term.id, person))

    @rule(pick=PICKS)
    def an_emergency(self, pick: int) -> None:
        terms = self.terms()
        if terms:
            term = terms[pick % len(terms)][1]
            self.send(intents.ReleaseTerm(term.id, ("ill",), emergency=True))

    @rule(who=st.sampled_from(PEOPLE))
    def somebody_leaves_the_group_or_comes_back(self, who: str) -> None:
        person = self.group.who(who)
        gone = person in self.group.state.departed
        self.send(intents.RejoinGroup(person) if gone else intents.LeaveGroup(person))

    @rule(pick=PICKS, what=PICKS)
    def a_role_becomes_another(self, pick: int, what: int) -> None:
        role, other = self.role(pick), self.role(pick + 1 + what)
        self.send(
            (
                intents.DescribeRole(role.id, name=f"{role.name} 2", skills=("Keys",)),
                intents.DescribeRole(role.id, role_kind=RoleKind.STEWARDSHIP),
                intents.DescribeRole(role.id, role_kind=RoleKind.MICRO),
                intents.MergeRoles(role.id, other.id),
                intents.DropRole(role.id),
                intents.OfferRole(f"Role {what % 5}", months=what % 3 + 1),
            )[what % 6]
        )

    @rule(pick=PICKS)
    def something_is_undone_and_perhaps_done_again(self, pick: int) -> None:
        if not self.done:
            return
        # Any of the past, be it an undoing: to take one back is to do it again.
        action = self.done[pick % len(self.done)]
        before = seen(self.group.state)
        if isinstance(self.group.send(intents.Undo(action)), Refusal):
            return
        undoing = self.group.last_action
        self.done.append(undoing)
        if pick % 2:
            self.group.do(intents.Undo(undoing))
            assert seen(self.group.state) == before

    @invariant()
    def no_stewardship_is_released_without_a_trained_successor_or_a_reason(self) -> None:
        for role in self.group.state.roles.values():
            for term in role.terms:
                if term.ending is Ending.EMERGENCY:
                    assert term.reason
                elif term.ending is Ending.HANDED_OVER:
                    assert term.successor
                    assert term.shadowing_on
                    assert term.led_on
                    assert {term.person, term.successor} <= term.signed.keys()

    @invariant()
    def whoever_was_handed_a_role_was_trained_and_both_have_signed(self) -> None:
        state = self.group.state
        in_force = [fact for fact in state.facts if fact.action not in state.struck]
        signing = {f.action for f in in_force if isinstance(f.body, events.HandoffSigned)}
        for fact in in_force:
            if not isinstance(fact.body, events.TermReleased) or fact.action not in signing:
                continue
            found = state.term(fact.body.term)
            if found is not None:
                assert found[1].ending is not Ending.GIVEN_BACK

    @invariant()
    def every_term_has_an_end(self) -> None:
        for role in self.group.state.roles.values():
            for term in role.terms:
                starts, ends = day_of(term.starts), day_of(term.ends)
                assert starts is not None
                assert ends is not None
                assert starts < ends
                assert (ends - starts).days <= 92

    @invariant()
    def the_board_is_what_the_journal_says(self) -> None:
        state = self.group.state
        if not state.facts:
            return
        assert seen(fold(state.facts)) == seen(state)
        today = self.group.today.isoformat()
        places = board(state, today, self.group.names)
        assert {place.role.id for place in places} == {
            role.id for role in state.roles.values() if not role.merged_into
        }
        assert [ORDER.index(place.standing) for place in places] == sorted(
            ORDER.index(place.standing) for place in places
        )
        for place in places:
            held = [term.person for term in place.held]
            assert (place.standing in (Standing.OPEN, Standing.OVER, Standing.DROPPED)) is not any(
                held
            )

    @invariant()
    def whoever_looks_is_told_in_words(self) -> None:
        state, today = self.group.state, self.group.today.isoformat()
        for concern in concerns(state, today):
            assert concern_words(concern, state, self.group.names)
        for role, term in handoffs_due(state, today):
            assert role.kind is RoleKind.STEWARDSHIP
            assert len(missing(role, term, {})) >= len(untrained(role, term, {}))

    @invariant()
    def whoever_left_the_group_holds_nothing(self) -> None:
        state = self.group.state
        facts_of_leaving = [f for f in state.facts if isinstance(f.body, events.PersonLeftGroup)]
        if any(fact.action in state.struck for fact in state.facts) or not facts_of_leaving:
            # Where something was undone, an older claim can come back.
            return
        for person in state.departed:
            for role in state.roles.values():
                assert all(term.person != person for term in role.running)

    @invariant()
    def every_role_stands_somehow(self) -> None:
        for role in self.group.state.roles.values():
            assert isinstance(standing(role, self.group.today.isoformat()), Standing)


Years.TestCase.settings = settings(max_examples=80, stateful_step_count=50, deadline=None)
TestYears: Any = Years.TestCase
