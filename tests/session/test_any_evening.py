"""Any evening on a real file: two terminals, undo, closing and reopening, renaming, drafts."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from support.agendas import ASSEMBLY, DEBRIEF, ONE_ROUND
from support.files import events, rebuilt, tables
from support.laws import each_turn_within_its_span, everyone_once_a_round, time_adds_up
from support.play import seen, whole
from support.two_terminals import TERMINALS, AtTwoTerminals
from support.wishes import wishes

from facilitator.core import intents
from facilitator.core.agenda import Agenda
from facilitator.core.fold import fold
from facilitator.core.intents import Refusal
from facilitator.core.walking import what_next
from facilitator.minutes.markdown import markdown

PICK = st.integers(0, 10**6)
TYPED = st.text(max_size=12)


class Evening(AtTwoTerminals):
    """Whatever happens, the session, the file and its tables tell the same."""

    def __init__(self) -> None:
        super().__init__()
        self.drafts: dict[tuple[str, str], str] = {}
        self.kept: list[tuple[Any, ...]] = []

    @initialize(
        people=st.integers(0, 4), agenda=st.sampled_from((DEBRIEF, ASSEMBLY)), begun=st.booleans()
    )
    def gather(self, people: int, agenda: Agenda, begun: bool) -> None:
        here = self.opened("t1")
        assert here.send(intents.CallMeeting("", agenda)) is None
        self.meeting = here.meeting.id if here.meeting else ""
        for name in ("Ana", "Chidi", "Zoë", "Li")[:people]:
            assert here.send(intents.Welcome(name)) is None
        if begun and people:
            assert here.send(intents.OpenCircle()) is None
        self.opened("t2").enter(self.meeting)

    @rule(terminal=TERMINALS, pick=PICK, passes=st.integers(0, 90_000))
    def ask_for_anything(self, terminal: str, pick: int, passes: int) -> None:
        here = self.opened(terminal)
        assert here.meeting is not None
        self.clock.move(passes)
        wanted = wishes(here.state, here.meeting, terminal)
        refused = here.send(wanted[pick % len(wanted)])
        assert refused is None or refused.words

    @rule(terminal=TERMINALS, pick=PICK, times=st.integers(2, 8))
    def do_what_is_allowed(self, terminal: str, pick: int, times: int) -> None:
        here = self.opened(terminal)
        for place in range(times * 20):
            assert here.meeting is not None
            wanted = wishes(here.state, here.meeting, terminal)
            wish = wanted[(pick + place * 7) % len(wanted)]
            ending = isinstance(wish, (intents.CloseCircle, intents.AbandonMeeting))
            if not ending and here.send(wish) is None:
                times -= 1
            if not times:
                return

    @rule(terminal=TERMINALS)
    def press_next_at_both(self, terminal: str) -> None:
        here, there = self.opened(terminal), self.opened("t1" if terminal == "t2" else "t2")
        here.catch_up()
        there.catch_up()
        assert here.meeting is not None
        wish = what_next(here.meeting)
        if wish is not None and here.send(wish) is None:
            refused = there.send(wish)
            assert refused is not None
            assert refused.already or not self.has_seat(there)

    @rule(terminal=TERMINALS, pick=PICK, passes=st.integers(0, 60_000))
    def do_and_undo(self, terminal: str, pick: int, passes: int) -> None:
        here = self.opened(terminal)
        here.catch_up()
        self.clock.move(passes)
        assert here.meeting is not None
        before = seen(here.state)
        wanted = wishes(here.state, here.meeting, terminal)
        for place in range(0, len(wanted), 3):
            wish = wanted[(pick + place) % len(wanted)]
            if not isinstance(wish, intents.Undo) and here.send(wish) is None:
                assert isinstance(here.undo(), str)
                assert seen(here.state) == before
                return

    @rule(terminal=TERMINALS)
    def undo_and_redo(self, terminal: str) -> None:
        here = self.opened(terminal)
        here.catch_up()
        before = whole(here.state)
        undone = here.undo()
        if isinstance(undone, str):
            assert here.redo() == undone
            after = whole(here.state)
            for said in (before, after):
                said.pop("facts"), said.pop("struck")
            assert after == before

    @rule(terminal=TERMINALS)
    def undo(self, terminal: str) -> None:
        here = self.opened(terminal)
        here.catch_up()
        struck, names = set(here.state.struck), dict(here.names)
        if isinstance(here.undo(), Refusal):
            return
        taken = here.state.struck - struck
        if not taken:
            assert dict(here.names) != names
            return
        assert {fact.terminal for fact in here.state.facts if fact.action in taken} == {terminal}

    @rule(terminal=TERMINALS, pick=PICK, name=TYPED)
    def rename(self, terminal: str, pick: int, name: str) -> None:
        here = self.opened(terminal)
        people = sorted(here.names)
        if people and here.rename(people[pick % len(people)], name) is None:
            assert here.names[people[pick % len(people)]] == " ".join(name.split())

    @rule(terminal=TERMINALS, field=st.sampled_from(("capture", "title")), text=TYPED)
    def type_a_draft(self, terminal: str, field: str, text: str) -> None:
        assert not self.opened(terminal).drafts.keep(field, text)
        self.drafts[terminal, field] = text

    @rule(terminal=TERMINALS)
    def close_and_reopen(self, terminal: str) -> None:
        here = self.opened(terminal)
        here.catch_up()
        before, names = whole(here.state), dict(here.names)
        here.journal.close()
        del self.at[terminal]
        again = self.opened(terminal)
        assert whole(again.state) == before
        assert dict(again.names) == names
        for (owner, field), text in self.drafts.items():
            if owner == terminal:
                assert again.drafts.text(field) == text

    @rule(terminal=TERMINALS)
    def call_another_meeting(self, terminal: str) -> None:
        here = self.opened(terminal)
        assert here.send(intents.CallMeeting("Other", ONE_ROUND)) is None
        assert here.send(intents.Welcome("Ana")) is None
        assert here.meeting is not None
        assert here.meeting.title == "Other"
        here.enter(self.meeting)

    @precondition(lambda self: bool(self.meeting))
    @rule()
    def make_the_tables_again(self) -> None:
        self.the_tables_are_what_the_facts_make_of_them()

    def the_tables_are_what_the_facts_make_of_them(self) -> None:
        opened = self.opened("t1").journal
        before = tables(opened.connection)
        assert rebuilt(opened) == before

    @invariant()
    def facts_stay_as_they_are(self) -> None:
        if self.at:
            now = events(next(iter(self.at.values())).journal.connection)
            assert now[: len(self.kept)] == self.kept
            self.kept = now

    @invariant()
    def both_tell_what_is_on_disk(self) -> None:
        for here in self.at.values():
            here.catch_up()
            on_disk = fold(here.journal.facts_of(self.meeting))
            assert whole(here.state) == whole(on_disk)

    @invariant()
    def the_circle_is_just_and_its_minutes_can_be_read(self) -> None:
        for here in self.at.values():
            meeting = here.meeting
            if meeting is not None:
                everyone_once_a_round(meeting)
                known = self.time_is_known(here)
                (time_adds_up if known else each_turn_within_its_span)(meeting, here.now())
                assert markdown(here.state, meeting, here.names, here.now()).endswith("\n")

    def teardown(self) -> None:
        if self.meeting:
            self.the_tables_are_what_the_facts_make_of_them()
        for here in self.at.values():
            here.journal.close()
        self.folder.cleanup()


def test_whatever_happens_session_file_and_tables_tell_the_same() -> None:
    run_state_machine_as_test(
        Evening, settings=settings(max_examples=50, stateful_step_count=22, derandomize=True)
    )
