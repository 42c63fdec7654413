"""What earlier circles bring to the gathering and the closing: turns in the rota, leftovers."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import DEBRIEF
from support.files import do, who
from support.prepared import Prepare, all_of, gathered, nothing, opened, sending
from support.screens import PEOPLE, SMALL, Desk, desk

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Discussion, Opening
from facilitator.core.events import Hat, Setting
from facilitator.session import Session

LED, WROTE = Hat.FACILITATOR, Hat.NOTE_TAKER
LAST = Agenda(
    title="Last week",
    steps=(
        Opening(title="Welcome"),
        Discussion(title="The [/] van", minutes=15, prompt="Do we keep it?"),
        Discussion(title="Keys", minutes=5, prompt="Who has one?"),
        Closing(title="Close"),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def held(*people: str, led: str = "", wrote: str = "", then: Prepare = nothing) -> Prepare:
    """A circle was held that got no further than its welcome."""

    def prepare(session: Session) -> None:
        gathered(*people, agenda=LAST)(session)
        for hat, name in ((LED, led), (WROTE, wrote)):
            if name:
                do(session, intents.GiveHat(hat, who(session, name)))
        do(session, intents.OpenCircle())
        then(session)
        do(session, intents.CloseCircle())

    return prepare


def planned(facilitator: str, note_taker: str = "") -> Prepare:
    def prepare(session: Session) -> None:
        first, second = (who(session, name) if name else None for name in (facilitator, note_taker))
        do(session, intents.PlanNext(None, first, second))

    return prepare


BEFORE = held(*PEOPLE, led="Ana", wrote="Bo")
TWICE = all_of(BEFORE, held(*PEOPLE, led="Bo", wrote="Chidi"))
TONIGHT = all_of(BEFORE, gathered(*PEOPLE))


def hats(at: Desk) -> dict[Hat, str]:
    return {hat: at.session.names[person] for hat, person in at.meeting.hats.items()}


def agenda(at: Desk) -> list[str]:
    return [at.meeting.steps[step].title for step in at.meeting.plan]


async def test_the_rota_suggests_who_has_the_hats_and_says_why(path: Path) -> None:
    async with desk(path, all_of(TWICE, gathered("Ana", "Bo"))) as at:
        assert at.text("#hats").splitlines() == [
            "Ana facilitates? (2 meetings ago)",
            "Bo takes notes? (2 meetings ago)",
        ]


async def test_one_key_gives_both_hats_as_suggested(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape")
        assert at.bar()["s"] == "as suggested"
        await at.press("s")
        assert hats(at) == {LED: "Bo", WROTE: "Ana"}
        assert at.text("#hats").splitlines() == ["facilitator: Bo", "note-taker: Ana"]
        assert "s" not in at.bar()
        before = at.facts()
        await at.press("s")
        assert at.facts() == before


async def test_hats_and_leftovers_can_be_reached_while_names_are_typed(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        assert (at.bar()["F3"], at.bar()["F4"]) == ("as suggested", "not reached")
        await at.type("Eli")
        await at.press("f3")
        assert hats(at) == {LED: "Bo", WROTE: "Ana"}
        await at.press("f4")
        assert at.at == "LeftoversScreen"
        await at.press("escape")
        assert at.line == "Eli"


async def test_a_hat_that_is_given_leaves_the_other_to_be_suggested(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "f")
        assert at.text("#hats").splitlines() == ["facilitator: Ana", "Chidi takes notes? (not yet)"]
        await at.press("s")
        assert hats(at) == {LED: "Ana", WROTE: "Chidi"}


async def test_somebody_suggested_skips_and_the_next_one_is_asked(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "p")
        assert at.text("#choices").splitlines() == ["Bo  facilitates", "Ana  takes notes"]
        await at.press("enter")
        assert at.last() == (
            "rota-skipped",
            {"hat": "facilitator", "person": who(at.session, "Bo")},
        )
        assert at.text("#hats").splitlines()[0] == "Chidi facilitates? (not yet)"
        await at.press("u")
        assert at.text("#hats").splitlines()[0] == "Bo facilitates? (not yet)"


async def test_also_who_has_a_hat_already_can_skip_it(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "s", "p")
        assert at.text("#choices").splitlines() == ["Bo  facilitates", "Ana  takes notes"]
        await at.press("enter")
        assert hats(at) == {WROTE: "Ana"}
        assert "Chidi facilitates? (not yet)" in at.text("#hats")


async def test_two_swap_turns_and_the_next_time_it_is_the_others_turn(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape")
        assert at.bar()["w"] == "swap turns"
        await at.press("s", "w")
        assert at.text("#choices").splitlines() == ["Bo  facilitates", "Ana  takes notes"]
        await at.press("enter")
        assert "Who facilitates instead of Bo, who does the next time?" in at.shown()
        assert "Bo" not in at.text("#choices")
        await at.enter("dee")
        assert "turns-swapped" in at.kinds()
        assert hats(at) == {LED: "Dee", WROTE: "Ana"}
        await at.press("n")
        do(at.session, intents.CloseCircle())
        await at.settle()
    async with desk(path, gathered(*PEOPLE)) as at:
        assert at.text("#hats").splitlines()[0] == "Bo facilitates? (swapped turns)"


async def test_of_one_who_has_a_hat_and_one_who_is_suggested_either_can_skip(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "f", "p", "down", "enter")
        assert at.at == "GatherScreen"
        assert at.last() == (
            "rota-skipped",
            {"hat": "note-taker", "person": who(at.session, "Chidi")},
        )
        assert "Dee takes notes? (not yet)" in at.text("#hats")


async def test_whoever_skipped_is_suggested_first_again_at_the_next_meeting(path: Path) -> None:
    def skips(session: Session) -> None:
        do(session, intents.SkipInRota(LED, who(session, "Bo")))

    again = all_of(BEFORE, held(*PEOPLE, led="Chidi", then=skips), gathered(*PEOPLE))
    async with desk(path, again) as at:
        assert "Bo facilitates? (not yet, skipped last time)" in at.text("#hats")


async def test_whom_the_last_meeting_named_is_suggested_if_they_are_here(path: Path) -> None:
    named = held(*PEOPLE, led="Ana", wrote="Bo", then=planned("Dee", "Ana"))
    async with desk(path, all_of(named, gathered(*PEOPLE))) as at:
        assert at.text("#hats").splitlines() == [
            "Dee facilitates? (as agreed)",
            "Ana takes notes? (as agreed)",
        ]
        await at.press("escape", "down", "down", "down", "x")
        assert at.text("#hats").splitlines() == [
            "Bo facilitates? (not yet)",
            "Ana takes notes? (as agreed)",
        ]


@pytest.mark.parametrize("prepare", [gathered(*PEOPLE), all_of(BEFORE, gathered("Eli *", "Jo *"))])
async def test_newcomers_and_a_group_without_a_past_are_suggested_nothing(
    path: Path, prepare: Prepare
) -> None:
    async with desk(path, prepare) as at:
        await at.press("escape")
        before = at.facts()
        assert "?" not in at.text("#hats")
        await at.press("s", "p")
        assert at.facts() == before
        assert not {"s", "p"} & {*at.bar()}


async def test_what_was_not_reached_is_told_on_the_agenda(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        assert "2 not reached last time: F4" in at.shown()
        await at.press("escape")
        assert "2 not reached last time: l" in at.shown()


async def test_what_waits_from_longer_ago_is_told_so(path: Path) -> None:
    def reached(session: Session) -> None:
        do(session, intents.CallMeeting("", DEBRIEF), intents.Welcome("Ana"), intents.OpenCircle())
        for place in range(2, 7):
            do(session, intents.GoToStep(f"step-{place - 1}", f"step-{place}"))
        do(session, intents.CloseCircle())

    async with desk(path, all_of(BEFORE, reached, gathered("Ana"))) as at:
        assert "2 not reached before: F4" in at.shown()


async def test_a_step_is_taken_up_before_the_close_and_undone(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "l")
        rows = at.text("#choices").splitlines()
        assert rows == ["The [/] van  15 min, Sun 23 Nov", "Keys  5 min, Sun 23 Nov"]
        await at.press("enter")
        kind, body = at.last()
        assert (kind, body["from_step"]) == ("step-added", "step-2")
        assert agenda(at)[-3:] == ["The [/] van", "Read back", "Close"]
        assert "The [/] van" in at.text("#steps")
        assert "1 not reached last time: l" in at.shown()
        assert at.headline()[2].endswith("50 min, until 20:50")
        await at.press("u")
        assert "The [/] van" not in agenda(at)
        assert "2 not reached last time: l" in at.shown()


async def test_a_step_is_found_by_its_letters(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "l")
        await at.enter("key")
        assert agenda(at)[-3:] == ["Keys", "Read back", "Close"]


async def test_a_step_is_let_go_and_brought_back(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        await at.press("escape", "l", "delete")
        kind, body = at.last()
        assert (kind, body["from_step"]) == ("leftover-dropped", "step-2")
        assert at.said() == ["Let go: The [/] van · u brings it back"]
        await at.press("l")
        assert at.text("#choices").splitlines() == ["Keys  5 min, Sun 23 Nov"]
        await at.press("delete")
        before = at.facts()
        await at.press("l")
        assert at.at == "GatherScreen"
        assert "not reached" not in at.shown()
        await at.press("u", "u")
        assert len(at.facts()) == len(before) + 2
        assert "2 not reached last time: l" in at.shown()


async def test_leaving_the_list_changes_nothing(path: Path) -> None:
    async with desk(path, TONIGHT) as at:
        before = at.facts()
        await at.press("escape", "l", "escape")
        await at.press("l")
        await at.type("nothing is called so")
        await at.press("delete", "enter", "escape")
        assert at.at == "GatherScreen"
        assert at.facts() == before


async def test_nothing_is_told_where_everything_was_reached(path: Path) -> None:
    async with desk(path, gathered(*PEOPLE)) as at:
        before = at.facts()
        await at.press("escape", "l")
        assert at.at == "GatherScreen"
        assert at.facts() == before
        assert "l" not in at.bar()


async def test_turns_and_leftovers_are_seen_on_a_small_terminal(path: Path) -> None:
    async with desk(path, TONIGHT, size=SMALL) as at:
        await at.press("escape")
        for words in (
            "Bo facilitates? (not yet)",
            "Ana takes notes? (not yet)",
            "as suggested: s",
            "2 not reached last time: l",
        ):
            assert words in at.shown()


async def test_what_the_group_chose_holds_in_a_circle_started_from_the_first_screen(
    path: Path,
) -> None:
    quiet = held("Ana", then=sending(intents.Choose(Setting.BELL, on=False)))
    async with desk(path, quiet, home=True) as at:
        await at.press("s")
        await at.enter("weekly")
        assert at.at == "GatherScreen"
        assert at.meeting.settings == {Setting.BELL: False}


async def test_the_closing_suggests_whose_turn_is_next_and_one_key_plans_it(path: Path) -> None:
    tonight = all_of(BEFORE, opened(*PEOPLE))

    def led(session: Session) -> None:
        do(session, intents.GiveHat(LED, who(session, "Bo")))

    async with desk(path, all_of(tonight, led)) as at:
        await at.press("C")
        for words in (
            "facilitator next time: nobody yet (it would be Chidi's turn)",
            "note-taker next time: nobody yet (it would be Ana's turn)",
            "as suggested: s",
        ):
            assert words in at.shown()
        await at.press("f")
        assert at.text("#choices").splitlines() == [
            "Chidi  not yet",
            "Dee  not yet",
            "Ana  last time Sun 23 Nov, 2 meetings ago",
            "Bo  last time Sun 23 Nov, 1 meeting ago",
        ]
        await at.press("escape", "s")
        named = at.meeting.next_meeting
        assert named.facilitator == who(at.session, "Chidi")
        assert named.note_taker == who(at.session, "Ana")
        assert "facilitator next time: Chidi" in at.shown()
        assert "as suggested" not in at.shown()
        before = at.facts()
        await at.press("s")
        assert at.facts() == before


async def test_somebody_named_at_the_closing_is_not_suggested_for_the_other_hat(
    path: Path,
) -> None:
    async with desk(path, opened("Ana", "Bo")) as at:
        await at.press("C", "f")
        await at.enter("Ana")
        assert "note-taker next time: nobody yet (it would be Bo's turn)" in at.shown()


async def test_closing_the_circle_does_not_count_it_twice(path: Path) -> None:
    async with desk(path, opened("Ana", "Bo")) as at:
        await at.press("C")
        do(at.session, intents.GiveHat(LED, who(at.session, "Ana")), intents.CloseCircle())
        await at.press("f")
        assert "Ana  last time Sun 23 Nov, 1 meeting ago" in at.text("#choices")


async def test_the_first_screen_tells_whose_turn_it_is_where_nobody_was_named(path: Path) -> None:
    dated = held(*PEOPLE, led="Bo", then=sending(intents.PlanNext("Fri 4 Dec, 18:30")))
    async with desk(path, all_of(BEFORE, dated), home=True) as at:
        waits = at.text("#waits")
        assert "Next circle: Fri 4 Dec, 18:30, Chidi's turn to facilitate (not yet)" in waits


async def test_the_first_screen_counts_on_those_who_came_lately(path: Path) -> None:
    gone = held("Eli", "Ana", led="Ana")
    evenings = all_of(gone, *(held("Ana", "Bo", led="Bo") for _ in range(3)))
    async with desk(path, evenings, home=True) as at:
        assert "no date yet, Ana's turn to facilitate (4 meetings ago)" in at.text("#waits")


async def test_somebody_who_was_named_is_told_and_not_the_rota(path: Path) -> None:
    async with desk(path, held(*PEOPLE, led="Ana", then=planned("Ana")), home=True) as at:
        assert "Next circle: no date yet, Ana facilitates" in at.text("#waits")
        assert "turn to facilitate" not in at.text("#waits")
